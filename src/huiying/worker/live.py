"""The pipeline of a running desk: kept in memory, rebuilt exactly from the last snapshot and the items after it."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from huiying.actions.snapshot import keep
from huiying.core.collect.voice import Door
from huiying.core.detect.crowd import Voices
from huiying.core.pipeline import Outputs, Setup, State, step
from huiying.core.types import Item, Refusal
from huiying.store import models
from huiying.store.convert import builtins, item_of, query_of

ITEMS_BETWEEN_SNAPSHOTS = 2000
CHUNK = 500
REBUILT = timedelta(days=14)

log = logging.getLogger(__name__)


def current_setup() -> Setup:
    """The register of watches and the desk's places as they are now."""
    desk = models.Desk.objects.first()
    rows = models.Watch.objects.filter(active=True).select_related("department").order_by("id")
    return Setup(watches=tuple(query_of(row) for row in rows), places=tuple(desk.places) if desk else ())


class LivePipeline:
    """Owned by one thread. After an error whose transaction was rolled back it must be loaded anew.

    What counts voices is in no snapshot: its secret and its sketches end with the process.
    """

    def __init__(self) -> None:
        secret = secrets.token_bytes(32)
        self.door, self.voices = Door(secret), Voices(secret)
        self.state = State()
        self.setup = Setup()
        self.item = 0
        self._kept_at = 0

    def load(self, now: datetime) -> None:
        """Restore the last snapshot and take the items after it through, under the setup they were first taken under."""
        snapshot = models.Snapshot.objects.order_by("-id").first()
        try:
            self.setup = msgspec.convert(snapshot.setup, Setup) if snapshot else Setup()
            self.state = State.load(bytes(snapshot.state), self.setup) if snapshot else State()
            self.item = snapshot.item if snapshot else 0
        except Refusal as refused:
            # an upgrade changed a strategy: what is stored stays as it was decided, and the memory is built anew from recent items
            log.warning("%s The memory of the last %d days is built anew.", refused, REBUILT.days)
            self.setup = current_setup()
            self.state = State(self.setup)
            older = models.Item.objects.filter(first_seen__lt=now - REBUILT).order_by("-pk").values_list("pk", flat=True)
            self.item = older.first() or 0
        self._kept_at = self.item
        while True:
            rows = list(models.Item.objects.filter(pk__gt=self.item).select_related("source").order_by("pk")[:CHUNK])
            if not rows:
                break
            items = [item_of(row) for row in rows]
            self.state, _ = step(self.state, items, max(item.first_seen for item in items))
            self.item = rows[-1].pk
        self.use_current_setup(now)

    def use_current_setup(self, now: datetime) -> None:
        """Take up changed watches or places. The snapshot that marks the change is what makes a restart exact."""
        current = current_setup()
        if current != self.setup:
            self.setup = current
            self.state = self.state.under(current)
            self.keep(now)

    def process(self, items: Sequence[Item], now: datetime) -> Outputs:
        """Take new items through."""
        self.state, outputs = step(self.state, items, now)
        return outputs

    def stored(self, last_item: int, now: datetime) -> None:
        """The items up to `last_item` are committed."""
        self.item = max(self.item, last_item)
        if self.item - self._kept_at >= ITEMS_BETWEEN_SNAPSHOTS:
            self.keep(now)

    def keep(self, now: datetime) -> None:
        """Store a snapshot."""
        keep(item=self.item, setup=builtins(self.setup), state=self.state.dump(), now=now)
        self._kept_at = self.item
