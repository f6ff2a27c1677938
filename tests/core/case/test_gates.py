"""What must be so before a case may rest, and clocks that are never set back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.case import gates
from huiying.core.case.charge import Hold, charged, total
from huiying.core.case.concerns import Disposition, check_disposed
from huiying.core.case.duties import TIMERS, Clocks, Preset, due
from huiying.core.types import Refusal

T0 = datetime(2026, 6, 5, 8, tzinfo=UTC)
TIMES = st.none() | st.integers(0, 500).map(lambda hours: T0 + timedelta(hours=hours))
CLOCKS = st.builds(Clocks, event_known=TIMES, first_public=TIMES, detected=TIMES, told_by_superior=TIMES)


def test_an_open_concern_or_a_bare_truth_lets_no_case_rest() -> None:
    gates.may_rest(gates.Standing())
    with pytest.raises(Refusal, match="2 concerns"):
        gates.may_rest(gates.Standing(open_concerns=2))
    with pytest.raises(Refusal, match="true about us"):
        gates.may_rest(gates.Standing(owed=("水表多计",)))


@pytest.mark.parametrize(
    ("state", "about_us", "commitments", "waived", "bound"),
    [
        ("true", True, [], False, True),
        ("partly_true", True, ["proposed", "refused"], False, True),
        ("true", True, ["missed"], False, False),
        ("true", True, [], True, False),
        ("true", False, [], False, False),
        ("false", True, [], False, False),
    ],
)
def test_what_is_true_about_us_binds_until_there_is_a_commitment_or_a_signed_reason(state, about_us, commitments, waived, bound) -> None:
    assert gates.binds(state=state, about_us=about_us, commitments=commitments, waived=waived) is bound


@given(CLOCKS, CLOCKS)
def test_joining_two_things_never_gives_more_time(one: Clocks, other: Clocks) -> None:
    both = one.together(other)
    assert both == other.together(one)
    for timer in TIMERS.values():
        for preset in Preset:
            for clocks in (one, other):
                try:
                    alone = due(timer, preset, clocks)
                except Refusal:
                    continue
                assert due(timer, preset, both).due_at <= alone.due_at


@given(CLOCKS, CLOCKS)
def test_a_clock_is_only_found_to_have_begun_earlier(known: Clocks, told: Clocks) -> None:
    try:
        after = known.corrected(told)
    except Refusal:
        return
    for name in known.__struct_fields__:
        before = getattr(known, name)
        assert before is None or getattr(after, name) <= before


@given(st.lists(st.tuples(st.none() | st.integers(1, 3), st.integers(0, 90)), min_size=1, max_size=8), st.integers(0, 90))
def test_no_hand_off_hides_a_delay(steps, last) -> None:
    at, holds = T0, []
    for holder, minutes in steps:
        holds.append(Hold(holder, at))
        at += timedelta(minutes=minutes)
    end = at + timedelta(minutes=last)
    assert total(charged(holds, end).values()) == end - T0


@pytest.mark.parametrize("wanted", list(Disposition))
def test_a_disposition_says_what_became_of_it(wanted: Disposition) -> None:
    with pytest.raises(Refusal):
        check_disposed(wanted, answer=" ", referred_to="县教育局", published=True)
    if wanted is Disposition.UNDER_INVESTIGATION:
        with pytest.raises(Refusal, match="not the end"):
            check_disposed(wanted, answer="在查", published=True)
    else:
        check_disposed(wanted, answer="已办", referred_to="县教育局", published=True)
    if wanted in ("explained", "corrected"):
        with pytest.raises(Refusal, match="publish a statement"):
            check_disposed(wanted, answer="已办", published=False)


def test_a_drill_a_merge_with_itself_and_a_promise_in_the_past_are_refused() -> None:
    for wrong in (
        lambda: gates.no_drill(True),
        lambda: gates.mergeable(1, 1, "triage", drill=False, into_drill=False),
        lambda: gates.mergeable(1, 2, "closed", drill=False, into_drill=False),
        lambda: gates.mergeable(1, 2, "triage", drill=True, into_drill=False),
        lambda: gates.due_after(T0, T0),
        lambda: gates.escalated("orange", "yellow"),
        lambda: gates.may_oblige("closed", about_us=True, verdict="true"),
    ):
        with pytest.raises(Refusal):
            wrong()
