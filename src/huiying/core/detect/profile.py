"""When a stream usually speaks: its rhythm by hour of the week, learned as it goes, with a memory that fades.

An hour's factor is its usual share against an average hour. It is shrunk toward hour of day times day of week, and these toward 1, by a few
imagined items (a gamma prior on a Poisson rate), so a sparse stream stays near 1 and a dense one gets its own 168 hours. Holidays and
make-up workdays are told as weekdays that they resemble; a day of which nothing is told is an ordinary day.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

HOUR = 3600.0
WEEK = 168
HALF_LIFE = 28 * 24.0  # hours
PRIOR = 20.0  # items
LEAST, MOST = 0.05, 20.0
# One happening must not become the rhythm: an hour counts at most so many times what was expected, and so many items more.
_OVER, _MORE = 4.0, 4.0
_KNOWN = 48  # hours until something is expected
_RENEW = 1e12


class Rhythm(msgspec.Struct, array_like=True):
    """What a profile remembers: decayed items and observed hours for each of the 168 hours from Monday midnight, and the open hour with
    what came in it, for itself and `late` for hours before."""

    origin: int
    hour: int
    open: int
    late: dict[int, int]
    seen: int
    items: list[float]
    hours: list[float]


class Profile:
    """Learns from the times of items; `at` is seconds since the epoch everywhere.

    `offset` is the zone's seconds east of UTC (the memory follows a change of clocks). `like` maps a day (date.toordinal) to the
    weekday it resembles, Monday 0: a holiday to 6, a make-up workday to 0. `factor` knows only hours that are over.
    """

    def __init__(self, offset: int = 0, like: Mapping[int, int] | None = None, rhythm: Rhythm | None = None) -> None:
        self._offset = offset // 3600 * 3600
        self._like = like or {}
        self._rhythm = rhythm or Rhythm(0, -1, 0, {}, 0, [0.0] * WEEK, [0.0] * WEEK)
        self._table: list[float] | None = None

    def state(self) -> Rhythm:
        """What to hand to `Profile(offset, like, rhythm)` to go on exactly."""
        return self._rhythm

    def update(self, at: float, count: int = 1) -> None:
        """`count` items were seen at `at`. One that is late by more than an hour is counted where it belongs."""
        r = self._rhythm
        hour = int(at // HOUR)
        if hour == r.hour:
            r.open += count
        elif hour > r.hour:
            self.pass_to(at)
            r.open += count
        elif hour >= r.origin:
            r.late[hour] = r.late.get(hour, 0) + count

    def pass_to(self, at: float) -> None:
        """Time went by: every hour up to that of `at` is over. A stream that is silent learns it so."""
        r = self._rhythm
        hour = int(at // HOUR)
        if r.hour < 0:
            r.origin = r.hour = hour
        if hour <= r.hour:
            return
        # of a silence longer than two weeks only the end is walked through; what lies before is forgotten anyhow or as it was
        silent = range(max(r.hour + 1, hour - 2 * WEEK), hour)
        self._close(r.hour, self._counted(r.hour, r.open))
        for late, count in r.late.items():
            if late >= r.origin:
                r.items[self._bin(late)] += count * self._weight(late)
        r.late.clear()
        for passed in silent:
            self._close(passed, 0.0)
        r.hour, r.open = hour, 0
        self._table = None

    def factor(self, at: float) -> float:
        """How much busier than an average hour this hour of the week usually is: 1.0 is average."""
        return self._factors()[self._bin(int(at // HOUR))]

    def usual_hours(self, start: float, end: float) -> float:
        """The time from `start` to `end` in average hours: the sum of the factors, parts of hours in proportion."""
        if end <= start:
            return 0.0
        factors, first, last = self._factors(), int(start // HOUR), int(end // HOUR)
        if first == last:
            return factors[self._bin(first)] * (end - start) / HOUR
        total = factors[self._bin(first)] * (1.0 - start / HOUR + first) + factors[self._bin(last)] * (end / HOUR - last)
        if last - first > 8 * WEEK:
            return total + float(last - first - 1)
        return total + sum([factors[self._bin(hour)] for hour in range(first + 1, last)])

    @property
    def rate(self) -> float:
        """Items in an average hour; 0 while no hour is over."""
        r = self._rhythm
        known = sum(r.hours)
        return sum(r.items) / known if known else 0.0

    @property
    def seen(self) -> int:
        """Hours that are over, the forgotten ones too."""
        return self._rhythm.seen

    def _bin(self, hour: int) -> int:
        local = hour + self._offset // 3600
        day = local // 24
        # the first day of the epoch was a Thursday, and is day 719163 of the calendar
        weekday = self._like.get(day + 719163, (day + 3) % 7) if self._like else (day + 3) % 7
        return weekday * 24 + local % 24

    def _weight(self, hour: int) -> float:
        return math.exp2((hour - self._rhythm.origin) / HALF_LIFE)

    def _counted(self, hour: int, items: int) -> float:
        if self._rhythm.seen < _KNOWN:
            return float(items)
        return min(float(items), _OVER * self.rate * self._factors()[self._bin(hour)] + _MORE)

    def _close(self, hour: int, items: float) -> None:
        r = self._rhythm
        weight = self._weight(hour)
        if weight > _RENEW:
            r.items, r.hours = [x / weight for x in r.items], [x / weight for x in r.hours]
            r.origin, weight = hour, 1.0
        spot = self._bin(hour)
        r.items[spot] += weight * items
        r.hours[spot] += weight
        r.seen += 1

    def _factors(self) -> list[float]:
        if self._table is None:
            self._table = self._made()
        return self._table

    def _made(self) -> list[float]:
        r = self._rhythm
        known = sum(r.hours)
        if not known or not any(r.items):
            return [1.0] * WEEK
        # in weights of the present moment, so that the prior is so many of today's items
        now = self._weight(r.hour)
        items, usual = np.array(r.items).reshape(7, 24) / now, np.array(r.hours).reshape(7, 24) * (sum(r.items) / known / now)
        of_day, of_week = (_shrunk(items.sum(axis), usual.sum(axis)) for axis in (0, 1))
        of_day = (np.roll(of_day, 1) + 2 * of_day + np.roll(of_day, -1)) / 4
        made = (items + PRIOR * np.outer(of_week, of_day)) / (usual + PRIOR)
        return [float(factor) for factor in np.clip(made / made.mean(), LEAST, MOST).ravel()]


def _shrunk(items: Floats, usual: Floats) -> Floats:
    return (items + PRIOR) / (usual + PRIOR)
