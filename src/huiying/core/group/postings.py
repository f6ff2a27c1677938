"""Which live stories hold which terms: a block of stories for each term."""

from __future__ import annotations

import numpy as np

from huiying.core.group.arrays import TERMS, TERMS_FREE, TERMS_USED, Arrays
from huiying.core.group.compiled import compiled, inlined
from huiying.core.group.reading import CHARACTERS
from huiying.core.group.slabs import Ints, Longs, give_back, take
from huiying.core.group.table import drop, find, note

NO_BLOCK, NOBODY_LOOKS = -1, -2


@inlined
def find_term(arrays: Arrays, key: np.uint64) -> int:
    """The slot of a term that live stories hold, -1 where none does."""
    return find(arrays.term_table, arrays.term, key)


@inlined
def enter_term(arrays: Arrays, key: np.uint64, group: int) -> int:
    """The slot of a term, a new one where no live story holds it; the arrays have room."""
    term = np.int64(find(arrays.term_table, arrays.term, key))
    if term < 0:
        term = arrays.whole[TERMS_FREE]
        if term >= 0:
            arrays.whole[TERMS_FREE] = arrays.term["post"][term]
        else:
            term = arrays.whole[TERMS]
            arrays.whole[TERMS] += 1
        arrays.term["key"][term] = key
        arrays.term["df"][term] = 0
        arrays.term["class"][term] = NOBODY_LOOKS if group == CHARACTERS else NO_BLOCK
        arrays.whole[TERMS_USED] += note(arrays.term_table, arrays.term, term)
    arrays.term["group"][term] = group
    return int(term)


@inlined
def post(arrays: Arrays, term: int, story: int) -> None:
    """Note that a story holds a term."""
    n = arrays.term["df"][term]
    arrays.term["df"][term] = n + 1
    kind = arrays.term["class"][term]
    if kind == NOBODY_LOOKS:
        return
    if kind == NO_BLOCK:
        arrays.term["class"][term] = 0
        arrays.term["post"][term] = take(arrays.postings, arrays.postings_free, arrays.sizes, 0)
    elif n == arrays.sizes[kind]:
        old = arrays.term["post"][term]
        if kind == len(arrays.sizes) - 1:
            give_back(arrays.postings, arrays.postings_free, kind, old)
            arrays.term["class"][term] = NOBODY_LOOKS
            return
        new = take(arrays.postings, arrays.postings_free, arrays.sizes, kind + 1)
        arrays.postings[new : new + n] = arrays.postings[old : old + n]
        give_back(arrays.postings, arrays.postings_free, kind, old)
        arrays.term["post"][term], arrays.term["class"][term] = new, kind + 1
    arrays.postings[arrays.term["post"][term] + n] = story


@inlined
def unpost(arrays: Arrays, term: int, story: int) -> None:
    """A story no longer holds a term."""
    n = arrays.term["df"][term] - 1
    arrays.term["df"][term] = n
    kind = arrays.term["class"][term]
    if kind >= 0:
        at = arrays.term["post"][term]
        for i in range(at, at + n):
            if arrays.postings[i] == story:
                arrays.postings[i] = arrays.postings[at + n]
                break
        if n == 0:
            give_back(arrays.postings, arrays.postings_free, kind, at)
    if n == 0:
        drop(arrays.term_table, arrays.term, term)
        arrays.term["class"][term] = NO_BLOCK
        arrays.term["post"][term] = arrays.whole[TERMS_FREE]
        arrays.whole[TERMS_FREE] = term


@compiled
def places_of(slots: Ints) -> Longs:
    """The place of each of these terms, so that those of a story are known again: a small table for `place_of`."""
    size = 16
    while size < 4 * len(slots):
        size *= 2
    places = np.zeros(size, np.int64)
    for place in range(len(slots)):
        if slots[place] >= 0:
            cell = _cell(slots[place], size)
            while places[cell] != 0:
                cell = (cell + 1) & (size - 1)
            places[cell] = (np.int64(slots[place]) + 1) << 32 | place
    return places


@inlined
def place_of(places: Longs, term: int) -> int:
    """The place of a term, -1 where it is none of them."""
    cell = _cell(term, len(places))
    while places[cell] != 0:
        if places[cell] >> 32 == term + 1:
            return int(places[cell] & 0xFFFFFFFF)
        cell = (cell + 1) & (len(places) - 1)
    return -1


@inlined
def _cell(term: int, size: int) -> int:
    """Where to look first; terms of one text have neighbouring slots, which are spread."""
    return (term * 0x9E3779B1 >> 15) & (size - 1)
