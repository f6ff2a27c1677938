"""Plain detectors of emergence: what each makes of a series (the titles of a story, or those with one term) at given moments.

Every statistic at a moment looks at points at or before it, and at no others. Windows are half open: a point an hour old is no longer of
the last hour. Where a baseline would be nothing it counts as one title in its window.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numba
import numpy as np

from bench.series import DAY, HOUR, Floats, Ints, Series

WEEK = 168  # hours
BURST_RATE = 5.0  # Kleinberg's s: how many times the usual rate a burst has
USUAL_DAYS, GUARD_DAYS = 28, 2
LEAST_A_DAY = 2.0  # the usual rate is no lower; found on the first half: below it every old story is in a burst for days
LEAST_DEVIATION = 0.5

Statistic = Callable[[Series, Ints, Ints], Floats]


@dataclass(frozen=True)
class Detector:
    """A statistic of a story, or of its commonest term; the settings that were published for it, if any, by how people call them."""

    name: str
    statistic: Statistic
    of_term: bool = False
    published: tuple[tuple[str, float], ...] = ()


def trailing(series: Series, numbers: Ints, at: Ints, hours: int) -> Floats:
    """The plain count of the last hours."""
    return series.count(numbers, at - hours * HOUR, at).astype(np.float64)


def ears_c2(series: Series, numbers: Ints, at: Ints) -> Floats:
    """EARS C2 (Hutwagner et al. 2003): sums of six hours against those at the same time on seven days, the two days before left out."""
    past = np.stack([trailing(series, numbers, at - day * DAY, 6) for day in range(GUARD_DAYS + 1, GUARD_DAYS + 8)])
    surprise: Floats = (trailing(series, numbers, at, 6) - past.mean(0)) / np.maximum(past.std(0, ddof=1), LEAST_DEVIATION)
    return surprise


def usual_rate(series: Series, numbers: Ints, at: Ints) -> Floats:
    """Points a second over four weeks that ended two days before."""
    known = series.count(numbers, at - (USUAL_DAYS + GUARD_DAYS) * DAY, at - GUARD_DAYS * DAY)
    rate: Floats = np.maximum(known / USUAL_DAYS, LEAST_A_DAY) / DAY
    return rate


def kleinberg(series: Series, numbers: Ints, at: Ints, cost: float = math.inf) -> Floats:
    """How much cheaper the burst explains the gaps than the usual state does, up to the last point at or before each moment.

    Kleinberg (2002), two states, read forward only. Gaps are exponential: a point is worth ln s, the time before it costs (s - 1) times the
    points that were usual in it. Going down is free and going up costs `cost`: the automaton is in its burst where the value reaches
    `cost`, to which it is then cut.
    """
    weights = _weights(series.numbers, series.times, usual_rate(series, series.numbers, series.times), cost)
    last = series.until(numbers, at)  # 0, where nothing is before it, is of no series
    return np.where(np.append(-1, series.numbers)[last] == numbers, np.append(0.0, weights)[last], 0.0)


@numba.njit
def _weights(numbers: Ints, times: Ints, rates: Floats, cost: float) -> Floats:
    made = np.zeros(len(numbers))
    for place in range(len(numbers)):
        before = 0.0
        if place and numbers[place] == numbers[place - 1]:
            gap = times[place] - times[place - 1]
            before = max(0.0, min(cost, made[place - 1]) - (BURST_RATE - 1.0) * rates[place] * gap)
        made[place] = before + math.log(BURST_RATE)
    return made


def last_hour_against_twelve(series: Series, numbers: Ints, at: Ints) -> Floats:
    """Meltwater: the last hour as a multiple of the hourly average of the twelve before it; nothing where it is not above that of the day
    and of the week before it too."""
    last = trailing(series, numbers, at, 1)
    day, week = _hourly_before(series, numbers, at, 24), _hourly_before(series, numbers, at, WEEK)
    ratio = last / np.maximum(_hourly_before(series, numbers, at, 12), 1 / 12)
    return np.where((last > day) & (last > week), ratio, 0.0)


def last_hour_against_week(series: Series, numbers: Ints, at: Ints) -> Floats:
    """Agility: the last hour as a multiple of the hourly average of the seven days before it."""
    ratio: Floats = trailing(series, numbers, at, 1) / np.maximum(_hourly_before(series, numbers, at, WEEK), 1 / WEEK)
    return ratio


def _hourly_before(series: Series, numbers: Ints, at: Ints, hours: int) -> Floats:
    average: Floats = series.count(numbers, at - (hours + 1) * HOUR, at - HOUR) / hours
    return average


def day_against_week(series: Series, numbers: Ints, at: Ints) -> Floats:
    """Socialmetrix: by how many standard deviations of the hourly counts of the seven days before it the mean of the last day lies above
    theirs. The deviation is at least about that of one title in the week."""
    total, squares = np.zeros(len(at)), np.zeros(len(at))
    for hour in range(24, 24 + WEEK):
        count = trailing(series, numbers, at - hour * HOUR, 1)
        total += count
        squares += count**2
    mean = total / WEEK
    deviation = np.sqrt(np.maximum(squares / WEEK - mean**2, 1 / WEEK))
    above: Floats = (trailing(series, numbers, at, 24) / 24 - mean) / deviation
    return above


_GENERAL: tuple[tuple[str, Statistic], ...] = (
    ("count of 24 h", partial(trailing, hours=24)),
    ("count of 6 h", partial(trailing, hours=6)),
    ("EARS C2", ears_c2),
    ("Kleinberg", kleinberg),
)
DETECTORS = (
    *(Detector(name, statistic) for name, statistic in _GENERAL),
    *(Detector(f"{name}, commonest term", statistic, of_term=True) for name, statistic in _GENERAL),
    Detector("Meltwater's rule", last_hour_against_twelve),
    Detector("Agility's rule", last_hour_against_week, published=(("150 %", 1.5),)),
    Detector("Socialmetrix's rule", day_against_week, published=(("1.5 sd", 1.5), ("2 sd", 2.0), ("3 sd", 3.0))),
)
