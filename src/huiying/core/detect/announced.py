"""Drills, film scenes and loud works that an office or a paper announced: where, and from when to when.

Whoever does not know of them tells what is seen there as what it looks like. A report that is written within that time and names the same
place is likely of it; the page says which announcement. Announcements are read in Chinese, with clock times of China.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

import msgspec

from huiying.core.detect.query import HAN

EARLY, LATE = 30 * 60, 3 * 3600  # seconds before and after, in which it is still told of
MOST = 200
PAIRS = 2
"""So many pairs of characters must be the same: two names of two characters, or one of three."""
_CHINA = timezone(timedelta(hours=8))
_USUAL_HOURS = 3
_WHAT = re.compile("演练|演习|拉练|试鸣|鸣笛|拍摄|拍戏|爆破|放散|吹管|排空|泄洪|放水|试车")
_SAYS = re.compile("定于|将于|拟于|将在|计划|届时|公告|通告|预告|告知|提示")
_SIGHTS = re.compile("届时|期间|现场[将会]?有|将出现|会有")
_HALF = "(?P<{}>凌晨|早上|上午|中午|下午|傍晚|晚上?|夜间)?"
_CLOCK = r"\s*(?P<{0}>\d{{1,2}})(?:时|点|[:：])(?P<{0}_minute>\d{{1,2}}|半)?分?"
_TIME = re.compile(
    rf"(?:(?:(?P<month>\d{{1,2}})月)?(?P<day>\d{{1,2}})[日号]|(?P<word>[今明后])[天日晚])[（(]?(?:周|星期)?[一二三四五六日天]?[）)]?{_HALF.format('half')}{_CLOCK.format('hour')}"
    rf"(?:\s*[至到—~～-]+\s*(?:次日|翌日)?(?:(?:\d{{1,2}}月)?\d{{1,2}}[日号])?{_HALF.format('half2')}{_CLOCK.format('end')})?"
)
_AFTER_NOON = frozenset({"下午", "傍晚", "晚", "晚上", "夜间"})
_DAYS_ON = {"今": 0, "明": 1, "后": 2}
_SENTENCE = re.compile("[。！？!?\n；;]")
_PAIR = re.compile(f"(?=([{HAN}]{{2}}))")
_OFTEN = frozenset(
    [
        *("公告", "通告", "预告", "告知", "提示", "演练", "演习", "应急", "急演", "拍摄", "爆破"),
        *("举行", "开展", "进行", "组织", "定于", "将于", "计划", "综合", "关于", "时在", "日在"),
    ]
)


class Announcement(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What was announced: its heading, from when and until when it is told of (seconds), and the pairs of characters that say where."""

    heading: str
    since: float
    until: float
    pairs: frozenset[str]


def announcement(title: str, text: str, at: datetime) -> Announcement | None:
    """What a folded notice or piece of news of `at` announces; None where it announces nothing, or not for when."""
    whole = f"{title}\n{text}"
    if not (_WHAT.search(whole) and _SAYS.search(whole)):
        return None
    for sentence in _SENTENCE.split(whole):
        found = _TIME.search(sentence)
        if found and (span := _span(found, at)):
            where = _SIGHTS.split(sentence)[0]
            pairs = frozenset(_PAIR.findall(f"{title}\n{where}")) - _OFTEN
            return Announcement(title or sentence[:40], span[0] - EARLY, span[1] + LATE, pairs)
    return None


def _span(found: re.Match[str], at: datetime) -> tuple[float, float] | None:
    local = at.astimezone(_CHINA)
    try:
        if found["word"]:
            day = (local + timedelta(days=_DAYS_ON[found["word"]])).replace(hour=0, minute=0, second=0, microsecond=0)
        else:
            day = local.replace(month=int(found["month"] or local.month), day=int(found["day"]), hour=0, minute=0, second=0, microsecond=0)
            if day < local - timedelta(days=180):
                day = day.replace(year=day.year + 1)
        begins = day + _clock(found["hour"], found["hour_minute"], found["half"])
        ends = day + _clock(found["end"], found["end_minute"], found["half2"] or found["half"]) if found["end"] else begins
    except ValueError:
        return None
    if ends <= begins:
        ends = ends + timedelta(days=1) if found["end"] else begins + timedelta(hours=_USUAL_HOURS)
    return begins.astimezone(UTC).timestamp(), ends.astimezone(UTC).timestamp()


def _clock(hour: str, minute: str | None, half: str | None) -> timedelta:
    hours = int(hour)
    if half in _AFTER_NOON and hours < 12:
        hours += 12
    return timedelta(hours=hours, minutes=30 if minute == "半" else int(minute or 0))


def announced(known: list[Announcement], whole: str, at: float) -> str:
    """The heading of an announcement that a folded report of `at` is likely of; "" where there is none."""
    pairs: set[str] | None = None
    for one in known:
        if one.since <= at <= one.until:
            pairs = pairs if pairs is not None else set(_PAIR.findall(whole))
            if len(pairs & one.pairs) >= PAIRS:
                return one.heading
    return ""
