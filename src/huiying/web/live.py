"""Live updates: one task per process reads new entries of the record and hands them to every open page."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import deque
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from django.http import HttpRequest, StreamingHttpResponse

from huiying.store.models import Entry
from huiying.store.sight import hears, is_limited
from huiying.web.permission import needs

log = logging.getLogger(__name__)

POLL = 0.3
HEARTBEAT = 15.0
KEPT = 500


class Row(NamedTuple):
    """One entry of the record as a page needs it."""

    id: int
    type: str
    subject: str


def read(after: int) -> list[Row]:
    """Up to KEPT entries after this id, oldest first."""
    close_old_connections()
    return [Row(*found) for found in Entry.objects.filter(id__gt=after).order_by("id").values_list("id", "type", "subject")[:KEPT]]


def newest() -> int:
    """The id of the last entry; 0 while the record is empty."""
    close_old_connections()
    return Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0


class Broadcaster:
    """Reads while somebody listens, and rests while nobody does. One per process; everything but the reading runs on one event loop."""

    def __init__(self, read: Callable[[int], list[Row]] = read, newest: Callable[[], int] = newest, poll: float = POLL) -> None:
        self._read, self._newest, self._poll = read, newest, poll
        # One thread keeps one connection, however many pages are open.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="live")
        self._recent: deque[Row] = deque(maxlen=KEPT)
        self._head = 0
        self._listeners = 0
        self._task: asyncio.Task[None] | None = None
        self._changed = asyncio.Condition()

    async def _ask(self, function: Callable, *arguments: object) -> object:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, *arguments)

    async def _beyond(self, last: int, within: float) -> bool:
        """Wait until there is an entry after `last`; False when the time is over."""
        try:
            async with asyncio.timeout(within), self._changed:
                await self._changed.wait_for(lambda: self._head > last)
        except TimeoutError:
            return False
        return True

    async def listen(self, last: int | None, heartbeat: float = HEARTBEAT) -> AsyncIterator[Row | None]:
        """Entries after `last` (after the newest where it is None, never more than KEPT back), as they come; None as a sign of life."""
        newest = int(await self._ask(self._newest))  # type: ignore[call-overload]
        last = newest if last is None else max(last, newest - KEPT)
        self._listeners += 1
        if self._task is None or self._task.done():
            self._head, self._task = last, asyncio.create_task(self._run())
            self._recent.clear()
        try:
            yield None
            while True:
                for row in await self._after(last):
                    last = row.id
                    yield row
                if not await self._beyond(last, heartbeat):
                    yield None
        finally:
            self._listeners -= 1

    async def _after(self, last: int) -> list[Row]:
        if last >= self._head:
            return []
        if self._recent and self._recent[0].id <= last + 1:
            return [row for row in self._recent if row.id > last]
        return await self._ask(self._read, last)  # type: ignore[return-value]

    async def _run(self) -> None:
        while self._listeners:
            rows: list[Row] = []
            try:
                rows = await self._ask(self._read, self._head)  # type: ignore[assignment]
            except Exception:
                # A database that is locked or being moved must not end the updates of every page.
                log.exception("the record could not be read; the next try follows")
            if rows:
                async with self._changed:
                    self._recent.extend(rows)
                    self._head = rows[-1].id
                    self._changed.notify_all()
            await asyncio.sleep(self._poll)


_broadcasters: dict[asyncio.AbstractEventLoop, Broadcaster] = {}


def _broadcaster() -> Broadcaster:
    loop = asyncio.get_running_loop()
    for gone in [known for known in _broadcasters if known.is_closed()]:
        del _broadcasters[gone]
    if loop not in _broadcasters:
        _broadcasters[loop] = Broadcaster()
    return _broadcasters[loop]


def frame(row: Row | None) -> bytes:
    """One server-sent event; a comment where there is nothing to say."""
    if row is None:
        return b": alive\n\n"
    data = json.dumps({"id": row.id, "type": row.type, "subject": row.subject}, ensure_ascii=False)
    return f"id: {row.id}\nevent: record\ndata: {data}\n\n".encode()


@needs("desk.view")
async def live(request: HttpRequest) -> StreamingHttpResponse:
    """The stream of new entries. A page that was away names the last id it had and gets what it missed."""
    given = request.headers.get("Last-Event-ID") or request.GET.get("after", "")
    last = int(given) if given.isascii() and given.isdigit() and len(given) < 18 else None

    member = await request.auser()
    narrow = is_limited(member)

    async def stream() -> AsyncIterator[bytes]:
        yield b"retry: 2000\n\n"
        async for row in _broadcaster().listen(last):
            if row is None or not narrow or await sync_to_async(hears)(member, row.subject):
                yield frame(row)

    response = StreamingHttpResponse(stream(), content_type="text/event-stream")
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"
    return response
