"""How often a source speaks, and how long it may be left alone."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from huiying.core.collect.rhythm import HOUR, LEAST_GAPS, MONDAY, WEEK, hour_of_week, interval, learn

START = 1_800_000_000.0 - (1_800_000_000.0 + MONDAY) % (WEEK * HOUR)  # a Monday, midnight
LEAST, MOST = timedelta(minutes=10), timedelta(hours=3)
DAY = 24 * HOUR


def paper(days: int = 14) -> list[float]:
    """Every twenty minutes from eight to twenty, nothing at night."""
    return [START + day * DAY + 8 * HOUR + n * 1200 for day in range(days) for n in range(36)]


def test_the_week_begins_on_monday_at_the_desks_midnight() -> None:
    assert hour_of_week(START, 0) == 0
    assert hour_of_week(START - 8 * HOUR, 8 * 3600) == 0
    assert hour_of_week(START + 6 * DAY + 23 * HOUR, 0) == WEEK - 1


def test_too_little_is_no_rhythm_and_then_the_shortest_interval_holds() -> None:
    assert learn(paper()[:LEAST_GAPS]) is None
    assert learn([START + n * 60 for n in range(500)]) is None, "one busy day says nothing of a week"
    assert learn([START] * 500) is None
    assert interval(None, START, least=LEAST, most=MOST) == LEAST


def test_by_day_half_a_gap_and_by_night_long_but_not_into_the_morning() -> None:
    rhythm = learn(paper())
    assert rhythm is not None and rhythm.usual == 1200
    noon, night, dawn = START + 12 * HOUR, START + 23 * HOUR, START + 7.9 * HOUR
    assert interval(rhythm, noon, least=LEAST, most=MOST) == timedelta(minutes=10)
    assert interval(rhythm, night, least=LEAST, most=MOST) == MOST
    assert interval(rhythm, dawn, least=LEAST, most=MOST) <= timedelta(minutes=20)


def test_items_of_one_moment_are_one_word() -> None:
    times = [at + n for at in paper() for n in range(5)]
    assert learn(times) == learn(paper())


times = st.lists(st.floats(START, START + 28 * DAY), max_size=120)


@given(times, st.floats(START, START + 40 * DAY), st.integers(1, 1440), st.integers(0, 1440), st.integers(-12, 14))
def test_never_outside_the_desks_bounds(heard: list[float], now: float, least: int, more: int, east: int) -> None:
    rhythm = learn(heard, offset=east * 3600)
    low, high = timedelta(minutes=least), timedelta(minutes=least + more)
    assert low <= interval(rhythm, now, least=low, most=high) <= high


@given(times, st.floats(START, START + 28 * DAY))
def test_order_says_nothing_and_a_shorter_bound_is_never_a_longer_wait(heard: list[float], now: float) -> None:
    rhythm = learn(heard)
    assert rhythm == learn(list(reversed(heard)))
    waits = [interval(rhythm, now, least=LEAST, most=LEAST + timedelta(minutes=more)) for more in (0, 30, 600)]
    assert waits == sorted(waits)
