"""Making room in the arrays before an item comes in: longer arrays, and larger tables to find terms and members by."""

from __future__ import annotations

import numpy as np

from huiying.core.group.arrays import (
    ID_BYTES,
    ID_DEAD,
    MEMBERS,
    MEMBERS_FREE,
    MEMBERS_USED,
    STORIES,
    STORIES_FREE,
    TERMS,
    TERMS_USED,
    Arrays,
)
from huiying.core.group.compiled import compiled
from huiying.core.group.held import Held
from huiying.core.group.members import pack_ids
from huiying.core.group.pages import longer, zeros
from huiying.core.group.slabs import LARGEST, Ints
from huiying.core.group.table import note_all

_TERMS, _POSTINGS, _ENTRIES, _STORIES, _MEMBERS, _MEMBER_TABLE, _IDS, _GAPS, _TERM_TABLE = (1 << n for n in range(9))
# What is not used of an array takes no memory.
_GROWTH = 1.5
# When to close the gaps must not hang on how long an array happens to be, or a restart would lay the ids out otherwise.
LEAST_GAPS = 1 << 14


@compiled
def short(held: Held[Arrays], terms: int, id_size: int) -> int:
    """Which arrays may be too small for one more item with so many terms and an id of so many bytes; mostly 0, for none."""
    arrays, missing = held.parts, 0
    if arrays.whole[TERMS] + terms > len(arrays.term):
        missing |= 1
    if arrays.postings_free[-1] + (terms + 1) * LARGEST > len(arrays.postings):
        missing |= 2
    if arrays.entries_free[-1] + 2 * LARGEST > len(arrays.entries):
        missing |= 4
    if arrays.whole[STORIES_FREE] < 0 and arrays.whole[STORIES] >= len(arrays.story):
        missing |= 8
    if arrays.whole[MEMBERS_FREE] < 0 and arrays.whole[MEMBERS] >= len(arrays.member):
        missing |= 16
    if 5 * (arrays.whole[MEMBERS_USED] + 1) > 3 * len(arrays.member_table):
        missing |= 32
    if arrays.whole[ID_BYTES] + id_size > len(arrays.ids):
        missing |= 64
    if arrays.whole[ID_DEAD] > LEAST_GAPS and 2 * arrays.whole[ID_DEAD] > arrays.whole[ID_BYTES]:
        missing |= 128
    if 5 * (arrays.whole[TERMS_USED] + terms) > 3 * len(arrays.term_table):
        missing |= 256
    return missing


def make_room(arrays: Arrays, missing: int, terms: int, id_size: int) -> Arrays:
    """The arrays with room for such an item where `short` says that it is `missing`; nobody may read the old ones, nor what holds them."""
    if missing & _TERMS:
        arrays = _grown(arrays, ["term"], int(arrays.whole[TERMS]) + terms)
    if missing & _POSTINGS:
        arrays = _grown(arrays, ["postings"], int(arrays.postings_free[-1]) + (terms + 1) * LARGEST)
    if missing & _ENTRIES:
        arrays = _grown(arrays, ["entries", "weights"], int(arrays.entries_free[-1]) + 2 * LARGEST)
    if missing & _STORIES:
        arrays = _grown(arrays, [name for name in arrays._fields if name.startswith("story")], int(arrays.whole[STORIES]) + 1)
    if missing & _MEMBERS:
        arrays = _grown(arrays, ["member"], int(arrays.whole[MEMBERS]) + 1)
    if missing & _GAPS:
        pack_ids(arrays)
    if missing & _IDS:
        arrays = _grown(arrays, ["ids"], int(arrays.whole[ID_BYTES]) + id_size)
    if missing & _MEMBER_TABLE:
        table = _table(arrays.member_table, 0)
        arrays.whole[MEMBERS_USED] = note_all(arrays.member_table, table, arrays.member)
        arrays = arrays._replace(member_table=table)
    if missing & _TERM_TABLE:
        table = _table(arrays.term_table, terms)
        arrays.whole[TERMS_USED] = note_all(arrays.term_table, table, arrays.term)
        arrays = arrays._replace(term_table=table)
    return arrays


def _grown(arrays: Arrays, names: list[str], least: int) -> Arrays:
    found = {name: getattr(arrays, name) for name in names}
    return arrays._replace(
        **{name: longer(array, max(least, int(len(array) * _GROWTH))) for name, array in found.items() if len(array) < least}
    )


def _table(old: Ints, more: int) -> Ints:
    """An empty table for what stands in an old one and so many more."""
    live = int((old > 0).sum())
    return zeros(1 << max(11, (2 * (live + more) - 1).bit_length()), np.int32)
