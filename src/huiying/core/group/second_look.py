"""A slower look at the live stories: which two may be one happening, and which one may be two. It only proposes; a person decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from huiying.core.group.arrays import NEWEST
from huiying.core.group.considering import Weighed
from huiying.core.group.evidence import told
from huiying.core.group.memory import Memory
from huiying.core.group.reading import CONCEPTS, EVENTS, NUMBERS, PLACES, WORDS
from huiying.core.group.settings import STRATEGY
from huiying.core.types import Contribution, Proposal, ProposalKind

MOST_STORIES = 400
# One item alone that comes near a story says so itself (Assignment.perhaps).
LEAST_LOOK = 2
# Above what an item needs to join: a story has more words by which to be alike by chance.
MERGE_MARGIN = 1.0
TERMS_OF_A_STORY = 96
LEAST_SPLIT = 3
COMMON_PART = 0.6
LEAST_WEIGHT = 0.05
LEAST_COMMON = 0.3
# Everyday concepts are shared by many stories, single characters and the county's name by nearly all.
_TELLING = {WORDS: 1.0, PLACES: 1.0, NUMBERS: 1.0, EVENTS: 0.15, CONCEPTS: 0.15}


def look(memory: Memory, since: int, clock: float) -> Iterator[Proposal]:
    """Proposals about the stories that items came into after the item numbered `since`, the last heard of first."""
    proposed: set[tuple[int, int]] = set()
    for story in _changed(memory, since):
        merge = _merge(memory, story, clock)
        if merge is not None and merge[0] not in proposed:
            proposed.add(merge[0])
            yield merge[1]
        split = _split(memory, story)
        if split is not None:
            yield split


def _changed(memory: Memory, since: int) -> Sequence[int]:
    found: list[int] = []
    story = int(memory.arrays.whole[NEWEST])
    while story >= 0 and len(found) < MOST_STORIES:
        if memory.arrays.story["seen"][story] >= since and memory.arrays.story["size"][story] >= LEAST_LOOK:
            found.append(story)
        story = int(memory.arrays.story["older"][story])
    return found


def _merge(memory: Memory, story: int, clock: float) -> tuple[tuple[int, int], Proposal] | None:
    """The likeliest other story, where the evidence is enough."""
    weighed = memory.weigh_story(story, TERMS_OF_A_STORY, clock)
    best = weighed.best
    if best < 0 or weighed.total <= MERGE_MARGIN or not _in_common(weighed):
        return None
    likest = weighed.candidates[best]
    other = int(likest["story"])
    parts, score, threshold = told(weighed.parts[0], weighed.total, likest["pairing"])
    earlier, later = sorted((story, other), key=lambda one: (float(memory.arrays.story["first"][one]), one))
    return (earlier, later), Proposal(
        kind=ProposalKind.MERGE,
        story=memory.name(earlier),
        other=memory.name(later),
        items=tuple(memory.items(later)),
        score=score,
        threshold=threshold + MERGE_MARGIN,
        strategy=STRATEGY,
        reasons=_reasons(parts),
    )


def _in_common(weighed: Weighed) -> bool:
    """Whether the two share more than a stray word or an everyday concept: being talked of at the same time is no reason."""
    squares = np.square(weighed.terms["weight"]) * (weighed.terms["shared"] > 0.0)
    held = sum(share * float(squares[weighed.terms["group"] == group].sum()) for group, share in _TELLING.items())
    return held >= LEAST_COMMON


def _reasons(parts: dict[str, float]) -> tuple[Contribution, ...]:
    told = [Contribution(name=name, value=weight, weight=weight) for name, weight in parts.items() if abs(weight) >= LEAST_WEIGHT]
    return tuple(sorted(told, key=lambda reason: (-abs(reason.weight), reason.name)))


def _split(memory: Memory, story: int) -> Proposal | None:
    """The later of two groups of items that share no place, where both speak of places."""
    if memory.arrays.story["size"][story] < 2 * LEAST_SPLIT:
        return None
    slots = memory.members(story)
    signs = memory.signs(slots)
    groups = _groups_by_place(signs)
    if len(groups) < 2 or min(len(groups[0]), len(groups[1])) < LEAST_SPLIT:
        return None
    first, second = sorted(groups[:2], key=min)
    moved = sorted(second)
    return Proposal(
        kind=ProposalKind.SPLIT,
        story=memory.name(story),
        other=memory.split_name(slots[moved[0]]),
        items=tuple(memory.item(slots[at]) for at in moved),
        score=float(len(second)),
        threshold=float(LEAST_SPLIT),
        strategy=STRATEGY,
        reasons=(Contribution(name="place_differs", value=len(first), baseline=len(slots), weight=float(len(second))),),
    )


def _groups_by_place(signs: np.ndarray) -> list[set[int]]:
    """Members joined by a shared place that is not nearly everybody's, the largest group first."""
    counts = Counter(int(sign) for row in signs for sign in set(row.tolist()) if sign)
    placed = sum(bool(row.any()) for row in signs)
    holders: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(signs):
        for sign in set(row.tolist()):
            if sign and counts[int(sign)] <= COMMON_PART * placed:
                holders[int(sign)].append(at)
    parent: dict[int, int] = {}

    def find(at: int) -> int:
        while parent.setdefault(at, at) != at:
            at = parent[at]
        return at

    for members in holders.values():
        for at in members:
            parent[find(at)] = find(members[0])
    groups: dict[int, set[int]] = defaultdict(set)
    for at in list(parent):
        groups[find(at)].add(at)
    return sorted(groups.values(), key=lambda group: (-len(group), min(group)))
