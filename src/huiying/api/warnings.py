"""Warnings: read with their arithmetic, acknowledged, and ended by people."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import case as case_acts
from huiying.actions import warning as acts
from huiying.api.bodies import Attach, OpenCase, Reason
from huiying.api.cases import whole
from huiying.api.gate import does, reads
from huiying.api.lists import find, listing
from huiying.api.schemas import PAGE, After, CaseFull, Id, Limit, Listing, WarningFull, WarningOut
from huiying.core.case.workflow import WARNING
from huiying.core.types import Refusal
from huiying.store import models

router = Router(tags=["warnings"])


@reads(router, "/warnings", "desk.view", response=Listing[WarningOut])
def list_warnings(request: HttpRequest, state: str = "", after: After = 0, limit: Limit = PAGE) -> Any:
    """Warnings in the order in which they were first raised, all or those in one state."""
    rows = models.Warning.objects.all()
    if state:
        if state not in WARNING.states:
            raise Refusal('A %(machine)s has no state "%(state)s".', machine="warning", state=state)
        rows = rows.filter(state=state)
    return listing(rows, after, limit)


@reads(router, "/warnings/{id}", "desk.view", response=WarningFull)
def get_warning(request: HttpRequest, id: Id) -> Any:
    """One warning with the parts of its score."""
    return find(models.Warning, id)


@does(router, "/warnings/{id}/acknowledge", acts.acknowledge, response=WarningFull)
def acknowledge_warning(request: HttpRequest, id: Id) -> Any:
    """Say that it has been seen and is being looked at."""
    warning = find(models.Warning, id)
    acts.acknowledge(request.auth, warning, now=clock.now())  # type: ignore[attr-defined]
    return warning


@does(router, "/warnings/{id}/dismiss", acts.dismiss, response=WarningFull)
def dismiss_warning(request: HttpRequest, id: Id, body: Reason) -> Any:
    """End it without a case; the reason stays on the record."""
    warning = find(models.Warning, id)
    acts.dismiss(request.auth, warning, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return warning


@does(router, "/warnings/{id}/contest", acts.contest, response=WarningFull)
def contest_warning(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As any member of staff, do not agree that no case is needed: it rings again."""
    row = find(models.Warning, id)
    acts.contest(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/warnings/{id}/open-case", case_acts.open_case, response={201: CaseFull})
def open_case(request: HttpRequest, id: Id, body: OpenCase) -> Any:
    """Open a case from it; without a title the case takes that of the story."""
    return whole(case_acts.open_case(request.auth, find(models.Warning, id), title=body.title, now=clock.now()))  # type: ignore[attr-defined]


@does(router, "/warnings/{id}/attach", case_acts.attach, response=CaseFull)
def attach_warning(request: HttpRequest, id: Id, body: Attach) -> Any:
    """Join its story to a case that is already open."""
    warning, case = find(models.Warning, id), find(models.Case, body.case)
    case_acts.attach(request.auth, warning, case, now=clock.now())  # type: ignore[attr-defined]
    return whole(case)
