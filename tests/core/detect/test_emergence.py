from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.detect.emergence import CALLED, CURVES, USUAL, Curve, contributions, values
from huiying.core.detect.happening import Happening

CURVE = Curve("x", (1.0, 2.0, 4.0), (0.0, 1.0, 3.0))


def happening(**known: float) -> Happening:
    usual: dict[str, object] = {
        "items": ("a", "b"), "titles": 2, "near": 2, "half_day": 2, "three_hours": 1, "hour": 1, "outlets": 1, "cohesion": 0.3,
        "nearest": 0.3, "word": "停水", "word_day": 2, "word_six": 2, "word_outlets": 1, "word_usual": 0.2, "word_near": 0.3,
        "word_heat": 0.0, "second_heat": 0.0, "rank": 0, "gap": 1.0, "age": 1.0, "ahead": 1.0, "length": 10,
    }  # fmt: skip
    return Happening(**{**usual, **known})  # type: ignore[arg-type]


def score(found: Happening) -> float:
    return sum(part.weight for part in contributions(found, 1.0, 0.0))


@pytest.mark.parametrize(("value", "points"), [(0, 0.0), (1, 0.0), (1.5, 0.5), (2, 1.0), (3, 2.0), (4, 3.0), (9, 3.0)])
def test_a_curve_is_straight_between_its_knots_and_flat_outside(value: float, points: float) -> None:
    assert CURVE.at(value) == points


def test_every_curve_is_whole_and_is_looked_at() -> None:
    found = values(happening())
    assert {curve.name for curve in CURVES} == set(found)
    for curve in CURVES:
        assert len(curve.knots) == len(curve.points) and list(curve.knots) == sorted(curve.knots) and curve.points[0] == 0


def test_the_parts_are_the_log_odds_above_a_call() -> None:
    found = values(happening())
    assert score(happening()) == pytest.approx(USUAL - CALLED + sum(curve.at(found[curve.name]) for curve in CURVES))


def test_few_alike_titles_are_not_worth_a_call_and_many_at_once_are() -> None:
    few = happening()
    many = happening(
        titles=12, near=10, half_day=12, three_hours=6, hour=3, outlets=3, word_day=14, word_six=10, word_outlets=3, rank=1, gap=0.1,
        second_heat=2.0, word_heat=2.5, word_near=0.5, ahead=1.5, nearest=0.15,
    )  # fmt: skip
    assert score(few) < 0 < score(many)


@given(st.integers(2, 30), st.integers(1, 10), st.floats(0.2, 30))
def test_more_titles_never_speak_against_and_an_everyday_word_never_for(count: int, more: int, usual: float) -> None:
    assert score(happening(half_day=count + more)) >= score(happening(half_day=count))
    assert score(happening(word_day=count + more)) >= score(happening(word_day=count))
    assert score(happening(word_usual=usual * 2)) <= score(happening(word_usual=usual)) + 1e-9
    assert math.isfinite(score(happening(half_day=count, word_usual=usual)))
