"""How well forecasts held."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.review.foresight import FEW, Scored, foresight, loss


def scored(actual: int, low: int = 1, median: int = 2, high: int = 4, before: int = 3, hours: int = 6) -> Scored:
    return Scored(hours=hours, median=median, low=low, high=high, before=before, actual=actual)


def test_what_held_is_counted_with_the_side_on_which_it_did_not() -> None:
    six, day = foresight([scored(0), scored(1), scored(4), scored(5), scored(9)])
    assert (six.hours, six.scored, six.inside, six.below, six.above) == (6, 5, 2, 1, 2)
    assert (six.error, six.error_same) == (2, 2)
    assert six.mean_error == pytest.approx(3.0) and six.mean_error_same == pytest.approx(2.8)
    assert (day.hours, day.scored, day.error, day.share) == (24, 0, None, None)


def test_a_share_is_given_only_where_there_are_enough() -> None:
    assert foresight([scored(2)] * (FEW - 1))[0].share is None
    assert foresight([scored(2)] * FEW)[0].share == 1.0


@given(st.lists(st.integers(0, 30), min_size=1))
def test_every_forecast_is_inside_or_on_one_side(actual: list[int]) -> None:
    found = foresight([scored(one) for one in actual])[0]
    assert found.inside + found.above + found.below == found.scored == len(actual)


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_guess_that_comes_true_loses_nothing_and_any_other_does(actual: int, guess: int) -> None:
    assert loss(actual, actual, actual, actual) == 0
    assert loss(actual, guess, guess, guess) == pytest.approx(abs(actual - guess) / 2)
