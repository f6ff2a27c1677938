"""Reasons that a person can read, from the evidence for the likest story: what speaks for it, what against, and by how much."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from huiying.core.group.considering import Weighed
from huiying.core.group.evidence import score_of, told
from huiying.core.group.features import Features
from huiying.core.group.memory import key_of
from huiying.core.group.phrases import READ_TERMS, phrases
from huiying.core.group.reading import CONCEPTS, EVENTS, NUMBERS, PLACES, REGIONS
from huiying.core.group.table import Records
from huiying.core.types import Contribution, RunnerUp

SHARED_TERMS = 5
SHARED_FACTS = 3
LEAST_WEIGHT = 0.05
_AGREEING = {"concept_agrees": (EVENTS, CONCEPTS), "place_agrees": (PLACES, REGIONS), "number_agrees": (NUMBERS,)}
_SPEAKING_ALONE = ("sense_agrees", "event_differs", "place_differs", "number_differs", "idle", "size", "busy", "same_outlet", "rival")


# What it comes first by: how much it weighs; its name, what it is about, what was measured, and its weight.
_Reason = tuple[float, str, str, float, float]


class Told(NamedTuple):
    """A decision in words that can be stored: the likest story, how much speaks for it and how much must, why, and which came second."""

    nearest: str
    score: float
    threshold: float
    reasons: tuple[Contribution, ...]
    second: RunnerUp | None


NOTHING_NEAR = Told("", 0.0, 0.0, (), None)


def tell(features: Features, weighed: Weighed) -> Told:
    """The decision on an item that has candidates."""
    parts, score, threshold = told(weighed.parts[0], weighed.total, weighed.pairing)
    second = None
    if weighed.second >= 0:
        score_of_second = score_of(weighed.parts[1], weighed.second_pairing)
        second = RunnerUp(story=key_of(weighed.second_name), score=score_of_second)
    return Told(key_of(weighed.name), score, threshold, _reasons(features, weighed, parts), second)


def _reasons(features: Features, weighed: Weighed, parts: Mapping[str, float]) -> tuple[Contribution, ...]:
    """The parts of the score, heaviest first; the words, concepts, places and numbers that are shared each on its own."""
    found = _words(features, weighed.terms, parts["shared_term"])
    if weighed.facts:
        found += _facts(features, weighed.terms, parts)
    for part in _SPEAKING_ALONE:
        weight = parts[part]
        if abs(weight) >= LEAST_WEIGHT:
            found.append((-abs(weight), part, "", _measured(part, weighed), weight))
    found.sort()
    return tuple([Contribution(name=name, detail=detail, value=value, weight=weight) for _, name, detail, value, weight in found])


def _measured(part: str, weighed: Weighed) -> float:
    """What a part says in its own unit, 1 where it only holds."""
    if part == "idle":
        return weighed.idle
    if part == "size":
        return weighed.size
    if part == "busy":
        return weighed.busy
    return weighed.sense if part == "sense_agrees" else 1.0


def _words(features: Features, terms: Records, weight: float) -> list[_Reason]:
    """The shared words with their share of what all words add."""
    places, values = np.empty((READ_TERMS, 2), np.int32), np.empty(READ_TERMS)
    count = phrases(features.codes, features.rows, terms, weight, places, values)
    if not count:
        return [(-abs(weight), "shared_term", "", 0.0, weight)] if abs(weight) >= LEAST_WEIGHT else []
    words = features.words
    told = []
    for (start, end), value in zip(places[:count].tolist(), values[:count].tolist(), strict=True):
        told.append((-abs(value), "shared_term", words[start:end], value, value))
    told.sort()
    return told[:SHARED_TERMS]


def _facts(features: Features, terms: Records, parts: Mapping[str, float]) -> list[_Reason]:
    """The heaviest of the shared concepts, places and numbers with their share of what each kind adds."""
    shared: dict[int, list[tuple[float, int]]] = {}
    for row, group, value in zip(terms["row"].tolist(), terms["group"].tolist(), terms["shared"].tolist(), strict=True):
        if value > 0.0:
            shared.setdefault(group, []).append((-value, row))
    found: list[_Reason] = []
    for part, groups in _AGREEING.items():
        rows = [row for group in groups for row in shared.get(group, ())]
        total = sum([value for value, _ in rows])
        rows.sort()
        for value, row in rows[:SHARED_FACTS]:
            weight = parts[part] * value / total
            found.append((-abs(weight), part, features.label(row), -value, weight))
    return found
