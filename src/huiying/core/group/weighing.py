"""Unit vectors: what a term weighs in an item and in a story.

A term is as rare as the live stories that hold it are few: a word that many stories share says little, a word that one story repeats
says much.
"""

from __future__ import annotations

import math

import numpy as np

from huiying.core.group.arrays import LIVE, Arrays, Bytes, Doubles, Floats
from huiying.core.group.compiled import compiled
from huiying.core.group.postings import find_term
from huiying.core.group.reading import GROUPS, Hashes
from huiying.core.group.slabs import Ints


@compiled
def weigh(
    arrays: Arrays, hashes: Hashes, group: Bytes, count: Floats, prior: float, exponent: float, kept: Ints
) -> tuple[Ints, Ints, Doubles, Doubles, Doubles]:
    """Of the item's terms, heaviest first and at most `kept` of each group: place in the item, slot, weight in the group's unit vector,
    rarity; and the share of each group that live stories know."""
    n = len(hashes)
    slots = np.empty(n, np.int32)
    raw = np.empty(n, np.float64)
    rarity = np.empty(n, np.float64)
    live = arrays.whole[LIVE]
    every = math.log(live + prior)
    for i in range(n):
        slot = find_term(arrays, hashes[i])
        slots[i] = slot
        df = arrays.term["df"][slot] if slot >= 0 else 0
        rarity[i] = max(0.0, every - math.log(df + 1.0))
        raw[i] = (1.0 + math.log(max(1.0, count[i]))) * rarity[i] ** exponent
    order = np.argsort(-raw, kind="mergesort").astype(np.int32)
    taken = np.zeros(GROUPS, np.int32)
    squares = np.zeros(GROUPS)
    known = np.zeros(GROUPS)
    m = 0
    for i in order:
        g = group[i]
        if raw[i] <= 0.0 or taken[g] >= kept[g]:
            continue
        taken[g] += 1
        squares[g] += raw[i] * raw[i]
        if slots[i] >= 0:
            known[g] += raw[i] * raw[i]
        order[m] = i
        m += 1
    order = order[:m]
    for g in range(GROUPS):
        if squares[g] > 0.0:
            known[g] /= squares[g]
    weights = np.empty(m, np.float64)
    chosen = np.empty(m, np.int32)
    for j in range(m):
        i = order[j]
        weights[j] = raw[i] / math.sqrt(squares[group[i]])
        chosen[j] = slots[i]
    return order, chosen, weights, rarity[order], known


@compiled
def weigh_story(arrays: Arrays, story: int, most: int, prior: float) -> tuple[Ints, Doubles, Bytes, Doubles, Doubles]:
    """The heaviest terms of a story as if it were an item: slots, weights in each group's unit vector, groups, rarity; and known shares."""
    at, held = arrays.story["block"][story], arrays.story["terms"][story]
    order = np.argsort(-arrays.weights[at : at + held], kind="mergesort")[:most]
    slots = arrays.entries[at : at + held][order]
    groups = arrays.term["group"][slots]
    weights = np.empty(len(slots))
    rarity = np.empty(len(slots))
    every = math.log(arrays.whole[LIVE] + prior)
    for j in range(len(slots)):
        weights[j] = arrays.weights[at + order[j]] / math.sqrt(max(1e-9, arrays.story_square[story, groups[j]]))
        rarity[j] = max(0.0, every - math.log(arrays.term["df"][slots[j]] + 1.0))
    return slots, weights, groups, rarity, np.ones(GROUPS)
