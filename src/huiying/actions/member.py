"""People of the desk: their roles, their leaving and coming back, and a new password when the old one is lost."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from huiying.actions.account import not_oneself, reason_of, write_of
from huiying.actions.actor import Actor
from huiying.actions.desk import read_roles
from huiying.actions.recording import act, member_of, write
from huiying.actions.sign_in import end_all
from huiying.core.account import code_digest, spell_code
from huiying.core.roles import Role
from huiying.core.types import Refusal
from huiying.store.models import Department, Desk, Member, Token

RESET_HOURS = 24


@act("user.manage")
def change_member(actor: Actor, member: Member, *, roles: Sequence[str], department: Department | None, reason: str, now: datetime) -> None:
    """Give a member other roles or another department. Nobody changes their own, and one administrator stays."""
    not_oneself(actor, member)
    reason = reason_of(reason)
    wanted = read_roles(roles)
    if {Role.DEPT, Role.DEPT_HEAD} & set(wanted) and department is None:
        raise Refusal("A department's contact or head needs a department.")
    if Role.ADMIN not in wanted:
        _one_stays(member)
    before, before_department = list(member.roles), member.department.name_zh if member.department else ""
    member.roles, member.department = [role.value for role in wanted], department
    member.save(update_fields=["roles", "department"])
    write_of(
        "user_changed",
        member,
        actor,
        now,
        roles=member.roles,
        before=before,
        department=department.name_zh if department else "",
        before_department=before_department,
        reason=reason,
    )


@act("user.manage")
def close_account(actor: Actor, member: Member, *, reason: str, now: datetime) -> None:
    """Somebody left, or must not sign in for now: sessions and tokens end at once. What they did stays on the record."""
    not_oneself(actor, member)
    reason = reason_of(reason)
    if not member.is_active:
        raise Refusal("The account of %(name)s is closed already.", name=member.username)
    _one_stays(member)
    member.is_active, member.left_at, member.reset_digest = False, now, ""
    member.save(update_fields=["is_active", "left_at", "reset_digest"])
    sessions = end_all(member)
    tokens = Token.objects.filter(member=member, ended_at=None).update(ended_at=now)
    write_of("user_closed", member, actor, now, reason=reason, sessions=sessions, tokens=tokens)


@act("user.manage")
def reopen_account(actor: Actor, member: Member, *, reason: str, now: datetime) -> None:
    """Open a closed account again. Its tokens stay ended."""
    reason = reason_of(reason)
    if member.is_active:
        raise Refusal("The account of %(name)s is open already.", name=member.username)
    member.is_active, member.left_at = True, None
    member.save(update_fields=["is_active", "left_at"])
    write_of("user_reopened", member, actor, now, reason=reason)


@act("user.manage")
def reset_password(actor: Actor, member: Member, *, reason: str, now: datetime) -> str:
    """A one-time code, shown once, with which the member chooses a new password. Until then the old one holds; second factors stay."""
    not_oneself(actor, member)
    reason = reason_of(reason)
    if not member.is_active:
        raise Refusal("The account of %(name)s is closed already.", name=member.username)
    code = spell_code(secrets.token_bytes(16))
    member.reset_digest, member.reset_until = code_digest(code), now + timedelta(hours=RESET_HOURS)
    member.save(update_fields=["reset_digest", "reset_until"])
    write_of("password_reset", member, actor, now, reason=reason, until=member.reset_until.isoformat())
    return code


def code_fits(member: Member, code: str, now: datetime) -> bool:
    """Whether this is the member's one-time code and still good. Asked before the act, so that guesses of a stranger are no entries."""
    good = bool(member.reset_digest) and secrets.compare_digest(member.reset_digest, code_digest(code))
    return good and member.reset_until is not None and now <= member.reset_until


@act("account.own")
def choose_password(actor: Actor, *, code: str, password: str, now: datetime) -> None:
    """A new password with a one-time code. Every session ends."""
    member = member_of(actor)
    if not code_fits(member, code, now):
        raise Refusal("The user name or the code is wrong, or the code is older than a day. Ask the administrator for a new one.")
    _set_password(member, password, now, actor, by_code=True, keep="")


@act("account.own")
def change_password(actor: Actor, *, old: str, password: str, session: str, now: datetime) -> None:
    """A new password of one's own; every session but `session`, this one, ends."""
    member = member_of(actor)
    if not member.check_password(old):
        raise Refusal("The password is not the one you sign in with.")
    _set_password(member, password, now, actor, by_code=False, keep=session)


def _set_password(member: Member, password: str, now: datetime, actor: Actor, *, by_code: bool, keep: str) -> None:
    try:
        validate_password(password, member)
    except ValidationError as error:
        raise Refusal("The password will not do: %(why)s", why=" ".join(error.messages)) from error
    member.set_password(password)
    member.reset_digest, member.reset_until = "", None
    member.save(update_fields=["password", "reset_digest", "reset_until"])
    ended = end_all(member, keep=keep)
    write_of("password_set", member, actor, now, by_code=by_code, sessions=ended)


@act("user.manage")
def set_second_factor(actor: Actor, *, roles: Sequence[str], since: date | None, now: datetime) -> None:
    """Who must sign in with a second factor, and from which day on. No day: it is recommended and required of nobody."""
    desk = Desk.objects.first()
    if desk is None:
        raise Refusal("The body needs a name in Chinese and in English.")
    unknown = [name for name in roles if name not in set(Role)]
    if unknown:
        raise Refusal("%(name)s is not a role; the roles are %(roles)s.", name=unknown[0], roles=", ".join(Role))
    desk.second_factor, desk.second_factor_from = [role.value for role in Role if role.value in set(roles)], since
    desk.save(update_fields=["second_factor", "second_factor_from"])
    told = since.isoformat() if since else ""
    write("desk_configured", actor=actor, now=now, subject="desk", second_factor=desk.second_factor, second_factor_from=told)


def _one_stays(member: Member) -> None:
    """Without an administrator nobody could let anybody in again."""
    if Role.ADMIN not in member.role_set:
        return
    others = Member.objects.filter(is_active=True).exclude(pk=member.pk)
    if not any(Role.ADMIN in other.role_set for other in others):
        raise Refusal("%(name)s is the last administrator. Make somebody else an administrator first.", name=member.username)
