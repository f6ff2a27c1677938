"""What an office announced for a time and a place, and reports that are likely of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.detect.announced import EARLY, LATE, announced, announcement

AT = datetime(2026, 5, 18, 2, 0, tzinfo=UTC)  # ten in the morning in China
DRILL = "定于5月20日9时30分至11时在青禾产业园北苑冷链举行液氨泄漏应急演练，届时有警报声、烟雾和救护车辆，请勿惊慌。"


def seconds(day: int, hour: int, minute: int = 0) -> float:
    """A time of May 2026 in China."""
    return (datetime(2026, 5, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)).timestamp()


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        (DRILL, (20, 9, 30), (20, 11)),
        ("我镇将于5月19日上午9点在望澜中学开展地震应急演练。", (19, 9), (19, 12)),
        ("剧组定于20日下午2时至4时在石桥选煤厂拍摄爆破戏，请勿靠近。", (20, 14), (20, 16)),
        ("明天9:30—10:00全县防空警报试鸣，计划鸣响三次。", (19, 9, 30), (19, 10)),
        ("定于5月19日22时至次日2时在湾里水库泄洪，请远离河道。", (19, 22), (20, 2)),
    ],
)
def test_when_it_is_to_be(text: str, since: tuple[int, ...], until: tuple[int, ...]) -> None:
    found = announcement("公告", text, AT)
    assert found is not None
    assert (found.since, found.until) == (seconds(*since) - EARLY, seconds(*until) + LATE)


@pytest.mark.parametrize(
    "text",
    ["县里上周举行了地震应急演练，居民反响热烈。", "定于5月20日9时召开新闻发布会。", "定于近期开展消防演练。", "定于13月45日9时举行演练。"],
)
def test_what_announces_nothing_or_no_time(text: str) -> None:
    assert announcement("通知", text, AT) is None


def test_a_report_of_that_time_and_place_is_likely_of_it() -> None:
    known = [one for one in [announcement("应急演练公告", DRILL, AT)] if one]
    seen = "北苑冷链冒白烟，抬出来好几个人"
    assert announced(known, seen, seconds(20, 9, 40)) == "应急演练公告"
    assert announced(known, seen, seconds(20, 8)) == "" == announced(known, seen, seconds(20, 15))
    assert announced(known, "南关菜场冒白烟，救护车拉走好几个人", seconds(20, 9, 40)) == ""


def test_what_will_be_seen_is_no_place() -> None:
    known = [one for one in [announcement("公告", DRILL, AT)] if one]
    assert announced(known, "路上好多救护车辆，到处警报声和烟雾", seconds(20, 10)) == ""


@given(st.text(max_size=200), st.text(max_size=60))
def test_any_text_is_taken(text: str, title: str) -> None:
    found = announcement(title, f"定于{text}演练", AT)
    assert found is None or found.since < found.until
