"""What it would take for a story to rise or to fall by one level, in points and by an example."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import msgspec

from huiying.core.detect.score import Weights
from huiying.core.types import Contribution, Level
from huiying.core.warn.levels import LevelTable

FURTHER = 50


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One level up or down: `points` more, or less than `points` fewer. `level` None: no warning at all.

    `part` and `count` are an example that would be enough: so many more of that part, or (falling) the one part without which it is done.
    """

    level: Level | None
    points: float
    part: str = ""
    count: int = 0


def next_fall(level: Level, score: float, table: LevelTable, floor: Level | None = None) -> Step | None:
    """How far the score is above what its level needs. None where a watch holds the story at this level whatever its score."""
    if floor is not None and floor.rank >= level.rank:
        return None
    lower = list(Level)[level.rank - 1] if level.rank else None
    return Step(level=lower, points=round(max(0.0, score - table.least(level)), 6))


def next_level(level: Level, score: float, table: LevelTable) -> Step | None:
    """How much score is missing for the next level; None at red."""
    if level is Level.RED:
        return None
    above = list(Level)[level.rank + 1]
    return Step(level=above, points=round(max(0.0, table.least(above) - score), 6))


def _gains(weights: Weights) -> dict[str, Callable[[float], float]]:
    """What so many of a countable part add, as core/detect/score.py counts them (a test holds the two together)."""
    return {
        "independent_reports": lambda n: min(weights.independent_most, math.log2(n) * weights.independent) if n > 1 else 0.0,
        "outlets": lambda n: min(weights.outlet_most, (n - 1) * weights.outlet) if n > 1 else 0.0,
        "hotline_tickets": lambda n: min(weights.hotline_most, (1 + math.log2(n)) * weights.hotline) if n >= 1 else 0.0,
    }


def example_up(step: Step, reasons: Sequence[Contribution], weights: Weights) -> Step:
    """The step with the smallest number of further reports, outlets or tickets that by itself would be enough, if any is.

    It leaves out what the same reports add to growth, so less may do.
    """
    present = {reason.name: reason for reason in reasons}
    found: list[tuple[int, str]] = []
    for name, gain in _gains(weights).items():
        reason = present.get(name)
        value = reason.value if reason is not None else 0.0 if name == "hotline_tickets" else 1.0
        for more in range(1, FURTHER + 1):
            if gain(value + more) - gain(value) >= step.points:
                found.append((more, name))
                break
    count, part = min(found, default=(0, ""))
    return msgspec.structs.replace(step, part=part, count=count)


def example_down(step: Step, reasons: Sequence[Contribution]) -> Step:
    """The step with the lightest part that by itself holds the story at its level, if one does."""
    heavy = sorted((reason.weight, reason.name) for reason in reasons if reason.weight > step.points)
    return msgspec.structs.replace(step, part=heavy[0][1]) if heavy else step
