"""The whole way from items to warnings in one function that one machine, a test and a cluster run alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from huiying.core.detect.detector import Detector
from huiying.core.detect.watch import Watches
from huiying.core.group.grouper import Grouper
from huiying.core.types import Assignment, Item, Match, Refusal, Warning, WatchQuery
from huiying.core.warn.warner import Warner


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


class State:
    """Everything the pipeline remembers. Belongs to one caller; `step` changes it and hands it back."""

    def __init__(self, queries: Sequence[WatchQuery] = ()) -> None:
        self.grouper = Grouper()
        self.detector = Detector()
        self.warner = Warner()
        self.watch(queries)

    def watch(self, queries: Sequence[WatchQuery]) -> None:
        """Use these watches from the next item on."""
        self.queries = {query.name: query for query in queries}
        self.watches = Watches(queries)
        self.detector.watched = bool(queries)

    def dump(self) -> bytes:
        """An exact snapshot: what follows after `load` is the same to the byte."""
        return msgspec.msgpack.encode(_Dump(self.grouper.dump(), self.detector.dump(), self.warner.dump()))

    @classmethod
    def load(cls, data: bytes, queries: Sequence[WatchQuery] = ()) -> State:
        """The state of a snapshot, going on under these watches."""
        parts = msgspec.msgpack.decode(data, type=_Dump)
        state = cls()
        state.grouper = Grouper.load(parts.grouper)
        state.detector = Detector.load(parts.detector)
        state.warner = Warner.load(parts.warner)
        state.watch(queries)
        return state


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
        if state.grouper.touch(item.id, item.at) is not None:
            state.detector.observe(item)
            observed.append(item.id)
            continue
        assignment = state.grouper.assign(item)
        names = state.watches.match(item)
        signal = state.detector.update(item, assignment, tuple(state.queries[name] for name in names))
        warning = state.warner.consider(signal)
        assignments.append(assignment)
        matches.extend(Match(watch=name, item=item.id) for name in names)
        if warning is not None:
            warnings.append(warning)
    return state, Outputs(tuple(assignments), tuple(matches), tuple(warnings), tuple(observed))
