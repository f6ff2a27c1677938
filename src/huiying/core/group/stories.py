"""Stories in one pass: cosine of an item's TF-IDF vector to the centroids of live stories, with exact pruning.

A term is as rare as the live stories that hold it are few: a word that many stories share says little, a word that one story repeats
says much. An item joins the story it is most like if that likeness reaches a threshold that is lower for longer texts, whose many terms
spread the norm, lower still for scripts written without spaces, whose terms are pieces of words, and higher the more the item is like a
second story as well. A story heard of within hours is likelier to be told of again than one that fell silent days ago: likeness falls
as a power of the silence, so that talk of the moment is favoured and a story of last week is not lost.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Collection
from operator import itemgetter

import msgspec

from huiying.core.group.tokens import KEPT_TERMS, KEPT_UNSPACED, is_bigram, is_character, mostly_unspaced, unspaced

HOUR = 3600.0


class StoryConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Likeness is divided by √(1 + silence / `fading_hours`), and a story silent for more than `live_days` is forgotten. The threshold is
    `threshold` for up to `short_terms` terms t and threshold × (short_terms / t)^`length_exponent` for more. Where most terms are of
    scripts written without spaces it is `unspaced`, and `crowd` × ln(stories / `few_stories`) more in a stream of more stories than that,
    for the best of many chance likenesses rises with the logarithm of their number. To it comes `contest` × what the runner-up scores
    above `floor`; all of it counts `lone_bigram` times where no more than one bigram, often only a piece of a word, is shared.

    A term's weight is (1 + ln count) × ln((stories + `prior`) / (stories with it + 1))^`rarity_exponent`. A single character counts only
    while it is in no more than `character_stories` stories and `character_part` of stories + `prior`.
    """

    threshold: float = 0.13
    short_terms: int = 8
    length_exponent: float = 0.6
    unspaced: float = 0.07
    crowd: float = 0.022
    few_stories: int = 128
    fading_hours: float = 10.0
    live_days: float = 7.0
    contest: float = 0.6
    floor: float = 0.05
    lone_bigram: float = 1.5
    prior: float = 8.0
    rarity_exponent: float = 1.4
    character_part: float = 0.08
    character_stories: int = 48


class Placement(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Where an item went and why: `key` of its story, `joined` or opened; the best `score` and the `threshold` it had to reach; the story
    that came second (for an opened one: the best of all), None where nothing came near; `shared` terms and what they add to the score."""

    key: int
    joined: bool
    score: float
    threshold: float
    second: int | None = None
    second_score: float = 0.0
    shared: dict[str, float] = {}


Postings = dict[int, float]
Vector = list[tuple[float, str, Postings]]


class _Story:
    __slots__ = ("last", "square", "terms")

    def __init__(self, last: float, square: float, terms: list[str]) -> None:
        self.last = last
        self.square = square
        self.terms = terms


class StoryIndex:
    """Live stories as sums of their items' unit vectors, in an inverted index. The caller gives the keys, rising."""

    def __init__(self, config: StoryConfig) -> None:
        self._config = config
        self._fading = config.fading_hours * HOUR
        self._life = config.live_days * 24.0 * HOUR
        self._terms: dict[str, Postings] = {}
        self._stories: OrderedDict[int, _Story] = OrderedDict()

    def _least(self, terms: Collection[str]) -> float:
        config = self._config
        if mostly_unspaced(terms):
            return config.unspaced + config.crowd * max(0.0, math.log(max(1, len(self._stories)) / config.few_stories))
        return config.threshold * math.pow(min(1.0, config.short_terms / max(1, len(terms))), config.length_exponent)

    def expire(self, clock: float) -> list[int]:
        """Forget the stories that were silent for too long, and return their keys."""
        gone = []
        while self._stories:
            key, story = next(iter(self._stories.items()))
            if clock - story.last <= self._life:
                break
            del self._stories[key]
            for term in story.terms:
                postings = self._terms[term]
                del postings[key]
                if not postings:
                    del self._terms[term]
            gone.append(key)
        return gone

    def touch(self, key: int, clock: float) -> None:
        """A live story was heard of again."""
        self._stories[key].last = clock
        self._stories.move_to_end(key)

    def vector(self, counts: dict[str, int]) -> Vector:
        """Unit vector of an item by falling weight, ties by term; at most KEPT_TERMS, or KEPT_UNSPACED of scripts without spaces."""
        exponent, log, known = self._config.rarity_exponent, math.log, self._terms
        every = log(len(self._stories) + self._config.prior)
        weighted = []
        common = self._config.character_part * (len(self._stories) + self._config.prior)
        common = min(common, self._config.character_stories)
        for term, count in counts.items():
            postings = known.get(term)
            if postings is not None and len(postings) > common and is_character(term):
                continue
            rarity = every if postings is None else every - log(len(postings) + 1.0)
            weighted.append((-_LOGS[min(count, 99)] * rarity**exponent, term, postings))
        weighted.sort(key=_BY_WEIGHT)
        del weighted[KEPT_UNSPACED if mostly_unspaced(counts) else KEPT_TERMS :]
        norm = -math.sqrt(math.fsum([w * w for w, _, _ in weighted]))
        return [(w / norm, term, _NOWHERE if postings is None else postings) for w, term, postings in weighted]

    def place(self, vector: Vector, key: int, clock: float) -> Placement:
        """Join the best story or open `key`. `expire` must have run at this clock."""
        least = self._least([term for _, term, _ in vector])
        dots, remaining = self._dots(vector, least)
        ranked = self._rank(dots, clock)
        best = ranked[0] if ranked else (0.0, -1)
        if -best[0] < least:
            self.open(key, vector, clock)
            return Placement(key=key, joined=False, score=0.0, threshold=least)
        if remaining >= self._config.floor and (len(ranked) < 2 or -ranked[1][0] < remaining):
            dots |= self._rest(vector, dots, remaining)
            ranked = self._rank(dots, clock)
        score = -best[0]
        second = ranked[1] if len(ranked) > 1 and -ranked[1][0] >= self._config.floor else None
        threshold = least if second is None else least + self._config.contest * (-second[0] - self._config.floor)
        scale = score / dots[best[1]]
        shared = {term: weight * postings[best[1]] * scale for weight, term, postings in vector if best[1] in postings}
        if sum(map(is_bigram, shared)) <= 1 and all(unspaced(term[0]) for term in shared):
            threshold *= self._config.lone_bigram
        joined = score >= threshold
        near = second if joined else best
        if joined:
            self._add(best[1], vector, clock, dots[best[1]])
        else:
            self.open(key, vector, clock)
        return Placement(
            key=best[1] if joined else key,
            joined=joined,
            score=score,
            threshold=threshold,
            second=None if near is None else near[1],
            second_score=0.0 if near is None else -near[0],
            shared=shared,
        )

    def open(self, key: int, vector: Vector, clock: float) -> None:
        """A story begins with one item, or with a copy of one whose story was forgotten."""
        terms = self._terms
        for weight, term, _ in vector:
            terms.setdefault(term, {})[key] = weight
        square = math.fsum([w * w for w, _, _ in vector])
        self._stories[key] = _Story(clock, square or 1.0, [term for _, term, _ in vector])

    def _add(self, key: int, vector: Vector, clock: float, dot: float) -> None:
        story = self._stories[key]
        for weight, term, postings in vector:
            if key in postings:
                postings[key] += weight
            else:
                self._terms.setdefault(term, {})[key] = weight
                story.terms.append(term)
        story.square += 2.0 * dot + 1.0
        self.touch(key, clock)

    def _rank(self, dots: dict[int, float], clock: float) -> list[tuple[float, int]]:
        """The two best (-score, key): highest score, then the story that was opened first."""
        first = second = (0.0, -1)
        stories, fading = self._stories, self._fading
        bar = 0.0
        for key, dot in dots.items():
            # No centroid of unit vectors is shorter than one of them, so the score is at most the dot product.
            if dot < bar:
                continue
            story = stories[key]
            pair = (-dot / math.sqrt(story.square * (1.0 + (clock - story.last) / fading)), key)
            if pair < first:
                first, second = pair, first
                bar = -second[0] * (1.0 - 1e-9)
            elif pair < second:
                second = pair
                bar = -pair[0] * (1.0 - 1e-9)
        return [pair for pair in (first, second) if pair[1] >= 0]

    def _dots(self, vector: Vector, least: float) -> tuple[dict[int, float], float]:
        """Dot products with every story that may score `least`, and what a story that is not among them can score at most.

        A centroid is divided by its norm, so a story none of whose terms came up yet scores at most the norm of the item's terms to
        come (Cauchy-Schwarz): once that is below `least`, the long postings of common words only serve the stories already found.
        """
        dots: dict[int, float] = {}
        left = 1.0
        bound = least * least * (1.0 - 1e-9)
        rest = iter(vector)
        for weight, _, postings in rest:
            for key, value in postings.items():
                dots[key] = dots.get(key, 0.0) + weight * value
            left -= weight * weight
            if left < bound:
                break
        for weight, _, postings in rest:
            if len(postings) < len(dots):
                for key, value in postings.items():
                    if key in dots:
                        dots[key] += weight * value
            else:
                for key in dots:
                    if key in postings:
                        dots[key] += weight * postings[key]
        return dots, math.sqrt(max(0.0, left)) + 1e-9

    def _rest(self, vector: Vector, dots: dict[int, float], remaining: float) -> dict[int, float]:
        """Dot products with the stories that share only the item's common terms: one of them may be the runner-up."""
        found: dict[int, float] = {}
        left = 1.0
        for weight, _, postings in vector:
            if math.sqrt(max(0.0, left)) + 1e-9 <= remaining:
                for key, value in postings.items():
                    if key not in dots:
                        found[key] = found.get(key, 0.0) + weight * value
            left -= weight * weight
        return found

    def dump(self) -> object:
        """Plain data from which `load` restores the same state."""
        order = {term: at for at, term in enumerate(self._terms)}
        stories = [
            [key, story.last, story.square, [order[term] for term in story.terms], [self._terms[term][key] for term in story.terms]]
            for key, story in self._stories.items()
        ]
        return [list(order), stories]

    def load(self, data: object) -> None:
        """Fill an empty instance from `dump`."""
        terms, stories = msgspec.convert(data, tuple[list[str], list[tuple[int, float, float, list[int], list[float]]]])
        self._terms = {term: {} for term in terms}
        for key, last, square, places, weights in stories:
            story = self._stories[key] = _Story(last, square, [terms[at] for at in places])
            for term, weight in zip(story.terms, weights, strict=True):
                self._terms[term][key] = weight


_BY_WEIGHT = itemgetter(0, 1)
_NOWHERE: Postings = {}
_LOGS = [1.0 + math.log(max(1, count)) for count in range(100)]
