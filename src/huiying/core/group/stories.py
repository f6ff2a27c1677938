"""Stories by one-pass TF-IDF: cosine to the centroids of live stories, decayed by idle time, exact in pruning and in expiry."""

from __future__ import annotations

import math
from collections import OrderedDict

import msgspec

from huiying.core.group.tokens import KEPT_TERMS

HOUR = 3600.0


class StoryConfig(msgspec.Struct, frozen=True, kw_only=True):
    """An item joins the most similar story at or above `threshold`; likeness halves with every `half_life_hours` of silence.

    Scores under `report` × threshold are neither computed nor reported.
    """

    threshold: float = 0.16
    half_life_hours: float = 48.0
    report: float = 0.7
    vocabulary: int = 300_000


class Placement(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Where an item went and why: `key` of its story, `joined` or opened, the best `score`, the story that came second, and shared terms."""

    key: int
    joined: bool
    score: float
    second: int = -1
    second_score: float = 0.0
    shared: tuple[tuple[str, float], ...] = ()


class _Term:
    __slots__ = ("count", "stories", "text")

    def __init__(self, text: str, count: int) -> None:
        self.text = text
        self.count = count
        self.stories: dict[int, float] = {}


Vector = list[tuple[float, _Term]]


class _Story:
    __slots__ = ("last", "square", "terms")

    def __init__(self, last: float) -> None:
        self.last = last
        self.square = 0.0
        self.terms: list[_Term] = []


class StoryIndex:
    """Live stories as sums of unit vectors in an inverted index. Keys are given by the caller."""

    def __init__(self, config: StoryConfig) -> None:
        self._config = config
        self._half = config.half_life_hours * HOUR
        self._life = self._half * math.log2(1.0 / config.threshold)
        self._terms: dict[str, _Term] = {}
        self._stories: OrderedDict[int, _Story] = OrderedDict()
        self._seen = 0

    def __contains__(self, key: int) -> bool:
        return key in self._stories

    def expire(self, clock: float) -> list[int]:
        """Forget the stories that no item could join any more, however similar, and return their keys."""
        gone = []
        while self._stories:
            key, story = next(iter(self._stories.items()))
            if clock - story.last <= self._life:
                break
            del self._stories[key]
            for term in story.terms:
                del term.stories[key]
            gone.append(key)
        return gone

    def touch(self, key: int, clock: float) -> None:
        """Something new was seen of a live story."""
        self._stories[key].last = clock
        self._stories.move_to_end(key)

    def vector(self, counts: dict[str, int]) -> Vector:
        """Unit vector of an item by falling weight, after counting its terms; at most KEPT_TERMS."""
        self._seen += 1
        known = self._terms
        every = math.log(self._seen + 1.0)
        weighted = []
        for text, count in counts.items():
            term = known.get(text)
            if term is None:
                term = known[text] = _Term(text, 1)
            else:
                term.count += 1
            weighted.append(((1.0 + math.log(count)) * (every - math.log(term.count)), text, term))
        weighted.sort(key=_heaviest)
        del weighted[KEPT_TERMS:]
        norm = math.sqrt(math.fsum([w * w for w, _, _ in weighted]))
        if len(known) > self._config.vocabulary:
            self._age()
        return [(w / norm, term) for w, _, term in weighted] if norm > 0.0 else []

    def place(self, vector: Vector, key: int, clock: float) -> Placement:
        """Join the best story or open `key`. `expire` must have run at this clock."""
        scores = self._scores(vector)
        ranked = []
        for other, dot in scores.items():
            story = self._stories[other]
            score = dot / math.sqrt(story.square) * 0.5 ** ((clock - story.last) / self._half)
            ranked.append((-score, other))
        ranked.sort()
        floor = self._config.report * self._config.threshold
        ranked = [pair for pair in ranked[:2] if -pair[0] >= floor]
        if not ranked:
            self._open(key, vector, clock)
            return Placement(key=key, joined=False, score=0.0)
        best, score = ranked[0][1], -ranked[0][0]
        second, second_score = (ranked[1][1], -ranked[1][0]) if len(ranked) > 1 else (-1, 0.0)
        story = self._stories[best]
        scale = score / scores[best]
        shared = sorted((-w * t.stories[best] * scale, t.text) for w, t in vector if best in t.stories)[:5]
        joined = score >= self._config.threshold
        if joined:
            self._add(best, vector, clock, scores[best])
        else:
            self._open(key, vector, clock)
        return Placement(
            key=best if joined else key,
            joined=joined,
            score=score,
            second=second if joined else best,
            second_score=second_score if joined else score,
            shared=tuple((text, -value) for value, text in shared),
        )

    def reopen(self, key: int, vector: Vector, clock: float) -> None:
        """A forgotten story speaks again: it starts anew under its old key."""
        self._open(key, vector, clock)

    def _scores(self, vector: Vector) -> dict[int, float]:
        """Dot products with every story that can reach the floor. A story without any term so far cannot, once what remains of
        the item's norm is below the floor: its centroid is a unit vector and the dot product is at most that norm (Cauchy-Schwarz)."""
        floor = self._config.report * self._config.threshold
        remaining = 1.0
        scores: dict[int, float] = {}
        for weight, term in vector:
            postings = term.stories
            if remaining >= floor * floor * 0.999999:
                for key, value in postings.items():
                    scores[key] = scores.get(key, 0.0) + weight * value
            elif len(postings) < len(scores):
                for key, value in postings.items():
                    if key in scores:
                        scores[key] += weight * value
            else:
                for key in scores:
                    if key in postings:
                        scores[key] += weight * postings[key]
            remaining -= weight * weight
        return scores

    def _open(self, key: int, vector: Vector, clock: float) -> None:
        story = self._stories[key] = _Story(clock)
        for weight, term in vector:
            term.stories[key] = weight
            story.terms.append(term)
        story.square = math.fsum([w * w for w, _ in vector]) or 1.0

    def _add(self, key: int, vector: Vector, clock: float, dot: float) -> None:
        story = self._stories[key]
        for weight, term in vector:
            if key in term.stories:
                term.stories[key] += weight
            else:
                term.stories[key] = weight
                story.terms.append(term)
        story.square += 2.0 * dot + 1.0
        self.touch(key, clock)

    def _age(self) -> None:
        """Halve what was counted, so that the vocabulary stays bounded and follows the stream."""
        self._seen //= 2
        for term in list(self._terms.values()):
            term.count //= 2
            if term.count == 0:
                if term.stories:
                    term.count = 1
                else:
                    del self._terms[term.text]

    def dump(self) -> object:
        """Plain data from which `load` restores the same state."""
        order = {text: at for at, text in enumerate(self._terms)}
        stories = [
            [key, s.last, s.square, [order[t.text] for t in s.terms], [t.stories[key] for t in s.terms]] for key, s in self._stories.items()
        ]
        return [self._seen, [[t.text, t.count] for t in self._terms.values()], stories]

    def load(self, data: object) -> None:
        """Fill an empty instance from `dump`."""
        seen, terms, stories = msgspec.convert(
            data, tuple[int, list[tuple[str, int]], list[tuple[int, float, float, list[int], list[float]]]]
        )
        self._seen = seen
        known = [_Term(text, count) for text, count in terms]
        self._terms = {term.text: term for term in known}
        for key, last, square, where, weights in stories:
            story = self._stories[key] = _Story(last)
            story.square = square
            story.terms = [known[at] for at in where]
            for term, weight in zip(story.terms, weights, strict=True):
                term.stories[key] = weight


def _heaviest(entry: tuple[float, str, _Term]) -> tuple[float, str]:
    return -entry[0], entry[1]
