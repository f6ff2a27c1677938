"""Keys for the programming interface: what they carry, how long they last, and their end."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from huiying.actions.actor import Actor
from huiying.actions.recording import NotAllowed, act, member_of, write
from huiying.core.roles import permissions_of
from huiying.core.types import Refusal
from huiying.store.models import Member, Token

LONGEST_DAYS = 366


@act("user.manage")
def issue_token(actor: Actor, member: Member, *, name: str = "", scopes: Sequence[str] = (), days: int | None = None, now: datetime) -> str:
    """A key that is shown once; only its SHA-256 is kept. It carries `scopes`, a part of what the member may do; none named: all of it."""
    may = permissions_of(member.role_set) - {"public"}
    for scope in scopes:
        if scope not in may:
            raise Refusal("%(name)s may not do this, so no key of theirs can: %(permission)s.", name=member.username, permission=scope)
    if not member.is_active:
        raise Refusal("%(name)s has no active account, so no key can be issued.", name=member.username)
    if days is not None and not 1 <= days <= LONGEST_DAYS:
        raise Refusal("A key lasts 1 to %(most)d days.", most=LONGEST_DAYS)
    key = secrets.token_urlsafe(32)
    row = Token.objects.create(
        member=member,
        digest=hashlib.sha256(key.encode()).hexdigest(),
        made_at=now,
        name=name.strip()[:100],
        scopes=sorted(set(scopes) or may),
        expires_at=now + timedelta(days=days) if days else None,
    )
    told = {"expires": row.expires_at.isoformat()} if row.expires_at else {}
    _write("token_issued", row, actor, now, name=row.name, scopes=row.scopes, **told)
    return key


@act("user.manage")
def end_token(actor: Actor, token: Token, *, now: datetime) -> None:
    """A key that nobody shall use any more."""
    _end(token, actor, now)


@act("account.own")
def end_own_token(actor: Actor, token: Token, *, now: datetime) -> None:
    """A key of one's own that was lost or is needed no more."""
    if token.member_id != member_of(actor).pk:
        raise NotAllowed("This is not your own.")
    _end(token, actor, now)


def _end(token: Token, actor: Actor, now: datetime) -> None:
    if token.ended_at is not None:
        raise Refusal("This key has ended already.")
    token.ended_at = now
    token.save(update_fields=["ended_at"])
    _write("token_ended", token, actor, now, name=token.name)


def _write(type: str, token: Token, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"member:{token.member_id}", username=token.member.username, token=token.pk, **data)
