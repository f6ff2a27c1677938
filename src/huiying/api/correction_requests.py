"""Requests of the public to correct a statement."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import contest as acts
from huiying.api.bodies import Reason
from huiying.api.bodies_case import Words
from huiying.api.gate import does, reads
from huiying.api.lists import find
from huiying.api.schemas import Id
from huiying.api.schemas_case import CorrectionRequestOut
from huiying.store import models

router = Router(tags=["correction requests"])


@reads(router, "/correction-requests/{id}", "desk.view", response=CorrectionRequestOut)
def get_correction_request(request: HttpRequest, id: Id) -> Any:
    """One correction request."""
    return find(models.CorrectionRequest, id)


@does(router, "/statements/{id}/correction-requests", acts.ask_correction, response={201: CorrectionRequestOut})
def ask_correction(request: HttpRequest, id: Id, body: Words) -> Any:
    """Say what is wrong in a published statement."""
    owner = find(models.Statement, id)
    return acts.ask_correction(request.auth, owner, text=body.text, now=clock.now())  # type: ignore[attr-defined]


@does(router, "/correction-requests/{id}/weigh", acts.weigh, response=CorrectionRequestOut)
def weigh_correction_request(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Say what is to be thought of it; another decides."""
    row = find(models.CorrectionRequest, id)
    acts.weigh(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/correction-requests/{id}/accept", acts.accept, response=CorrectionRequestOut)
def accept_correction_request(request: HttpRequest, id: Id) -> Any:
    """As the second person, accept it."""
    row = find(models.CorrectionRequest, id)
    acts.accept(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/correction-requests/{id}/refuse", acts.refuse, response=CorrectionRequestOut)
def refuse_correction_request(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As the second person, refuse it, and why."""
    row = find(models.CorrectionRequest, id)
    acts.refuse(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row
