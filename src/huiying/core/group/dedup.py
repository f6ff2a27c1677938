"""Near-duplicates: a copy attaches to the one canonical item it repeats, never to another copy."""

from __future__ import annotations

from array import array
from collections import OrderedDict

import msgspec
import xxhash

from huiying.core.group.fingerprint import SHORT_TEXT, anchors, normalise, shingles
from huiying.core.types import Kind

DAY = 86400.0
MOST_CANDIDATES = 8


class DedupConfig(msgspec.Struct, frozen=True, kw_only=True):
    """`window_days` of event time a canonical item is remembered. A copy shares `containment` of the shorter text's passages and
    `slack` passages more (all of them where there are too few), and `overlap` of the longer text's."""

    window_days: float = 14.0
    containment: float = 0.45
    overlap: float = 0.2
    slack: int = 1


class Copy(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What an item repeats, and in which story that stands: `shared` of `total` passages of the shorter text; `exact` for equal wording."""

    of: str
    story: str
    shared: int
    total: int
    threshold: float
    exact: bool


class Print(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Fingerprint of an item: the hash of its words, its passages (none where only equality counts) and the anchors that find them."""

    exact: int
    passages: frozenset[int] = frozenset()
    anchors: tuple[int, ...] = ()


class _Canonical:
    __slots__ = ("at", "exact", "item", "passages", "story")

    def __init__(self, item: str, story: str, at: float, exact: int, passages: array[int]) -> None:
        self.item = item
        self.story = story
        self.at = at
        self.exact = exact
        self.passages = passages


def fingerprint(kind: Kind, title: str, text: str) -> Print | None:
    """Fingerprint of folded title and text; None without a single letter or digit. Of a hot-list line only the title counts."""
    headline = kind == Kind.HOTLIST
    words = title if headline else f"{title}\n{text}"
    bare = normalise(words)
    if not bare:
        return None
    exact = xxhash.xxh64_intdigest(bare.encode("utf-8", "surrogatepass"))
    if headline or len(bare) < SHORT_TEXT:
        return Print(exact=exact)
    passages = shingles(words)
    return Print(exact=exact, passages=frozenset(passages), anchors=tuple(anchors(passages)))


class Dedup:
    """Remembers canonical items for a window of event time and finds what a new item repeats."""

    def __init__(self, config: DedupConfig) -> None:
        self._config = config
        self._canonical: OrderedDict[int, _Canonical] = OrderedDict()
        self._exact: dict[int, int] = {}
        self._anchors: dict[int, list[int]] = {}
        self._next = 0

    def find(self, mark: Print, clock: float) -> Copy | None:
        """The canonical item that a fingerprint repeats, the most similar and then the earliest. `clock` never falls."""
        self._expire(clock)
        known = self._exact.get(mark.exact)
        if known is not None:
            same = self._canonical[known]
            total = max(1, len(same.passages))
            return Copy(of=same.item, story=same.story, shared=total, total=total, threshold=1.0, exact=True)
        return self._nearest(mark) if mark.passages else None

    def remember(self, mark: Print, item: str, story: str, clock: float) -> None:
        """Make an item canonical. `find` must have found nothing at this clock."""
        key = self._next
        self._next += 1
        self._canonical[key] = _Canonical(item, story, clock, mark.exact, array("I", sorted(mark.passages)))
        self._exact[mark.exact] = key
        for anchor in mark.anchors:
            self._anchors.setdefault(anchor, []).append(key)

    def _nearest(self, mark: Print) -> Copy | None:
        passages = mark.passages
        counts: dict[int, int] = {}
        for anchor in mark.anchors:
            for key in self._anchors.get(anchor, ()):
                counts[key] = counts.get(key, 0) + 1
        best: tuple[float, int] | None = None
        found = None
        for key in sorted(counts, key=lambda k: (-counts[k], k))[:MOST_CANDIDATES]:
            other = self._canonical[key]
            shared = len(passages.intersection(other.passages))
            shorter = min(len(passages), len(other.passages))
            longer = max(len(passages), len(other.passages))
            needed = min(shorter, self._config.containment * shorter + self._config.slack)
            if shared < needed or shared < self._config.overlap * longer:
                continue
            rank = (-shared / shorter, key)
            if best is None or rank < best:
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
            for mark in anchors(set(oldest.passages)) if oldest.passages else ():
                keys = self._anchors[mark]
                keys.remove(key)
                if not keys:
                    del self._anchors[mark]

    def dump(self) -> object:
        """Plain data from which `load` restores the same memory."""
        return [self._next, [[key, c.item, c.story, c.at, c.exact, c.passages.tobytes()] for key, c in self._canonical.items()]]

    def load(self, data: object) -> None:
        """Fill an empty instance from `dump`."""
        next_key, rows = msgspec.convert(data, tuple[int, list[tuple[int, str, str, float, int, bytes]]])
        self._next = next_key
        for key, item, story, at, exact, packed in rows:
            passages = array("I")
            passages.frombytes(packed)
            self._canonical[key] = _Canonical(item, story, at, exact, passages)
            self._exact[exact] = key
            for mark in anchors(set(passages)) if passages else ():
                self._anchors.setdefault(mark, []).append(key)
