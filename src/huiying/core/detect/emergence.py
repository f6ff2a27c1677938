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
USUAL = -6.925  # the log-odds of a happening with no points
CALLED = -0.292  # those from which one is worth a call


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


CURVES: tuple[Curve, ...] = (
    Curve("half_day", (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 14.0), (0.0, 0.57, 0.72, 0.94, 1.09, 1.21, 1.53, 1.67, 1.67)),
    Curve("three_hours", (1.0, 2.0, 3.0, 5.0, 8.0), (0.0, 0.0, 0.21, 0.21, 0.21)),
    Curve("hour", (1.0, 2.0, 3.0, 5.0), (0.0, 0.0, 0.2, 0.33)),
    Curve("near", (2.0, 3.0, 4.0, 6.0, 8.0, 12.0), (0.0, 0.58, 0.58, 0.87, 0.87, 0.87)),
    Curve("outlets", (1.0, 2.0, 3.0), (0.0, 0.07, 0.07)),
    Curve("word_outlets", (1.0, 2.0, 3.0), (0.0, 0.41, 0.41)),
    Curve("word_day", (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 14.0), (0.0, 0.0, 0.03, 0.25, 0.35, 0.5, 0.78, 0.78, 0.78)),
    Curve("word_six", (1.0, 2.0, 3.0, 4.0, 6.0, 8.0), (0.0, 0.14, 0.33, 0.55, 0.62, 0.62)),
    Curve("surprise", (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0), (0.0, 0.21, 0.21, 0.21, 0.21, 0.28, 0.92)),
    Curve("word_usual", (-2.4, -1.0, 0.0, 1.0, 2.0, 4.0), (0.0, -0.01, -0.01, -0.29, -1.01, -1.01)),
    Curve("second_heat", (-1.0, 0.0, 0.5, 1.0, 1.5, 2.0), (0.0, 0.0, 0.0, 0.13, 0.29, 0.29)),
    Curve("word_heat", (-1.0, 0.0, 1.0, 2.0, 2.5), (0.0, 0.0, 0.0, 0.17, 0.22)),
    Curve("rank", (1.0, 3.0, 5.0, 10.0, 20.0, 40.0), (0.0, 0.0, -0.16, -0.56, -0.71, -0.71)),
    Curve("gap", (0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0), (0.0, 0.0, -0.2, -0.3, -0.53, -0.69, -1.26)),
    Curve("age", (0.0, 2.0, 6.0, 12.0, 20.0), (0.0, -0.35, -0.35, -0.35, -0.63)),
    Curve("length", (5.0, 8.0, 10.0, 13.0, 18.0, 25.0), (0.0, -0.01, -0.16, 0.12, -0.37, -0.54)),
    Curve("nearest", (0.15, 0.25, 0.35, 0.5, 0.7), (0.0, -0.22, -0.3, -0.4, -0.5)),
    Curve("cohesion", (0.1, 0.15, 0.2, 0.3, 0.4, 0.6), (0.0, 1.68, 2.05, 2.2, 2.28, 1.51)),
    Curve("word_near", (0.0, 0.15, 0.3, 0.5), (0.0, 0.93, 0.93, 1.01)),
    Curve("ahead", (0.3, 0.7, 1.0, 1.3, 1.6), (0.0, 0.0, 0.27, 0.49, 0.81)),
)


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
