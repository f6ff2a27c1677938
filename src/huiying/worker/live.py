"""The pipeline of a running desk: kept in memory, rebuilt exactly from the last snapshot and the items after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from huiying.actions.snapshot import keep
from huiying.core.pipeline import Outputs, Setup, State, step
from huiying.core.types import Item
from huiying.store import models
from huiying.store.convert import builtins, item_of, query_of

ITEMS_BETWEEN_SNAPSHOTS = 2000
CHUNK = 500


class LivePipeline:
    """Owned by one thread. After an error whose transaction was rolled back it must be loaded anew."""

    def __init__(self) -> None:
        self.state = State()
        self.setup = Setup()
        self.item = 0
        self._kept_at = 0

    def load(self, now: datetime) -> None:
        """Restore the last snapshot and take the items after it through, under the setup they were first taken under."""
        snapshot = models.Snapshot.objects.order_by("-id").first()
        if snapshot:
            self.setup = msgspec.convert(snapshot.setup, Setup)
            self.state = State.load(bytes(snapshot.state), self.setup)
            self.item = self._kept_at = snapshot.item
        else:
            self.state, self.setup, self.item, self._kept_at = State(), Setup(), 0, 0
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
        desk = models.Desk.objects.first()
        rows = models.Watch.objects.filter(active=True).select_related("department").order_by("id")
        current = Setup(watches=tuple(query_of(row) for row in rows), places=tuple(desk.places) if desk else ())
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
