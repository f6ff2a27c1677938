"""How long a case took: from its earliest clock to the first time it came to each step."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from huiying.core.review.steps import Mark, began, steps
from huiying.core.review.timeline import Entry, timeline

from .helpers import record

EVENTS = record(
    (0, "warning_raised", "warning:3", {"level": "orange", "story": "s1"}),
    (5, "warning_acknowledged", "warning:3", {}),
    (6, "case_opened", "case:12", {"case": 12, "warning": 3, "level": "orange"}),
    (9, "statement_published", "statement:7", {"case": 12, "statement": 7, "stage": "S0", "revision": 1}),
    (20, "statement_published", "statement:8", {"case": 12, "statement": 8, "stage": "S1", "revision": 1}),
    (30, "case_moved", "case:12", {"case": 12, "before": "responding", "after": "watching"}),
    (40, "case_reopened", "case:12", {"case": 12}),
    (50, "statement_published", "statement:9", {"case": 12, "statement": 9, "stage": "S4", "revision": 1}),
    (60, "case_moved", "case:12", {"case": 12, "before": "responding", "after": "watching"}),
)


def test_each_step_counts_from_the_beginning_and_when_it_was_reached_first():
    found = {step.mark: step.after for step in steps(timeline(EVENTS, 12))}
    unit = found[Mark.OPENED] / 6
    assert {mark: round(after / unit) for mark, after in found.items()} == {
        Mark.WARNED: 0, Mark.ACKNOWLEDGED: 5, Mark.OPENED: 6, Mark.FIRST_WORD: 9, Mark.FIRST_FACTS: 20,
        Mark.ANSWERED: 30, Mark.REOPENED: 40, Mark.CAUSE: 50,
    }  # fmt: skip


def test_a_clock_that_ran_before_the_record_is_the_beginning():
    opened = Entry(
        at="2026-06-03T08:00:00+00:00", actor_kind="staff", actor="duty", type="case_opened", subject="case:1",
        values={"case": 1, "event_known": "2026-06-03T06:30:00+00:00"},
    )  # fmt: skip
    assert began([opened]) == datetime.fromisoformat("2026-06-03T06:30:00+00:00")
    assert [(step.mark, step.after) for step in steps([opened])] == [(Mark.OPENED, timedelta(hours=1.5))]
    assert steps([]) == ()


@given(st.integers(0, len(EVENTS)), st.integers(0, len(EVENTS)))
def test_what_comes_later_changes_no_step_that_was_reached(first, more):
    before = steps(timeline(EVENTS[:first], 12))
    after = {step.mark: step for step in steps(timeline(EVENTS[: first + more], 12))}
    assert all(after[step.mark] == step for step in before)
