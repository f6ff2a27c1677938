"""Tasks to departments: given, accepted or disputed, answered, accepted or sent back."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import TIMER, Actor
from huiying.actions.recording import act, member_of, write
from huiying.core.case.charge import Hold
from huiying.core.case.duties import TASK_ANSWER, Clocks
from huiying.core.case.separation import dispute_once, own_department
from huiying.core.case.workflow import advance
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.timing import category_of, plan


@act("task.assign")
def assign(actor: Actor, case: models.Case, *, department: models.Department, text: str, now: datetime) -> models.Task:
    """Give a department something to do or to answer; the time for it follows the case's level."""
    if not text.strip():
        raise Refusal("A task needs what the department is asked to do.")
    due_at = plan().due(TASK_ANSWER, case.level, Clocks(event_known=now), category_of(case)).due_at
    task = models.Task.objects.create(
        case=case, department=department, text=text.strip()[:4000], assigned_at=now, assigned_by=member_of(actor), due_at=due_at
    )
    _hold(task, department.pk, now)
    task.save()
    _write("task_assigned", task, actor=actor, now=now, department=department.name_zh, text=task.text)
    return task


@act("task.answer")
def accept(actor: Actor, task: models.Task, *, now: datetime) -> None:
    """The department takes the task on."""
    _own(actor, task)
    _move(task, "accept")
    _write("task_accepted", task, actor=actor, now=now)


@act("task.answer")
def dispute(actor: Actor, task: models.Task, *, reason: str, now: datetime) -> None:
    """The department says that the task is not its own; a leader decides."""
    _own(actor, task)
    dispute_once(department=task.department_id, disputed_by=task.disputed_by)
    task.disputed_by = [*task.disputed_by, task.department_id]
    _hold(task, None, now)
    _move(task, "dispute", reason)
    _write("task_disputed", task, actor=actor, now=now, reason=reason)


@act("task.rule")
def rule(actor: Actor, task: models.Task, *, department: models.Department, reason: str, now: datetime) -> None:
    """A leader upholds the task or gives it to another department."""
    _move(task, "uphold" if department == task.department else "reassign", reason)
    task.department = department
    _hold(task, department.pk, now)
    task.save()
    _write("task_ruled", task, actor=actor, now=now, department=department.name_zh, reason=reason)


@act("task.answer")
def answer(actor: Actor, task: models.Task, *, text: str, now: datetime) -> None:
    """The department's answer, in words that can be checked."""
    _own(actor, task)
    if not text.strip():
        raise Refusal("An answer needs what was found or done.")
    _move(task, "answer")
    task.answer, task.answered_at = text.strip()[:8000], now
    task.save()
    _write("task_answered", task, actor=actor, now=now, text=task.answer)


@act("task.accept")
def send_back(actor: Actor, task: models.Task, *, reason: str, now: datetime) -> None:
    """The answer does not answer; the reason says why."""
    _move(task, "return", reason)
    _write("task_returned", task, actor=actor, now=now, reason=reason)


@act("task.accept")
def accept_answer(actor: Actor, task: models.Task, *, now: datetime) -> None:
    """The answer will do."""
    _move(task, "accept_answer")
    _write("task_done", task, actor=actor, now=now)


@act("task.assign")
def cancel(actor: Actor, task: models.Task, *, reason: str, now: datetime) -> None:
    """Nobody needs the answer any more."""
    _move(task, "cancel", reason)
    _write("task_cancelled", task, actor=actor, now=now, reason=reason)


@act("task.accept")
def reopen(actor: Actor, task: models.Task, *, reason: str, now: datetime) -> None:
    """What was accepted does not hold after all. Its time goes on from where it began."""
    _move(task, "reopen", reason)
    _write("task_reopened", task, actor=actor, now=now, reason=reason)


def auto_escalate(now: datetime) -> int:
    """Tasks whose time is over go to the leader, each once. Returns how many."""
    rows = models.Task.objects.filter(state__in=("assigned", "in_progress"), due_at__lte=now, escalated_at__isnull=True).order_by("pk")
    for task in rows:
        task.escalated_at = now
        _move(task, "auto_escalate")
        _write("task_escalated", task, actor=TIMER, now=now, due_at=task.due_at.isoformat())
    return len(rows)


def holds_of(task: models.Task) -> tuple[Hold, ...]:
    """Who held it, from when."""
    if not task.holds:
        # a task from before holders were kept
        return (Hold(task.department_id, task.assigned_at),)
    return tuple(Hold(department, datetime.fromisoformat(since)) for department, since in task.holds)


def _own(actor: Actor, task: models.Task) -> None:
    own_department(member_department=member_of(actor).department_id, task_department=task.department_id)


def _move(task: models.Task, act_name: str, reason: str = "") -> None:
    task.state = advance("task", task.state, act_name, reason=reason)
    task.reason = reason
    task.save()


def _hold(task: models.Task, department: int | None, now: datetime) -> None:
    task.holds = [*task.holds, [department, now.isoformat()]]


def _write(type: str, task: models.Task, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"task:{task.pk}", case=task.case_id, task=task.pk, **data)
