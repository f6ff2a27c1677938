"""How well the desk's forecasts held: the share of ranges that held, and the errors beside those of a plain guess."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

import msgspec

from huiying.core.detect.forecast import HORIZONS

FEW = 20
"""Below so many forecasts no share is given: it would say more about luck than about the desk."""


class Scored(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A forecast whose time has passed, and what came. `before`: the count of as many hours before, which is the plain guess."""

    hours: int
    median: int
    low: int
    high: int
    before: int
    actual: int


class Foresight(msgspec.Struct, frozen=True, kw_only=True):
    """The forecasts for one horizon. Errors are medians of the absolute difference in reports; pinball is the mean loss of the range's
    two ends and the median (Koenker and Bassett 1978), beside that of guessing the same as before, and of guessing none."""

    hours: int
    scored: int
    inside: int
    above: int
    below: int
    error: float | None
    error_same: float | None
    mean_error: float | None
    mean_error_same: float | None
    pinball: float | None
    pinball_same: float | None
    pinball_none: float | None

    @property
    def share(self) -> float | None:
        """The share that held, 0..1; None before there are enough to say."""
        return self.inside / self.scored if self.scored >= FEW else None


def foresight(scored: Iterable[Scored]) -> tuple[Foresight, ...]:
    """One line for each horizon, also where nothing has been scored yet."""
    rows = list(scored)
    return tuple(_of(hours, [row for row in rows if row.hours == hours]) for hours in HORIZONS)


def _of(hours: int, rows: Sequence[Scored]) -> Foresight:
    count = len(rows)
    own, same = [abs(row.actual - row.median) for row in rows], [abs(row.actual - row.before) for row in rows]
    return Foresight(
        hours=hours,
        scored=count,
        inside=sum(row.low <= row.actual <= row.high for row in rows),
        above=sum(row.actual > row.high for row in rows),
        below=sum(row.actual < row.low for row in rows),
        error=median(own) if rows else None,
        error_same=median(same) if rows else None,
        mean_error=sum(own) / count if rows else None,
        mean_error_same=sum(same) / count if rows else None,
        pinball=sum(loss(row.actual, row.low, row.median, row.high) for row in rows) / count if rows else None,
        pinball_same=sum(loss(row.actual, row.before, row.before, row.before) for row in rows) / count if rows else None,
        pinball_none=sum(loss(row.actual, 0, 0, 0) for row in rows) / count if rows else None,
    )


def loss(actual: float, low: float, middle: float, high: float) -> float:
    """The mean pinball loss of the 10th, 50th and 90th percentile."""
    return sum(max(at * (actual - guess), (at - 1) * (actual - guess)) for at, guess in ((0.1, low), (0.5, middle), (0.9, high))) / 3
