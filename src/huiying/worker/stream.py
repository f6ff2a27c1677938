"""Listening to a stream of posts (Jetstream): it is heard in memory, and only what a watch finds is ever stored."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
from yarl import URL

from huiying import __version__, clock
from huiying.actions.source import note_failure
from huiying.core.clean.item import clean
from huiying.core.collect.adapter import Carriage
from huiying.core.collect.adapters import adapter, carried
from huiying.core.collect.adapters.jetstream import Posted, message
from huiying.core.types import RawItem, Refusal
from huiying.store import models
from huiying.worker.address import guarded_connector
from huiying.worker.arrivals import take_raw
from huiying.worker.live import LivePipeline
from huiying.worker.reading import about
from huiying.worker.refused import FetchRefused

log = logging.getLogger(__name__)

BATCH = 500  # messages
PATIENCE = 5.0  # seconds until what was heard is stored though the batch is not full
SILENT = 60.0  # seconds without a message after which the connection is taken for dead
FIRST_WAIT, LONGEST_WAIT = 1.0, 300.0
BACK = 5_000_000  # microseconds before the last message: what came twice is known
MOST_MESSAGE = 1024 * 1024

InThread = Callable[[Callable[[], Any]], Awaitable[Any]]


class Streams:
    """One task for every stream on the register. The database is touched in the worker's own thread."""

    def __init__(self, in_thread: InThread, pipeline: LivePipeline) -> None:
        self._in_thread, self._pipeline = in_thread, pipeline
        self._tasks: dict[tuple[int, str, str], asyncio.Task[None]] = {}

    async def turn(self) -> None:
        """Begin to listen where a stream is new, and end where one was paused or changed."""
        rows = await self._in_thread(lambda: list(models.Source.objects.filter(active=True, adapter__in=carried(Carriage.STREAM))))
        wanted = {(row.pk, row.url, repr(row.options)): row for row in rows}
        for key in self._tasks.keys() - wanted.keys():
            self._tasks.pop(key).cancel()
        for key, row in wanted.items():
            if key not in self._tasks or self._tasks[key].done():
                self._tasks[key] = asyncio.create_task(self._listen(row))

    async def finish(self) -> None:
        """Stop listening. What was heard and not stored is asked for again by the cursor."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _listen(self, row: models.Source) -> None:
        wait = FIRST_WAIT
        while True:
            try:
                await self._hear(row)
                wait = FIRST_WAIT
            except asyncio.CancelledError:
                raise
            except Exception as error:
                log.warning("%s: %s", row.name, error if isinstance(error, Refusal) else type(error).__name__)
                refused = error if isinstance(error, Refusal) else _broken(row, error)
                await self._in_thread(partial(_failed, row.pk, refused))
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT)

    async def _hear(self, row: models.Source) -> None:
        """One connection, until it ends."""
        progress = await self._in_thread(lambda: models.Source.objects.get(pk=row.pk).progress)
        of = about(row, clock.now())
        url = URL(adapter(row.adapter).address(of))
        if progress.get("cursor"):
            url = url.update_query(cursor=str(max(int(progress["cursor"]) - BACK, 1)))
        connector = guarded_connector(allow_private=row.allow_private)
        agent = {"User-Agent": f"Huiying/{__version__}"}
        limit = aiohttp.ClientWSTimeout(ws_close=5)
        jar = aiohttp.DummyCookieJar()
        async with (
            aiohttp.ClientSession(connector=connector, headers=agent, trust_env=False, cookie_jar=jar) as session,
            session.ws_connect(url, max_msg_size=MOST_MESSAGE, heartbeat=SILENT / 2, timeout=limit) as ws,
        ):
            batch: list[Posted] = []
            loop = asyncio.get_running_loop()
            begun = heard = loop.time()
            while True:
                try:
                    came = await ws.receive(timeout=PATIENCE)
                except TimeoutError:
                    came = None
                if came is not None:
                    if came.type not in (aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY):
                        break
                    heard = loop.time()
                    data = came.data.encode("utf-8", "replace") if isinstance(came.data, str) else came.data
                    try:
                        posted = message(data, of)
                    except Refusal:  # one that cannot be read must not keep the others
                        posted = None
                    batch += [posted] if posted is not None else []
                if batch and (len(batch) >= BATCH or loop.time() - begun >= PATIENCE or came is None):
                    await self._store(row.pk, batch)
                    batch = []
                if not batch:
                    begun = loop.time()
                if loop.time() - heard >= SILENT:
                    raise FetchRefused("deadline", "%(url)s was silent for %(seconds)s seconds.", url=row.url, seconds=SILENT)
            if batch:
                await self._store(row.pk, batch)

    async def _store(self, pk: int, batch: list[Posted]) -> None:
        count = await self._in_thread(lambda: take_posts(self._pipeline, models.Source.objects.get(pk=pk), batch, clock.now()))
        if count:
            log.info("stream %d: %d new items", pk, count)


def take_posts(pipeline: LivePipeline, source: models.Source, batch: list[Posted], now: datetime) -> int:
    """Store what a watch finds among these posts, erase what was taken back, and remember how far the stream was heard: one transaction."""
    pipeline.use_current_setup(now)
    gone = [one.gone for one in batch if one.gone]
    found = [
        one.item for one in batch if one.item is not None and one.item.native_id not in gone and watched(pipeline, source, one.item, now)
    ]
    cursor = max((one.time_us for one in batch), default=0)
    progress = {**source.progress, "cursor": max(cursor, int(source.progress.get("cursor", 0)))}
    return take_raw(pipeline, source, found, gone=gone, changes={"progress": progress}, now=now)


def watched(pipeline: LivePipeline, source: models.Source, raw: RawItem, now: datetime) -> bool:
    """Whether a watch of the desk finds it. Where there is no watch, nothing of a stream is kept."""
    return bool(pipeline.state.watches.match(clean(raw, first_seen=now, zone=ZoneInfo(source.zone))))


def fail(pk: int, refused: Refusal, now: datetime) -> None:
    """Note on the source that its stream cannot be heard."""
    source = models.Source.objects.get(pk=pk)
    reason = refused.reason if isinstance(refused, FetchRefused) else "not_a_feed"
    values: dict[str, object] = {name: str(value) for name, value in refused.values.items()}
    note_failure(source, reason=reason, template=refused.template, values=values, due_at=source.due_at, now=now)


def _failed(pk: int, refused: Refusal) -> None:
    fail(pk, refused, clock.now())


def _broken(row: models.Source, error: Exception) -> FetchRefused:
    said = (str(error) or type(error).__name__)[:200]
    return FetchRefused("connect", "No connection to %(host)s: %(error)s.", host=URL(row.url).host or row.url, error=said.rstrip("."))
