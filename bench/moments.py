"""The stories of a stream as series of titles, and the moments at which a plain detector looks at them.

A title counts once in a week, wherever it stands. A detector looks at a story whenever it gains a title, from its second title within
24 hours on: the scorer takes a warning to tell of something only where two of its titles do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bench.baseline import terms
from bench.detectors import Statistic
from bench.series import DAY, Floats, Ints, Series

LEAST_TITLES = 2


@dataclass
class Moments:
    """Looks at `stories` (numbers into `names`) `at` times, by time. `items` and `titles` are those of the points of `series`."""

    series: Series
    items: list[str]
    titles: list[str]
    names: list[str]
    stories: Ints
    at: Ints

    def items_of(self, moment: int) -> list[str]:
        """The items of the story in the last 24 hours."""
        return [self.items[place] for place in self._places(moment)]

    def of_story(self, statistic: Statistic) -> Floats:
        """The statistic of the story's titles at every moment."""
        return statistic(self.series, self.stories, self.at)

    def of_term(self, statistic: Statistic) -> Floats:
        """The statistic of all titles, of any story, with the term that is now the story's commonest; 0 where titles share none."""
        series, moments, numbers = self._terms
        scores = np.zeros(len(self.at))
        scores[moments] = statistic(series, numbers, self.at[moments])
        return scores

    @cached_property
    def _terms(self) -> tuple[Series, Ints, Ints]:
        """Series of the terms that are the commonest of some story; the moments that look at one, and at which."""
        said = [sorted(set(terms(title))) for title in self.titles]
        known: dict[str, int] = {}
        moments, numbers = [], []
        for moment in range(len(self.at)):
            term = commonest([said[place] for place in self._places(moment)])
            if term is not None:
                moments.append(moment)
                numbers.append(known.setdefault(term, len(known)))
        times = np.empty_like(self.series.times)
        times[self.series.order] = self.series.times
        points = [(known[term], times[place]) for place, held in enumerate(said) for term in held if term in known]
        columns = np.array(points, dtype=np.int64).reshape(-1, 2)
        return Series(columns[:, 0], columns[:, 1]), np.array(moments, dtype=np.int64), np.array(numbers, dtype=np.int64)

    @cached_property
    def _bounds(self) -> tuple[Ints, Ints]:
        return self.series.until(self.stories, self.at - DAY), self.series.until(self.stories, self.at)

    def _places(self, moment: int) -> list[int]:
        first, last = self._bounds
        places: list[int] = self.series.order[first[moment] : last[moment]].tolist()
        return places


def commonest(titles: Sequence[Sequence[str]]) -> str | None:
    """The term that most titles have, each a list of distinct terms; the first by name of equals. No term of one title alone."""
    held = Counter(term for title in titles for term in title)
    return min((term for term, count in held.items() if count >= LEAST_TITLES), key=lambda term: (-held[term], term), default=None)


def moments(stories: Mapping[str, str], times: Mapping[str, float], titles: Mapping[str, str], since: float, until: float) -> Moments:
    """The moments from `since` to before `until`. Item → story, first observation in seconds, title.

    Items that the stream calls otherwise are left out: a handful, of whose id something was masked.
    """
    names: dict[str, int] = {}
    last: dict[str, int] = {}
    items, said, numbers, at = [], [], [], []
    for item in sorted(stories.keys() & times.keys(), key=lambda item: (times[item], item)):
        now, title = int(times[item]), titles[item]
        if title and now - last.get(title, -7 * DAY) >= 7 * DAY:
            last[title] = now
            items.append(item)
            said.append(title)
            numbers.append(names.setdefault(stories[item], len(names)))
            at.append(now)
    series = Series(np.array(numbers, dtype=np.int64), np.array(at, dtype=np.int64))
    looks = np.unique(np.stack([series.times, series.numbers]), axis=1)
    held = series.count(looks[1], looks[0] - DAY, looks[0])
    looks = looks[:, (held >= LEAST_TITLES) & (looks[0] >= since) & (looks[0] < until)]
    return Moments(series, items, said, list(names), looks[1], looks[0])
