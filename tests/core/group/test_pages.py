import resource
import sys

import numpy as np
import pytest

from huiying.core.group.arrays import STORY
from huiying.core.group.pages import longer, zeros


def held_mb():
    """What the process holds of what belongs to no file."""
    with open("/proc/self/status") as lines:  # noqa: PTH123 - not a file
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon"))


@pytest.mark.parametrize(("kind", "width"), [(np.uint8, ()), (np.float32, (64,)), (STORY, ())])
@pytest.mark.parametrize("rows", [1, 7, 40_000])
def test_a_longer_array_begins_with_the_shorter_one_and_goes_on_with_zeros(kind, width, rows):
    for array in (zeros(rows, kind, *width), np.zeros((rows, *width), kind)):
        assert (array.shape, array.dtype) == ((rows, *width), kind)
        array.reshape(-1).view(np.uint8)[:] = np.arange(array.nbytes) % 251
        before = array.tobytes()
        new = longer(array, 2 * rows)
        assert (new.shape, new.dtype) == ((2 * rows, *width), kind)
        assert new[:rows].tobytes() == before
        assert not any(new[rows:].tobytes())


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel what is held")
def test_what_is_not_used_takes_no_memory_and_growing_takes_it_once():
    before = held_mb()
    array = zeros(1 << 26, np.uint8)
    array[: 1 << 25] = 1
    assert held_mb() - before < 40
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    array = longer(array, 1 << 27)
    assert held_mb() - before < 72
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak) / 1024 < 40
