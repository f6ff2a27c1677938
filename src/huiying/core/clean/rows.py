"""Rows of names and rows of things: who stands beside whom, and what the first of them is called."""

from __future__ import annotations

import re

from huiying.core.clean import likely
from huiying.core.clean.letters import LEVELS
from huiying.core.clean.pairs import PAIRS
from huiying.core.clean.shapes import FIRST, PLACE, ends_as_thing, surname, unlikely
from huiying.core.clean.surnames import COMPOUND, GIVEN

_ROW_NEXT = re.compile("(?:[（(][^（）()\n]{1,14}[)）])?[、和与及](?P<name>[\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])")
_ROW_LAST = re.compile("(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{2,4})(?:[（(][^（）()\n]{1,14}[)）])?[、和与及]\\Z")
_ROW = re.compile(
    "(?P<first>[\u4e00-\u9fff]{2,12})(?:[（(][^（）()\n]{1,14}[)）])?、(?:[\u4e00-\u9fff]{2,4}(?:[（(][^（）()\n]{1,14}[)）])?、)*\\Z"
)
_ROW_ON = re.compile(
    "(?:[（(][^（）()\n]{1,14}[)）])?(?P<rest>(?:、[\u4e00-\u9fff]{2,4}(?:[（(][^（）()\n]{1,14}[)）])?(?![\u4e00-\u9fff]))*)"
)
_ITEM = re.compile("(?<=、)[\u4e00-\u9fff]{2,4}|\\A[\u4e00-\u9fff]{2,4}(?=、)")
_BRACKETS = "(?:[（(][^（）()\n]{1,14}[)）])?"
_ENDS = "(?:(?![\u4e00-\u9fff])|(?=等?[两三四五六七八九十]{1,2}[位名人户]|[为被获]))"
_LONG_ROW = re.compile(f"(?P<first>[\u4e00-\u9fff]{{2,12}}){_BRACKETS}(?P<rest>(?:、[\u4e00-\u9fff]{{2,4}}{_BRACKETS}{_ENDS})+)")
_LISTED = re.compile(f"(?<=、)[\u4e00-\u9fff]{{2,4}}?{_ENDS}|(?<=、)[\u4e00-\u9fff]{{2,4}}")
_MOSTLY, _SURELY = 0.6, 2
"""How much of a row must have the form of names, and how many of it must be known for such, for the rest to be names too."""
_OF_UNIT = re.compile(
    "(?:\\A|[：:、，,。\n\x00])(?P<unit>[\u4e00-\u9fff]{2,10}?(?:小学|中学|学校|幼儿园|医院|卫生院|村|社区|公司|厂))(?P<name>[\u4e00-\u9fff]{2,4})(?=[、，,。；;\n\x00]|等|\\Z)"
)
_ENOUGH_UNITS = 3
_TELLING = frozenset("有为是括含用予彰扬")
"""What stands before the first of a row, whose given name may be an everyday word: 还有江大海、许文静."""
_ROW_STARTS = frozenset("、和与及")
_ROW_ENDS = _ROW_STARTS | frozenset("（(")


def next_to(text: str, end: int) -> int:
    """1 where what is listed next has the form of a name, -1 where it has not, 0 where nothing is listed."""
    if text[end : end + 1] not in _ROW_ENDS:
        return 0
    match = _ROW_NEXT.match(text, end)
    return 0 if match is None else 1 if _alike(text, *match.span("name")) else -1


def last_before(text: str, start: int) -> int:
    if text[start - 1 : start] not in _ROW_STARTS:
        return 0
    match = _ROW_LAST.search(text, max(0, start - 24), start)
    return 0 if match is None else 1 if _alike(text, *match.span("name")) else -1


def among_things(text: str, start: int, end: int) -> bool:
    """Whether one stands in a row that tells nobody's role and of which most cannot be names: 黄瓜、毛豆、石榴."""
    if text[end : end + 1] != "、" and text[start - 1 : start] != "、":
        return False
    head = _ROW.search(text, max(0, start - 48), start)
    first = head.start() if head else start
    row = text[first:start] + text[start:end] + (_ROW_ON.match(text, end) or [""])[0]
    items = [match.span() for match in _ITEM.finditer(row)]
    named = sum(_alike(row, *span) for span in items)
    return len(items) > 2 and 2 * named <= len(items) and head_of(text, start) < 1


def head_of(text: str, start: int) -> float:
    """How much stands before the first name of the row in which one stands: 候选人武夷、金秋、温泉."""
    match = _ROW.search(text, max(0, start - 48), start)
    if match is None:
        return -0.5
    end = match.end("first")
    return max(likely.left(text[max(0, first - 24) : first]) for first in (end - 2, end - 3) if first >= 0)


def others(text: str, names: set[str]) -> set[str]:
    """Who else is named in rows of three and more that are mostly of names, whatever their surname: 景艳、南秋林、苏文革."""
    found: set[str] = set()
    for match in _LONG_ROW.finditer(text):
        items = [text[slice(*span)] for span in _spans(match)]
        first = max((name for name in names if match["first"].endswith(name)), key=len, default="")
        known = [name for name in items if name in names] + [first] * bool(first)
        like = [name for name in items if name not in names and _alike(name, 0, len(name))]
        if len(items) < 2 or len(known) < _SURELY or len(known) + len(like) < _MOSTLY * (len(items) + 1):
            continue
        found.update(name for name in items if name not in names and (name in like or _able(name)))
        last = match["first"][-3:]
        if not first and last[0] in FIRST and match["first"][-4:-3] in _TELLING and all(map(GIVEN.get, last[1:])):
            found |= set() if ends_as_thing(last[1:]) else {last}
        elif not first and _able(last) and likely.left(text[max(0, match.end("first") - 27) : match.end("first") - 3]) > 0:
            found.add(last)
    return found


def by_units(text: str, names: set[str]) -> set[str]:
    """Who else is named in a list that tells everybody's school, ward or village: 青坪小学晏清荷、大堰小学司徒敏."""
    listed = [match["name"] for match in _OF_UNIT.finditer(text)]
    if len(listed) < _ENOUGH_UNITS or 2 * sum(name in names or _alike(name, 0, len(name)) for name in listed) < len(listed):
        return set()
    return {name for name in listed if name not in names and (_alike(name, 0, len(name)) or _able(name) or name[:2] in COMPOUND)}


def _spans(row: re.Match[str]) -> list[tuple[int, int]]:
    return [match.span() for match in _LISTED.finditer(row.string, row.start("rest"), row.end("rest"))]


def _able(name: str) -> bool:
    """Whether two or three characters may be a name by the last of them, be the first a surname or not."""
    given = name[1:]
    return len(given) < 3 and all(map(LEVELS.get, given)) and PAIRS.isdisjoint((name[:2], given)) and not ends_as_thing(given)


def _alike(text: str, start: int, end: int) -> bool:
    if text[start] not in FIRST and text[start : start + 2] not in COMPOUND:
        return False
    size = surname(text, start)[1]
    return 1 <= end - start - size <= 2 and text[start:end] not in PAIRS and text[end - 1] not in PLACE and not unlikely(text, start, end)
