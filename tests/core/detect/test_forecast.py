"""What is expected of a story, and that it knows neither the future nor any word."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.detect.counts import chances, likely_range, median
from huiying.core.detect.forecast import HORIZONS, Forecast, Outlook, Rates, busy, due, outlook
from huiying.core.detect.rates import HIGHEST, LOWEST, Passed, learn

NOW = datetime(2026, 6, 10, 4, 0, tzinfo=UTC)
AGES = st.lists(st.floats(0, 200, allow_nan=False), min_size=2, max_size=60)


def times(ages: list[float]) -> list[datetime]:
    return [NOW - timedelta(hours=age) for age in ages]


@given(AGES, st.randoms())
def test_the_order_of_the_reports_does_not_matter(ages: list[float], chance) -> None:
    shuffled = list(ages)
    chance.shuffle(shuffled)
    assert outlook(times(ages), NOW) == outlook(times(shuffled), NOW)


@given(AGES)
def test_ranges_lie_in_one_another_and_never_below_nothing(ages: list[float]) -> None:
    found = outlook(times([*ages, 1.0]), NOW)
    assert found is not None
    shorter, longer = found.parts
    for part in found.parts:
        assert 0 <= part.low <= part.inner_low <= part.median <= part.inner_high <= part.high
        assert part.expected > 0
    for name in ("expected", "median", "low", "high"):
        assert getattr(shorter, name) <= getattr(longer, name)


@given(AGES, st.lists(st.floats(0.01, 100), min_size=1, max_size=20))
def test_what_comes_later_changes_nothing(ages: list[float], ahead: list[float]) -> None:
    later = [NOW + timedelta(hours=hours) for hours in ahead]
    assert outlook([*times(ages), *later], NOW) == outlook(times(ages), NOW)


@given(st.integers(2, 40), st.integers(1, 40))
def test_more_reports_just_now_let_more_be_expected(few: int, more: int) -> None:
    fewer, many = outlook(times([0.5] * few), NOW), outlook(times([0.5] * (few + more)), NOW)
    assert fewer and many
    for before, after in zip(fewer.parts, many.parts, strict=True):
        assert after.expected > before.expected and after.high >= before.high


def test_too_little_past_gives_no_forecast() -> None:
    assert outlook([], NOW) is None
    assert outlook(times([1.0]), NOW) is None
    assert outlook(times([24.0, 30.0]), NOW) is None
    assert outlook(times([23.9, 30.0]), NOW) is not None


def test_the_night_is_quieter() -> None:
    night = datetime(2026, 6, 10, 16, 0, tzinfo=UTC)
    at = [night - timedelta(hours=1)] * 5
    asleep, awake = outlook(at, night, shift=8 * 3600), outlook(at, night, shift=0)
    assert asleep and awake and asleep.parts[0].expected < awake.parts[0].expected
    assert asleep.parts[1].expected == pytest.approx(awake.parts[1].expected, rel=0.02)


@given(st.floats(0, 1e6), st.integers(1, 24))
def test_an_even_day_is_nowhere_busier(now: float, hours: int) -> None:
    assert busy([1.0] * 24, now, hours, 0.0) == pytest.approx(1.0)


@given(st.floats(0.001, 300), st.floats(0.3, 20))
def test_chances_are_a_distribution(mean: float, size: float) -> None:
    found = chances(mean, size)
    assert found.min() >= 0 and found.sum() == pytest.approx(1.0, abs=1e-5)
    assert sum(k * float(p) for k, p in enumerate(found)) == pytest.approx(mean, rel=0.02, abs=1e-3)
    low, high = likely_range(found, 0.8)
    inner = likely_range(found, 0.5)
    assert low <= inner[0] <= inner[1] <= high
    assert float(found[: median(found) + 1].sum()) >= 0.5 - 1e-9


def test_a_range_holds_nearest_to_its_share() -> None:
    """P(0) is .55 and P(1) .25: both together are exactly what is wanted."""
    assert likely_range(_chance(0.55, 0.25, 0.15, 0.05), 0.8) == (0, 1)
    # .7 is nearer to .8 than .95
    assert likely_range(_chance(0.7, 0.25, 0.05), 0.8) == (0, 0)


def _chance(*shares: float):
    import numpy as np

    return np.array(shares)


def passed(actual: int, inside: bool = True, hours: int = 6, wide: bool = True) -> Passed:
    return Passed(hours=hours, decaying=(1.0, 2.0, 3.0, 4.0, 0.1), busy=1.0, actual=actual, wide=wide, inside=inside)


def test_rates_follow_what_comes() -> None:
    dense = learn([passed(9)] * 500, [], Rates(), [0] * 24)
    none = learn([passed(0)] * 500, [], Rates(), [0] * 24)
    assert sum(dense.weights[0]) > sum(Rates().weights[0]) > sum(none.weights[0])
    assert dense.weights[1] == Rates().weights[1]
    assert dense.scored == 0


def test_nothing_passed_leaves_what_was_believed() -> None:
    found = learn([], [], Rates(), [0] * 24)
    assert found.weights == Rates().weights and found.level == Rates().level
    assert found.day == pytest.approx(Rates().day, abs=1e-3)


def test_misses_widen_the_ranges_and_hits_narrow_them() -> None:
    missed = learn([], [passed(9, inside=False)] * 5, Rates(), [0] * 24)
    held = learn([], [passed(1)] * 5, Rates(), [0] * 24)
    assert held.level[0] < Rates().level[0] < missed.level[0]
    many = learn([], [passed(9, inside=False)] * 500, Rates(), [0] * 24)
    assert many.level[0] == HIGHEST
    assert learn([], [passed(1)] * 5000, Rates(), [0] * 24).level[0] == LOWEST
    assert learn([], [passed(0, wide=False)] * 50, Rates(), [0] * 24).level == Rates().level


@given(st.lists(st.integers(0, 500), min_size=24, max_size=24))
def test_the_day_has_a_mean_of_one(hours: list[int]) -> None:
    assert sum(learn([], [], Rates(), hours).day) == pytest.approx(24, abs=1e-3)


def test_a_forecast_is_made_again_when_something_came_or_after_six_hours() -> None:
    def ago(hours: float) -> datetime:
        return NOW - timedelta(hours=hours)

    assert due(None, ago(2), NOW)
    assert not due(ago(0.5), ago(0.1), NOW)
    assert due(ago(1), ago(0.1), NOW)
    assert not due(ago(5.9), ago(10), NOW)
    assert due(ago(6), ago(10), NOW)
    assert not due(None, ago(24), NOW)


def test_a_forecast_has_no_place_for_a_person_or_a_text() -> None:
    for kind in (Forecast, Outlook, Rates, Passed):
        for field in msgspec.structs.fields(kind):
            assert field.name in ("strategy",) or field.type is not str, field.name


def test_horizons_are_those_of_the_desk() -> None:
    assert HORIZONS == (6, 24)
