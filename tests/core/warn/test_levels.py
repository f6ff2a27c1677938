"""From score and harm to a level."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.detect.detector import DetectConfig, Detector, Signal
from huiying.core.types import Assignment, Contribution, Decision, Item, Kind, Level
from huiying.core.warn.levels import LevelTable, level_of, next_rise

TABLE = LevelTable(id="t", blue=2, yellow=4, orange=8, red=16)


def signal(score: float, *, watches: tuple[str, ...] = ()) -> Signal:
    parts = (Contribution(name="growth", value=3, weight=score),)
    at = datetime(2026, 6, 1, tzinfo=UTC)
    return Signal(story="s", at=at, score=score, contributions=parts, items=("a",), immediate=False, watch=None, watches=watches)


@pytest.mark.parametrize(
    ("score", "level"),
    [(1.99, None), (2, Level.BLUE), (4, Level.YELLOW), (7.99, Level.YELLOW), (8, Level.ORANGE), (16, Level.RED)],
)
def test_level(score: float, level: Level | None) -> None:
    assert level_of(signal(score), TABLE) == level


def called(title: str) -> Signal:
    """The signal of a single ticket of the hotline at a desk whose watches do not know it."""
    at = datetime(2026, 6, 1, tzinfo=UTC)
    item = Item(id="a", source="12345", kind=Kind.HOTLINE, url="", title=title, text="", lang="zh", first_seen=at)
    assignment = Assignment(item="a", story="s", decision=Decision.NEW, score=0.0, threshold=0.1, strategy="t")
    return Detector(DetectConfig(watched=True)).update(item, assignment)


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("居民疏散", Level.ORANGE),
        ("幼儿园多名儿童呕吐", Level.ORANGE),
        ("工地墙倒了，有人被埋", Level.ORANGE),
        ("两人被埋", Level.ORANGE),
        ("三人被埋", Level.RED),
        ("反映流浪犬追电动车，未伤人", None),
        ("路灯维修回访：漏电已修复", None),
        ("分包老板失联，拖欠工资", None),
    ],
)
def test_what_is_to_be_called_at_once_reaches_its_level_by_score_alone(title: str, level: Level | None) -> None:
    assert level_of(called(title), LevelTable()) == level


def test_a_watch_sets_the_least_level_of_what_it_finds() -> None:
    least = {"school": Level.YELLOW, "dam": Level.RED}
    assert level_of(signal(0, watches=("bus", "school")), TABLE, least) == Level.YELLOW
    assert level_of(signal(0, watches=("dam", "school")), TABLE, least) == Level.RED
    assert level_of(signal(9, watches=("school",)), TABLE, least) == Level.ORANGE
    assert level_of(signal(0, watches=("bus",)), TABLE, least) is None


@given(st.floats(-5, 30))
def test_next_rise_says_what_is_missing(score: float) -> None:
    now = signal(score)
    level, rise = level_of(now, TABLE), next_rise(now, TABLE)
    if rise is None:
        assert level is Level.RED
        return
    assert rise.level.rank == (0 if level is None else level.rank + 1)
    reached = level_of(signal(score + rise.missing + 1e-6), TABLE)
    assert reached is not None and reached.rank >= rise.level.rank
