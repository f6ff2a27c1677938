"""The timer of warnings: said again while nobody acknowledges them, passed up, held by silences and rung when those end."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from huiying.actions.actor import TIMER, Actor
from huiying.actions.recording import write
from huiying.core.case.duties import ACKNOWLEDGE
from huiying.core.case.policy import hours_of as length_of
from huiying.core.case.workflow import advance
from huiying.core.types import Level
from huiying.core.warn import escalate
from huiying.core.warn.dispatch import told_from
from huiying.core.warn.escalate import Ring
from huiying.core.warn.mute import INHIBIT_HOURS
from huiying.store import models
from huiying.store.ringing import RINGING, hours_of, put_ring, ring_of, silence_of, silences_on, sounding_of
from huiying.store.timing import plan


def limit_of(level: Level) -> timedelta:
    """How long a warning of this level may wait to be acknowledged before it goes a step up."""
    policy = plan().policy
    limit = policy.limit(ACKNOWLEDGE, policy.preset(level.value)) or ACKNOWLEDGE.other
    return timedelta(hours=length_of(limit) or 0.5)


def begin(level: Level, now: datetime) -> Ring:
    """A warning of this level begins to ring at the desk."""
    return escalate.begin(level, now, told_from=told_from(level, now, hours_of()), limit=limit_of(level))


def rise(ring: Ring, level: Level, now: datetime) -> Ring:
    """A warning that rings becomes graver."""
    return escalate.rise(ring, level, now, told_from=told_from(level, now, hours_of()), limit=limit_of(level))


def remind(now: datetime) -> int:
    """Say unacknowledged warnings again when their time has come, and pass up those overdue. Returns how many were said."""
    with transaction.atomic():
        over = list(models.Silence.objects.filter(ended_at__isnull=True, until__lte=now).order_by("id"))
        for silence in over:
            end(silence, actor=TIMER, now=now)
        for row in models.Warning.objects.filter(state__in=RINGING, repeat_at__isnull=True).order_by("id"):
            _inhibition_over(row, now)
        rows = list(models.Warning.objects.filter(state__in=RINGING, repeat_at__isnull=False).select_related("watch").order_by("id"))
        due = [(row, ring) for row in rows if (ring := ring_of(row)) is not None and ring.next_at <= now]
        silenced = silences_on((row for row, _ in due), now)
        for row, ring in due:
            if row.pk in silenced:
                put_ring(row, escalate.held(ring, silenced[row.pk].until))
            else:
                _say(row, ring, now)
            row.save()
    return len(due) - len(silenced)


def _say(row: models.Warning, ring: Ring, now: datetime) -> None:
    """Once: one step up where that is due, else once more to those who know of it."""
    if ring.escalate_at is not None and ring.escalate_at <= now:
        ring = escalate.escalate(ring, now, limit=limit_of(ring.level))
        row.state = advance("warning", row.state, "auto_escalate")
        write("warning_escalated", actor=TIMER, now=now, subject=f"warning:{row.pk}", level=row.level, to=ring.stage.value)
    else:
        ring = escalate.again(ring, now)
        write("warning_repeated", actor=TIMER, now=now, subject=f"warning:{row.pk}", level=row.level, times=ring.repeats)
    put_ring(row, ring)


def _inhibition_over(row: models.Warning, now: datetime) -> None:
    """A warning that kept still beside a graver one rings once that one was dismissed, or twelve hours after it was said."""
    kind, _, number = row.inhibited.partition(":")
    graver = models.Warning.objects.filter(pk=int(number)).first() if kind == "warning" else None
    if graver is None or (graver.state != "dismissed" and now - max(graver.updated_at, row.rung_at) < timedelta(hours=INHIBIT_HOURS)):
        return
    row.inhibited = ""
    put_ring(row, begin(Level(row.level), now))
    row.save()
    write("warning_uninhibited", actor=TIMER, now=now, subject=f"warning:{row.pk}", level=row.level, beside=graver.pk)


def end(silence: models.Silence, *, actor: Actor, now: datetime) -> None:
    """A silence is over, by itself or ended early, and what it held is said at once. Part of an act."""
    silence.ended_at, silence.ended_by = now, actor.member
    silence.save(update_fields=["ended_at", "ended_by"])
    write("silence_ended", actor=actor, now=now, subject=f"silence:{silence.pk}", early=now < silence.until)
    wanted = silence_of(silence)
    rows = models.Warning.objects.filter(state__in=RINGING, repeat_at__isnull=False).select_related("watch").order_by("id")
    held = [row for row in rows if wanted.fits(sounding_of(row))]
    still = silences_on(held, now)
    for row in held:
        ring = ring_of(row)
        if ring is not None and row.pk not in still:
            put_ring(row, escalate.released(ring, now, limit=limit_of(ring.level)))
            row.save()
