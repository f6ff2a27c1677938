"""The memory of canonical items as bytes and back; numbers begin at zero again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec
import numpy as np
import numpy.typing as npt

from huiying.core.group.shelf import (
    BY_ANCHOR,
    BY_ITEM,
    FIRST,
    FIRST_ANCHOR,
    FIRST_PIECE,
    GONE,
    NEXT,
    NEXT_ANCHOR,
    NEXT_PIECE,
    Shelf,
    empty,
    grown,
    relinked,
)

Number = TypeVar("Number", bound=np.generic)

_BY_ITEM = ("exact", "second", "item", "passages", "facts", "denial")


def packed(shelf: Shelf) -> list[bytes]:
    """By item its exact hash, second, number and counts; then the pieces; by anchor its holder, from the oldest item on, and itself."""
    whole = shelf.whole
    found = [_ring(getattr(shelf, name), whole[FIRST], whole[NEXT]) for name in _BY_ITEM]
    pieces = _ring(shelf.pieces, whole[FIRST_PIECE], whole[NEXT_PIECE])
    holders = _ring(shelf.holder, whole[FIRST_ANCHOR], whole[NEXT_ANCHOR]) - np.int32(whole[FIRST])
    anchors = _ring(shelf.anchor, whole[FIRST_ANCHOR], whole[NEXT_ANCHOR])
    return [array.tobytes() for array in (*found, pieces, holders, anchors)]


def standing(shelf: Shelf) -> list[int]:
    """The caller's numbers of the items on the shelf, the oldest first."""
    numbers = _ring(shelf.item, shelf.whole[FIRST], shelf.whole[NEXT])
    return [int(number) for number in numbers.tolist() if number != GONE]


def unpacked(parts: Sequence[bytes]) -> Shelf:
    """The shelf that was packed. Raises msgspec.ValidationError where the parts do not fit together."""
    shelf = empty()
    kinds = (*(getattr(shelf, name).dtype for name in _BY_ITEM), np.dtype(np.uint16), np.dtype(np.int32), np.dtype(np.uint32))
    if any(len(part) % kind.itemsize for part, kind in zip(parts, kinds, strict=True)):
        raise msgspec.ValidationError("parts of broken numbers")
    arrays = [np.frombuffer(part, kind) for part, kind in zip(parts, kinds, strict=True)]
    *items, pieces, holders, anchors = arrays
    counts = items[3].astype(np.int64) + 2 * items[4].astype(np.int64)
    if len({len(array) for array in items}) > 1 or counts.sum() != len(pieces) or len(holders) != len(anchors):
        raise msgspec.ValidationError("parts of different lengths")
    shelf = grown(shelf, BY_ITEM, 0, 0, max(len(shelf.exact), len(counts)))
    shelf = grown(shelf, ("pieces",), 0, 0, max(len(shelf.pieces), len(pieces)))
    shelf = grown(shelf, BY_ANCHOR, 0, 0, max(len(shelf.holder), len(holders)))
    for name, array in zip(_BY_ITEM, items, strict=True):
        getattr(shelf, name)[: len(array)] = array
    shelf.start[: len(counts)] = np.cumsum(counts) - counts
    shelf.pieces[: len(pieces)] = pieces
    shelf.holder[: len(holders)] = holders
    shelf.anchor[: len(anchors)] = anchors
    shelf.whole[NEXT], shelf.whole[NEXT_PIECE], shelf.whole[NEXT_ANCHOR] = len(counts), len(pieces), len(anchors)
    return relinked(shelf)


def _ring(array: npt.NDArray[Number], first: int, following: int) -> npt.NDArray[Number]:
    return np.take(array, np.arange(first, following), mode="wrap")
