"""Chinese names in Latin letters: how Han characters are read, and whether a Latin word is a run of such readings."""

from __future__ import annotations

import re
from functools import lru_cache

from .syllables import ENGLISH_WORDS, READINGS, WHOLE_NAMES

LEAST_LETTERS, MOST_LETTERS = 4, 24
_LONGEST = 6  # "zhuang"
# No reading has such a letter before another consonant or at its end; most English words do.
_FOREIGN = re.compile("[bcdfhjklmpqstwxyz](?![aeiouvh])")


@lru_cache(1)
def _readings() -> dict[int, str]:
    rows = (row.split() for line in READINGS.splitlines() for row in line.split(";") if row.strip())
    return {ord(character): syllable for syllable, characters in rows for character in characters}


@lru_cache(1)
def _syllables() -> frozenset[str]:
    return frozenset(_readings().values())


@lru_cache(1)
def _names() -> dict[str, str]:
    return dict(row.split(":") for row in WHOLE_NAMES.split())


@lru_cache(1 << 12)
def pinyin(han: str) -> str:
    """The reading of a name without tones or spaces; characters that have none stay as they are.

    >>> pinyin("云溪"), pinyin("青石2")
    ('yunxi', 'qingshi2')
    """
    return _names().get(han) or han.translate(_readings())


@lru_cache(1 << 14)
def syllables(word: str) -> tuple[str, ...] | None:
    """The fewest syllables of pinyin that a lower-case word is made of, or None; only "an" may go on with a vowel without an apostrophe.

    >>> syllables("qingshi"), syllables("water")
    (('qing', 'shi'), None)
    """
    word = word.replace("ü", "v").replace("’", "'")
    if "'" in word:
        parts = [syllables(part) for part in word.split("'")]
        return None if None in parts else tuple(syllable for part in parts if part for syllable in part)
    size = len(word)
    if not 0 < size <= MOST_LETTERS or _FOREIGN.search(word):
        return None
    known = _syllables()
    best: list[tuple[str, ...] | None] = [()]
    for end in range(1, size + 1):
        shortest = None
        for start in range(max(0, end - _LONGEST), end):
            before = best[start]
            syllable = word[start:end]
            if before is None or syllable not in known or (start and syllable[0] in "aeo" and syllable != "an"):
                continue
            if shortest is None or len(before) + 1 < len(shortest):
                shortest = (*before, syllable)
        best.append(shortest)
    return best[size]


def is_pinyin(word: str) -> bool:
    """Whether a lower-case Latin word of four letters or more is a Chinese name and no English word ("change", "women", "dance")."""
    return len(word) >= LEAST_LETTERS and word not in ENGLISH_WORDS and syllables(word) is not None
