"""Near-duplicates: a copy attaches to the one canonical item it repeats, never to another copy."""

from __future__ import annotations

from array import array
from collections import OrderedDict

import msgspec

from huiying.core.group.fingerprint import Print, anchor_count

DAY = 86400.0
MOST_CANDIDATES = 8
# A copy shares about as large a part of the anchors as of the passages: under an eighth of them, the rest need not be compared.
PART_OF_ANCHORS = 8


class DedupConfig(msgspec.Struct, frozen=True, kw_only=True):
    """`window_days` of event time a canonical item is remembered. A copy shares `containment` of the shorter text's passages and
    `slack` passages more (all of them where there are too few), and `overlap` of the longer text's."""

    window_days: float = 14.0
    containment: float = 0.45
    slack: int = 1
    overlap: float = 0.2


class Copy(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What an item repeats and in which story that stands: `shared` of the shorter text's `total` passages, where `threshold` is the
    share that makes a copy; `exact` for equal wording."""

    of: str
    story: str
    shared: int
    total: int
    threshold: float
    exact: bool


class _Canonical:
    __slots__ = ("at", "exact", "item", "passages", "story")

    def __init__(self, item: str, story: str, at: float, exact: int, passages: array[int]) -> None:
        self.item = item
        self.story = story
        self.at = at
        self.exact = exact
        self.passages = passages


_NO_PASSAGES = array("I")


class Dedup:
    """Remembers canonical items for a window of event time and finds the one that a new item repeats."""

    def __init__(self, config: DedupConfig) -> None:
        self._config = config
        self._canonical: OrderedDict[int, _Canonical] = OrderedDict()
        self._exact: dict[int, int] = {}
        self._anchors: dict[int, list[int]] = {}
        self._next = 0

    def find(self, mark: Print, clock: float) -> Copy | None:
        """The canonical item that a fingerprint repeats: the one that shares most, then the earliest. `clock` never falls."""
        self._expire(clock)
        known = self._exact.get(mark.exact)
        if known is not None:
            same = self._canonical[known]
            total = max(1, len(same.passages))
            return Copy(of=same.item, story=same.story, shared=total, total=total, threshold=1.0, exact=True)
        return self._nearest(mark) if mark.passages else None

    def remember(self, mark: Print, item: str, story: str, clock: float) -> None:
        """Make an item canonical. `find` must have found nothing at this clock."""
        self._enter(self._next, _Canonical(item, story, clock, mark.exact, array("I", mark.passages) if mark.passages else _NO_PASSAGES))
        self._next += 1

    def _enter(self, key: int, canonical: _Canonical) -> None:
        self._canonical[key] = canonical
        self._exact[canonical.exact] = key
        for anchor in canonical.passages[: anchor_count(len(canonical.passages))]:
            self._anchors.setdefault(anchor, []).append(key)

    def _nearest(self, mark: Print) -> Copy | None:
        counts: dict[int, int] = {}
        for anchor in mark.anchors:
            for key in self._anchors.get(anchor, ()):
                counts[key] = counts.get(key, 0) + 1
        if not counts:
            return None
        config, passages, anchors = self._config, set(mark.passages), len(mark.anchors)
        best, found = (0.0, 0), None
        for key in sorted(counts, key=lambda k: (-counts[k], k))[:MOST_CANDIDATES]:
            other = self._canonical[key]
            if counts[key] * PART_OF_ANCHORS < min(anchors, anchor_count(len(other.passages))):
                continue
            shared = len(passages.intersection(other.passages))
            shorter, longer = sorted((len(passages), len(other.passages)))
            needed = min(shorter, config.containment * shorter + config.slack)
            rank = (-shared / shorter, key)
            if shared >= needed and shared >= config.overlap * longer and rank < best:
                best = rank
                found = Copy(of=other.item, story=other.story, shared=shared, total=shorter, threshold=needed / shorter, exact=False)
        return found

    def _expire(self, clock: float) -> None:
        horizon = clock - self._config.window_days * DAY
        while self._canonical:
            key, oldest = next(iter(self._canonical.items()))
            if oldest.at >= horizon:
                return
            del self._canonical[key]
            del self._exact[oldest.exact]
            for anchor in oldest.passages[: anchor_count(len(oldest.passages))]:
                keys = self._anchors[anchor]
                keys.remove(key)
                if not keys:
                    del self._anchors[anchor]

    def dump(self) -> object:
        """Plain data from which `load` restores the same memory."""
        return [self._next, [[key, c.item, c.story, c.at, c.exact, list(c.passages)] for key, c in self._canonical.items()]]

    def load(self, data: object) -> None:
        """Fill an empty instance from `dump`."""
        self._next, rows = msgspec.convert(data, tuple[int, list[tuple[int, str, str, float, int, list[int]]]])
        for key, item, story, at, exact, passages in rows:
            self._enter(key, _Canonical(item, story, at, exact, array("I", passages) if passages else _NO_PASSAGES))
