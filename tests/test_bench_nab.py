"""The score of the Numenta Anomaly Benchmark, and what the product reaches where the data is."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.nab import DEFAULT, above, best_of, ours, read, score, sigmoid, total

WINDOWS = [(2000, 2099), (4000, 4199)]
LENGTH = 6000


def points(*alerts: int) -> float:
    return total([score(alerts, LENGTH, WINDOWS)])


def test_nothing_is_worth_nothing_and_the_first_moment_everything() -> None:
    assert points() == 0.0
    assert points(2000, 4000) == pytest.approx(100.0)


def test_early_is_worth_more_than_late() -> None:
    assert points(2000) > points(2050) > points(2099) > points()
    assert points(2090, 2005) == points(2005)


def test_a_false_alarm_costs_a_ninth_at_most_and_less_after_a_window() -> None:
    assert points(1000) == pytest.approx(-100 * 0.11 / 4)
    assert points(1000) < points(2103) < 0
    assert points(5900) == pytest.approx(-100 * 0.11 / 4)


def test_the_probation_does_not_count() -> None:
    assert points(749) == 0.0
    assert score([750], LENGTH, WINDOWS).false == 1


def test_the_sigmoid() -> None:
    assert sigmoid(0.0) == 0.0
    assert sigmoid(-1.0) == pytest.approx(0.98661, abs=1e-5)
    assert sigmoid(4.0) == -1.0


def test_at_most_one_alert_a_day() -> None:
    assert above([1.0] * 600, 0.5) == [0, 289, 578]


def test_the_product_beats_plain_methods_on_the_tweet_series(shared: Path) -> None:
    series = read(shared / "data" / "streams" / "nab_tweets")[:4]
    mine = total([score(ours(DEFAULT, one), len(one.counts), one.windows) for one in series])
    flat = total(best_of([[float(count) for count in one.counts] for one in series], series))
    assert mine > max(75.0, flat)
