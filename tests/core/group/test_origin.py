from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from huiying.core.group.origin import Member, origin_of
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
