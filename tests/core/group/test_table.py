import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.group.arrays import MEMBER
from huiying.core.group.table import drop, find, note, note_all

SLOTS = 12
CELLS = 32


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["note", "note", "drop", "anew"]), st.integers(0, SLOTS - 1)), max_size=60))
def test_what_was_entered_is_found_until_it_is_taken_out(acts):
    """The keys begin their search in one of three cells at the end, so that many meet and go on at the beginning."""
    records, table, known, used = np.zeros(SLOTS, MEMBER), np.zeros(CELLS, np.int32), set(), 0
    records["key"] = [slot << 40 | CELLS - 1 - slot % 3 for slot in range(SLOTS)]
    for act, slot in acts:
        if act == "note" and slot not in known:
            used += note(table, records, slot)
            known.add(slot)
        elif act == "drop" and slot in known:
            drop(table, records, slot)
            known.remove(slot)
        elif act == "anew":
            new = np.zeros(CELLS, np.int32)
            used = note_all(table, new, records)
            assert used == len(known)
            table = new
        assert used == np.count_nonzero(table)
        assert [find(table, records, key) for key in records["key"]] == [slot if slot in known else -1 for slot in range(SLOTS)]
