"""The warnings of a plain detector, and the threshold that is best for it in one period."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from bench.detectors import Detector, kleinberg
from bench.moments import Moments
from bench.series import DAY, HOUR, Floats

QUIET = 72 * HOUR  # one warning a story in this time
FEWEST_A_DAY, MOST_A_DAY = 0.5, 40.0
STEPS = 40

Warnings = list[dict[str, Any]]
Scored = Callable[[float], Floats]
Judge = Callable[[Warnings], dict[str, Any]]


def scored(detector: Detector, seen: Moments) -> Scored:
    """Threshold → score at every moment. Only the automaton looks at its own threshold."""
    of = seen.of_term if detector.of_term else seen.of_story
    if detector.statistic is kleinberg:
        return lambda least: of(partial(kleinberg, cost=least))
    scores = of(detector.statistic)
    return lambda _: scores


def warn(seen: Moments, scores: Floats, least: float) -> Warnings:
    """A warning of every story whose score reaches `least`, at the first such moment and then not for 72 hours; by time, as the scorer has
    them."""
    told: dict[int, int] = {}
    made: Warnings = []
    for moment in np.flatnonzero(scores >= least).tolist():
        story, now = int(seen.stories[moment]), int(seen.at[moment])
        if now - told.get(story, -QUIET) >= QUIET:
            told[story] = now
            made.append(
                {
                    "at": float(now),
                    "story": seen.names[story],
                    "level": None,
                    "score": float(scores[moment]),
                    "items": set(seen.items_of(moment)),
                }
            )
    return sorted(made, key=lambda warning: (warning["at"], warning["story"]))


def tuned(seen: Moments, scores: Scored, judge: Judge, since: float, until: float) -> float:
    """The threshold with the best F1 from `since` to `until`; the highest of equal ones. No moment outside is looked at."""
    inside = (seen.at >= since) & (seen.at < until)
    best = (-1.0, np.inf)
    for least in candidates(scores(np.inf)[inside]):
        made = warn(seen, np.where(inside, scores(least), -np.inf), least)
        if FEWEST_A_DAY <= len(made) * DAY / (until - since) <= MOST_A_DAY:
            best = max(best, (float(judge(made)["f1"]), least))
    return best[1]


def candidates(scores: Floats) -> list[float]:
    """Thresholds to try: every score where they are few, else quantiles, closer together towards the top."""
    known = np.unique(scores)
    if len(known) > STEPS:
        known = np.unique(np.quantile(scores, 1 - np.geomspace(0.002, 0.8, STEPS), method="nearest"))
    found: list[float] = known.tolist()
    return found
