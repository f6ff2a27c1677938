"""The line to take (口径): the one agreed wording of a case with its figures, and what contradicts it or another published text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from huiying.core.statement.checks import Finding
from huiying.core.statement.content import Content
from huiying.core.statement.wording import normal
from huiying.core.types import Refusal

_HAN = "零一二三四五六七八九"
_NUMBER = re.compile(r"(?<![\d.])(\d[\d,]*(?:\.\d+)?)|([零一二两三四五六七八九十百千万]+)(?=[人名例位户起宗件家辆栋所处座吨次元米])")
_UNIT = re.compile(
    r"\s*(%|毫克|微克|公里|平方米|万元|亿元|小时|分钟|[人名例位户起宗件家辆栋所处座吨次元米天]|"
    r"mg|people|persons?|residents?|pupils?|students?|children|patients?|households?|homes?|schools?|vehicles?|hours?|minutes?|days?|yuan)"
)
_SAME = {"名": "人", "位": "人", "persons": "people", "person": "people"}
_TENS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
LIKE = 0.6
"""Share of common character pairs above which two sentences, their numbers left out, tell of the same fact."""


class Figure(msgspec.Struct, frozen=True):
    """One number that is agreed: what it counts in words that a sentence would use ("送医", "taken to hospital"), its value and unit."""

    name: str
    value: str
    unit: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One version of the line to take. `version` counts 1, 2, 3 within its case."""

    version: int
    wording: str
    figures: tuple[Figure, ...] = ()


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A text that is public already: who spoke, how pages call it, and what it says."""

    label: str
    content: Content


def numbers(text: str) -> tuple[tuple[str, str], ...]:
    """Every number that counts something, with its unit, in one writing: ("12", "人")."""
    plain = normal(text)
    found: list[tuple[str, str]] = []
    for match in _NUMBER.finditer(plain):
        unit = _UNIT.match(plain, match.end())
        if unit:
            word = unit.group(1)
            value = match.group(1).replace(",", "") if match.group(1) else str(_han(match.group(2)))
            found.append((value, _SAME.get(word, word.removesuffix("s") if word.isascii() and len(word) > 3 else word)))
    return tuple(found)


def check_line(wording: str, figures: Sequence[Figure]) -> None:
    """Refuses a line that says nothing, or names one figure twice."""
    if not wording.strip():
        raise Refusal("The line to take needs its wording.")
    names = [normal(figure.name).strip() for figure in figures]
    if not all(names) or not all(figure.value.strip() for figure in figures):
        raise Refusal("Each figure of the line to take needs what it counts and its value.")
    if len(set(names)) < len(names):
        raise Refusal("The line to take names one figure twice. Keep one of them.")


def departures(texts: Iterable[str], line: Line | None) -> Iterator[Finding]:
    """Sentences that name an agreed figure with another number."""
    if line is None:
        return
    for index, text in enumerate(texts):
        plain = normal(text)
        for figure in line.figures:
            wanted = (figure.value.strip().replace(",", ""), _SAME.get(figure.unit, figure.unit))
            same_unit = [value for value, unit in numbers(text) if not wanted[1] or unit == wanted[1]]
            if normal(figure.name).strip() in plain and same_unit and wanted[0] not in same_unit:
                yield Finding(
                    template='The line to take (version %(version)s) says %(value)s for "%(figure)s", this sentence says %(said)s. '
                    "Agree on a new version first, or use its number.",
                    values={"version": line.version, "value": figure.value + figure.unit, "figure": figure.name, "said": same_unit[0]},
                    sentence=index,
                )


def contradictions(content: Content, published: Iterable[Said], line: Line | None) -> Iterator[Finding]:
    """Sentences that give another number for the same fact than a text that is public: the same claim or nearly the same words, the same
    unit, no number in common. The agreed line settles it: a number that it names for that fact may be said.
    """
    said = [(other.label, sentence) for other in published for sentence in other.content.sentences]
    for index, sentence in enumerate(content.sentences):
        own = numbers(sentence.text)
        if not own or _settled(sentence.text, line):
            continue
        for label, theirs in said:
            same = not set(sentence.claims).isdisjoint(theirs.claims) or _like(sentence.text, theirs.text)
            for unit in sorted({unit for _, unit in own}) if same else ():
                mine, other = {v for v, u in own if u == unit}, {v for v, u in numbers(theirs.text) if u == unit}
                if other and mine.isdisjoint(other):
                    yield Finding(
                        template='"%(label)s" says %(theirs)s for this, this sentence says %(ours)s. '
                        "Two numbers for one fact are not published: agree on the line to take first.",
                        values={"label": label, "theirs": min(other) + unit, "ours": min(mine) + unit},
                        sentence=index,
                    )
                    break
            else:
                continue
            break


def _settled(text: str, line: Line | None) -> bool:
    """Whether the line names a figure of this sentence with the number that the sentence has."""
    if line is None:
        return False
    values, plain = {value for value, _ in numbers(text)}, normal(text)
    return any(normal(figure.name).strip() in plain and figure.value.strip().replace(",", "") in values for figure in line.figures)


def _like(one: str, other: str) -> bool:
    first, second = _pairs(one), _pairs(other)
    return bool(first and second) and len(first & second) >= LIKE * len(first | second)


def _pairs(text: str) -> frozenset[str]:
    bare = _NUMBER.sub("", normal(text))
    letters = "".join(c for c in bare if unicodedata.category(c)[0] == "L")
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


def _han(text: str) -> int:
    total = digit = 0
    for sign in text:
        if sign in _TENS:
            scale = _TENS[sign]
            total = (total + digit) * scale if scale == 10_000 else total + max(digit, 1) * scale
            digit = 0
        else:
            digit = 2 if sign == "两" else _HAN.index(sign)
    return total + digit
