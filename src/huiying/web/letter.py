"""The text of a notification, in the language of its channel: what happened, why it is a warning, and what to do now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from huiying import settings
from huiying.core.case.duties import Rule
from huiying.core.types import Level
from huiying.publish.notify.link import LASTS, make
from huiying.publish.notify.send import Message
from huiying.store.models import Department, Desk, DutyTimer, Notice, Warning
from huiying.web import told, words
from huiying.web.limits import rule_words
from huiying.web.templatetags.desk import spell
from huiying.web.zone import desk_zone

REASONS = 3
TITLE = 120


def site() -> str:
    """The address under which staff reach the desk."""
    public = settings.value("HUIYING_PUBLIC_URL").rstrip("/")
    return public or f"http://{settings.value('HUIYING_HOST')}:{settings.value('HUIYING_PORT')}"


def letter(notices: Sequence[Notice], now: datetime) -> Message:
    """One message for one or several notifications of one channel, the gravest first."""
    channel, zone = notices[0].channel, desk_zone()
    with override(channel.lang):
        blocks = [block(notice, zone, now) for notice in notices]
        body_name = next((words.named(desk) for desk in Desk.objects.all()), "")
        foot = _("Sent by the duty desk to its own staff. Please do not pass the link to acknowledge on: it is yours alone.")
        return Message(title=subject(notices), body="\n\n".join([*blocks, f"{body_name}\n{foot}".strip()]))


def subject(notices: Sequence[Notice]) -> str:
    """One line: level in shape and word, and the story or the case; or how many there are."""
    level = _level(notices[0])
    title = _title(notices[0])
    if len(notices) > 1:
        said = ngettext("%(level)s: %(title)s, and %(n)d more warning", "%(level)s: %(title)s, and %(n)d more warnings", len(notices) - 1)
        if any(notice.timer is not None for notice in notices):
            said = _("%(level)s: %(title)s, and further: %(n)d")
        return said % {"level": level, "title": title, "n": len(notices) - 1}
    if notices[0].batch.startswith("digest:"):
        return _("Digest: %(level)s: %(title)s") % {"level": level, "title": title}
    return _("%(level)s: %(title)s") % {"level": level, "title": title}


def _level(notice: Notice) -> str:
    level = Level(notice.warning.level if notice.warning is not None else notice.level)
    return f"{words.SHAPES[level]} {words.word(words.LEVELS, level)}"


def _title(notice: Notice) -> str:
    if notice.timer is not None:
        return f"{words.word(words.TIMERS, notice.timer.name)} · {notice.timer.case.title}"[:TITLE]
    return notice.warning.story.title[:TITLE] if notice.warning is not None else ""


def block(notice: Notice, zone: ZoneInfo, now: datetime) -> str:
    """Everything about one warning, or one duty."""
    if notice.timer is not None:
        return _of_timer(notice, notice.timer, zone, now)
    row, member = notice.warning, notice.channel.member
    assert row is not None  # a notification is of one or the other
    lines = [
        f"{_level(notice)} · {_title(notice)}",
        _("You are told because %(cause)s.") % {"cause": words.word(told.CAUSES, notice.cause)},
        *_facts(row, zone),
    ]
    if member is not None and member.may("warning.acknowledge"):
        link = site() + reverse("acknowledge_link", args=[make(row, member, now)])
        lines.append(_("Acknowledge (for you alone, until %(time)s): %(link)s") % {"time": _local(now + LASTS, zone), "link": link})
    lines.append(_("Everything about it: %(link)s") % {"link": site() + reverse("warning", args=[row.pk])})
    return "\n".join(lines)


def _of_timer(notice: Notice, timer: DutyTimer, zone: ZoneInfo, now: datetime) -> str:
    late = now > timer.due_at
    left = (_("late by %(time)s") if late else _("%(time)s left")) % {"time": spell(now - timer.due_at if late else timer.due_at - now)}
    lines = [
        f"{_level(notice)} · {_title(notice)}",
        _("You are told because %(cause)s.") % {"cause": words.word(told.CAUSES, notice.cause)},
        _("Due: %(time)s (%(left)s)") % {"time": _local(timer.due_at, zone), "left": left},
        _("By: %(rule)s") % {"rule": rule_words(msgspec.convert(timer.rule, Rule))},
    ]
    if timer.about != timer.case.title:
        lines.append(_("About: %(about)s") % {"about": timer.about[:TITLE]})
    lines.append(_("Everything about it: %(link)s") % {"link": site() + timer.href})
    return "\n".join(lines)


def _facts(row: Warning, zone: ZoneInfo) -> list[str]:
    place = (row.watch.place if row.watch else "") or row.story.place
    lead = Department.objects.filter(name_zh=row.route.get("department", "")).first()
    found = [
        _("Place: %(place)s") % {"place": place} if place else "",
        _("Why: %(reasons)s") % {"reasons": reasons(row)} if row.reasons else "",
        _("First seen: %(time)s") % {"time": _local(row.first_public_at, zone)},
        _("Lead: %(department)s") % {"department": words.named(lead)} if lead else "",
    ]
    return [line for line in found if line]


def reasons(row: Warning) -> str:
    """The parts that add most to the score, in words."""
    parts = sorted((part for part in row.reasons if part.get("weight", 0.0) > 0), key=lambda part: (-part["weight"], part["name"]))
    said = []
    for part in parts[:REASONS]:
        name, detail = words.part(part["name"], part.get("detail", ""))
        said.append(_("%(name)s (%(detail)s)") % {"name": name, "detail": detail} if detail else name)
    return _("; ").join(said)


def _local(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
