"""The evidence for each story that an item, or another story, may be one with."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from huiying.core.group.arrays import Arrays, Bytes, Doubles, Floats
from huiying.core.group.candidates import candidates, pairing, with_nearest
from huiying.core.group.compiled import compiled
from huiying.core.group.pieces import ALIKE, PIECES, evidence
from huiying.core.group.postings import place_of, places_of
from huiying.core.group.reading import Hashes
from huiying.core.group.sense import story_sense
from huiying.core.group.slabs import Ints, Longs
from huiying.core.group.weighing import weigh, weigh_story

HOUR = 3600.0
NO_OUTLET = -1
USUAL_LETTERS = 100


class Weighed(NamedTuple):
    """Something against the live stories. Its terms: `order` (rows of the features), `slots`, `weights`, `groups`. The candidates `found`,
    their `dots` by group, `totals` of all weighed evidence and `parts` by name; the places of the `best` and the `second` of them, -1 for
    none, and which scripts meet there (`row`, `second_row`); what each term shares with the best; how like the second likest is."""

    order: Ints
    slots: Ints
    weights: Doubles
    groups: Bytes
    found: Ints
    pieces: Doubles
    dots: Doubles
    totals: Doubles
    parts: Doubles
    best: int
    second: int
    row: int
    second_row: int
    shared: Doubles
    chance: float

    @property
    def likeness(self) -> float:
        """The cosine of the words with those of the best."""
        return float(self.pieces[self.best, ALIKE])


Fields = tuple[Ints, Ints, Doubles, Bytes, Ints, Doubles, Doubles, Doubles, Doubles, int, int, int, int, Doubles, float]


@compiled
def _sum_up(
    arrays: Arrays,
    found: Ints,
    pieces: Doubles,
    unspaced: float,
    weights_of_pieces: Doubles,
    part_of: Ints,
    parts: Doubles,
    totals: Doubles,
) -> tuple[int, int]:
    """Fill the weighed evidence of each candidate, by part (those of no part count as threshold) and in all; best and second."""
    best, second = -1, -1
    for k in range(len(found)):
        row = pairing(arrays, found[k], unspaced)
        for q in range(PIECES):
            added = weights_of_pieces[row, q] * pieces[k, q]
            totals[k] += added
            if part_of[q] >= 0:
                parts[k, part_of[q]] += added
        if best < 0 or totals[k] > totals[best] or (totals[k] == totals[best] and found[k] < found[best]):
            best, second = k, best
        elif second < 0 or totals[k] > totals[second] or (totals[k] == totals[second] and found[k] < found[second]):
            second = k
    return best, second


@compiled
def _shared_with(arrays: Arrays, story: int, places: Longs, weights: Doubles) -> Doubles:
    """What each term adds to the dot product with a story."""
    shared = np.zeros(len(weights))
    at = arrays.story["block"][story]
    for i in range(at, at + arrays.story["terms"][story]):
        mark = place_of(places, arrays.entries[i])
        if mark >= 0:
            shared[mark] = weights[mark] * arrays.weights[i]
    return shared


@compiled
def consider(
    arrays: Arrays, hashes: Hashes, group: Bytes, count: Floats, titled: npt.NDArray[np.bool_], kind: int, unspaced: float, outlet: int,
    letters: int, sense: Floats, now: float, settings: Doubles, kept: Ints, weights_of_pieces: Doubles, part_of: Ints, part_count: int,
) -> Fields:  # fmt: skip
    """Weigh an item against the live stories; the fields of Weighed.

    `settings` are prior, busy hours, recent stories, and twice (spaced, unspaced) the exponent and the fading hours; `part_of` the part
    that each piece belongs to.
    """
    script = 1 if unspaced > 0.5 else 0
    exponent, fading = settings[3 + script], settings[5 + script]
    order, slots, weights, rarity, known = weigh(arrays, hashes, group, count, settings[0], exponent, kept)
    groups = group[order]
    found = candidates(arrays, slots, weights, groups, fading, now, int(settings[2]), -1)
    if sense.any():
        found = with_nearest(arrays, found, sense, unspaced)
    places = places_of(slots)
    pieces, dots = evidence(
        arrays, found, places, weights, rarity, order, groups, titled, known, kind, outlet, fading, settings[1], now, letters, sense
    )
    totals = np.zeros(len(found))
    parts = np.zeros((len(found), part_count))
    best, second = _sum_up(arrays, found, pieces, unspaced, weights_of_pieces, part_of, parts, totals)
    first, chance = 0.0, 0.0
    for k in range(len(found)):
        faded = pieces[k, 2] / math.sqrt(1.0 + (now - arrays.story["last"][found[k]]) / (fading * HOUR))
        if faded > first:
            first, chance = faded, first
        elif faded > chance:
            chance = faded
    row = pairing(arrays, found[best], unspaced) if best >= 0 else 0
    second_row = pairing(arrays, found[second], unspaced) if second >= 0 else 0
    shared = _shared_with(arrays, found[best], places, weights) if best >= 0 else np.zeros(0)
    return order, slots, weights, groups, found, pieces, dots, totals, parts, best, second, row, second_row, shared, chance


@compiled
def consider_story(
    arrays: Arrays, story: int, most: int, now: float, settings: Doubles, weights_of_pieces: Doubles, part_of: Ints, part_count: int
) -> Fields:
    """Weigh a story against the others as if it were one item of no kind; the fields of Weighed."""
    slots, weights, groups, rarity, known = weigh_story(arrays, story, most, settings[0])
    order = np.arange(len(slots)).astype(np.int32)
    titled = np.zeros(len(slots), np.bool_)
    unspaced = arrays.story["unspaced"][story] / max(1, arrays.story["size"][story])
    fading = settings[6] if unspaced > 0.5 else settings[5]
    found = candidates(arrays, slots, weights, groups, fading, now, 0, story)
    sense = story_sense(arrays, story)
    places = places_of(slots)
    pieces, dots = evidence(
        arrays, found, places, weights, rarity, order, groups, titled, known, 0, NO_OUTLET, fading, settings[1], now, USUAL_LETTERS, sense
    )
    totals = np.zeros(len(found))
    parts = np.zeros((len(found), part_count))
    best, second = _sum_up(arrays, found, pieces, unspaced, weights_of_pieces, part_of, parts, totals)
    row = pairing(arrays, found[best], unspaced) if best >= 0 else 0
    second_row = pairing(arrays, found[second], unspaced) if second >= 0 else 0
    shared = _shared_with(arrays, found[best], places, weights) if best >= 0 else np.zeros(0)
    return order, slots, weights, groups, found, pieces, dots, totals, parts, best, second, row, second_row, shared, 0.0
