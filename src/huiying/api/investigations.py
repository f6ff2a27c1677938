"""Investigations of a case: who investigates, and what was found."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import investigation as acts
from huiying.api.bodies import Reason
from huiying.api.bodies_case import FindingBody, InvestigationBody
from huiying.api.gate import does, reads
from huiying.api.lists import find, find_or_none
from huiying.api.schemas import Id
from huiying.api.schemas_case import InvestigationOut
from huiying.store import models

router = Router(tags=["investigations"])


@reads(router, "/investigations/{id}", "desk.view", response=InvestigationOut)
def get_investigation(request: HttpRequest, id: Id) -> Any:
    """One investigation."""
    return find(models.Investigation, id)


@does(router, "/cases/{id}/investigations", acts.open_investigation, response={201: InvestigationOut})
def open_investigation(request: HttpRequest, id: Id, body: InvestigationBody) -> Any:
    """Write down who investigates: a department, or another body by its name."""
    return acts.open_investigation(
        request.auth,  # type: ignore[attr-defined]
        find(models.Case, id),
        kind=body.kind,
        body_zh=body.body_zh,
        body_en=body.body_en,
        department=find_or_none(models.Department, body.department),
        now=clock.now(),
    )


@does(router, "/investigations/{id}/conclude", acts.conclude, response=InvestigationOut)
def conclude_investigation(request: HttpRequest, id: Id, body: FindingBody) -> Any:
    """What was found, and the evidence of the case on which it rests."""
    row = find(models.Investigation, id)
    acts.conclude(request.auth, row, finding=body.finding, evidence=body.evidence, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/investigations/{id}/stop", acts.stop, response=InvestigationOut)
def stop_investigation(request: HttpRequest, id: Id, body: Reason) -> Any:
    """It ends without a finding."""
    row = find(models.Investigation, id)
    acts.stop(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/investigations/{id}/reopen", acts.reopen, response=InvestigationOut)
def reopen_investigation(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Open a concluded one again; no cause rests on it until it is concluded again."""
    row = find(models.Investigation, id)
    acts.reopen(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row
