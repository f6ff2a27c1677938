"""Claims: written down, checked against evidence, settled by two people."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import claim as acts
from huiying.api.bodies import ClaimBody, EvidenceBody, Proposal, Reason
from huiying.api.gate import does, reads
from huiying.api.lists import find, find_or_none
from huiying.api.schemas import ClaimOut, EvidenceOut, Id
from huiying.store import models

router = Router(tags=["claims"])


@reads(router, "/claims/{id}", "desk.view", response=ClaimOut)
def get_claim(request: HttpRequest, id: Id) -> Any:
    """One claim with its evidence."""
    return find(models.Claim, id)


@does(router, "/cases/{id}/claims", acts.add_claim, response={201: ClaimOut})
def add_claim(request: HttpRequest, id: Id, body: ClaimBody) -> Any:
    """Write down what is said to be so. `accused` is the department it speaks against."""
    case, accused = find(models.Case, id), find_or_none(models.Department, body.accused)
    return acts.add_claim(request.auth, case, text=body.text, about_us=body.about_us, accused=accused, now=clock.now())  # type: ignore[attr-defined]


@does(router, "/claims/{id}/take", acts.take, response=ClaimOut)
def take_claim(request: HttpRequest, id: Id) -> Any:
    """Take it on to check it."""
    claim = find(models.Claim, id)
    acts.take(request.auth, claim, now=clock.now())  # type: ignore[attr-defined]
    return claim


@does(router, "/claims/{id}/evidence", acts.add_evidence, response={201: EvidenceOut})
def add_evidence(request: HttpRequest, id: Id, body: EvidenceBody) -> Any:
    """Add a piece of evidence: in words, or a published item by its number."""
    claim, item = find(models.Claim, id), find_or_none(models.Item, body.item)
    return acts.add_evidence(
        request.auth,  # type: ignore[attr-defined]
        claim,
        kind=body.kind,
        text=body.text,
        origin=body.origin,
        item=item,
        now=clock.now(),
    )


@does(router, "/claims/{id}/propose", acts.propose, response=ClaimOut)
def propose_verdict(request: HttpRequest, id: Id, body: Proposal) -> Any:
    """Propose its verdict; only whoever took it can."""
    claim = find(models.Claim, id)
    acts.propose(request.auth, claim, verdict=body.verdict, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return claim


@does(router, "/claims/{id}/confirm", acts.confirm, response=ClaimOut)
def confirm_verdict(request: HttpRequest, id: Id) -> Any:
    """As the second person, confirm the proposed verdict."""
    claim = find(models.Claim, id)
    acts.confirm(request.auth, claim, now=clock.now())  # type: ignore[attr-defined]
    return claim


@does(router, "/claims/{id}/refuse", acts.refuse, response=ClaimOut)
def refuse_verdict(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As the second person, send the proposed verdict back."""
    claim = find(models.Claim, id)
    acts.refuse(request.auth, claim, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return claim


@does(router, "/claims/{id}/waive-commitment", acts.waive_commitment, response=ClaimOut)
def waive_commitment(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As a leader, sign why no commitment follows although it is true about us."""
    row = find(models.Claim, id)
    acts.waive_commitment(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/claims/{id}/reopen", acts.reopen, response=ClaimOut)
def reopen_claim(request: HttpRequest, id: Id, body: Reason) -> Any:
    """There is new evidence: check a settled claim again."""
    claim = find(models.Claim, id)
    acts.reopen(request.auth, claim, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return claim
