"""On the way to the public: the department's confirmation, privacy, the fast path, and dropping a correction."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import clearing, emergency
from huiying.actions import statement as acts
from huiying.api.bodies import Reason
from huiying.api.bodies_case import Emergency, Hash
from huiying.api.gate import does
from huiying.api.lists import find
from huiying.api.schemas import Id, StatementFull
from huiying.api.statements import whole
from huiying.store import models

router = Router(tags=["statements"])


@does(router, "/cases/{id}/emergency-holding", emergency.emergency_holding, response={201: StatementFull})
def emergency_holding(request: HttpRequest, id: Id, body: Emergency) -> Any:
    """Lay the template's holding text before any second person, and say why it cannot wait."""
    case = find(models.Case, id)
    return whole(emergency.emergency_holding(request.auth, case, **body.model_dump(), now=clock.now()))  # type: ignore[attr-defined]


@does(router, "/statements/{id}/confirm-facts", clearing.confirm_facts, response=StatementFull)
def confirm_facts(request: HttpRequest, id: Id, body: Hash) -> Any:
    """As the head of the department that was asked, confirm exactly this text."""
    row = find(models.Statement, id)
    clearing.confirm_facts(request.auth, row, hash=body.hash, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/statements/{id}/return-unconfirmed", clearing.return_unconfirmed, response=StatementFull)
def return_unconfirmed(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As the head of the department that was asked, send it back."""
    row = find(models.Statement, id)
    clearing.return_unconfirmed(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/statements/{id}/pass-over", clearing.pass_over, response=StatementFull)
def pass_over_department(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Go on without the department, and why."""
    row = find(models.Statement, id)
    clearing.pass_over(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/statements/{id}/clear", clearing.clear, response=StatementFull)
def clear_statement(request: HttpRequest, id: Id, body: Hash) -> Any:
    """Clear exactly this text for privacy."""
    row = find(models.Statement, id)
    clearing.clear(request.auth, row, hash=body.hash, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/statements/{id}/return-for-privacy", clearing.return_for_privacy, response=StatementFull)
def return_for_privacy(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Send it back for privacy."""
    row = find(models.Statement, id)
    clearing.return_for_privacy(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/statements/{id}/send-to-privacy", clearing.send_to_privacy, response=StatementFull)
def send_to_privacy(request: HttpRequest, id: Id) -> Any:
    """As the approver, have privacy see it."""
    row = find(models.Statement, id)
    clearing.send_to_privacy(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/statements/{id}/second-person-ok", emergency.second_person_ok, response=StatementFull)
def second_person_ok(request: HttpRequest, id: Id, body: Hash) -> Any:
    """As any second person, let the holding text out."""
    row = find(models.Statement, id)
    emergency.second_person_ok(request.auth, row, hash=body.hash, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/statements/{id}/refuse-emergency", emergency.refuse, response=StatementFull)
def refuse_emergency(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As any second person, refuse the holding text."""
    row = find(models.Statement, id)
    emergency.refuse(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/statements/{id}/approve-in-retrospect", emergency.approve_in_retrospect, response=StatementFull)
def approve_in_retrospect(request: HttpRequest, id: Id) -> Any:
    """Approve in full what went out on the fast path."""
    row = find(models.Statement, id)
    emergency.approve_in_retrospect(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/statements/{id}/object-in-retrospect", emergency.object_in_retrospect, response=StatementFull)
def object_in_retrospect(request: HttpRequest, id: Id, body: Reason) -> Any:
    """What went out on the fast path must be corrected."""
    row = find(models.Statement, id)
    emergency.object_in_retrospect(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/statements/{id}/drop", acts.drop, response=StatementFull)
def drop_correction(request: HttpRequest, id: Id) -> Any:
    """No correction is needed after all."""
    row = find(models.Statement, id)
    acts.drop(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)
