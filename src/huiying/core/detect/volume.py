"""Surges of a dense series: how many items in every bucket of time, against its own level, rhythm and unrest. Online, never looking ahead.

Counts are compared as square roots, which makes the spread of a Poisson count the same at every level. The level is an exponentially
weighted mean of the root over the rhythm's, the spread one of the absolute deviation, as in SigniTrend (Schubert et al. 2014) but robust:
no deviation teaches more than four spreads. A surge is far above the expected, and about as far as anything in the last weeks: a restless
series raises its own bar. Half of the rhythm is trusted, in logarithms: it is known only roughly.
"""

from __future__ import annotations

import math

import msgspec

from huiying.core.detect.profile import HOUR, Profile, Rhythm

DAY = 24 * HOUR
STRATEGY = "root-ewma@2026-11-25"

# of a Poisson count: its root's offset at small counts (Anscombe 1948) and its root's standard deviation
_OFFSET = 0.375
_SPREAD = 0.5
_NORMAL = 1.25  # standard deviations in a mean absolute deviation, for a normal distribution
_TEACHES = 4.0


class VolumeConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Times in seconds. One default for every series, whatever its bucket; only `bucket` tells what is fed.

    A surge needs `threshold` spreads above the expected over a `window` (one bucket at least), and `record` times the farthest lately.
    After one, none for `rest`; none at all in the first `learn`. `trust`: the power of the rhythm's factor that is believed.
    """

    bucket: float = HOUR
    window: float = 1800.0
    level_half_life: float = 3 * DAY
    scale_half_life: float = 14 * DAY
    record_half_life: float = 14 * DAY
    threshold: float = 3.5
    record: float = 0.9
    rest: float = DAY
    learn: float = 2 * DAY
    trust: float = 0.5


class Reading(msgspec.Struct, frozen=True, gc=False):
    """One bucket: its count, what was expected of it before it was known with the band of the usual, and how many spreads it is away."""

    at: float
    count: int
    expected: float
    low: float
    high: float
    distance: float
    surge: bool


class VolumeState(msgspec.Struct, array_like=True):
    """What a detector of one series remembers."""

    strategy: str
    buckets: int
    level: float
    spread: float
    farthest: float
    rest_until: float
    recent: list[int]
    rhythm: Rhythm


class Volume:
    """One series. `update` is called once for every bucket in order, the empty ones too; `offset` and `like` are those of Profile."""

    def __init__(
        self,
        config: VolumeConfig = VolumeConfig(),  # noqa: B008 - frozen
        *,
        offset: int = 0,
        like: dict[int, int] | None = None,
        state: VolumeState | None = None,
    ) -> None:
        self._config = config
        self._profile = Profile(offset, like, state.rhythm if state else None)
        self._state = state or VolumeState(STRATEGY, 0, 0.0, 0.0, 0.0, -math.inf, [], self._profile.state())
        self._window = max(1, round(config.window / config.bucket))
        self._level_gain, self._scale_gain = _gain(config.level_half_life, config), _gain(config.scale_half_life, config)
        self._fade: float = 0.5 ** (config.bucket / config.record_half_life)

    def state(self) -> VolumeState:
        """What to hand to `Volume(config, state=...)` to go on exactly."""
        return self._state

    def update(self, at: float, count: int) -> Reading:
        """Takes up the bucket that began at `at` (seconds) and is over."""
        s, c = self._state, self._config
        rhythm: float = self._profile.factor(at) ** (c.trust / 2)
        s.recent.append(count)
        del s.recent[: -self._window]
        k = len(s.recent)
        root = math.sqrt(sum(s.recent) / k + _OFFSET / k)
        if not s.buckets:
            s.level = root / rhythm
        expected = s.level * rhythm
        spread = max(_NORMAL * s.spread, _SPREAD / math.sqrt(k))
        deviation = root - expected
        distance = deviation / spread
        s.farthest *= self._fade
        surge = s.buckets * c.bucket > c.learn and at >= s.rest_until and distance > c.threshold and distance > c.record * s.farthest
        reading = Reading(
            at=at,
            count=count,
            expected=_count(expected, k),
            low=_count(expected - c.threshold * spread, k),
            high=_count(expected + c.threshold * spread, k),
            distance=distance,
            surge=surge,
        )
        if surge:
            s.rest_until = at + c.rest
        self._learn(deviation, distance, spread, rhythm)
        self._profile.update(at, count)
        return reading

    def _learn(self, deviation: float, distance: float, spread: float, rhythm: float) -> None:
        s, c = self._state, self._config
        s.buckets += 1
        if s.buckets * c.bucket > DAY:
            s.farthest = max(s.farthest, distance)
            deviation = max(-_TEACHES * spread, min(_TEACHES * spread, deviation))
        s.level += max(self._level_gain, 1 / s.buckets) * deviation / rhythm
        s.spread += max(self._scale_gain, 1 / s.buckets) * (abs(deviation) - s.spread)


def _gain(half_life: float, config: VolumeConfig) -> float:
    return float(1.0 - 0.5 ** (config.bucket / half_life))


def _count(root: float, k: int) -> float:
    return max(0.0, max(0.0, root) ** 2 - _OFFSET / k)
