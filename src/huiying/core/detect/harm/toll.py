"""How many people a sentence names as dead, missing, buried or trapped."""

from __future__ import annotations

import re

from huiying.core.detect.query import HAN

_NUMBER = "(?P<n>\\d{1,4}|[一二两三四五六七八九十百]{1,3})"
_TOLL = (
    re.compile(
        rf"{_NUMBER}余?(?![岁月日号楼栋年时分])(?:名|位|个|户|家|人)?[{HAN}]{{0,5}}?(?:死|遇难|身亡|丧生|失联|失踪"
        r"|被埋|掩埋|被困|遇险|溺亡)"
    ),
    re.compile(rf"(?:死亡|遇难|身亡|失联|失踪|被埋|被困|掩埋民?房?屋?约?){_NUMBER}余?(?:名|位|个|户|家|人)"),
    re.compile(r"(?P<n>\d{1,4})(?: [a-z]+){0,2} (?:dead|killed|missing|trapped|drowned|died)\b"),
    re.compile(r"\b(?:killed|kills|killing) (?:at least )?(?P<n>\d{1,4})\b"),
)
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def toll(sentence: str) -> int:
    """The greatest such number in a folded sentence; 0 where there is none."""
    return max((_number(found["n"]) for pattern in _TOLL for found in pattern.finditer(sentence)), default=0)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition("十")
    if "百" in text:
        return 100
    return (_DIGITS.get(tens, 1) * 10 if "十" in text else 0) + _DIGITS.get(ones, 0)
