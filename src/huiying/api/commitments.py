"""Commitments: promised in public, kept by a department, judged from outside it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import commitment as acts
from huiying.api.bodies import Reason
from huiying.api.bodies_case import CommitmentBody, Done, NewDate
from huiying.api.gate import does, reads
from huiying.api.lists import find, find_or_none
from huiying.api.schemas import Id
from huiying.api.schemas_case import CommitmentOut
from huiying.store import models

router = Router(tags=["commitments"])


@reads(router, "/commitments/{id}", "desk.view", response=CommitmentOut)
def get_commitment(request: HttpRequest, id: Id) -> Any:
    """One commitment."""
    return find(models.Commitment, id)


@does(router, "/cases/{id}/commitments", acts.propose, response={201: CommitmentOut})
def propose_commitment(request: HttpRequest, id: Id, body: CommitmentBody) -> Any:
    """Propose what is to be put right, by whom and by when."""
    owner = find(models.Case, id)
    return acts.propose(
        request.auth,  # type: ignore[attr-defined]
        owner,
        department=find(models.Department, body.department),
        text=body.text,
        due_at=body.due_at,
        claim=find_or_none(models.Claim, body.claim),
        now=clock.now(),
    )


@does(router, "/commitments/{id}/publish", acts.publish, response=CommitmentOut)
def publish_commitment(request: HttpRequest, id: Id) -> Any:
    """As the second person, make it public."""
    row = find(models.Commitment, id)
    acts.publish(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/commitments/{id}/refuse", acts.refuse, response=CommitmentOut)
def refuse_commitment(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As the second person, do not agree to it."""
    row = find(models.Commitment, id)
    acts.refuse(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/commitments/{id}/start", acts.start, response=CommitmentOut)
def start_commitment(request: HttpRequest, id: Id) -> Any:
    """Begin on it, as its department."""
    row = find(models.Commitment, id)
    acts.start(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/commitments/{id}/claim-done", acts.claim_done, response=CommitmentOut)
def claim_commitment_done(request: HttpRequest, id: Id, body: Done) -> Any:
    """Say, as the head of its department, that it was kept and what shows it."""
    row = find(models.Commitment, id)
    acts.claim_done(request.auth, row, done=body.done, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/commitments/{id}/verify", acts.verify, response=CommitmentOut)
def verify_commitment(request: HttpRequest, id: Id) -> Any:
    """From outside the department: it was kept."""
    row = find(models.Commitment, id)
    acts.verify(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/commitments/{id}/not-done", acts.not_done, response=CommitmentOut)
def commitment_not_done(request: HttpRequest, id: Id, body: Reason) -> Any:
    """From outside the department: it was not kept."""
    row = find(models.Commitment, id)
    acts.not_done(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/commitments/{id}/resume", acts.resume, response=CommitmentOut)
def resume_commitment(request: HttpRequest, id: Id, body: NewDate) -> Any:
    """Give a missed one a new date, in public."""
    row = find(models.Commitment, id)
    acts.resume(request.auth, row, due_at=body.due_at, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/commitments/{id}/change", acts.change, response=CommitmentOut)
def change_commitment(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Say in public that a missed one will not be kept as given."""
    row = find(models.Commitment, id)
    acts.change(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row
