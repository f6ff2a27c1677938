"""Keeping the pipeline's snapshots, and between them what it took up.

They are derived from items, so they are no act and no entry of the record."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from huiying.store.models import Snapshot, TakenUp

KEPT = 2


def keep(*, item: int, setup: Any, state: bytes, now: datetime) -> None:
    """Store a snapshot and drop all but the last few."""
    with transaction.atomic():
        Snapshot.objects.create(item=item, setup=setup, state=state, made_at=now)
        old = list(Snapshot.objects.order_by("-id").values_list("pk", flat=True)[KEPT:])
        Snapshot.objects.filter(pk__in=old).delete()
        TakenUp.objects.all().delete()


def take_up(*, item: int, setup: Any, now: datetime) -> None:
    """Note that the pipeline goes on under another setup after this item. It costs no snapshot, however much there is to remember."""
    with transaction.atomic():
        # what was taken up without an item since was never used
        TakenUp.objects.filter(item=item).delete()
        TakenUp.objects.create(item=item, setup=setup, at=now)
