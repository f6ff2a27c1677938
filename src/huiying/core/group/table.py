"""Finding records by their field `key`, 64 bits of a hash: open addressing, each cell a record's slot + 1, 0 where nothing ever stood, -1
where something did."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from huiying.core.group.compiled import compiled, inlined
from huiying.core.group.slabs import Ints

Records = npt.NDArray[Any]


@inlined
def find(table: Ints, records: Records, key: np.uint64) -> int:
    """The slot of the record with a key, -1 for none."""
    mask = len(table) - 1
    cell = np.int64(key & np.uint64(mask))
    while table[cell] != 0:
        slot = table[cell] - 1
        if slot >= 0 and records["key"][slot] == key:
            return int(slot)
        cell = (cell + 1) & mask
    return -1


@inlined
def note(table: Ints, records: Records, slot: int) -> int:
    """Enter a record whose key is not there. Gives how many cells more are in use, 1 or 0."""
    mask = len(table) - 1
    cell = np.int64(records["key"][slot] & np.uint64(mask))
    while table[cell] > 0:
        cell = (cell + 1) & mask
    fresh = 1 if table[cell] == 0 else 0
    table[cell] = slot + 1
    return fresh


@inlined
def drop(table: Ints, records: Records, slot: int) -> None:
    """Take a record out; its cell stays in use."""
    mask = len(table) - 1
    cell = np.int64(records["key"][slot] & np.uint64(mask))
    while table[cell] != slot + 1:
        cell = (cell + 1) & mask
    table[cell] = -1


@compiled
def note_all(old: Ints, table: Ints, records: Records) -> int:
    """Enter what stands in an old table into an empty one. Gives how many cells are in use."""
    used = 0
    for cell in range(len(old)):
        if old[cell] > 0:
            used += note(table, records, old[cell] - 1)
    return used
