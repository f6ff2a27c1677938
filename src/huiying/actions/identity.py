"""Linking a member to who they are at the body's identity provider, and taking the link away. Nobody is linked, or made, unasked."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from huiying.actions.account import not_oneself, reason_of, write_of
from huiying.actions.actor import Actor
from huiying.actions.recording import act
from huiying.actions.sign_in import end_all
from huiying.core.identity import LONGEST, Provider, is_subject
from huiying.core.types import Refusal
from huiying.store.keys import identity_digest
from huiying.store.models import Identity, Member


def provider() -> Provider:
    """The body's identity provider. Raises Refusal where none is set."""
    found: Provider | None = settings.OIDC
    if found is None:
        raise Refusal("Signing in with an identity provider is not set up: set HUIYING_OIDC_ISSUER, _CLIENT_ID and _CLIENT_SECRET first.")
    return found


@act("user.manage")
def link_identity(actor: Actor, member: Member, *, subject: str, reason: str, now: datetime) -> None:
    """Let a member sign in as `subject`, the value of the claim that the settings name; it takes the place of an earlier link.

    The record says that they are linked and why, not as whom.
    """
    at, subject = provider(), subject.strip()
    not_oneself(actor, member)
    reason = reason_of(reason)
    if not member.is_active:
        raise Refusal("The account of %(name)s is closed already.", name=member.username)
    if not is_subject(subject):
        raise Refusal("An identity has 1 to %(most)d characters on one line.", most=LONGEST)
    digest = identity_digest(at, subject)
    taken = Identity.objects.filter(digest=digest).select_related("member").first()
    if taken is not None:
        raise Refusal("This identity is linked to the account of %(name)s already.", name=taken.member.username)
    before = Identity.objects.filter(member=member).exists()
    Identity.objects.update_or_create(member=member, defaults={"digest": digest, "linked_at": now})
    ended = end_all(member) if before else 0
    write_of("identity_linked", member, actor, now, reason=reason, claim=at.claim, replaced=before, sessions=ended)


@act("user.manage")
def unlink_identity(actor: Actor, member: Member, *, reason: str, now: datetime) -> None:
    """A member can no longer sign in by the identity provider; their sessions end, as any may have begun that way."""
    not_oneself(actor, member)
    reason = reason_of(reason)
    gone, _ = Identity.objects.filter(member=member).delete()
    if not gone:
        raise Refusal("The account of %(name)s is linked to no identity.", name=member.username)
    write_of("identity_unlinked", member, actor, now, reason=reason, sessions=end_all(member))


def member_linked(subject: str) -> Member | None:
    """Whose account an identity is linked to, closed ones too."""
    row = Identity.objects.filter(digest=identity_digest(provider(), subject)).select_related("member").first()
    return row.member if row else None
