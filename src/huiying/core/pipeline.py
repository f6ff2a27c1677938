"""The whole way from raw items to warnings in two functions that one machine, a test and a cluster run alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

import msgspec
import numpy as np
import xxhash

from huiying.core.clean.item import clean
from huiying.core.clean.urls import item_id
from huiying.core.detect.detector import DetectConfig, Detector
from huiying.core.detect.places import OwnPlace
from huiying.core.detect.watch import Watches
from huiying.core.group.grouper import Grouper
from huiying.core.types import Assignment, Item, Match, RawItem, Refusal, Warning, WatchQuery, WordList
from huiying.core.warn.rule import Rule
from huiying.core.warn.warner import WarnConfig, Warner


class Outputs(msgspec.Struct, frozen=True):
    """What one batch led to, in order. `observed` are the ids of known items that were seen again."""

    assignments: tuple[Assignment, ...]
    matches: tuple[Match, ...]
    warnings: tuple[Warning, ...]
    observed: tuple[str, ...]


class _Dump(msgspec.Struct, frozen=True):
    grouper: bytes
    detector: bytes
    warner: bytes
    seen: bytes


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """What a desk tells the pipeline: its watches with the lists of words that they name, the places that are its own, and its rule.

    `places` are plain names; `own` and `home` are what a Gazetteer is made of: the register of places, and codes of divisions.
    """

    watches: tuple[WatchQuery, ...] = ()
    lists: tuple[WordList, ...] = ()
    places: tuple[str, ...] = ()
    own: tuple[OwnPlace, ...] = ()
    home: tuple[str, ...] = ()
    rule: Rule = Rule()


class State:
    """Everything the pipeline remembers. Belongs to one caller; `step` changes it and hands it back."""

    def __init__(self, setup: Setup = Setup()) -> None:  # noqa: B008 - frozen
        self.grouper = Grouper()
        self.detector = Detector(_detecting(setup))
        self.warner = Warner(_warning(setup))
        self._seen: set[int] = set()
        self.setup = setup
        self.queries = {query.name: query for query in setup.watches}
        self.watches = Watches(setup.watches, setup.lists)

    def known(self, item_id: str) -> bool:
        """Whether an item with this id came by before, however long ago."""
        return _digest(item_id) in self._seen

    def meet(self, item_id: str) -> bool:
        """Whether an item with this id comes by for the first time; from now on `known` is true for it."""
        digest, before = _digest(item_id), len(self._seen)
        self._seen.add(digest)
        return len(self._seen) > before

    def dump(self) -> bytes:
        """An exact snapshot: what follows after `load` is the same to the byte."""
        seen = np.sort(np.fromiter(self._seen, dtype=np.uint64, count=len(self._seen)))
        return msgspec.msgpack.encode(_Dump(self.grouper.dump(), self.detector.dump(), self.warner.dump(), seen.tobytes()))

    @classmethod
    def load(cls, data: bytes, setup: Setup = Setup()) -> State:  # noqa: B008 - frozen
        """The state of a snapshot, going on under this setup. Raises Refusal where the bytes are no snapshot."""
        try:
            parts = msgspec.msgpack.decode(data, type=_Dump)
        except msgspec.MsgspecError as error:
            raise Refusal("The snapshot of the pipeline cannot be read: %(error)s.", error=error) from error
        state = cls.__new__(cls)
        state.grouper = Grouper.load(parts.grouper)
        state.detector = Detector.load(parts.detector, _detecting(setup))
        state.warner = Warner.load(parts.warner, _warning(setup))
        state._seen = set(np.frombuffer(parts.seen, dtype=np.uint64).tolist())
        state.setup = setup
        state.queries = {query.name: query for query in setup.watches}
        state.watches = Watches(setup.watches, setup.lists)
        return state

    def under(self, setup: Setup) -> None:
        """Go on under another setup from the next item on. Raises Refusal for a wrong watch; then nothing has changed."""
        self.watches.change(setup.watches, setup.lists)
        if _detecting(setup) != _detecting(self.setup):
            self.detector = Detector.load(self.detector.dump(), _detecting(setup))
        if _warning(setup) != _warning(self.setup):
            self.warner = Warner.load(self.warner.dump(), _warning(setup))
        self.queries = {query.name: query for query in setup.watches}
        self.setup = setup


def _digest(item_id: str) -> int:
    return xxhash.xxh3_64_intdigest(item_id.encode("utf-8", "surrogatepass"))


def _detecting(setup: Setup) -> DetectConfig:
    rule = setup.rule
    return DetectConfig(
        watched=bool(setup.watches),
        places=setup.places,
        quiet_hours=rule.hours.quiet,
        evidence_hours=rule.hours.evidence,
        weights=rule.weights,
    )


def _warning(setup: Setup) -> WarnConfig:
    least = {watch.name: watch.level for watch in setup.watches if watch.level is not None}
    return WarnConfig(table=setup.rule.levels, quiet_hours=setup.rule.hours.quiet, least=least)


def prepare(state: State, raw: RawItem, *, first_seen: datetime, zone: tzinfo) -> Item:
    """Clean a raw item. One whose id is known is only an observation: its words are not needed again."""
    key = item_id(raw)
    if not state.known(key):
        return clean(raw, first_seen=first_seen, zone=zone)
    return Item(
        id=key, source=raw.source, kind=raw.kind, url="", title="", text="", lang="", first_seen=first_seen, heat=raw.heat, rank=raw.rank
    )


def step(state: State, batch: Sequence[Item], now: datetime) -> tuple[State, Outputs]:
    """Take items in order of `first_seen` through dedup, grouping, watches, detection and warning.

    An item whose id is known is an observation, not a new item. Refuses an item seen later than `now`: nothing here may
    know the future. The size of a batch changes nothing in the outputs.
    """
    assignments: list[Assignment] = []
    matches: list[Match] = []
    warnings: list[Warning] = []
    observed: list[str] = []
    for item in batch:
        if item.first_seen > now:
            raise Refusal("Item %(id)s was seen after the present moment.", id=item.id)
    fresh = [state.meet(item.id) for item in batch]
    for item, found in zip(batch, state.grouper.take(batch, fresh), strict=True):
        if not isinstance(found, Assignment):
            # only what an observation has in every batch size: its time, heat and rank
            observed.append(item.id)
            risen = state.detector.observe(item) if found is not None else None
            warning = state.warner.consider(risen) if risen is not None else None
            if warning is not None:
                warnings.append(warning)
            continue
        names = state.watches.match(item)
        signal = state.detector.update(item, found, tuple(state.queries[name] for name in names))
        warning = state.warner.consider(signal)
        assignments.append(found)
        matches.extend(Match(watch=name, item=item.id) for name in names)
        if warning is not None:
            warnings.append(warning)
    return state, Outputs(tuple(assignments), tuple(matches), tuple(warnings), tuple(observed))


class Beside:
    """The same items in the same stories, judged a second time under another rule. Grouping, which no rule touches, is done once."""

    def __init__(self, setup: Setup) -> None:
        self._queries = {query.name: query for query in setup.watches}
        self._detector = Detector(_detecting(setup))
        self._warner = Warner(_warning(setup))

    def step(self, items: Sequence[Item], outputs: Outputs) -> tuple[Warning, ...]:
        """The warnings about items that `step` has taken through, all of them new to it."""
        if outputs.observed:
            raise Refusal("Only items that are new can be judged a second time.")
        matched: dict[str, list[WatchQuery]] = {}
        for match in outputs.matches:
            matched.setdefault(match.item, []).append(self._queries[match.watch])
        signals = [
            self._detector.update(item, assignment, tuple(matched.get(item.id, ())))
            for item, assignment in zip(items, outputs.assignments, strict=True)
        ]
        return tuple(warning for warning in map(self._warner.consider, signals) if warning is not None)
