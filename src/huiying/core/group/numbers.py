"""Numbers that tell one happening from another, said the same way in Chinese and English: six minutes, 98 yuan, 1,120 households, May 7."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LEAST_COUNT = 3  # "one man", "two days" are told of everything
LEAST_DIGITS = 3  # of a number that counts nothing

_HAN_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_SCALES = {"万": 10_000, "亿": 100_000_000}
_WORDS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "bn": 1_000_000_000, "mn": 1_000_000}
_MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
    "november": 11, "december": 12
}  # fmt: skip
_MONTHS |= {name[:3]: month for name, month in _MONTHS.items()} | {"sept": 9}
_NEVER = frozenset({"12345", "12315", "12306", "110", "119", "120", "114", "122", "996", "100"})

# Unit both languages share → the Chinese words for it and the English ones.
_UNITS = {
    "minute": ("分钟", "minute min"),
    "hour": ("小时 个小时 钟头 个钟头 个钟", "hour hr"),
    "day": ("天", "day"),
    "week": ("周 个星期 星期 个礼拜", "week"),
    "month": ("个月 个多月", "month"),
    "year": ("年", "year"),
    "age": ("岁 周岁", "year-old years-old"),
    "yuan": ("元 块钱 块 元钱 圆 rmb 元人民币", "yuan rmb renminbi"),
    "household": ("户 余户 多户 户居民 户人家", "household family home families"),
    "person": (
        "人 名 位 余人 多人 余名 多名 个人 位老人 名学生 名孩子 人次 名老人 名工人 名群众 名村民 名员工 名患者",
        "people person resident student pupil worker villager patient child children employee passenger men women tourist visitor parent "
        "driver",
    ),
    "metre": ("米 余米 多米", "metre meter m"),
    "kilometre": ("公里 千米", "kilometre kilometer km"),
    "centimetre": ("厘米 公分", "centimetre centimeter cm"),
    "millimetre": ("毫米 mm", "millimetre millimeter mm"),
    "square metre": ("平方米 平米 平方", "sqm"),
    "tonne": ("吨 余吨 多吨", "tonne ton"),
    "kilogram": ("公斤 千克", "kilogram kilo kg"),
    "jin": ("斤", "jin catty"),
    "mu": ("亩 余亩 多亩", "mu acre"),
    "floor": ("层 楼", "floor storey story"),
    "vehicle": ("辆 台车 辆车 余辆 多辆", "vehicle car truck bus"),
    "animal": ("头 只 条", "pig dog cow sheep chicken duck animal"),
    "case": ("起 例 宗", "case"),
    "time": ("次 余次 多次", "time"),
    "fold": ("倍", "fold times-higher"),
    "percent": ("% 个百分点 成", "percent per-cent %"),
    "degree": ("度 ℃ 摄氏度", "degree c"),
    "level": ("级", "magnitude level"),
    "flat": ("套", "flat apartment unit"),
    "block": ("号楼 栋 幢", "block building"),
    "shop": ("家 余家 多家", "shop restaurant company firm"),
    "tree": ("棵 株", "tree"),
    "ticket": ("张", "ticket"),
    "route": ("路公交 路车 路公交车 路", "route"),
    "phase": ("期", "phase"),
    "stop": ("站", "stop"),
    "class": ("个班 班", "class"),
}  # fmt: skip
_HAN_UNIT = {word: unit for unit, (words, _) in _UNITS.items() for word in words.split()}
_ENGLISH_UNIT = {word.replace("-", " "): unit for unit, (_, words) in _UNITS.items() for word in words.split()}

# What a number of Chinese text begins with comes first in an expression by itself: so it is sought by the fastest of scans. Digits of other
# scripts are no part of one.
_TO_TEN = "一二三四五六七八九十"
_HAN = "零〇一二两三四五六七八九十百千"
_HAN_VALUE = rf"[0-9{_HAN}](?:(?<=[0-9])[0-9,]*(?:\.[0-9]+)?|(?<=[{_HAN}])[{_HAN}]*)"
_HAN_SMALL = f"[0-9{_TO_TEN}](?:(?<=[0-9])[0-9]?|(?<=[{_TO_TEN}])[{_TO_TEN}]{{0,2}})"
_HAN_DATE = re.compile(f"({_HAN_SMALL})月({_HAN_SMALL})[日号]")
_HAN_TIME = re.compile(f"({_HAN_SMALL})(?:(?<=[0-9])[:：]([0-9]{{2}})(?![0-9])|[时点](?:(半)|([0-9]{{1,2}})分?)?)")
_DAY_PARTS = frozenset(("凌晨", "早上", "清晨", "上午", "中午", "下午", "傍晚", "晚上", "夜里"))
_LATER_PARTS = frozenset(("下午", "傍晚", "晚上", "晚", "夜里"))
_HAN_LOSS = re.compile(
    rf"({_HAN_VALUE})(?:名|人|位|例|个)[^0-9，。；,;]{{0,6}}?(?:(死亡|遇难|身亡|溺亡|丧生|罹难|去世|遇害)|(受伤|重伤|轻伤|伤|骨折))"
)
_HAN_HARM = re.compile("死亡|遇难|身亡|溺亡|丧生|罹难|去世|遇害|伤|骨折|致")
_LOSS_OF_HAN = re.compile(rf"(?:(死亡|遇难|致死|致)|(受伤|致伤|伤者))({_HAN_VALUE})(?:名|人|位|例)?(死)?")
_HAN_UNITS = "|".join(sorted(map(re.escape, _HAN_UNIT), key=lambda word: (-len(word), word)))
_UNIT_BEGINS = "".join(sorted({word[0] for word in _HAN_UNIT}))
_HAN_COUNT = re.compile(rf"({_HAN_VALUE})(多|余|来|几)?([万亿])?(多|余)?(?:(?=[{_UNIT_BEGINS}])({_HAN_UNITS}))?")
_WORD_NUMBER = "|".join((*_WORDS[1:], *_TENS))
_ENGLISH_VALUE = rf"(?:\d[\d,]*(?:\.\d+)?|(?:{_WORD_NUMBER})(?:[ -](?:{'|'.join(_WORDS[1:10])}))?)"
_ENGLISH_COUNT = re.compile(
    rf"(?<![\w.])(?:(rmb|cny|¥|￥) ?)?({_ENGLISH_VALUE})(st|nd|rd|th)?(?:[ -](hundred|thousand|million|billion|mn|bn))?"
    r"(?:[ -]?([a-z%°]+)(?:[ -]([a-z]+))?(?:[ -]([a-z]+))?)?"
)
_BEGINNING_WORDS = ("rmb", "cny", *_WORDS[1:], *_TENS)
_COUNT_BEGINS = re.compile(
    rf"[\d¥￥{''.join(sorted({word[0] for word in _BEGINNING_WORDS}))}](?<![\w.].)"
    rf"(?:(?<=[\d¥￥])|{'|'.join(sorted({word[1:] for word in _BEGINNING_WORDS}))})"
)
_MONTH = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_ENGLISH_DATE = re.compile(rf"\b(?:({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?\b|(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTH})\b)")
_ENGLISH_TIME = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\b|\b([01]?\d|2[0-3]):([0-5]\d)\b")
_LOSS = re.compile(
    rf"\b(?:(kill(?:s|ed|ing)?|claims?|claimed|drowns?)|(injur(?:es?|ed|ing)|hurts?|wound(?:s|ed)?)) (?:at least )?({_ENGLISH_VALUE})\b"
    rf"|\b({_ENGLISH_VALUE}) (?:\w+ )?(?:(?:were|was|are|have|had|feared|confirmed) ){{0,2}}"
    r"(?:(dead|killed|died|die|drown(?:ed)?|deaths)|(injured|hurt|wounded))\b"
)
_ROUTE = re.compile(r"\b(?:bus |line |route )?(?:route|bus|line)(?: no\.?)? (\d{1,3})\b")
_BLOCK = re.compile(r"\b(?:block|building)(?: no\.?)? (\d{1,3})\b")
_HAN_LETTER = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[a-z][a-z]*")
_LETTERS = re.compile("[a-z]{2}")
_ANY_NUMBER = re.compile(r"[\d一二两三四五六七八九十百]")
_ANY_DIGIT = re.compile(r"\d")
_ANY_WORD = re.compile(rf"\b(?:{_WORD_NUMBER})\b")
_WORD_BEGINS = re.compile(rf"\b(?:{_WORD_NUMBER})")
# Each expression needs one of its words, and whether a text has one is known much sooner than where the expression stands.
_NUMBER_WORDS = frozenset((*_WORDS[1:], *_TENS))
_MONTH_WORDS = frozenset(_MONTHS)
_CLOCK = re.compile(r"\d(?: ?[ap]\.?m|[:.]\d)")
_HARM = frozenset(
    """
    kill kills killed killing claim claims claimed drown drowns drowned injure injures injured injuring hurt hurts wound wounds wounded
    dead died die deaths
    """.split()  # noqa: SIM905 - prose is easier to check than a list of quoted words
)
_PLACED = ((_ROUTE, "route", frozenset(("route", "bus", "line"))), (_BLOCK, "block", frozenset(("block", "building"))))


class Number(NamedTuple):
    """A number as a plain decimal, what it counts ("" for nothing), and where it stands in the text."""

    value: str
    unit: str
    start: int
    end: int


@lru_cache(1 << 12)
def plain_number(han: str) -> float | None:
    """The value of digits or of Chinese numerals ("十二", "一千一百"), None where they are not a number."""
    if han[0].isascii():
        return float(han.replace(",", ""))
    if not any(mark in _HAN_TENS for mark in han):
        digits = "".join(str(_HAN_DIGITS[mark]) for mark in han)
        return float(digits) if len(han) == 1 or len(han) >= 4 else None
    total = digit = 0
    for mark in han:
        if mark in _HAN_TENS:
            total += (digit or 1) * _HAN_TENS[mark]
            digit = 0
        else:
            digit = _HAN_DIGITS[mark]
    return float(total + digit)


def _english_value(words: str) -> float:
    if words[0].isdigit():
        return float(words.replace(",", ""))
    return float(sum(_TENS[word] if word in _TENS else _WORDS.index(word) for word in re.split("[ -]", words)))


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.10g}"


def _significant(value: float, unit: str, digits: str) -> bool:
    if unit == "year" and 1900 <= value <= 2100:
        return False
    if unit:
        return value >= LEAST_COUNT
    whole = digits.replace(",", "")
    return whole not in _NEVER and len(whole.partition(".")[0]) >= LEAST_DIGITS and whole[0].isdigit() and not 1900 <= value <= 2100


class _Found:
    """Numbers found so far; a stretch of text is read once, by the first expression that understands it."""

    def __init__(self) -> None:
        self.numbers: list[Number] = []
        self.read: set[int] = set()

    def add(self, start: int, end: int, value: str, unit: str) -> None:
        span = range(start, end)
        if self.read.isdisjoint(span):
            self.read.update(span)
            self.numbers.append(Number(value, unit, start, end))


def _date(found: _Found, match: re.Match[str], month: float | None, day: float | None) -> None:
    if month and day and month <= 12 and day <= 31:
        found.add(*match.span(), f"{int(month)}-{int(day)}", "date")


def _time(found: _Found, start: int, end: int, hour: float | None, minute: float, *, later: bool) -> None:
    if hour is not None and hour < 25 and minute < 60:
        found.add(start, end, f"{int(hour) + 12 if later and hour < 12 else int(hour)}:{int(minute):02}", "time")


def _in_chinese(text: str, found: _Found) -> None:
    if "月" in text:
        for match in _HAN_DATE.finditer(text):
            _date(found, match, plain_number(match[1]), plain_number(match[2]))
    for match in _HAN_TIME.finditer(text) if "时" in text or "点" in text or ":" in text or "：" in text else ():
        hour, minutes, half, more = match.groups()
        start, end = match.span()
        part = _day_part(text, start)
        if minutes or part or more:
            minute = float(minutes or more or (30 if half else 0))
            _time(found, start - len(part), end, plain_number(hour), minute, later=part in _LATER_PARTS)
    if _HAN_HARM.search(text):
        _losses_in_chinese(text, found)
    for match in _HAN_COUNT.finditer(text):
        digits, more, scale, _, unit_word = match.groups()
        value = None if more == "几" or not (unit_word or digits[0].isascii()) else plain_number(digits)
        if value is None:
            continue
        value *= _HAN_SCALES.get(scale or "", 1)
        unit = _HAN_UNIT.get(unit_word or "", "")
        named = unit in ("route", "block") and digits[0].isdigit()
        if named or (unit != "route" and _significant(value, unit, digits)):
            found.add(*match.span(), _plain(value), unit)


def _day_part(text: str, end: int) -> str:
    """The part of the day that is named right before an hour, "" for none."""
    before = text[max(0, end - 2) : end]
    return before if before in _DAY_PARTS else before[-1:] if before[-1:] == "晚" else ""


def _losses_in_chinese(text: str, found: _Found) -> None:
    for expression in (_HAN_LOSS, _LOSS_OF_HAN):
        for match in expression.finditer(text):
            first, second, third = match[1], match[2], match[3]
            words, dead = (first, bool(second)) if expression is _HAN_LOSS else (third, bool(first))
            if expression is _LOSS_OF_HAN and first == "致" and not match[4]:
                continue
            value = plain_number(words)
            if value:
                found.add(*match.span(), _plain(value), "death" if dead else "injury")


def _in_english(text: str, words: frozenset[str], found: _Found) -> None:
    if not words.isdisjoint(_MONTH_WORDS):
        for match in _ENGLISH_DATE.finditer(text):
            _date(found, match, _MONTHS[match[1] or match[4]], float(match[2] or match[3]))
    if _CLOCK.search(text):
        for match in _ENGLISH_TIME.finditer(text):
            _time(found, *match.span(), float(match[1] or match[4]), float(match[2] or match[5] or 0), later=match[3] == "p")
    if not words.isdisjoint(_HARM):
        for match in _LOSS.finditer(text):
            value = _english_value(match[3] or match[4])
            if value:
                found.add(*match.span(), _plain(value), "death" if match[1] or match[5] else "injury")
    for expression, unit, needed in _PLACED:
        if not words.isdisjoint(needed):
            for match in expression.finditer(text):
                found.add(*match.span(), match[1], unit)
    for match in _english_counts(text):
        currency, number, _, scale, *following = match.groups()
        value = _english_value(number) * _SCALES.get(scale or "", 1)
        unit = "yuan" if currency else _unit_of(list(filter(None, following))) if following[0] else ""
        if _significant(value, unit, number):
            found.add(*match.span(), _plain(value), unit)


def _english_counts(text: str) -> Iterator[re.Match[str]]:
    """What `_ENGLISH_COUNT` finds, tried only where it can begin."""
    after = 0
    for begins in _COUNT_BEGINS.finditer(text):
        match = _ENGLISH_COUNT.match(text, begins.start()) if begins.start() >= after else None
        if match:
            after = match.end()
            yield match


def _unit_of(words: list[str]) -> str:
    """The unit among the words after a number: next to it, or after one adjective."""
    for size in (2, 1):
        unit = _unit_named(" ".join(words[:size]))
        if unit:
            return unit
    return _unit_named(words[1]) if len(words) > 1 else ""


def _unit_named(word: str) -> str:
    return _ENGLISH_UNIT.get(word) or (_ENGLISH_UNIT.get(word[:-1], "") if word.endswith("s") else "")


def numbers_of(folded: str) -> list[Number]:
    """The telling numbers of a folded text in reading order.

    >>> [(n.value, n.unit) for n in numbers_of("5月7日22时20分停水，1120户受影响")]
    [('5-7', 'date'), ('22:20', 'time'), ('1120', 'household')]
    """
    words = frozenset(_LATIN.findall(folded))
    if not _ANY_NUMBER.search(folded) and (words.isdisjoint(_NUMBER_WORDS) or not _ANY_WORD.search(folded)):
        return []
    found = _Found()
    chinese = not folded.isascii() and _HAN_LETTER.search(folded)
    if chinese:
        _in_chinese(folded, found)
    if (not chinese or (words and _LETTERS.search(folded))) and (_ANY_DIGIT.search(folded) or _WORD_BEGINS.search(folded)):
        _in_english(folded, words, found)
    return sorted(found.numbers, key=lambda number: number.start)
