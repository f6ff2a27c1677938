"""From score and harm to a level."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.detect.detector import Signal
from huiying.core.types import Contribution, Level
from huiying.core.warn.levels import LevelTable, level_of, next_rise

TABLE = LevelTable(id="t", blue=2, yellow=4, orange=8, red=16)


def signal(score: float, *, immediate: bool = False, toll: int = 0, watches: tuple[str, ...] = ()) -> Signal:
    parts = (Contribution(name="toll", value=toll),) if toll else ()
    at = datetime(2026, 6, 1, tzinfo=UTC)
    return Signal(story="s", at=at, score=score, contributions=parts, items=("a",), immediate=immediate, watch=None, watches=watches)


@pytest.mark.parametrize(
    ("score", "immediate", "toll", "level"),
    [
        (1.99, False, 0, None),
        (2, False, 0, Level.BLUE),
        (4, False, 0, Level.YELLOW),
        (8, False, 0, Level.ORANGE),
        (16, False, 0, Level.RED),
        (-3, True, 0, Level.ORANGE),
        (9, True, 2, Level.ORANGE),
        (0, True, 3, Level.RED),
        (16, True, 0, Level.RED),
        (1, False, 9, None),
    ],
)
def test_level(score: float, immediate: bool, toll: int, level: Level | None) -> None:
    assert level_of(signal(score, immediate=immediate, toll=toll), TABLE) == level


def test_a_watch_sets_the_least_level_of_what_it_finds() -> None:
    least = {"school": Level.YELLOW, "dam": Level.RED}
    assert level_of(signal(0, watches=("bus", "school")), TABLE, least) == Level.YELLOW
    assert level_of(signal(0, watches=("dam", "school")), TABLE, least) == Level.RED
    assert level_of(signal(9, watches=("school",)), TABLE, least) == Level.ORANGE
    assert level_of(signal(0, watches=("bus",)), TABLE, least) is None


@given(st.floats(-5, 30), st.booleans(), st.integers(0, 5))
def test_next_rise_says_what_is_missing(score: float, immediate: bool, toll: int) -> None:
    now = signal(score, immediate=immediate, toll=toll)
    level, rise = level_of(now, TABLE), next_rise(now, TABLE)
    if rise is None:
        assert level is Level.RED
        return
    assert rise.level.rank == (0 if level is None else level.rank + 1)
    reached = level_of(signal(score + rise.missing + 1e-6, immediate=immediate, toll=toll), TABLE)
    assert reached is not None and reached.rank >= rise.level.rank
