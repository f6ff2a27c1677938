"""The memory of canonical items: rings of flat arrays, in which the oldest item makes room by growing old.

Items, their passages and their anchors (the passages by which they are looked up) each have a running number; number modulo length is the
place in the ring. Anchors of one bucket are chained from the newest back, so a walk ends at the first one that is forgotten, and nothing
need be unlinked.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from huiying.core.group.compiled import compiled, inlined
from huiying.core.group.held import Held
from huiying.core.group.pages import give_back, zeros
from huiying.core.group.passages import Hashes

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Halves = npt.NDArray[np.uint16]
Bytes = npt.NDArray[np.uint8]
Exacts = npt.NDArray[np.uint64]

LEAST_ANCHORS = 4
PASSAGES_AN_ANCHOR = 6
# An anchor that so many remembered items have says nothing: site headers, forms, greetings.
MOST_HOLDERS = 64
GONE = -1
NO_ROOM = -1
_GROWTH = 1.1
_FIRST_ITEMS, _FIRST_PIECES, _FIRST_ANCHORS = 1 << 12, 1 << 17, 1 << 14

# places in `whole`: the oldest number still remembered and the next one, of items, pieces and anchors
FIRST, NEXT, FIRST_PIECE, NEXT_PIECE, FIRST_ANCHOR, NEXT_ANCHOR = range(6)


class Shelf(NamedTuple):
    """`exact` … `next_exact` by item: hash of all words, seconds, the caller's number, where its `pieces` start, how many of them are
    passages (upper halves of their hashes, rising) and how many then are facts (two pieces each), whether it is a denial, the item before
    it in the bucket. `holder`, `anchor`, `older` by anchor: its item, its hash, the anchor before it in the bucket. `exact_heads`, `heads`:
    the newest of each bucket, -1 for none. An item GONE was renewed and stands on the shelf once more, under a later number."""

    exact: Exacts
    second: npt.NDArray[np.uint32]
    item: Ints
    start: Ints
    passages: Bytes
    facts: Bytes
    denial: Bytes
    next_exact: Ints
    pieces: Halves
    holder: Ints
    anchor: Hashes
    older: Ints
    exact_heads: Ints
    heads: Ints
    whole: Longs


BY_ITEM = ("exact", "second", "item", "start", "passages", "facts", "denial", "next_exact")
BY_ANCHOR = ("holder", "anchor", "older")


def empty() -> Shelf:
    """A shelf with nothing on it."""
    items, anchors = _FIRST_ITEMS, _FIRST_ANCHORS
    return Shelf(
        exact=zeros(items, np.uint64),
        second=zeros(items, np.uint32),
        item=zeros(items, np.int32),
        start=zeros(items, np.int32),
        passages=zeros(items, np.uint8),
        facts=zeros(items, np.uint8),
        denial=zeros(items, np.uint8),
        next_exact=zeros(items, np.int32),
        pieces=zeros(_FIRST_PIECES, np.uint16),
        holder=zeros(anchors, np.int32),
        anchor=zeros(anchors, np.uint32),
        older=zeros(anchors, np.int32),
        exact_heads=_heads(items),
        heads=_heads(anchors),
        whole=np.zeros(6, np.int64),
    )


def _heads(count: int) -> Ints:
    heads = zeros(_buckets(count), np.int32)
    heads.fill(-1)
    return heads


@inlined
def anchor_count(passages: int) -> int:
    """A sixth of the passages, at least 4: of the smallest hashes of two texts that share much, some are the same."""
    return min(passages, max(LEAST_ANCHORS, passages // PASSAGES_AN_ANCHOR))


@inlined
def anchor_of(passage: int) -> int:
    """The smallest hashes, spread evenly: a reversible mixing of 32 bits."""
    value = np.uint32(passage)
    value ^= value >> np.uint32(16)
    value = np.uint32(value * np.uint32(0x7FEB352D))
    value ^= value >> np.uint32(15)
    value = np.uint32(value * np.uint32(0x846CA68B))
    value ^= value >> np.uint32(16)
    return np.int64(value)  # type: ignore[return-value]


@compiled
def forget(shelf: Shelf, oldest: int) -> None:
    """Forget the items from before this second."""
    whole = shelf.whole
    while whole[FIRST] < whole[NEXT] and shelf.second[whole[FIRST] % len(shelf.second)] < oldest:
        whole[FIRST] += 1
    first = whole[FIRST]
    if first == whole[NEXT]:
        whole[FIRST_PIECE], whole[FIRST_ANCHOR] = whole[NEXT_PIECE], whole[NEXT_ANCHOR]
        return
    whole[FIRST_PIECE] = shelf.start[first % len(shelf.start)]
    while whole[FIRST_ANCHOR] < whole[NEXT_ANCHOR] and shelf.holder[whole[FIRST_ANCHOR] % len(shelf.holder)] < first:
        whole[FIRST_ANCHOR] += 1


@inlined
def has_room(held: Held[Shelf], pieces: int, anchors: int) -> bool:
    """Whether one more item of so many pieces and anchors finds room."""
    shelf = held.parts
    whole = shelf.whole
    return (  # type: ignore[no-any-return]
        whole[NEXT] - whole[FIRST] < len(shelf.exact)
        and whole[NEXT_PIECE] - whole[FIRST_PIECE] + pieces <= len(shelf.pieces)
        and whole[NEXT_ANCHOR] - whole[FIRST_ANCHOR] + anchors <= len(shelf.holder)
    )


@compiled
def enter(held: Held[Shelf], exact: np.uint64, passages: Hashes, facts: Hashes, denial: bool, second: int, item: int) -> int:
    """Put an item on the shelf. Gives the largest running number, NO_ROOM where nothing was done for want of it, see `with_room`."""
    shelf = held.parts
    whole = shelf.whole
    if not has_room(held, len(passages) + 2 * len(facts), len(passages)):
        return NO_ROOM
    number = whole[NEXT]
    at = number % len(shelf.exact)
    shelf.exact[at] = exact
    shelf.second[at] = second
    shelf.item[at] = item
    shelf.start[at] = whole[NEXT_PIECE]
    shelf.passages[at] = len(passages)
    shelf.facts[at] = len(facts)
    shelf.denial[at] = denial
    link_exact(shelf, number)
    piece, room = whole[NEXT_PIECE], len(shelf.pieces)
    for passage in passages:
        shelf.pieces[piece % room] = passage >> np.uint32(16)
        piece += 1
    for fact in facts:
        shelf.pieces[piece % room] = fact >> np.uint32(16)
        shelf.pieces[(piece + 1) % room] = fact & np.uint32(0xFFFF)
        piece += 2
    whole[NEXT_PIECE] = piece
    whole[NEXT] = number + 1
    for passage in passages[: anchor_count(len(passages))]:
        anchor = anchor_of(passage)
        if _holders(shelf, anchor) < MOST_HOLDERS:
            shelf.holder[whole[NEXT_ANCHOR] % len(shelf.holder)] = number
            link(shelf, anchor)
    return int(whole.max())


@inlined
def link_exact(shelf: Shelf, number: int) -> None:
    """Make the newest item the head of its bucket."""
    at = number % len(shelf.exact)
    bucket = np.int64(shelf.exact[at] & np.uint64(len(shelf.exact_heads) - 1))
    shelf.next_exact[at] = shelf.exact_heads[bucket]
    shelf.exact_heads[bucket] = number


@inlined
def link(shelf: Shelf, anchor: int) -> None:
    """Make this anchor, whose holder is set, the newest one."""
    number = shelf.whole[NEXT_ANCHOR]
    at = number % len(shelf.holder)
    bucket = anchor & (len(shelf.heads) - 1)
    shelf.anchor[at] = anchor
    shelf.older[at] = shelf.heads[bucket]
    shelf.heads[bucket] = number
    shelf.whole[NEXT_ANCHOR] = number + 1


@inlined
def _holders(shelf: Shelf, anchor: int) -> int:
    number, count = shelf.heads[anchor & (len(shelf.heads) - 1)], 0
    while number >= shelf.whole[FIRST_ANCHOR]:
        at = number % len(shelf.anchor)
        count += shelf.anchor[at] == anchor
        number = shelf.older[at]
    return count


@compiled
def renew(held: Held[Shelf], number: int, second: int) -> int:
    """Put an item on the shelf once more, as if it had come in this second. There must be room, see `with_room`. Gives the largest
    running number."""
    shelf = held.parts
    at, room, whole = number % len(shelf.exact), len(shelf.pieces), shelf.whole
    following = whole[NEXT]
    to = following % len(shelf.exact)
    shelf.exact[to], shelf.second[to], shelf.item[to] = shelf.exact[at], second, shelf.item[at]
    shelf.passages[to], shelf.facts[to], shelf.denial[to] = shelf.passages[at], shelf.facts[at], shelf.denial[at]
    shelf.start[to] = whole[NEXT_PIECE]
    start, pieces = np.int64(shelf.start[at]), np.int64(shelf.passages[at]) + 2 * shelf.facts[at]
    for piece in range(pieces):
        shelf.pieces[(whole[NEXT_PIECE] + piece) % room] = shelf.pieces[(start + piece) % room]
    whole[NEXT_PIECE] += pieces
    link_exact(shelf, following)
    shelf.item[at] = GONE
    whole[NEXT] = following + 1
    # the anchors of an item stand together, those of earlier items before them
    low, high = whole[FIRST_ANCHOR], whole[NEXT_ANCHOR]
    while low < high:
        middle = (low + high) // 2
        if shelf.holder[middle % len(shelf.holder)] < number:
            low = middle + 1
        else:
            high = middle
    end = whole[NEXT_ANCHOR]
    while low < end and shelf.holder[low % len(shelf.holder)] == number:
        shelf.holder[whole[NEXT_ANCHOR] % len(shelf.holder)] = following
        link(shelf, shelf.anchor[low % len(shelf.anchor)])
        low += 1
    return int(whole.max())


@compiled
def _relink(shelf: Shelf) -> None:
    """Find every remembered item and anchor anew in buckets that are empty."""
    for number in range(shelf.whole[FIRST], shelf.whole[NEXT]):
        link_exact(shelf, number)
    last = shelf.whole[NEXT_ANCHOR]
    shelf.whole[NEXT_ANCHOR] = shelf.whole[FIRST_ANCHOR]
    for number in range(shelf.whole[FIRST_ANCHOR], last):
        link(shelf, shelf.anchor[number % len(shelf.anchor)])


def relinked(shelf: Shelf) -> Shelf:
    """The shelf with as many buckets as it should have, filled anew."""
    shelf = shelf._replace(exact_heads=_heads(len(shelf.exact)), heads=_heads(len(shelf.holder)))
    _relink(shelf)
    return shelf


def _buckets(count: int) -> int:
    """The power of two between a quarter of the count and half of it."""
    return 1 << max(4, count.bit_length() - 2)


def with_room(shelf: Shelf, pieces: int, anchors: int) -> Shelf:
    """The shelf with room for one more item of so many pieces and anchors."""
    first, following, first_piece, next_piece, first_anchor, next_anchor = shelf.whole.tolist()
    items = len(shelf.exact)
    if following - first >= items:
        shelf = grown(shelf, BY_ITEM, first, following, int(items * _GROWTH))
    if next_piece - first_piece + pieces > len(shelf.pieces):
        shelf = grown(shelf, ("pieces",), first_piece, next_piece, int(len(shelf.pieces) * _GROWTH) + pieces)
    if next_anchor - first_anchor + anchors > len(shelf.holder):
        shelf = grown(shelf, BY_ANCHOR, first_anchor, next_anchor, int(len(shelf.holder) * _GROWTH) + anchors)
    if _buckets(len(shelf.exact)) != len(shelf.exact_heads) or _buckets(len(shelf.holder)) != len(shelf.heads):
        shelf = relinked(shelf)
    return shelf


def grown(shelf: Shelf, names: tuple[str, ...], first: int, following: int, size: int) -> Shelf:
    """The shelf with rings of this length, in which the numbers from `first` up to `following` stand; nobody may read the old one."""
    for name in names:  # one after the other, so that no more than one array stands twice in memory
        old = getattr(shelf, name)
        new = zeros(size, old.dtype)
        _move(old, new, first, following)
        give_back(old)
        shelf = shelf._replace(**{name: new})
    return shelf


@compiled
def _move(old: npt.NDArray[Any], new: npt.NDArray[Any], first: int, following: int) -> None:
    for number in range(first, following):
        new[number % len(new)] = old[number % len(old)]
