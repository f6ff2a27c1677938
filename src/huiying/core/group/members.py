"""The items of live stories: which story an item is in, and what its id is."""

from __future__ import annotations

import numpy as np

from huiying.core.group.arrays import ID_BYTES, ID_DEAD, MEMBERS, MEMBERS_FREE, MEMBERS_USED, SIGNS, Arrays, Bytes, Floats, Words
from huiying.core.group.compiled import compiled, inlined
from huiying.core.group.held import Held
from huiying.core.group.joining import add, count_item, forget, open_story, pass_item, sign, touch
from huiying.core.group.order import oldest_idle
from huiying.core.group.reading import GROUPS, Rows
from huiying.core.group.table import Records, drop, find, note


@inlined
def find_member(arrays: Arrays, key: np.uint64) -> int:
    """The slot of an item by the digest of its id, -1 where it is in no live story."""
    return find(arrays.member_table, arrays.member, key)


@inlined
def enter_member(arrays: Arrays, key: np.uint64, story: int, name: Bytes, sign: Words) -> int:
    """Add an item to a story; the arrays have room."""
    slot = arrays.whole[MEMBERS_FREE]
    if slot >= 0:
        arrays.whole[MEMBERS_FREE] = arrays.member["next"][slot]
    else:
        slot = arrays.whole[MEMBERS]
        arrays.whole[MEMBERS] += 1
    arrays.member["key"][slot] = key
    arrays.member["story"][slot] = story
    arrays.member["next"][slot] = arrays.story["member"][story]
    arrays.story["member"][story] = slot
    at = arrays.whole[ID_BYTES]
    arrays.ids[at : at + len(name)] = name
    arrays.member["id_at"][slot] = at
    arrays.member["id_size"][slot] = len(name)
    at += len(name)
    signs = 0
    while signs < SIGNS and sign[signs] != 0:
        for byte in range(4):
            arrays.ids[at + byte] = sign[signs] >> np.uint32(8 * byte) & np.uint32(0xFF)
        at += 4
        signs += 1
    arrays.member["signs"][slot] = signs
    arrays.whole[ID_BYTES] = at
    arrays.whole[MEMBERS_USED] += note(arrays.member_table, arrays.member, slot)
    return int(slot)


@compiled
def drop_members(arrays: Arrays, story: int) -> None:
    """Forget the items of a story that is being forgotten."""
    slot = arrays.story["member"][story]
    while slot >= 0:
        drop(arrays.member_table, arrays.member, slot)
        arrays.whole[ID_DEAD] += _bytes_of(arrays, slot)
        arrays.member["id_size"][slot] = 0
        after = arrays.member["next"][slot]
        arrays.member["next"][slot] = arrays.whole[MEMBERS_FREE]
        arrays.whole[MEMBERS_FREE] = slot
        slot = after
    arrays.story["member"][story] = -1


@compiled
def pack_ids(arrays: Arrays) -> None:
    """Close the gaps that forgotten items left among the ids."""
    order = np.argsort(arrays.member["id_at"][: arrays.whole[MEMBERS]], kind="mergesort")
    end = np.int64(0)
    for slot in order:
        if arrays.member["id_size"][slot] > 0:
            size = _bytes_of(arrays, slot)
            at = np.int64(arrays.member["id_at"][slot])
            for i in range(size):
                arrays.ids[end + i] = arrays.ids[at + i]
            arrays.member["id_at"][slot] = end
            end += size
    arrays.whole[ID_BYTES] = end
    arrays.whole[ID_DEAD] = 0


@compiled
def _bytes_of(arrays: Arrays, slot: int) -> int:
    """How many bytes the id and the signs of an item take."""
    return np.int64(arrays.member["id_size"][slot]) + 4 * np.int64(arrays.member["signs"][slot])  # type: ignore[return-value]


@compiled
def sign_of(arrays: Arrays, slot: int) -> Words:
    """The first places of an item, 0 for none."""
    found = np.zeros(SIGNS, np.uint32)
    at = np.int64(arrays.member["id_at"][slot]) + arrays.member["id_size"][slot]
    for place in range(arrays.member["signs"][slot]):
        for byte in range(4):
            found[place] |= np.uint32(arrays.ids[at + byte]) << np.uint32(8 * byte)
        at += 4
    return found


def id_of(arrays: Arrays, slot: int) -> str:
    """The id of an item."""
    at = int(arrays.member["id_at"][slot])
    return arrays.ids[at : at + int(arrays.member["id_size"][slot])].tobytes().decode("utf-8", "surrogatepass")


@compiled
def arrive(held: Held[Arrays], key: np.uint64, now: float, life: float) -> int:
    """Forget what was silent for more than `life` seconds, and give the slot of an item by its digest, -1 where it is in no live story."""
    arrays = held.parts
    while True:
        story = oldest_idle(arrays, now, life)
        if story < 0:
            return find_member(arrays, key)
        drop_members(arrays, story)
        forget(arrays, story)


@compiled
def settle(
    held: Held[Arrays], key: np.uint64, name: Bytes, chosen: int, rows: Rows, terms: Records, candidates: Records, sense: Floats,
    unspaced: float, outlet: int, busy_hours: float, now: float, chance: float,
) -> int:  # fmt: skip
    """Put a new item with these terms into the story of the candidate `chosen`, into one of its own for -1; the arrays have room. Gives the
    slot of the item."""
    arrays, joined = held.parts, chosen >= 0
    story = candidates[chosen].story if joined else open_story(arrays, now)
    dots = candidates[chosen].dots.copy() if joined else np.zeros(GROUPS)
    hashes = rows["hash"][terms["row"]]
    add(arrays, story, hashes, terms, dots, sense, unspaced, outlet, busy_hours, now)
    count_item(arrays, joined, chance, busy_hours, now)
    if not joined:
        arrays.story["name"][story] = key
    return enter_member(arrays, key, story, name, sign(hashes, terms["group"]))


@compiled
def hear(held: Held[Arrays], story: int, now: float, busy_hours: float) -> None:
    """An item of a story was seen again."""
    touch(held.parts, story, now, busy_hours)


@compiled
def settle_copy(held: Held[Arrays], key: np.uint64, name: Bytes, original: int, busy_hours: float, now: float) -> int:
    """Put a copy into the story of its original: it keeps the story live but adds no words, for it is no voice of its own."""
    arrays = held.parts
    story = arrays.member["story"][original]
    touch(arrays, story, now, busy_hours)
    pass_item(arrays)
    return enter_member(arrays, key, story, name, sign_of(arrays, original))
