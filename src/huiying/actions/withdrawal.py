"""Withdrawing a public statement: an approver and a leader together, with a reason that stands in public. The text stays readable."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.moving import countersign, sign
from huiying.actions.recording import act, member_of, write
from huiying.core.case.separation import one_of_each, second_person
from huiying.core.case.workflow import advance
from huiying.core.roles import Role
from huiying.store import models

WITHDRAW = "withdraw"


@act("statement.withdraw")
def propose_withdrawal(actor: Actor, statement: models.Statement, *, reason: str, now: datetime) -> None:
    """The first of approver and leader: this text should not stand, and why."""
    advance("statement", statement.state, "propose_withdrawal", reason=reason)
    sign(f"statement:{statement.pk}", WITHDRAW, actor=actor, reason=reason, now=now)
    _write("withdrawal_proposed", statement, actor=actor, now=now, reason=reason)


@act("statement.withdraw")
def withdraw(actor: Actor, statement: models.Statement, *, now: datetime) -> None:
    """The second of the two: the body no longer stands by this text, for the reason that the first gave."""
    state, member = advance("statement", statement.state, "withdraw"), member_of(actor)
    first = countersign(f"statement:{statement.pk}", WITHDRAW)
    second_person(proposer=first.by_id, second=member.pk)
    one_of_each(first.by.role_set, member.role_set, Role.APPROVER, Role.LEADER)
    last = statement.revisions.last()
    assert last is not None
    models.Revision.objects.create(
        statement=statement,
        number=last.number + 1,
        content=last.content,
        content_hash=last.content_hash,
        reason=first.reason,
        withdrawn=True,
        verdicts=last.verdicts,
        approved_by=first.by,
        published_by=member,
        published_at=now,
    )
    statement.state, statement.retrospect_due_at = state, None
    statement.save()
    _write("statement_withdrawn", statement, actor=actor, now=now, reason=first.reason, revision=last.number + 1, first=first.by.username)


def _write(type: str, statement: models.Statement, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"statement:{statement.pk}", case=statement.case_id, statement=statement.pk, **data)
