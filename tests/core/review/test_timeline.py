"""A case's history, from the record alone."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.review.timeline import timeline
from huiying.core.types import Refusal

from .helpers import record

EVENTS = record(
    (0, "warning_raised", "warning:3", {"level": "orange", "score": 7.5, "story": "s1"}),
    (1, "warning_raised", "warning:4", {"level": "blue"}),
    (5, "warning_acknowledged", "warning:3", {"level": "orange"}),
    (6, "case_opened", "case:12", {"case": 12, "warning": 3, "level": "orange"}),
    (7, "case_opened", "case:1", {"case": 1, "warning": 4}),
    (8, "claim_added", "claim:5", {"case": 12, "claim": 5, "text": "水有异味"}),
    (9, "claim_added", "claim:6", {"case": 1, "claim": 6}),
    (10, "claim_taken", "claim:5", {}),
    (11, "task_assigned", "task:2", {"case": 12, "task": 2}),
    (12, "warning_attached", "warning:8", {"case": 12, "warning": 8}),
    (13, "warning_level_changed", "warning:8", {"items": [1, 2]}),
    (14, "statement_drafted", "statement:7", {"case": 12, "statement": 7}),
    (15, "source_failing", "source:9", {"source": "澜川论坛"}),
    (16, "statement_published", "statement:7", {"case": 12, "statement": 7, "stage": "S0", "revision": 1}),
)


def test_everything_of_the_case_and_nothing_of_another():
    assert [(found.type, found.subject) for found in timeline(EVENTS, 12)] == [
        ("warning_raised", "warning:3"),
        ("warning_acknowledged", "warning:3"),
        ("case_opened", "case:12"),
        ("claim_added", "claim:5"),
        ("claim_taken", "claim:5"),
        ("task_assigned", "task:2"),
        ("warning_attached", "warning:8"),
        ("warning_level_changed", "warning:8"),
        ("statement_drafted", "statement:7"),
        ("statement_published", "statement:7"),
    ]
    assert [found.subject for found in timeline(EVENTS, 1)] == ["warning:4", "case:1", "claim:6"]
    assert timeline(EVENTS, 2) == ()


def test_an_entry_says_who_when_and_the_plain_values():
    first = timeline(EVENTS, 12)[0]
    assert (first.at, first.actor_kind, first.actor) == ("2026-06-01T08:00:00.000000Z", "staff", "wang")
    assert first.values == {"level": "orange", "score": 7.5, "story": "s1"}
    changed = timeline(EVENTS, 12)[7]
    assert changed.values == {}


@given(st.permutations(EVENTS))
def test_the_order_is_the_record_s_whatever_the_order_given(events):
    assert timeline(events, 12) == timeline(EVENTS, 12)


def test_a_case_that_names_another_does_not_take_its_history():
    events = record(
        (0, "case_opened", "case:1", {"case": 1}),
        (1, "claim_added", "claim:1", {"case": 1}),
        (2, "case_opened", "case:2", {"case": 2}),
        (3, "case_moved", "case:1", {"case": [1, 2], "after": "merged"}),
    )
    assert [found.type for found in timeline(events, 2)] == ["case_opened", "case_moved"]


@pytest.mark.parametrize("data", ["{", "[1]", ""])
def test_an_entry_that_cannot_be_read_is_named(data):
    broken = msgspec.structs.replace(EVENTS[3], data=data)
    with pytest.raises(Refusal, match="Entry 4 of the record"):
        timeline([*EVENTS[:3], broken], 12)
