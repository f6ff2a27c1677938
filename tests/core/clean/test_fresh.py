"""What is new in a reading, whatever a source does with its ids."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.fresh import Known, Stored, fresh, mark_of
from huiying.core.clean.item import clean
from huiying.core.collect.feeds import parse_feed
from huiying.core.types import Item, Kind

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


class Desk:
    """Remembers what it was told, as the worker's tables do."""

    def __init__(self) -> None:
        self.items: list[Item] = []

    def read(self, *entries: str) -> list[str]:
        """The titles (or texts) that are new in a reading of these entries."""
        body = '<rss version="2.0"><channel><title>t</title>' + "".join(f"<item>{entry}</item>" for entry in entries) + "</channel></rss>"
        raws = parse_feed(body.encode(), source="s", kind=Kind.NEWS, url="https://paper.example/feed").items
        items = [clean(raw, first_seen=NOW, zone=UTC) for raw in raws]
        known = Known(
            {item.id: Stored(item.url, item.title) for item in self.items},
            frozenset(map(mark_of, self.items)),
            frozenset((item.url, item.title) for item in self.items),
        )
        found = [item for item, _ in fresh(items, known)]
        self.items += found
        assert len({item.id for item in self.items}) == len(self.items)
        return sorted(item.title or item.text for item in found)


def entry(guid: str = "", title: str = "", text: str = "", link: str = "") -> str:
    given = {"guid": guid, "title": title, "description": text, "link": link}
    return "".join(f"<{name}>{value}</{name}>" for name, value in given.items() if value)


def test_one_id_for_several_items_loses_none_and_tells_none_twice() -> None:
    desk = Desk()
    one, two = entry("x", "A", "a", "https://p.example/1"), entry("x", "B", "b", "https://p.example/2")
    assert desk.read(one) == ["A"]
    assert desk.read(two, one) == ["B"]
    assert desk.read(two) == []
    assert desk.read(entry("x", "C", "c", "https://p.example/3")) == ["C"]
    assert desk.read(one, two, entry("x", "C", "c", "https://p.example/3")) == []


def test_one_id_and_one_link_for_all() -> None:
    desk = Desk()
    notices = [entry("x", "停水通知", f"{street}路停水", "https://county.example/") for street in ("中山", "人民", "建设")]
    assert desk.read(*notices) == ["停水通知"] * 3
    assert desk.read(*notices) == []


def test_no_id_and_the_front_page_for_a_link() -> None:
    desk = Desk()
    assert desk.read(entry(title="A", link="https://county.example/"), entry(title="B", link="https://county.example/")) == ["A", "B"]
    assert desk.read(entry(title="C", link="https://county.example/")) == ["C"]
    assert desk.read(entry(title="C", link="https://county.example/"), entry(title="A", link="https://county.example/")) == []


def test_ids_that_change_at_every_reading() -> None:
    desk = Desk()
    assert desk.read(entry("1-aaa", "A", "a", "https://p.example/1")) == ["A"]
    assert desk.read(entry("1-bbb", "A", "a", "https://p.example/1")) == []
    assert desk.read(entry("1-ccc", "A", "a, read 17 times", "https://p.example/1")) == []
    assert desk.read(entry("1-ddd", "A", "a", "https://p.example/1?t=2")) == []


def test_an_edit_is_not_told_again() -> None:
    desk = Desk()
    assert desk.read(entry("1", "A", "a", "https://p.example/1")) == ["A"]
    assert desk.read(entry("1", "A", "a, and more", "https://p.example/1")) == []
    assert desk.read(entry("1", "A (updated)", "a, and more", "https://p.example/1")) == []
    assert desk.read(entry("1", "A", "a, moved and changed", "https://p.example/moved")) == []


def test_the_same_title_on_another_page_is_another_notice() -> None:
    desk = Desk()
    assert desk.read(entry("1", "停水通知", "", "https://county.example/n/1")) == ["停水通知"]
    assert desk.read(entry("2", "停水通知", "", "https://county.example/n/2")) == ["停水通知"]
    assert desk.read(entry("3", "停水通知", "", "https://county.example/n/2")) == []


def test_posts_without_titles_that_share_an_id() -> None:
    desk = Desk()
    assert desk.read(entry("x", "", "first", "https://p.example/1")) == ["first"]
    assert desk.read(entry("x", "", "second", "https://p.example/2")) == ["second"]


CONTENT = st.tuples(st.sampled_from("ABC"), st.sampled_from("abc"), st.sampled_from(["https://p.example/1", "https://p.example/2", ""]))


@given(st.lists(st.lists(CONTENT, min_size=1, max_size=4), min_size=1, max_size=4), st.sampled_from(["same", "changing", "none"]))
def test_no_content_is_told_twice_whatever_the_ids(readings: list[list[tuple[str, str, str]]], ids: str) -> None:
    desk, told = Desk(), 0
    for turn, reading in enumerate(readings):
        guids = {"same": "x", "none": "", "changing": f"{turn}-"}
        told += len(desk.read(*(entry(guids[ids] + (str(n) if ids == "changing" else ""), *content) for n, content in enumerate(reading))))
    assert told == len({(item.title, item.text) for item in desk.items})


@given(st.lists(CONTENT, min_size=1, max_size=6, unique_by=lambda content: content[:2]), st.booleans())
def test_every_different_item_of_one_reading_is_taken(contents: list[tuple[str, str, str]], same: bool) -> None:
    desk = Desk()
    found = desk.read(*(entry("x" if same else "", title, text, link) for title, text, link in contents))
    assert len(found) == len(contents)


def test_the_mark_counts_the_date_where_nothing_else_tells() -> None:
    item = Item(id="1", source="s", kind=Kind.NOTICE, url="", title="停水通知", text="", lang="zh", first_seen=NOW, published_at=NOW)
    later = Item(**{name: getattr(item, name) for name in item.__struct_fields__} | {"published_at": NOW - timedelta(days=1)})
    assert mark_of(item) != mark_of(later)
