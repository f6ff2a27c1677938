"""The line to take: one agreed wording for each case."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import line as acts
from huiying.api.bodies import Reason
from huiying.api.bodies_case import LineBody
from huiying.api.gate import does, reads
from huiying.api.lists import find
from huiying.api.schemas import Id
from huiying.api.schemas_case import LineOut
from huiying.core.statement.line import Figure
from huiying.store import models

router = Router(tags=["lines"])


@reads(router, "/lines/{id}", "desk.view", response=LineOut)
def get_line(request: HttpRequest, id: Id) -> Any:
    """One line."""
    return find(models.LineToTake, id)


@does(router, "/cases/{id}/lines", acts.propose, response={201: LineOut})
def propose_line(request: HttpRequest, id: Id, body: LineBody) -> Any:
    """Propose the next version."""
    owner = find(models.Case, id)
    return acts.propose(
        request.auth,  # type: ignore[attr-defined]
        owner,
        wording=body.wording,
        figures=[Figure(**figure.model_dump()) for figure in body.figures],
        now=clock.now(),
    )


@does(router, "/lines/{id}/agree", acts.agree, response=LineOut)
def agree_to_line(request: HttpRequest, id: Id) -> Any:
    """As the second person, agree: it is in force."""
    row = find(models.LineToTake, id)
    acts.agree(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/lines/{id}/return", acts.send_back, response=LineOut)
def return_line(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As the second person, do not agree."""
    row = find(models.LineToTake, id)
    acts.send_back(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row
