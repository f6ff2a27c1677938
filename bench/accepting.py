"""What a careful person would make of the proposed merges and splits, played by somebody who knows the labels.

Proposals are looked at one by one, in order of time, with the items that were there by then; what was accepted stays so, and items that
the desk puts into a merged story later count to the story it was merged into.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.data import read_rows


@dataclass(frozen=True)
class Proposed:
    """One line of `proposals.jsonl`, as far as the decision needs it; `at` in seconds."""

    at: float
    kind: str
    story: str
    other: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """Item → story when all proposals were looked at, and how many were accepted."""

    stories: dict[str, str]
    accepted: int


def seconds(time: str) -> float:
    """An ISO time as seconds; without an offset it is UTC."""
    read = datetime.fromisoformat(time)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()


def read_proposals(path: Path) -> list[Proposed]:
    """The proposals of a replay, in its order."""
    rows = read_rows(path)
    return [Proposed(seconds(row["at"]), row["kind"], row["story"], row["other"], tuple(row["items"])) for row in rows]


def offered(assignments: Iterable[Mapping[str, object]], times: Mapping[str, float]) -> list[Proposed]:
    """The stories that items which began their own may belong to ("perhaps with"), as merges at that moment."""
    found = []
    for row in assignments:
        near, item = row.get("perhaps"), str(row["id"])
        if isinstance(near, Mapping):
            found.append(Proposed(times[item], "merge", str(near["story"]), str(row["story"]), (item,)))
    return found


def majority(labels: Iterable[str]) -> str | None:
    """The commonest label; None where there is no label, or where two are equally common: a careful person leaves that be."""
    first, second = [*Counter(labels).most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] > second[1] else None


def accept(assigned: Mapping[str, str], times: Mapping[str, float], labels: Mapping[str, str], proposals: Sequence[Proposed]) -> Outcome:
    """Accept a merge where most labels of both stories are the same, and a split where those of the moved items and of the rest differ."""
    desk = _Desk(labels)
    coming = sorted(assigned, key=lambda item: times[item], reverse=True)
    accepted = 0
    for proposal in sorted(proposals, key=lambda proposal: proposal.at):
        while coming and times[coming[-1]] <= proposal.at:
            item = coming.pop()
            desk.put(item, assigned[item])
        accepted += (desk.merge if proposal.kind == "merge" else desk.split)(proposal)
    while coming:
        item = coming.pop()
        desk.put(item, assigned[item])
    return Outcome(desk.story_of, accepted)


class _Desk:
    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels = labels
        self._members: dict[str, set[str]] = {}
        self._merged_into: dict[str, str] = {}
        self.story_of: dict[str, str] = {}

    def put(self, item: str, story: str) -> None:
        story = self._now(story)
        self.story_of[item] = story
        self._members.setdefault(story, set()).add(item)

    def merge(self, proposal: Proposed) -> bool:
        kept, gone = self._now(proposal.story), self._now(proposal.other)
        if kept == gone:
            return False
        label = self._majority(self._members.get(kept, set()))
        if label is None or label != self._majority(self._members.get(gone, set())):
            return False
        for item in self._members.pop(gone):
            self.put(item, kept)
        self._merged_into[gone] = kept
        return True

    def split(self, proposal: Proposed) -> bool:
        home, other = self._now(proposal.story), self._now(proposal.other)
        members = self._members.get(home, set())
        moved = members.intersection(proposal.items)
        labels = self._majority(moved), self._majority(members - moved)
        if home == other or None in labels or labels[0] == labels[1]:
            return False
        members -= moved
        for item in moved:
            self.put(item, other)
        return True

    def _now(self, story: str) -> str:
        while story in self._merged_into:
            story = self._merged_into[story]
        return story

    def _majority(self, items: Iterable[str]) -> str | None:
        return majority(self._labels[item] for item in items if item in self._labels)
