"""The transition tables: sound as data, and strict in use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.case.workflow import MACHINES, SYSTEM, Machine, Transition, acts_from, advance, flaws, reachable, transition
from huiying.core.roles import GRANTS, Role
from huiying.core.types import Refusal

ROWS = [(name, row) for name, machine in MACHINES.items() for row in machine.transitions]
STATEMENT = MACHINES["statement"]


def _machine(*rows: Transition, terminal: str = "end") -> Machine:
    return Machine("start", frozenset({terminal}), rows)


@pytest.mark.parametrize("name", MACHINES)
def test_no_table_has_a_flaw(name):
    assert flaws(MACHINES[name]) == ()


def test_flaws_are_found():
    good = Transition("start", "go", "end", "case.open")
    assert flaws(_machine(good)) == ()
    assert flaws(_machine(good, Transition("lost", "go", "end", "case.open"))) == ("lost cannot be reached",)
    assert flaws(_machine(good, Transition("start", "fall", "pit", "case.open"))) == ("pit is a dead end",)
    assert flaws(_machine(good, Transition("start", "go", "start", "case.open"))) == ("go from start is defined twice",)
    assert flaws(_machine(Transition("start", "go", "end", "case.burn"))) == ("case.burn is no permission",)


def test_a_loop_without_exit_is_a_dead_end():
    rows = (Transition("start", "go", "end", SYSTEM), Transition("start", "in", "a", SYSTEM))
    loop = (Transition("a", "x", "b", SYSTEM), Transition("b", "y", "a", SYSTEM))
    assert flaws(_machine(*rows, *loop)) == ("a is a dead end", "b is a dead end")


def test_nothing_is_published_without_approval():
    assert "published" in reachable(STATEMENT, "draft")
    assert "published" not in reachable(STATEMENT, "draft", without=frozenset({"approve", "second_person_ok"}))
    assert "published" not in reachable(STATEMENT, "correction_draft", without=frozenset({"approve", "drop"}))


def test_publishing_starts_from_an_approved_text_only():
    ways = {(row.source, row.act) for row in STATEMENT.transitions if row.target == "published"}
    assert ways == {
        ("approved", "publish"),
        ("correction_approved", "publish"),
        ("correction_draft", "drop"),
        ("emergency_pending", "second_person_ok"),
        ("published", "approve_in_retrospect"),
        ("published", "propose_withdrawal"),
    }


@pytest.mark.parametrize("state", ["approval", "approved"])
def test_an_edit_leads_back_to_the_draft(state):
    assert advance("statement", state, "edit") == "draft"
    assert advance("statement", f"correction_{state}", "edit") == "correction_draft"


@pytest.mark.parametrize("state", ["published", "correction_draft", "correction_approval", "correction_approved"])
def test_a_correction_under_way_never_keeps_a_statement_from_being_withdrawn(state):
    assert advance("statement", state, "propose_withdrawal", reason="the sample was mixed up") == state
    assert advance("statement", state, "withdraw") == "withdrawn"


def test_an_approval_and_every_verdict_take_a_second_person():
    settled = MACHINES["claim"].terminal
    rows = [row for name, row in ROWS if row.act == "approve" or (name == "claim" and row.target in settled)]
    rows = [row for row in rows if row.act != "waive_commitment"]
    assert len(rows) == 3 + 4
    assert all(row.second_person for row in rows)


def test_closing_quietly_takes_a_reason_and_a_second_person():
    firsts = [row for name, row in ROWS if name == "case" and row.act in {"propose_no_response", "sign_review"}]
    seconds = [row for name, row in ROWS if name == "case" and row.act in {"no_response_needed", "close"}]
    assert [row.source for row in firsts] == [row.source for row in seconds] == ["assessing", "verifying", "review"]
    assert all(row.needs_reason and row.target == row.source for row in firsts)
    assert all(row.second_person for row in seconds)
    assert transition("warning", "acknowledged", "dismiss").needs_reason


@pytest.mark.parametrize("state", sorted(MACHINES["case"].states))
def test_report_up_is_open_in_every_state_to_every_role(state):
    assert advance("case", state, "report_up") == state
    assert all(transition("case", state, "report_up").permission in GRANTS[role] for role in Role)


def test_no_role_holds_the_permission_of_system_actors():
    assert all(SYSTEM not in granted for granted in GRANTS.values())


def test_system_actors_neither_write_nor_approve_nor_publish():
    assert not [row for name, row in ROWS if row.permission == SYSTEM and name in {"claim", "statement"}]


def test_every_permission_of_a_person_is_held_by_some_role():
    held = frozenset().union(*GRANTS.values())
    assert {row.permission for _, row in ROWS} - {SYSTEM} <= held


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{name}-{row.source}-{row.act}" for name, row in ROWS])
def test_every_row_leads_where_the_table_says(name, row):
    assert advance(name, row.source, row.act, reason="because it is so") == row.target
    if row.needs_reason:
        with pytest.raises(Refusal, match="needs a reason"):
            advance(name, row.source, row.act, reason="  ")
    else:
        assert advance(name, row.source, row.act) == row.target


@pytest.mark.parametrize("name", MACHINES)
def test_every_other_act_is_refused_with_those_that_are_possible(name):
    machine = MACHINES[name]
    acts = {row.act for row in machine.transitions}
    for state in machine.states:
        possible = {row.act for row in acts_from(name, state)}
        for act in acts - possible:
            with pytest.raises(Refusal) as refused:
                advance(name, state, act, reason="why")
            assert f'"{state}"' in str(refused.value)
            assert all(one in str(refused.value) for one in possible)


def test_a_final_state_says_so():
    with pytest.raises(Refusal, match="which is final"):
        advance("statement", "withdrawn", "publish")


def test_an_unknown_state_is_refused():
    with pytest.raises(Refusal, match='no state "lost"'):
        acts_from("case", "lost")


@given(st.data())
def test_a_random_walk_stays_on_the_map_and_can_always_come_to_rest(data):
    name = data.draw(st.sampled_from(sorted(MACHINES)))
    machine = MACHINES[name]
    state = machine.initial
    for _ in range(data.draw(st.integers(0, 25))):
        rows = acts_from(name, state)
        if not rows:
            break
        state = advance(name, state, data.draw(st.sampled_from(rows)).act, reason="walk")
        assert state in machine.states
        assert reachable(machine, state) & machine.terminal
