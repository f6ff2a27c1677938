"""The stories that an item may belong to: those that share its rarest terms, the few that were heard of last, the nearest in sense."""

from __future__ import annotations

import math

import numpy as np

from huiying.core.group.arrays import NEWEST, Arrays, Bytes, Doubles, Floats
from huiying.core.group.compiled import compiled, inlined
from huiying.core.group.reading import CHARACTERS
from huiying.core.group.sense import same_sense
from huiying.core.group.slabs import Ints

CANDIDATES = 10
RECENT = 6
NEAREST = 2
# Of so many stories that were heard of last the nearest in sense are looked at.
HEARD = 64
MOST_VISITS = 8192
# So that a story that shares anything is seen to.
LEAST_GAIN = np.float32(1e-30)
HOUR = 3600.0


@compiled
def candidates(
    arrays: Arrays, slots: Ints, weights: Doubles, groups: Bytes, fading: float, now: float, recent: int, self_story: int
) -> Ints:
    """The stories that share the item's rarest terms, best first, and those heard of last; never `self_story`."""
    touched = np.empty(MOST_VISITS, np.int32)
    n, visits = 0, 0
    for j in range(len(slots)):
        term = slots[j]
        if term < 0 or arrays.term["class"][term] < 0 or groups[j] == CHARACTERS:
            continue
        df = arrays.term["df"][term]
        if visits + df > MOST_VISITS:
            continue
        visits += df
        at = arrays.term["post"][term]
        gain = max(np.float32(weights[j] * weights[j]), LEAST_GAIN)
        for i in range(at, at + df):
            story = arrays.postings[i]
            if arrays.story_touch[story] == 0.0:
                touched[n] = story
                n += 1
            arrays.story_touch[story] += gain
    best = np.full(CANDIDATES + RECENT, -1, np.int32)
    value = np.full(CANDIDATES, -1.0)
    found = 0
    for k in range(n):
        story = touched[k]
        shared = arrays.story_touch[story]
        arrays.story_touch[story] = 0.0
        # silence only takes away, so that most need not be asked for theirs
        if story == self_story or (found == CANDIDATES and shared < value[found - 1]):
            continue
        v = shared / math.sqrt(1.0 + (now - arrays.story["last"][story]) / (fading * HOUR))
        if found < CANDIDATES or v > value[found - 1] or (v == value[found - 1] and story < best[found - 1]):
            q = found if found < CANDIDATES else CANDIDATES - 1
            while q > 0 and (value[q - 1] < v or (value[q - 1] == v and best[q - 1] > story)):
                value[q], best[q] = value[q - 1], best[q - 1]
                q -= 1
            value[q], best[q] = v, story
            if found < CANDIDATES:
                found += 1
    story = arrays.whole[NEWEST]
    for _ in range(min(recent, RECENT)):
        if story < 0:
            break
        known = story == self_story
        for k in range(found):
            known = known or best[k] == story
        if not known:
            best[found] = story
            found += 1
        story = arrays.story["older"][story]
    return best[:found]


@inlined
def pairing(arrays: Arrays, story: int, unspaced: float) -> int:
    """Which scripts meet: 0 both spaced, 1 both without spaces, 2 one of each."""
    share = arrays.story["unspaced"][story] / max(1, arrays.story["size"][story])
    if abs(unspaced - share) > 0.5:
        return 2
    return 1 if unspaced > 0.5 else 0


@compiled
def with_nearest(arrays: Arrays, found: Ints, sense: Floats, unspaced: float) -> Ints:
    """The candidates and, of the others among the stories heard of last, those that are about the same, in other words or in the other
    language, it may be. Where both are in spaced scripts shared words find them better."""
    best = np.full(NEAREST, -1, np.int32)
    value = np.zeros(NEAREST)
    taken = 0
    story = arrays.whole[NEWEST]
    for _ in range(HEARD):
        if story < 0:
            break
        near = same_sense(arrays, story, sense) if pairing(arrays, story, unspaced) else 0.0
        if near > value[NEAREST - 1]:
            known = False
            for k in range(len(found)):
                known = known or found[k] == story
            if not known:
                q = NEAREST - 1
                while q > 0 and value[q - 1] < near:
                    value[q], best[q] = value[q - 1], best[q - 1]
                    q -= 1
                value[q], best[q] = near, story
                taken = min(NEAREST, taken + 1)
        story = arrays.story["older"][story]
    every = np.empty(len(found) + taken, np.int32)
    every[: len(found)] = found
    every[len(found) :] = best[:taken]
    return every
