"""A leader's instructions on a case: issued, answered in time, accepted or sent back; never lost in a comment."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import TIMER, Actor
from huiying.actions.recording import act, member_of, write
from huiying.core.case.duties import INSTRUCTION, Clocks
from huiying.core.case.separation import own_department, second_person
from huiying.core.case.workflow import advance
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.timing import category_of, plan


@act("instruction.issue")
def issue(
    actor: Actor, case: models.Case, *, text: str, department: models.Department | None, due_at: datetime | None = None, now: datetime
) -> models.Instruction:
    """Instruct a department, or the desk itself. Without a time of its own the policy's limit counts, and no time is later than that."""
    if not text.strip():
        raise Refusal("An instruction needs what is to be done.")
    end = plan().due(INSTRUCTION, case.level, Clocks(event_known=now, promised=due_at), category_of(case))
    row = models.Instruction.objects.create(
        case=case, department=department, text=text.strip()[:4000], issued_at=now, issued_by=member_of(actor), due_at=end.due_at
    )
    _write("instruction_issued", row, actor=actor, now=now, text=row.text, department=department.name_zh if department else "")
    return row


@act("instruction.answer")
def answer(actor: Actor, instruction: models.Instruction, *, text: str, now: datetime) -> None:
    """What was done about it."""
    state, member = advance("instruction", instruction.state, "answer"), member_of(actor)
    if instruction.department_id is not None:
        own_department(member_department=member.department_id, task_department=instruction.department_id)
    if not text.strip():
        raise Refusal("An answer needs what was found or done.")
    instruction.state, instruction.answer = state, text.strip()[:8000]
    instruction.answered_at, instruction.answered_by = now, member
    instruction.save()
    _write("instruction_answered", instruction, actor=actor, now=now, text=instruction.answer)


@act("instruction.issue")
def accept_answer(actor: Actor, instruction: models.Instruction, *, now: datetime) -> None:
    """The answer will do. Nobody accepts their own."""
    state = advance("instruction", instruction.state, "accept_answer")
    second_person(proposer=instruction.answered_by_id or 0, second=member_of(actor).pk)
    instruction.state = state
    instruction.save()
    _write("instruction_accepted", instruction, actor=actor, now=now)


@act("instruction.issue")
def send_back(actor: Actor, instruction: models.Instruction, *, reason: str, now: datetime) -> None:
    """The answer does not answer. Its time goes on from where it began."""
    _reasoned(instruction, "return", reason)
    _write("instruction_returned", instruction, actor=actor, now=now, reason=reason)


@act("instruction.issue")
def revoke(actor: Actor, instruction: models.Instruction, *, reason: str, now: datetime) -> None:
    """It no longer stands."""
    _reasoned(instruction, "revoke", reason)
    _write("instruction_revoked", instruction, actor=actor, now=now, reason=reason)


def auto_overdue(now: datetime) -> int:
    """Instructions nobody answered in time. Returns how many."""
    rows = models.Instruction.objects.filter(state="issued", due_at__lte=now).order_by("pk")
    for row in rows:
        row.state = advance("instruction", row.state, "auto_overdue")
        row.save()
        _write("instruction_overdue", row, actor=TIMER, now=now, due_at=row.due_at.isoformat())
    return len(rows)


def _reasoned(row: models.Instruction, act_name: str, reason: str) -> None:
    row.state, row.reason = advance("instruction", row.state, act_name, reason=reason), reason.strip()
    row.save()


def _write(type: str, row: models.Instruction, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"instruction:{row.pk}", case=row.case_id, instruction=row.pk, **data)
