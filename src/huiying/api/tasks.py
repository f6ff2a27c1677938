"""Tasks to departments: given, accepted or disputed, answered, accepted or sent back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import task as acts
from huiying.api.bodies import Answer, Reason, Ruling, TaskBody
from huiying.api.gate import does, reads
from huiying.api.lists import find
from huiying.api.schemas import Id, TaskOut
from huiying.store import models

router = Router(tags=["tasks"])


@reads(router, "/tasks/{id}", "desk.view", response=TaskOut)
def get_task(request: HttpRequest, id: Id) -> Any:
    """One task."""
    return find(models.Task, id)


@does(router, "/cases/{id}/tasks", acts.assign, response={201: TaskOut})
def assign_task(request: HttpRequest, id: Id, body: TaskBody) -> Any:
    """Give a department something to do or to answer."""
    case, department = find(models.Case, id), find(models.Department, body.department)
    return acts.assign(request.auth, case, department=department, text=body.text, now=clock.now())  # type: ignore[attr-defined]


@does(router, "/tasks/{id}/accept", acts.accept, response=TaskOut)
def accept_task(request: HttpRequest, id: Id) -> Any:
    """Take the task on, as its department."""
    task = find(models.Task, id)
    acts.accept(request.auth, task, now=clock.now())  # type: ignore[attr-defined]
    return task


@does(router, "/tasks/{id}/dispute", acts.dispute, response=TaskOut)
def dispute_task(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Say that the task is not one's own department's; a leader decides."""
    task = find(models.Task, id)
    acts.dispute(request.auth, task, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return task


@does(router, "/tasks/{id}/rule", acts.rule, response=TaskOut)
def rule_on_task(request: HttpRequest, id: Id, body: Ruling) -> Any:
    """Decide whose task it is."""
    task, department = find(models.Task, id), find(models.Department, body.department)
    acts.rule(request.auth, task, department=department, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return task


@does(router, "/tasks/{id}/answer", acts.answer, response=TaskOut)
def answer_task(request: HttpRequest, id: Id, body: Answer) -> Any:
    """Answer it in words that can be checked."""
    task = find(models.Task, id)
    acts.answer(request.auth, task, text=body.text, now=clock.now())  # type: ignore[attr-defined]
    return task


@does(router, "/tasks/{id}/return", acts.send_back, response=TaskOut)
def return_task(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Send the answer back to the department."""
    task = find(models.Task, id)
    acts.send_back(request.auth, task, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return task


@does(router, "/tasks/{id}/cancel", acts.cancel, response=TaskOut)
def cancel_task(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Nobody needs the answer any more."""
    row = find(models.Task, id)
    acts.cancel(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/tasks/{id}/reopen", acts.reopen, response=TaskOut)
def reopen_task(request: HttpRequest, id: Id, body: Reason) -> Any:
    """What was accepted does not hold after all."""
    row = find(models.Task, id)
    acts.reopen(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/tasks/{id}/accept-answer", acts.accept_answer, response=TaskOut)
def accept_task_answer(request: HttpRequest, id: Id) -> Any:
    """The answer will do."""
    task = find(models.Task, id)
    acts.accept_answer(request.auth, task, now=clock.now())  # type: ignore[attr-defined]
    return task
