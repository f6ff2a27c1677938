"""What warnings were worth, counted from the record alone."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.review.calls import read
from huiying.core.review.interval import share
from huiying.core.review.proof import OTHERS, Proof, prove
from huiying.core.review.verdict import Verdict, together
from huiying.core.types import Event

from .helpers import EIGHT, record

HOUR = 60
START, END = EIGHT, EIGHT + timedelta(days=14)
RULE = "named-sum@1+rule-2@2026-06-01"


def raised(story: str, **more: Any) -> dict[str, object]:
    first = (EIGHT - timedelta(hours=1)).isoformat()
    return {
        "story": story,
        "level": "yellow",
        "strategy": RULE,
        "watch": "自来水",
        "sources": ["big", "small"],
        "first_public": first,
    } | more


STORY = [
    (0, "items_collected", "source:1", {"source": "big", "count": 20, "stories": {"a": 1}}),
    (0, "items_collected", "source:2", {"source": "small", "count": 4, "stories": {"b": 1}}),
    (1, "warning_raised", "warning:1", raised("a")),
    (2, "warning_raised", "warning:2", raised("b", watch="", level="blue", sources=["small"])),
    (3, "warning_raised", "warning:3", raised("c", level="orange")),
    (11, "warning_acknowledged", "warning:1", {}),
    (12, "case_opened", "case:1", {"case": 1, "warning": 1, "stories": ["a"]}),
    (13, "warning_dismissed", "warning:2", {"reason": "演练"}),
    (20, "warning_level_changed", "warning:1", raised("a", level="orange")),
    (60, "items_collected", "source:1", {"source": "big", "count": 6, "stories": {"a": 5, "c": 1}}),
    (6 * HOUR, "items_collected", "source:1", {"source": "big", "count": 9, "stories": {"a": 9}}),
    (7 * HOUR, "case_opened", "case:2", {"case": 2, "known_by": "hotline", "event_known": "2026-06-01T14:00:00+00:00", "stories": ["c"]}),
    (8 * HOUR, "case_opened", "case:3", {"case": 3, "known_by": "media", "event_known": "2026-06-01T10:00:00+00:00", "stories": []}),
]


def found(*more: tuple[float, str, str, dict[str, object]]) -> Proof:
    return prove(record(*STORY, *more), START, END)


def test_precision_misses_and_false_alarms() -> None:
    proof = found()
    assert (proof.calls, proof.levels["orange"], proof.levels["blue"]) == (3, 2, 1)
    assert (proof.opened.count, proof.opened.of, proof.undecided) == (2, 3, 0)
    assert (proof.feedback.count, proof.feedback.of, proof.unsaid) == (0, 0, 3)
    assert (proof.found.count, proof.found.of) == (2, 3)
    assert [(one.case, one.known_by, one.late) for one in proof.missed] == [("case:3", "media", None)]
    assert (proof.false_alarms, proof.false_a_week) == (1, 0.5)


def test_lead_times() -> None:
    proof = found()
    assert proof.after_public.values == (61 * 60, 62 * 60, 63 * 60)
    assert proof.before_known.values == ((6 * HOUR - 3) * 60,)
    # the busiest six hours of story a end with its last items; the first of them, at minute 0, has left the window by then
    assert proof.before_peak.values == ((6 * HOUR - 1) * 60,)
    assert (proof.acknowledge.values, proof.unacknowledged) == ((600.0,), 2)


def test_a_case_of_which_somebody_told_before_the_warning_was_missed() -> None:
    early = {"case": 4, "known_by": "superior", "event_known": "2026-06-01T08:02:00+00:00", "stories": ["c"]}
    proof = prove(record(*STORY[:11], (7 * HOUR, "case_opened", "case:4", early)), START, END)
    assert [(one.case, one.late) for one in proof.missed] == [("case:4", 60.0)]
    assert proof.before_known.values == (-60.0,)


def test_the_last_word_of_each_person_counts() -> None:
    proof = found(
        (900, "warning_feedback", "warning:1", {"verdict": "wrong"}),
        (901, "warning_feedback", "warning:1", {"verdict": "late"}),
        (902, "warning_feedback", "warning:2", {"verdict": "duplicate"}),
        (903, "warning_feedback", "warning:3", {"verdict": "wrong"}),
    )
    assert proof.verdicts == {"useful": 0, "late": 1, "wrong": 1, "duplicate": 1}
    assert (proof.feedback.count, proof.feedback.of) == (1, 2)
    assert proof.false_alarms == 0, "a duplicate is no false alarm, and what became a case is none either"


def test_a_dismissed_story_that_comes_up_again_is_another_call() -> None:
    proof = found((1000, "warning_level_changed", "warning:2", raised("b", level="red")))
    assert (proof.calls, proof.levels["red"], proof.levels["blue"]) == (4, 1, 1)


def test_sources_of_few_items_stand_together() -> None:
    rows = {row.name: row for row in found().by_source}
    assert rows.keys() == {"big", OTHERS}
    assert (rows["big"].calls, rows[OTHERS].calls) == (2, 3)
    assert list(rows)[-1] == OTHERS


def test_breakdowns_and_weeks() -> None:
    proof = found()
    assert [(row.name, row.calls, row.cases, row.false) for row in proof.by_watch] == [("自来水", 2, 2, 0), ("", 1, 0, 1)]
    assert [row.name for row in proof.by_rule] == ["rule-2@2026-06-01"]
    assert [row.calls for row in proof.by_level] == [1, 0, 2, 0]
    assert len(proof.weeks) == 2
    assert proof.weeks[0].calls["blue"] == {"false": 1}
    assert proof.weeks[0].calls["orange"] == {"case": 2}


def test_an_empty_record_knows_nothing() -> None:
    proof = prove([], START, END)
    assert (proof.calls, proof.found.of, proof.feedback.low, proof.feedback.high) == (0, 0, 0.0, 1.0)
    assert proof.before_peak.spread.median is None


def test_what_older_records_lack_is_left_out() -> None:
    events = record(
        (0, "items_collected", "source:1", {"source": "x", "count": 2, "stories": ["a"]}),
        (1, "warning_raised", "warning:1", {"story": "a", "level": "red", "score": 9.0, "items": 1}),
    )
    proof = prove(events, START, END)
    assert (proof.calls, proof.after_public.spread.count, proof.by_source) == (1, 0, ())


KINDS = ["warning_raised", "warning_level_changed", "warning_acknowledged", "warning_dismissed", "warning_attached", "warning_feedback"]
ACTS = st.lists(
    st.tuples(
        st.sampled_from([*KINDS, "case_opened", "items_collected", "watch_added"]), st.integers(1, 4), st.sampled_from(list(Verdict))
    ),
    max_size=40,
)


def acts_of(drawn: list[tuple[str, int, Verdict]]) -> list[Event]:
    acts: list[tuple[float, str, str, dict[str, object]]] = []
    for minute, (kind, number, verdict) in enumerate(drawn):
        data: dict[str, object] = raised(f"s{number}") if kind in KINDS[:2] else {"case": number, "verdict": verdict.value}
        if kind == "case_opened":
            data = {"case": number, "stories": [f"s{number}"], "known_by": "" if verdict is Verdict.USEFUL else "other"}
        if kind == "items_collected":
            data = {"source": "big", "count": number, "stories": {f"s{number}": number}}
        acts.append((minute, kind, f"warning:{number}" if kind in KINDS else f"case:{number}", data))
    return record(*acts)


@given(ACTS, st.randoms())
def test_the_events_alone_give_the_same_again(drawn: list[tuple[str, int, Verdict]], chance: random.Random) -> None:
    events = acts_of(drawn)
    proof = prove(events, START, END)
    stored = msgspec.json.decode(msgspec.json.encode(events), type=list[Event])
    chance.shuffle(stored)
    assert prove(stored, START, END) == proof
    assert prove([event for event in events if event.type != "watch_added"], START, END) == proof


@given(ACTS)
def test_nothing_is_counted_twice_or_lost(drawn: list[tuple[str, int, Verdict]]) -> None:
    events = acts_of(drawn)
    proof = prove(events, START, END)
    assert proof.calls == len(read(events).calls) == sum(proof.levels.values())
    assert sum(proof.verdicts.values()) + proof.unsaid == proof.calls
    assert proof.opened.of + proof.undecided == proof.calls
    assert sum(n for week in proof.weeks for level in week.calls.values() for n in level.values()) == proof.calls
    assert sum(row.calls for row in proof.by_level) == sum(row.calls for row in proof.by_rule) == proof.calls
    assert proof.found.count + len(proof.missed) == proof.found.of


@pytest.mark.parametrize(
    ("count", "of", "low", "high"), [(0, 5, 0.0, 0.434), (5, 5, 0.566, 1.0), (7, 9, 0.453, 0.937), (50, 100, 0.404, 0.596)]
)
def test_the_interval_is_wilsons(count: int, of: int, low: float, high: float) -> None:
    found = share(count, of)
    assert (round(found.low, 3), round(found.high, 3)) == (low, high)


def test_most_decide_and_of_as_many_the_less_kind() -> None:
    useful, late, wrong = Verdict.USEFUL, Verdict.LATE, Verdict.WRONG
    assert together([]) is None
    assert together([useful, useful, wrong]) is useful
    assert together([useful, wrong]) is wrong
    assert together([late, useful]) is late
