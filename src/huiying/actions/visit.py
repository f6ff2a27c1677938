"""The history of readings: runs of the same outcome, and counts by the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import F

from huiying.store.models import Desk, Source, SourceDay, SourceFetch

RUNS = 200  # of a source
DAYS = 60
TOGETHER = timedelta(hours=1)  # readings that brought something are one run within an hour


@dataclass(frozen=True)
class Visit:
    """How one reading went. `outcome` is changed, unchanged, not_modified or failed, `lost` about how many items passed by unread."""

    outcome: str
    reason: str = ""
    status: int | None = None
    ms: int = 0
    items: int = 0
    bytes: int = 0
    lost: int = 0


def note_visits(visits: Sequence[tuple[Source, Visit]], *, now: datetime) -> None:
    """Write readings into the history, inside the transaction that stores what they brought."""
    if not visits:
        return
    desk = Desk.objects.first()
    today = now.astimezone(ZoneInfo(desk.zone if desk else "UTC")).date()
    for source, visit in visits:
        _run(source, visit, now)
        _day(source, visit, today)


def _run(source: Source, visit: Visit, now: datetime) -> None:
    last = SourceFetch.objects.filter(source=source).order_by("-id").first()
    same = last is not None and (last.outcome, last.reason, last.status) == (visit.outcome, visit.reason, visit.status)
    if last is not None and same and (visit.outcome != "changed" or now - last.at < TOGETHER):
        SourceFetch.objects.filter(pk=last.pk).update(
            last_at=now, times=F("times") + 1, ms=max(last.ms, visit.ms), items=F("items") + visit.items, bytes=F("bytes") + visit.bytes
        )
        return
    SourceFetch.objects.create(
        source=source,
        outcome=visit.outcome,
        reason=visit.reason,
        status=visit.status,
        at=now,
        last_at=now,
        ms=visit.ms,
        items=visit.items,
        bytes=visit.bytes,
    )
    old = SourceFetch.objects.filter(source=source).order_by("-id").values_list("pk", flat=True)[RUNS : RUNS + 1].first()
    if old is not None:
        SourceFetch.objects.filter(source=source, pk__lte=old).delete()


def _day(source: Source, visit: Visit, today: date) -> None:
    failed = visit.outcome == "failed"
    counted = SourceDay.objects.filter(source=source, day=today).update(
        good=F("good") + (not failed), bad=F("bad") + failed, items=F("items") + visit.items, lost=F("lost") + visit.lost
    )
    if not counted:
        SourceDay.objects.create(source=source, day=today, good=not failed, bad=failed, items=visit.items, lost=visit.lost)
        SourceDay.objects.filter(source=source, day__lt=today - timedelta(days=DAYS)).delete()
