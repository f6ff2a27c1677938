"""The rhythm of a stream by hour of the week."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.detect.profile import HOUR, WEEK, Profile, Rhythm

MONDAY = datetime(2026, 6, 1, tzinfo=UTC).timestamp()
DAY = 24 * HOUR
SHANGHAI = 8 * 3600


def busy_by_day(profile: Profile, weeks: int, day: int = 12, night: int = 1) -> None:
    """`day` items an hour from 8 to 20, `night` otherwise, half of both at weekends."""
    for hour in range(weeks * WEEK):
        at = MONDAY + hour * HOUR
        count = day if 8 <= hour % 24 < 20 else night
        profile.update(at, count // 2 if hour % WEEK >= 120 else count)


def test_an_unknown_stream_has_no_rhythm() -> None:
    profile = Profile()
    assert profile.factor(MONDAY) == 1.0
    assert profile.rate == 0.0
    assert profile.usual_hours(MONDAY, MONDAY + DAY) == pytest.approx(24.0)


def test_day_night_and_weekend_are_learned() -> None:
    profile = Profile()
    busy_by_day(profile, 6)
    noon, night, saturday = (profile.factor(MONDAY + 42 * DAY + hours * HOUR) for hours in (12, 3, 5 * 24 + 12))
    assert 1.7 < noon < 2.5
    assert night < 0.4
    assert 0.7 < saturday < 1.3
    assert sum(profile.factor(MONDAY + 42 * DAY + hour * HOUR) for hour in range(WEEK)) == pytest.approx(WEEK, rel=0.02)


def test_a_sparse_stream_stays_near_average() -> None:
    profile = Profile()
    for week in range(4):
        profile.update(MONDAY + week * 7 * DAY + 9 * HOUR)
    profile.pass_to(MONDAY + 28 * DAY)
    factors = [profile.factor(MONDAY + 28 * DAY + hour * HOUR) for hour in range(WEEK)]
    assert max(factors) < 1.5
    assert min(factors) > 0.75
    assert max(factors) == profile.factor(MONDAY + 28 * DAY + 9 * HOUR)


def test_what_was_is_forgotten() -> None:
    profile = Profile()
    busy_by_day(profile, 8)
    for hour in range(8 * WEEK, 40 * WEEK):
        profile.update(MONDAY + hour * HOUR, 12 if not 8 <= hour % 24 < 20 else 1)
    at = MONDAY + 40 * 7 * DAY
    assert profile.factor(at + 3 * HOUR) > 1.5 > 0.5 > profile.factor(at + 12 * HOUR)


def test_one_happening_does_not_become_the_rhythm() -> None:
    calm, shaken = Profile(), Profile()
    for profile in (calm, shaken):
        busy_by_day(profile, 4)
    at = MONDAY + 28 * DAY
    shaken.update(at + 3 * HOUR, 5000)
    calm.update(at + 3 * HOUR, 1)
    for profile in (calm, shaken):
        profile.pass_to(at + DAY)
    assert shaken.factor(at + 7 * DAY + 3 * HOUR) < calm.factor(at + 7 * DAY + 3 * HOUR) * 3


def test_a_holiday_is_as_the_day_it_is_like_and_an_unknown_year_is_ordinary() -> None:
    holiday, makeup = date(2026, 10, 1), date(2026, 10, 10)
    profile = Profile(SHANGHAI, {holiday.toordinal(): 6, makeup.toordinal(): 0})
    for hour in range(6 * WEEK):
        at = MONDAY - SHANGHAI + hour * HOUR
        profile.update(at, 1 if hour % WEEK >= 120 else 10)

    def noon(year: int, month: int, day: int) -> float:
        return profile.factor(datetime(year, month, day, 4, tzinfo=UTC).timestamp())

    assert noon(2026, 10, 1) == noon(2026, 10, 4) < 0.4
    assert noon(2026, 10, 10) == noon(2026, 10, 12) > 1.0
    assert noon(2027, 10, 1) == noon(2026, 10, 9) > 1.0  # a Friday like any other


def test_an_hour_that_is_not_over_says_nothing() -> None:
    profile = Profile()
    busy_by_day(profile, 2)
    at = MONDAY + 14 * DAY
    profile.pass_to(at)
    before = [profile.factor(at + hour * HOUR) for hour in range(WEEK)]
    profile.update(at + 60, 300)
    assert [profile.factor(at + hour * HOUR) for hour in range(WEEK)] == before


def test_what_comes_late_is_counted_where_it_belongs_once_the_hour_is_over() -> None:
    profile = Profile()
    busy_by_day(profile, 2)
    at = MONDAY + 14 * DAY
    profile.pass_to(at + 9 * HOUR)
    before = profile.factor(at + 3 * HOUR)
    profile.update(at + 3 * HOUR, 50)
    assert profile.factor(at + 3 * HOUR) == before
    profile.pass_to(at + 10 * HOUR)
    assert profile.factor(at + 3 * HOUR) > 2 * before


def test_average_hours_are_the_sum_of_the_factors() -> None:
    profile = Profile()
    busy_by_day(profile, 3)
    at = MONDAY + 21 * DAY
    assert profile.usual_hours(at + 1800, at + 3 * HOUR + 900) == pytest.approx(
        profile.factor(at) / 2 + profile.factor(at + HOUR) + profile.factor(at + 2 * HOUR) + profile.factor(at + 3 * HOUR) / 4
    )
    assert profile.usual_hours(at + 60, at + 660) == pytest.approx(profile.factor(at) / 6)
    assert profile.usual_hours(at, at) == 0.0
    assert profile.usual_hours(at, at + 20 * 7 * DAY) == pytest.approx(20 * WEEK, rel=0.02)


minute = st.integers(0, 90 * 24 * 60)
times = st.lists(minute, min_size=1, max_size=200).map(sorted) | st.lists(minute, min_size=1, max_size=60)


@given(times, st.integers(0, 200), st.sampled_from([0, SHANGHAI, -5 * 3600]))
@settings(deadline=None)
def test_a_restart_changes_nothing(minutes: list[int], cut: int, offset: int) -> None:
    whole, first = Profile(offset), Profile(offset)
    for at in minutes:
        whole.update(MONDAY + at * 60)
    for at in minutes[:cut]:
        first.update(MONDAY + at * 60)
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(first.state()), type=Rhythm)
    second = Profile(offset, rhythm=kept)
    for at in minutes[cut:]:
        second.update(MONDAY + at * 60)
    end = MONDAY + 91 * DAY
    for profile in (whole, second):
        profile.pass_to(end)
    assert msgspec.msgpack.encode(whole.state()) == msgspec.msgpack.encode(second.state())
    assert [whole.factor(end + hour * HOUR) for hour in range(WEEK)] == [second.factor(end + hour * HOUR) for hour in range(WEEK)]


@given(times)
@settings(deadline=None)
def test_factors_are_always_sensible(minutes: list[int]) -> None:
    profile = Profile()
    for at in minutes:
        profile.update(MONDAY + at * 60)
        assert 0.05 <= profile.factor(MONDAY + at * 60) <= 20.0
        assert profile.rate >= 0.0
    assert profile.seen <= 90 * 24 + 1
