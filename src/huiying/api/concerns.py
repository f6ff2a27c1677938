"""Concerns: written down, answered one by one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import concern as acts
from huiying.api.bodies import Reason
from huiying.api.bodies_case import ConcernBody, DispositionBody
from huiying.api.gate import does, reads
from huiying.api.lists import find, find_or_none
from huiying.api.schemas import Id
from huiying.api.schemas_case import ConcernOut
from huiying.store import models

router = Router(tags=["concerns"])


@reads(router, "/concerns/{id}", "desk.view", response=ConcernOut)
def get_concern(request: HttpRequest, id: Id) -> Any:
    """One concern."""
    return find(models.Concern, id)


@does(router, "/cases/{id}/concerns", acts.add_concern, response={201: ConcernOut})
def add_concern(request: HttpRequest, id: Id, body: ConcernBody) -> Any:
    """Write down a question, a complaint or a suggestion."""
    owner = find(models.Case, id)
    return acts.add_concern(
        request.auth,  # type: ignore[attr-defined]
        owner,
        kind=body.kind,
        text=body.text,
        item=find_or_none(models.Item, body.item),
        now=clock.now(),
    )


@does(router, "/concerns/{id}/investigate", acts.investigate, response=ConcernOut)
def investigate_concern(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Say that it is being looked into, and by whom; it stays open."""
    row = find(models.Concern, id)
    acts.investigate(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/concerns/{id}/dispose", acts.dispose, response=ConcernOut)
def dispose_concern(request: HttpRequest, id: Id, body: DispositionBody) -> Any:
    """Say what became of it."""
    row = find(models.Concern, id)
    acts.dispose(request.auth, row, **body.model_dump(), now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/concerns/{id}/reopen", acts.reopen, response=ConcernOut)
def reopen_concern(request: HttpRequest, id: Id, body: Reason) -> Any:
    """The answer does not hold."""
    row = find(models.Concern, id)
    acts.reopen(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row
