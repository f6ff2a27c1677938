"""The pipeline of a running desk: kept in memory, rebuilt exactly from the last snapshot and the items after it."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from huiying.actions.regime import take_up
from huiying.actions.snapshot import keep, last_erasure
from huiying.core.collect.voice import Door
from huiying.core.detect.crowd import Voices
from huiying.core.detect.parsing import parse
from huiying.core.detect.places import own_names
from huiying.core.detect.watch import read_lists
from huiying.core.pipeline import Outputs, Setup, State, step
from huiying.core.types import ActorKind, Item, Refusal
from huiying.store import knowledge, models
from huiying.store.convert import builtins, item_of, query_of, rule_from
from huiying.store.rules import in_force

ITEMS_BETWEEN_SNAPSHOTS = 2000
CHUNK = 500
REBUILT = timedelta(days=14)
# Only people change what the pipeline is told; what these do needs no look at the registers. (A rule may wait for its day.)
MACHINES = (ActorKind.COLLECTOR, ActorKind.DETECTOR, ActorKind.TIMER, ActorKind.PUBLIC)

log = logging.getLogger(__name__)


def current_setup(now: datetime) -> Setup:
    """The registers of watches, lists of words and places, and the rule, as they are now."""
    named, own = knowledge.named_places(), knowledge.own_places()
    rows = models.Watch.objects.filter(active=True).select_related("department").order_by("id")
    return Setup(
        watches=tuple(query_of(row) for row in rows),
        lists=knowledge.word_lists(),
        places=tuple(place.name for place in named) + own_names(own),
        own=(*named, *own),
        home=knowledge.home(),
        rule=rule_from(in_force(now)),
    )


def usable(setup: Setup) -> Setup:
    """A setup without the watches whose queries an upgrade no longer accepts: one of them must not stop all others."""
    lists = read_lists(setup.lists)
    good = []
    for watch in setup.watches:
        try:
            parse(watch.query, lists)
        except Refusal as refused:
            log.error("The watch %s is not used: %s", watch.name, refused)
        else:
            good.append(watch)
    return msgspec.structs.replace(setup, watches=tuple(good))


class LivePipeline:
    """Owned by one thread. After an error whose transaction was rolled back it must be loaded anew.

    What counts voices is in no snapshot: its secret and its sketches end with the process.
    """

    def __init__(self) -> None:
        self.secret = secrets.token_bytes(32)
        self.door, self.voices = Door(self.secret), Voices(self.secret)
        self.state = State()
        self.setup = Setup()
        self.item = 0
        self._kept_at = 0
        self._read_to = -1
        self._erasure = 0

    def load(self, now: datetime) -> None:
        """Restore the last snapshot and take the items after it through, each under the setup it was first taken under."""
        if self._erased_since():
            self._build_anew(now)
            self._read_to = -1
            return
        self._erasure = last_erasure()
        try:
            begun = self._restore()
        except Refusal as refused:
            # an upgrade changed a strategy: what is stored stays as it was decided, and the memory is built anew from recent items
            log.warning("%s The memory of the last %d days is built anew.", refused, REBUILT.days)
            self._build_anew(now)
        else:
            if not models.Regime.objects.exists():
                self._note(now, after=begun)
        self._read_to = -1
        self.use_current_setup(now)

    def _restore(self) -> int:
        """Stand where the last process stood; the item of the snapshot. Raises Refusal where this release cannot read what it left."""
        snapshot = models.Snapshot.objects.order_by("-id").first()
        self.setup = msgspec.convert(snapshot.setup, Setup) if snapshot else Setup()
        self.state = State.load(bytes(snapshot.state), self.setup) if snapshot else State()
        self.item = self._kept_at = begun = snapshot.item if snapshot else 0
        for regime in models.Regime.objects.filter(after__gte=begun).order_by("id"):
            self._follow(regime.after)
            self.setup = msgspec.convert(regime.setup, Setup)
            self.state.under(self.setup)
        self._follow(None)
        return begun

    def _erased_since(self) -> bool:
        """Whether an item was erased after the memory was last built anew: then no snapshot is left, nor may one come of that memory."""
        anew = models.Entry.objects.filter(type="setup_taken_up", data__contains='"anew_from"').order_by("-id")
        return last_erasure() > (anew.values_list("id", flat=True).first() or 0)

    def forget(self, now: datetime) -> None:
        """Build the memory anew from the items that are left, so that nothing of those that are gone is in it."""
        log.info("the memory of the last %d days is built anew without what is gone", REBUILT.days)
        self._build_anew(now)
        self._read_to = -1

    def _build_anew(self, now: datetime) -> None:
        self._erasure = last_erasure()
        self.setup = usable(current_setup(now))
        self.state = State(self.setup)
        older = models.Item.objects.filter(first_seen__lt=now - REBUILT).order_by("-pk").values_list("pk", flat=True)
        self.item = begun = older.first() or 0
        self._follow(None)
        self._note(now, after=self.item, anew_from=begun)
        self.keep(now)

    def _follow(self, last: int | None) -> None:
        """Take the items up to `last`, or all, through once more."""
        while True:
            waiting = models.Item.objects.filter(pk__gt=self.item, gone="").select_related("source").order_by("pk")
            rows = list((waiting if last is None else waiting.filter(pk__lte=last))[:CHUNK])
            if not rows:
                return
            items = [item_of(row) for row in rows]
            self.state, _ = step(self.state, items, max(item.first_seen for item in items))
            self.item = rows[-1].pk

    def _note(self, now: datetime, *, after: int, anew_from: int | None = None) -> None:
        take_up(after=after, setup=builtins(self.setup), rule=self.setup.rule, anew_from=anew_from, now=now)

    def use_current_setup(self, now: datetime) -> None:
        """Take up changed watches, lists of words or places, if somebody changed anything, and a rule whose day has come.

        The regime that marks the change makes a restart exact, and a recomputation later.
        """
        last = models.Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
        if last_erasure() > self._erasure:
            self.forget(now)
        acts = models.Entry.objects.filter(id__gt=self._read_to).exclude(actor_kind__in=MACHINES)
        if self._read_to >= 0 and rule_from(in_force(now)) == self.setup.rule and not acts.exists():
            self._read_to = last
            return
        current = current_setup(now)
        if current != self.setup:
            try:
                self.state.under(current)
            except Refusal:
                current = usable(current)
                self.state.under(current)
            if current != self.setup:
                self.setup = current
                self._note(now, after=self.item)
        self._read_to = last

    def process(self, items: Sequence[Item], now: datetime) -> Outputs:
        """Take new items through."""
        self.state, outputs = step(self.state, items, now)
        return outputs

    def stored(self, last_item: int, now: datetime) -> None:
        """The items up to `last_item` are committed."""
        self.item = max(self.item, last_item)
        if self.item - self._kept_at >= ITEMS_BETWEEN_SNAPSHOTS:
            self.keep(now)

    @property
    def kept_at(self) -> int:
        """The item of the last snapshot."""
        return self._kept_at

    def keep(self, now: datetime) -> None:
        """Store a snapshot, or build anew what would remember an item that was erased meanwhile."""
        made = keep(item=self.item, setup=builtins(self.setup), state=self.state.dump(), erasure=self._erasure, now=now)
        if not made:
            self.forget(now)
            return
        self._kept_at = self.item
