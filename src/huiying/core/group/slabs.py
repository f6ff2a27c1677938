"""Many small growing lists in one flat array: each takes a block of a few fixed sizes, and freed blocks are used again."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from huiying.core.group.compiled import compiled, inlined

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]

# Close to each other where most lists are, those of a title's words and characters.
SIZES = np.array(
    [1, 2, 3, *range(4, 64, 2), *range(64, 128, 8), 128, 160, 192, 256, 320, 384, 512, 640, 768, 1024, 1280, 1536, 2048], np.int32
)
LARGEST = 2048


@compiled
def class_for(sizes: Ints, wanted: int) -> int:
    """The class of the smallest block that holds so many, the last one where none does."""
    at = np.searchsorted(sizes, wanted)
    return min(int(at), len(sizes) - 1)


@inlined
def take(pool: Ints, free: Longs, sizes: Ints, size_class: int) -> int:
    """A block of this class: one freed before, else a fresh one at the end. `free[class]`: the first freed one + 1; `free[-1]`: the end."""
    first = free[size_class]
    if first:
        free[size_class] = pool[first - 1]
        return int(first - 1)
    at = free[-1]
    free[-1] = at + sizes[size_class]
    return int(at)


@inlined
def give_back(pool: Ints, free: Longs, size_class: int, at: int) -> None:
    """Free a block."""
    pool[at] = free[size_class]
    free[size_class] = at + 1
