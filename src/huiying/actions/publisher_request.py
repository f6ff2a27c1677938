"""Asking a publisher to correct a fact: in public, with evidence, by two people, and never that anything disappear."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import act, member_of, write
from huiying.core.case import gates
from huiying.core.case.separation import approver, verifier_not_author
from huiying.core.case.workflow import advance
from huiying.core.statement.requests import check_request
from huiying.core.types import Refusal
from huiying.store import models


@act("statement.write")
def draft(
    actor: Actor, case: models.Case, *, publisher: str, url: str, wrong: str, right: str, claims: Sequence[int], now: datetime
) -> models.PublisherRequest:
    """Begin a request; it rests on claims of the case."""
    member = member_of(actor)
    row = models.PublisherRequest(case=case, edited_by=[member.pk], made_at=now)
    _fill(row, publisher, url, wrong, right, claims)
    row.save()
    _write("request_drafted", row, actor=actor, now=now, publisher=row.publisher, url=row.url)
    return row


@act("statement.write")
def edit(
    actor: Actor,
    request: models.PublisherRequest,
    *,
    publisher: str,
    url: str,
    wrong: str,
    right: str,
    claims: Sequence[int],
    now: datetime,
) -> None:
    """Change the draft."""
    request.state = advance("publisher_request", request.state, "edit")
    _fill(request, publisher, url, wrong, right, claims)
    request.edited_by = sorted({*request.edited_by, member_of(actor).pk})
    request.save()
    _write("request_edited", request, actor=actor, now=now)


@act("statement.approve")
def approve(actor: Actor, request: models.PublisherRequest, *, now: datetime) -> None:
    """The second person puts it on the public register; it is sent from there."""
    state, member = advance("publisher_request", request.state, "approve"), member_of(actor)
    approver(approver=member.pk, authors=request.edited_by)
    gates.no_drill(request.case.drill)
    _holds(request)
    for claim in models.Claim.objects.filter(pk__in=request.claims, verifier__isnull=False).order_by("pk"):
        verifier_not_author(verifier=claim.verifier_id or 0, authors=request.edited_by)
    request.state, request.published_at, request.approved_by = state, now, member
    request.save()
    _write(
        "request_published",
        request,
        actor=actor,
        now=now,
        publisher=request.publisher,
        url=request.url,
        wrong=request.wrong,
        right=request.right,
        claims=request.claims,
    )


@act("statement.write")
def note_answer(actor: Actor, request: models.PublisherRequest, *, text: str, now: datetime) -> None:
    """What the publisher said."""
    if not text.strip():
        raise Refusal("Write down what the publisher answered.")
    request.answer = text.strip()[:8000]
    _on(request, "note_answer")
    _write("request_answered", request, actor=actor, now=now, text=request.answer)


@act("statement.write")
def note_corrected(actor: Actor, request: models.PublisherRequest, *, now: datetime) -> None:
    """The publisher has corrected it."""
    _on(request, "note_corrected")
    _write("request_ended", request, actor=actor, now=now, corrected=True)


@act("statement.write")
def note_not_corrected(actor: Actor, request: models.PublisherRequest, *, reason: str, now: datetime) -> None:
    """The publisher has not corrected it; there it ends."""
    _on(request, "note_not_corrected", reason)
    _write("request_ended", request, actor=actor, now=now, corrected=False, reason=reason)


@act("statement.write")
def abandon(actor: Actor, request: models.PublisherRequest, *, reason: str, now: datetime) -> None:
    """Give the draft up."""
    _on(request, "abandon", reason)
    _write("request_abandoned", request, actor=actor, now=now, reason=reason)


@act("statement.approve")
def withdraw(actor: Actor, request: models.PublisherRequest, *, reason: str, now: datetime) -> None:
    """The body no longer asks for this; request and reason stay on the register."""
    _on(request, "withdraw", reason)
    _write("request_withdrawn", request, actor=actor, now=now, reason=reason)


def _fill(row: models.PublisherRequest, publisher: str, url: str, wrong: str, right: str, claims: Sequence[int]) -> None:
    row.publisher, row.url = publisher.strip()[:200], url.strip()[:2000]
    row.wrong, row.right = wrong.strip()[:4000], right.strip()[:4000]
    row.claims = sorted(set(claims))
    if set(row.claims) - set(row.case.claims.values_list("pk", flat=True)):
        raise Refusal("The claim that was chosen belongs to another case.")
    _holds(row)


def _holds(row: models.PublisherRequest) -> None:
    verdicts = list(models.Claim.objects.filter(pk__in=row.claims).values_list("state", flat=True))
    check_request(publisher=row.publisher, url=row.url, wrong=row.wrong, right=row.right, verdicts=verdicts)


def _on(row: models.PublisherRequest, act_name: str, reason: str = "") -> None:
    row.state = advance("publisher_request", row.state, act_name, reason=reason)
    row.reason = reason.strip() or row.reason
    row.save()


def _write(type: str, row: models.PublisherRequest, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"request:{row.pk}", case=row.case_id, request=row.pk, **data)
