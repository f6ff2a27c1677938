"""What speaks for and against an item's belonging to a story, weighed: log-odds as a sum of named parts.

Each piece of evidence has one weight for every stream. Pieces that depend on the story add up to the score; what depends on the item and
the stream alone, and the value that a piece has where nothing is shared, make the threshold that the score must reach.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from huiying.core.group.arrays import Doubles
from huiying.core.group.pieces import EVIDENCE
from huiying.core.group.slabs import Ints
from huiying.core.group.weights import WEIGHTS

LEAST_LOG = math.log(0.01)

# Name of a part that people read → the pieces it is made of. Pieces that stand nowhere here make the threshold.
PARTS = {
    "shared_term": (
        "log_alike", "alike", "covered", "strongest", "shared", "titled", "letters", "rarest", "rarity", "raw_alike",
    ),
    "concept_agrees": (
        "concepts", "concepts_covered", "concepts_shared", "concepts_rarest", "concepts_rarity",
        "events", "events_covered", "events_rarest",
    ),
    "sense_agrees": ("sense",),
    "event_differs": ("event_conflict", "concept_conflict"),
    "place_agrees": ("place", "region"),
    "place_differs": ("place_conflict", "region_conflict"),
    "number_agrees": ("number",),
    "number_differs": ("number_conflict",),
    "idle": ("idle", "age", "items_since", "comment_idle", "comment_since", "outlet_idle"),
    "size": ("size",),
    "busy": ("busy", "comment_busy", "short_busy"),
    "same_outlet": ("outlet", "comment_outlet"),
    "rival": ("rival", "log_rival", "third", "rival_sense"),
}  # fmt: skip


_SHARED_TERM = list(PARTS).index("shared_term")
_NOTHING_SHARED = [LEAST_LOG * weight for weight in WEIGHTS["log_alike"]]


@lru_cache(1)
def weights() -> Doubles:
    """The weights in the order of EVIDENCE, a row for each pairing of scripts."""
    return np.array([[WEIGHTS[name][row] for name in EVIDENCE] for row in range(3)])


@lru_cache(1)
def part_of() -> Ints:
    """The place among PARTS of each piece of EVIDENCE, -1 for none."""
    places = {name: place for place, names in enumerate(PARTS.values()) for name in names}
    return np.array([places.get(name, -1) for name in EVIDENCE], np.int32)


def score_of(parts: Doubles, row: int) -> float:
    """The score that `told` tells, alone."""
    return math.fsum(_against_nothing(parts, row))


def told(parts: Doubles, total: float, row: int) -> tuple[dict[str, float], float, float]:
    """The parts of one candidate by name, against a story with which nothing is shared; their sum, the score; and the threshold.

    `row` is the pairing of scripts and `total` the sum of all weighed evidence: the item joins where it is above 0.
    """
    values = _against_nothing(parts, row)
    score = math.fsum(values)
    return dict(zip(PARTS, values, strict=True)), score, score - total


def _against_nothing(parts: Doubles, row: int) -> list[float]:
    values: list[float] = parts.tolist()
    values[_SHARED_TERM] -= _NOTHING_SHARED[row]
    return values
