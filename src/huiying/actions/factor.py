"""Second factors: an authenticator app, passkeys and recovery codes. Adding and dropping one is on the record; using one is not."""

from __future__ import annotations

import secrets
from datetime import datetime

from huiying.actions.account import not_oneself, reason_of, write_of
from huiying.actions.actor import Actor
from huiying.actions.recording import NotAllowed, act, member_of
from huiying.actions.sealing import unwrap, wrap
from huiying.core.account import RECOVERY_CODES, code_digest, matching_step, spell_code
from huiying.core.types import Refusal
from huiying.store.models import Factor, Member
from huiying.store.second_factor import STRONG, must_have_one

PURPOSE = "authenticator app"
MOST = 10


def new_app_key() -> bytes:
    """A key for an app, 160 bits as RFC 4226 recommends."""
    return secrets.token_bytes(20)


@act("account.own")
def add_app(actor: Actor, *, key: bytes, code: str, name: str, now: datetime) -> Factor:
    """Add an authenticator app; the code that it shows proves that it has the key."""
    member = member_of(actor)
    _room(member)
    step = matching_step(key, code, now, 0)
    if step is None:
        raise Refusal("This is not the code that the app shows now. Check that the clock of the phone is right.")
    row = Factor.objects.create(
        member=member,
        kind="app",
        name=name.strip()[:100],
        secret=wrap(key, purpose=PURPOSE, about=f"member:{member.pk}"),
        counter=step,
        added_at=now,
    )
    write_of("factor_added", member, actor, now, kind="app", name=row.name)
    return row


@act("account.own")
def add_passkey(actor: Actor, *, credential: str, public: bytes, counter: int, name: str, now: datetime) -> Factor:
    """Add a passkey whose answer was checked; only its public half is kept."""
    member = member_of(actor)
    _room(member)
    if Factor.objects.filter(credential=credential).exists():
        raise Refusal("This passkey is here already.")
    row = Factor.objects.create(
        member=member, kind="passkey", name=name.strip()[:100], secret=public, credential=credential, counter=counter, added_at=now
    )
    write_of("factor_added", member, actor, now, kind="passkey", name=row.name)
    return row


def passkey_id(member: Member) -> str:
    """The random bytes by which a passkey knows the account, made when they are first needed."""
    if not member.passkey_id:
        member.passkey_id = secrets.token_urlsafe(32)
        member.save(update_fields=["passkey_id"])
    return member.passkey_id


@act("account.own")
def new_codes(actor: Actor, *, now: datetime) -> list[str]:
    """Recovery codes, shown once; those from before no longer work."""
    member = member_of(actor)
    if not Factor.objects.filter(member=member, kind__in=STRONG).exists():
        raise Refusal("Add an authenticator app or a passkey first: recovery codes stand in for one that is lost.")
    Factor.objects.filter(member=member, kind="code").delete()
    codes = [spell_code(secrets.token_bytes(16)) for _ in range(RECOVERY_CODES)]
    for code in codes:
        Factor.objects.create(member=member, kind="code", secret=code_digest(code).encode(), added_at=now)
    write_of("factor_added", member, actor, now, kind="code", count=len(codes))
    return codes


@act("account.own")
def drop_own_factor(actor: Actor, factor: Factor, *, now: datetime) -> None:
    """Take a factor of one's own away; not the last one where one's role needs one."""
    member = member_of(actor)
    if factor.member_id != member.pk:
        raise NotAllowed("This is not your own.")
    last = factor.kind in STRONG and Factor.objects.filter(member=member, kind__in=STRONG).count() == 1
    if last and must_have_one(member, now):
        raise Refusal("Your role needs a second factor, and this is your last one. Add another first.")
    kind, name = factor.kind, factor.name
    factor.delete()
    if last:
        Factor.objects.filter(member=member).delete()
    write_of("factor_dropped", member, actor, now, kind=kind, name=name)


@act("user.manage")
def drop_factors(actor: Actor, member: Member, *, reason: str, now: datetime) -> None:
    """Somebody lost every device and every code: take their second factors away, so that they can add new ones after the password."""
    not_oneself(actor, member)
    reason = reason_of(reason)
    count, _ = Factor.objects.filter(member=member).delete()
    write_of("factor_dropped", member, actor, now, kind="all", count=count, reason=reason)


def use_code(member: Member, typed: str, now: datetime) -> str:
    """Whether a typed code is that of the member's app or a recovery code: "app", "code" or "". Each works once.

    Runs in the transaction of its caller, which holds the write lock: the same code sent twice at once works once.
    """
    for app in Factor.objects.filter(member=member, kind="app").order_by("id"):
        key = unwrap(bytes(app.secret), purpose=PURPOSE, about=f"member:{member.pk}")
        step = matching_step(key, typed, now, app.counter)
        if step is not None:
            app.counter, app.used_at = step, now
            app.save(update_fields=["counter", "used_at"])
            return "app"
    wanted = code_digest(typed)
    for row in Factor.objects.filter(member=member, kind="code"):
        if secrets.compare_digest(bytes(row.secret).decode(), wanted):
            row.delete()
            left = Factor.objects.filter(member=member, kind="code").count()
            write_of("recovery_code_used", member, Actor.staff(member), now, left=left)
            return "code"
    return ""


def used_passkey(factor: Factor, *, counter: int, now: datetime) -> None:
    """A passkey answered rightly. A counter that went back is the sign of a copied device."""
    if factor.counter and counter and counter <= factor.counter:
        raise Refusal("This passkey answered as a copy would. Use another way to sign in, and tell the administrator.")
    factor.counter, factor.used_at = counter, now
    factor.save(update_fields=["counter", "used_at"])


def _room(member: Member) -> None:
    if Factor.objects.filter(member=member, kind__in=STRONG).count() >= MOST:
        raise Refusal("There are %(most)d apps and passkeys already. Drop one first.", most=MOST)
