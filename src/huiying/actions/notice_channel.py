"""The register of ways to notify staff. Nobody outside the body can stand on it."""

from __future__ import annotations

import re
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from huiying.actions.actor import Actor
from huiying.actions.recording import act, write
from huiying.core.roles import Role
from huiying.core.types import Refusal
from huiying.store.models import Department, Member, NoticeChannel

MAIL_SETTING = "HUIYING_NOTIFY_MAIL"
_SETTING = re.compile(r"HUIYING_NOTIFY_[A-Z0-9_]{1,60}")
LANGUAGES = ("zh-hans", "en")


@act("user.manage")
def add_mailbox(actor: Actor, *, member: Member, address: str, lang: str = "zh-hans", now: datetime) -> NoticeChannel:
    """The mailbox of one member. The address is kept beside the member, not in the record."""
    address = address.strip()
    try:
        validate_email(address)
    except ValidationError as error:
        raise Refusal("%(text)s is not an e-mail address.", text=address[:100]) from error
    if not member.is_active:
        raise Refusal("%(name)s has no active account, so nothing is sent there.", name=member.username)
    return _add(actor, NoticeChannel(kind="mail", name=member.username, address=address, member=member, lang=lang), now)


@act("user.manage")
def add_chat(
    actor: Actor, *, name: str, setting: str, role: str = "", department: Department | None = None, lang: str = "zh-hans", now: datetime
) -> NoticeChannel:
    """A chat group of those with one role, or of one department. `setting` names the environment variable that holds its secret address."""
    name = name.strip()
    if not name:
        raise Refusal("A chat group needs a name under which it stands in the register.")
    if not _SETTING.fullmatch(setting.strip()) or setting.strip() == MAIL_SETTING:
        raise Refusal(
            "%(text)s cannot name the address of a chat group. The address is a secret: write it into the environment as "
            "HUIYING_NOTIFY_ and a word in capital letters, and give that name here.",
            text=setting.strip()[:80],
        )
    if bool(role) == (department is not None):
        raise Refusal("A chat group belongs either to a role or to a department: give one of the two.")
    if role and role not in set(Role):
        raise Refusal("%(name)s is not a role; the roles are %(roles)s.", name=role, roles=", ".join(Role))
    row = NoticeChannel(kind="chat", name=name[:100], address=setting.strip(), role=role, department=department, lang=lang)
    return _add(actor, row, now)


def _add(actor: Actor, row: NoticeChannel, now: datetime) -> NoticeChannel:
    if row.lang not in LANGUAGES:
        raise Refusal("Notifications are written in %(languages)s.", languages=", ".join(LANGUAGES))
    if NoticeChannel.objects.filter(name=row.name).exists():
        raise Refusal("%(name)s is on the register of notifications already.", name=row.name)
    row.added_at = now
    row.save()
    write(
        "notice_channel_added",
        actor=actor,
        now=now,
        subject=f"notice_channel:{row.pk}",
        name=row.name,
        kind=row.kind,
        member=row.member.username if row.member else "",
        role=row.role,
        department=row.department.name_zh if row.department else "",
    )
    return row


@act("user.manage")
def set_channel_active(actor: Actor, channel: NoticeChannel, *, active: bool, now: datetime) -> None:
    """Pause or resume a way to notify staff. What was to go out there lapses with it."""
    channel.active = active
    channel.failures, channel.trouble = 0, ""
    channel.save(update_fields=["active", "failures", "trouble"])
    if not active:
        channel.notices.filter(state__in=("queued", "failed")).update(state="lapsed")
    write("notice_channel_changed", actor=actor, now=now, subject=f"notice_channel:{channel.pk}", name=channel.name, active=active)
