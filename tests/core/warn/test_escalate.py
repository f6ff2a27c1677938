"""How a warning rings while nobody acknowledges it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from huiying.core.roles import Role
from huiying.core.types import Level
from huiying.core.warn.escalate import Ring, Stage, again, begin, escalate, held, highest, released, rise, told

START = datetime(2026, 6, 1, 8, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


def ring(level: Level = Level.RED, **more: object) -> Ring:
    return begin(level, START, told_from=START, limit=QUARTER)


def test_owner_lead_leader() -> None:
    one = ring()
    assert (one.stage, one.escalate_at) == (Stage.OWNER, START + QUARTER)
    two = escalate(one, START + QUARTER, limit=QUARTER)
    assert (two.stage, two.escalate_at) == (Stage.LEAD, START + 2 * QUARTER)
    three = escalate(two, START + 2 * QUARTER, limit=QUARTER)
    assert (three.stage, three.escalate_at) == (Stage.LEADER, None)


def test_blue_goes_no_further_than_the_duty_lead() -> None:
    one = escalate(ring(Level.BLUE), START + QUARTER, limit=QUARTER)
    assert (one.stage, one.escalate_at) == (Stage.LEAD, None)
    assert escalate(one, START, limit=QUARTER).stage is Stage.LEAD


def test_nobody_above_is_told_before_the_owner_can_have_heard() -> None:
    morning = START + timedelta(hours=9)
    assert begin(Level.YELLOW, START, told_from=morning, limit=QUARTER).escalate_at == morning + QUARTER


def test_who_is_told() -> None:
    duty, lead, leader, dept = (frozenset({role}) for role in (Role.DUTY, Role.DUTY_LEAD, Role.LEADER, Role.DEPT))
    assert told(Stage.OWNER, duty, of_lead_department=False)
    assert told(Stage.OWNER, dept, of_lead_department=True) and not told(Stage.OWNER, dept, of_lead_department=False)
    assert not told(Stage.OWNER, lead, of_lead_department=False) and told(Stage.LEAD, lead, of_lead_department=False)
    assert told(Stage.LEADER, leader, of_lead_department=False) and not told(Stage.LEAD, leader, of_lead_department=False)
    assert not told(Stage.LEAD, dept, of_lead_department=True)


@given(st.sampled_from(Level), st.lists(st.integers(0, 100), min_size=2, max_size=30))
def test_repeats_widen_however_late_the_timer_is(level: Level, delays: list[int]) -> None:
    one, gaps = ring(level), []
    for delay in delays:
        now = one.repeat_at + timedelta(seconds=delay)
        one = again(one, now)
        gaps.append(one.repeat_at - now)
    assert gaps == sorted(gaps) and timedelta(0) < gaps[0] and gaps[-1] <= timedelta(days=1)


steps = st.tuples(st.sampled_from(["wait", "rise", "silence", "release"]), st.integers(0, 7200))


@given(st.sampled_from([Level.YELLOW, Level.ORANGE, Level.RED]), st.lists(steps, max_size=30))
def test_an_unacknowledged_warning_always_has_a_next_time(level: Level, story: list[tuple[str, int]]) -> None:
    """Whatever happens to it, it will be said again, it never goes down the chain, and a rise puts nothing off."""
    now, one, silent = START, begin(level, START, told_from=START, limit=QUARTER), START
    for what, seconds in story:
        now += timedelta(seconds=seconds)
        before = one
        if what == "rise":
            one = rise(one, list(Level)[min(one.level.rank + 1, 3)], now, told_from=now, limit=QUARTER)
            assert one.next_at <= max(before.next_at, now)
        elif what == "silence":
            silent = now + timedelta(seconds=seconds)
            one = held(one, silent)
        elif what == "release":
            one = released(one, now, limit=QUARTER)
            assert one.repeat_at <= now
        elif one.next_at <= now:
            one = escalate(one, now, limit=QUARTER) if one.escalate_at and one.escalate_at <= now else again(one, now)
            assert one.stage is not before.stage or one.repeat_at > now
        assert one.stage.rank >= before.stage.rank and one.since == before.since == START
        assert one.next_at <= max(now, silent) + timedelta(days=1)
        assert one.escalate_at is not None or one.stage is highest(one.level)
