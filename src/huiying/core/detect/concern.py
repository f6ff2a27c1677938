"""What an item does: whether someone complains or asks for help, tells it first-hand, or only announces, praises or sells."""

from __future__ import annotations

import re
from functools import lru_cache

import ahocorasick_rs
import msgspec

from huiying.core.detect import voices
from huiying.core.detect.harm.context import of_text
from huiying.core.detect.query import HAN
from huiying.core.types import Kind

_IN_WORD = re.compile(rf"[^\W_{HAN}]")
_LATIN = re.compile("[a-z]")
OFFICIAL = frozenset({Kind.NOTICE, Kind.NEWS})
"""Kinds in which an office or a paper speaks."""
_LISTS = {"plea": voices.PLEA, "first": voices.FIRST_HAND, "good": voices.GOOD, "routine": voices.ROUTINE, "asks": voices.ASKS}


class Concern(msgspec.Struct, frozen=True, gc=False):
    """What one item does. `plea`: the word by which it complains or asks; "" where it does neither. `noise`: it sells, or speaks of a
    film or a game."""

    plea: str = ""
    first_hand: bool = False
    calm: bool = False
    noise: bool = False


NOTHING = Concern()


@lru_cache(1)
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[str, bool]]]:
    """The words of all lists in one automaton, and of each its list and whether it must stand as a whole word."""
    words = [(word.replace("_", " "), name) for name, listed in _LISTS.items() for word in listed.split()]
    return ahocorasick_rs.AhoCorasick([word for word, _ in words]), [(name, bool(_LATIN.match(word))) for word, name in words]


def concern(kind: Kind, whole: str) -> Concern:
    """What an item with this folded title and text does."""
    automaton, meanings = _automaton()
    first: dict[str, str] = {}
    for pattern, start, end in automaton.find_matches_as_indexes(whole, overlapping=True):
        name, latin = meanings[pattern]
        if name not in first and not (latin and _inside_word(whole, start, end)):
            first[name] = whole[start:end]
    official = kind in OFFICIAL
    routine = official and "routine" in first
    calm = routine or "good" in first or ("asks" in first and kind is not Kind.POST)
    noise = of_text(whole) in ("fiction", "advert")
    plea = "" if routine or noise else first.get("plea", "")
    return Concern(plea, not official and "first" in first, calm, noise)


def _inside_word(whole: str, start: int, end: int) -> bool:
    return bool((start and _IN_WORD.match(whole, start - 1)) or (end < len(whole) and _IN_WORD.match(whole, end)))
