"""The digest: blue warnings are told of together, at set times of the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta, tzinfo

from huiying.core.types import Refusal
from huiying.core.warn.quiet import at_local, read_clock

MOST = 12


def read_times(texts: Sequence[str]) -> tuple[time, ...]:
    """Times of day in order, each once. Refuses more than twelve."""
    times = tuple(sorted({read_clock(text) for text in texts if text.strip()}))
    if len(times) > MOST:
        raise Refusal("A digest comes %(most)d times a day at most.", most=MOST)
    return times


def next_digest(at: datetime, times: Sequence[time], zone: tzinfo) -> datetime | None:
    """The first digest after `at`; None where the desk has none and blue is told of like the other levels."""
    local = at.astimezone(zone)
    coming = (at_local(local + timedelta(days=days), clock, zone) for days in (0, 1, 2) for clock in times)
    return min((moment for moment, _ in coming if moment > at), default=None)
