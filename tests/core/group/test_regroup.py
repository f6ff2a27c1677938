"""Where items stand after what people decided."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from huiying.core.group.regroup import Assigned, Regrouping, grown, much_the_same, standing, stranded, with_copies
from huiying.core.types import ProposalKind

MERGE, SPLIT = ProposalKind.MERGE, ProposalKind.SPLIT
A, B, C, D = 1, 2, 3, 4
ITEMS = [Assigned(10, A), Assigned(11, A), Assigned(12, A, 11), Assigned(20, B), Assigned(21, B)]


def merge(story: int, other: int) -> Regrouping:
    return Regrouping(kind=MERGE, story=story, other=other)


def split(story: int, other: int, *items: int) -> Regrouping:
    return Regrouping(kind=SPLIT, story=story, other=other, items=frozenset(items))


def test_without_decisions_everything_stands_where_it_was_put():
    assert standing(ITEMS, []) == {10: A, 11: A, 12: A, 20: B, 21: B}


def test_a_merge_takes_everything_also_what_comes_later():
    assert set(standing([*ITEMS, Assigned(22, B)], [merge(A, B)]).values()) == {A}


def test_a_copy_goes_with_its_original():
    assert standing([*ITEMS, Assigned(13, A, 12)], [split(A, C, 11)]) == {10: A, 11: C, 12: C, 13: C, 20: B, 21: B}
    assert with_copies([11], ITEMS) == {11, 12}


def test_decisions_hold_in_their_order():
    assert standing(ITEMS, [merge(A, B), split(A, C, 20)])[20] == C
    assert standing(ITEMS, [split(A, C, 20), merge(A, B)])[20] == A
    assert set(standing(ITEMS, [merge(A, B), merge(D, A)]).values()) == {D}


def test_what_a_later_decision_rests_on_cannot_be_undone():
    moved = split(A, C, 20)
    assert stranded(ITEMS, [merge(A, B), moved], 0) == moved
    assert stranded(ITEMS, [merge(A, B), split(A, C, 10)], 0) is None
    onward = merge(D, C)
    assert stranded(ITEMS, [split(A, C, 11), onward], 0) == onward
    assert stranded(ITEMS, [merge(A, B), merge(D, A)], 0) is None
    assert stranded(ITEMS, [merge(A, B), moved], 1) is None


def test_circles_of_copies_end():
    assert standing([Assigned(1, A, 2), Assigned(2, A, 1)], [split(A, C, 2)]) == {1: C, 2: C}


def test_when_a_question_may_be_put_again():
    assert (grown(10, 19), grown(10, 20), grown(0, 2)) == (False, True, True)
    assert much_the_same([1, 2, 3], [2, 3, 4]) and not much_the_same([1, 2], [2, 3, 4])
    assert not much_the_same([], [])


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=8), st.integers(0, 7))
def test_leaving_a_decision_out_is_undoing_it(pairs, last):
    decisions = [merge(one, other) for one, other in pairs]
    cut = decisions[: last % (len(decisions) + 1)]
    assigned = [Assigned(item, item % 4) for item in range(8)]
    found = standing(assigned, cut)
    assert found.keys() == {entry.item for entry in assigned}
    assert standing(assigned, [*cut, merge(9, 8)]) == found
