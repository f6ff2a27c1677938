"""Silence as a signal: a source or a watch that usually speaks, and does not.

Time is measured in average hours of its own rhythm, so a night or a weekend in which it never speaks hardly counts. How long its silences
last is learned from the longest fifth of the last ones: beyond it an exponential tail (peaks over a threshold, Pickands 1975), which says
how often so long a silence comes about. It must be rarer than once in half a year, and well longer than any of those silences.
"""

from __future__ import annotations

import math

import msgspec

from huiying.core.detect.profile import HOUR, WEEK, Profile, Rhythm

STRATEGY = "gap-tail@2026-11-25"

KEPT = 200
TAIL = 0.2


class HushConfig(msgspec.Struct, frozen=True, kw_only=True):
    """When a silence is one: rarer than once in `weeks`, `longer` times the longest known, after at least `hours` by the clock.

    Nothing is said of what has spoken in fewer than `times` hours or is known for less than `known_days`.
    """

    weeks: float = 26.0
    longer: float = 1.5
    hours: float = 6.0
    times: int = 20
    known_days: float = 7.0


class Silence(msgspec.Struct, frozen=True, gc=False):
    """How the present silence stands: since when (seconds), how long silences usually are (the median, in average hours of its week), in
    how many weeks one so long comes about once, and whether that is worth a word."""

    since: float
    usual_hours: float
    once_in_weeks: float
    silent: bool


class HushState(msgspec.Struct, array_like=True):
    """What is remembered of one speaker: first and last moments, hours spoken in, the last silences in average hours, the rhythm."""

    strategy: str
    first: float
    last: float
    spoken: int
    gaps: list[float]
    rhythm: Rhythm


class Hush:
    """Listens to one source or watch. `offset` and `like` are those of Profile. A time that comes late ends no silence that is over."""

    def __init__(
        self,
        config: HushConfig = HushConfig(),  # noqa: B008 - frozen
        *,
        offset: int = 0,
        like: dict[int, int] | None = None,
        state: HushState | None = None,
    ) -> None:
        self._config = config
        self._profile = Profile(offset, like, state.rhythm if state else None)
        self._state = state or HushState(STRATEGY, math.inf, -math.inf, 0, [], self._profile.state())

    def state(self) -> HushState:
        """What to hand to `Hush(config, state=...)` to go on exactly."""
        return self._state

    @property
    def last(self) -> float:
        """When it spoke last; minus infinity where it never did."""
        return self._state.last

    def heard(self, at: float) -> None:
        """It spoke at `at` (seconds)."""
        s = self._state
        if s.last == -math.inf:
            s.first = s.last = at
        if at > s.last:
            if int(at // HOUR) != int(s.last // HOUR):
                s.spoken += 1
                s.gaps.append(self._profile.usual_hours(s.last, at))
                del s.gaps[:-KEPT]
            s.last = at
        self._profile.update(at)

    def silence(self, now: float) -> Silence | None:
        """The present silence; None while too little is known to judge it."""
        s, c = self._state, self._config
        if s.spoken < c.times or s.last - s.first < c.known_days * 24 * HOUR:
            return None
        length = self._profile.usual_hours(s.last, now)
        ordered = sorted(s.gaps)
        start = ordered[-max(2, math.ceil(TAIL * len(ordered)))]
        tail = [gap - start for gap in ordered if gap >= start]
        mean = max(sum(tail) / len(tail), 0.5)
        often = WEEK / max(sum(ordered) / len(ordered), 1e-9) * len(tail) / len(ordered)
        weeks = math.exp(min((length - start) / mean, 50.0)) / often if length > start else 1.0 / often
        return Silence(
            since=s.last,
            usual_hours=ordered[len(ordered) // 2],
            once_in_weeks=weeks,
            silent=weeks >= c.weeks and length >= c.longer * ordered[-1] and now - s.last >= c.hours * HOUR,
        )
