"""What is held back, what never is, and when a warning is said again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.types import Level
from huiying.core.warn.mute import Raised, inhibited_by, next_repeat

START = datetime(2026, 6, 1, 8, tzinfo=UTC)
WARNING = Raised(story="s", level=Level.YELLOW, at=START, place="乌石镇", topics=("water",))


def test_open_case_inhibits() -> None:
    assert inhibited_by(WARNING, [], {"s"}) == "case"
    assert inhibited_by(WARNING, [], {"t"}) is None


@pytest.mark.parametrize(
    ("changes", "inhibited"),
    [
        ({}, True),
        ({"level": Level.YELLOW}, False),
        ({"level": Level.BLUE}, False),
        ({"place": "望澜镇"}, False),
        ({"topics": ("roads",)}, False),
        ({"story": "s"}, False),
        ({"at": START - timedelta(hours=12)}, True),
        ({"at": START - timedelta(hours=12.1)}, False),
        ({"at": START + timedelta(hours=1)}, False),
    ],
)
def test_higher_warning_of_the_same_place_and_topic_inhibits(changes: dict[str, object], inhibited: bool) -> None:
    higher = Raised(story="t", level=Level.ORANGE, at=START - timedelta(hours=1), place="乌石镇", topics=("water", "x"))
    assert inhibited_by(WARNING, [msgspec.structs.replace(higher, **changes)], ()) == ("t" if inhibited else None)


def test_warnings_without_a_place_do_not_inhibit_each_other() -> None:
    nowhere = msgspec.structs.replace(WARNING, place="")
    higher = msgspec.structs.replace(nowhere, story="t", level=Level.RED)
    assert inhibited_by(nowhere, [higher], ()) is None


@pytest.mark.parametrize(
    ("level", "minutes"),
    [
        (Level.RED, [5, 15, 35, 75, 155, 315]),
        (Level.ORANGE, [15, 45, 105, 225, 465]),
        (Level.YELLOW, [60, 180, 420, 900]),
        (Level.BLUE, [240, 720, 1680, 3120]),
    ],
)
def test_repeats_widen(level: Level, minutes: list[int]) -> None:
    assert [next_repeat(level, START, n) for n in range(len(minutes))] == [START + timedelta(minutes=m) for m in minutes]


@given(st.sampled_from(list(Level)), st.integers(0, 5000))
def test_gaps_grow_to_a_day_and_no_further(level: Level, repeats: int) -> None:
    first, second, third = (next_repeat(level, START, repeats + n) for n in range(3))
    assert timedelta(0) < second - first <= third - second <= timedelta(days=1)


@given(st.integers(0, 50))
def test_graver_is_said_sooner(repeats: int) -> None:
    times = [next_repeat(level, START, repeats) for level in Level]
    assert times == sorted(times, reverse=True)
