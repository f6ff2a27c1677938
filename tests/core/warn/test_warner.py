"""One warning a story, again only on a rise or after a quiet time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.detect.detector import Signal
from huiying.core.types import Contribution, Level, Refusal
from huiying.core.warn.levels import LevelTable
from huiying.core.warn.warner import WarnConfig, Warner

START = datetime(2026, 6, 1, 8, tzinfo=UTC)
CONFIG = WarnConfig(table=LevelTable(id="t@2026-06-01", blue=2, yellow=4, orange=8, red=16))


def signal(score: float, hours: float = 0, story: str = "s") -> Signal:
    parts = (Contribution(name="growth", value=3, weight=score),)
    at = START + timedelta(hours=hours)
    return Signal(story=story, at=at, score=score, contributions=parts, items=("a", "b"), immediate=False, watch="w")


def levels(*signals: Signal) -> list[Level | None]:
    warner = Warner(CONFIG)
    return [warning and warning.level for warning in map(warner.consider, signals)]


def test_once_and_on_every_rise() -> None:
    said = levels(signal(1), signal(2, 1), signal(3, 2), signal(9, 3), signal(4, 4), signal(8, 5), signal(20, 6))
    assert said == [None, Level.BLUE, None, Level.ORANGE, None, None, Level.RED]


def test_again_after_a_quiet_time_only() -> None:
    assert levels(signal(4), signal(4, 71)) == [Level.YELLOW, None]
    assert levels(signal(4), signal(2, 72)) == [Level.YELLOW, Level.BLUE]
    assert levels(signal(4), signal(1, 72), signal(2, 100)) == [Level.YELLOW, None, Level.BLUE]
    assert levels(signal(4), signal(1, 50), signal(4, 100)) == [Level.YELLOW, None, None]


def test_stories_are_apart() -> None:
    assert levels(signal(4), signal(4, 0, "t")) == [Level.YELLOW, Level.YELLOW]


def test_warning_carries_everything() -> None:
    given_signal = signal(5)
    warning = Warner(CONFIG).consider(given_signal)
    assert warning is not None
    assert (warning.at, warning.story, warning.items, warning.watch) == (START, "s", ("a", "b"), "w")
    assert warning.reasons == given_signal.contributions
    assert warning.strategy.endswith("+t@2026-06-01")


SIGNALS = st.lists(st.tuples(st.sampled_from("stu"), st.floats(0, 20), st.floats(0, 100)), max_size=30)


@given(SIGNALS, st.integers(0, 30))
def test_restart_changes_nothing(steps: list[tuple[str, float, float]], cut: int) -> None:
    whole, broken, hours = Warner(CONFIG), Warner(CONFIG), 0.0
    for number, (story, score, pause) in enumerate(steps):
        if number == cut:
            broken = Warner.load(broken.dump(), CONFIG)
        hours += pause
        now = signal(score, hours, story)
        assert msgspec.json.encode(whole.consider(now)) == msgspec.json.encode(broken.consider(now))
    assert whole.dump() == broken.dump()


def test_foreign_snapshots_are_refused() -> None:
    with pytest.raises(Refusal, match="cannot be read"):
        Warner.load(b"\x00")
    with pytest.raises(Refusal, match="not of"):
        Warner.load(Warner(CONFIG).dump().replace(b"named-sum", b"other-sum"))


def test_what_was_warned_of_stays_warned_of_under_a_changed_rule() -> None:
    warner = Warner(CONFIG)
    assert warner.consider(signal(4)) is not None
    stricter = WarnConfig(table=LevelTable(id="u@2026-06-02", blue=1, yellow=3, orange=5, red=16))
    later = Warner.load(warner.dump(), stricter)
    assert later.consider(signal(4, 1)) is None
    again = later.consider(signal(5, 2))
    assert again is not None
    assert (again.level, again.strategy.rpartition("+")[2]) == (Level.ORANGE, "u@2026-06-02")
