from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from huiying.core.group.origin import Member, Part, origin_of
from huiying.core.types import Decision, Kind

START = datetime(2026, 6, 1, tzinfo=UTC)


def member(item, source, minute, kind=Kind.POST, decision=Decision.JOIN, of=None):
    return Member(item=item, source=source, kind=kind, at=START + timedelta(minutes=minute), decision=decision, duplicate_of=of)


STORY = [
    member("d", "短视频热榜", 40, Kind.HOTLIST),
    member("a", "同城圈", 0, decision=Decision.NEW),
    member("c", "澜川融媒", 30, Kind.NEWS),
    member("b", "微声", 10, decision=Decision.DUPLICATE, of="a"),
    member("e", "同城圈", 50),
]


def test_counts_items_outlets_and_independent_reports():
    origin = origin_of(STORY)
    assert (origin.items, origin.outlets, origin.independent) == (5, 4, 3)


def test_outlets_in_the_order_in_which_they_had_it():
    first = origin_of(STORY).first_seen
    assert [(f.source, f.item) for f in first] == [("同城圈", "a"), ("微声", "b"), ("澜川融媒", "c"), ("短视频热榜", "d")]


def test_an_item_that_is_named_twice_counts_once():
    assert origin_of([*STORY, STORY[1]]) == origin_of(STORY)


def test_an_empty_story():
    assert origin_of([]).independent == 0


@given(st.permutations(STORY))
def test_the_order_of_members_does_not_matter(members):
    assert origin_of(members) == origin_of(STORY)


def test_the_chain_tells_copies_from_reports_and_from_lines_of_hot_lists():
    chain = origin_of(STORY).chain
    assert [(sight.order, sight.item, sight.part, sight.original) for sight in chain] == [
        (1, "a", Part.REPORT, None),
        (2, "b", Part.COPY, 1),
        (3, "c", Part.REPORT, None),
        (4, "d", Part.LINE, None),
        (5, "e", Part.REPORT, None),
    ]
    assert [sight.after for sight in chain] == [timedelta(minutes=minute) for minute in (0, 10, 30, 40, 50)]


def test_each_outlet_has_its_delay_and_its_share():
    first = {found.source: found for found in origin_of(STORY).first_seen}
    assert first["微声"].after == timedelta(minutes=10)
    assert (first["同城圈"].reports, first["微声"].copies, first["短视频热榜"].lines) == (2, 1, 1)


def test_a_copy_whose_original_is_elsewhere_is_still_a_copy():
    (sight,) = origin_of([member("x", "同城圈", 0, decision=Decision.DUPLICATE, of="gone")]).chain
    assert (sight.part, sight.original) == (Part.COPY, None)


def test_a_copy_may_be_dated_before_its_original():
    """Outlets write what date they like; the line of the picture then leads forward."""
    found = origin_of([member("x", "甲", 0, decision=Decision.DUPLICATE, of="y"), member("y", "乙", 5, decision=Decision.NEW)])
    assert found.chain[0].original == 2
