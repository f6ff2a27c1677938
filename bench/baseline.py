"""The plain way to put items into stories, against which every figure of the product is held.

The words of an item (pairs of neighbouring characters where a script has no spaces), each weighted by its rarity in the stream so far,
make a unit vector. The item joins the story whose centroid is nearest by cosine, halved for every HALF_LIFE of silence, if that reaches
THRESHOLD; otherwise it opens a story, which is called by its first item. One setting for all data. Nothing is approximate: what is left
out of a look-up or dropped from the index could not have reached THRESHOLD.
"""

from __future__ import annotations

import math
import re
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

THRESHOLD = 0.13
HALF_LIFE = 12 * 3600.0
LONGEST_SILENCE = HALF_LIFE * math.log2(1 / THRESHOLD)
KEPT_TERMS = 40
# a hair below, so that rounding never loses a story that scores exactly THRESHOLD
_LEAST_SQUARE = THRESHOLD * THRESHOLD * (1 - 1e-9)

_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_RUNS = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+")

Row = tuple[str, str, str, float]
Vector = list[tuple[float, str]]


@dataclass
class _Story:
    last: float
    square: float
    terms: list[str]


def terms(text: str) -> list[str]:
    """Stemmed words, and pairs of characters of scripts without spaces."""
    found = []
    for run in _RUNS.findall(text.lower()):
        if run[0] >= "\u3040":
            found += [left + right for left, right in pairwise(run)] or [run]
        else:
            found.append(_stem(run))
    return found


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def group(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """(id, title, text, seconds) in order of time → (id, story)."""
    holders: Counter[str] = Counter()
    postings: dict[str, dict[str, float]] = {}
    stories: OrderedDict[str, _Story] = OrderedDict()
    for seen, (name, title, text, at) in enumerate(rows, 1):
        _expire(stories, postings, at)
        counts = Counter(terms(f"{title}\n{text}"))
        holders.update(counts.keys())
        vector = _unit([(count * math.log(1 + seen / holders[term]), term) for term, count in counts.items()])
        best, key, dot = THRESHOLD, name, 0.0
        for candidate, likeness in _dots(vector, postings).items():
            story = stories[candidate]
            score = likeness / math.sqrt(story.square) * 0.5 ** ((at - story.last) / HALF_LIFE)
            if score > best or (score == best and key == name):
                best, key, dot = score, candidate, likeness
        story = stories.setdefault(key, _Story(at, 0.0, []))
        story.last = at
        story.square += 2 * dot + 1
        stories.move_to_end(key)
        for weight, term in vector:
            held = postings.setdefault(term, {})
            if key not in held:
                story.terms.append(term)
            held[key] = held.get(key, 0.0) + weight
        yield name, key


def _unit(weighted: Vector) -> Vector:
    weighted = sorted(weighted, reverse=True)[:KEPT_TERMS]
    norm = math.sqrt(sum(weight * weight for weight, _ in weighted))
    return [(weight / norm, term) for weight, term in weighted]


def _dots(vector: Vector, postings: dict[str, dict[str, float]]) -> dict[str, float]:
    """Dot products with the stories that can reach THRESHOLD.

    A story without any of the heavier terms scores at most the norm of the terms to come; once that is below THRESHOLD, the long
    postings of common terms only serve the stories already found.
    """
    dots: dict[str, float] = {}
    left = 1.0
    for weight, term in vector:
        held = postings.get(term, {})
        if left >= _LEAST_SQUARE:
            for key, value in held.items():
                dots[key] = dots.get(key, 0.0) + weight * value
        elif len(held) < len(dots):
            for key in held.keys() & dots.keys():
                dots[key] += weight * held[key]
        else:
            for key in dots:
                if key in held:
                    dots[key] += weight * held[key]
        left -= weight * weight
    return dots


def _expire(stories: OrderedDict[str, _Story], postings: dict[str, dict[str, float]], now: float) -> None:
    while stories:
        key, story = next(iter(stories.items()))
        if now - story.last <= LONGEST_SILENCE:
            return
        del stories[key]
        for term in story.terms:
            del postings[term][key]
            if not postings[term]:
                del postings[term]
