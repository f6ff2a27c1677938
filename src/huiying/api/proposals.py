"""What is proposed about stories, and what a person decides; joining and parting stories by hand."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import proposal as acts
from huiying.api.bodies import MergeBody, Reason, SplitBody
from huiying.api.gate import does, reads
from huiying.api.lists import find, listing
from huiying.api.schemas import PAGE, After, Id, Limit, Listing
from huiying.api.stories import ProposalOut
from huiying.core.case.workflow import PROPOSAL
from huiying.core.types import Refusal
from huiying.store import models

router = Router(tags=["proposals"])


@reads(router, "/proposals", "desk.view", response=Listing[ProposalOut])
def list_proposals(request: HttpRequest, state: str = "", after: After = 0, limit: Limit = PAGE) -> Any:
    """Proposals in the order in which they were made, those of one state if asked."""
    if state and state not in PROPOSAL.states:
        raise Refusal('A %(machine)s has no state "%(state)s".', machine="proposal", state=state)
    rows = models.Proposal.objects.all()
    return listing(rows.filter(state=state) if state else rows, after, limit)


@reads(router, "/proposals/{id}", "desk.view", response=ProposalOut)
def get_proposal(request: HttpRequest, id: Id) -> Any:
    """One proposal with its reasons and what became of it."""
    return find(models.Proposal, id)


@does(router, "/proposals/{id}/accept", acts.accept, response=ProposalOut)
def accept_proposal(request: HttpRequest, id: Id) -> Any:
    """Join the two stories, or give the items a story of their own."""
    row = find(models.Proposal, id)
    acts.accept(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/proposals/{id}/refuse", acts.refuse, response=ProposalOut)
def refuse_proposal(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Leave everything as it is; the reason stays on the record."""
    row = find(models.Proposal, id)
    acts.refuse(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/proposals/{id}/undo", acts.undo, response=ProposalOut)
def undo_proposal(request: HttpRequest, id: Id) -> Any:
    """Put everything back to where it was."""
    row = find(models.Proposal, id)
    acts.undo(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/stories/{id}/merge", acts.merge, response=ProposalOut)
def merge_stories(request: HttpRequest, id: Id, body: MergeBody) -> Any:
    """Join another story with this one by hand; the one that began first keeps its key."""
    story, other = find(models.Story, id), find(models.Story, body.other)
    return acts.merge(request.auth, story, other, now=clock.now())  # type: ignore[attr-defined]


@does(router, "/stories/{id}/split", acts.split, response=ProposalOut)
def split_story(request: HttpRequest, id: Id, body: SplitBody) -> Any:
    """Move items, with their copies, into a story of their own."""
    return acts.split(request.auth, find(models.Story, id), items=body.items, now=clock.now())  # type: ignore[attr-defined]
