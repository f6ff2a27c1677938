"""What rings and what keeps it quiet, as the core reads it. No decision is taken here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from huiying.core.types import Level
from huiying.core.warn.digest import read_times
from huiying.core.warn.dispatch import Hours
from huiying.core.warn.escalate import Ring, Stage
from huiying.core.warn.quiet import read_hours
from huiying.core.warn.silence import Silence, Sounding, silenced_by
from huiying.store import models

RINGING = ("raised", "escalated")


def hours_of() -> Hours:
    """The desk's zone, quiet hours and digest; nothing is held back before the desk is set up."""
    desk = models.Desk.objects.first()
    if desk is None:
        return Hours(zone=ZoneInfo("UTC"))
    quiet = read_hours(desk.quiet_from, desk.quiet_until)
    return Hours(zone=ZoneInfo(desk.zone), quiet=quiet, digest=read_times(desk.digest_at))


def ring_of(row: models.Warning) -> Ring | None:
    """How a warning rings; None where it does not."""
    if row.repeat_at is None:
        return None
    return Ring(
        level=Level(row.level),
        since=row.rung_at,
        repeats=row.repeats,
        stage=Stage(row.stage),
        repeat_at=row.repeat_at,
        escalate_at=row.escalate_at,
    )


def put_ring(row: models.Warning, ring: Ring | None) -> None:
    """How a warning rings from now on, in its columns; None: it does not. The caller stores the row."""
    if ring is None:
        row.repeat_at = row.escalate_at = None
        return
    row.rung_at, row.repeats, row.stage = ring.since, ring.repeats, ring.stage.value
    row.repeat_at, row.escalate_at = ring.repeat_at, ring.escalate_at


def silence_of(row: models.Silence) -> Silence:
    """A silence with its matchers as keys of rows and words. A story is the one that the detector named."""
    return Silence(
        id=row.pk or 0,
        since=row.since,
        until=row.until,
        reason=row.reason,
        most=Level(row.most),
        story=str(row.story_id or ""),
        watch=str(row.watch_id or ""),
        place=row.place,
        topic=row.topic,
        source=str(row.source_id or ""),
    )


def sounding_of(row: models.Warning) -> Sounding:
    """A warning as silences look at it."""
    watch = row.watch
    sources = models.Item.objects.filter(membership__story=row.story_id).values_list("source_id", flat=True).distinct()
    return Sounding(
        story=str(row.raised_for_id),
        level=Level(row.level),
        watch=str(watch.pk) if watch else "",
        place=watch.place if watch else "",
        topics=frozenset(watch.topics) if watch else frozenset(),
        sources=frozenset(map(str, sources)),
    )


def lasting() -> QuerySet[models.Silence]:
    """The silences that are not over."""
    return models.Silence.objects.filter(ended_at__isnull=True).select_related("story", "watch", "source", "by").order_by("id")


def silences_on(rows: Iterable[models.Warning], now: datetime) -> dict[int, models.Silence]:
    """By the number of the warning, the silence that keeps it quiet now."""
    known = {row.pk: row for row in lasting()}
    if not known:
        return {}
    silences = [silence_of(row) for row in known.values()]
    found = {row.pk: silenced_by(sounding_of(row), silences, now) for row in rows}
    return {pk: known[silence.id] for pk, silence in found.items() if silence is not None}
