"""How surprising a story's count is: against the stories of its own stream, and against its own past.

Most stories are new, so there is no past to compare with. The baseline is then every story that the stream began lately: `Peaks` holds, for
each n, how many of them ever reached n reports within one window, and the p-value is the rank of this one among them (a permutation test,
right whatever the distribution; Phipson & Smyth 2010). A story with a past must also beat its own rate: a Poisson tail over the days
before, with EARS C2's guard band of two days (Hutwagner et al. 2003) and a floor instead of its variance, which sparse counts make useless;
as in Kleinberg's automaton (2002) a burst must beat a multiple of the usual rate, for the day has its busy hours.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import deque

HOUR = 3600.0
DAY = 24 * HOUR
WINDOW = 6 * HOUR
GUARD = 2 * DAY
PAST = 7 * DAY
SCALE = 5.0
FLOOR = 0.5
MEMORY_DAYS = 28
# A stream of which nothing is known: of `_PRIOR` stories, one in n squared reaches n reports.
_PRIOR = 40.0
_MOST = 4096


def count_between(times: list[float], start: float, end: float) -> int:
    """How many of the sorted times (seconds) lie in [start, end)."""
    return bisect_left(times, end) - bisect_left(times, start)


def poisson_tail(count: int, mean: float) -> float:
    """P(N >= count) for a Poisson count with this mean (> 0)."""
    if count <= 0:
        return 1.0
    if count <= mean:
        return max(0.0, 1.0 - sum(math.exp(k * math.log(mean) - mean - math.lgamma(k + 1)) for k in range(count)))
    term, total, k = math.exp(count * math.log(mean) - mean - math.lgamma(count + 1)), 0.0, count
    while term > total * 1e-12:
        total += term
        k += 1
        term *= mean / k
    return min(1.0, total)


def past_rate(times: list[float], begun: float, now: float) -> float | None:
    """Reports a window in the days before the guard band; None where the story is too young to have a past."""
    end = now - GUARD
    start = max(begun, end - PAST)
    if end - start < DAY:
        return None
    return count_between(times, start, end) * WINDOW / (end - start)


def past_p(count: int, rate: float | None) -> float:
    """p-value of `count` reports in a window against SCALE times the story's own rate; 0 where no past speaks against it."""
    return 0.0 if rate is None else poisson_tail(count, max(SCALE * rate, FLOOR))


class Peaks:
    """For each n, how many stories begun in the last 28 days have had n reports within one window."""

    def __init__(self) -> None:
        self._reached = [0] * 8
        self._days: deque[tuple[int, list[int]]] = deque()

    def rise(self, now: float, begun: float, peak: int) -> None:
        """A story begun at `begun` has just reached `peak` for the first time; it had reached peak - 1 before."""
        self._forget(now)
        day = int(begun // DAY)
        if peak > _MOST:
            return
        if not self._days or day > self._days[-1][0]:
            self._days.append((day, []))
        reached = next((reached for known, reached in reversed(self._days) if known == day), None)
        if reached is not None:
            _add(reached, peak)
            _add(self._reached, peak)

    def p_value(self, count: int) -> float:
        """Share of stories that reach `count` reports in a window, for count >= 1."""
        reached = self._reached[count] if count < len(self._reached) else 0
        return min(1.0, (reached + _PRIOR / (count * count)) / (self._reached[1] + _PRIOR))

    @property
    def mean(self) -> float:
        """Reports in its busiest window of an average story."""
        return sum(self._reached) / self._reached[1] if self._reached[1] else 1.0

    def _forget(self, now: float) -> None:
        oldest = int(now // DAY) - MEMORY_DAYS
        while self._days and self._days[0][0] < oldest:
            for n, gone in enumerate(self._days.popleft()[1]):
                self._reached[n] -= gone

    def state(self) -> list[tuple[int, list[int]]]:
        """What `restore` needs."""
        return list(self._days)

    def restore(self, state: list[tuple[int, list[int]]]) -> None:
        """Takes up what `state` gave."""
        self._days = deque(state)
        self._reached = [0] * 8
        for _, reached in state:
            for n, value in enumerate(reached):
                _add(self._reached, n, value)


def _add(counts: list[int], n: int, value: int = 1) -> None:
    if n >= len(counts):
        counts.extend([0] * (n + 1 - len(counts)))
    counts[n] += value
