"""A leader's instructions on a case."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import instruction as acts
from huiying.api.bodies import Answer, Reason
from huiying.api.bodies_case import InstructionBody
from huiying.api.gate import does, reads
from huiying.api.lists import find, find_or_none
from huiying.api.schemas import Id
from huiying.api.schemas_case import InstructionOut
from huiying.store import models

router = Router(tags=["instructions"])


@reads(router, "/instructions/{id}", "desk.view", response=InstructionOut)
def get_instruction(request: HttpRequest, id: Id) -> Any:
    """One instruction."""
    return find(models.Instruction, id)


@does(router, "/cases/{id}/instructions", acts.issue, response={201: InstructionOut})
def issue_instruction(request: HttpRequest, id: Id, body: InstructionBody) -> Any:
    """Instruct a department, or the desk itself."""
    owner = find(models.Case, id)
    return acts.issue(
        request.auth,  # type: ignore[attr-defined]
        owner,
        text=body.text,
        due_at=body.due_at,
        department=find_or_none(models.Department, body.department),
        now=clock.now(),
    )


@does(router, "/instructions/{id}/answer", acts.answer, response=InstructionOut)
def answer_instruction(request: HttpRequest, id: Id, body: Answer) -> Any:
    """Answer it, as the department or the desk."""
    row = find(models.Instruction, id)
    acts.answer(request.auth, row, text=body.text, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/instructions/{id}/accept-answer", acts.accept_answer, response=InstructionOut)
def accept_instruction_answer(request: HttpRequest, id: Id) -> Any:
    """The answer will do."""
    row = find(models.Instruction, id)
    acts.accept_answer(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/instructions/{id}/return", acts.send_back, response=InstructionOut)
def return_instruction(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Send the answer back."""
    row = find(models.Instruction, id)
    acts.send_back(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/instructions/{id}/revoke", acts.revoke, response=InstructionOut)
def revoke_instruction(request: HttpRequest, id: Id, body: Reason) -> Any:
    """It no longer stands."""
    row = find(models.Instruction, id)
    acts.revoke(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row
