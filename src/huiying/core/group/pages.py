"""Arrays in pages of their own: the part that was never written takes no memory, and what an array leaves behind when it has grown goes
back whole, where the heap would keep the holes."""

from __future__ import annotations

import mmap
from typing import Any

import numpy as np
import numpy.typing as npt

# So much stands twice while an array is copied; a multiple of every machine's page.
_STEP = 1 << 20


def zeros(rows: int, kind: npt.DTypeLike, *width: int) -> npt.NDArray[Any]:
    """So many rows of zeros."""
    kind = np.dtype(kind)
    size = max(1, rows * int(np.prod(width)) * kind.itemsize)
    held = mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    return np.frombuffer(held, kind, rows * int(np.prod(width))).reshape((rows, *width))


def give_back(array: npt.NDArray[Any], start: int = 0, end: int | None = None) -> None:
    """Give back the pages of bytes of an array, `start` at the beginning of one, that nobody may read any more."""
    held = _held(array)
    if held is not None and hasattr(held, "madvise"):
        held.madvise(mmap.MADV_DONTNEED, start, (array.nbytes if end is None else end) - start)


def longer(array: npt.NDArray[Any], rows: int) -> npt.NDArray[Any]:
    """An array of so many rows that begins with this one, whose pages go back while they are copied: nobody may read it any more."""
    new = zeros(rows, array.dtype, *array.shape[1:])
    source, target = array.reshape(-1).view(np.uint8), new.reshape(-1).view(np.uint8)
    for start in range(0, len(source), _STEP):
        end = min(len(source), start + _STEP)
        target[start:end] = source[start:end]
        give_back(array, start, end)
    return new


def _held(array: npt.NDArray[Any]) -> mmap.mmap | None:
    """The pages that an array stands in from their beginning."""
    owner: Any = array
    while isinstance(owner, np.ndarray):
        owner = owner.base
    owner = owner.obj if isinstance(owner, memoryview) else owner
    return owner if isinstance(owner, mmap.mmap) else None
