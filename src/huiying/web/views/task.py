"""What is done about a task. The page is the case room."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from huiying.actions import task as acts
from huiying.store.models import Task
from huiying.web import words
from huiying.web.acting import acting, with_reason
from huiying.web.forms import Tried, must_department
from huiying.web.views import case


def page(request: HttpRequest, row: Task, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The case room of this task."""
    return case.page(request, row.case, refusal=refusal, tried=tried, status=status)


def _here(row: Task, _result: object) -> str:
    return f"{reverse('case', args=[row.case_id])}#task-{row.pk}"


def _ruling(typed: QueryDict) -> dict[str, object]:
    return {"department": must_department(typed), **with_reason(typed)}


def _answer(typed: QueryDict) -> dict[str, object]:
    return {"text": typed.get("text", "")}


accept = acting(acts.accept, Task, page=page, address=_here, done=words.N("Your department has taken the task on."))
dispute = acting(acts.dispute, Task, page=page, address=_here, read=with_reason, done=words.N("The task is disputed. A leader will rule."))
rule = acting(acts.rule, Task, page=page, address=_here, read=_ruling, done=words.N("The ruling is on the record."))
answer = acting(acts.answer, Task, page=page, address=_here, read=_answer, done=words.N("The answer is on the record."))
send_back = acting(
    acts.send_back, Task, page=page, address=_here, read=with_reason, done=words.N("The answer went back to the department.")
)
accept_answer = acting(acts.accept_answer, Task, page=page, address=_here, done=words.N("The answer is accepted."))
cancel = acting(acts.cancel, Task, page=page, address=_here, read=with_reason, done=words.N("The task is cancelled."))
reopen = acting(acts.reopen, Task, page=page, address=_here, read=with_reason, done=words.N("The task is open again."))
