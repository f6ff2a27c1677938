"""Addresses tried before they become sources."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from huiying import clock
from huiying.actions import trial as acts
from huiying.api.bodies import AdoptTrial, TrialBody
from huiying.api.gate import does, reads
from huiying.api.lists import find
from huiying.api.schemas import Id, SourceOut
from huiying.store import models

router = Router(tags=["registers"])


class TrialOut(Schema):
    """`state` is queued, done or failed; `result` says what was found: items are cleaned and masked. It is gone after a day."""

    id: int
    url: str
    state: str
    result: dict[str, Any] | None
    asked_at: datetime
    finished_at: datetime | None


@does(router, "/trials", acts.ask, response={201: TrialOut})
def ask_trial(request: HttpRequest, body: TrialBody) -> Any:
    """Have the worker read an address once; nothing becomes a source by it."""
    return acts.ask(request.auth, url=body.url, now=clock.now())  # type: ignore[attr-defined]


@reads(router, "/trials/{id}", "desk.view", response=TrialOut)
def get_trial(request: HttpRequest, id: Id) -> Any:
    """What was found at the address."""
    return find(models.Trial, id)


@does(router, "/trials/{id}/adopt", acts.adopt, response={201: SourceOut})
def adopt_trial(request: HttpRequest, id: Id, body: AdoptTrial) -> Any:
    """Put a tried address on the register."""
    return acts.adopt(request.auth, find(models.Trial, id), **body.model_dump(), now=clock.now())  # type: ignore[attr-defined]
