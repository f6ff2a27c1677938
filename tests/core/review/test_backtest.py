"""What would have been otherwise, story by story."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.review.backtest import compare
from huiying.core.types import Level, Warning

from .helpers import EIGHT

START, END = EIGHT, EIGHT + timedelta(days=10)


def warning(story: str, hours: float, level: Level, score: float = 1.0) -> Warning:
    return Warning(at=EIGHT + timedelta(hours=hours), story=story, level=level, score=score, items=("i",), strategy="s")


BEFORE = [
    warning("early", -1, Level.RED),
    warning("same", 1, Level.BLUE),
    warning("same", 2, Level.YELLOW),
    warning("gone", 3, Level.BLUE),
    warning("higher", 200, Level.YELLOW),
    warning("late", 10 * 24, Level.RED),
]
AFTER = [warning("same", 3, Level.YELLOW), warning("higher", 190, Level.RED), warning("new", 5, Level.BLUE)]


def test_appear_vanish_and_change() -> None:
    found = compare(BEFORE, AFTER, start=START, end=END, good={"same", "gone", "unseen"}, bad={"new"})
    assert [one.story for one in found.appear] == ["new"]
    assert [one.story for one in found.vanish] == ["gone"]
    assert [(one.story, one.before.level, one.after.level) for one in found.level if one.before and one.after] == [
        ("higher", Level.YELLOW, Level.RED)
    ]
    assert (found.earlier, found.later) == (1, 1)
    assert (found.before.stories, found.before.raises, found.before.weeks) == (3, 4, (2, 1))
    assert (found.before.precision.count, found.before.precision.of) == (2, 2)
    assert (found.after.precision.count, found.after.precision.of) == (1, 2)
    assert (found.after.recall.count, found.after.recall.of) == (1, 3)
    assert found.before.levels == {"blue": 1, "yellow": 2, "orange": 0, "red": 0}


def test_a_story_counts_at_its_highest() -> None:
    (one,) = compare(BEFORE, [warning("same", 1, Level.RED)], start=START, end=EIGHT + timedelta(hours=3), good=(), bad=()).level
    assert one.before is not None
    assert (one.before.level, one.before.first_at) == (Level.YELLOW, EIGHT + timedelta(hours=1))


RAISES = st.lists(st.tuples(st.sampled_from("abcdef"), st.floats(0, 239), st.sampled_from(list(Level))), max_size=20)


@given(RAISES, RAISES)
def test_every_story_stands_in_one_place(old: list, new: list) -> None:
    before, after = ([warning(*one) for one in sorted(side, key=lambda one: one[1])] for side in (old, new))
    found = compare(before, after, start=START, end=END)
    assert found.before.stories - len(found.vanish) == found.after.stories - len(found.appear)
    assert sum(found.before.weeks) == found.before.stories == sum(found.before.levels.values())
    mirrored = compare(after, before, start=START, end=END)
    assert (mirrored.appear, mirrored.after, mirrored.earlier) == (
        tuple(type(one)(one.story, one.after, one.before) for one in found.vanish),
        found.before,
        found.later,
    )


@pytest.mark.parametrize("days", [1, 7, 8])
def test_a_week_for_every_beginning_of_one(days: int) -> None:
    assert len(compare([], [], start=START, end=START + timedelta(days=days)).before.weeks) == -(-days // 7)
