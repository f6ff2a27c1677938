"""The life of a case: its states, its response, its clocks, merging, resting, closing and reopening."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import response, settling
from huiying.api.bodies import Reason
from huiying.api.bodies_case import Activation, ClocksBody, Escalation, Merge
from huiying.api.cases import whole
from huiying.api.gate import does, reads
from huiying.api.lists import find
from huiying.api.schemas import CaseFull, Id
from huiying.api.schemas_case import CaseParts
from huiying.core.case.duties import Clocks
from huiying.store import models

router = Router(tags=["cases"])
PARTS = ("concerns", "commitments", "instructions", "investigations", "lines", "enquiries", "conferences", "contests", "publisher_requests")


@reads(router, "/cases/{id}/parts", "desk.view", response=CaseParts)
def get_case_parts(request: HttpRequest, id: Id) -> Any:
    """Its concerns, commitments, instructions, investigations, lines, enquiries, conferences, contests and requests."""
    case = find(models.Case, id)
    parts = {name: list(getattr(case, name).order_by("id")) for name in PARTS}
    return {**parts, "correction_requests": list(models.CorrectionRequest.objects.filter(statement__case=case).order_by("id"))}


@does(router, "/cases/{id}/start-verification", settling.start_verification, response=CaseFull)
def start_verification(request: HttpRequest, id: Id) -> Any:
    """Begin to check what is said."""
    row = find(models.Case, id)
    settling.start_verification(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/facts-ready", settling.facts_ready, response=CaseFull)
def facts_ready(request: HttpRequest, id: Id) -> Any:
    """Enough is known to answer."""
    row = find(models.Case, id)
    settling.facts_ready(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/new-facts", settling.new_facts, response=CaseFull)
def new_facts(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Something new must be checked before more is said."""
    row = find(models.Case, id)
    settling.new_facts(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/escalate", settling.escalate, response=CaseFull)
def escalate_case(request: HttpRequest, id: Id, body: Escalation) -> Any:
    """It is graver than thought."""
    row = find(models.Case, id)
    settling.escalate(request.auth, row, level=body.level, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/all-concerns-disposed", settling.all_concerns_disposed, response=CaseFull)
def all_concerns_disposed(request: HttpRequest, id: Id) -> Any:
    """Every concern has its answer: go on watching."""
    row = find(models.Case, id)
    settling.all_concerns_disposed(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/propose-no-response", settling.propose_no_response, response=CaseFull)
def propose_no_response(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As the first of two, say why nobody needs an answer."""
    row = find(models.Case, id)
    settling.propose_no_response(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/no-response-needed", settling.no_response_needed, response=CaseFull)
def no_response_needed(request: HttpRequest, id: Id) -> Any:
    """As the second person, agree."""
    row = find(models.Case, id)
    settling.no_response_needed(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/begin-review", settling.begin_review, response=CaseFull)
def begin_review(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Review it before its quiet days are over."""
    row = find(models.Case, id)
    settling.begin_review(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/findings-need-work", settling.findings_need_work, response=CaseFull)
def findings_need_work(request: HttpRequest, id: Id, body: Reason) -> Any:
    """The review found work that is left."""
    row = find(models.Case, id)
    settling.findings_need_work(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/sign-review", settling.sign_review, response=CaseFull)
def sign_review(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As the first of leader and reviewer, sign what the review comes to."""
    row = find(models.Case, id)
    settling.sign_review(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/close", settling.close, response=CaseFull)
def close_case(request: HttpRequest, id: Id) -> Any:
    """As the second of leader and reviewer, close it."""
    row = find(models.Case, id)
    settling.close(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/reopen", settling.reopen, response=CaseFull)
def reopen_case(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Take a closed case up again."""
    row = find(models.Case, id)
    settling.reopen(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/merge", settling.merge_into, response=CaseFull)
def merge_case(request: HttpRequest, id: Id, body: Merge) -> Any:
    """Merge it into another case that goes on."""
    row = find(models.Case, id)
    settling.merge_into(request.auth, row, find(models.Case, body.into), reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/unmerge", settling.unmerge, response=CaseFull)
def unmerge_case(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Take two merged cases apart again."""
    row = find(models.Case, id)
    settling.unmerge(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/activate", response.activate, response=CaseFull)
def activate_response(request: HttpRequest, id: Id, body: Activation) -> Any:
    """Activate the emergency response, or adjust it."""
    row = find(models.Case, id)
    response.activate(request.auth, row, level=body.level, leading_group=body.leading_group, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/stand-down", response.stand_down, response=CaseFull)
def stand_down_response(request: HttpRequest, id: Id, body: Reason) -> Any:
    """End the emergency response."""
    row = find(models.Case, id)
    response.stand_down(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(row)


@does(router, "/cases/{id}/clocks", response.set_clocks, response=CaseFull)
def set_clocks(request: HttpRequest, id: Id, body: ClocksBody) -> Any:
    """Enter a clock that became known, or that began earlier."""
    row = find(models.Case, id)
    response.set_clocks(request.auth, row, reason=body.reason, clocks=Clocks(**body.model_dump(exclude={"reason"})), now=clock.now())  # type: ignore[attr-defined]
    return whole(row)
