"""On the way to approval: the department that was asked confirms its facts, and privacy clears what touches on private people."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import act, member_of, write
from huiying.actions.statement_gates import content_of, gates_hold
from huiying.core.case.separation import approver, own_department
from huiying.core.case.workflow import advance
from huiying.core.statement.route import onward
from huiying.core.types import Refusal
from huiying.store import models


@act("statement.confirm_facts")
def confirm_facts(actor: Actor, statement: models.Statement, *, hash: str, now: datetime) -> None:
    """The head of the department that was asked: these facts are so, exactly as they stand here."""
    _asked(actor, statement)
    _on(statement, "confirm_facts", actor, hash)
    statement.confirmed_hash = hash
    statement.save()
    _write("facts_confirmed", statement, actor=actor, now=now, hash=hash, to=statement.state)


@act("statement.confirm_facts")
def return_unconfirmed(actor: Actor, statement: models.Statement, *, reason: str, now: datetime) -> None:
    """The facts are not so; the reason says which and why."""
    _asked(actor, statement)
    _back(statement, "return_unconfirmed", reason)
    _write("statement_returned", statement, actor=actor, now=now, reason=reason)


@act("statement.approve")
def pass_over(actor: Actor, statement: models.Statement, *, reason: str, now: datetime) -> None:
    """Go on without the department, which said nothing or cannot be waited for."""
    advance("statement", statement.state, "pass_over", reason=reason)
    _on(statement, "pass_over", actor, statement.content_hash, reason)
    statement.save()
    _write("department_passed_over", statement, actor=actor, now=now, reason=reason, to=statement.state)


@act("statement.clear")
def clear(actor: Actor, statement: models.Statement, *, hash: str, now: datetime) -> None:
    """Nobody private can be recognised from exactly this text, or the law allows it."""
    state = advance("statement", statement.state, "clear")
    approver(approver=member_of(actor).pk, authors=frozenset(statement.edited_by))
    _same(statement, hash)
    statement.state, statement.cleared_hash = state, hash
    statement.save()
    _write("statement_cleared", statement, actor=actor, now=now, hash=hash)


@act("statement.clear")
def return_for_privacy(actor: Actor, statement: models.Statement, *, reason: str, now: datetime) -> None:
    """The text tells too much of somebody; the reason says where, without repeating it."""
    _back(statement, "return_for_privacy", reason)
    _write("statement_returned", statement, actor=actor, now=now, reason=reason)


@act("statement.approve")
def send_to_privacy(actor: Actor, statement: models.Statement, *, now: datetime) -> None:
    """The approver wants privacy to see it, whatever the words seemed to say."""
    statement.state = advance("statement", statement.state, "send_to_privacy")
    statement.save()
    _write("sent_to_privacy", statement, actor=actor, now=now)


def _asked(actor: Actor, statement: models.Statement) -> None:
    own_department(member_department=member_of(actor).department_id, task_department=statement.department_id or 0)


def _on(statement: models.Statement, act_name: str, actor: Actor, hash: str, reason: str = "") -> None:
    approver(approver=member_of(actor).pk, authors=frozenset(statement.edited_by))
    _same(statement, hash)
    gates_hold(statement)
    way = onward(act_name, content_of(statement), cleared=statement.cleared_hash, hash=statement.content_hash)
    statement.state = advance("statement", statement.state, way, reason=reason)


def _back(statement: models.Statement, act_name: str, reason: str) -> None:
    first = not statement.state.startswith("correction_")
    statement.state = advance("statement", statement.state, act_name, reason=reason)
    if first:
        # a correction keeps the reason that will stand in public
        statement.reason = reason
    statement.save()


def _same(statement: models.Statement, hash: str) -> None:
    if hash != statement.content_hash:
        raise Refusal("The text has changed since you read it. Read it again; approval holds for one exact text.")


def _write(type: str, statement: models.Statement, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"statement:{statement.pk}", case=statement.case_id, statement=statement.pk, **data)
