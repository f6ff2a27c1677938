"""p-values of counts: against the stream's other stories and against the story's own past."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.detect.burst import DAY, HOUR, WINDOW, Peaks, count_between, past_p, past_rate, poisson_tail


@given(st.integers(0, 40), st.floats(0.01, 60))
def test_poisson_tail_is_the_sum_of_its_terms(count: int, mean: float) -> None:
    below = math.fsum(mean**k * math.exp(-mean) / math.factorial(k) for k in range(count))
    assert poisson_tail(count, mean) == pytest.approx(1 - below, abs=1e-9)


def test_tail_keeps_small_values() -> None:
    assert poisson_tail(30, 0.5) == pytest.approx(0.5**30 * math.exp(-0.5) / math.factorial(30), rel=0.02)


def test_count_takes_the_start_and_leaves_the_end() -> None:
    assert count_between([1.0, 2.0, 2.0, 3.0], 2.0, 3.0) == 2


def test_young_story_has_no_past() -> None:
    now = 20 * DAY
    assert past_rate([now], now - 2.5 * DAY, now) is None
    assert past_p(3, None) == 0.0


def test_past_leaves_out_the_guard_band() -> None:
    now = 20 * DAY
    before = [now - 3 * DAY - hour * HOUR for hour in range(24)]
    assert past_rate(sorted([*before, now - DAY, now]), now - 4 * DAY, now) == pytest.approx(24 * WINDOW / (2 * DAY))


def test_steady_story_is_no_burst() -> None:
    assert past_p(6, 3.0) > 0.5
    assert past_p(6, 0.0) < 1e-4


def test_rank_among_the_streams_stories() -> None:
    peaks = Peaks()
    for number in range(1000):
        for n in range(1, 2 + (number % 10 == 0) + (number % 100 == 0)):
            peaks.rise(DAY, DAY, n)
    assert peaks.p_value(1) == 1.0
    assert peaks.p_value(2) == pytest.approx(0.1, abs=0.02)
    assert peaks.p_value(3) == pytest.approx(0.01, abs=0.01)
    assert peaks.p_value(50) < peaks.p_value(3)
    assert peaks.mean == pytest.approx(1.11)


def test_old_stories_are_forgotten() -> None:
    busy, quiet = Peaks(), Peaks()
    for _ in range(500):
        for n in (1, 2, 3):
            busy.rise(DAY, DAY, n)
    for peaks in (busy, quiet):
        peaks.rise(40 * DAY, 40 * DAY, 1)
    assert [busy.p_value(n) for n in range(1, 5)] == [quiet.p_value(n) for n in range(1, 5)]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=40))
def test_state_restores_exactly(rises: list[tuple[int, int]]) -> None:
    peaks = Peaks()
    for day, peak in sorted(rises):
        peaks.rise(day * DAY, day * DAY, peak)
    again = Peaks()
    again.restore(peaks.state())
    assert [again.p_value(n) for n in range(1, 20)] == [peaks.p_value(n) for n in range(1, 20)]
    assert again.state() == peaks.state()
