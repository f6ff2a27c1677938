"""Many series of points in time, and how many points each has in a window: what every plain detector counts with."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

HOUR = 3600
DAY = 24 * HOUR
_BITS = 34  # seconds since 1970 until the year 2514

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


class Series:
    """Points of numbered series. `order` holds the places of the points as they were given, by series and then by time."""

    def __init__(self, numbers: Ints, times: Ints) -> None:
        codes = (numbers << _BITS) | times
        self.order: Ints = np.argsort(codes, kind="stable")
        self._codes = codes[self.order]
        self.numbers = numbers[self.order]
        self.times = times[self.order]

    def until(self, numbers: Ints, times: Ints) -> Ints:
        """The place in `order` behind the last point of each series at or before each time."""
        return np.searchsorted(self._codes, (numbers << _BITS) | np.maximum(times, 0), "right").astype(np.int64)

    def count(self, numbers: Ints, after: Ints, until: Ints) -> Ints:
        """Points of each series later than `after` and no later than `until`."""
        return self.until(numbers, until) - self.until(numbers, after)
