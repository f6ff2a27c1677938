"""Which live stories hold which terms: open addressing by hash, and a block of stories for each term."""

from __future__ import annotations

import numpy as np

from huiying.core.group.arrays import TERMS_USED, Arrays
from huiying.core.group.compiled import compiled
from huiying.core.group.reading import CHARACTERS
from huiying.core.group.slabs import Ints, give_back, take

NO_BLOCK, NOBODY_LOOKS = -1, -2


@compiled
def find_term(arrays: Arrays, key: np.uint64) -> int:
    """The slot of a term that live stories hold, -1 where none does."""
    mask = len(arrays.term) - 1
    at = np.int64(key & np.uint64(mask))
    while arrays.term["key"][at] != 0:
        if arrays.term["key"][at] == key:
            return int(at) if arrays.term["df"][at] > 0 else -1
        at = (at + 1) & mask
    return -1


@compiled
def enter_term(arrays: Arrays, key: np.uint64, group: int) -> int:
    mask = len(arrays.term) - 1
    at = np.int64(key & np.uint64(mask))
    dead = np.int64(-1)
    while arrays.term["key"][at] != 0:
        if arrays.term["key"][at] == key:
            if arrays.term["df"][at] == 0:
                arrays.term["class"][at] = NOBODY_LOOKS if group == CHARACTERS else NO_BLOCK
            arrays.term["group"][at] = group
            return int(at)
        if dead < 0 and arrays.term["df"][at] == 0:
            dead = at
        at = (at + 1) & mask
    if dead >= 0:
        at = dead
    else:
        arrays.whole[TERMS_USED] += 1
    arrays.term["key"][at] = key
    arrays.term["group"][at] = group
    arrays.term["class"][at] = NOBODY_LOOKS if group == CHARACTERS else NO_BLOCK
    return int(at)


@compiled
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


@compiled
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
        arrays.term["class"][term] = NO_BLOCK


@compiled
def mark_terms(arrays: Arrays, slots: Ints) -> None:
    """Note the place of each term, so that those of a story are known again. To be undone before anything else is weighed."""
    for j in range(len(slots)):
        if slots[j] >= 0:
            arrays.term_mark[slots[j]] = j + 1


@compiled
def unmark_terms(arrays: Arrays, slots: Ints) -> None:
    for j in range(len(slots)):
        if slots[j] >= 0:
            arrays.term_mark[slots[j]] = 0
