"""Whether what is talked of right now will be on everybody's lips: the points of a happening, on a scale of log-odds.

Each quantity has a curve of straight pieces that may only rise, or only fall, wherever reason says so. The curves are a logistic regression
on the happenings of four and a half months of three open hot lists (`python -m bench emergence`), where what to foretell was ten
different titles about one thing within a day. They need a stream dense enough that happenings have neighbours at all.
"""

from __future__ import annotations

import math
from bisect import bisect_right

import msgspec

from huiying.core.detect.happening import Happening
from huiying.core.types import Contribution

_NO_RANK = 40
_AS_THEY_ARE = (
    *("half_day", "three_hours", "hour", "near", "outlets", "word_outlets", "word_day", "word_six", "second_heat", "word_heat"),
    *("gap", "age", "length", "nearest", "cohesion", "word_near", "ahead"),
)

DENSE_DAY = 80  # titles of the last day from which a stream is dense
USUAL = 0.0
CALLED = 0.0


class Curve(msgspec.Struct, frozen=True):
    """Points by value: straight lines between the knots, flat outside."""

    name: str
    knots: tuple[float, ...]
    points: tuple[float, ...]

    def at(self, value: float) -> float:
        """The points of a value."""
        right = bisect_right(self.knots, value)
        if right == 0:
            return self.points[0]
        if right == len(self.knots):
            return self.points[-1]
        low, high = self.knots[right - 1], self.knots[right]
        part = (value - low) / (high - low)
        return self.points[right - 1] + part * (self.points[right] - self.points[right - 1])


CURVES: tuple[Curve, ...] = ()


def values(happening: Happening) -> dict[str, float]:
    """What the curves look at, by their names: counts, shares and hours as they are, uses a day and surprise as logarithms to base 2."""
    found = {name: float(getattr(happening, name)) for name in _AS_THEY_ARE}
    found["word_usual"] = math.log2(happening.word_usual)
    found["surprise"] = math.log2(max(1, happening.word_day) / happening.word_usual)
    found["rank"] = float(happening.rank or _NO_RANK)
    return found


def contributions(happening: Happening, weight: float, least: float) -> list[Contribution]:
    """The parts of a happening: together `least` where it is just worth a call, and `weight` more for each unit of log-odds above."""
    found = values(happening)
    parts = [Contribution(name="emergence", value=happening.titles, weight=least + weight * (USUAL - CALLED), detail=happening.word)]
    for curve in CURVES:
        points = curve.at(found[curve.name])
        if points:
            value, low = found[curve.name], curve.knots[0]
            parts.append(Contribution(name=f"emergence.{curve.name}", value=round(value, 6), baseline=low, weight=weight * points))
    return parts
