"""Setting up the desk: the body, departments, staff and their keys."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from huiying.actions.actor import Actor
from huiying.actions.recording import act, write
from huiying.core.case.calendar import kind_for
from huiying.core.roles import Role
from huiying.core.types import Refusal
from huiying.core.warn.category import Category
from huiying.core.warn.digest import read_times
from huiying.core.warn.quiet import read_hours
from huiying.core.warn.route import Playbook
from huiying.store.convert import builtins
from huiying.store.models import Department, Desk, Member, Token

MOST_STEPS, LONGEST_STEP = 12, 300


@act("user.manage")
def set_up(actor: Actor, *, name_zh: str, name_en: str, zone: str, places: Sequence[str], now: datetime) -> Desk:
    """Name the body, its zone and the places that are its own."""
    if not name_zh.strip() or not name_en.strip():
        raise Refusal("The body needs a name in Chinese and in English.")
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError) as error:
        raise Refusal("%(zone)s is not a time zone; write one like Asia/Shanghai.", zone=zone) from error
    values = {"name_zh": name_zh.strip(), "name_en": name_en.strip(), "zone": zone, "places": list(places)}
    begun = {**values, "calendar": kind_for(zone).value}
    row, _ = Desk.objects.update_or_create(id=1, defaults=values, create_defaults=begun)
    write("desk_configured", actor=actor, now=now, subject="desk", **values)
    return row


@act("user.manage")
def set_playbooks(actor: Actor, *, playbooks: Sequence[Playbook], now: datetime) -> None:
    """What the desk agreed on beforehand: who leads in which kind of warning, and the first steps."""
    desk = Desk.objects.first()
    if desk is None:
        raise Refusal("The body needs a name in Chinese and in English.")
    for playbook in playbooks:
        if not Department.objects.filter(name_zh=playbook.department).exists():
            raise Refusal("There is no department named %(name)s.", name=playbook.department)
        if not (playbook.topics or playbook.places):
            raise Refusal("The playbook %(name)s fits nothing: give it topics or places.", name=playbook.name)
    desk.playbooks = builtins(playbooks)
    desk.save(update_fields=["playbooks"])
    write("desk_configured", actor=actor, now=now, subject="desk", playbooks=desk.playbooks)


@act("playbook.manage")
def set_playbook(actor: Actor, *, category: str, department: Department, steps: Sequence[str], now: datetime) -> Playbook:
    """Who leads in one of the eleven kinds of concern, and the first steps; it takes the place of the desk's earlier one for that kind."""
    desk = Desk.objects.first()
    if desk is None:
        raise Refusal("The body needs a name in Chinese and in English.")
    if category not in set(Category):
        raise Refusal(
            "%(category)s is not a kind of concern; the kinds are %(categories)s.", category=category, categories=", ".join(Category)
        )
    wanted = tuple(step.strip() for step in steps if step.strip())
    if not wanted or len(wanted) > MOST_STEPS or any(len(step) > LONGEST_STEP for step in wanted):
        raise Refusal("A playbook has 1 to %(most)d steps of at most %(longest)d characters.", most=MOST_STEPS, longest=LONGEST_STEP)
    rows = msgspec.convert(desk.playbooks, list[Playbook])
    before = next((row for row in rows if row.topics == (category,) and not row.places), None)
    made = Playbook(name=before.name if before else category, department=department.name_zh, steps=wanted, topics=(category,))
    if before is None:
        rows.append(made)
    else:
        rows[rows.index(before)] = msgspec.structs.replace(before, department=made.department, steps=wanted)
    desk.playbooks = builtins(rows)
    desk.save(update_fields=["playbooks"])
    write(
        "playbook_changed",
        actor=actor,
        now=now,
        subject=f"playbook:{category}",
        category=category,
        department=department.name_zh,
        steps=list(wanted),
        before=builtins(before) if before else None,
    )
    return made


@act("user.manage")
def set_hours(actor: Actor, *, quiet_from: str, quiet_until: str, digest_at: Sequence[str], now: datetime) -> None:
    """Quiet hours, which hold blue and yellow back until they end, and when the digest of blue is sent. Empty: none."""
    desk = Desk.objects.first()
    if desk is None:
        raise Refusal("The body needs a name in Chinese and in English.")
    quiet, times = read_hours(quiet_from, quiet_until), read_times(digest_at)
    desk.quiet_from, desk.quiet_until = (f"{quiet.begin:%H:%M}", f"{quiet.end:%H:%M}") if quiet else ("", "")
    desk.digest_at = [f"{at:%H:%M}" for at in times]
    desk.save(update_fields=["quiet_from", "quiet_until", "digest_at"])
    write(
        "desk_configured",
        actor=actor,
        now=now,
        subject="desk",
        quiet=f"{desk.quiet_from}-{desk.quiet_until}" if quiet else "",
        digest=", ".join(desk.digest_at),
    )


@act("user.manage")
def add_department(actor: Actor, *, name_zh: str, name_en: str, now: datetime) -> Department:
    """A department by its two names; adding it again changes nothing."""
    found = Department.objects.filter(name_zh=name_zh).first()
    if found:
        return found
    row = Department.objects.create(name_zh=name_zh, name_en=name_en or name_zh)
    write("desk_configured", actor=actor, now=now, subject=f"department:{row.pk}", name_zh=row.name_zh, name_en=row.name_en)
    return row


def read_roles(names: Sequence[str]) -> list[Role]:
    """Roles by name. Administration and acting in cases are kept apart."""
    try:
        roles = [Role(name) for name in names]
    except ValueError as error:
        raise Refusal("%(name)s is not a role; the roles are %(roles)s.", name=str(error).split("'")[1], roles=", ".join(Role)) from error
    if not roles:
        raise Refusal("A member of staff needs at least one role; the roles are %(roles)s.", roles=", ".join(Role))
    if Role.ADMIN in roles and len(roles) > 1:
        raise Refusal("An administrator configures and cannot act in cases: give the role admin alone.")
    return roles


@act("user.manage")
def add_member(
    actor: Actor, *, username: str, name: str, roles: Sequence[str], department: Department | None, password: str, now: datetime
) -> Member:
    """An account for a member of staff. The password is checked and only its hash kept."""
    wanted = read_roles(roles)
    if Member.objects.filter(username=username).exists():
        raise Refusal("There is already an account named %(username)s.", username=username)
    if {Role.DEPT, Role.DEPT_HEAD} & set(wanted) and department is None:
        raise Refusal("A department's contact or head needs a department.")
    row = Member(username=username, name=name or username, roles=[role.value for role in wanted], department=department)
    try:
        validate_password(password, row)
    except ValidationError as error:
        raise Refusal("The password will not do: %(why)s", why=" ".join(error.messages)) from error
    row.set_password(password)
    row.save()
    write(
        "user_added",
        actor=actor,
        now=now,
        subject=f"member:{row.pk}",
        username=username,
        roles=row.roles,
        department=department.name_zh if department else "",
    )
    return row


@act("user.manage")
def issue_token(actor: Actor, member: Member, *, now: datetime) -> str:
    """A key for the programming interface; it is shown once and only its SHA-256 is kept."""
    key = secrets.token_urlsafe(32)
    Token.objects.create(member=member, digest=hashlib.sha256(key.encode()).hexdigest(), made_at=now)
    write("token_issued", actor=actor, now=now, subject=f"member:{member.pk}", username=member.username)
    return key
