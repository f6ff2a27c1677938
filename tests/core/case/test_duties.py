"""Deadlines: which clock, how long, by which rule."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.case.calendar import WorkCalendar
from huiying.core.case.duties import (
    ACKNOWLEDGE,
    CORRECTION,
    NEXT_UPDATE,
    REPORT_UP,
    S0,
    S1,
    TASK_ANSWER,
    TIMERS,
    Clock,
    Clocks,
    Preset,
    due,
    preset_of,
    progress,
    step,
)
from huiying.core.types import Level, Refusal

T0 = datetime(2026, 6, 5, 8, 0, tzinfo=UTC)  # a Friday
LATER = T0 + timedelta(hours=3)
CHINA = timezone(timedelta(hours=8))
CALENDAR = WorkCalendar(zone=CHINA, known_until=2026, holidays=frozenset({date(2026, 6, 19)}))
GRAVE, OTHER = Preset.GRAVE, Preset.OTHER


@pytest.mark.parametrize(
    ("timer", "preset", "hours", "ours"),
    [
        (ACKNOWLEDGE, GRAVE, 0.25, True),
        (ACKNOWLEDGE, OTHER, 0.5, True),
        (REPORT_UP, GRAVE, 1 / 3, False),
        (REPORT_UP, OTHER, 2, False),
        (S0, GRAVE, 1, True),
        (S0, OTHER, 4, True),
        (S1, GRAVE, 5, False),
        (S1, OTHER, 48, False),
        (NEXT_UPDATE, GRAVE, 24, True),
        (TASK_ANSWER, GRAVE, 2, True),
        (TASK_ANSWER, OTHER, 24, True),
        (CORRECTION, GRAVE, 2, True),
    ],
)
def test_the_policy_says_what_the_design_says(timer, preset, hours, ours):
    clocks = Clocks(event_known=T0, first_public=T0, detected=T0, told_by_superior=T0)
    found = due(timer, preset, clocks, CALENDAR)
    assert found.due_at - T0 == timedelta(hours=hours)
    assert timer.hours(preset) == pytest.approx(hours)
    assert found.rule.ours is ours
    assert not found.provisional


def test_every_limit_names_its_rule_and_every_timer_its_name():
    assert all(name == timer.name for name, timer in TIMERS.items())
    assert {"acknowledge", "report_up", "s0", "s1", "next_update", "task_answer", "correction", "retrospect"} <= set(TIMERS)
    assert all(limit.rule.document for timer in TIMERS.values() for preset in Preset if (limit := timer.shipped(preset)))
    assert S1.grave.rule.document == "国办发〔2016〕80号"
    assert S1.other.rule.document == "国办发〔2016〕61号"


@pytest.mark.parametrize("timer", [CORRECTION, NEXT_UPDATE])
def test_what_hours_cannot_say_is_refused(timer):
    with pytest.raises(Refusal, match="not counted in hours"):
        timer.hours(OTHER)


def test_hours_run_through_the_weekend_and_working_days_do_not():
    clocks = Clocks(event_known=T0)
    assert due(S1, OTHER, clocks, CALENDAR).due_at == T0 + timedelta(hours=48)  # Sunday
    assert due(CORRECTION, OTHER, clocks, CALENDAR).due_at == datetime(2026, 6, 10, 23, 59, 59, tzinfo=CHINA)  # Wednesday


def test_working_days_skip_a_holiday():
    wednesday = Clocks(event_known=datetime(2026, 6, 17, 2, tzinfo=UTC))
    assert due(CORRECTION, OTHER, wednesday, CALENDAR).due_at == datetime(2026, 6, 23, 23, 59, 59, tzinfo=CHINA)  # 18, 22, 23


def test_beyond_the_known_year_only_working_days_are_provisional():
    clocks = Clocks(event_known=datetime(2026, 12, 31, 2, tzinfo=UTC))
    assert due(CORRECTION, OTHER, clocks, CALENDAR).provisional
    assert not due(S1, OTHER, clocks, CALENDAR).provisional


def test_times_come_back_in_utc():
    found = due(CORRECTION, OTHER, Clocks(event_known=T0.astimezone(CHINA)), CALENDAR)
    assert found.due_at.tzinfo is UTC
    assert found.started_at.tzinfo is UTC


@given(st.lists(st.one_of(st.none(), st.integers(0, 5000)), min_size=4, max_size=4))
def test_by_default_the_earliest_known_clock_counts(minutes):
    times = [None if m is None else T0 + timedelta(minutes=m) for m in minutes]
    clocks = Clocks(event_known=times[0], first_public=times[1], detected=times[2], told_by_superior=times[3])
    known = [at for at in times if at is not None]
    if known:
        found = due(S0, GRAVE, clocks, CALENDAR)
        assert found.started_at == min(known)
        assert getattr(clocks, found.clock.value) == min(known)
    else:
        with pytest.raises(Refusal, match='"s0" cannot start'):
            due(S0, GRAVE, clocks, CALENDAR)


def test_a_named_clock_counts_alone():
    clocks = Clocks(event_known=T0, detected=LATER)
    assert due(ACKNOWLEDGE, OTHER, clocks).clock == Clock.DETECTED
    assert due(ACKNOWLEDGE, OTHER, clocks).started_at == LATER
    with pytest.raises(Refusal, match='clock "detected" is not known'):
        due(ACKNOWLEDGE, OTHER, Clocks(event_known=T0))


def test_a_promise_counts_but_not_beyond_the_limit():
    assert due(NEXT_UPDATE, OTHER, Clocks(event_known=T0, promised=LATER)).due_at == LATER
    assert due(NEXT_UPDATE, GRAVE, Clocks(event_known=T0, promised=LATER)).due_at == LATER
    late = Clocks(event_known=T0, promised=T0 + timedelta(days=3))
    assert due(NEXT_UPDATE, GRAVE, late).due_at == T0 + timedelta(hours=24)
    assert due(NEXT_UPDATE, OTHER, late).due_at == T0 + timedelta(days=3)
    with pytest.raises(Refusal, match="was promised"):
        due(NEXT_UPDATE, OTHER, Clocks(event_known=T0))


def test_a_promise_moves_no_other_timer():
    assert due(S1, GRAVE, Clocks(event_known=T0, promised=LATER)).due_at == T0 + timedelta(hours=5)


@pytest.mark.parametrize(
    ("level", "preset"),
    [
        (Level.RED, GRAVE),
        (Level.ORANGE, GRAVE),
        ("Ⅰ", GRAVE),
        ("Ⅱ", GRAVE),
        (Level.YELLOW, OTHER),
        ("blue", OTHER),
        ("Ⅲ", OTHER),
        ("Ⅳ", OTHER),
    ],
)
def test_grave_is_orange_red_one_and_two(level, preset):
    assert preset_of(level) == preset


@pytest.mark.parametrize(
    ("share", "expected"), [(-0.5, 0), (0, 0), (0.4999, 0), (0.5, 50), (0.7999, 50), (0.8, 80), (0.9999, 80), (1, 100), (3, 100)]
)
def test_a_timer_speaks_up_at_50_80_and_100_per_cent(share, expected):
    end = T0 + timedelta(hours=10)
    now = T0 + timedelta(microseconds=round(share * 36_000_000_000))
    assert step(T0, end, now) == expected
    assert progress(T0, end, now) == pytest.approx(max(0, share))


def test_a_span_of_nothing_is_used_up():
    assert progress(T0, T0, T0) == 1.0
    assert step(LATER, T0, T0) == 100


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_progress_and_step_never_run_backwards(length, one, two):
    end = T0 + timedelta(seconds=length)
    first, second = sorted((T0 + timedelta(seconds=one), T0 + timedelta(seconds=two)))
    assert progress(T0, end, first) <= progress(T0, end, second)
    assert step(T0, end, first) <= step(T0, end, second)
