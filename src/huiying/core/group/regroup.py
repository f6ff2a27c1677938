"""Where items stand after what people decided about stories: the decisions that hold, replayed over what the pipeline assigned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from huiying.core.types import ProposalKind

GROWN = 2
ALIKE = 0.5


class Regrouping(msgspec.Struct, frozen=True, kw_only=True):
    """A decision that holds. MERGE: whatever is in `other` is in `story`. SPLIT: `items` of `story`, with their copies, are in `other`.

    Stories and items are their ids in the store.
    """

    kind: ProposalKind
    story: int
    other: int
    items: frozenset[int] = frozenset()


class Assigned(msgspec.Struct, frozen=True, gc=False):
    """An item, the story that the pipeline gave it, and the item that it is a copy of."""

    item: int
    story: int
    copy_of: int | None = None


def standing(assigned: Sequence[Assigned], decisions: Sequence[Regrouping]) -> dict[int, int]:
    """Item → the story it stands in. `decisions` are in the order in which they were taken; a copy goes where its original goes.

    Since the pipeline's own story is where every replay begins, leaving a decision out is undoing it.
    """
    originals = {entry.item: entry.copy_of for entry in assigned if entry.copy_of is not None}
    found = {}
    for entry in assigned:
        family = _family(entry.item, originals)
        at = entry.story
        for decision in decisions:
            if decision.kind == ProposalKind.MERGE:
                at = decision.story if at == decision.other else at
            elif at == decision.story and not family.isdisjoint(decision.items):
                at = decision.other
        found[entry.item] = at
    return found


def _family(item: int, originals: Mapping[int, int | None]) -> set[int]:
    """An item and what it is a copy of, however many steps."""
    family: set[int] = set()
    found: int | None = item
    while found is not None and found not in family:
        family.add(found)
        found = originals.get(found)
    return family


def with_copies(chosen: Iterable[int], assigned: Sequence[Assigned]) -> frozenset[int]:
    """The chosen items and all copies of them."""
    wanted = frozenset(chosen)
    originals = {entry.item: entry.copy_of for entry in assigned if entry.copy_of is not None}
    return wanted | {entry.item for entry in assigned if not wanted.isdisjoint(_family(entry.item, originals))}


def stranded(assigned: Sequence[Assigned], decisions: Sequence[Regrouping], undone: int) -> Regrouping | None:
    """The first later decision that would lose its ground if the one at position `undone` no longer held; None where there is none.

    A later split loses it when an item that it moved would not be there to move; a later decision about a story that a split made loses
    it altogether.
    """
    target = decisions[undone]
    for number, later in enumerate(decisions):
        if number <= undone:
            continue
        if target.kind == ProposalKind.SPLIT and target.other in (later.story, later.other):
            return later
        if later.kind == ProposalKind.SPLIT:
            before = standing(assigned, decisions[:number])
            without = standing(assigned, [*decisions[:undone], *decisions[undone + 1 : number]])
            if any(before[item] == later.story != without[item] for item in later.items & before.keys()):
                return later
    return None


def grown(then: int, now: int) -> bool:
    """Whether stories that had `then` items have grown so much that a question about them may be put again."""
    return now >= GROWN * max(then, 1)


def much_the_same(one: Iterable[int], other: Iterable[int]) -> bool:
    """Whether two choices of items are the same question: at least half of all items are in both."""
    first, second = set(one), set(other)
    return bool(first | second) and len(first & second) >= ALIKE * len(first | second)
