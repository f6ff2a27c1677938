"""The facts that a template leaves open: numbers, days and places, each by the words around it.

Two notices from one template are the same but for these. A fact is kept in 32 bits: half of them for where it stands (the words next to
it, with numbers blinded), half for what it is.
"""

from __future__ import annotations

import re

import numpy as np
import xxhash

from huiying.core.clean.text import has_han
from huiying.core.group.passages import Hashes

MOST_NUMBERS, MOST_NAMES = 8, 8
BEFORE, AFTER = 5, 3

_NUMBER = re.compile("([0-9][0-9]*(?:月[0-9]+)?)")
_PLACE = re.compile("镇|乡|村|县|街道|社区|小区|小学|中学|幼儿园|医院|大道|路|街")
_UNNAMED = frozenset("我该本全各一某这那两几小的了是在到与及0 ")
_PLACE_WORDS = frozenset(("town", "township", "village", "county", "district"))
_UNNAMED_WORDS = frozenset(("the", "a", "this", "that", "our", "your", "their", "its", "his", "her", "and", "of", "in", "each", "every"))
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_MONTHS = frozenset(("january", "february", "april", "june", "july", "august", "september", "october", "november", "december"))
_NAMING_WORDS = _PLACE_WORDS | _DAYS | _MONTHS


def facts_of(words: str) -> Hashes:
    """The first MOST_NUMBERS numbers and MOST_NAMES places and days of words as `spaced` gives them.

    Of each 16 bits of where, 8 of the beginning of what, 8 of its end. A number stands where the characters before it and the one after
    it say, a place or day where those after it say. A date counts twice: another day is another event.
    """
    pieces = _NUMBER.split(words)
    found = []
    for at in range(1, min(len(pieces), 2 * MOST_NUMBERS), 2):
        before = _last(pieces[at - 1])
        if len(before) < BEFORE and at >= 3:
            before = f"{_last(pieces[at - 3])}0{before}"[-BEFORE:]
        fact = _bits(f"{before}0{pieces[at + 1].lstrip()[:1]}") << 16 | _bits(pieces[at])
        found += [fact, fact] if "月" in pieces[at] else [fact]
    found += _names("0".join(pieces[::2])) if has_han(words) else _word_names(words.split(" "))
    return np.array(found, np.uint32)


def _last(piece: str) -> str:
    return piece[-2 * BEFORE :].replace(" ", "")[-BEFORE:]


def _names(blinded: str) -> list[int]:
    """Two characters and what they are: 石桥镇. The characters count one by one, so that a slip of the pen makes no other town."""
    found: list[int] = []
    for match in _PLACE.finditer(blinded):
        start, end = match.span()
        name, after = blinded[max(0, start - 2) : start], blinded[end : end + 2 * AFTER].replace(" ", "")[:AFTER]
        if len(name) < 2 or not _UNNAMED.isdisjoint(name):
            continue
        found.append(_bits(after) << 16 | (_bits(name[0]) & 0xFF) << 8 | _bits(name[1] + match[0]) & 0xFF)
        if len(found) == MOST_NAMES:
            break
    return found


def _word_names(words: list[str]) -> list[int]:
    found: list[int] = []
    if _NAMING_WORDS.isdisjoint(words):
        return found
    for at, word in enumerate(words):
        name = words[at - 1] if word in _PLACE_WORDS and at else word
        if (name is word and word not in _DAYS and word not in _MONTHS) or name in _UNNAMED_WORDS:
            continue
        found.append(_bits(" ".join(words[at + 1 : at + 2])[:AFTER]) << 16 | _bits(name))
        if len(found) == MOST_NAMES:
            break
    return found


def _bits(text: str) -> int:
    return xxhash.xxh32_intdigest(text.encode("utf-8", "surrogatepass")) & 0xFFFF
