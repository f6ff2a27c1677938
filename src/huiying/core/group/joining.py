"""What joining changes: the story gets the item's terms, the stream its measures."""

from __future__ import annotations

import math

import numpy as np

from huiying.core.group.arrays import (
    CHANCE,
    ITEMS,
    JOINED,
    LIVE,
    OUTLETS,
    RATE,
    RATE_AT,
    SENSE,
    SIGNS,
    STORIES,
    STORIES_FREE,
    Arrays,
    Bytes,
    Doubles,
    Floats,
    Words,
)
from huiying.core.group.compiled import compiled, inlined
from huiying.core.group.order import link_newest, unlink
from huiying.core.group.postings import enter_term, place_of, places_of, post, unpost
from huiying.core.group.reading import GROUPS, PLACES, Hashes
from huiying.core.group.slabs import LARGEST, class_for, give_back, take
from huiying.core.group.table import Records

MOST_TERMS = 1536
HOUR = 3600.0


@inlined
def open_story(arrays: Arrays, now: float) -> int:
    """A slot for a new story, with nothing in it yet."""
    story = arrays.whole[STORIES_FREE]
    if story >= 0:
        arrays.whole[STORIES_FREE] = arrays.story["newer"][story]
    else:
        story = arrays.whole[STORIES]
        arrays.whole[STORIES] += 1
    arrays.story["last"][story] = arrays.story["first"][story] = now
    arrays.story["busy"][story] = 0.0
    arrays.story["size"][story] = 0
    arrays.story_square[story, :] = 0.0
    arrays.story_sense[story, :] = 0.0
    arrays.story["block"][story] = 0
    arrays.story["class"][story] = -1
    arrays.story["terms"][story] = 0
    arrays.story["unspaced"][story] = 0
    arrays.story_outlets[story, :] = 0
    arrays.story["member"][story] = -1
    arrays.story_touch[story] = 0.0
    arrays.whole[LIVE] += 1
    link_newest(arrays, story)
    return int(story)


@compiled
def add(
    arrays: Arrays, story: int, hashes: Hashes, terms: Records, dots: Doubles, sense: Floats, unspaced: float, outlet: int,
    busy_hours: float, now: float,
) -> None:  # fmt: skip
    """Add an item's terms to a story: known ones grow heavier, new ones are entered; a story too rich in terms loses the lightest."""
    n = len(terms)
    slots, weights, groups = terms["slot"], terms["weight"], terms["group"]
    done = np.zeros(n, np.bool_)
    at = arrays.story["block"][story]
    places = places_of(slots)
    for i in range(at, at + arrays.story["terms"][story]):
        mark = place_of(places, arrays.entries[i])
        if mark >= 0:
            arrays.weights[i] += np.float32(weights[mark])
            done[mark] = True
    fresh = n - done.sum()
    held = arrays.story["terms"][story]
    if held + fresh > LARGEST:
        _forget_lightest(arrays, story)
        held = arrays.story["terms"][story]
    kind = arrays.story["class"][story]
    if fresh and (kind < 0 or held + fresh > arrays.sizes[kind]):
        wider = class_for(arrays.sizes, held + fresh)
        new = take(arrays.entries, arrays.entries_free, arrays.sizes, wider)
        old = arrays.story["block"][story]
        for i in range(held):
            arrays.entries[new + i] = arrays.entries[old + i]
            arrays.weights[new + i] = arrays.weights[old + i]
        if kind >= 0:
            give_back(arrays.entries, arrays.entries_free, kind, old)
        arrays.story["block"][story], arrays.story["class"][story] = new, wider
    at = arrays.story["block"][story] + held
    for j in range(n):
        if not done[j]:
            term = enter_term(arrays, hashes[j], groups[j])
            post(arrays, term, story)
            arrays.entries[at] = term
            arrays.weights[at] = np.float32(weights[j])
            at += 1
    arrays.story["terms"][story] = held + fresh
    has = np.zeros(GROUPS)
    for j in range(n):
        has[groups[j]] = 1.0
    for g in range(GROUPS):
        arrays.story_square[story, g] += np.float32(2.0 * dots[g] + has[g])
    for k in range(SENSE):
        arrays.story_sense[story, k] += sense[k]
    arrays.story["size"][story] += 1
    arrays.story["unspaced"][story] += 1 if unspaced > 0.5 else 0
    arrays.story_outlets[story, arrays.story["size"][story] % OUTLETS] = outlet
    touch(arrays, story, now, busy_hours)
    arrays.story["busy"][story] += np.float32(1.0)


@compiled
def _forget_lightest(arrays: Arrays, story: int) -> None:
    at, held = arrays.story["block"][story], arrays.story["terms"][story]
    order = np.argsort(-arrays.weights[at : at + held], kind="mergesort")
    kept_terms = arrays.entries[at : at + held][order]
    kept_weights = arrays.weights[at : at + held][order]
    for i in range(held):
        if i < MOST_TERMS:
            arrays.entries[at + i], arrays.weights[at + i] = kept_terms[i], kept_weights[i]
        else:
            unpost(arrays, kept_terms[i], story)
    arrays.story["terms"][story] = min(held, MOST_TERMS)


@compiled
def sign(hashes: Hashes, groups: Bytes) -> Words:
    """The first places of an item, 0 for none."""
    found = np.zeros(SIGNS, np.uint32)
    places = 0
    for j in range(len(hashes)):
        if groups[j] == PLACES and places < SIGNS:
            found[places] = np.uint32(hashes[j] >> np.uint64(32))
            places += 1
    return found


@inlined
def touch(arrays: Arrays, story: int, now: float, busy_hours: float) -> None:
    """A story was heard of."""
    arrays.story["busy"][story] *= np.float32(math.exp(-max(0.0, now - arrays.story["last"][story]) / (busy_hours * HOUR)))
    arrays.story["last"][story] = now
    arrays.story["seen"][story] = arrays.whole[ITEMS]
    unlink(arrays, story)
    link_newest(arrays, story)


@inlined
def count_item(arrays: Arrays, joined: bool, chance: float, busy_hours: float, now: float) -> None:
    """Keep the stream's own measures: how fast it is, how often items join, how like the runner-up is."""
    real = arrays.real
    real[RATE] = real[RATE] * math.exp(-(now - real[RATE_AT]) / (busy_hours * HOUR)) + 1.0
    real[RATE_AT] = now
    real[JOINED] = 0.99 * real[JOINED] + (0.01 if joined else 0.0)
    real[CHANCE] = 0.98 * real[CHANCE] + 0.02 * chance
    arrays.whole[ITEMS] += 1


@inlined
def pass_item(arrays: Arrays) -> None:
    """An item went by that adds nothing, being a copy."""
    arrays.whole[ITEMS] += 1


@compiled
def forget(arrays: Arrays, story: int) -> None:
    """Free everything a story holds in the index."""
    at = arrays.story["block"][story]
    for i in range(at, at + arrays.story["terms"][story]):
        unpost(arrays, arrays.entries[i], story)
    if arrays.story["class"][story] >= 0:
        give_back(arrays.entries, arrays.entries_free, arrays.story["class"][story], at)
    unlink(arrays, story)
    arrays.story["size"][story] = 0
    arrays.story["newer"][story] = arrays.whole[STORIES_FREE]
    arrays.whole[STORIES_FREE] = story
    arrays.whole[LIVE] -= 1
