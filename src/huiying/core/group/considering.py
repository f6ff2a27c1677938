"""The evidence for each story that an item, or another story, may be one with."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from huiying.core.group.arrays import Arrays, Bytes, Doubles, Floats
from huiying.core.group.candidates import CANDIDATES, NEAREST, RECENT, candidates, pairing, with_nearest
from huiying.core.group.compiled import compiled, inlined
from huiying.core.group.evidence import PARTS
from huiying.core.group.held import Held
from huiying.core.group.pieces import ALIKE, PIECES, SAME_SENSE, evidence
from huiying.core.group.postings import place_of, places_of
from huiying.core.group.reading import CHARACTERS, GROUPS, Rows
from huiying.core.group.sense import story_sense
from huiying.core.group.slabs import Ints, Longs
from huiying.core.group.table import Records
from huiying.core.group.weighing import weigh, weigh_story

HOUR = 3600.0
NO_OUTLET = -1
USUAL_LETTERS = 100


_PARTS = len(PARTS)
TERM = np.dtype([("weight", "f8"), ("shared", "f8"), ("row", "i4"), ("slot", "i4"), ("group", "u1")], align=True)
CANDIDATE = np.dtype(
    [
        ("pieces", "f8", (PIECES,)),
        ("dots", "f8", (GROUPS,)),
        ("total", "f8"),
        ("story", "i4"),
        ("pairing", "i4"),
    ],
    align=True,
)


Sheets = tuple[Records, Records, Doubles]
_Told = tuple[int, np.uint64, np.int64, float, float, float, float, float, float, np.uint64, np.int64]
Found = tuple[int, int, int, int, float, *_Told]


class Weighed(NamedTuple):
    """Something against the live stories. A row of `terms` says which row of the features it is, its slot, weight and group, and what it
    shares with the best candidate. A row of `candidates` says which story it is, its `pieces` of evidence, its `dots` by group, the `total`
    of all weighed evidence and which scripts meet there (`pairing`). The rows of `parts` say what of it the parts of the best and of the
    second add up to. What an item is weighed on stands until the next one is weighed, but for its terms and parts.

    `best` and `second` of the candidates, -1 for none; how like the second likest is (`chance`). Of the best: how many `facts` it shares,
    its name as a number, its `pairing`, the `total` of its evidence, the cosine of the words (`alike`) and of the `sense`, for how many
    hours it was `idle`, its `size` and how `busy` it is. Of the second: name and pairing."""

    terms: Records
    candidates: Records
    parts: Doubles
    best: int
    second: int
    chance: float
    facts: int
    name: int
    pairing: int
    total: float
    alike: float
    sense: float
    idle: float
    size: float
    busy: float
    second_name: int
    second_pairing: int

    @classmethod
    def on(cls, sheets: Sheets, found: Found) -> Weighed:
        """What compiled code filled in."""
        terms, stories, *rest = found
        return cls(sheets[0][:terms], sheets[1][:stories], sheets[2], *rest)  # type: ignore[arg-type]


def sheets(terms: int, candidates: Records) -> Sheets:
    """Rows for so many terms, for candidates, and for the parts of two: to be filled by compiled code, for an array that it makes costs
    five times as much."""
    return np.empty(terms, TERM), candidates, np.empty((2, _PARTS))


def candidate_sheet() -> Records:
    """Rows for all candidates."""
    return np.empty(CANDIDATES + RECENT + NEAREST, CANDIDATE)


@compiled
def _sum_up(found: Ints, pieces: Doubles, pairings: Ints, weights_of_pieces: Doubles, totals: Doubles) -> tuple[int, int]:
    """Fill in all the weighed evidence of each candidate; best and second."""
    best, second = -1, -1
    for k in range(len(found)):
        total = 0.0
        for q in range(PIECES):
            total += weights_of_pieces[pairings[k], q] * pieces[k, q]
        totals[k] = total
        if best < 0 or total > totals[best] or (total == totals[best] and found[k] < found[best]):
            best, second = k, best
        elif second < 0 or total > totals[second] or (total == totals[second] and found[k] < found[second]):
            second = k
    return best, second


@inlined
def _fill_parts(pieces: Doubles, weights: Doubles, part_of: Ints, parts: Doubles) -> None:
    """Fill in the weighed evidence of one candidate by part; pieces of no part count as threshold."""
    parts[:] = 0.0
    for q in range(PIECES):
        if part_of[q] >= 0:
            parts[part_of[q]] += weights[q] * pieces[q]


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
def _fill(
    arrays: Arrays, terms: Records, stories: Records, parts: Doubles, order: Ints, slots: Ints, places: Longs, weights: Doubles,
    groups: Bytes, found: Ints, pieces: Doubles, dots: Doubles, unspaced: float, weights_of_pieces: Doubles, part_of: Ints,
) -> tuple[int, int]:  # fmt: skip
    """Fill the sheets; best and second."""
    totals = np.empty(len(found))
    pairings = np.empty(len(found), np.int32)
    for k in range(len(found)):
        pairings[k] = pairing(arrays, found[k], unspaced)
    best, second = _sum_up(found, pieces, pairings, weights_of_pieces, totals)
    for k in range(len(found)):
        row = stories[k]
        row.story, row.total, row.pairing = found[k], totals[k], pairings[k]
        row.pieces[:] = pieces[k]
        row.dots[:] = dots[k]
    if best >= 0:
        _fill_parts(pieces[best], weights_of_pieces[pairings[best]], part_of, parts[0])
    if second >= 0:
        _fill_parts(pieces[second], weights_of_pieces[pairings[second]], part_of, parts[1])
    shared = _shared_with(arrays, found[best], places, weights) if best >= 0 else np.zeros(len(slots))
    for j in range(len(slots)):
        term = terms[j]
        term.row, term.slot, term.weight, term.group, term.shared = order[j], slots[j], weights[j], groups[j], shared[j]
    return best, second


@compiled
def _told_of(arrays: Arrays, terms: Records, stories: Records, count: int, best: int, second: int, now: float) -> _Told:
    """What is told of the best and the second, from `facts` on: to look it up in the arrays takes longer than to hand it over."""
    facts = 0
    for j in range(count):
        facts += terms[j].group > CHARACTERS and terms[j].shared > 0.0
    if best < 0:
        return facts, np.uint64(0), np.int64(0), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, np.uint64(0), np.int64(0)
    row = stories[best]
    story = arrays.story[row.story]
    other_name, other_pairing = np.uint64(0), np.int64(0)
    if second >= 0:
        other_name, other_pairing = arrays.story[stories[second].story].name, np.int64(stories[second].pairing)
    return (
        facts, story.name, np.int64(row.pairing), row.total, row.pieces[ALIKE], row.pieces[SAME_SENSE],
        max(0.0, now - story.last) / HOUR, np.float64(story.size), np.float64(story.busy), other_name, other_pairing,
    )  # fmt: skip


@compiled
def consider(
    held: Held[Arrays], rows: Rows, kind: int, unspaced: float, outlet: int, letters: int, sense: Floats, now: float,
    settings: Doubles, kept: Ints, weights_of_pieces: Doubles, part_of: Ints, terms: Records, stories: Records,
    parts: Doubles,
) -> Found:  # fmt: skip
    """Weigh an item against the live stories, on sheets: how many terms and candidates there are, and the other fields of Weighed.

    `settings` are prior, busy hours, recent stories, and twice (spaced, unspaced) the exponent and the fading hours; `part_of` the part
    that each piece belongs to.
    """
    arrays = held.parts
    script = 1 if unspaced > 0.5 else 0
    exponent, fading = settings[3 + script], settings[5 + script]
    order, slots, weights, rarity, known = weigh(arrays, rows, settings[0], exponent, kept)
    groups = rows["group"][order]
    found = candidates(arrays, slots, weights, groups, fading, now, int(settings[2]), -1)
    if sense.any():
        found = with_nearest(arrays, found, sense, unspaced)
    places = places_of(slots)
    pieces, dots = evidence(
        arrays, found, places, weights, rarity, groups, rows["titled"][order], known, kind, outlet, fading, settings[1], now, letters, sense
    )
    best, second = _fill(
        arrays, terms, stories, parts, order, slots, places, weights, groups, found, pieces, dots, unspaced, weights_of_pieces, part_of
    )
    first, chance = 0.0, 0.0
    for k in range(len(found)):
        faded = pieces[k, ALIKE] / math.sqrt(1.0 + (now - arrays.story["last"][found[k]]) / (fading * HOUR))
        if faded > first:
            first, chance = faded, first
        elif faded > chance:
            chance = faded
    return (len(slots), len(found), best, second, chance, *_told_of(arrays, terms, stories, len(slots), best, second, now))


@compiled
def consider_story(
    held: Held[Arrays], story: int, most: int, now: float, settings: Doubles, weights_of_pieces: Doubles, part_of: Ints,
    terms: Records, stories: Records, parts: Doubles,
) -> Found:  # fmt: skip
    """Weigh a story against the others as if it were one item of no kind, on sheets, as `consider` does."""
    arrays = held.parts
    slots, weights, groups, rarity, known = weigh_story(arrays, story, most, settings[0])
    order = np.arange(len(slots)).astype(np.int32)
    titled = np.zeros(len(slots), np.bool_)
    unspaced = arrays.story["unspaced"][story] / max(1, arrays.story["size"][story])
    fading = settings[6] if unspaced > 0.5 else settings[5]
    found = candidates(arrays, slots, weights, groups, fading, now, 0, story)
    sense = story_sense(arrays, story)
    places = places_of(slots)
    pieces, dots = evidence(
        arrays, found, places, weights, rarity, groups, titled, known, 0, NO_OUTLET, fading, settings[1], now, USUAL_LETTERS, sense
    )
    best, second = _fill(
        arrays, terms, stories, parts, order, slots, places, weights, groups, found, pieces, dots, unspaced, weights_of_pieces, part_of
    )
    return (len(slots), len(found), best, second, 0.0, *_told_of(arrays, terms, stories, len(slots), best, second, now))
