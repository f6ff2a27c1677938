"""Making room in the arrays before an item comes in: grow in place, and find terms and members anew in larger tables."""

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
    TERMS_USED,
    Arrays,
    empty_terms,
)
from huiying.core.group.compiled import compiled
from huiying.core.group.held import Held
from huiying.core.group.members import find_all_again, pack_ids
from huiying.core.group.slabs import LARGEST

_TERMS, _POSTINGS, _ENTRIES, _STORIES, _MEMBERS, _TABLE, _IDS, _GAPS = (1 << n for n in range(8))
_GROWTH = 1.1
# When to close the gaps must not hang on how long an array happens to be, or a restart would lay the ids out otherwise.
LEAST_GAPS = 1 << 14


@compiled
def short(held: Held[Arrays], terms: int, id_size: int) -> int:
    """Which arrays may be too small for one more item with so many terms and an id of so many bytes; mostly 0, for none."""
    arrays, missing = held.parts, 0
    if 5 * (arrays.whole[TERMS_USED] + terms) > 3 * len(arrays.term):
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
    return missing


def make_room(arrays: Arrays, missing: int, terms: int, id_size: int) -> Arrays:
    """The arrays with room for such an item where `short` says that it is `missing`."""
    if missing & _POSTINGS:
        _grow(arrays, ("postings",), int(arrays.postings_free[-1]) + (terms + 1) * LARGEST)
    if missing & _ENTRIES:
        _grow(arrays, ("entries", "weights"), int(arrays.entries_free[-1]) + 2 * LARGEST)
    if missing & _STORIES:
        _grow(arrays, [name for name in arrays._fields if name.startswith("story")], int(arrays.whole[STORIES]) + 1)
    if missing & _MEMBERS:
        names = [name for name in arrays._fields if name.startswith("member") and name != "member_table"]
        _grow(arrays, names, int(arrays.whole[MEMBERS]) + 1)
    if missing & _GAPS:
        pack_ids(arrays)
    if missing & _IDS:
        _grow(arrays, ("ids",), int(arrays.whole[ID_BYTES]) + id_size)
    if missing & _TABLE:
        live = int((arrays.member_table > 0).sum())
        arrays = arrays._replace(member_table=np.zeros(_power(2 * live), np.int32))
        find_all_again(arrays)
    return _rehash(arrays, terms) if missing & _TERMS else arrays


def _grow(arrays: Arrays, names: list[str] | tuple[str, ...], least: int) -> None:
    for name in names:
        array = getattr(arrays, name)
        size = max(least, int(len(array) * _GROWTH))
        if len(array) < least:
            array.resize((size, *array.shape[1:]), refcheck=False)


def _power(least: int) -> int:
    return 1 << max(11, (least - 1).bit_length())


def _rehash(arrays: Arrays, terms: int) -> Arrays:
    held = np.nonzero(arrays.term["df"] > 0)[0]
    size = _power(3 * (len(held) + terms))
    new = arrays._replace(
        term=empty_terms(size),
        term_mark=np.zeros(size, np.int16),
    )
    _move(arrays, new, held)
    return new


@compiled
def _move(old: Arrays, new: Arrays, held: np.ndarray) -> None:
    mask = len(new.term) - 1
    moved = np.empty(len(old.term), np.int32)
    for slot in held:
        key = old.term["key"][slot]
        at = np.int64(key & np.uint64(mask))
        while new.term["key"][at] != 0:
            at = (at + 1) & mask
        new.term[at] = old.term[slot]
        moved[slot] = at
    new.whole[TERMS_USED] = len(held)
    for story in range(new.whole[STORIES]):
        if new.story["size"][story] > 0:
            at = new.story["block"][story]
            for i in range(at, at + new.story["terms"][story]):
                new.entries[i] = moved[new.entries[i]]
