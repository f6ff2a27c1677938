"""Cases: read whole, assessed, reported to superiors."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import case as acts
from huiying.api.bodies import Assess, Note, OpenByHand
from huiying.api.gate import does, reads
from huiying.api.lists import find, find_or_none, listing
from huiying.api.schemas import PAGE, After, CaseFull, CaseOut, Id, Limit, Listing
from huiying.store import models

router = Router(tags=["cases"])


def whole(case: models.Case) -> dict[str, Any]:
    """A case with everything that belongs to it."""
    return {
        **vars(case),
        "stories": list(models.CaseStory.objects.filter(case=case).order_by("story_id").values_list("story_id", flat=True)),
        "claims": list(models.Claim.objects.filter(case=case).order_by("id")),
        "tasks": list(models.Task.objects.filter(case=case).order_by("id")),
        "statements": list(models.Statement.objects.filter(case=case).order_by("id").values_list("id", flat=True)),
    }


@reads(router, "/cases", "desk.view", response=Listing[CaseOut])
def list_cases(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """Cases in the order in which they were opened."""
    return listing(models.Case.objects.all(), after, limit)


@reads(router, "/cases/{id}", "desk.view", response=CaseFull)
def get_case(request: HttpRequest, id: Id) -> Any:
    """One case with its stories, claims, tasks and statements."""
    return whole(find(models.Case, id))


@does(router, "/cases", acts.open_by_hand, response={201: CaseFull})
def open_case_by_hand(request: HttpRequest, body: OpenByHand) -> Any:
    """Open a case of which somebody told us."""
    given = body.model_dump() | {"story": find_or_none(models.Story, body.story)}
    return whole(acts.open_by_hand(request.auth, **given, now=clock.now()))  # type: ignore[attr-defined]


@does(router, "/cases/{id}/assess", acts.assess, response=CaseFull)
def assess_case(request: HttpRequest, id: Id, body: Assess) -> Any:
    """Set its response level and lead department."""
    case, department = find(models.Case, id), find_or_none(models.Department, body.department)
    acts.assess(request.auth, case, level=body.level, department=department, now=clock.now())  # type: ignore[attr-defined]
    return whole(case)


@does(router, "/cases/{id}/report-up", acts.report_up, response=CaseFull)
def report_up(request: HttpRequest, id: Id, body: Note) -> Any:
    """Report it to superiors; open to all staff in every state."""
    case = find(models.Case, id)
    acts.report_up(request.auth, case, note=body.note, to=body.to, now=clock.now())  # type: ignore[attr-defined]
    return whole(case)
