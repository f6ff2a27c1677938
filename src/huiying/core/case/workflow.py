"""Every state a warning, case, claim, task, statement or proposal can be in, and every act that leads from one to another."""

from __future__ import annotations

import msgspec

from huiying.core.roles import PERMISSIONS
from huiying.core.types import Refusal

SYSTEM = "system"
"""The permission of acts that only the detector or a timer may do; no role holds it."""


class Transition(msgspec.Struct, frozen=True):
    """In state `source`, whoever holds `permission` may do `act`, which leads to `target`.

    `second_person` marks an act that is void unless the person differs from those whose work it settles (case/separation.py).
    """

    source: str
    act: str
    target: str
    permission: str
    needs_reason: bool = False
    second_person: bool = False


class Machine(msgspec.Struct, frozen=True):
    """One table: where a thing begins, where it may rest for good, and what leads from state to state."""

    initial: str
    terminal: frozenset[str]
    transitions: tuple[Transition, ...]

    @property
    def states(self) -> frozenset[str]:
        """Every state named anywhere in the table."""
        return frozenset({self.initial}) | self.terminal | {s for t in self.transitions for s in (t.source, t.target)}


T = Transition

WARNING = Machine(
    initial="raised",
    terminal=frozenset({"linked", "dismissed"}),
    transitions=(
        T("raised", "acknowledge", "acknowledged", "warning.acknowledge"),
        T("raised", "auto_escalate", "escalated", SYSTEM),
        T("escalated", "acknowledge", "acknowledged", "warning.acknowledge"),
        # From the duty lead on to the leader.
        T("escalated", "auto_escalate", "escalated", SYSTEM),
        # Whoever acknowledged it saw less than it is now.
        T("acknowledged", "rise", "raised", SYSTEM),
        T("acknowledged", "open_case", "linked", "case.open"),
        T("acknowledged", "attach_to_case", "linked", "warning.acknowledge"),
        T("acknowledged", "dismiss", "dismissed", "warning.dismiss", needs_reason=True),
        T("dismissed", "resurge", "raised", SYSTEM),
        # Any member of staff may contest a dismissal: it is a way of reporting up, and as hard to block.
        T("dismissed", "contest", "raised", "case.report_up"),
    ),
)

_CASE_STATES = ("triage", "assessing", "verifying", "responding", "watching", "review", "closed", "merged")

CASE = Machine(
    initial="triage",
    terminal=frozenset({"closed", "merged"}),
    transitions=(
        T("triage", "assess", "assessing", "case.assess"),
        T("triage", "merge_into", "merged", "case.assess"),
        T("assessing", "start_verification", "verifying", "case.assess"),
        T("assessing", "no_response_needed", "watching", "case.assess", needs_reason=True, second_person=True),
        T("verifying", "facts_ready", "responding", "claim.check"),
        T("verifying", "holding_statement_out", "verifying", "statement.publish"),
        T("verifying", "no_response_needed", "watching", "case.assess", needs_reason=True, second_person=True),
        T("responding", "new_facts", "verifying", "claim.add"),
        T("responding", "escalate", "assessing", "case.assess"),
        T("responding", "all_concerns_disposed", "watching", "case.assess"),
        T("watching", "resurge", "assessing", SYSTEM),
        T("watching", "quiet_period_over", "review", SYSTEM),
        T("review", "findings_need_work", "responding", "claim.confirm"),
        T("review", "close", "closed", "case.assess", needs_reason=True, second_person=True),
        T("closed", "reopen", "assessing", "case.open", needs_reason=True),
        T("closed", "resurge", "assessing", SYSTEM),
        T("closed", "commitment_missed", "assessing", SYSTEM),
        T("merged", "unmerge", "triage", "case.assess", needs_reason=True),
        # No state of a case may stand in the way of a report to superiors (突发事件应对法 2024, art. 61).
        *(T(state, "report_up", state, "case.report_up") for state in _CASE_STATES),
    ),
)

CLAIM = Machine(
    initial="unassessed",
    terminal=frozenset({"true", "partly_true", "false", "unverifiable"}),
    transitions=(
        T("unassessed", "take", "checking", "claim.check"),
        T("checking", "propose", "proposed", "claim.check"),
        T("proposed", "rule_true", "true", "claim.confirm", second_person=True),
        T("proposed", "rule_partly_true", "partly_true", "claim.confirm", second_person=True),
        T("proposed", "rule_false", "false", "claim.confirm", second_person=True),
        T("proposed", "rule_unverifiable", "unverifiable", "claim.confirm", second_person=True),
        T("proposed", "refuse", "checking", "claim.confirm", needs_reason=True, second_person=True),
        T("true", "reopen", "checking", "claim.add", needs_reason=True),
        T("partly_true", "reopen", "checking", "claim.add", needs_reason=True),
        T("false", "reopen", "checking", "claim.add", needs_reason=True),
        T("unverifiable", "reopen", "checking", "claim.add", needs_reason=True),
    ),
)

TASK = Machine(
    initial="assigned",
    terminal=frozenset({"accepted_done", "cancelled"}),
    transitions=(
        T("assigned", "accept", "in_progress", "task.answer"),
        T("assigned", "dispute", "disputed", "task.answer", needs_reason=True),
        T("assigned", "auto_escalate", "escalated", SYSTEM),
        T("assigned", "cancel", "cancelled", "task.assign", needs_reason=True),
        T("escalated", "accept", "in_progress", "task.answer"),
        T("escalated", "reassign", "assigned", "task.rule"),
        T("disputed", "uphold", "assigned", "task.rule"),
        T("disputed", "reassign", "assigned", "task.rule"),
        T("in_progress", "answer", "answered", "task.answer"),
        T("in_progress", "auto_escalate", "escalated", SYSTEM),
        T("answered", "return", "in_progress", "task.accept", needs_reason=True),
        T("answered", "accept_answer", "accepted_done", "task.accept"),
        T("accepted_done", "reopen", "in_progress", "task.accept", needs_reason=True),
    ),
)

STATEMENT = Machine(
    initial="draft",
    terminal=frozenset({"published", "withdrawn", "abandoned"}),
    transitions=(
        T("draft", "edit", "draft", "statement.write"),
        T("draft", "submit", "approval", "statement.write"),
        T("draft", "abandon", "abandoned", "statement.write", needs_reason=True),
        T("approval", "edit", "draft", "statement.write"),
        T("approval", "return", "draft", "statement.approve", needs_reason=True),
        T("approval", "approve", "approved", "statement.approve", second_person=True),
        T("approved", "edit", "draft", "statement.write"),
        T("approved", "publish", "published", "statement.publish"),
        T("published", "correct", "correction_draft", "statement.write", needs_reason=True),
        T("published", "withdraw", "withdrawn", "statement.withdraw", needs_reason=True),
        T("correction_draft", "edit", "correction_draft", "statement.write"),
        T("correction_draft", "submit", "correction_approval", "statement.write"),
        T("correction_draft", "drop", "published", "statement.write"),
        T("correction_approval", "edit", "correction_draft", "statement.write"),
        T("correction_approval", "return", "correction_draft", "statement.approve", needs_reason=True),
        T("correction_approval", "approve", "correction_approved", "statement.approve", second_person=True),
        T("correction_approved", "edit", "correction_draft", "statement.write"),
        T("correction_approved", "publish", "published", "statement.publish"),
        # The public revision stands while a correction is written; a correction under way must not keep it from being withdrawn.
        T("correction_draft", "withdraw", "withdrawn", "statement.withdraw", needs_reason=True),
        T("correction_approval", "withdraw", "withdrawn", "statement.withdraw", needs_reason=True),
        T("correction_approved", "withdraw", "withdrawn", "statement.withdraw", needs_reason=True),
    ),
)

PROPOSAL = Machine(
    initial="open",
    terminal=frozenset({"refused", "undone", "lapsed"}),
    transitions=(
        T("open", "accept", "accepted", "story.regroup"),
        T("open", "refuse", "refused", "story.regroup", needs_reason=True),
        T("open", "lapse", "lapsed", SYSTEM),
        T("accepted", "undo", "undone", "story.regroup"),
    ),
)

MACHINES: dict[str, Machine] = {
    "warning": WARNING,
    "case": CASE,
    "claim": CLAIM,
    "task": TASK,
    "statement": STATEMENT,
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
