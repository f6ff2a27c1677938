"""Fingerprints of texts: the hashes of their passages, stable from run to run and from machine to machine."""

from __future__ import annotations

import re
from itertools import islice

import msgspec
import xxhash

from huiying.core.types import Kind

CHARACTERS_A_PASSAGE = 5
WORDS_A_PASSAGE = 3
SHORT_TEXT = 12
# Passages beyond this many are not read: a copy of so long a text shares its first part.
MOST_PASSAGES = 2000
LEAST_ANCHORS = 8

_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_NOT_WORD = re.compile(r"[\W_]+")
_WORDS = re.compile(r"[^\W_]+")
_NOT_UNSPACED = re.compile(rf"[^{_UNSPACED}]+")


class Print(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """`exact` is the hash of all words; `passages` the sorted hashes of the overlapping passages, none where only equality counts."""

    exact: int
    passages: tuple[int, ...] = ()

    @property
    def anchors(self) -> tuple[int, ...]:
        """The passages by which copies are looked up."""
        return self.passages[: anchor_count(len(self.passages))]


def anchor_count(passages: int) -> int:
    """An eighth of the passages, at least 8: of the smallest hashes of two texts that share much, some are the same."""
    return max(LEAST_ANCHORS, passages >> 3)


def normalise(folded: str) -> str:
    """Folded text without spaces, punctuation and symbols: two texts are the same words when this is equal."""
    return _NOT_WORD.sub("", folded)


def passages_of(folded: str) -> set[int]:
    """32-bit xxhash of every 5 characters (where a third of them belong to scripts written without spaces), else of every 3 words."""
    bare = normalise(folded)
    if 3 * len(_NOT_UNSPACED.sub("", bare)) >= len(bare):
        wide = bare[: MOST_PASSAGES + CHARACTERS_A_PASSAGE - 1].encode("utf-32-le", "surrogatepass")
        step = 4 * CHARACTERS_A_PASSAGE
        digest = xxhash.xxh32_intdigest
        return {digest(wide[at : at + step]) for at in range(0, max(4, len(wide) - step + 4), 4)}
    words = [found[0] for found in islice(_WORDS.finditer(folded), MOST_PASSAGES + WORDS_A_PASSAGE - 1)]
    return {
        xxhash.xxh32_intdigest(" ".join(words[at : at + WORDS_A_PASSAGE]).encode("utf-8", "surrogatepass"))
        for at in range(max(1, len(words) - WORDS_A_PASSAGE + 1))
    }


def fingerprint(kind: Kind, title: str, text: str) -> Print | None:
    """Fingerprint of folded title and text; None without a single letter or digit.

    Of a hot-list line only the title counts, and it only equals other hot-list lines: a report is no copy of the list that points to it.
    """
    headline = kind == Kind.HOTLIST
    words = title if headline else f"{title}\n{text}"
    bare = normalise(words)
    if not bare:
        return None
    exact = xxhash.xxh64_intdigest(bare.encode("utf-8", "surrogatepass"), seed=int(headline))
    if headline or len(bare) < SHORT_TEXT:
        return Print(exact=exact)
    return Print(exact=exact, passages=tuple(sorted(passages_of(words))))
