"""Fingerprints of texts: the hashes of their shingles, stable from run to run and from machine to machine."""

from __future__ import annotations

import re

import xxhash

CHARACTERS_A_SHINGLE = 5
WORDS_A_SHINGLE = 3
SHORT_TEXT = 12
# Passages beyond this many are not read: a copy of so long a text shares its first part.
MOST_SHINGLES = 2000

_NOT_WORD = re.compile(r"[\W_]+")
_WORDS = re.compile(r"[^\W_]+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def normalise(folded: str) -> str:
    """Folded text without spaces, punctuation and symbols: two texts are the same words when this is equal."""
    return _NOT_WORD.sub("", folded)


def shingles(folded: str) -> set[int]:
    """32-bit xxhash of every 5 characters (where a third of the letters is written without spaces) or 3 words."""
    bare = normalise(folded)
    if 3 * len(_CJK.findall(bare)) >= len(bare):
        wide = bare[: MOST_SHINGLES + CHARACTERS_A_SHINGLE - 1].encode("utf-32-le", "surrogatepass")
        step = 4 * CHARACTERS_A_SHINGLE
        digest = xxhash.xxh32_intdigest
        return {digest(wide[at : at + step]) for at in range(0, max(4, len(wide) - step + 4), 4)}
    words = _WORDS.findall(folded)[: MOST_SHINGLES + WORDS_A_SHINGLE - 1]
    return {
        xxhash.xxh32_intdigest(" ".join(words[at : at + WORDS_A_SHINGLE]).encode("utf-8", "surrogatepass"))
        for at in range(max(1, len(words) - WORDS_A_SHINGLE + 1))
    }


def anchors(passages: set[int]) -> list[int]:
    """The smallest eighth of the hashes, at least 8: two texts that share passages share some of these."""
    return sorted(passages)[: max(8, len(passages) >> 3)]
