"""Live updates: every page gets every new entry once, in order, also after it was away."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from tests import scene as made

from huiying.store.models import Entry
from huiying.web import live
from huiying.web.live import Broadcaster, Row


class Record:
    """A record in memory that counts how often it is read."""

    def __init__(self, length: int = 0) -> None:
        self.rows = [Row(number, "items_collected", "source:1") for number in range(1, length + 1)]
        self.reads = 0

    def add(self, count: int = 1) -> None:
        for _ in range(count):
            self.rows.append(Row(len(self.rows) + 1, "warning_raised", f"warning:{len(self.rows)}"))

    def read(self, after: int) -> list[Row]:
        self.reads += 1
        return [row for row in self.rows if row.id > after][: live.KEPT]

    def newest(self) -> int:
        return len(self.rows)

    def broadcaster(self) -> Broadcaster:
        return Broadcaster(self.read, self.newest, poll=0.001)


def run(scenario: Callable[[], Awaitable[None]]) -> None:
    async def limited() -> None:
        async with asyncio.timeout(10):
            await scenario()

    asyncio.run(limited())


async def ids(stream, count: int) -> list[int]:
    """The ids of the next rows; signs of life are passed over."""
    found: list[int] = []
    while len(found) < count:
        row = await anext(stream)
        if row is not None:
            found.append(row.id)
    return found


def test_a_page_gets_what_comes_after_it_was_opened() -> None:
    async def scenario() -> None:
        record = Record(5)
        stream = record.broadcaster().listen(None)
        assert await anext(stream) is None
        record.add(2)
        assert await ids(stream, 2) == [6, 7]
        record.add()
        assert await ids(stream, 1) == [8]
        await stream.aclose()

    run(scenario)


def test_every_page_gets_every_entry_and_the_record_is_read_once_for_all() -> None:
    async def scenario() -> None:
        record = Record(3)
        one = record.broadcaster()
        streams = [one.listen(None) for _ in range(20)]
        for stream in streams:
            await anext(stream)
        record.add(4)
        assert [await ids(stream, 4) for stream in streams] == [[4, 5, 6, 7]] * 20
        reads = record.reads
        for stream in streams[1:]:
            await stream.aclose()
        record.add()
        assert await ids(streams[0], 1) == [8]
        assert record.reads > reads, "one page left: it goes on"
        await streams[0].aclose()

    run(scenario)


def test_a_page_that_was_away_gets_what_it_missed() -> None:
    async def scenario() -> None:
        record = Record(10)
        one = record.broadcaster()
        other = one.listen(None)
        await anext(other)
        late = one.listen(7)
        record.add()
        assert await ids(late, 4) == [8, 9, 10, 11]
        assert await ids(other, 1) == [11]

    run(scenario)


def test_a_page_that_was_away_very_long_gets_the_last_ones_only() -> None:
    async def scenario() -> None:
        record = Record(live.KEPT + 100)
        stream = record.broadcaster().listen(1)
        assert await ids(stream, live.KEPT) == list(range(101, live.KEPT + 101))

    run(scenario)


def test_more_entries_than_are_kept_all_arrive() -> None:
    async def scenario() -> None:
        record = Record(1)
        stream = record.broadcaster().listen(None)
        await anext(stream)
        record.add(3 * live.KEPT)
        assert await ids(stream, 3 * live.KEPT) == list(range(2, 3 * live.KEPT + 2))

    run(scenario)


def test_nobody_reads_while_nobody_listens() -> None:
    async def scenario() -> None:
        record = Record(1)
        one = record.broadcaster()
        stream = one.listen(None)
        await anext(stream)
        assert one._task is not None
        await stream.aclose()
        await one._task
        reads = record.reads
        record.add()
        again = one.listen(1)
        assert await ids(again, 1) == [2]
        assert record.reads > reads
        await again.aclose()

    run(scenario)


def test_a_quiet_record_still_shows_signs_of_life() -> None:
    async def scenario() -> None:
        stream = Record(1).broadcaster().listen(None, heartbeat=0.005)
        assert [await anext(stream) for _ in range(3)] == [None, None, None]

    run(scenario)


def test_a_record_that_cannot_be_read_for_a_while_is_read_again() -> None:
    async def scenario() -> None:
        record, failures = Record(1), [OSError("locked")]

        def read(after: int) -> list[Row]:
            if failures:
                raise failures.pop()
            return record.read(after)

        stream = Broadcaster(read, record.newest, poll=0.001).listen(None, heartbeat=0.02)
        await anext(stream)
        record.add()
        assert await ids(stream, 1) == [2]

    run(scenario)


def test_an_event_is_written_as_browsers_expect() -> None:
    assert live.frame(None) == b": alive\n\n"
    lines = live.frame(Row(7, "warning_raised", "warning:3")).decode()
    assert lines == 'id: 7\nevent: record\ndata: {"id": 7, "type": "warning_raised", "subject": "warning:3"}\n\n'


def test_the_record_of_the_desk_is_what_is_read(scene: made.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "close_old_connections", lambda: None)
    head = live.newest()
    assert head == Entry.objects.count() > 0
    made.take_in(scene)
    rows = live.read(head)
    assert [row.id for row in rows] == list(range(head + 1, Entry.objects.count() + 1))
    assert {"items_collected", "warning_raised"} <= {row.type for row in rows}
