"""Unit vectors: what a term weighs in an item and in a story.

A term is as rare as the live stories that hold it are few: a word that many stories share says little, a word that one story repeats
says much.
"""

from __future__ import annotations

import math

import numpy as np

from huiying.core.group.arrays import LIVE, Arrays, Bytes, Doubles
from huiying.core.group.compiled import compiled
from huiying.core.group.postings import find_term
from huiying.core.group.reading import GROUPS, Rows
from huiying.core.group.slabs import Ints

# Nearly all terms are held by fewer stories than this: what such a term weighs is worked out once for all of them.
FEW = 64


@compiled
def _heaviest(raw: Doubles, groups: Bytes, kept: Ints) -> Ints:
    """The terms that weigh anything, heaviest first, of equals the one that comes first, and at most `kept` of each group: only these are
    put in order, for a long text has many more."""
    lists = np.empty((GROUPS, kept.max()), np.int32)
    taken = np.zeros(GROUPS, np.int32)
    for i in range(len(raw)):
        g = groups[i]
        heaviest, place = lists[g], taken[g]
        if raw[i] <= 0.0 or kept[g] == 0 or (place == kept[g] and raw[heaviest[place - 1]] >= raw[i]):
            continue
        if place == kept[g]:
            place -= 1
        else:
            taken[g] += 1
        while place > 0 and raw[heaviest[place - 1]] < raw[i]:
            heaviest[place] = heaviest[place - 1]
            place -= 1
        heaviest[place] = i
    chosen = np.empty(taken.sum(), np.int32)
    m = 0
    for g in range(GROUPS):
        chosen[m : m + taken[g]] = lists[g, : taken[g]]
        m += taken[g]
    chosen.sort()
    return chosen[np.argsort(-raw[chosen], kind="mergesort")]


@compiled
def weigh(arrays: Arrays, rows: Rows, prior: float, exponent: float, kept: Ints) -> tuple[Ints, Ints, Doubles, Doubles, Doubles]:
    """Of the item's terms, heaviest first and at most `kept` of each group: place in the item, slot, weight in the group's unit vector,
    rarity; and the share of each group that live stories know."""
    n = len(rows)
    slots = np.empty(n, np.int32)
    raw = np.empty(n, np.float64)
    rarity = np.empty(n, np.float64)
    live = arrays.whole[LIVE]
    every = math.log(live + prior)
    rare = np.full(FEW + 1, -1.0)
    heavy = np.empty(FEW + 1)
    for i in range(n):
        slots[i] = find_term(arrays, rows[i].hash)
    for i in range(n):
        df = arrays.term["df"][slots[i]] if slots[i] >= 0 else 0
        few = min(df, FEW)
        if few == FEW or rare[few] < 0.0:
            rare[few] = max(0.0, every - math.log(df + 1.0))
            heavy[few] = rare[few] ** exponent
        rarity[i] = rare[few]
        raw[i] = (1.0 + math.log(max(1.0, rows[i].count))) * heavy[few]
    order = _heaviest(raw, rows["group"], kept)
    squares = np.zeros(GROUPS)
    known = np.zeros(GROUPS)
    for i in order:
        g = rows[i].group
        squares[g] += raw[i] * raw[i]
        if slots[i] >= 0:
            known[g] += raw[i] * raw[i]
    m = len(order)
    for g in range(GROUPS):
        if squares[g] > 0.0:
            known[g] /= squares[g]
    weights = np.empty(m, np.float64)
    chosen = np.empty(m, np.int32)
    for j in range(m):
        i = order[j]
        weights[j] = raw[i] / math.sqrt(squares[rows[i].group])
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
