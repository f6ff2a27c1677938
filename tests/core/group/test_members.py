import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.group.arrays import ID_BYTES, ID_DEAD, MEMBERS, MEMBERS_USED, SIGNS, empty
from huiying.core.group.held import hold
from huiying.core.group.joining import open_story
from huiying.core.group.members import drop_members, enter_member, find_member, id_of, pack_ids, sign_of
from huiying.core.group.room import make_room, short
from huiying.core.group.table import note_all

STORIES = 5
# Keys that begin their search in one of three cells, so that many meet.
KEYS = [np.uint64(number << 40 | 2045 + number % 3) for number in range(1, 60)]


def opened():
    arrays = empty()
    for _ in range(STORIES):
        open_story(arrays, 0.0)
    return arrays


def enter(arrays, key, story):
    name = f"源:{int(key) >> 40}".encode() * (1 + int(key) % 5)
    size = len(name) + 4 * SIGNS
    arrays = make_room(arrays, short(hold(arrays), 0, size), 0, size)
    sign = np.full(SIGNS, int(key) >> 40, np.uint32)
    return arrays, enter_member(arrays, key, story, np.frombuffer(name, np.uint8), sign), name.decode()


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["enter"] * 8 + ["drop", "pack", "anew"]), st.integers(0, STORIES - 1)), max_size=120))
def test_members_are_found_until_their_story_is_dropped(acts):
    arrays, known, unused = opened(), {}, list(KEYS)
    for act, story in acts:
        if act == "enter" and unused:
            key = unused.pop()
            arrays, slot, name = enter(arrays, key, story)
            known[key] = (story, slot, name)
        elif act == "drop":
            drop_members(arrays, story)
            gone = [key for key, (of, _, _) in known.items() if of == story]
            unused = gone + unused
            for key in gone:
                del known[key]
        elif act == "pack":
            pack_ids(arrays)
            held = sum(len(name.encode()) + 4 * SIGNS for _, _, name in known.values())
            assert (arrays.whole[ID_BYTES], arrays.whole[ID_DEAD]) == (held, 0)
        elif act == "anew":
            table = np.zeros(2048, np.int32)
            arrays.whole[MEMBERS_USED] = note_all(arrays.member_table, table, arrays.member)
            arrays = arrays._replace(member_table=table)
        assert {key: find_member(arrays, key) for key in KEYS} == {key: known[key][1] if key in known else -1 for key in KEYS}
        for key, (of, slot, name) in known.items():
            assert (int(arrays.member["story"][slot]), id_of(arrays, slot)) == (of, name)
            assert set(sign_of(arrays, slot).tolist()) == {int(key) >> 40}


def test_slots_and_ids_are_used_again():
    arrays, most = opened(), 0
    for round_ in range(200):
        for number, key in enumerate(KEYS):
            arrays, slot, _ = enter(arrays, key, number % STORIES)
            most = max(most, slot)
        for story in range(STORIES):
            drop_members(arrays, story)
        if round_ == 20:
            lengths = [len(array) for array in arrays]
    assert most == len(KEYS) - 1 == arrays.whole[MEMBERS] - 1
    assert [len(array) for array in arrays] == lengths
