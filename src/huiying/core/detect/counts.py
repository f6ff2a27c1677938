"""The negative binomial distribution of a count: its probabilities, its median, and the ranges a forecast names.

A count whose mean is uncertain (a gamma-mixed Poisson) is negative binomial: variance = mean + mean²/size (Greenwood and Yule 1920).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_MOST = 20_000
# what is left beyond the last probability that is worked out
_REST = 1e-6


def chances(mean: float, size: float) -> Floats:
    """P(N = 0), P(N = 1), … until less than a millionth is left (never more than 20,000). `mean` and `size` > 0."""
    share = mean / (size + mean)
    found = [math.exp(size * -math.log1p(mean / size))]
    left = 1.0 - found[0]
    while left > _REST and len(found) < _MOST:
        k = len(found) - 1
        found.append(found[k] * (k + size) / (k + 1) * share)
        left -= found[-1]
    return np.array(found)


def median(chance: Floats) -> int:
    """The least count that is not exceeded in half of the cases."""
    return min(int(np.searchsorted(np.cumsum(chance), 0.5)), len(chance) - 1)


def likely_range(chance: Floats, share: float) -> tuple[int, int]:
    """The range around the likeliest count that holds nearest to `share` of the cases.

    It grows from the likeliest count towards the likelier side, so that the range of a smaller share lies within that of a larger one. A
    count comes in whole steps: a range of exactly `share` is rare, and the last step is left out where the range without it is nearer.
    """
    low = high = int(np.argmax(chance))
    held = float(chance[low])
    while held < share and (low > 0 or high < len(chance) - 1):
        below = float(chance[low - 1]) if low > 0 else -1.0
        above = float(chance[high + 1]) if high < len(chance) - 1 else -1.0
        more = max(below, above)
        if held + more > share and held + more - share > share - held:
            break
        held += more
        low, high = (low, high + 1) if above >= below else (low - 1, high)
    return low, high


def log_likelihood(counts: Floats, means: Floats, size: Floats) -> float:
    """The sum over all counts of log P(N = count), for means and sizes of the same shape."""
    ways = [math.lgamma(count + s) - math.lgamma(s) - math.lgamma(count + 1.0) for count, s in zip(counts, size, strict=True)]
    return float(np.sum(np.array(ways) - size * np.log1p(means / size) + counts * np.log(means / (size + means))))
