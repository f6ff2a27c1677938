"""Reasons that a person can read, from the evidence for the likest story: what speaks for it, what against, and by how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from huiying.core.group.arrays import Arrays
from huiying.core.group.considering import Weighed
from huiying.core.group.evidence import score_of, told
from huiying.core.group.features import Features
from huiying.core.group.memory import Memory
from huiying.core.group.pieces import SAME_SENSE
from huiying.core.group.reading import CHARACTERS, CONCEPTS, EVENTS, GROUPS, NUMBERS, PLACES, REGIONS, WORDS
from huiying.core.group.tokens import is_bigram, is_character
from huiying.core.types import Contribution, RunnerUp

SHARED_TERMS = 5
SHARED_FACTS = 3
# Of a long text's many shared words only the heaviest are read for phrases.
READ_TERMS = 24
LEAST_WEIGHT = 0.05
HOUR = 3600.0
_AGREEING = {"concept_agrees": (EVENTS, CONCEPTS), "place_agrees": (PLACES, REGIONS), "number_agrees": (NUMBERS,)}
_SPEAKING_ALONE = ("sense_agrees", "event_differs", "place_differs", "number_differs", "idle", "size", "busy", "same_outlet", "rival")


class Told(NamedTuple):
    """A decision in words that can be stored: the likest story, how much speaks for it and how much must, why, and which came second."""

    nearest: str
    score: float
    threshold: float
    reasons: tuple[Contribution, ...]
    second: RunnerUp | None


NOTHING_NEAR = Told("", 0.0, 0.0, (), None)


def tell(features: Features, weighed: Weighed, memory: Memory, now: float) -> Told:
    """The decision on an item that has candidates, before it is carried out."""
    story = int(weighed.found[weighed.best])
    total = float(weighed.totals[weighed.best])
    parts, score, threshold = told(weighed.parts[weighed.best], total, weighed.row)
    second = None
    if weighed.second >= 0:
        other = int(weighed.found[weighed.second])
        second = RunnerUp(story=memory.name(other), score=score_of(weighed.parts[weighed.second], weighed.second_row))
    return Told(memory.name(story), score, threshold, _reasons(features, weighed, parts, memory.arrays, story, now), second)


def _reasons(
    features: Features, weighed: Weighed, parts: Mapping[str, float], arrays: Arrays, story: int, now: float
) -> tuple[Contribution, ...]:
    """The parts of the score, heaviest first; the words, concepts, places and numbers that are shared each on its own."""
    shared: list[list[tuple[float, int]]] = [[] for _ in range(GROUPS)]
    for row, group, value in zip(weighed.order.tolist(), weighed.groups.tolist(), weighed.shared.tolist(), strict=True):
        if value > 0.0:
            shared[group].append((value, row))
    found = _terms(features, shared[WORDS] + shared[CHARACTERS], parts["shared_term"])
    for part, members in _AGREEING.items():
        rows = [row for group in members for row in shared[group]]
        if rows:
            found.extend(_facts(part, rows, features, parts[part]))
    for part in _SPEAKING_ALONE:
        if abs(parts[part]) >= LEAST_WEIGHT:
            found.append(Contribution(name=part, value=_measured(part, weighed, arrays, story, now), weight=parts[part]))
    found.sort(key=lambda reason: (-abs(reason.weight), reason.name, reason.detail))
    return tuple(found)


def _measured(part: str, weighed: Weighed, arrays: Arrays, story: int, now: float) -> float:
    """What a part says in its own unit, 1 where it only holds."""
    if part == "idle":
        return max(0.0, now - float(arrays.story["last"][story])) / HOUR
    if part in ("size", "busy"):
        return float(arrays.story[part][story])
    return float(weighed.pieces[weighed.best, SAME_SENSE]) if part == "sense_agrees" else 1.0


def _terms(features: Features, rows: list[tuple[float, int]], weight: float) -> list[Contribution]:
    """The shared words with their share of what all words add."""
    total = sum([value for value, _ in rows])
    if not total:
        return [Contribution(name="shared_term", value=0.0, weight=weight)] if abs(weight) >= LEAST_WEIGHT else []
    heaviest = sorted([(-value, row) for value, row in rows])[:READ_TERMS]
    start_of, read = features.start.item, []
    for place, (value, row) in enumerate(heaviest):
        read.append((start_of(row), place, row, -value))
    read.sort()
    words, end_of = features.words, features.end.item
    values = {words[start : end_of(row)]: weight * value / total for start, _, row, value in read}
    return phrases(values, values, words)


def _facts(part: str, rows: list[tuple[float, int]], features: Features, weight: float) -> list[Contribution]:
    total = sum([value for value, _ in rows])
    rows.sort(key=lambda row: (-row[0], row[1]))
    return [
        Contribution(name=part, value=value, weight=weight * value / total, detail=features.label(row))
        for value, row in rows[:SHARED_FACTS]
    ]


def phrases(shared: Mapping[str, float], order: Iterable[str], words: str) -> list[Contribution]:
    """The heaviest shared terms, bigrams that follow each other in `words` joined: 停水, 水通 and 通知 are 停水通知.

    A single character counts for the first phrase that holds it. `shared` is term → what it adds, `order` its terms as they are read,
    `words` the folded text they stand in.
    """
    found: dict[str, float] = {}
    letters = []
    phrase, value = "", 0.0
    for term in order:
        added = shared.get(term)
        if added is None:
            continue
        if is_character(term):
            letters.append(term)
        elif phrase and phrase[-1] == term[0] and is_bigram(term) and phrase + term[1] in words:
            phrase, value = phrase + term[1], value + added
        else:
            if phrase:
                found[phrase] = found.get(phrase, 0.0) + value
            phrase, value = term, added
    if phrase:
        found[phrase] = found.get(phrase, 0.0) + value
    for letter in letters:
        for holder in found:
            if letter in holder:
                break
        else:
            holder = letter
        found[holder] = found.get(holder, 0.0) + shared[letter]
    heaviest = sorted(found.items(), key=lambda entry: (-abs(entry[1]), entry[0]))[:SHARED_TERMS]
    return [Contribution(name="shared_term", detail=term, value=value, weight=value) for term, value in heaviest]
