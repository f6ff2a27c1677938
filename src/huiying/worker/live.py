"""The pipeline of a running desk: kept in memory, rebuilt exactly from the last snapshot and the items after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from huiying.actions.snapshot import keep
from huiying.core.pipeline import Outputs, State, step
from huiying.core.types import Item, WatchQuery
from huiying.store import models
from huiying.store.convert import builtins, item_of, query_of

ITEMS_BETWEEN_SNAPSHOTS = 2000
CHUNK = 500


class LivePipeline:
    """Owned by one thread. After an error whose transaction was rolled back it must be loaded anew."""

    def __init__(self) -> None:
        self.state = State()
        self.watches: tuple[WatchQuery, ...] = ()
        self.item = 0
        self._kept_at = 0

    def load(self, now: datetime) -> None:
        """Restore the last snapshot and take the items after it through, under the watches they were first taken under."""
        snapshot = models.Snapshot.objects.order_by("-id").first()
        if snapshot:
            self.watches = msgspec.convert(snapshot.watches, tuple[WatchQuery, ...])
            self.state = State.load(bytes(snapshot.state), self.watches)
            self.item = self._kept_at = snapshot.item
        else:
            self.state, self.watches, self.item, self._kept_at = State(), (), 0, 0
        while True:
            rows = list(models.Item.objects.filter(pk__gt=self.item).select_related("source").order_by("pk")[:CHUNK])
            if not rows:
                break
            items = [item_of(row) for row in rows]
            self.state, _ = step(self.state, items, max(item.first_seen for item in items))
            self.item = rows[-1].pk
        self.use_current_watches(now)

    def use_current_watches(self, now: datetime) -> None:
        """Take up a changed register. The snapshot that marks the change is what makes a restart exact."""
        current = tuple(query_of(row) for row in models.Watch.objects.filter(active=True).select_related("department").order_by("id"))
        if current != self.watches:
            self.watches = current
            self.state.watch(current)
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
        keep(item=self.item, watches=builtins(self.watches), state=self.state.dump(), now=now)
        self._kept_at = self.item
