"""Concerns: written down, answered one by one, opened again where the answer does not hold."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.moving import move
from huiying.actions.recording import act, member_of, write
from huiying.core.case import concerns
from huiying.core.case.concerns import ConcernKind, check_disposed
from huiying.core.case.duties import CONCERN, Clocks
from huiying.core.case.workflow import advance
from huiying.core.clean.redact import redact
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.standing import spoke
from huiying.store.timing import category_of, plan


@act("concern.add")
def add_concern(actor: Actor, case: models.Case, *, kind: str, text: str, item: models.Item | None = None, now: datetime) -> models.Concern:
    """Write down what the public wants of us. A case that seemed answered goes back to work; a closed one is reopened first."""
    if kind not in set(ConcernKind):
        raise Refusal("Choose whether it is a question, a complaint or a suggestion.")
    if not text.strip():
        raise Refusal("A concern needs what is asked or complained of.")
    if case.state in ("closed", "merged"):
        raise Refusal("This case is over. Reopen it before writing down a new concern.")
    end = plan().due(CONCERN, case.level, Clocks(event_known=now), category_of(case))
    row = models.Concern.objects.create(
        case=case,
        kind=kind,
        text=redact(text.strip()[:2000]).text,
        item=item,
        due_at=end.due_at,
        due_provisional=end.provisional,
        added_at=now,
        added_by=member_of(actor),
    )
    _write("concern_added", row, actor=actor, now=now, kind=kind, text=row.text)
    move(case, "new_concern", actor=actor, now=now)
    return row


@act("concern.dispose")
def investigate(actor: Actor, concern: models.Concern, *, reason: str, now: datetime) -> None:
    """It is being looked into; the reason says by whom. The concern stays open."""
    concern.state = advance("concern", concern.state, "investigate", reason=reason)
    concern.disposition, concern.answer = "under_investigation", reason.strip()[:4000]
    concern.save()
    _write("concern_investigated", concern, actor=actor, now=now, reason=concern.answer)


@act("concern.dispose")
def dispose(actor: Actor, concern: models.Concern, *, disposition: str, answer: str, referred_to: str = "", now: datetime) -> None:
    """Say what became of it, in the words that whoever raised it can read."""
    state = advance("concern", concern.state, "dispose")
    wanted = concerns.disposition(disposition)
    check_disposed(wanted, answer=answer, referred_to=referred_to, published=spoke(concern.case))
    concern.state, concern.disposition = state, wanted.value
    concern.answer, concern.referred_to = answer.strip()[:4000], referred_to.strip()[:200]
    concern.disposed_at, concern.disposed_by = now, member_of(actor)
    concern.save()
    said = {"referred_to": concern.referred_to} if concern.referred_to else {}
    _write("concern_disposed", concern, actor=actor, now=now, disposition=wanted.value, answer=concern.answer, **said)


@act("concern.add")
def reopen(actor: Actor, concern: models.Concern, *, reason: str, now: datetime) -> None:
    """The answer does not hold. Its time goes on from where it began."""
    if concern.case.state in ("closed", "merged"):
        raise Refusal("This case is over. Reopen it before opening one of its concerns again.")
    before = concern.disposition
    concern.state = advance("concern", concern.state, "reopen", reason=reason)
    concern.disposition, concern.disposed_at, concern.disposed_by = "", None, None
    concern.save()
    _write("concern_reopened", concern, actor=actor, now=now, before=before, reason=reason)
    move(concern.case, "new_concern", actor=actor, now=now)


def _write(type: str, concern: models.Concern, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"concern:{concern.pk}", case=concern.case_id, concern=concern.pk, **data)
