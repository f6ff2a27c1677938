"""Taking a thing from state to state as part of an act, and the first of two signatures."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import member_of, write
from huiying.core.case.workflow import advance
from huiying.core.types import Refusal
from huiying.store import models


def shift(
    case: models.Case, act_name: str, *, actor: Actor, now: datetime, reason: str = "", type: str = "case_moved", **data: object
) -> None:
    """Take a case on by an act of its table and put it on the record. What waited for a second signature in the old state lapses."""
    before = case.state
    case.state = advance("case", before, act_name, reason=reason)
    if case.state != before:
        case.moved_at = now
        void(f"case:{case.pk}")
    case.save()
    said = {"reason": reason} if reason else {}
    subject = f"case:{case.pk}"
    write(type, actor=actor, now=now, subject=subject, case=case.pk, act=act_name, before=before, after=case.state, **said, **data)


def move(case: models.Case, act_name: str, *, actor: Actor, now: datetime) -> None:
    """Take a case to its next state as part of another act, when that state allows it."""
    try:
        target = advance("case", case.state, act_name)
    except Refusal:
        return
    if target != case.state:
        shift(case, act_name, actor=actor, now=now)


def sign(subject: str, act_name: str, *, actor: Actor, reason: str, now: datetime) -> models.Signature:
    """The first signature. Refuses where one waits already."""
    if waiting(subject, act_name) is not None:
        raise Refusal("Somebody has signed this already. It waits for a second person.")
    return models.Signature.objects.create(subject=subject, act=act_name, by=member_of(actor), reason=reason.strip(), at=now)


def waiting(subject: str, act_name: str) -> models.Signature | None:
    """The signature that waits for a second person."""
    return models.Signature.objects.filter(subject=subject, act=act_name, open=True).select_related("by").first()


def countersign(subject: str, act_name: str) -> models.Signature:
    """The first signature, used up. Refuses where nobody has signed."""
    found = waiting(subject, act_name)
    if found is None:
        raise Refusal("This takes two people: the first gives the reason and signs, another confirms. Nobody has signed yet.")
    void(subject, act_name)
    return found


def void(subject: str, act_name: str = "") -> None:
    """What was signed and not confirmed no longer counts."""
    rows = models.Signature.objects.filter(subject=subject, open=True)
    (rows.filter(act=act_name) if act_name else rows).update(open=False)
