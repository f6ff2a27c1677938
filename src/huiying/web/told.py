"""Who was told of a warning, when, by which channel, and whether it arrived; and how the channels fare."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from huiying.core.warn.escalate import Stage
from huiying.store.models import NoticeChannel, Silence, Warning
from huiying.store.ringing import RINGING, silences_on
from huiying.web import words
from huiying.web.templatetags.desk import person

SHOWN = 60

CAUSES = {
    "raised": words.N("it was raised"),
    "risen": words.N("it rose"),
    "repeated": words.N("it was said again"),
    "escalated": words.N("it was passed up"),
    "running": words.N("its time is running out"),
    "overdue": words.N("its time is over"),
}
STATES = {
    "queued": words.N("waits to be sent"),
    "sent": words.N("sent"),
    "failed": words.N("not sent yet, tried again"),
    "given_up": words.N("not sent, given up"),
    "lapsed": words.N("not needed any more"),
    "silenced": words.N("held by a silence"),
}
STAGES: dict[str, str] = {
    Stage.OWNER: words.N("those on duty and the department that leads"),
    Stage.LEAD: words.N("the duty lead"),
    Stage.LEADER: words.N("the leader"),
    "auditor": words.N("the auditor"),
}
KINDS = {"mail": words.N("e-mail"), "chat": words.N("chat group")}
NOT_SENT = {
    "not_set": words.N("Its address is not in the environment. Set it in huiying.env and start the worker again."),
    "not_registered": words.N("It is not on the register of active channels."),
    "not_a_staff_channel": words.N("Its address is not that of a mail server or a chat group for staff."),
    "not_an_address": words.N("Its address in the environment cannot be read."),
    "not_taken": words.N("The other side did not take it."),
}


@dataclass(frozen=True)
class Told:
    """One notification of one warning."""

    who: str
    channel: str
    cause: str
    state: str
    how: str
    at: datetime
    trouble: str


@dataclass(frozen=True)
class Channel:
    """A registered channel in words."""

    row: NoticeChannel
    kind: str
    who: str
    trouble: str


def whose(channel: NoticeChannel) -> str:
    """Who reads a channel, in words."""
    if channel.member is not None:
        return person(channel.member.name)
    return words.named(channel.department) if channel.department else words.word(words.ROLES, channel.role)


def trouble(text: str) -> str:
    """Why something could not be sent: our own reasons in words, others as the other side put them."""
    if not text or text in NOT_SENT:
        return words.word(NOT_SENT, text) if text else ""
    return _("The other side did not take it: %(why)s") % {"why": text}


def of_warning(row: Warning) -> list[Told]:
    """What was told of one warning, the newest first."""
    notices = row.notices.select_related("channel__member", "channel__department").order_by("-id")[:SHOWN]
    return [
        Told(
            who=whose(notice.channel),
            channel=_("%(kind)s %(name)s") % {"kind": words.word(KINDS, notice.channel.kind), "name": notice.channel.name},
            cause=words.word(CAUSES, notice.cause),
            state=notice.state,
            how=words.word(STATES, notice.state),
            at=notice.sent_at or (notice.due_at if notice.state in ("queued", "failed") else notice.made_at),
            trouble=trouble(notice.trouble),
        )
        for notice in notices
    ]


def channels() -> list[Channel]:
    """The register of ways to notify staff."""
    rows = NoticeChannel.objects.select_related("member", "department").order_by("id")
    return [Channel(row, words.word(KINDS, row.kind), whose(row), trouble(row.trouble)) for row in rows]


def failing() -> list[Channel]:
    """The channels whose last notification did not arrive."""
    return [channel for channel in channels() if channel.row.active and channel.row.failures]


def reached(row: Warning) -> str:
    """How far up a warning that nobody acknowledged has gone; nothing where it is with those on duty."""
    return words.word(STAGES, row.stage) if row.state in RINGING and row.stage != Stage.OWNER else ""


@dataclass(frozen=True)
class Ringing:
    """A warning that rings on the board: `mark` changes whenever it is said again."""

    row: Warning
    mark: str
    reached: str


def ringing(now: datetime) -> tuple[list[Ringing], list[tuple[Warning, Silence]]]:
    """The orange and red warnings that nobody has acknowledged, gravest first; and every waiting warning that a silence keeps quiet."""
    rows = list(
        Warning.objects.filter(state__in=RINGING, repeat_at__isnull=False).select_related("story", "watch").order_by("rung_at", "id")
    )
    hushed = silences_on(rows, now)
    loud = [row for row in rows if row.pk not in hushed and row.level in ("orange", "red")]
    loud.sort(key=lambda row: row.level != "red")
    marked = [Ringing(row, f"{row.pk}-{row.level}-{row.stage}-{row.repeats}", reached(row)) for row in loud]
    return marked, [(row, hushed[row.pk]) for row in rows if row.pk in hushed]
