"""Labelled sets read once and replayed many times under trial weights, and the decisions of such a replay, for bench/search.py.

A replay here is the product's own: its reading and cleaning, its copies, its memory of live stories; only the weights are given. Which
items are copies does not depend on the weights, so they are found once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.data import read_rows, stripped
from bench.stories import Labelled
from huiying.core.clean.item import clean
from huiying.core.group.arrays import Doubles
from huiying.core.group.considering import Weighed
from huiying.core.group.dedup import Dedup, DedupConfig
from huiying.core.group.features import Features, features_of
from huiying.core.group.fingerprint import fingerprint
from huiying.core.group.known_names import KnownNames
from huiying.core.group.memory import Memory
from huiying.core.group.pieces import PIECES
from huiying.core.group.settings import StoryConfig
from huiying.core.group.slabs import Ints
from huiying.replay.reading import in_time_order, scan


@dataclass
class Stream:
    """A labelled set in order of time: of each item its id, features, second, which earlier one it copies (-1: none), and its label."""

    name: str
    ids: list[str] = field(default_factory=list)
    features: list[Features] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    copy_of: list[int] = field(default_factory=list)
    labels: list[str | None] = field(default_factory=list)


def read(labelled_set: Labelled, work: Path) -> Stream:
    """A set as the product would read it."""
    gold = labelled_set.gold(work)
    labels = {f"{row['source']}:{row['id']}": row["story"] for row in read_rows(gold)}
    path = stripped(gold, work / f"{labelled_set.name}.jsonl")
    stream, names, dedup, clock = Stream(labelled_set.name), KnownNames(), Dedup(DedupConfig()), 0.0
    for at, raw in in_time_order([path], scan([path], lambda _: None).unordered):
        item = clean(raw, first_seen=at, zone=UTC)
        clock = max(clock, at.timestamp())
        features = features_of(item, names)
        mark = fingerprint(item.kind, features.title, features.text)
        copy = None if mark is None else dedup.find(mark, clock)
        if mark is not None and copy is None:
            dedup.remember(mark, len(stream.ids), clock)
        label = labels[f"{raw.source}:{raw.native_id}"]
        stream.ids.append(item.id)
        stream.features.append(features)
        stream.times.append(clock)
        stream.copy_of.append(-1 if copy is None else copy.of)
        stream.labels.append(None if label is None else str(label))
    return stream


@dataclass(frozen=True)
class Decisions:
    """What was to be decided, a row a candidate story: its pieces of evidence, which scripts meet, whether it is a right one. A decision is
    the rows from its `first` on; it counts `weight`. Where no candidate is right, a story of its own is."""

    pieces: npt.NDArray[np.float32]
    pairing: Ints
    right: npt.NDArray[np.bool_]
    first: npt.NDArray[np.int64]
    weight: Doubles

    @property
    def has_right(self) -> npt.NDArray[np.bool_]:
        """For each decision whether a candidate is right."""
        return np.logical_or.reduceat(self.right, self.first)


class Recorder:
    """Notes the decisions of a replay in which one of the pairings of scripts `rows` occurs."""

    def __init__(self, rows: tuple[int, ...]) -> None:
        self._rows = rows
        self._held: Counter[tuple[int, str]] = Counter()
        self._noted: list[tuple[npt.NDArray[np.float32], Ints, npt.NDArray[np.bool_]]] = []

    def note(self, memory: Memory, weighed: Weighed, label: str) -> None:
        """Before the item is entered. Right are the stories most of whose items have its label, and are no crumb beside another."""
        found, met = weighed.candidates["story"], weighed.candidates["pairing"]
        if not np.isin(met, self._rows).any():
            return
        size = memory.arrays.story["size"][found]
        held = np.array([self._held[int(name), label] for name in memory.arrays.story["name"][found]])
        right = 2 * held > size
        right &= 2 * size >= size[right].max(initial=0)
        self._noted.append((weighed.candidates["pieces"].astype(np.float32), met.copy(), right))

    def entered(self, memory: Memory, slot: int, label: str) -> None:
        """An item with this label is now a member."""
        self._held[int(memory.arrays.story["name"][memory.story(slot)]), label] += 1

    def decisions(self, new_weight: float) -> Decisions:
        """What was noted, weighing 1 in all; a decision for a new story `new_weight` times another."""
        if not self._noted:
            nothing = np.zeros(0, np.int64)
            return Decisions(np.zeros((0, PIECES), np.float32), nothing.astype(np.int32), nothing.astype(bool), nothing, np.zeros(0))
        pieces, met, right = (np.concatenate(parts) for parts in zip(*self._noted, strict=True))
        sizes = [len(rows) for _, rows, _ in self._noted]
        weight = np.array([1.0 if some.any() else new_weight for _, _, some in self._noted])
        return Decisions(pieces, met, right, np.cumsum([0, *sizes[:-1]]), weight / weight.sum())


def together(parts: list[Decisions]) -> Decisions:
    """The decisions of several replays as one."""
    begins = np.cumsum([0, *(len(part.right) for part in parts[:-1])])
    return Decisions(
        np.concatenate([part.pieces for part in parts]),
        np.concatenate([part.pairing for part in parts]),
        np.concatenate([part.right for part in parts]),
        np.concatenate([part.first + begin for part, begin in zip(parts, begins, strict=True)]),
        np.concatenate([part.weight for part in parts]),
    )


def replay(stream: Stream, weights: Doubles, recorder: Recorder | None = None, config: StoryConfig = StoryConfig()) -> list[str]:  # noqa: B008 - frozen
    """The story of each item under these weights, as `Grouper.assign` would find it."""
    memory = Memory(config, weights=weights)
    slots: list[int] = []
    stories: list[str] = []
    for item, features, at, original, label in zip(stream.ids, stream.features, stream.times, stream.copy_of, stream.labels, strict=True):
        memory.arrive(item, at)
        if original >= 0:
            slot = memory.attach(item, slots[original], at)
        else:
            weighed = memory.weigh(features, at)
            if recorder is not None and label is not None:
                recorder.note(memory, weighed, label)
            joined = weighed.best >= 0 and weighed.total > 0.0
            slot = memory.enter(item, features, weighed, bool(joined), at)
            if recorder is not None and label is not None:
                recorder.entered(memory, slot, label)
        slots.append(slot)
        stories.append(memory.name(memory.story(slot)))
    return stories
