"""Listening to the rhythm of sources and watches: who has fallen silent, and which watch surges though no single story does.

Everything heard is in memory, learned anew from the last weeks' items at a start; only what is noticed is stored, and the hours of a watch.
"""

from __future__ import annotations

import logging
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Max

from huiying.actions.anomaly import HOURS_KEPT, end, keep_hours, notice
from huiying.core.detect import hush, volume
from huiying.core.detect.hush import Hush
from huiying.core.detect.profile import HOUR
from huiying.core.detect.volume import Reading, Volume
from huiying.store.convert import moment
from huiying.store.models import Anomaly, Desk, Item, Match, Source, Watch

log = logging.getLogger(__name__)

EVERY = timedelta(minutes=5)
LEARNED = timedelta(days=28)
FRESH = 6 * HOUR  # a surge that is older when it is found is not news
CALM = 6 * HOUR  # in the band for so long, and a surge is over
ONE_STORY = 0.5  # where one story is so much of it, the story itself is what should be warned of


class Ear:
    """What is heard of one watch by the hour, besides its silences."""

    def __init__(self, offset: int, first: float) -> None:
        self.volume = Volume(offset=offset)
        self.next = first // HOUR * HOUR
        self.counts: Counter[float] = Counter()
        self.high = 0.0

    def close(self, now: float) -> list[Reading]:
        """The readings of hours that are over since the last call."""
        made = []
        while self.next + HOUR <= now:
            reading = self.volume.update(self.next, self.counts.pop(self.next, 0))
            if reading.count > reading.high:
                self.high = reading.at
            made.append(reading)
            self.next += HOUR
        return made


class Listening:
    """Owned by the worker's thread."""

    def __init__(self) -> None:
        self._at: datetime | None = None
        self._forget()

    def _forget(self) -> None:
        self._learned = False
        self._item = 0
        self._sources: dict[int, Hush] = {}
        self._watches: dict[int, Hush] = {}
        self._ears: dict[int, Ear] = {}
        self._offset = 0

    def due(self, now: datetime) -> bool:
        """Whether it is time."""
        return self._at is None or now - self._at >= EVERY

    def take(self, now: datetime) -> int:
        """Hear what is new and store what is to be noticed; how many notices began. A fault here never stops the intake."""
        try:
            began = self._take(now)
        except Exception:
            log.exception("listening failed; it begins anew in %d minutes", EVERY.total_seconds() // 60)
            self._forget()
            began = 0
        self._at = now
        return began

    def _take(self, now: datetime) -> int:
        if not self._learned:
            desk = Desk.objects.first()
            away = now.astimezone(ZoneInfo(desk.zone)).utcoffset() if desk else None
            self._offset = int(away.total_seconds()) if away else 0
            older = Item.objects.filter(first_seen__lt=now - LEARNED).aggregate(last=Max("pk"))
            self._item = older["last"] or 0
            self._learned = True
        watches = list(Watch.objects.all())
        for watch in watches:
            self._watches.setdefault(watch.pk, Hush(offset=self._offset))
            begun = max(watch.added_at, now - LEARNED).timestamp()
            self._ears.setdefault(watch.pk, Ear(self._offset, begun))
        self._hear()
        until = Source.objects.filter(active=True).aggregate(last=Max("succeeded_at"))["last"]
        began = 0
        for source in Source.objects.filter(active=True, failures=0).exclude(succeeded_at=None):
            heard = self._sources.get(source.pk)
            if heard is not None and source.succeeded_at is not None:
                began += self._silence(source, heard, source.succeeded_at, now)
        for watch in watches:
            began += self._surge(watch, now)
            if watch.active and until is not None:
                began += self._silence(watch, self._watches[watch.pk], until, now)
        self._end(now)
        return began

    def _hear(self) -> None:
        last = Item.objects.aggregate(last=Max("pk"))["last"] or 0
        span = {"pk__gt": self._item, "pk__lte": last}
        rows = Item.objects.filter(**span).order_by("pk").values_list("source_id", "first_seen", "published_at")
        for source, first_seen, published in rows.iterator(chunk_size=2000):
            at = min(published or first_seen, first_seen)
            self._sources.setdefault(source, Hush(offset=self._offset)).heard(at.timestamp())
        matches = Match.objects.filter(item__pk__gt=self._item, item__pk__lte=last).order_by("item_id", "watch_id")
        for watch, first_seen in matches.values_list("watch_id", "item__first_seen").iterator(chunk_size=2000):
            seconds = first_seen.timestamp()
            self._watches[watch].heard(seconds)
            self._ears[watch].counts[seconds // HOUR * HOUR] += 1
        self._item = last

    def _silence(self, subject: Source | Watch, heard: Hush, until: datetime, now: datetime) -> int:
        """`until`: the last moment for which it is known that nothing came."""
        found = heard.silence(min(until, now).timestamp())
        if found is None or not found.silent:
            return 0
        made = notice(
            "silence",
            subject,
            since=moment(found.since),
            value=found.once_in_weeks,
            usual=found.usual_hours,
            strategy=hush.STRATEGY,
            now=now,
        )
        return int(made is not None)

    def _surge(self, watch: Watch, now: datetime) -> int:
        readings = self._ears[watch.pk].close(now.timestamp())
        fresh = [one for one in readings if one.at >= (now - HOURS_KEPT).timestamp()]
        if fresh:
            keep_hours(watch, fresh, now=now)
        for one in readings:
            if one.surge and watch.active and now.timestamp() - one.at <= FRESH and not self._one_story(watch, one):
                made = notice("surge", watch, since=moment(one.at), value=one.count, usual=one.expected, strategy=volume.STRATEGY, now=now)
                return int(made is not None)
        return 0

    def _one_story(self, watch: Watch, reading: Reading) -> bool:
        """Whether one story is most of what the watch found in this hour."""
        found = Match.objects.filter(watch=watch, item__first_seen__gte=moment(reading.at), item__first_seen__lt=moment(reading.at + HOUR))
        stories = Counter(found.values_list("item__membership__story_id", flat=True))
        return bool(stories) and max(stories.values()) > ONE_STORY * sum(stories.values())

    def _end(self, now: datetime) -> None:
        for row in Anomaly.objects.filter(ended_at=None).select_related("source", "watch"):
            named = row.source or row.watch
            assert named is not None
            heard = (self._sources if row.source_id else self._watches).get(named.pk)
            if row.kind == "silence":
                over = heard is not None and heard.last > row.since.timestamp()
            else:
                over = now.timestamp() - max(self._ears[named.pk].high, row.since.timestamp()) >= HOUR + CALM
            if over or not named.active:
                end(row, now=now)
