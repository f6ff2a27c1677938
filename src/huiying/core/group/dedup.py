"""Near-duplicates: a copy attaches to the one canonical item it repeats, never to another copy."""

from __future__ import annotations

import math

import msgspec
import numpy as np

from huiying.core.group import shelf
from huiying.core.group.fingerprint import Print
from huiying.core.group.held import Held, hold
from huiying.core.group.likeness import NOTHING, nearest
from huiying.core.group.packing import packed, standing, unpacked

DAY = 86400.0
# A canonical item that is repeated is remembered anew when it is older than such a part of its window.
PARTS_OF_WINDOW = 8
# Running numbers are counted anew before they leave 32 bits.
_LARGEST_NUMBER = (1 << 31) - (1 << 20)


class DedupConfig(msgspec.Struct, frozen=True, kw_only=True):
    """`window_days` of event time a canonical item is remembered since it came or was last repeated (give or take an eighth). A copy shares
    `containment` of the shorter text's passages and `slack` passages more (all of them where there are too few), and `overlap` of the
    longer text's. It is none where at least `conflict` of the facts that stand in the same words are different, or where a report or
    notice shares less than `quoted` of the longer text with what somebody posted: it quotes that."""

    window_days: float = 7.0
    containment: float = 0.3
    slack: float = 2.5
    overlap: float = 0.15
    conflict: float = 0.33
    quoted: float = 0.5


class Copy(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What an item repeats, as the number that `remember` was given: `shared` of the shorter text's `total`
    passages, where `threshold` is the share that makes a copy; `exact` for equal wording. Of a long text a sample of passages counts."""

    of: int
    shared: int
    total: int
    threshold: float
    exact: bool


class Dedup:
    """Remembers canonical items for a window of event time and finds the one that a new item repeats."""

    def __init__(self, config: DedupConfig) -> None:
        self._config = config
        self._began = 0
        self._hold(shelf.empty())

    def _hold(self, kept: shelf.Shelf) -> None:
        self._shelf = kept
        self._held: Held[shelf.Shelf] = hold(kept)

    def _room(self, pieces: int, anchors: int) -> None:
        if not shelf.has_room(self._held, pieces, anchors):
            self._hold(shelf.with_room(self._shelf, pieces, anchors))

    def find(self, mark: Print, clock: float) -> Copy | None:
        """The canonical item that a fingerprint repeats: the one that shares the largest part, then most, then the earliest.

        `clock` is in seconds and never falls. A canonical item that is repeated after an eighth of its window is remembered anew.
        """
        memory, config = self._shelf, self._config
        exact, oldest = np.uint64(mark.exact), math.ceil(clock - config.window_days * DAY) - self._began
        limits = (config.containment, config.slack, config.overlap, config.conflict, config.quoted)
        number, shared, total, needed = nearest(self._held, oldest, exact, mark.passages, mark.facts, mark.denial, limits)
        if number == NOTHING:
            return None
        at = number % len(memory.exact)
        copy = Copy(
            of=int(memory.item[at]),
            shared=shared,
            total=total,
            threshold=needed / total,
            exact=bool(memory.exact[at] == exact),
        )
        if memory.second[at] < clock - self._began - config.window_days * DAY / PARTS_OF_WINDOW:
            pieces = int(memory.passages[at]) + 2 * int(memory.facts[at])
            self._room(pieces, int(memory.passages[at]))
            self._renumber(shelf.renew(self._held, number, math.floor(clock) - self._began))
        return copy

    def remember(self, mark: Print, item: int, clock: float) -> None:
        """Make an item canonical; its number is the caller's, of 31 bits. `find` must have found nothing at this clock."""
        if not self._shelf.whole[shelf.NEXT] > self._shelf.whole[shelf.FIRST]:
            self._began = math.floor(clock)
        entry = np.uint64(mark.exact), mark.passages, mark.facts, mark.denial, math.floor(clock) - self._began, item
        largest = shelf.enter(self._held, *entry)
        if largest == shelf.NO_ROOM:
            self._room(len(mark.passages) + 2 * len(mark.facts), len(mark.passages))
            largest = shelf.enter(self._held, *entry)
        self._renumber(largest)

    def _renumber(self, largest: int) -> None:
        if largest > _LARGEST_NUMBER:
            self.load(self.dump())

    def __len__(self) -> int:
        return int(self._shelf.whole[shelf.NEXT] - self._shelf.whole[shelf.FIRST])

    def items(self) -> list[int]:
        """The caller's numbers of the items that are remembered, the longest remembered first."""
        return standing(self._shelf)

    def dump(self) -> object:
        """Plain data from which `load` restores the same memory."""
        return [self._began, *packed(self._shelf)]

    def load(self, data: object) -> None:
        """Fill an instance from `dump`. Raises msgspec.ValidationError where the data is none."""
        self._began, *parts = msgspec.convert(data, tuple[int, bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes])
        self._hold(unpacked(parts))
