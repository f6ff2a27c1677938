"""Days of birth of private persons, known by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiying.core.clean.numbers import Span
from huiying.core.clean.view import after, before

_HAN_DAY = (
    r"(?:(?:19|20)?\d\d|[一二三四五六七八九〇零]{4})\s?[年./-]\s?(?:\d{1,2}|[一二三四五六七八九十]"
    r"{1,2})\s?[月./-]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号]?"
    r"|(?:(?:19|20)\d\d|[一二三四五六七八九〇零]{4}|民国[一二三四五六七八九十\d]{1,3}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])年?，?(?:农历|阴历)?"
    r"闰?[正一二三四五六七八九十冬腊]{1,2}月(?:初|十|二十|廿|卅)?[一二三四五六七八九十]日?"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_ENGLISH_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?:19|20)\d\d|{_MONTH} \d{{1,2}}(?:st|"
    rf"nd|rd|th)?,? (?:19|20)\d\d|\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)
_BIRTH = re.compile(
    rf"(?:出生(?:日期|年月日|年月|时间)?|生日|生于|诞辰)[ :：为是在（(]{{0,3}}(?P<a>{_HAN_DAY})"
    rf"|(?P<b>{_HAN_DAY})(?=\s?(?:出生|生(?![产效活意态]|[命成日])|生人))"
    rf"|(?:\b(?i:date of birth|birth ?date|birthday|d\.?o\.?b\.?)(?: (?:is|was|as|of))?[ :]{{1,3}}|"
    rf"\b(?i:born)(?: on)?:? )(?P<c>{_ENGLISH_DAY})"
)
_BODY_BORN = re.compile(
    r"局长|书记|县长|市长|镇长|主席|院长|校长|拟任|现任|任前公示|诗人|作家|皇帝|将军|烈士|"
    r"革命|著名|创始人|总统|同志|作者|poet|author|president|king|queen|founder|composer|"
    r"minister|mayor",
    re.I,
)
_OWN = re.compile(r"\b(?:I|my|me)\b|[我他她]|[家先](?:父|母|严|慈|兄|夫)|身份证|National Insurance|patient|患者|孩子|原告|被告", re.I)


def find(view: str) -> Iterator[Span]:
    """Full dates of birth, but not those in the lives of people of history and office."""
    for match in _BIRTH.finditer(view):
        kind = match.lastgroup or "a"
        around = before(view, match.start()) + after(view, match.end(), 30 if kind != "c" else 16)
        # From one day to another whole years are born.
        if view[max(0, match.start(kind) - 1) : match.start(kind)] in tuple("至到~-—"):
            continue
        if not _BODY_BORN.search(around) or _OWN.search(before(view, match.start())):
            yield match.start(kind), match.end(kind), "birth"
