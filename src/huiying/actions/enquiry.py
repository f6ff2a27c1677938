"""Enquiries of outlets and the public: assigned, answered by what is public or in words of two people, or declined with a reason."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.line import in_force
from huiying.actions.recording import act, member_of, write
from huiying.core.case import gates
from huiying.core.case.duties import ENQUIRY, Clocks
from huiying.core.case.separation import second_person
from huiying.core.case.workflow import advance
from huiying.core.clean.redact import redact
from huiying.core.statement.line import departures
from huiying.core.types import ActorKind, Refusal
from huiying.store import models
from huiying.store.timing import category_of, plan

ORIGINS = ("media", "public")


@act("public.ask")
def receive(
    actor: Actor,
    case: models.Case,
    *,
    text: str,
    origin: str,
    outlet: str = "",
    conference: models.Conference | None = None,
    now: datetime,
) -> models.Enquiry:
    """Take a question in; numbers and names of private people are masked, and who asks is not kept."""
    if not text.strip():
        raise Refusal("An enquiry needs its question.")
    if origin not in ORIGINS:
        raise Refusal("An enquiry comes from the media or from the public.")
    if origin == "media" and not outlet.strip() and conference is None:
        raise Refusal("Name the outlet that asks.")
    row = models.Enquiry.objects.create(
        case=case,
        conference=conference,
        origin=origin,
        outlet=outlet.strip()[:200] if origin == "media" and actor.kind is ActorKind.STAFF else "",
        text=redact(text.strip()[:4000]).text,
        received_at=now,
        due_at=plan().due(ENQUIRY, case.level, Clocks(event_known=now), category_of(case)).due_at,
    )
    _write("enquiry_received", row, actor=actor, now=now, origin=origin, outlet=row.outlet, text=row.text)
    return row


@act("enquiry.assign")
def assign(actor: Actor, enquiry: models.Enquiry, *, department: models.Department | None, now: datetime) -> None:
    """Who prepares the answer; None is the desk itself."""
    enquiry.state, enquiry.department = advance("enquiry", enquiry.state, "assign"), department
    enquiry.save()
    _write("enquiry_assigned", enquiry, actor=actor, now=now, department=department.name_zh if department else "")


@act("enquiry.answer")
def point_to(actor: Actor, enquiry: models.Enquiry, statement: models.Statement, *, now: datetime) -> None:
    """Answer by a statement that is public and stands."""
    state = advance("enquiry", enquiry.state, "point_to")
    if statement.state in ("draft", "withdrawn", "abandoned") or not statement.revisions.exists():
        raise Refusal("Only a statement that is public and stands can be the answer.")
    enquiry.state, enquiry.statement, enquiry.answered_at, enquiry.answered_by = state, statement, now, member_of(actor)
    enquiry.save()
    _write("enquiry_answered", enquiry, actor=actor, now=now, statement=statement.pk)


@act("enquiry.answer")
def draft_answer(actor: Actor, enquiry: models.Enquiry, *, text: str, now: datetime) -> None:
    """New words, held against the line to take, for a second person."""
    state = advance("enquiry", enquiry.state, "draft_answer")
    if not text.strip():
        raise Refusal("An answer needs its words.")
    _keeps_to_the_line(enquiry, text)
    enquiry.state, enquiry.answer, enquiry.drafted_by = state, text.strip()[:8000], member_of(actor)
    enquiry.save()
    _write("enquiry_answer_drafted", enquiry, actor=actor, now=now, text=enquiry.answer)


@act("statement.approve")
def approve_answer(actor: Actor, enquiry: models.Enquiry, *, now: datetime) -> None:
    """The second person lets the answer go out."""
    state = _second(actor, enquiry, "approve_answer")
    gates.no_drill(enquiry.case.drill)
    _keeps_to_the_line(enquiry, enquiry.answer)
    enquiry.state, enquiry.answered_at, enquiry.answered_by = state, now, member_of(actor)
    enquiry.save()
    _write("enquiry_answered", enquiry, actor=actor, now=now, text=enquiry.answer)


@act("statement.approve")
def send_back(actor: Actor, enquiry: models.Enquiry, *, reason: str, now: datetime) -> None:
    """The second person does not agree with the words."""
    enquiry.state, enquiry.reason = _second(actor, enquiry, "return", reason), reason.strip()
    enquiry.save()
    _write("enquiry_returned", enquiry, actor=actor, now=now, reason=reason)


@act("enquiry.assign")
def decline(actor: Actor, enquiry: models.Enquiry, *, reason: str, now: datetime) -> None:
    """No answer will be given; the reason is part of the answer."""
    enquiry.state, enquiry.reason = advance("enquiry", enquiry.state, "decline", reason=reason), reason.strip()
    enquiry.save()
    _write("enquiry_declined", enquiry, actor=actor, now=now, reason=reason)


@act("enquiry.assign")
def reopen(actor: Actor, enquiry: models.Enquiry, *, reason: str, now: datetime) -> None:
    """It was not answered after all. Its time goes on from where it began."""
    enquiry.state, enquiry.reason = advance("enquiry", enquiry.state, "reopen", reason=reason), reason.strip()
    enquiry.answered_at = None
    enquiry.save()
    _write("enquiry_reopened", enquiry, actor=actor, now=now, reason=reason)


def _keeps_to_the_line(enquiry: models.Enquiry, text: str) -> None:
    for finding in departures([text], in_force(enquiry.case)):
        raise Refusal(finding.template, **finding.values)


def _second(actor: Actor, row: models.Enquiry, act_name: str, reason: str = "") -> str:
    state = advance("enquiry", row.state, act_name, reason=reason)
    second_person(proposer=row.drafted_by_id or 0, second=member_of(actor).pk)
    return state


def _write(type: str, row: models.Enquiry, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"enquiry:{row.pk}", case=row.case_id, enquiry=row.pk, **data)
