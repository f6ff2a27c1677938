"""Dates as sources write them, in Chinese and English, into aware UTC.

The general parsers get these wrong without a word: 2026年11月23日 becomes the first of November, CST always US Central.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone, tzinfo

EARLIEST = datetime(1995, 1, 1, tzinfo=UTC)
AHEAD = timedelta(minutes=10)  # clocks differ this much without anybody lying

_LONGEST = 100
_FULL_WIDTH = re.compile("[\u3000\uff00-\uffef\xa0]")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-]\d\d:?(?:\d\d)?))?)?\Z", re.I)
_CLOCK = (
    r"(?:\s*(?:星期|周)[一二三四五六日天])?[\sT,，]*(?:(?P<half>上午|早上|早晨|凌晨|中午|下午|傍晚|晚上|晚)\s*)?"
    r"(?P<hour>\d{1,2})(?:\s*[:时點点]\s*(?P<minute>\d{1,2})?)(?:\s*[:分]\s*(?P<second>\d{1,2}))?(?:\.\d+)?分?秒?"
    r"(?:\s*(?P<ampm>[ap]\.?m\.?))?(?:\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)\b)?"
)
_YMD = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}})\s*[-/.年]\s*(?P<month>\d{{1,2}})\s*[-/.月]\s*(?P<day>\d{{1,2}})(?!\d)\s*[日号]?(?:{_CLOCK})?", re.I
)
_MD = re.compile(
    rf"(?<![\d/.-])(?P<month>\d{{1,2}})(?:\s*月\s*(?P<day>\d{{1,2}})\s*[日号]|[-/](?P<day2>\d{{1,2}})(?![\d/-]))(?:{_CLOCK})?", re.I
)
_DAY_WORD = re.compile(rf"(?P<word>今天|今日|昨天|昨日|前天|today|yesterday)(?:,?\s*(?:at\s+)?{_CLOCK})?", re.I)
_DAYS_BACK = {"今天": 0, "今日": 0, "today": 0, "昨天": 1, "昨日": 1, "yesterday": 1, "前天": 2}
_AGO = re.compile(
    r"(?P<n>\d{1,4}|an?|半个?)\s*个?\s*(?P<unit>秒钟?|分钟?|小时|天|日|周|星期|月|"
    r"s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:eeks?)?|months?)\s*(?:之?前|ago)\b",
    re.I,
)
_NOW = re.compile(r"刚刚|刚才|just now|now\Z", re.I)
_UNITS = (("month", 30 * 86400), ("月", 30 * 86400), ("秒", 1), ("s", 1), ("分", 60), ("m", 60), ("小时", 3600), ("h", 3600), ("天", 86400))
_MORE_UNITS = (("日", 86400), ("d", 86400), ("周", 7 * 86400), ("星期", 7 * 86400), ("w", 7 * 86400))
_MONTHS = {
    name: number for number, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_ZH_MONTHS = {
    f"{name}月": number for number, name in enumerate(("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"), 1)
}
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|十[一二]?月|[一二三四五六七八九]月)"
_TIME = (
    r"(?:[\s,T]*(?:at\s+)?(?P<hour>\d{1,2})(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?\s*(?P<ampm>[ap]\.?m\.?)?"
    r"\s*\(?(?P<zone>[+-]\d\d?:?(?:\d\d)?|(?:GMT|UTC?)\s*[+-]\s*\d{1,2}(?::?\d\d)?|[A-Z]{1,5})?\)?)?"
)
_DMY = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH}[\s,-]+(?P<year>\d{{4}}|\d\d)(?!\d){_TIME}", re.I)
_MDY = re.compile(rf"\b{_MONTH}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d){_TIME}", re.I)
_CTIME = re.compile(
    rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})\s+(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)\s*(?P<zone>[A-Z]{{1,5}})?\s*(?P<year>\d{{4}})",
    re.I,
)
_HAN = "〇零○一二两三四五六七八九十"
_DIGITS = dict(zip(_HAN[:-1], "0001223456789", strict=True))
_HAN_RUN = re.compile(rf"([{_HAN}]{{1,4}})(?=\s*(?:年|月|日|号|点|點|时|時|分|秒|小时|个|天|周))")
_HAN_DATE = re.compile(rf"[〇零○一二三四五六七八九]{{4}}\s*年|(?:[{_HAN}]{{1,3}}|\d{{1,2}})\s*月\s*[{_HAN}]{{1,3}}\s*[日号]")
_LUNAR = re.compile(
    r"农历|農曆|阴历|陰曆|旧历|夏历|[正腊冬闰]月|闰[一二三四五六七八九十]|月初[一二三四五六七八九十]|[廿卅]|\blunar\b", re.I
)
_SLASHED = re.compile(rf"(?<!\d)(?P<first>\d{{1,2}})[/.](?P<second_>\d{{1,2}})[/.](?P<year>\d{{4}}){_TIME}", re.I)
_OFFSET = re.compile(r"(?:GMT|UTC?)?\s*([+-])\s*(\d{1,2}):?(\d\d)?\Z", re.I)
_ZONES = {
    **dict.fromkeys(("Z", "UT", "UTC", "GMT", "WET"), 0.0),
    **dict.fromkeys(("EST", "CDT"), -5.0),
    **dict.fromkeys(("CST", "MDT"), -6.0),
    **dict.fromkeys(("MST", "PDT"), -7.0),
    **{"EDT": -4.0, "PST": -8.0, "BST": 1.0, "CET": 1.0, "WEST": 1.0, "CEST": 2.0, "EET": 2.0, "EEST": 3.0, "MSK": 3.0, "IST": 5.5},
    **{"HKT": 8.0, "SGT": 8.0, "BJT": 8.0, "AWST": 8.0, "JST": 9.0, "KST": 9.0, "AEST": 10.0, "AEDT": 11.0},
}
_AFTER_NOON = frozenset(("下午", "傍晚", "晚上", "晚", "中午"))


def parse_date(raw: str, *, zone: tzinfo, now: datetime) -> datetime | None:
    """When a source says something was published, in aware UTC.

    `zone` is the source's own zone, for dates without an offset; a date without a year or "2 hours ago" is counted from `now`. None where
    nothing can be read, or where the date lies more than 10 minutes after `now` or before 1995.
    """
    try:
        moment = _parse(raw, zone, now)
        if moment is None:
            return None
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment if EARLIEST <= moment <= now + AHEAD else None


def _parse(raw: str, zone: tzinfo, now: datetime) -> datetime | None:
    if _ISO.match(raw):
        try:
            moment = datetime.fromisoformat(raw)
            return moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
        except ValueError:
            pass
    text = raw[:_LONGEST].strip()
    if _FULL_WIDTH.search(text):
        text = unicodedata.normalize("NFKC", text)
    if not text:
        return None
    if text.isdecimal():
        return _from_digits(text, zone)
    lunar = _LUNAR.search(text)
    if lunar:
        # Only a solar date that stands whole in front of the lunar one is one; where nothing follows, the word is about the date itself.
        text = text[: lunar.start()] if text[lunar.end() :].strip(" )）]】") else ""
        match = _YMD.search(text)
        return _from_ymd(match, zone, now) if match else None
    if _HAN_DATE.search(text):
        text = _in_digits(text)
    return _first(text, zone, now) or _first(_in_digits(text), zone, now)


def _first(text: str, zone: tzinfo, now: datetime) -> datetime | None:
    for pattern, read in _READERS:
        match = pattern.search(text)
        if match:
            return read(match, zone, now)
    return None


def _in_digits(text: str) -> str:
    """The text with the Chinese numbers of a date (二〇二六年, 十一月, 三点半, 两小时) in digits."""
    return _HAN_RUN.sub(lambda match: _number(match[1]), text.replace("点半", "点30"))


def _number(written: str) -> str:
    tens, ten, ones = written.partition("十")
    if ten:
        return str(int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0"))) if len(tens) <= 1 and len(ones) <= 1 else written
    return "".join(_DIGITS[char] for char in written)


def _from_digits(text: str, zone: tzinfo) -> datetime | None:
    forms = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
    if len(text) in forms:
        return datetime.strptime(text, forms[len(text)]).replace(tzinfo=zone)
    scale = {9: 1, 10: 1, 13: 1_000, 16: 1_000_000, 19: 1_000_000_000}.get(len(text))
    return None if scale is None else datetime.fromtimestamp(int(text) / scale, UTC)


def _from_ymd(match: re.Match[str], zone: tzinfo, now: datetime) -> datetime:
    return _at(int(match["year"]), int(match["month"]), int(match["day"]), match, zone)


def _from_md(match: re.Match[str], zone: tzinfo, now: datetime) -> datetime:
    """Month and day alone mean the last such day."""
    month, day, year = int(match["month"]), int(match["day"] or match["day2"]), now.astimezone(zone).year
    for candidate in range(year, year - 9, -1):
        try:
            moment = _at(candidate, month, day, match, zone)
        except ValueError:
            continue  # 29 February in a common year
        ahead = moment.astimezone(UTC) - now
        if ahead <= AHEAD:
            return moment
        if ahead < timedelta(days=1):
            break  # later today is a wrong clock, not a year ago
    raise ValueError(match[0])


def _from_day_word(match: re.Match[str], zone: tzinfo, now: datetime) -> datetime:
    day = now.astimezone(zone).date() - timedelta(days=_DAYS_BACK[match["word"].lower()])
    return _at(day.year, day.month, day.day, match, zone)


def _from_ago(match: re.Match[str], zone: tzinfo, now: datetime) -> datetime:
    number = match["n"].lower()
    count = 0.5 if number.startswith("半") else 1.0 if number in ("a", "an") else float(number)
    unit = match["unit"].lower()
    return now - timedelta(seconds=count * next(seconds for start, seconds in (*_UNITS, *_MORE_UNITS) if unit.startswith(start)))


def _from_now(match: re.Match[str], zone: tzinfo, now: datetime) -> datetime:
    return now


def _from_english(match: re.Match[str], zone: tzinfo, now: datetime) -> datetime:
    name = match["month"].lower()
    month = _ZH_MONTHS.get(name) or _MONTHS[name[:3]]
    year = int(match["year"])
    if len(match["year"]) == 2:  # RFC 2822, section 4.3
        year += 2000 if year < 50 else 1900
    return _at(year, month, int(match["day"]), match, zone)


def _from_slashed(match: re.Match[str], zone: tzinfo, now: datetime) -> datetime:
    """23/11/2026 or 11/23/2026; where either could be the month, neither is guessed."""
    first, second = int(match["first"]), int(match["second_"])
    if first != second and first <= 12 and second <= 12:
        raise ValueError(match[0])
    day, month = (second, first) if second > 12 else (first, second)
    return _at(int(match["year"]), month, day, match, zone)


def _at(year: int, month: int, day: int, match: re.Match[str], zone: tzinfo) -> datetime:
    groups = match.groupdict()
    hour = int(groups["hour"] or 0)
    half = groups.get("half") or ""
    ampm = (groups.get("ampm") or "").lower()
    afternoon = ampm.startswith("p") or (half in _AFTER_NOON and not (half == "中午" and hour >= 10))
    if afternoon and hour < 12:
        hour += 12
    elif (ampm.startswith("a") or half == "凌晨") and hour == 12:
        hour = 0
    moment = datetime(year, month, day, hour, int(groups["minute"] or 0), int(groups["second"] or 0), tzinfo=zone)
    name = (groups.get("zone") or "").strip()
    return moment.replace(tzinfo=_zone(name, moment, zone)) if name else moment


def _zone(name: str, moment: datetime, zone: tzinfo) -> tzinfo:
    """The zone that a date names. An abbreviation that the source's own zone uses is that zone: CST in China is not in Chicago."""
    match = _OFFSET.match(name)
    if match:
        sign = -1 if match[1] == "-" else 1
        return timezone(sign * timedelta(hours=int(match[2]), minutes=int(match[3] or 0)))
    name = name.upper()
    if name == moment.tzname() or (name == "CST" and moment.utcoffset() == timedelta(hours=8)):
        return zone
    return timezone(timedelta(hours=_ZONES[name])) if name in _ZONES else zone


_READERS = (
    (_YMD, _from_ymd),
    (_DMY, _from_english),
    (_MDY, _from_english),
    (_CTIME, _from_english),
    (_SLASHED, _from_slashed),
    (_AGO, _from_ago),
    (_DAY_WORD, _from_day_word),
    (_MD, _from_md),
    (_NOW, _from_now),
)
