"""Whether an item concerns this desk's county: by its own places, and by what the stream itself shows to be home.

A desk collects what is written about its county, so the county is the one whose name stands in the names of its sources (its hotline, its
offices, its forum) and, with 县, 区, 市 or 旗, in their texts. Its towns are those that the hotline and the county's own outlets name. All
of this is counted as the items come, from nothing but published words: the same stream gives the same answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

import msgspec

from huiying.core.clean.text import fold
from huiying.core.detect.harm.context import is_abroad
from huiying.core.detect.query import HAN
from huiying.core.group.pinyin import pinyin
from huiying.core.types import Item, Kind

_COUNTY = re.compile(rf"([{HAN}]{{2}})([县区市旗省])(?![{HAN}]?[场长域别])")
_TOWN = re.compile(rf"([{HAN}]{{2}})(?:镇|乡|街道)(?!村|下|里|亲|愁|间|土)")
_PAIR = re.compile(rf"(?=([{HAN}]{{2}}))")
# Characters that are seldom in a name: what ends in them is a phrase.
_PLAIN = frozenset(
    "我你他她它们这那个各全本该每某两几一二三四五六七八九十老新小大邻隔有没在到从去回来住的是和与及为因经将由于内外城乡镇县市区省街道景园校社片辖社山林郊超菜夜早集门股房车"
)
_SPEAKS_FOR_HOME = {Kind.HOTLINE: 3, Kind.NOTICE: 2}
_ENOUGH = 2
_MOST = 4096
_LEAST_LETTERS = 5


class Nearness(IntEnum):
    """Where an item is: in another county, nothing says where, or at home."""

    FAR = -1
    UNKNOWN = 0
    NEAR = 1


class HomeState(msgspec.Struct, array_like=True):
    """What has been counted: sources seen, pairs of characters in their names, names with 县 or 区, with 市 or 省, towns,
    and how often each source spoke of home and of elsewhere."""

    sources: dict[str, int] = {}
    pairs: dict[str, int] = {}
    counties: dict[str, int] = {}
    larger: dict[str, int] = {}
    towns: dict[str, int] = {}
    spoken: dict[str, list[int]] = {}


class Home:
    """The county of a stream. `places` are the desk's own names, known from the start."""

    def __init__(self, places: Iterable[str] = (), state: HomeState | None = None) -> None:
        self._places = tuple(sorted({fold(place) for place in places} - {""}))
        self.state = state or HomeState()
        self.name = ""
        self._towns: tuple[str, ...] = ()
        self._latin: re.Pattern[str] | None = None
        self._settle()

    def look(self, item: Item, whole: str, watched: bool) -> Nearness:
        """Where an item is whose title and text are `whole`, folded; learns from it. `watched`: it satisfies a watch of the desk."""
        source = fold(item.source)
        found = self._place(item, source, whole, watched)
        if found is not Nearness.UNKNOWN and (source in self.state.spoken or len(self.state.spoken) < _MOST):
            counts = self.state.spoken.setdefault(source, [0, 0])
            counts[found is Nearness.FAR] += 1
        return found

    def usual(self, source: str) -> bool:
        """Whether a source speaks of this county much more than of others, so that what it tells without a place is likely of here."""
        home, elsewhere = self.state.spoken.get(fold(source), (0, 0))
        return home >= _ENOUGH and home >= 2 * elsewhere

    def _place(self, item: Item, source: str, whole: str, watched: bool) -> Nearness:
        named = self._learn(item.kind, source, whole)
        if item.kind is Kind.HOTLINE:
            return Nearness.NEAR
        local = self._is_local(source)
        others = [name for name in named if name != self.name and name not in self.state.towns]
        if self._names_home(whole, bool(others) and not local):
            return Nearness.NEAR
        if local:
            return Nearness.NEAR
        if others or is_abroad(whole) or self._is_of_another(source, whole):
            return Nearness.FAR
        return Nearness.NEAR if watched else Nearness.UNKNOWN

    def _names_home(self, whole: str, doubtful: bool) -> bool:
        if any(place in whole for place in self._places) or any(town in whole for town in self._towns):
            return True
        if self._latin is not None and self._latin.search(whole):
            return True
        if not self.name or self.name not in whole:
            return False
        # a namesake elsewhere: another place is named and ours only as part of something else
        return not doubtful or any(f"{self.name}{suffix}" in whole for suffix in "县区市旗")

    def _is_local(self, source: str) -> bool:
        return (bool(self.name) and self.name in source) or any(place in source for place in (*self._places, *self._towns))

    def _is_of_another(self, source: str, whole: str) -> bool:
        """Another county that has an outlet of its own is named, in the source's name or bare in the text."""
        return any(
            count >= _ENOUGH and name != self.name and name in self.state.pairs and (name in source or name in whole)
            for name, count in self.state.counties.items()
            if name not in self.state.towns
        )

    def _learn(self, kind: Kind, source: str, whole: str) -> list[str]:
        state, changed = self.state, False
        weight = _SPEAKS_FOR_HOME.get(kind, 1)
        if source not in state.sources and len(state.sources) < _MOST:
            state.sources[source] = weight
            for pair in dict.fromkeys(_PAIR.findall(source)):
                state.pairs[pair] = state.pairs.get(pair, 0) + weight
            changed = True
        named: list[str] = []
        for name, suffix in _COUNTY.findall(whole):
            if not _PLAIN.isdisjoint(name):
                continue
            named.append(name)
            counts = state.larger if suffix in "市省" else state.counties
            if name in counts or len(counts) < _MOST:
                counts[name] = counts.get(name, 0) + 1
                changed = True
        if kind in _SPEAKS_FOR_HOME or self._is_local(source):
            for name in dict.fromkeys(_TOWN.findall(f"{source}\n{whole}")):
                if _PLAIN.isdisjoint(name) and (name in state.towns or len(state.towns) < _MOST):
                    state.towns[name] = state.towns.get(name, 0) + 1
                    changed = True
        if changed:
            self._settle()
        return named

    def _settle(self) -> None:
        state = self.state
        scores = [
            (state.pairs[name] * (state.counties.get(name, 0) + state.larger.get(name, 0)), name)
            for name in {*state.counties, *state.larger}
            if state.pairs.get(name, 0) >= _ENOUGH
        ]
        best = max(scores, key=lambda pair: (pair[0], pair[1]), default=(0, ""))
        name = best[1] if best[0] >= 2 * _ENOUGH else ""
        towns = tuple(sorted([town for town, count in state.towns.items() if count >= _ENOUGH]))
        if (name, towns) == (self.name, self._towns):
            return
        self.name, self._towns = name, towns
        latin = sorted({pinyin(han) for han in (name, *towns, *self._places) if han})
        latin = [word for word in latin if word.isascii() and word.isalpha() and len(word) >= _LEAST_LETTERS]
        self._latin = re.compile(rf"\b(?:{'|'.join(latin)})\b") if latin else None
