"""Keeping the pipeline's snapshots. They are derived from items, so they are no act and no entry of the record."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from huiying.store.models import Entry, Snapshot

KEPT = 2


def last_erasure() -> int:
    """The entry of the record by which an item was last erased; 0 for none."""
    return Entry.objects.filter(type="item_erased").order_by("-id").values_list("id", flat=True).first() or 0


def keep(*, item: int, setup: Any, state: bytes, erasure: int, now: datetime) -> bool:
    """Store a snapshot and drop all but the last few. Stores none that still remembers an item which was erased after entry `erasure`."""
    with transaction.atomic():
        if last_erasure() > erasure:
            return False
        Snapshot.objects.create(item=item, setup=setup, state=state, made_at=now)
        old = list(Snapshot.objects.order_by("-id").values_list("pk", flat=True)[KEPT:])
        Snapshot.objects.filter(pk__in=old).delete()
    return True
