"""Letting items go when their days are over, and everything that is gone out of memory, free space and the write-ahead log."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import connection
from django.db.utils import OperationalError

from huiying.actions import erasure
from huiying.actions.search import leave_no_trace
from huiying.actions.sign_in import forget_expired
from huiying.store.models import Entry
from huiying.worker.live import LivePipeline

log = logging.getLogger(__name__)

BATCH = 200
EVERY = timedelta(minutes=10)
SWEEP = timedelta(days=1)
GONE = ("item_erased", "items_withdrawn", "items_expired")


class Retention:
    """Owned by the worker's thread."""

    def __init__(self) -> None:
        self._at: datetime | None = None

    def due(self, now: datetime) -> bool:
        """Whether it is time: every ten minutes, and at once where somebody erased an item."""
        return self._at is None or now - self._at >= EVERY or _waiting(("item_erased",))

    def take(self, pipeline: LivePipeline, now: datetime) -> int:
        """One small batch, so that the intake does not wait. Returns how many items expired. A fault here never stops the intake."""
        self._at = now
        try:
            forget_expired(now)
            return self._take(pipeline, now)
        except Exception:
            log.exception("what is gone could not be cleared; the next turn follows in %d minutes", EVERY.total_seconds() // 60)
            return 0

    def _take(self, pipeline: LivePipeline, now: datetime) -> int:
        # a restart goes through the items after the last snapshot once more: what expires must lie before it
        last = erasure.due(now).values_list("pk", flat=True)[:BATCH]
        if last and max(last) > pipeline.kept_at:
            pipeline.keep(now)
        count = erasure.expire(most=BATCH, until=pipeline.kept_at, now=now)
        if count == BATCH:
            self._at = None  # there may be more
        if _waiting(("item_erased",)):
            pipeline.use_current_setup(now)
            scrub(vacuum=True, now=now)
        elif _waiting(GONE) and _last_sweep() < now - SWEEP:
            if _waiting(("items_withdrawn",)):
                pipeline.forget(now)
            scrub(vacuum=False, now=now)
        return count


def scrub(*, vacuum: bool, now: datetime) -> bool:
    """Write the database anew without what was deleted (`vacuum`), and empty the write-ahead log. False where others were at it.

    Without a vacuum SQLite has overwritten what was deleted (secure_delete), but a page that was rearranged may hold a rest of it.
    """
    with connection.cursor() as cursor:
        try:
            if vacuum:
                leave_no_trace()
                cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
        except OperationalError:
            log.warning("the database is in use; what is gone is taken out of free space at the next turn")
            return False
    if busy:
        log.warning("the write-ahead log is in use; it is emptied at the next turn")
        return False
    erasure.scrubbed(vacuumed=vacuum, now=now)
    return True


def _waiting(kinds: tuple[str, ...]) -> bool:
    """Whether something of these kinds is gone that was not yet taken out of free space."""
    ids = Entry.objects.order_by("-id").values_list("id", flat=True)
    gone = ids.filter(type__in=kinds).first() or 0
    done = ids.filter(type="storage_scrubbed")
    if kinds == ("item_erased",):
        done = done.filter(data__contains='"vacuumed":true')
    return gone > (done.first() or 0)


def _last_sweep() -> datetime:
    at = Entry.objects.filter(type="storage_scrubbed").order_by("-id").values_list("at", flat=True).first()
    return datetime.fromisoformat(at) if at else datetime.fromisoformat("1970-01-01T00:00:00+00:00")
