"""The places that a text names: divisions of China and the desk's own villages, streets, schools and rivers.

A short name alone is often no place at all (大同小异, 朝阳产业) or a place elsewhere (there are four 鼓楼区). Such a name counts as
sure only with a second sign: its suffix, its parent or a part of it in the same text, an office of its own (朝阳警方), or another of the
desk's places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import ahocorasick_rs
import msgspec

from huiying.core.clean.text import fold
from huiying.core.detect.divisions import Division, chain, divisions
from huiying.core.detect.place_words import (
    EVERYWHERE_BEGIN,
    EVERYWHERE_KIND,
    EVERYWHERE_WHOLE,
    NEVER,
    NO_SUFFIX,
    OFFICES,
    PHRASES,
    WORDS,
)
from huiying.core.detect.query import HAN, HAN_CHARACTER

_CITY_PROVINCES = frozenset({"北京市", "天津市", "上海市", "重庆市", "香港特别行政区", "澳门特别行政区"})
_WORDS, _NEVER = frozenset(WORDS.split()), frozenset(NEVER.split())
_STREET = re.compile(r"(?:[东西南北中]?(?:路|街|大道|大街|巷|胡同)|大厦|大酒店|花园|新村|牌|菜馆|饭店)")
_SUFFIXES = "省市县区州盟旗"
_OFFICE = re.compile("|".join(OFFICES.split()))
_EVERYWHERE = re.compile(
    f"(?:{'|'.join(EVERYWHERE_BEGIN.split())})[东西南北中]?(?:{'|'.join(EVERYWHERE_KIND.split())})|{'|'.join(EVERYWHERE_WHOLE.split())}"
)
_IN_WORD = re.compile(rf"[^\W_{HAN}]")

# What a place of the desk's own may be.
KINDS = ("town", "village", "street", "estate", "school", "hospital", "water", "other")


class Why(StrEnum):
    """Why a mention is sure, or why it is not."""

    FULL = "full"
    WELL_KNOWN = "well_known"
    OWN = "own"
    SUFFIX = "suffix"
    CHAIN = "chain"
    OFFICE = "office"
    NEIGHBOUR = "neighbour"
    SHORT = "short"
    EVERYWHERE = "everywhere"


class OwnPlace(msgspec.Struct, frozen=True):
    """A place of the desk's own register. `within`: the place or division that it lies in. `common`: it needs a second sign."""

    name: str
    other_names: tuple[str, ...] = ()
    within: str = ""
    common: bool = False


class Mention(msgspec.Struct, frozen=True):
    """A place named from `start` to `end` of a folded text.

    `chains`: the divisions that it may be, province first; of a place of the desk's own, what it lies in and its name. `ours`: it is on
    the desk's own register, or is its division or lies in it. `around`: our division lies in it.
    """

    text: str
    start: int
    end: int
    chains: tuple[tuple[str, ...], ...]
    ours: bool
    around: bool
    sure: bool
    why: Why

    @property
    def name(self) -> str:
        """The last name of the first chain."""
        return self.chains[0][-1]


class _Name(msgspec.Struct, frozen=True):
    """What a text may stand for. `sure` is why it needs no second sign, None where it does."""

    divisions: tuple[Division, ...] = ()
    own: OwnPlace | None = None
    sure: Why | None = None


class _Hit(msgspec.Struct):
    start: int
    end: int
    name: _Name
    sure: Why | None
    why_not: Why = Why.SHORT


class Gazetteer:
    """`own`: the desk's register; `home`: codes of the divisions that it answers for (none for a body that has no territory)."""

    def __init__(self, own: Sequence[OwnPlace] = (), home: Sequence[str] = ()) -> None:
        self._home = tuple(code for code in home if code in divisions())
        names: dict[str, _Name] = dict.fromkeys(map(fold, PHRASES.split()), _Name())
        names.update(_division_names(self._home))
        elsewhere = {text for text, name in names.items() if name.divisions and not any(map(self._ours, name.divisions))}
        for place in own:
            for text in filter(None, map(fold, (place.name, *place.other_names))):
                common = place.common or text in elsewhere or _EVERYWHERE.fullmatch(text) is not None
                names[text] = _Name(own=place, sure=None if common else Why.OWN)
        self._own = {place.name: place for place in own}
        self._by_text = names
        self._names = list(names.values())
        self._whole = [HAN_CHARACTER.search(text) is None for text in names]
        self._automaton = ahocorasick_rs.AhoCorasick(list(names), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def find(self, text: str) -> tuple[Mention, ...]:
        """The places that a folded text names, in its order. Of overlapping names the first counts, of those the longest."""
        hits = self._hits(text)
        if not hits:
            return ()
        self._confirm(hits)
        return tuple(self._mention(text, hit) for hit in hits)

    def ours(self, text: str) -> tuple[str, ...]:
        """The names of the desk's own places that a folded text surely names, each once, in its order."""
        return tuple(dict.fromkeys(mention.name for mention in self.find(text) if mention.sure and mention.ours))

    def elsewhere(self, text: str) -> str:
        """The city or county of others that a folded text surely names while it names none of ours; "" where there is none.

        A province is no answer: a text about ours often names it, and one about another says which city.
        """
        found = self.find(text)
        if any(mention.sure and mention.ours for mention in found):
            return ""
        named = (mention for mention in found if mention.sure and not mention.around)
        return next((mention.name for mention in named if len(mention.chains[0]) > 1 or mention.name in _CITY_PROVINCES), "")

    def _hits(self, text: str) -> list[_Hit]:
        hits: list[_Hit] = []
        for number, start, end in self._automaton.find_matches_as_indexes(text):
            name = self._names[number]
            if not name.divisions and name.own is None:
                continue
            if hits and start < hits[-1].end:
                # the one before took 市 or 区 for its own: 鼓楼市 and not 市北
                continue
            if self._whole[number] and (_touches(text, start - 1) or _touches(text, end)):
                continue
            sure, why_not = name.sure, Why.SHORT
            if name.own is not None:
                why_not = Why.EVERYWHERE
            elif sure is not Why.FULL:
                if _STREET.match(text, end):
                    continue
                following = text[end : end + 1]
                if sure is None and _OFFICE.match(text, end):
                    sure = Why.OFFICE
                elif (
                    sure is None and following and following in _SUFFIXES and text[end + 1 : end + 2] not in (NO_SUFFIX.get(following, " "))
                ):
                    sure, end = Why.SUFFIX, end + 1
            elif text[end : end + 1] and text[end : end + 1] in NO_SUFFIX.get(text[end - 1], ""):
                # 白银市场 is 白银 and a market
                end -= 1
                known = self._by_text.get(text[start:end])
                if known is None or not known.divisions:
                    continue
                name, sure = known, known.sure
            hits.append(_Hit(start, end, name, sure, why_not))
        return hits

    def _confirm(self, hits: list[_Hit]) -> None:
        """Look for second signs, and of several divisions of one name keep those that the rest of the text speaks for."""
        for hit in hits:
            others = [other for other in hits if other.name is not hit.name]
            if hit.name.own is not None:
                if hit.sure is None and (sign := self._sign_for_own(hit.name.own, others)):
                    hit.sure = sign
                continue
            kept = _widest([division for division in hit.name.divisions if any(_supports(other, division, hit) for other in others)], hit)
            near = any(other.name.own is not None and other.name.sure for other in others)
            home = tuple(division for division in hit.name.divisions if self._ours(division))
            if kept:
                hit.name = msgspec.structs.replace(hit.name, divisions=kept)
                hit.sure = hit.sure or Why.CHAIN
            elif home and (near or hit.sure) and len(hit.name.divisions) > 1:
                # people of a place do not say which of several of its name they mean
                hit.name = msgspec.structs.replace(hit.name, divisions=home)
                hit.sure = hit.sure or Why.NEIGHBOUR
            elif near and home:
                hit.sure = hit.sure or Why.NEIGHBOUR

    def _sign_for_own(self, place: OwnPlace, others: list[_Hit]) -> Why | None:
        for other in others:
            if other.name.own is not None:
                if other.name.own.name == place.within:
                    return Why.CHAIN
                if other.name.sure:
                    return Why.NEIGHBOUR
            elif any(division.name == place.within for division in other.name.divisions) or (
                other.sure and any(map(self._ours, other.name.divisions))
            ):
                return Why.CHAIN
        return None

    def _mention(self, text: str, hit: _Hit) -> Mention:
        own = hit.name.own
        if own is not None:
            chains: tuple[tuple[str, ...], ...] = (self._chain_of(own),)
        else:
            chains = tuple(chain(division.code) for division in hit.name.divisions)
        return Mention(
            text[hit.start : hit.end],
            hit.start,
            hit.end,
            chains,
            ours=own is not None or any(map(self._ours, hit.name.divisions)),
            around=any(map(self._around, hit.name.divisions)),
            sure=hit.sure is not None,
            why=hit.sure or hit.why_not,
        )

    def _chain_of(self, place: OwnPlace) -> tuple[str, ...]:
        names = [place.name]
        while (above := self._own.get(names[0])) is not None and above.within and above.within not in names:
            names.insert(0, above.within)
        top = next((one for one in divisions().values() if one.name == names[0] and (self._ours(one) or self._around(one))), None)
        return (*(chain(top.code)[:-1] if top else ()), *names)

    def _ours(self, division: Division) -> bool:
        return any(division.within(code) for code in self._home)

    def _around(self, division: Division) -> bool:
        return any(division.code != code and divisions()[code].within(division.code) for code in self._home)


def _touches(text: str, at: int) -> bool:
    return 0 <= at < len(text) and _IN_WORD.match(text[at]) is not None


def _supports(other: _Hit, division: Division, hit: _Hit) -> bool:
    """Whether another mention is of a division that this one lies in or holds.

    A province alone is too wide a sign for the short name of a county (云南大理古城 is no word of 古城区) unless it stands directly before.
    """
    for one in other.name.divisions:
        if one.code == division.code or not (one.within(division.code) or division.within(one.code)):
            continue
        wide = one.level == 1 and division.level == 3 and one.name not in _CITY_PROVINCES
        if not wide or hit.sure or other.end == hit.start:
            return True
    return False


def _widest(found: list[Division], hit: _Hit) -> tuple[Division, ...]:
    """Of a short name the division that holds all others, where one does: 朝阳 in 辽宁 is 朝阳市, not 朝阳县 in it."""
    for division in found if hit.sure is None else ():
        if all(other.within(division.code) for other in found):
            return (division,)
    return tuple(found)


def _division_names(home: Sequence[str]) -> Mapping[str, _Name]:
    """Full and short names. A short name is sure where it is no word and is a province, or the only city or county of ours so called."""
    full: dict[str, list[Division]] = {}
    short: dict[str, list[Division]] = {}
    for division in divisions().values():
        full.setdefault(division.name, []).append(division)
        if division.short and not (division.level == 3 and division.short in _NEVER):
            short.setdefault(division.short, []).append(division)
    names: dict[str, _Name] = {}
    for text, found in short.items():
        top = min(found, key=lambda division: (division.level, division.code))
        # 大理 is 大理州 with 大理市 in it, 吉林 the province, 西安 the city and not a district of that name: the wider division is meant
        same = [division for division in found if division.level == top.level]
        alone = (text not in _WORDS and len(same) == 1 and top.level < 3) or all(division.within(top.code) for division in found)
        known = alone and text not in _WORDS and (top.level < 3 or any(top.within(code) for code in home))
        names[fold(text)] = _Name((top,) if alone else tuple(found), sure=Why.WELL_KNOWN if known else None)
    for text, found in full.items():
        names[fold(text)] = _Name(tuple(found), sure=Why.FULL)
    return names


def own_names(places: Iterable[OwnPlace]) -> tuple[str, ...]:
    """All names of places that need no second sign, for what only looks for names."""
    return tuple(
        name for place in places if not place.common for name in (place.name, *place.other_names) if not _EVERYWHERE.fullmatch(fold(name))
    )
