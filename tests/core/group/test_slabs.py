import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.group.slabs import LARGEST, SIZES, class_for, give_back, take


def emptied():
    return np.zeros(1 << 20, np.int32), np.zeros(len(SIZES) + 1, np.int64)


@pytest.mark.parametrize("wanted", [1, 2, 5, 17, 64, 65, LARGEST - 1, LARGEST])
def test_the_class_is_that_of_the_smallest_block_that_holds_so_many(wanted):
    at = class_for(SIZES, wanted)
    assert SIZES[at] >= wanted
    assert at == 0 or SIZES[at - 1] < wanted


def test_more_than_the_largest_block_holds_gives_the_largest():
    assert class_for(SIZES, LARGEST + 1) == len(SIZES) - 1
    assert SIZES[-1] == LARGEST


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, len(SIZES) - 1), st.integers(0, 1000)), max_size=120))
def test_blocks_in_use_never_overlap_and_keep_what_is_written_in_them(acts):
    pool, free = emptied()
    blocks, number = {}, 0
    for taking, size_class, which in acts:
        if taking or not blocks:
            at, number = take(pool, free, SIZES, size_class), number + 1
            assert all(at + SIZES[size_class] <= begin or begin + SIZES[other] <= at for begin, (other, _) in blocks.items())
            assert at + SIZES[size_class] <= free[-1]
            pool[at : at + SIZES[size_class]] = number
            blocks[at] = (size_class, number)
        else:
            at = sorted(blocks)[which % len(blocks)]
            give_back(pool, free, blocks.pop(at)[0], at)
        for at, (size, written) in blocks.items():
            assert (pool[at : at + SIZES[size]] == written).all()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, len(SIZES) - 1), min_size=1, max_size=40), st.randoms())
def test_all_that_was_given_back_is_used_before_the_pool_grows(classes, chance):
    pool, free = emptied()
    taken = [(take(pool, free, SIZES, size_class), size_class) for size_class in classes]
    end = free[-1]
    chance.shuffle(taken)
    for at, size_class in taken:
        give_back(pool, free, size_class, at)
    assert {(take(pool, free, SIZES, size_class), size_class) for size_class in classes} == set(taken)
    assert free[-1] == end == sum(int(SIZES[size_class]) for size_class in classes)
