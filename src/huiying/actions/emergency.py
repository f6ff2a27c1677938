"""The fast path: a holding statement from the template, let out by one second person, and fully approved in retrospect."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from huiying.actions.actor import Actor
from huiying.actions.moving import move
from huiying.actions.recording import act, member_of, write
from huiying.actions.statement import release
from huiying.actions.statement_gates import may_be_public
from huiying.core.case import gates
from huiying.core.case.duties import CORRECTION, RETROSPECT, Clocks
from huiying.core.case.separation import approver
from huiying.core.case.workflow import advance
from huiying.core.statement.content import content_hash
from huiying.core.statement.templates import holding
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.convert import builtins
from huiying.store.timing import category_of, plan


@act("case.assess")
def emergency_holding(
    actor: Actor, case: models.Case, *, lang: str, seen: str, next_update_at: datetime | None, reason: str, now: datetime
) -> models.Statement:
    """The template's own words and nothing else, at once before a second person. The reason says why it cannot wait."""
    desk, member = models.Desk.objects.first(), member_of(actor)
    if desk is None:
        raise Refusal("The body needs a name in Chinese and in English.")
    state = advance("statement", "draft", "emergency_holding", reason=reason)
    promised = gates.due_after(next_update_at, now)
    body = desk.name_zh if lang == "zh" else desk.name_en
    content = holding(lang, body=body, seen=seen, next_update_at=promised, zone=ZoneInfo(desk.zone))
    row = models.Statement.objects.create(
        case=case,
        state=state,
        content=builtins(content),
        content_hash=content_hash(content),
        edited_by=[member.pk],
        emergency_by=member,
        reason=reason.strip()[:2000],
        made_at=now,
        updated_at=now,
    )
    may_be_public(row)
    _write("emergency_begun", row, actor=actor, now=now, hash=row.content_hash, reason=row.reason)
    return row


@act("statement.second")
def second_person_ok(actor: Actor, statement: models.Statement, *, hash: str, now: datetime) -> models.Revision:
    """Any second member of staff has read exactly this text: it is public, and the full approval is due."""
    state, member = _second(actor, statement, "second_person_ok"), member_of(actor)
    if hash != statement.content_hash:
        raise Refusal("The text has changed since you read it. Read it again; approval holds for one exact text.")
    may_be_public(statement)
    revision = release(statement, approved_by=member, published_by=member, now=now)
    end = plan().due(RETROSPECT, statement.case.level, Clocks(event_known=now), category_of(statement.case))
    statement.state, statement.retrospect_due_at = state, end.due_at
    statement.approved_by, statement.approved_at, statement.edited_by = member, now, []
    statement.reason = ""
    statement.save()
    _write(
        "emergency_published",
        statement,
        actor=actor,
        now=now,
        revision=revision.number,
        hash=revision.content_hash,
        stage="S0",
        approved_by=member.username,
        full_approval_due_at=end.due_at.isoformat(),
    )
    move(statement.case, "holding_statement_out", actor=actor, now=now)
    return revision


@act("statement.second")
def refuse(actor: Actor, statement: models.Statement, *, reason: str, now: datetime) -> None:
    """The second person does not agree: it is an ordinary draft now."""
    statement.state, statement.reason = _second(actor, statement, "refuse", reason), reason.strip()
    statement.emergency_by = None
    statement.save()
    _write("emergency_refused", statement, actor=actor, now=now, reason=reason)


@act("statement.approve")
def approve_in_retrospect(actor: Actor, statement: models.Statement, *, now: datetime) -> None:
    """The full approval of what went out on the fast path, by somebody who took no part in it."""
    state = _third(actor, statement, "approve_in_retrospect")
    late = now > (statement.retrospect_due_at or now)
    statement.state, statement.retrospect_due_at = state, None
    statement.save()
    _write("emergency_approved", statement, actor=actor, now=now, hash=statement.content_hash, late=late)


@act("statement.approve")
def object_in_retrospect(actor: Actor, statement: models.Statement, *, reason: str, now: datetime) -> None:
    """It should not have gone out like this: a correction is begun, and due."""
    state = _third(actor, statement, "object_in_retrospect", reason)
    end = plan().due(CORRECTION, statement.case.level, Clocks(event_known=now), category_of(statement.case))
    statement.state, statement.retrospect_due_at, statement.reason = state, None, reason.strip()
    statement.correction_due_at, statement.correction_cause = end.due_at, reason.strip()
    statement.save()
    _write("emergency_objected", statement, actor=actor, now=now, reason=reason, due_at=end.due_at.isoformat())


def _second(actor: Actor, statement: models.Statement, act_name: str, reason: str = "") -> str:
    state = advance("statement", statement.state, act_name, reason=reason)
    approver(approver=member_of(actor).pk, authors=frozenset(statement.edited_by))
    return state


def _third(actor: Actor, statement: models.Statement, act_name: str, reason: str = "") -> str:
    state = advance("statement", statement.state, act_name, reason=reason)
    last = statement.revisions.last()
    if statement.retrospect_due_at is None or last is None:
        raise Refusal("This statement did not go out on the fast path, or was approved in full already.")
    approver(approver=member_of(actor).pk, authors=frozenset({*last.edited_by, last.approved_by_id}))
    return state


def _write(type: str, statement: models.Statement, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"statement:{statement.pk}", case=statement.case_id, statement=statement.pk, **data)
