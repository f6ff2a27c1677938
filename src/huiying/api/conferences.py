"""Press conferences: planned, announced, held and followed up."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import conference as acts
from huiying.api.bodies import Reason
from huiying.api.bodies_case import ConferenceBody, Held
from huiying.api.gate import does, reads
from huiying.api.lists import find
from huiying.api.schemas import Id
from huiying.api.schemas_case import ConferenceOut
from huiying.store import models

router = Router(tags=["conferences"])


@reads(router, "/conferences/{id}", "desk.view", response=ConferenceOut)
def get_conference(request: HttpRequest, id: Id) -> Any:
    """One conference."""
    return find(models.Conference, id)


@does(router, "/cases/{id}/conferences", acts.plan, response={201: ConferenceOut})
def plan_conference(request: HttpRequest, id: Id, body: ConferenceBody) -> Any:
    """Plan one: when, where and what about."""
    owner = find(models.Case, id)
    return acts.plan(request.auth, owner, subject=body.subject, place=body.place, at=body.at, now=clock.now())  # type: ignore[attr-defined]


@does(router, "/conferences/{id}/change", acts.change, response=ConferenceOut)
def change_conference(request: HttpRequest, id: Id, body: ConferenceBody) -> Any:
    """Another time, place or subject."""
    row = find(models.Conference, id)
    acts.change(request.auth, row, subject=body.subject, place=body.place, at=body.at, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/conferences/{id}/announce", acts.announce, response=ConferenceOut)
def announce_conference(request: HttpRequest, id: Id) -> Any:
    """As the second person, announce it."""
    row = find(models.Conference, id)
    acts.announce(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/conferences/{id}/hold", acts.hold, response=ConferenceOut)
def hold_conference(request: HttpRequest, id: Id, body: Held) -> Any:
    """It was held: what was said, and the questions that stayed open."""
    row = find(models.Conference, id)
    acts.hold(request.auth, row, record=body.record, unanswered=body.unanswered, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/conferences/{id}/follow-up", acts.follow_up, response=ConferenceOut)
def follow_up_conference(request: HttpRequest, id: Id) -> Any:
    """Every question that stayed open has its answer."""
    row = find(models.Conference, id)
    acts.follow_up(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/conferences/{id}/cancel", acts.cancel, response=ConferenceOut)
def cancel_conference(request: HttpRequest, id: Id, body: Reason) -> Any:
    """It will not be held."""
    row = find(models.Conference, id)
    acts.cancel(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row
