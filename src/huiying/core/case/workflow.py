"""Every state that a thing of the desk can be in, and every act that leads from one to another: one table each, and how they are read."""

from __future__ import annotations

from huiying.core.case.answer_tables import (
    COMMITMENT,
    CONFERENCE,
    CONTEST,
    CORRECTION_REQUEST,
    ENQUIRY,
    LINE,
    PUBLISHER_REQUEST,
    STATEMENT,
)
from huiying.core.case.desk_tables import CASE, CLAIM, CONCERN, INSTRUCTION, INVESTIGATION, PROPOSAL, RESPONSE, TASK, WARNING
from huiying.core.case.machine import SYSTEM, Machine, Transition
from huiying.core.roles import PERMISSIONS
from huiying.core.types import Refusal

__all__ = [
    "CASE",
    "MACHINES",
    "PROPOSAL",
    "SYSTEM",
    "WARNING",
    "Machine",
    "Transition",
    "acts_from",
    "advance",
    "flaws",
    "reachable",
    "transition",
]

MACHINES: dict[str, Machine] = {
    "warning": WARNING,
    "case": CASE,
    "response": RESPONSE,
    "concern": CONCERN,
    "claim": CLAIM,
    "task": TASK,
    "instruction": INSTRUCTION,
    "investigation": INVESTIGATION,
    "statement": STATEMENT,
    "line": LINE,
    "commitment": COMMITMENT,
    "enquiry": ENQUIRY,
    "conference": CONFERENCE,
    "contest": CONTEST,
    "correction_request": CORRECTION_REQUEST,
    "publisher_request": PUBLISHER_REQUEST,
    "proposal": PROPOSAL,
}


def transition(machine: str, state: str, act: str) -> Transition:
    """The one row for `act` in `state`. Refuses an act that is not possible there, naming those that are."""
    rows = {t.act: t for t in acts_from(machine, state)}
    if act in rows:
        return rows[act]
    if not rows:
        raise Refusal('"%(act)s" is not possible: this %(machine)s is "%(state)s", which is final.', act=act, machine=machine, state=state)
    raise Refusal(
        '"%(act)s" is not possible while this %(machine)s is "%(state)s". Possible now: %(acts)s.',
        act=act,
        machine=machine,
        state=state,
        acts=", ".join(rows),
    )


def advance(machine: str, state: str, act: str, *, reason: str = "") -> str:
    """The state that `act` leads to. Refuses an act that does not exist in `state`, and one that lacks the reason it needs."""
    row = transition(machine, state, act)
    if row.needs_reason and not reason.strip():
        raise Refusal('"%(act)s" needs a reason: it is kept on the record. Write one and try again.', act=act)
    return row.target


def acts_from(machine: str, state: str) -> tuple[Transition, ...]:
    """The rows that start in `state`, in the table's order; empty for a final state. Refuses a state the machine does not have."""
    table = MACHINES[machine]
    if state not in table.states:
        raise Refusal('A %(machine)s has no state "%(state)s".', machine=machine, state=state)
    return tuple(t for t in table.transitions if t.source == state)


def reachable(machine: Machine, start: str, *, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """The states that can be reached from `start` (itself included) when the acts in `without` are never done."""
    found, frontier = {start}, [start]
    while frontier:
        state = frontier.pop()
        for row in machine.transitions:
            if row.source == state and row.act not in without and row.target not in found:
                found.add(row.target)
                frontier.append(row.target)
    return frozenset(found)


def flaws(machine: Machine) -> tuple[str, ...]:
    """What is wrong with a table: unreachable states, dead ends, an act with two meanings in one state, unknown permissions."""
    found: list[str] = []
    start = reachable(machine, machine.initial)
    found += [f"{state} cannot be reached" for state in sorted(machine.states - start)]
    found += [f"{state} is a dead end" for state in sorted(machine.states) if not reachable(machine, state) & machine.terminal]
    rows = [(t.source, t.act) for t in machine.transitions]
    found += [f"{act} from {source} is defined twice" for source, act in sorted({row for row in rows if rows.count(row) > 1})]
    found += [f"{t.permission} is no permission" for t in machine.transitions if t.permission not in PERMISSIONS and t.permission != SYSTEM]
    return tuple(found)
