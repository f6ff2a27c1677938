"""How many more reports of a story are to be expected within the next 6 and 24 hours.

Reports bring reports: each raises the rate of further ones, and what it raises dies away. That is a self-exciting process (Hawkes 1971);
with exponential memories, what it expects of the next h hours is a weighted sum of decaying counts of the past (Dassios and Zhao 2013).
The weights are learned (rates.py); the hours of the day are busy or quiet in the measure in which the desk's reports are. The count itself
is negative binomial, for small bodies see few reports and the few differ much. Nothing here knows the future or any word of a report.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from huiying.core.detect.counts import chances, likely_range, median

STRATEGY = "decaying-counts@2026-11-25"
HOUR = 3600.0
HORIZONS = (6, 24)
"""Hours."""
MEMORIES = (1.0, 6.0, 24.0, 96.0)
"""Hours after which a report counts 1/e."""
SHARE, INNER = 0.8, 0.5
LEAST = 2
"""Reports without which nothing can be said."""
QUIET = 24
"""Hours without a report after which nothing is said until there is one."""
AGAIN, AT_MOST = 6, 1
"""Hours: a forecast is made again after so many, or when a report came, but never sooner than `AT_MOST`."""

LEAST_SIZE = 0.02
_FLAT = 0.1
_USED = 2000


class Rates(msgspec.Struct, frozen=True, kw_only=True):
    """What was learned from forecasts whose time has passed. The defaults come from two invented counties, for a desk that has none yet.

    `weights`: for each horizon those of the decaying counts and of a constant. `spread`: size of the count's distribution over the root of
    its mean. `level`: the share that a range aims at so that 80 % hold. `day`: how busy each local hour is, mean 1. `scored`: how many
    forecasts this rests on.
    """

    weights: tuple[tuple[float, ...], ...] = ((0.086, 0.33, 0.058, 0.003, 0.005), (0.045, 0.854, 0.184, 0.005, 0.045))
    spread: tuple[float, ...] = (0.75, 0.75)
    level: tuple[float, ...] = (0.75, 0.75)
    day: tuple[float, ...] = (
        *(0.24, 0.1, 0.1, 0.1, 0.1, 0.1, 0.24, 0.91, 1.62, 2.85, 2.56, 1.88),
        *(0.98, 0.74, 1.01, 1.46, 1.37, 1.07, 0.99, 1.15, 1.4, 1.05, 1.15, 0.83),
    )  # fmt: skip
    scored: int = 0


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """Further reports within `hours`: the mean of what may come, the median, the range that holds half of the cases and that for 80 %."""

    hours: int
    expected: float
    median: int
    low: int
    high: int
    inner_low: int
    inner_high: int

    @property
    def wide(self) -> bool:
        """Whether the range names more than one count."""
        return self.high > self.low

    def holds(self, actual: int) -> bool:
        """Whether the count that came lies in the range."""
        return self.low <= actual <= self.high


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """A forecast with all that it was made from: how many reports, their decaying counts, and for each horizon how busy its hours are and
    how many reports came in as many hours before (what would come if nothing changed)."""

    at: datetime
    reports: int
    decaying: tuple[float, ...]
    busy: tuple[float, ...]
    before: tuple[int, ...]
    parts: tuple[Forecast, ...]
    strategy: str = STRATEGY


def decaying_counts(times: Sequence[float], now: float) -> tuple[float, ...]:
    """For each memory, the reports up to `now` (seconds) with those long ago counting less; the last is a constant."""
    ages = [(now - at) / HOUR for at in sorted(times)[-_USED:] if at <= now]
    return (*(math.fsum(math.exp(-age / memory) for age in ages) for memory in MEMORIES), _FLAT)


def busy(day: Sequence[float], now: float, hours: int, shift: float) -> float:
    """How busy the next hours usually are, 1 being the mean. `shift`: seconds by which local time is ahead of UTC."""
    start = (now + shift) / HOUR
    end, at, total = start + hours, start, 0.0
    while at < end - 1e-9:
        until = min(math.floor(at) + 1.0, end)
        total += day[math.floor(at) % 24] * (until - at)
        at = until
    return total / hours


def expected(weights: Sequence[float], counts: Sequence[float], usual: float) -> float:
    """The mean of the further reports."""
    return max(usual * math.fsum(w * c for w, c in zip(weights, counts, strict=True)), 1e-6)


def outlook(times: Iterable[datetime], now: datetime, rates: Rates = Rates(), shift: float = 0.0) -> Outlook | None:  # noqa: B008 - frozen
    """What is to be expected of a story whose reports came at `times`, as known at `now`. None where there is too little past to say.

    Later times are not looked at, and the order of the times does not matter. A longer horizon never promises less than a shorter one.
    """
    at = now.timestamp()
    known = sorted(time.timestamp() for time in times if time <= now)
    if len(known) < LEAST or at - known[-1] >= QUIET * HOUR:
        return None
    counts = decaying_counts(known, at)
    usual = tuple(busy(rates.day, at, hours, shift) for hours in HORIZONS)
    parts: list[Forecast] = []
    for number, hours in enumerate(HORIZONS):
        mean = expected(rates.weights[number], counts, usual[number])
        found = _part(hours, mean, rates.spread[number], rates.level[number])
        parts.append(_no_less(found, parts[-1]) if parts else found)
    return Outlook(
        at=now,
        reports=len(known),
        decaying=tuple(round(count, 9) for count in counts),
        busy=tuple(round(one, 9) for one in usual),
        before=tuple(sum(time > at - hours * HOUR for time in known) for hours in HORIZONS),
        parts=tuple(parts),
    )


def size_of(mean: float, spread: float) -> float:
    """Size of the negative binomial: the few differ more in proportion than the many."""
    return spread * math.sqrt(mean) + LEAST_SIZE


def _part(hours: int, mean: float, spread: float, level: float) -> Forecast:
    chance = chances(mean, size_of(mean, spread))
    low, high = likely_range(chance, level)
    inner_low, inner_high = likely_range(chance, min(INNER, level))
    middle = median(chance)
    # of a lopsided count the likeliest half may leave out the median: a range without it would be misread
    return Forecast(
        hours=hours,
        expected=round(mean, 6),
        median=middle,
        low=min(low, middle),
        high=max(high, middle),
        inner_low=min(inner_low, middle),
        inner_high=max(inner_high, middle),
    )


def _no_less(longer: Forecast, shorter: Forecast) -> Forecast:
    names = ("expected", "median", "low", "high", "inner_low", "inner_high")
    return msgspec.structs.replace(longer, **{name: max(getattr(longer, name), getattr(shorter, name)) for name in names})


def due(last_made: datetime | None, last_report: datetime, now: datetime) -> bool:
    """Whether it is time to make a forecast again: a report came since, or the last is six hours old; at most one an hour."""
    if (now - last_report).total_seconds() >= QUIET * HOUR:
        return False
    if last_made is None:
        return True
    age = (now - last_made).total_seconds() / HOUR
    return age >= AGAIN or (age >= AT_MOST and last_report > last_made)
