"""How often a source speaks, learned from when its items came, and how long it may be left alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from statistics import median

import msgspec

HOUR = 3600.0
WEEK = 168
MONDAY = 3 * 24 * HOUR  # the first of January 1970 was a Thursday, three days into a week
TOGETHER = 60.0  # items that came within a minute are one word
LEAST_GAPS = 20
LEAST_SPAN = 2 * 24 * HOUR
FEW = 4


class Rhythm(msgspec.Struct, frozen=True):
    """The usual time between two words of a source, in seconds: over all, and for every hour of its week (168, Monday first)."""

    usual: float
    hours: tuple[float, ...]
    gaps: int
    offset: int

    def at(self, seconds: float) -> float:
        """The usual gap at a moment (seconds since 1970, UTC)."""
        return self.hours[hour_of_week(seconds, self.offset)]


def hour_of_week(seconds: float, offset: int) -> int:
    """The hour of the week, 0 for Monday from midnight to one, `offset` seconds east of Greenwich."""
    return int((seconds + offset + MONDAY) // HOUR) % WEEK


def learn(times: Sequence[float], *, offset: int = 0) -> Rhythm | None:
    """The rhythm of a source whose items came at `times` (seconds, in any order); None while too little is known.

    An hour of the week has the median of the gaps that fell into it, of its neighbours too; where those are few, that of the same hour
    on any day; else that of all gaps. A gap that lasts for hours counts in each of them: a night has the length of the night.
    """
    words: list[float] = []
    for at in sorted(times):
        if not words or at - words[-1] >= TOGETHER:
            words.append(at)
    gaps = list(pairwise(words))
    if len(gaps) < LEAST_GAPS or words[-1] - words[0] < LEAST_SPAN:
        return None
    slots: list[list[float]] = [[] for _ in range(WEEK)]
    for start, end in gaps:
        first = int((start + offset + MONDAY) // HOUR)
        last = min(int((end + offset + MONDAY) // HOUR), first + WEEK - 1)
        for hour in range(first, last + 1):
            slots[hour % WEEK].append(end - start)
    usual = median(end - start for start, end in gaps)
    hours = []
    for hour in range(WEEK):
        near = slots[hour - 1] + slots[hour] + slots[(hour + 1) % WEEK]
        if len(near) < FEW:
            near = [gap for day in range(7) for gap in slots[day * 24 + hour % 24]]
        hours.append(median(near) if len(near) >= FEW else usual)
    return Rhythm(usual, tuple(hours), len(gaps), offset)


def interval(rhythm: Rhythm | None, now: float, *, least: timedelta, most: timedelta) -> timedelta:
    """How long a source may be left alone at `now`: half of its usual gap, within the desk's bounds.

    A busier hour that begins meanwhile is met half a gap of its own after it began, so that a quiet night does not hide a morning. Without
    a rhythm the desk's shortest interval holds.
    """
    if rhythm is None or most <= least:
        return least
    wait = rhythm.at(now) / 2
    begins = HOUR - (now + rhythm.offset) % HOUR
    while begins < min(wait, most.total_seconds()):
        wait = min(wait, begins + rhythm.at(now + begins) / 2)
        begins += HOUR
    return min(max(timedelta(seconds=wait), least), most)
