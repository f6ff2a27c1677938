"""Names of places and bodies, found by their shape in Chinese and in English, so that one place gives one key whatever stands before it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from .han_name_words import CUTS, ENDINGS, FOLLOWERS, GUARDS, KEPT, MIDDLES, ORDINARY, ROADS
from .latin_names import latin_names_of
from .name_table import rows
from .numbers import plain_number
from .pinyin import pinyin

# A name is the two characters before its ending: three would take in the end of whatever word stands before.
CORE = 2
_READ_BACK = 6
_DIRECTIONS = "东西南北中一二三四五六七八九十"
_HAN = re.compile("[\u3400-\u9fff]")
_ENDING_KIND = {ending: kind for kind, endings in rows(ENDINGS).items() for ending in endings.split()}
_ENDINGS = AhoCorasick(list(_ENDING_KIND), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
_ENDING_WORDS = list(_ENDING_KIND)
_GUARDS = rows(GUARDS)
_FOLLOWERS = rows(FOLLOWERS)
# Kind → word → the key it stands for.
_MIDDLES = {
    kind: {word: key.replace("_", " ") for word, _, key in (pair.partition("=") for pair in words.split())}
    for kind, words in rows(MIDDLES).items()
}
_MIDDLE_SIZES = range(max(len(word) for words in _MIDDLES.values() for word in words), 0, -1)
_NUMBERED = re.compile("第?([一二三四五六七八九十]{1,3}|[0-9]{1,2})$")
_SHORT_SCHOOL = re.compile(
    "([一二三四五六七八九十](?<![一二三四五六七八九十第初高其之].)[一二三四五六七八九十]?)([中小院幼])(?![学时部分区撮口块段群孩伙型心间国午旬年期秋的有选断毒姐名朋伍路])"
)
_SHORT_KIND = {"中": ("school", "middle"), "小": ("school", "primary"), "幼": ("kindergarten", ""), "院": ("hospital", "")}
_LEVELS = {"小学": "primary", "完小": "primary", "完全小学": "primary", "中学": "middle", "初中": "middle", "高中": "middle"}
_LEVELS |= {"高级中学": "middle", "初级中学": "middle"}
# A name of these that has none of its own takes the town's or village's.
_OF_A_PLACE = "镇乡村"
_DIVISIONS = "县市镇乡区村省道州路街"
# The scenic area of a mountain is called by the mountain.
_LANDFORMS = frozenset({"mountain", "water", "bridge"})
_NAMED_BY_WORDS = frozenset({"road", "bridge"})
_ORDINARY_BUT_ROADS = ORDINARY - ROADS


class Name(NamedTuple):
    """A name: its core without the ending ("青石", "2 primary"), its kind, and where it stands in the text."""

    core: str
    kind: str
    start: int
    end: int


def key_of(name: Name) -> str:
    """What a name and its transliteration have in common: the core in Latin letters with the kind."""
    return f"{pinyin(name.core)} {name.kind}"


def _back(text: str, end: int, most: int) -> int:
    """Where the run of characters that can belong to one name begins, reading back from its end."""
    start = end
    while start > 0 and end - start < most:
        at = start - 1
        letter = text[at]
        if not "\u3400" <= letter <= "\u9fff":
            break
        if letter in CUTS and text[at : at + 2] not in KEPT and text[at - 1 : at + 1] not in KEPT:
            break
        start = at
    return start


def _core(text: str, end: int, kind: str) -> str:
    """The characters of a name that ends here, "" for none."""
    start = _back(text, end, _READ_BACK)
    room = end - start
    ordinary = _ORDINARY_BUT_ROADS if kind in _NAMED_BY_WORDS else ORDINARY
    if kind == "road" and room > CORE and text[end - 1] in _DIRECTIONS:
        core = text[end - CORE - 1 : end]
        return "" if core[:CORE] in ordinary else core
    if room < CORE:
        return ""
    core = text[end - CORE : end]
    if room > CORE and core[0] == "家":
        core = text[end - CORE - 1 : end]
    return "" if core in ordinary or (core[0] in "一两这那第" and core[1] in "个座条家所名") else core


def _institution(text: str, end: int, kind: str, ending: str) -> tuple[str, int]:
    """The core of a school, hospital or company that ends here, and where what tells it from others begins."""
    start = end
    number = ""
    middles: list[str] = []
    known = _MIDDLES.get(kind, {})
    sizes = _MIDDLE_SIZES if known else ()
    while True:
        word = next((text[start - size : start] for size in sizes if start >= size and text[start - size : start] in known), "")
        numbered = None if word or number or kind == "company" else _NUMBERED.search(text[max(0, start - 4) : start])
        if word:
            middles.append(known[word])
            start -= len(word)
        elif numbered:
            value = plain_number(numbered[1])
            if value is None:
                break
            number = str(int(value))
            start -= len(numbered[0])
        else:
            break
    level = _LEVELS.get(ending, "")
    if number:
        return f"{number} {level}".strip(), start
    generic = next((word for word in middles if word), "")
    before = text[start - 1 : start]
    own = "" if before and before in "路街" else _core(text, start, kind)
    if generic and (generic in ("people", "tcm", "maternal") or not own):
        of_a_town = before and before in _OF_A_PLACE and _core(text, start - 1, "town")
        return (of_a_town or generic), start
    if own:
        return own, start - len(own)
    if before and before in _DIVISIONS and kind != "company":
        return _core(text, start - 1, "road" if before in "路街" else "town"), start
    return "", start


def _in_chinese(text: str) -> list[Name]:
    found: list[Name] = []
    for at, start, end in _ENDINGS.find_matches_as_indexes(text):
        ending = _ENDING_WORDS[at]
        if text[start - 1 : start] in _GUARDS.get(ending, "") and start:
            continue
        if text[end : end + 1] in _FOLLOWERS.get(ending, "") and end < len(text):
            continue
        kind = _ENDING_KIND[ending]
        ending_at = start
        if kind in ("school", "kindergarten", "hospital", "company"):
            core, start = _institution(text, start, "school" if kind == "kindergarten" else kind, ending)
        else:
            core = _core(text, start, kind)
            start -= len(core)
        before = found[-1] if found else None
        if before and kind == "site" and before.kind in _LANDFORMS and before.end == ending_at:
            found[-1] = before._replace(end=end)
        elif core:
            if before and before.end > start:
                found.pop()
            found.append(Name(core, kind, start, end))
    for match in _SHORT_SCHOOL.finditer(text):
        kind, level = _SHORT_KIND[match[2]]
        value = plain_number(match[1])
        if value is not None and not any(name.start < match.end() and match.start() < name.end for name in found):
            found.append(Name(f"{int(value)} {level}".strip(), kind, match.start(), match.end()))
    return found


class _Gazetteer(NamedTuple):
    automaton: AhoCorasick
    names: list[tuple[str, str]]


@lru_cache(64)
def _gazetteer(places: tuple[str, ...]) -> _Gazetteer | None:
    forms: dict[str, tuple[str, str]] = {}
    for place in places:
        match = next((ending for ending in _ENDING_KIND if place.endswith(ending) and len(place) - len(ending) >= CORE), "")
        core, kind = (place[: len(place) - len(match)], _ENDING_KIND[match]) if match else (place, "place")
        for form in (place, core):
            forms.setdefault(form, (core, kind))
    if not forms:
        return None
    automaton = AhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    return _Gazetteer(automaton, list(forms.values()))


def _known(text: str, places: tuple[str, ...]) -> list[Name]:
    gazetteer = _gazetteer(places) if places else None
    if gazetteer is None:
        return []
    return [Name(*gazetteer.names[at], start, end) for at, start, end in gazetteer.automaton.find_matches_as_indexes(text)]


def names_of(folded: str, original: str = "", places: tuple[str, ...] = ()) -> list[Name]:
    """The names in a text, in reading order; `places` are folded names the desk knows, which win over what the shape says.

    English names are sought in the original text, where they are capitalised, and their spans are of that text; without it in the
    folded one, where only transliterated names can be told.

    >>> [(n.core, n.kind) for n in names_of("位于青石镇的云溪县人民医院")]
    [('青石', 'town'), ('云溪', 'county'), ('people', 'hospital')]
    """
    found: list[Name] = []
    if not folded.isascii() and _HAN.search(folded):
        found = _known(folded, places)
        for name in _in_chinese(folded):
            if not any(known.start < name.end and name.start < known.end for known in found):
                found.append(name)
        found.sort(key=lambda name: name.start)
    found.extend(Name(*name) for name in latin_names_of(original or folded))
    return found
