import weakref

import pytest
from numba import njit
from tests.core.group.helpers import made

from huiying.core.group.dedup import Dedup, DedupConfig
from huiying.core.group.fingerprint import fingerprint
from huiying.core.group.memory import Memory
from huiying.core.group.reading import WORDS
from huiying.core.group.settings import StoryConfig
from huiying.core.types import Kind

GROWING = ["term", "term_table", "postings", "story", "story_sense", "entries", "weights", "member", "member_table", "ids"]


@njit
def of_memory(held):
    parts = held.parts
    return (
        parts.term.ctypes.data, parts.term_table.ctypes.data, parts.postings.ctypes.data, parts.story.ctypes.data,
        parts.story_sense.ctypes.data, parts.entries.ctypes.data, parts.weights.ctypes.data, parts.member.ctypes.data,
        parts.member_table.ctypes.data, parts.ids.ctypes.data,
    )  # fmt: skip


@njit
def of_shelf(held):
    parts = held.parts
    return parts.exact.ctypes.data, parts.pieces.ctypes.data, parts.holder.ctypes.data, parts.heads.ctypes.data


def addresses(arrays, names):
    return [getattr(arrays, name).ctypes.data for name in names]


def test_what_grew_is_held_anew_and_the_old_is_let_go():
    memory, clock = Memory(StoryConfig()), 0.0
    old = {name: weakref.ref(getattr(memory.arrays, name)) for name in GROWING}
    for number in range(12_000):
        clock += 30.0
        item = made({(WORDS, f"own{number}-{k}"): 1 for k in range(40)})
        memory.arrive(f"a long id {number}", clock)
        memory.enter(f"a long id {number}", item, memory.weigh(item, clock), False, clock)
        if number % 50 == 0:
            assert list(of_memory(memory._held)) == addresses(memory.arrays, GROWING)
    assert [name for name in GROWING if old[name]() is not None] == []
    assert list(of_memory(memory._held)) == addresses(memory.arrays, GROWING)


@pytest.mark.parametrize("loaded", [False, True])
def test_a_shelf_that_grew_is_held_anew(loaded):
    dedup = Dedup(DedupConfig())
    names = ["exact", "pieces", "holder", "heads"]
    old = {name: weakref.ref(getattr(dedup._shelf, name)) for name in names}
    for number in range(9000):
        mark = fingerprint(Kind.POST, "", " ".join(f"word{number * 31 + k}" for k in range(30)))
        if dedup.find(mark, float(number)) is None:
            dedup.remember(mark, number, float(number))
    if loaded:
        dedup.load(dedup.dump())
    assert [name for name in names if old[name]() is not None] == []
    assert list(of_shelf(dedup._held)) == addresses(dedup._shelf, names)
