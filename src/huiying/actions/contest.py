"""What the public does not accept or wants corrected: always taken in, weighed by one person, decided by another."""

from __future__ import annotations

from datetime import datetime

from huiying.actions import claim as claims
from huiying.actions import commitment as commitments
from huiying.actions.actor import Actor
from huiying.actions.moving import shift
from huiying.actions.recording import act, member_of, write
from huiying.actions.sealed import keep_contact
from huiying.core.case.duties import Clocks, Timer
from huiying.core.case.presets import CONTEST, CORRECTION, CORRECTION_REQUEST
from huiying.core.case.separation import not_whose_work, second_person
from huiying.core.case.workflow import advance
from huiying.core.clean.redact import redact
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.timing import category_of, plan

Asked = models.Contest | models.CorrectionRequest


@act("public.ask")
def contest(
    actor: Actor,
    case: models.Case,
    *,
    text: str,
    claim: models.Claim | None = None,
    commitment: models.Commitment | None = None,
    contact: str = "",
    now: datetime,
) -> models.Contest:
    """Somebody does not accept how a case, a claim of it or a commitment of it came out. Nothing can keep this from the desk.

    `contact`: how they can be reached, if they say so; it is sealed.
    """
    for part in (claim, commitment):
        if part is not None and part.case_id != case.pk:
            raise Refusal("What is contested belongs to another case.")
    values = _taken_in(actor, text, contact, case, CONTEST, now)
    row = models.Contest.objects.create(case=case, claim=claim, commitment=commitment, **values)
    about = {name: part.pk for name, part in (("claim", claim), ("commitment", commitment)) if part is not None}
    _write("contest_received", row, actor=actor, now=now, text=row.text, **about)
    return row


@act("public.ask")
def ask_correction(actor: Actor, statement: models.Statement, *, text: str, contact: str = "", now: datetime) -> models.CorrectionRequest:
    """Somebody says that a published statement is wrong. `contact`: how they can be reached, if they say so; it is sealed."""
    if not statement.revisions.exists():
        raise Refusal("There is no public statement with this number.")
    values = _taken_in(actor, text, contact, statement.case, CORRECTION_REQUEST, now)
    row = models.CorrectionRequest.objects.create(statement=statement, **values)
    _write("correction_asked", row, actor=actor, now=now, text=row.text)
    return row


@act("contest.weigh")
def weigh(actor: Actor, asked: Asked, *, reason: str, now: datetime) -> None:
    """The first person says what is to be thought of it."""
    asked.state, asked.weighing = advance(_machine(asked), asked.state, "weigh", reason=reason), reason.strip()[:4000]
    asked.weighed_by = member_of(actor)
    asked.save()
    _write("ask_weighed", asked, actor=actor, now=now, reason=asked.weighing)


@act("contest.decide")
def accept(actor: Actor, asked: Asked, *, now: datetime) -> None:
    """The second person agrees with whoever asked: the outcome is opened again, or the correction becomes due."""
    asked.state = _decided(actor, asked, "accept")
    asked.decided_at, asked.decided_by = now, member_of(actor)
    asked.save()
    _write("ask_accepted", asked, actor=actor, now=now)
    if isinstance(asked, models.Contest):
        _open_again(asked, actor, now)
    else:
        _correction_due(asked, actor, now)


@act("contest.decide")
def refuse(actor: Actor, asked: Asked, *, reason: str, now: datetime) -> None:
    """The second person does not agree, and the reason is what whoever asked will read."""
    asked.state, asked.reason = _decided(actor, asked, "refuse", reason), reason.strip()[:4000]
    asked.decided_at, asked.decided_by = now, member_of(actor)
    asked.save()
    _write("ask_refused", asked, actor=actor, now=now, reason=asked.reason)


def _open_again(row: models.Contest, actor: Actor, now: datetime) -> None:
    if row.commitment is not None and row.commitment.state == "verified_done":
        commitments.contested(row.commitment, actor=actor, now=now, contest=row.pk)
    if row.claim is not None and row.claim.settled_at is not None:
        claims.open_again(row.claim, actor=actor, now=now, reason=row.text)
    case = models.Case.objects.get(pk=row.case_id)
    if case.state in ("watching", "review", "closed"):
        shift(case, "contest_accepted", actor=actor, now=now, type="case_reopened", contest=row.pk)


def _correction_due(row: models.CorrectionRequest, actor: Actor, now: datetime) -> None:
    statement = row.statement
    if statement.correction_due_at is not None or statement.state == "withdrawn":
        return
    end = plan().due(CORRECTION, statement.case.level, Clocks(event_known=now), category_of(statement.case))
    statement.correction_due_at, statement.correction_cause = end.due_at, row.text
    statement.save()
    said = {"statement": statement.pk, "due_at": end.due_at.isoformat(), "asked": row.pk}
    write("correction_due", actor=actor, now=now, subject=f"statement:{statement.pk}", case=statement.case_id, **said)


def _decided(actor: Actor, asked: Asked, act_name: str, reason: str = "") -> str:
    state, member = advance(_machine(asked), asked.state, act_name, reason=reason), member_of(actor)
    second_person(proposer=asked.weighed_by_id or 0, second=member.pk)
    not_whose_work(person=member.pk, settled_by=settlers(asked))
    return state


def settlers(asked: Asked) -> frozenset[int]:
    """Who brought the outcome about that is contested."""
    if isinstance(asked, models.CorrectionRequest):
        last = asked.statement.revisions.last()
        return frozenset({last.approved_by_id, *last.edited_by}) if last is not None else frozenset()
    if asked.commitment is not None:
        return frozenset(filter(None, (asked.commitment.verified_by_id,)))
    if asked.claim is not None:
        return frozenset(filter(None, (asked.claim.verifier_id, asked.claim.second_id)))
    return frozenset(asked.case.settled_by)


def _taken_in(actor: Actor, text: str, contact: str, case: models.Case, timer: Timer, now: datetime) -> dict[str, object]:
    if not text.strip():
        raise Refusal("Say what is wrong, and how you know.")
    end = plan().due(timer, case.level, Clocks(event_known=now), category_of(case))
    return {
        "text": redact(text.strip()[:4000]).text,
        "contact": keep_contact(actor, case, text=contact, now=now) if contact.strip() else None,
        "received_at": now,
        "due_at": end.due_at,
        "due_provisional": end.provisional,
    }


def _machine(asked: Asked) -> str:
    return "contest" if isinstance(asked, models.Contest) else "correction_request"


def _write(type: str, asked: Asked, *, actor: Actor, now: datetime, **data: object) -> None:
    name = _machine(asked)
    about = (
        {"case": asked.case_id} if isinstance(asked, models.Contest) else {"case": asked.statement.case_id, "statement": asked.statement_id}
    )
    write(type, actor=actor, now=now, subject=f"{name}:{asked.pk}", **{name: asked.pk}, **about, **data)
