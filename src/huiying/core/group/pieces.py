"""The evidence that an item belongs to a story: likeness, facts that agree or differ, silence, size, others that are alike."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from huiying.core.group.arrays import CHANCE, ITEMS, JOINED, LIVE, OUTLETS, RATE, RATE_AT, Arrays, Bytes, Doubles, Floats
from huiying.core.group.compiled import compiled, inlined
from huiying.core.group.postings import place_of
from huiying.core.group.reading import GROUPS
from huiying.core.group.sense import same_sense
from huiying.core.group.slabs import Ints, Longs

# The pieces of evidence, in the order in which they are weighed.
EVIDENCE = (
    "bias", "log_alike", "alike", "covered", "strongest", "idle", "size", "busy", "live", "rate", "rival", "log_rival", "terms",
    "joining", "known", "shared", "age", "titled", "third", "chance", "items_since", "comment", "hotline", "hotlist", "post", "notice",
    "letters", "concepts", "concepts_covered", "no_concept", "concept_conflict", "place", "place_conflict", "region", "region_conflict",
    "number", "number_conflict", "outlet", "question", "comment_outlet", "short", "rarest", "rarity", "raw_alike", "comment_busy",
    "comment_idle", "comment_since", "outlet_idle", "short_busy", "concepts_shared", "concepts_rarest", "events", "events_covered",
    "event_conflict", "no_event", "events_rarest", "concepts_rarity",
    "sense", "no_sense", "rival_sense",
)  # fmt: skip
PIECES = len(EVIDENCE)
ALIKE = EVIDENCE.index("alike")
SAME_SENSE = EVIDENCE.index("sense")
HOUR = 3600.0


@inlined
def _log_of_more(value: float) -> float:
    """ln(1 + value); most candidates share nothing of a kind, which need not be worked out."""
    return math.log(1.0 + value) if value != 0.0 else 0.0


@compiled
def evidence(
    arrays: Arrays, found: Ints, places: Longs, weights: Doubles, rarity: Doubles, groups: Bytes, titled: npt.NDArray[np.bool_],
    known: Doubles, kind: int, outlet: int, fading: float, busy_hours: float, now: float, letters: int,
    sense: Floats,
) -> tuple[Doubles, Doubles]:  # fmt: skip
    """For each candidate the pieces of evidence, and its dot product with the item in each group."""
    n = len(found)
    pieces = np.zeros((n, PIECES))
    dots = np.zeros((n, GROUPS))
    has = np.zeros(GROUPS)
    for j in range(len(groups)):
        has[groups[j]] = 1.0
    rate = arrays.real[RATE] * math.exp(-(now - arrays.real[RATE_AT]) / (busy_hours * HOUR))
    log_rate, log_live = math.log(1.0 + rate), math.log(1.0 + arrays.whole[LIVE])
    log_terms = math.log(1.0 + len(weights))
    log_chance = math.log(0.01 + arrays.real[CHANCE])
    faded = np.zeros(n)
    has_sense = sense.any()
    covered, cosine = np.empty(GROUPS), np.empty(GROUPS)
    for k in range(n):
        story = found[k]
        covered[:] = 0.0
        cosine[:] = 0.0
        strongest, shared, in_title, rarest, together = 0.0, 0, 0.0, 0.0, 0.0
        concepts, concept_rarest, event_rarest, concept_rarity = 0, 0.0, 0.0, 0.0
        at = arrays.story["block"][story]
        for i in range(at, at + arrays.story["terms"][story]):
            mark = place_of(places, arrays.entries[i])
            if mark >= 0:
                w = weights[mark]
                g = groups[mark]
                dots[k, g] += w * arrays.weights[i]
                covered[g] += w * w
                if g == 2 or g == 6:
                    concepts += 1
                    concept_rarity += rarity[mark]
                if g == 2:
                    concept_rarest = max(concept_rarest, rarity[mark])
                if g == 6:
                    event_rarest = max(event_rarest, rarity[mark])
                if g == 0:
                    shared += 1
                    strongest = max(strongest, w)
                    rarest = max(rarest, rarity[mark])
                    together += rarity[mark]
                    if titled[mark]:
                        in_title += w * w
        alike = dots[k, 0] / math.sqrt(arrays.story_square[story, 0]) if arrays.story_square[story, 0] > 0 else 0.0
        for g in range(1, GROUPS):
            if arrays.story_square[story, g] > 0.0:
                cosine[g] = dots[k, g] / math.sqrt(arrays.story_square[story, g])
        idle = max(0.0, now - arrays.story["last"][story]) / HOUR
        faded[k] = alike / math.sqrt(1.0 + idle / fading)
        same_outlet = 0.0
        for o in range(OUTLETS):
            if arrays.story_outlets[story, o] == outlet:
                same_outlet = 1.0
        p = pieces[k]
        p[0] = 1.0
        p[1] = math.log(alike + 0.01)
        p[2] = alike
        p[3] = covered[0]
        p[4] = strongest
        p[5] = math.log(1.0 + idle)
        p[6] = math.log(arrays.story["size"][story]) if arrays.story["size"][story] > 1 else 0.0
        p[7] = math.log(0.1 + arrays.story["busy"][story] * math.exp(-(now - arrays.story["last"][story]) / (busy_hours * HOUR)))
        p[8] = log_live
        p[9] = log_rate
        p[12] = log_terms
        p[13] = arrays.real[JOINED]
        p[14] = known[0]
        p[15] = _log_of_more(shared)
        p[16] = math.log(1.0 + (now - arrays.story["first"][story]) / HOUR)
        p[17] = in_title
        p[19] = log_chance
        p[20] = math.log(1.0 + arrays.whole[ITEMS] - arrays.story["seen"][story])
        p[21] = 1.0 if kind == 5 else 0.0
        p[22] = 1.0 if kind == 3 else 0.0
        p[23] = 1.0 if kind == 4 else 0.0
        p[24] = 1.0 if kind == 1 else 0.0
        p[25] = 1.0 if kind == 6 else 0.0
        p[26] = cosine[1]
        p[27] = cosine[2]
        p[28] = covered[2]
        p[29] = 1.0 - has[2]
        p[30] = 1.0 if has[2] > 0 and arrays.story_square[story, 2] > 0 and dots[k, 2] == 0.0 else 0.0
        p[31] = cosine[3]
        p[32] = 1.0 if has[3] > 0 and arrays.story_square[story, 3] > 0 and dots[k, 3] == 0.0 else 0.0
        p[33] = cosine[4]
        p[34] = 1.0 if has[4] > 0 and arrays.story_square[story, 4] > 0 and dots[k, 4] == 0.0 else 0.0
        p[35] = cosine[5]
        p[36] = 1.0 if has[5] > 0 and arrays.story_square[story, 5] > 0 and dots[k, 5] == 0.0 else 0.0
        p[37] = same_outlet
        p[38] = 1.0 if kind == 2 else 0.0
        p[39] = same_outlet * p[21]
        p[40] = 1.0 / (1.0 + 0.1 * letters)
        p[41] = rarest
        p[42] = _log_of_more(together)
        p[43] = _log_of_more(
            dots[k, 0] * together / max(1, shared) / math.sqrt(max(1e-9, arrays.story_square[story, 0])) * math.sqrt(len(weights))
        )
        p[44] = p[21] * p[7]
        p[45] = p[21] * p[5]
        p[46] = p[21] * p[20]
        p[47] = same_outlet * p[5]
        p[48] = p[40] * p[7]
        p[49] = _log_of_more(concepts)
        p[50] = concept_rarest
        p[51] = cosine[6]
        p[52] = covered[6]
        p[53] = 1.0 if has[6] > 0 and arrays.story_square[story, 6] > 0 and dots[k, 6] == 0.0 else 0.0
        p[54] = 1.0 - has[6]
        p[55] = event_rarest
        p[56] = _log_of_more(concept_rarity)
        p[57] = same_sense(arrays, story, sense) if has_sense else 0.0
        p[58] = 0.0 if has_sense else 1.0
    # the best and the second of the others
    for k in range(n):
        rival, third, rival_sense = 0.0, 0.0, 0.0
        for q in range(n):
            if q != k:
                rival_sense = max(rival_sense, pieces[q, 57])
                if faded[q] > rival:
                    rival, third = faded[q], rival
                elif faded[q] > third:
                    third = faded[q]
        pieces[k, 10] = rival
        pieces[k, 11] = math.log(rival + 0.02)
        pieces[k, 18] = third
        pieces[k, 59] = rival_sense
    return pieces, dots
