"""The plain baseline leaves out only what could not have mattered."""

from __future__ import annotations

import math
import random
from collections import Counter

import pytest
from bench import baseline
from bench.baseline import HALF_LIFE, KEPT_TERMS, THRESHOLD, Row, group, terms


def test_terms() -> None:
    assert terms("Floods hit; roads closed. 县医院停水") == ["flood", "hit", "road", "clos", "县医", "医院", "院停", "停水"]


def test_likeness_makes_a_story_and_silence_ends_it() -> None:
    rows = [("a", "water cut in the old town", "", 0.0), ("b", "old town water cut", "", 60.0), ("c", "bus fares rise", "", 120.0)]
    late = ("d", "old town water cut", "", 60.0 + baseline.LONGEST_SILENCE + 1)
    assert list(group([*rows, late])) == [("a", "a"), ("b", "a"), ("c", "c"), ("d", "d")]


def plainest(rows: list[Row]) -> list[tuple[str, str]]:
    """The same without index, pruning or expiry."""
    holders, stories, found = Counter[str](), {}, []
    for seen, (name, title, text, at) in enumerate(rows, 1):
        counts = Counter(terms(f"{title}\n{text}"))
        holders.update(counts.keys())
        heavy = sorted(((count * math.log(1 + seen / holders[term]), term) for term, count in counts.items()), reverse=True)[:KEPT_TERMS]
        norm = math.sqrt(sum(weight * weight for weight, _ in heavy))
        vector = {term: weight / norm for weight, term in heavy}
        scored = [(THRESHOLD, 1, name)]
        for order, (key, (last, sums)) in enumerate(stories.items()):
            length = math.sqrt(sum(value * value for value in sums.values()))
            dot = sum(weight * sums.get(term, 0.0) for term, weight in vector.items())
            scored.append((dot / length * 0.5 ** ((at - last) / HALF_LIFE) if length else 0.0, -order, key))
        key = max(scored)[2]
        sums = stories.get(key, (0.0, {}))[1]
        stories[key] = (at, {term: sums.get(term, 0.0) + vector.get(term, 0.0) for term in {*sums, *vector}})
        found.append((name, key))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_approximate(seed: int) -> None:
    chance = random.Random(seed)
    words = [f"{first}{second}word" for first in "bcdfghjklm" for second in "nprstvwx"]
    rows: list[Row] = []
    now = 0.0
    for number in range(300):
        now += chance.choice((60, 600, 6000, 30_000))
        chosen = {words[min(len(words) - 1, int(chance.paretovariate(0.4)))] for _ in range(chance.randint(2, 9))}
        rows.append((str(number), " ".join(sorted(chosen)), "", now))
    assert list(group(rows)) == plainest(rows)
