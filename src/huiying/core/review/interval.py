"""A share of a few, said with how little a few say: counts and an interval, never a bare percentage."""

from __future__ import annotations

import math

import msgspec

_Z = 1.959963984540054
"""Two-sided 95 per cent of the normal distribution."""


class Share(msgspec.Struct, frozen=True):
    """`count` of `of`, and the 95 per cent interval of the share behind it (0..1; Wilson 1927). Of none, everything is possible."""

    count: int
    of: int
    low: float
    high: float


def share(count: int, of: int) -> Share:
    """The share with its interval, for 0 <= count <= of."""
    if not of:
        return Share(0, 0, 0.0, 1.0)
    p, z2 = count / of, _Z * _Z
    middle = (p + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z / (1 + z2 / of) * math.sqrt(p * (1 - p) / of + z2 / (4 * of * of))
    low = 0.0 if count == 0 else max(0.0, middle - half)
    high = 1.0 if count == of else min(1.0, middle + half)
    return Share(count, of, round(low, 6), round(high, 6))
