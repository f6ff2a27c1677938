"""Silences and surges: noticed once, and ended when they are over. The hours of a watch, from which its picture is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from huiying.actions.actor import DETECTOR
from huiying.actions.recording import write
from huiying.core.detect.volume import Reading
from huiying.core.record import stamp
from huiying.store.convert import moment
from huiying.store.models import Anomaly, Source, Watch, WatchHour

HOURS_KEPT = timedelta(days=15)
MOST_WEEKS = 5200.0  # rarer than once in a century is not known

# a silence that somebody keeps has events of its own
_EVENTS = {"silence": "hush", "surge": "surge"}


def notice(
    kind: str, subject: Source | Watch, *, since: datetime, value: float, usual: float, strategy: str, now: datetime
) -> Anomaly | None:
    """A silence or a surge began; None where it is known already."""
    whose: dict[str, Source | Watch] = {"source" if isinstance(subject, Source) else "watch": subject}
    with transaction.atomic():
        if Anomaly.objects.filter(kind=kind, ended_at=None, **whose).exists():
            return None
        row = Anomaly.objects.create(
            kind=kind, since=since, value=min(value, MOST_WEEKS), usual=usual, strategy=strategy, noticed_at=now, **whose
        )
        write(
            f"{_EVENTS[kind]}_noticed",
            actor=DETECTOR,
            now=now,
            subject=subject_of(row),
            name=subject.name,
            since=stamp(since),
            value=round(row.value, 2),
            usual=round(usual, 2),
            strategy=strategy,
        )
    return row


def end(row: Anomaly, *, now: datetime) -> None:
    """It is over."""
    with transaction.atomic():
        row.ended_at = now
        row.save(update_fields=["ended_at"])
        named = row.source or row.watch
        assert named is not None
        write(f"{_EVENTS[row.kind]}_ended", actor=DETECTOR, now=now, subject=subject_of(row), name=named.name, since=stamp(row.since))


def subject_of(row: Anomaly) -> str:
    """What the record calls the source or watch of a notice."""
    return f"source:{row.source_id}" if row.source_id else f"watch:{row.watch_id}"


def keep_hours(watch: Watch, readings: Iterable[Reading], *, now: datetime) -> None:
    """Store the hours of a watch that are over and let those go that no picture shows. Derived from items: no entry of the record."""
    with transaction.atomic():
        WatchHour.objects.bulk_create(
            [
                WatchHour(watch=watch, at=moment(one.at), count=one.count, expected=one.expected, low=one.low, high=one.high)
                for one in readings
            ],
            ignore_conflicts=True,
        )
        WatchHour.objects.filter(watch=watch, at__lt=now - HOURS_KEPT).delete()
