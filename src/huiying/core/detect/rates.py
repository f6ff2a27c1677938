"""Learning how reports bring reports, from the desk's own forecasts whose time has passed.

The weights are those of a self-exciting process, found as usual by expectation and maximisation (Veen and Schoenberg 2008) with what was
believed before as so many forecasts more. The level of a range follows what held: after a miss it widens, after a hit it narrows a little
(adaptive conformal inference, Gibbs and Candès 2021), so that in the long run 80 % hold whatever the stream is like. Ranges of a single
count say nothing about the level.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
import numpy as np

from huiying.core.detect.counts import Floats, log_likelihood
from huiying.core.detect.forecast import HORIZONS, LEAST_SIZE, SHARE, Rates

BELIEVED = 600.0
"""So many forecasts the default weights are worth."""
WINDOW_DAYS = 28
MOST = 4000
ROUNDS = 40
STEP = 0.02
LOWEST, HIGHEST = 0.6, 0.95
_SPREADS = (0.1, 0.15, 0.2, 0.3, 0.4, 0.55, 0.75, 1.0, 1.4, 2.0, 3.0, 5.0)
# what one forecast of the default is taken to have seen: its decaying counts, and the constant
_SEEN = (0.5, 0.5, 1.0, 2.0, 0.1)
_DAY_BELIEVED = 30.0


class Passed(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A forecast for one horizon whose time has passed: what it was made from, what came, and whether its range is of several counts."""

    hours: int
    decaying: tuple[float, ...]
    busy: float
    actual: int
    wide: bool
    inside: bool


def learn(passed: Sequence[Passed], since: Sequence[Passed], before: Rates, hours: Sequence[int], default: Rates = Rates()) -> Rates:  # noqa: B008 - frozen
    """The rates from now on.

    `passed`: forecasts of the last weeks, oldest first; the last 4,000 of each horizon count. `since`: those that were scored after
    `before` was learned, in the order of their scoring. `hours`: how many reports came in each local hour of the day lately (24 counts).
    """
    weights, spreads, levels = [], [], []
    for number, horizon in enumerate(HORIZONS):
        rows = [row for row in passed if row.hours == horizon][-MOST:]
        weight, spread = _fit(rows, default.weights[number], default.spread[number])
        weights.append(weight)
        spreads.append(spread)
        levels.append(_level(before.level[number], [row for row in since if row.hours == horizon]))
    return Rates(
        weights=tuple(weights),
        spread=tuple(spreads),
        level=tuple(levels),
        day=_day(hours, default.day),
        scored=sum(1 for row in passed if row.hours == HORIZONS[-1]),
    )


def _fit(rows: Sequence[Passed], believed: tuple[float, ...], spread: float) -> tuple[tuple[float, ...], float]:
    if not rows:
        return believed, spread
    seen: Floats = np.array([row.decaying for row in rows]) * np.array([[row.busy] for row in rows])
    came: Floats = np.array([float(row.actual) for row in rows])
    prior, worth = np.array(believed), BELIEVED * np.array(_SEEN)
    weights = prior.copy()
    for _ in range(ROUNDS):
        share = (seen * (came / (seen @ weights + 1e-9))[:, None]).sum(axis=0)
        weights = (weights * share + prior * worth) / (seen.sum(axis=0) + worth)
    means: Floats = seen @ weights + 1e-6
    likely = {one: log_likelihood(came, means, one * np.sqrt(means) + LEAST_SIZE) - _away(one, spread) for one in _SPREADS}
    best = max(_SPREADS, key=lambda one: (likely[one], -one))
    return tuple(round(float(weight), 9) for weight in weights), best


def _away(one: float, believed: float) -> float:
    return 0.5 * BELIEVED * math.log(one / believed) ** 2


def _level(level: float, rows: Sequence[Passed]) -> float:
    for row in rows:
        if row.wide:
            level = min(HIGHEST, max(LOWEST, level + STEP * (SHARE - row.inside)))
    return round(level, 9)


def _day(hours: Sequence[int], believed: Sequence[float]) -> tuple[float, ...]:
    mean = sum(hours) / 24
    found = [(count + _DAY_BELIEVED * usual) / (mean + _DAY_BELIEVED) for count, usual in zip(hours, believed, strict=True)]
    return tuple(round(one * 24 / math.fsum(found), 6) for one in found)
