"""Commitments: promised in public by two people, kept by a department, judged by somebody outside it, and shown when they are late."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import TIMER, Actor
from huiying.actions.moving import shift
from huiying.actions.recording import act, member_of, write
from huiying.core.case import gates
from huiying.core.case.separation import outside_department, own_department, second_person
from huiying.core.case.workflow import advance
from huiying.core.types import Refusal
from huiying.store import models


@act("commitment.propose")
def propose(
    actor: Actor,
    case: models.Case,
    *,
    department: models.Department,
    text: str,
    due_at: datetime | None,
    claim: models.Claim | None = None,
    now: datetime,
) -> models.Commitment:
    """What is to be put right, by whom and by when; `claim` is what was found true about us."""
    if not text.strip():
        raise Refusal("A commitment says what will be put right, so that anybody can see whether it was.")
    if claim is not None and claim.case_id != case.pk:
        raise Refusal("The claim that was chosen belongs to another case.")
    due = gates.due_after(due_at, now)
    row = models.Commitment.objects.create(
        case=case,
        claim=claim,
        department=department,
        text=text.strip()[:2000],
        due_at=due,
        first_due_at=due,
        proposed_at=now,
        proposed_by=member_of(actor),
    )
    about = {"claim": claim.pk} if claim else {}
    _write("commitment_proposed", row, actor=actor, now=now, text=row.text, department=department.name_zh, due_at=due.isoformat(), **about)
    return row


@act("commitment.publish")
def publish(actor: Actor, commitment: models.Commitment, *, now: datetime) -> None:
    """The second person makes the promise public."""
    state = _second(actor, commitment, "publish")
    gates.no_drill(commitment.case.drill)
    gates.due_after(commitment.due_at, now)
    commitment.state, commitment.published_at, commitment.published_by = state, now, member_of(actor)
    commitment.save()
    _write("commitment_published", commitment, actor=actor, now=now, text=commitment.text, due_at=commitment.due_at.isoformat())


@act("commitment.publish")
def refuse(actor: Actor, commitment: models.Commitment, *, reason: str, now: datetime) -> None:
    """The second person does not agree to promise this."""
    commitment.state, commitment.reason = _second(actor, commitment, "refuse", reason), reason.strip()
    commitment.save()
    _write("commitment_refused", commitment, actor=actor, now=now, reason=reason)


@act("commitment.work")
def start(actor: Actor, commitment: models.Commitment, *, now: datetime) -> None:
    """The department begins."""
    _own(actor, commitment)
    commitment.state = advance("commitment", commitment.state, "start")
    commitment.save()
    _write("commitment_started", commitment, actor=actor, now=now)


@act("commitment.claim_done")
def claim_done(actor: Actor, commitment: models.Commitment, *, done: str, now: datetime) -> None:
    """The head of the department says that it was kept, and what shows it."""
    _own(actor, commitment)
    state = advance("commitment", commitment.state, "claim_done")
    if not done.strip():
        raise Refusal("Say what was done and what shows it.")
    commitment.state, commitment.done, commitment.done_at, commitment.done_by = state, done.strip()[:4000], now, member_of(actor)
    commitment.save()
    _write("commitment_claimed_done", commitment, actor=actor, now=now, done=commitment.done)


@act("commitment.verify")
def verify(actor: Actor, commitment: models.Commitment, *, now: datetime) -> None:
    """Somebody outside the department has seen that it was kept."""
    commitment.state = _outside(actor, commitment, "verify")
    commitment.verified_at, commitment.verified_by = now, member_of(actor)
    commitment.save()
    _write("commitment_verified", commitment, actor=actor, now=now, late=commitment.missed_at is not None)


@act("commitment.verify")
def not_done(actor: Actor, commitment: models.Commitment, *, reason: str, now: datetime) -> None:
    """Somebody outside the department has seen that it was not kept."""
    commitment.state = _outside(actor, commitment, "not_done", reason)
    commitment.save()
    _write("commitment_not_done", commitment, actor=actor, now=now, reason=reason)


@act("commitment.rule")
def resume(actor: Actor, commitment: models.Commitment, *, due_at: datetime | None, reason: str, now: datetime) -> None:
    """A leader gives a missed commitment a new date, in public. That the first was missed stays."""
    state = advance("commitment", commitment.state, "resume", reason=reason)
    before, commitment.due_at = commitment.due_at, gates.due_after(due_at, now)
    commitment.state, commitment.reason = state, reason.strip()
    commitment.save()
    dates = {"due_at": commitment.due_at.isoformat(), "due_before": before.isoformat()}
    _write("commitment_resumed", commitment, actor=actor, now=now, reason=reason, **dates)


@act("commitment.rule")
def change(actor: Actor, commitment: models.Commitment, *, reason: str, now: datetime) -> None:
    """A leader says in public that a missed commitment will not be kept as it was given, and why."""
    commitment.state, commitment.reason = advance("commitment", commitment.state, "change", reason=reason), reason.strip()
    commitment.save()
    _write("commitment_changed", commitment, actor=actor, now=now, reason=reason)


def auto_overdue(now: datetime) -> int:
    """Commitments whose date has passed are missed, in public; a case at rest is taken up again. Returns how many."""
    rows = models.Commitment.objects.filter(state__in=("public", "in_progress"), due_at__lte=now).select_related("case").order_by("pk")
    for row in rows:
        row.state, row.missed_at = advance("commitment", row.state, "auto_overdue"), row.missed_at or now
        row.save()
        _write("commitment_missed", row, actor=TIMER, now=now, due_at=row.due_at.isoformat())
        row.case.refresh_from_db()
        if row.case.state in ("watching", "review", "closed"):
            shift(row.case, "commitment_missed", actor=TIMER, now=now, type="case_reopened", commitment=row.pk)
    return len(rows)


def contested(commitment: models.Commitment, *, actor: Actor, now: datetime, contest: int) -> None:
    """A contest was accepted: what was called kept is not. Part of deciding the contest."""
    commitment.state, commitment.verified_at = advance("commitment", commitment.state, "contest"), None
    commitment.save()
    _write("commitment_contested", commitment, actor=actor, now=now, contest=contest)


def _own(actor: Actor, row: models.Commitment) -> None:
    own_department(member_department=member_of(actor).department_id, task_department=row.department_id)


def _second(actor: Actor, row: models.Commitment, act_name: str, reason: str = "") -> str:
    state = advance("commitment", row.state, act_name, reason=reason)
    second_person(proposer=row.proposed_by_id, second=member_of(actor).pk)
    return state


def _outside(actor: Actor, row: models.Commitment, act_name: str, reason: str = "") -> str:
    state, member = advance("commitment", row.state, act_name, reason=reason), member_of(actor)
    outside_department(member_department=member.department_id, owner=row.department_id)
    assert row.done_by_id is not None
    second_person(proposer=row.done_by_id, second=member.pk)
    return state


def _write(type: str, row: models.Commitment, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"commitment:{row.pk}", case=row.case_id, commitment=row.pk, **data)
