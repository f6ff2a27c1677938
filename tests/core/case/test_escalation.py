"""Who is told when, each once; and a timer that never begins again."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from huiying.core.case.duties import OUR_OWN, Clock, Due, Limit, Rule
from huiying.core.case.escalation import Running, Told, merged, next_step, reached, settle, steps_of

T0 = datetime(2026, 6, 5, 8, 0, tzinfo=UTC)
OFFSET = st.integers(0, 5000).map(lambda minutes: T0 + timedelta(minutes=minutes))
LENGTH = st.integers(1, 3000).map(lambda minutes: timedelta(minutes=minutes))


def found(start: datetime, length: timedelta) -> Due:
    return Due(
        due_at=start + length, provisional=False, rule=Rule(OUR_OWN), clock=Clock.EARLIEST, started_at=start, timer="s0", limit=Limit(1)
    )


def test_owner_lead_leader_auditor() -> None:
    due = T0 + timedelta(hours=10)
    said, told = 0, []
    for minutes in range(0, 16 * 60):
        step, to = reached("s0", T0, due, T0 + timedelta(minutes=minutes), said)
        told += [(minutes, one.value) for one in to]
        said = max(said, step)
    assert told == [(300, "owner"), (480, "lead"), (600, "leader"), (900, "auditor")]
    assert reached("report_up", T0, due, due, 80)[1] == (Told.LEADER, Told.AUDITOR)
    assert reached("s0", T0, due, due - timedelta(microseconds=1), 80) == (80, ())


def test_what_was_missed_is_told_at_once_and_once() -> None:
    assert reached("s0", T0, T0 + timedelta(hours=1), T0 + timedelta(hours=9), 0) == (150, tuple(Told))
    assert reached("s0", T0, T0 + timedelta(hours=1), T0 + timedelta(hours=9), 150) == (150, ())
    assert reached("s0", T0, T0, T0, 0) == (150, tuple(Told)), "at once means at once"


@given(OFFSET, LENGTH, st.lists(st.integers(0, 20_000), max_size=30), st.sampled_from(["s0", "report_up"]))
def test_each_is_told_once_however_often_and_whenever_somebody_looks(start, length, looks, timer) -> None:
    said, told, due = 0, [], start + length
    for minutes in sorted(looks):
        now = start + timedelta(minutes=minutes)
        before = next_step(timer, start, due, said)
        step, to = reached(timer, start, due, now, said)
        assert bool(to) == (before is not None and before <= now), "the time of the next step is the time at which it is reached"
        said, told = max(said, step), [*told, *to]
    assert told == list(Told)[: len(told)]
    assert len(told) == sum(share <= said for share, _ in steps_of(timer))


@given(st.lists(st.tuples(OFFSET, LENGTH), min_size=1, max_size=12))
def test_whatever_is_found_later_a_timer_never_begins_later(finds) -> None:
    """Merged, given to others, opened again: each is a new finding of the same duty."""
    running, first = None, None
    for start, length in finds:
        again = None if running is None or running.started_at >= start else running.started_at + length
        after = settle(running, found(start, length), again)
        assert running is None or (after.started_at <= running.started_at and after.said == running.said)
        assert after.due_at <= after.started_at + length, "the limit that holds now runs from the first start"
        first = start if first is None else min(first, start)
        running = after
    assert running is not None and running.started_at == first


@given(OFFSET, LENGTH, st.integers(0, 150), OFFSET, LENGTH, st.integers(0, 150))
def test_two_that_become_one_give_nobody_more_time(s1, l1, said1, s2, l2, said2) -> None:
    one, other = Running(started_at=s1, due_at=s1 + l1, said=said1), Running(started_at=s2, due_at=s2 + l2, said=said2)
    both = merged(one, other)
    assert both == merged(other, one)
    assert (both.started_at, both.due_at, both.said) == (min(s1, s2), min(s1 + l1, s2 + l2), max(said1, said2))
    assert merged(both, one) == both
