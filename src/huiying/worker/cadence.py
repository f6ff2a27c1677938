"""How often each source is read: its own rhythm within the desk's limits, and the shortest of them while it tells of something urgent."""

from __future__ import annotations

import logging
from array import array
from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q

from huiying.actions.source_health import hasten
from huiying.core.collect.rhythm import HOUR, Rhythm, interval, learn
from huiying.core.types import Item, Level
from huiying.store.models import Case, Desk, Source, Warning
from huiying.store.models import Item as Row

log = logging.getLogger(__name__)

LEARNED = timedelta(days=28)
KEPT = 500  # items of a source
AGAIN = 6 * HOUR  # between two looks at a rhythm
AFTER_LOSS = timedelta(days=7)
URGENT = (Level.ORANGE.value, Level.RED.value)
_OPEN = ("raised", "escalated", "acknowledged")


class Cadence:
    """Owned by the worker's thread. What is heard is in memory, learned anew from the last weeks' items."""

    def __init__(self) -> None:
        self._heard: dict[int, array[float]] = {}
        self._rhythms: dict[int, tuple[float, Rhythm | None]] = {}
        self._offset: int | None = None
        self.urgent: frozenset[int] = frozenset()

    def heard(self, source: int, items: Iterable[Item]) -> None:
        """New items of a source."""
        times = self._heard.get(source)
        if times is not None:
            times.extend(item.at.timestamp() for item in items)
            del times[:-KEPT]

    def interval(self, source: Source, now: datetime) -> timedelta:
        """How long a source may be left alone from now on."""
        least, most = timedelta(minutes=source.interval), timedelta(minutes=source.slowest)
        if most <= least or source.pk in self.urgent or (source.lost_at is not None and now - source.lost_at < AFTER_LOSS):
            return least
        return interval(self._rhythm(source.pk, now), now.timestamp(), least=least, most=most)

    def _rhythm(self, source: int, now: datetime) -> Rhythm | None:
        if self._offset is None:
            desk = Desk.objects.first()
            away = now.astimezone(ZoneInfo(desk.zone if desk else "UTC")).utcoffset()
            self._offset = int(away.total_seconds()) if away else 0
        found = self._rhythms.get(source)
        if found is None or now.timestamp() - found[0] >= AGAIN:
            if source not in self._heard:
                rows = Row.objects.filter(source=source, first_seen__gt=now - LEARNED).order_by("-pk")
                seen = rows.values_list("published_at", "first_seen")[:KEPT]
                self._heard[source] = array("d", sorted(min(at or first, first).timestamp() for at, first in seen))
            found = self._rhythms[source] = (now.timestamp(), learn(self._heard[source], offset=self._offset))
        return found[1]

    def look(self, now: datetime) -> int:
        """Which sources tell of something urgent, as long as it is open. Returns how many are read sooner for it."""
        before, self.urgent = self.urgent, urgent_sources()
        fresh = self.urgent - before
        sooner = hasten(fresh, now) if fresh else 0
        if sooner:
            log.info("%d sources of urgent stories are read sooner", sooner)
        return sooner


def urgent_sources() -> frozenset[int]:
    """The sources that had a report in a story with an open orange or red warning, or with one whose case is open."""
    cases = Case.objects.exclude(state__in=("closed", "merged"))
    urgent = Warning.objects.filter(Q(state__in=_OPEN) | Q(state="linked", story__case_links__case__in=cases), level__in=URGENT)
    found = Row.objects.filter(membership__story__in=urgent.values("story")).values_list("source_id", flat=True)
    return frozenset(found.distinct())
