"""An endless stream of made titles: halves of real ones, so that unlike titles share the words and names that real ones share.

Most stories are a single title, a few have tens, spread over hours. What is known of a story is kept only until its last title is out.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import count
from random import Random

LARGEST_STORY = 80
STEEPNESS = 2.2  # of the story sizes: a share of size^-STEEPNESS of the stories is at least that large
HOURS_BETWEEN = 4.0


def made_titles(titles: list[str], gap: float) -> Iterator[tuple[float, int, str]]:
    """(seconds, number of the story, title), one title every `gap` seconds."""
    chance = Random(7)  # noqa: S311 - repeatable
    halves = [half for title in titles if len(title) >= 8 for half in (title[: len(title) // 2], title[len(title) // 2 :])]
    numbers = count()
    coming: list[tuple[float, int, str, str]] = []
    for tick in count():
        now = tick * gap
        extra = chance.choice(halves)
        if coming and coming[0][0] <= now:
            _, story, front, back = heapq.heappop(coming)
            yield now, story, chance.choice((front + extra, extra + back, front + back + extra, extra + front + back))
            continue
        story, front, back = next(numbers), extra, chance.choice(halves)
        size = min(LARGEST_STORY, int(chance.paretovariate(STEEPNESS)))
        at = now
        for _ in range(size - 1):
            at += chance.expovariate(1 / (HOURS_BETWEEN * 3600))
            heapq.heappush(coming, (at, story, front, back))
        yield now, story, front + back
