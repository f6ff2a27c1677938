"""The outbox of notifications: filled from the record, emptied by the worker. What stands in it outlives every crash.

An entry of the record becomes its notifications and is marked as done in one transaction, so none is lost and none is made twice. A message
is marked as sent after its channel took it: a crash in between sends it a second time, never not at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from huiying.actions.actor import TIMER
from huiying.actions.recording import write
from huiying.core.case.escalation import HIGHER, Told
from huiying.core.case.rota import rings_first
from huiying.core.roles import GRANTS, Role
from huiying.core.types import Level
from huiying.core.warn.dispatch import Hours, leaving, next_try
from huiying.core.warn.escalate import ROLES, Stage, told
from huiying.store import models
from huiying.store.duty import ringing_first
from huiying.store.ringing import RINGING, hours_of, silences_on

CAUSES = {
    "warning_raised": "raised",
    "warning_level_changed": "risen",
    "warning_uninhibited": "raised",
    "warning_repeated": "repeated",
    "warning_escalated": "escalated",
    "timer_step": "running",
}
OPEN = ("queued", "failed")
AT_ONCE = 500


@dataclass(frozen=True)
class Parcel:
    """One message to be sent: its channel and the notifications in it, gravest first."""

    channel: models.NoticeChannel
    notices: tuple[models.Notice, ...]


def addressed(channel: models.NoticeChannel, stage: Stage, lead: str) -> bool:
    """Whether a channel is for a warning at this stage. `lead` is the Chinese name of the department that leads."""
    if channel.member is not None:
        member = channel.member
        own = member.department is not None and member.department.name_zh == lead
        return member.is_active and told(stage, member.role_set, of_lead_department=own)
    if channel.department is not None:
        return stage is Stage.OWNER and channel.department.name_zh == lead
    return channel.role in ROLES[stage]


def owed(channel: models.NoticeChannel, timer: models.DutyTimer, told: Told) -> bool:
    """Whether a channel is to hear of a duty that runs out of time: its owner's, or that of the role above."""
    if told is not Told.OWNER:
        role, member = HIGHER[told], channel.member
        return channel.role == role.value or (member is not None and member.is_active and role in member.role_set)
    roles = owners(timer)
    if channel.member is not None:
        member = channel.member
        named = (timer.only is None or member.pk in timer.only) and member.pk not in timer.never
        own = timer.department_id is None or timer.department_id == member.department_id
        return member.is_active and named and own and not roles.isdisjoint(member.role_set)
    if channel.department is not None:
        return timer.department_id == channel.department_id
    return timer.only is None and timer.department_id is None and channel.role in {role.value for role in roles}


def owners(timer: models.DutyTimer) -> frozenset[Role]:
    """The roles whose turn a duty is. What everybody may do, like reporting to superiors, is the turn of those on duty."""
    roles = frozenset(role for role, granted in GRANTS.items() if timer.permission in granted)
    return frozenset({Role.DUTY}) if Role.DEPT in roles and Role.DUTY in roles else roles


def fill(now: datetime) -> int:
    """Put notifications for new entries of the record into the outbox. Returns how many."""
    mark = models.NoticeMark.objects.get()
    if not models.Entry.objects.filter(id__gt=mark.event, type__in=CAUSES).exists():
        return 0
    with transaction.atomic():
        entries = list(models.Entry.objects.filter(id__gt=mark.event, type__in=CAUSES).order_by("id")[:AT_ONCE])
        channels = list(models.NoticeChannel.objects.filter(active=True).select_related("member__department", "department").order_by("id"))
        hours = hours_of()
        count = sum((_tell_step if entry.type == "timer_step" else _tell)(entry, channels, hours, now) for entry in entries)
        mark.event = entries[-1].id
        mark.save()
    return count


def _tell(entry: models.Entry, channels: Sequence[models.NoticeChannel], hours: Hours, now: datetime) -> int:
    row = models.Warning.objects.filter(pk=int(entry.subject.partition(":")[2])).select_related("watch").first()
    if row is None or row.state not in RINGING or row.repeat_at is None:
        return 0
    data = json.loads(entry.data)
    reached = [stage for stage in Stage if stage.rank <= Stage(row.stage).rank]
    stages = [Stage(data["to"])] if "to" in data else reached
    lead = row.route.get("department", "")
    place, topics = (row.watch.place, row.watch.topics) if row.watch else ("", [])
    out = leaving(Level(row.level), now, hours, warning=row.pk, place=place, topics=topics)
    count = 0
    first = {stage: ringing_first(now, ROLES[stage]) for stage in stages}
    for channel in channels:
        stage = next((stage for stage in stages if addressed(channel, stage, lead) and _first(channel, stage, first[stage], entry)), None)
        if stage is None:
            continue
        waiting = channel.notices.filter(warning=row, state__in=OPEN)
        if waiting.filter(level=row.level, due_at__lte=out.at).exists():
            continue  # it is about to be told there anyway
        waiting.update(state="lapsed")
        models.Notice.objects.create(
            event=entry.id,
            cause=CAUSES[entry.type],
            warning=row,
            channel=channel,
            level=row.level,
            stage=stage.value,
            batch=out.batch[:500],
            made_at=now,
            due_at=out.at,
        )
        count += 1
    return count


def _first(channel: models.NoticeChannel, stage: Stage, holding: Sequence[int], entry: models.Entry) -> bool:
    """Whether it is this person's turn: those on duty hear of a warning first, the others of their role when it is said again."""
    member = channel.member
    if member is None or ROLES[stage].isdisjoint(member.role_set):
        return True  # a group's channel, or the department that leads
    return rings_first(member.pk, holding, again=entry.type == "warning_repeated")


def _tell_step(entry: models.Entry, channels: Sequence[models.NoticeChannel], hours: Hours, now: datetime) -> int:
    """A step of a duty's time: each channel hears of it once, as the first for which it is told."""
    data = json.loads(entry.data)
    timer = models.DutyTimer.objects.filter(pk=data["duty"], ended_at=None).select_related("case").first()
    if timer is None:
        return 0
    told = [Told(name) for name in data["to"]]
    holding = ringing_first(now, owners(timer)) if timer.only is None else []
    # a deadline is no news for tomorrow's digest: blue leaves as yellow does
    level = max(Level(timer.case.level), Level.YELLOW, key=lambda level: level.rank)
    out = leaving(level, now, hours, warning=0)
    count = 0
    for channel in channels:
        to = next((one for one in told if owed(channel, timer, one)), None)
        if to is None or (to is Told.OWNER and channel.member is not None and not rings_first(channel.member.pk, holding, again=False)):
            continue
        models.Notice.objects.create(
            event=entry.id,
            cause="overdue" if data["step"] >= 100 else "running",
            timer=timer,
            channel=channel,
            level=level.value,
            stage=to.value,
            batch=f"timer:{timer.pk}" if out.at <= now else out.batch[:500],
            made_at=now,
            due_at=out.at,
        )
        count += 1
    return count


def pick(now: datetime, *, busy: Iterable[int] = ()) -> list[Parcel]:
    """What is to be sent now, at most one message a channel. What has become needless leaves the outbox first."""
    due = models.Notice.objects.filter(state__in=OPEN, due_at__lte=now).exclude(channel__in=list(busy))
    batches = set(due.values_list("channel_id", "batch"))
    if not batches:
        return []
    parcels: dict[int, list[tuple[models.Notice, ...]]] = {}
    with transaction.atomic():
        for channel, batch in sorted(batches):
            rows = models.Notice.objects.filter(channel=channel, batch=batch, state__in=OPEN)
            rows = rows.select_related(
                "channel__member", "channel__department", "warning__story", "warning__watch", "timer__case"
            ).order_by("id")
            found = _still_needed(list(rows), now)
            if found:
                parcels.setdefault(channel, []).append(tuple(sorted(found, key=lambda notice: (-Level(notice.level).rank, notice.pk))))
    chosen = [min(found, key=lambda parcel: (-Level(parcel[0].level).rank, parcel[0].pk)) for found in parcels.values()]
    return [Parcel(parcel[0].channel, parcel) for parcel in chosen]


def _still_needed(notices: list[models.Notice], now: datetime) -> list[models.Notice]:
    silenced = silences_on([notice.warning for notice in notices if notice.warning is not None], now)
    needed = []
    for notice in notices:
        if _over(notice):
            notice.state = "lapsed"
        elif notice.warning_id in silenced:
            notice.state = "silenced"
        else:
            needed.append(notice)
            continue
        notice.save(update_fields=["state"])
    return needed


def _over(notice: models.Notice) -> bool:
    """Whether nobody needs to hear of it any more."""
    if notice.warning is not None:
        return notice.warning.state not in RINGING
    return notice.timer is None or notice.timer.ended_at is not None


def sent(parcel: Parcel, now: datetime) -> None:
    """The channel took the message."""
    with transaction.atomic():
        models.NoticeChannel.objects.filter(pk=parcel.channel.pk).update(sent_at=now, failures=0, trouble="")
        for notice in parcel.notices:
            notice.state, notice.sent_at, notice.tries, notice.trouble = "sent", now, notice.tries + 1, ""
            notice.save(update_fields=["state", "sent_at", "tries", "trouble"])
            _note("notice_sent", notice, now)


def failed(parcel: Parcel, trouble: str, now: datetime) -> None:
    """The message could not be sent; it is tried again later, at last given up. Only the first failure is an entry, and the giving up."""
    with transaction.atomic():
        channel = models.NoticeChannel.objects.get(pk=parcel.channel.pk)
        channel.failures, channel.failed_at, channel.trouble = channel.failures + 1, now, trouble[:300]
        channel.save(update_fields=["failures", "failed_at", "trouble"])
        for notice in parcel.notices:
            notice.tries, notice.trouble = notice.tries + 1, trouble[:300]
            again = next_try(now, notice.tries)
            notice.state, notice.due_at = ("given_up", notice.due_at) if again is None else ("failed", again)
            notice.save(update_fields=["state", "due_at", "tries", "trouble"])
            if again is None or notice.tries == 1:
                _note("notice_given_up" if again is None else "notice_failed", notice, now, trouble=notice.trouble)


def _note(type: str, notice: models.Notice, now: datetime, **more: object) -> None:
    facts = {"channel": notice.channel.name, "kind": notice.channel.kind, "to": notice.stage, "cause": notice.cause, "level": notice.level}
    subject = f"warning:{notice.warning_id}" if notice.timer is None else f"case:{notice.timer.case_id}"
    write(type, actor=TIMER, now=now, subject=subject, notice=notice.pk, **facts, **more)
