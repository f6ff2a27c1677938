"""Arrays that grow and tables that are laid out anew, at whatever moment, change nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.group.brute import HOUR
from tests.core.group.helpers import assert_consistent, live, made, weights_of

from huiying.core.group import memory as memory_module
from huiying.core.group import room
from huiying.core.group.arrays import Arrays, empty
from huiying.core.group.memory import Memory
from huiying.core.group.reading import PLACES, WORDS
from huiying.core.group.settings import StoryConfig

CONFIG = StoryConfig(live_days=0.5)
LARGE = {
    "term_table": 1 << 17,
    "term": 1 << 17,
    "story": 1 << 12,
    "member_table": 1 << 14,
    "member": 1 << 12,
    "postings": 1 << 22,
    "entries": 1 << 18,
    "weights": 1 << 18,
    "ids": 1 << 18,
}
SMALL = {"term_table": 16, "term": 1, "story": 1, "member_table": 16, "member": 1, "postings": 1, "entries": 1, "weights": 1, "ids": 1}
FIXED = ("postings_free", "entries_free", "sizes", "whole", "real")


def of_sizes(sizes) -> Arrays:
    """Empty arrays of these lengths."""
    made_arrays = {}
    for name, array in empty()._asdict().items():
        start = next((start for start in sizes if name.startswith(start)), None)
        length = len(array) if name in FIXED or start is None else sizes[start]
        made_arrays[name] = array.copy() if name in FIXED else np.full((length, *array.shape[1:]), array.flat[0], array.dtype)
    return Arrays(**made_arrays)


@pytest.fixture
def memories(monkeypatch):
    """One memory that begins with room for everything, and one that begins with room for nothing."""
    found = []
    for sizes in (LARGE, SMALL):
        monkeypatch.setattr(memory_module, "empty", lambda sizes=sizes: of_sizes(sizes))
        found.append(Memory(CONFIG))
    return found


def told(memory, name, item, clock, join):
    """What a memory says of an item and where it puts it."""
    memory.arrive(name, clock)
    weighed = memory.weigh(item, clock)
    joined = join and weighed.best >= 0
    said = (*(weighed.candidates[name].tolist() for name in ("story", "total", "pieces")), weighed.best, weighed.second)
    return (*said, memory.story(memory.enter(name, item, weighed, joined, clock)))


def same(one, other):
    """Two memories hold the same stories with the same terms and items."""
    assert live(one.arrays) == live(other.arrays)
    for story in live(one.arrays):
        assert weights_of(one.arrays, story) == weights_of(other.arrays, story)
        assert one.items(story) == other.items(story)
    for memory in (one, other):
        assert_consistent(memory.arrays)


def busy(number):
    """An item of a stream in which every one brings many new words and some shared ones."""
    words = [f"own{number}-{k}" for k in range(44)] + [f"shared{number % k}" for k in (3, 7, 31)]
    return made({(WORDS, word): 1 for word in words} | {(PLACES, f"place{number % 11}"): 1}, outlet=1 + number % 4)


def test_growth_changes_nothing(memories):
    roomy, tight = memories
    lengths = set()
    for number in range(600):
        name, clock = f"源:{number}" * (1 + number % 9), number * 0.1 * HOUR
        assert told(roomy, name, busy(number), clock, number % 3) == told(tight, name, busy(number), clock, number % 3)
        lengths.add(len(tight.arrays.term_table))
        if number % 10 == 0:
            same(roomy, tight)
    assert len(lengths) > 2
    assert all(len(now) == len(then) for now, then in zip(roomy.arrays, of_sizes(LARGE), strict=True))
    same(roomy, tight)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.booleans(), st.integers(0, 511)), min_size=2, max_size=12))
def test_laying_a_table_out_anew_at_any_moment_changes_nothing(stream):
    steady, moved = Memory(CONFIG), Memory(CONFIG)
    short = room.short
    for number, (which, join, missing) in enumerate(stream):
        name, item = f"n{number}", busy(which)
        with pytest.MonkeyPatch.context() as patch:
            wanted = told(steady, name, item, number * HOUR, join)
            patch.setattr(memory_module, "short", lambda *given, missing=missing: short(*given) | missing)
            assert told(moved, name, item, number * HOUR, join) == wanted
    same(steady, moved)
