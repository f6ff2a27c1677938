"""The pipeline of a running desk: kept in memory, rebuilt exactly from the last snapshot and the items after it."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from huiying.actions.regime import take_up
from huiying.actions.snapshot import keep
from huiying.core.collect.voice import Door
from huiying.core.detect.crowd import Voices
from huiying.core.pipeline import Outputs, Setup, State, step
from huiying.core.types import Item, Refusal
from huiying.store import models
from huiying.store.convert import builtins, item_of, query_of, rule_from
from huiying.store.rules import in_force

ITEMS_BETWEEN_SNAPSHOTS = 2000
CHUNK = 500
REBUILT = timedelta(days=14)

log = logging.getLogger(__name__)


def current_setup(now: datetime) -> Setup:
    """The register of watches, the desk's places and the rule as they are now."""
    desk = models.Desk.objects.first()
    rows = models.Watch.objects.filter(active=True).select_related("department").order_by("id")
    watches = tuple(query_of(row) for row in rows)
    return Setup(watches=watches, places=tuple(desk.places) if desk else (), rule=rule_from(in_force(now)))


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
        snapshot, anew = models.Snapshot.objects.order_by("-id").first(), False
        try:
            self.setup = msgspec.convert(snapshot.setup, Setup) if snapshot else Setup()
            self.state = State.load(bytes(snapshot.state), self.setup) if snapshot else State()
            self.item = snapshot.item if snapshot else 0
        except Refusal as refused:
            # an upgrade changed a strategy: what is stored stays as it was decided, and the memory is built anew from recent items
            log.warning("%s The memory of the last %d days is built anew.", refused, REBUILT.days)
            anew = True
            self.setup = current_setup(now)
            self.state = State(self.setup)
            older = models.Item.objects.filter(first_seen__lt=now - REBUILT).order_by("-pk").values_list("pk", flat=True)
            self.item = older.first() or 0
        begun = self.item
        self._kept_at = self.item
        while True:
            rows = list(models.Item.objects.filter(pk__gt=self.item).select_related("source").order_by("pk")[:CHUNK])
            if not rows:
                break
            items = [item_of(row) for row in rows]
            self.state, _ = step(self.state, items, max(item.first_seen for item in items))
            self.item = rows[-1].pk
        if anew:
            self._note(now, anew_from=begun)
            self.keep(now)
        elif not models.Regime.objects.exists():
            take_up(after=begun, setup=builtins(self.setup), rule=self.setup.rule, now=now)
        self.use_current_setup(now)

    def _note(self, now: datetime, *, anew_from: int | None = None) -> None:
        take_up(after=self.item, setup=builtins(self.setup), rule=self.setup.rule, anew_from=anew_from, now=now)

    def use_current_setup(self, now: datetime) -> None:
        """Take up changed watches, places or a rule whose day has come. The snapshot that marks the change makes a restart exact, the
        regime a recomputation."""
        current = current_setup(now)
        if current != self.setup:
            self.setup = current
            self.state = self.state.under(current)
            self._note(now)
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
