"""What every act on somebody's account has in common: not one's own, a reason, and an entry about the member."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import write
from huiying.core.types import Refusal
from huiying.store.models import Member


def reason_of(text: str) -> str:
    """The reason as it goes on the record, at most 1,000 characters. Raises Refusal where there is none."""
    if not text.strip():
        raise Refusal("This needs a reason; it stays on the record.")
    return text.strip()[:1000]


def not_oneself(actor: Actor, member: Member) -> None:
    """Raises Refusal where somebody would change their own account."""
    if actor.member is not None and actor.member.pk == member.pk:
        raise Refusal("Nobody changes their own account here: ask another administrator, or the operator of the machine.")


def write_of(type: str, member: Member, actor: Actor, now: datetime, **data: object) -> None:
    """One entry of the record about a member."""
    write(type, actor=actor, now=now, subject=f"member:{member.pk}", username=member.username, **data)
