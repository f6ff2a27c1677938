"""What it would take to rise or fall by one level."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.detect.burst import Peaks
from huiying.core.detect.score import Facts, Weights, contributions
from huiying.core.detect.state import Counts
from huiying.core.types import Contribution, Kind, Level
from huiying.core.warn.levels import LevelTable
from huiying.core.warn.nearby import Step, example_down, example_up, next_fall, next_level

TABLE = LevelTable(id="t", blue=2, yellow=4, orange=8, red=16)


def facts(independent: int, outlets: int, tickets: int) -> Facts:
    counts = Counts(reports=1, past=None, independent=independent, outlets=outlets, kinds=(Kind.POST,), tickets=tickets)
    return Facts(
        counts=counts,
        harms=(),
        aside=(),
        immediate="",
        toll=0,
        vulnerable="",
        conduct="",
        watch=None,
        watch_share=1.0,
        watched_part=0.0,
        watched=False,
        place="",
        best_rank=0,
        cohesion=None,
        drill=False,
    )


@given(st.integers(1, 9), st.integers(1, 6), st.integers(0, 6), st.floats(0.01, 3))
def test_the_example_is_enough_and_one_fewer_is_not(independent: int, outlets: int, tickets: int, points: float) -> None:
    def score(i: int, o: int, t: int) -> float:
        return sum(part.weight for part in contributions(facts(i, o, t), Peaks(), Weights()))

    reasons = contributions(facts(independent, outlets, tickets), Peaks(), Weights())
    step = example_up(Step(level=Level.RED, points=points), reasons, Weights())
    if not step.part:
        assert score(independent + 50, outlets, tickets) - score(independent, outlets, tickets) < points
        return
    names = {"independent_reports": (1, 0, 0), "outlets": (0, 1, 0), "hotline_tickets": (0, 0, 1)}
    more = names[step.part]

    def after(count: int) -> float:
        return score(independent + more[0] * count, outlets + more[1] * count, tickets + more[2] * count)

    present = score(independent, outlets, tickets)
    assert after(step.count) - present >= points - 1e-9
    assert after(step.count - 1) - present < points + 1e-9


@pytest.mark.parametrize(
    ("level", "score", "floor", "found"),
    [
        (Level.YELLOW, 5.5, None, Step(level=Level.BLUE, points=1.5)),
        (Level.BLUE, 2.25, None, Step(level=None, points=0.25)),
        (Level.YELLOW, 2.5, Level.YELLOW, None),
        (Level.ORANGE, 9.0, Level.YELLOW, Step(level=Level.YELLOW, points=1.0)),
        (Level.RED, 12.0, None, Step(level=Level.ORANGE, points=0.0)),
    ],
)
def test_how_far_above_its_level(level: Level, score: float, floor: Level | None, found: Step | None) -> None:
    assert next_fall(level, score, TABLE, floor) == found


def test_how_far_to_the_next_level() -> None:
    assert next_level(Level.YELLOW, 5.5, TABLE) == Step(level=Level.ORANGE, points=2.5)
    assert next_level(Level.RED, 20, TABLE) is None


def test_the_part_that_holds_it_is_the_lightest_that_does() -> None:
    parts = tuple(Contribution(name=name, value=1, weight=weight) for name, weight in (("growth", 4.0), ("place", 1.0), ("kinds", 0.4)))
    assert example_down(Step(level=None, points=0.7), parts).part == "place"
    assert example_down(Step(level=None, points=5.0), parts).part == ""
