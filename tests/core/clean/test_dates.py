"""Dates as they are written."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.dates import AHEAD, EARLIEST, parse_date

SHARED = Path(os.environ.get("HUIYING_SHARED", Path(__file__).parents[4] / "shared"))
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)  # noon in Shanghai


def test_the_dates_that_general_parsers_get_wrong() -> None:
    path = SHARED / "data" / "edges" / "fixtures" / "dates-zh.json"
    if not path.exists():
        pytest.skip("the shared data is not here")
    for case in json.loads(path.read_text(encoding="utf-8")):
        found = parse_date(case["raw"], zone=ZoneInfo(case["zone"]), now=NOW)
        assert found is not None and found.strftime("%Y-%m-%dT%H:%M:%SZ") == case["utc"][:20], case


@pytest.mark.parametrize(
    ("raw", "local"),
    [
        ("2026-11-23T09:05:00+08:00", "2026-11-23 09:05"),
        ("2026-11-23T01:05:00Z", "2026-11-23 09:05"),
        ("2026-11-23T01:05:00.123456Z", "2026-11-23 09:05"),
        ("2026-11-23 09:05", "2026-11-23 09:05"),
        ("2026-11-23", "2026-11-23 00:00"),
        ("20261123", "2026-11-23 00:00"),
        ("20261123090500", "2026-11-23 09:05"),
        ("1795395900", "2026-11-23 09:05"),
        ("1795395900000", "2026-11-23 09:05"),
        ("2026年11月23日 09:05", "2026-11-23 09:05"),
        ("2026年11月23日09时05分", "2026-11-23 09:05"),
        ("2026年11月22日 星期日 晚上8点30", "2026-11-22 20:30"),
        ("2026年11月23日 上午9:05", "2026-11-23 09:05"),
        ("2026/11/23 09:05:10", "2026-11-23 09:05"),
        ("2026.11.23", "2026-11-23 00:00"),
        ("发布时间：2026-11-22 18:00 来源：县报", "2026-11-22 18:00"),
        ("２０２６年１１月２２日", "2026-11-22 00:00"),
        ("二〇二六年十一月二十二日", "2026-11-22 00:00"),
        ("二零二六年十一月十日 上午九时五分", "2026-11-10 09:05"),
        ("二〇二六年11月22日 下午三点半", "2026-11-22 15:30"),
        ("十一月二十日", "2026-11-20 00:00"),
        ("十月三十日", "2026-10-30 00:00"),
        ("十分钟前", "2026-11-23 11:50"),
        ("两小时前", "2026-11-23 10:00"),
        ("二十天前", "2026-11-03 12:00"),
        ("昨天 下午3:05", "2026-11-22 15:05"),
        ("今天 上午 8:15", "2026-11-23 08:15"),
        ("2026年11月22日 农历十月十四", "2026-11-22 00:00"),
        ("11月23日", "2026-11-23 00:00"),
        ("11月23日 09:05", "2026-11-23 09:05"),
        ("11-22 09:00", "2026-11-22 09:00"),
        ("12月1日", "2025-12-01 00:00"),
        ("今天 08:15", "2026-11-23 08:15"),
        ("昨天 08:15", "2026-11-22 08:15"),
        ("前天", "2026-11-21 00:00"),
        ("3小时前", "2026-11-23 09:00"),
        ("5分钟前", "2026-11-23 11:55"),
        ("半小时前", "2026-11-23 11:30"),
        ("2天前", "2026-11-21 12:00"),
        ("刚刚", "2026-11-23 12:00"),
        ("Mon, 23 Nov 2026 01:05:00 GMT", "2026-11-23 09:05"),
        ("Mon, 23 Nov 2026 09:05:00 +0800", "2026-11-23 09:05"),
        ("Mon, 23 Nov 2026 09:05:00 CST", "2026-11-23 09:05"),
        ("Mon, 23 Nov 2026 09:05:00", "2026-11-23 09:05"),
        ("Sun, 22 Nov 26 01:05 EST", "2026-11-22 14:05"),
        ("Sun Nov 22 10:00:00 UTC 2026", "2026-11-22 18:00"),
        ("星期一, 23 十一月 2026 09:05:00 +0800", "2026-11-23 09:05"),
        ("Nov 23, 2026 9:05 am", "2026-11-23 09:05"),
        ("November 22nd, 2026", "2026-11-22 00:00"),
        ("22 November 2026, 12:15 pm", "2026-11-22 12:15"),
        ("22 November 2026, 12:15 am", "2026-11-22 00:15"),
        ("2 hours ago", "2026-11-23 10:00"),
        ("an hour ago", "2026-11-23 11:00"),
        ("yesterday at 9:05 pm", "2026-11-22 21:05"),
        ("22/11/2026 10:00", "2026-11-22 10:00"),
        ("11/22/2026 10:00", "2026-11-22 10:00"),
    ],
)
def test_forms(raw: str, local: str) -> None:
    found = parse_date(raw, zone=SHANGHAI, now=NOW)
    assert found is not None
    assert found.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") == local


def test_cst_is_chicago_only_where_the_source_is_not_chinese() -> None:
    raw = "Mon, 23 Nov 2026 01:05:00 CST"
    later = NOW + timedelta(days=1)
    assert parse_date(raw, zone=UTC, now=later) == datetime(2026, 11, 23, 7, 5, tzinfo=UTC)
    assert parse_date(raw, zone=timezone(timedelta(hours=8)), now=later) == datetime(2026, 11, 22, 17, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        " ",
        "soon",
        "T",
        "2026-02-30",
        "2026-13-01",
        "02/03/2026",
        "2027-01-01",
        "1994-12-31T00:00:00Z",
        "11月23日 18:00",
        "9" * 20,
        "12345",
        "2026年",
        "-1",
        "农历十月十四",
        "农历二〇二六年十月十四日",
        "2026年农历十月十四日",
        "2026年10月14日（农历）",
        "腊月二十三日",
        "正月十五日",
        "二〇二六年正月初五",
        "十月廿三日",
        "二〇二六年二月三十日",
        "二〇二七年一月一日",
    ],
)
def test_nothing_is_guessed(raw: str) -> None:
    assert parse_date(raw, zone=SHANGHAI, now=NOW) is None


def test_the_sanity_window_has_ten_minutes_of_grace() -> None:
    assert parse_date((NOW + AHEAD).isoformat(), zone=UTC, now=NOW) == NOW + AHEAD
    assert parse_date((NOW + AHEAD + timedelta(seconds=1)).isoformat(), zone=UTC, now=NOW) is None


def test_29_february_without_a_year() -> None:
    assert parse_date("2月29日", zone=UTC, now=NOW) == datetime(2024, 2, 29, tzinfo=UTC)


@given(st.integers(int(EARLIEST.timestamp()) + 86400, int(NOW.timestamp())))
def test_every_written_form_of_a_moment_is_that_moment(second: int) -> None:
    moment = datetime.fromtimestamp(second, UTC)
    local = moment.astimezone(timezone(timedelta(hours=8)))
    zone = timezone(timedelta(hours=8))
    for raw in (
        moment.isoformat(),
        local.isoformat(),
        f"{local:%Y-%m-%d %H:%M:%S}",
        f"{local:%Y/%m/%d %H:%M:%S}",
        f"{local.year}年{local.month}月{local.day}日 {local:%H:%M:%S}",
        f"{moment:%a, %d %b %Y %H:%M:%S} GMT",
        f"{local:%a, %d %b %Y %H:%M:%S} CST",
        f"{local:%a, %d %b %Y %H:%M:%S} GMT+8",
        f"{local:%B %d, %Y %I:%M:%S %p}",
    ):
        assert parse_date(raw, zone=zone, now=NOW) == moment, raw


@given(st.text(max_size=60) | st.text(alphabet="0123456789年月日时分前昨天-/:. TZ+", max_size=30))
def test_any_text_gives_a_sane_date_or_none(raw: str) -> None:
    found = parse_date(raw, zone=SHANGHAI, now=NOW)
    assert found is None or (EARLIEST <= found <= NOW + AHEAD and found.utcoffset() == timedelta(0))
