"""Contests of an outcome."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import contest as acts
from huiying.api.bodies import Reason
from huiying.api.bodies_case import ContestBody
from huiying.api.gate import does, reads
from huiying.api.lists import find, find_or_none
from huiying.api.schemas import Id
from huiying.api.schemas_case import ContestOut
from huiying.store import models

router = Router(tags=["contests"])


@reads(router, "/contests/{id}", "desk.view", response=ContestOut)
def get_contest(request: HttpRequest, id: Id) -> Any:
    """One contest."""
    return find(models.Contest, id)


@does(router, "/cases/{id}/contests", acts.contest, response={201: ContestOut})
def contest_outcome(request: HttpRequest, id: Id, body: ContestBody) -> Any:
    """Contest how a case, a claim or a commitment came out."""
    owner = find(models.Case, id)
    return acts.contest(
        request.auth,  # type: ignore[attr-defined]
        owner,
        text=body.text,
        claim=find_or_none(models.Claim, body.claim),
        commitment=find_or_none(models.Commitment, body.commitment),
        now=clock.now(),
    )


@does(router, "/contests/{id}/weigh", acts.weigh, response=ContestOut)
def weigh_contest(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Say what is to be thought of it; another decides."""
    row = find(models.Contest, id)
    acts.weigh(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/contests/{id}/accept", acts.accept, response=ContestOut)
def accept_contest(request: HttpRequest, id: Id) -> Any:
    """As the second person, accept it."""
    row = find(models.Contest, id)
    acts.accept(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/contests/{id}/refuse", acts.refuse, response=ContestOut)
def refuse_contest(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As the second person, refuse it, and why."""
    row = find(models.Contest, id)
    acts.refuse(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row
