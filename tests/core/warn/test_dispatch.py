"""Quiet hours, the digest, grouping and further tries."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.types import Level, Refusal
from huiying.core.warn.digest import next_digest, read_times
from huiying.core.warn.dispatch import FIRST_RETRY, GROUP_WAIT, LONGEST_RETRY, MOST_TRIES, Hours, leaving, next_try, told_from
from huiying.core.warn.quiet import QuietHours, read_clock, read_hours, released

SHANGHAI = ZoneInfo("Asia/Shanghai")
NIGHT = QuietHours(time(22), time(7))
HOURS = Hours(zone=SHANGHAI, quiet=NIGHT, digest=(time(9), time(16)))

zones = st.sampled_from([SHANGHAI, ZoneInfo("Europe/London"), ZoneInfo("America/New_York"), ZoneInfo("Australia/Lord_Howe"), UTC])
clocks = st.times().map(lambda at: at.replace(second=0, microsecond=0))
moments = st.integers(0, 365 * 24 * 60).map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))
hours = st.builds(
    Hours,
    zone=zones,
    quiet=st.none() | st.builds(QuietHours, clocks, clocks).filter(lambda one: one.begin != one.end),
    digest=st.lists(clocks, max_size=4).map(lambda times: tuple(sorted(set(times)))),
)


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 6, day, hour, minute, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("at", "free"),
    [
        (local(1, 21, 59), local(1, 21, 59)),
        (local(1, 22), local(2, 7)),
        (local(1, 23, 30), local(2, 7)),
        (local(2, 0, 5), local(2, 7)),
        (local(2, 6, 59), local(2, 7)),
        (local(2, 7), local(2, 7)),
    ],
)
def test_yellow_waits_for_the_morning(at: datetime, free: datetime) -> None:
    assert released(Level.YELLOW, at, NIGHT, SHANGHAI) == free


def test_quiet_hours_may_lie_within_a_day() -> None:
    noon = QuietHours(time(12), time(14))
    assert released(Level.BLUE, local(1, 13), noon, SHANGHAI) == local(1, 14)
    assert released(Level.BLUE, local(1, 15), noon, SHANGHAI) == local(1, 15)


@given(st.sampled_from([Level.ORANGE, Level.RED]), moments, hours)
def test_nothing_holds_orange_and_red_back(level: Level, at: datetime, agreed: Hours) -> None:
    assert released(level, at, agreed.quiet, agreed.zone) == at
    assert told_from(level, at, agreed) == at
    out = leaving(level, at, agreed, warning=1, place="乌石镇", topics=("water",))
    assert at <= out.at <= at + timedelta(seconds=20)


@given(st.sampled_from(Level), moments, hours)
def test_nothing_is_held_into_the_past_or_for_ever(level: Level, at: datetime, agreed: Hours) -> None:
    free = released(level, at, agreed.quiet, agreed.zone)
    assert at <= free <= at + timedelta(hours=26)
    if agreed.quiet is not None and free > at:
        assert not agreed.quiet.contain(free.astimezone(agreed.zone).time())
    assert at <= leaving(level, at, agreed, warning=1).at <= at + timedelta(hours=54)


@given(moments, hours)
def test_the_next_digest_is_ahead_and_within_two_days(at: datetime, agreed: Hours) -> None:
    found = next_digest(at, agreed.digest, agreed.zone)
    assert (found is None) == (not agreed.digest)
    assert found is None or at < found <= at + timedelta(hours=50)


def test_blue_comes_with_the_digest_as_one_list() -> None:
    first = leaving(Level.BLUE, local(1, 10), HOURS, warning=1)
    second = leaving(Level.BLUE, local(1, 15, 59), HOURS, warning=2, place="乌石镇", topics=("water",))
    assert first == second and first.at == local(1, 16)
    assert leaving(Level.BLUE, local(1, 16), HOURS, warning=3).at == local(2, 9)


def test_a_digest_that_falls_into_quiet_hours_comes_after_them() -> None:
    early = Hours(zone=SHANGHAI, quiet=NIGHT, digest=(time(6),))
    assert leaving(Level.BLUE, local(1, 10), early, warning=1).at == local(2, 7)


def test_what_came_at_night_goes_out_as_one_list() -> None:
    one, other = (leaving(Level.YELLOW, local(1, 23, minute), HOURS, warning=minute) for minute in (1, 2))
    assert one == other and one.batch.startswith("morning:")


def test_the_same_place_and_topics_wait_for_each_other() -> None:
    one = leaving(Level.YELLOW, local(1, 10), HOURS, warning=1, place="乌石镇", topics=("water", "health"))
    other = leaving(Level.RED, local(1, 10, 1), HOURS, warning=2, place="乌石镇", topics=("health", "water"))
    assert one.batch == other.batch
    assert one.at == local(1, 10) + GROUP_WAIT[Level.YELLOW] and other.at == local(1, 10, 1)
    elsewhere = leaving(Level.YELLOW, local(1, 10), HOURS, warning=3, place="望澜镇", topics=("water", "health"))
    assert elsewhere.batch != one.batch
    assert leaving(Level.YELLOW, local(1, 10), HOURS, warning=4) == leaving(Level.YELLOW, local(1, 10), HOURS, warning=4, place="乌石镇")


def test_tries_widen_and_end() -> None:
    waits = [next_try(local(1, 0), tries) for tries in range(1, MOST_TRIES)]
    gaps = [at - local(1, 0) for at in waits if at is not None]
    assert len(gaps) == MOST_TRIES - 1 and gaps == sorted(gaps) and gaps[0] == FIRST_RETRY and gaps[-1] == LONGEST_RETRY
    assert next_try(local(1, 0), MOST_TRIES) is None


@pytest.mark.parametrize("text", ["", "7", "24:00", "07:60", "07:00:00", "早上"])
def test_a_time_of_day_that_is_none(text: str) -> None:
    with pytest.raises(Refusal):
        read_clock(text)


def test_hours_are_read_as_they_are_typed() -> None:
    assert read_clock(" 7：30 ") == time(7, 30)
    assert read_hours("22:00", "7:00") == NIGHT
    assert read_hours(" ", "") is None
    assert read_times(["16:00", "9:00", "", "09:00"]) == (time(9), time(16))
    for begin, end in (("22:00", ""), ("", "07:00"), ("08:00", "8:00")):
        with pytest.raises(Refusal):
            read_hours(begin, end)
    with pytest.raises(Refusal):
        read_times([f"{hour}:00" for hour in range(13)])
