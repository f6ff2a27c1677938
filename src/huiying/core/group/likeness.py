"""Which remembered item a text repeats: counting shared passages and comparing facts, alike in both directions."""

from __future__ import annotations

import numpy as np

from huiying.core.group.compiled import compiled, inlined
from huiying.core.group.held import Held
from huiying.core.group.passages import KEPT_PASSAGES, Hashes
from huiying.core.group.shelf import FIRST, FIRST_ANCHOR, GONE, Shelf, anchor_count, anchor_of, forget

NOTHING = -1
# Of the smallest so many passages of both, a copy shares more than an eighth all but surely; what does not is looked at no further.
FIRST_LOOK, LEAST_AT_FIRST = 20, 3


@inlined
def _equal(shelf: Shelf, exact: np.uint64) -> int:
    """The number of the remembered item with these words, or NOTHING."""
    number = int(shelf.exact_heads[int(exact & np.uint64(len(shelf.exact_heads) - 1))])
    while number >= shelf.whole[FIRST]:
        at = number % len(shelf.exact)
        if shelf.exact[at] == exact and shelf.item[at] != GONE:
            return number
        number = int(shelf.next_exact[at])
    return -1


# containment, slack, overlap, conflict, quoted: see DedupConfig
Limits = tuple[float, float, float, float, float]


@compiled
def nearest(
    held: Held[Shelf],
    oldest: int,
    exact: np.uint64,
    passages: Hashes,
    facts: Hashes,
    denial: bool,
    limits: Limits,
) -> tuple[int, int, int, float]:
    """Forget what is from before the second `oldest`; then (number, shared, total, needed) of the remembered item with these words, else
    of that which shares the largest part, then the most, then the earliest.

    `total` are the passages of the one with fewer. Where one of the two is only a sample, both are cut down to the range of hashes that
    both samples cover. The number is NOTHING where none shares enough.
    """
    shelf = held.parts
    containment, slack, overlap, conflict, quoted = limits
    forget(shelf, oldest)
    same = _equal(shelf, exact)
    if same >= 0:
        total = int(shelf.passages[same % len(shelf.exact)])
        total = total if total else 1
        return same, total, total, float(total)
    best, best_shared, best_total, best_needed = -1, 0, 1, 0.0
    for candidate in _candidates(shelf, passages):
        number = int(candidate)
        at = number % len(shelf.exact)
        if shelf.item[at] == GONE:
            continue
        shared, mine, other = _compare(shelf, at, passages)
        shorter, longer = (mine, other) if mine < other else (other, mine)
        needed = min(float(shorter), containment * shorter + slack)
        if shorter == 0 or shared < needed or shared < (quoted if denial and not shelf.denial[at] else overlap) * longer:
            continue
        ahead = shared * best_total - best_shared * shorter
        if ahead == 0:
            ahead = shared - best_shared
        if best >= 0 and (ahead < 0 or (ahead == 0 and not _before(shelf, at, best % len(shelf.exact)))):
            continue
        if not _conflicts(shelf, at, facts, conflict):
            best, best_shared, best_total, best_needed = number, shared, shorter, needed
    return best, best_shared, best_total, best_needed


@inlined
def _before(shelf: Shelf, at: int, best: int) -> bool:
    """Whether one item comes before another: by its second, within a second by its words, so that their order plays no role."""
    if shelf.second[at] != shelf.second[best]:
        return shelf.second[at] < shelf.second[best]  # type: ignore[no-any-return]
    return shelf.exact[at] < shelf.exact[best]  # type: ignore[no-any-return]


@compiled
def _candidates(shelf: Shelf, passages: Hashes):  # type: ignore[no-untyped-def]
    """The numbers of the remembered items that share an anchor, rising."""
    found = np.empty(64, np.int64)
    count = 0
    for passage in passages[: anchor_count(len(passages))]:
        anchor = anchor_of(passage)
        entry = int(shelf.heads[anchor & (len(shelf.heads) - 1)])
        while entry >= shelf.whole[FIRST_ANCHOR]:
            at = entry % len(shelf.anchor)
            if shelf.anchor[at] == anchor:
                if count == len(found):
                    found = np.concatenate((found, np.empty(count, np.int64)))
                found[count] = shelf.holder[at]
                count += 1
            entry = int(shelf.older[at])
    found = found[:count]
    found.sort()
    distinct = 0
    for at in range(count):
        if at == 0 or found[at] != found[distinct - 1]:
            found[distinct] = found[at]
            distinct += 1
    return found[:distinct]


@inlined
def _compare(shelf: Shelf, at: int, passages: Hashes) -> tuple[int, int, int]:
    """Passages shared, of the text and of the item at this place, as far as both samples reach."""
    start, size, room = int(shelf.start[at]), int(shelf.passages[at]), len(shelf.pieces)
    reach = 0xFFFF
    if len(passages) == KEPT_PASSAGES:
        reach = int(passages[-1] >> np.uint32(16))
    if size == KEPT_PASSAGES:
        reach = min(reach, int(shelf.pieces[(start + size - 1) % room]))
    mine = shared = other = 0
    place = start % room
    while mine < len(passages) or other < size:
        left = int(passages[mine] >> np.uint32(16)) if mine < len(passages) else 0x10000
        right = int(shelf.pieces[place]) if other < size else 0x10000
        if min(left, right) > reach or (shared < LEAST_AT_FIRST and mine >= FIRST_LOOK and other >= FIRST_LOOK):
            break
        shared += left == right
        mine += left <= right
        if right <= left:
            other += 1
            place = place + 1 if place + 1 < room else 0
    return shared, mine, other


@inlined
def _conflicts(shelf: Shelf, at: int, facts: Hashes, most: float) -> bool:
    """Whether of the facts that stand in the same place in both, at least the part `most` are different ones."""
    start, size, room = int(shelf.start[at]) + int(shelf.passages[at]), int(shelf.facts[at]), len(shelf.pieces)
    same = different = 0
    mine_told = np.zeros(len(facts), np.uint8)
    for other in range(size):
        where = shelf.pieces[(start + 2 * other) % room]
        what = shelf.pieces[(start + 2 * other + 1) % room]
        told = 0
        for mine in range(len(facts)):
            if facts[mine] >> np.uint32(16) == where:
                parts = (facts[mine] ^ np.uint32(what)) & np.uint32(0xFFFF)
                agree = 2 if parts & np.uint32(0xFF) == 0 or parts & np.uint32(0xFF00) == 0 else 1
                told = max(told, agree)
                mine_told[mine] = max(mine_told[mine], agree)
        same += told == 2
        different += told == 1
    for mine in range(len(facts)):
        same += mine_told[mine] == 2
        different += mine_told[mine] == 1
    return different > 0 and different >= most * (same + different)
