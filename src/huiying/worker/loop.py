"""The worker: reads the sources that are due, reminds of what waits, notifies staff, and keeps the pipeline."""

from __future__ import annotations

import asyncio
import fcntl
import logging
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

from django.db import close_old_connections
from django.utils.translation import override

from huiying import clock, settings
from huiying.actions.case_words import index_cases
from huiying.actions.forecast import renew, score
from huiying.actions.ringing import remind
from huiying.core.collect.adapter import Carriage
from huiying.core.collect.adapters import carried
from huiying.core.types import Refusal
from huiying.store import models
from huiying.worker.arrivals import take_arrivals, take_letters
from huiying.worker.backtests import Backtests
from huiying.worker.courier import Courier
from huiying.worker.fetch import Fetcher
from huiying.worker.hubs import Hubs
from huiying.worker.intake import fail, take
from huiying.worker.listen import Listening
from huiying.worker.live import LivePipeline
from huiying.worker.look import SecondLook
from huiying.worker.mailbox import fetch_letters
from huiying.worker.reading import read
from huiying.worker.refused import FetchRefused
from huiying.worker.retention import Retention
from huiying.worker.stream import Streams

log = logging.getLogger(__name__)
T = TypeVar("T")

FETCHES_AT_ONCE = 20
INDEX_EVERY = 60.0  # seconds between two readings of cases that grew
LOOK_EVERY = 0.5  # seconds between two looks at what is due
REMIND_EVERY = 5.0  # seconds between two looks at waiting warnings
TRY_EVERY = 1.0  # seconds between two looks at the backtests
FORETELL_EVERY = 5.0  # seconds between two looks at forecasts
HUBS_EVERY = 30.0  # seconds between two looks at the leases of hubs
REST = 2.0  # seconds of the machine between two second looks, however fast the desk's clock runs


class Worker:
    """One process, one pipeline: the network in the event loop, everything that touches the database in one thread."""

    def __init__(self) -> None:
        self.pipeline = LivePipeline()
        self._look = SecondLook()
        self._backtests = Backtests()
        self._listening = Listening()
        self._retention = Retention()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="intake")
        self._letters = ThreadPoolExecutor(max_workers=2, thread_name_prefix="letters")
        self._busy: set[int] = set()
        self._stopping = asyncio.Event()

    async def _in_thread(self, function: Callable[[], T]) -> T:
        def run() -> T:
            close_old_connections()
            with override("en"):
                return function()

        return await asyncio.get_running_loop().run_in_executor(self._thread, run)

    async def run(self) -> None:
        """Work until SIGINT or SIGTERM; then finish what is in hand and keep a snapshot."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._stopping.set)
        await self._in_thread(lambda: self.pipeline.load(clock.now()))
        log.info("worker started")
        tasks: set[asyncio.Task[None]] = set()
        reminded = looked = tried = foretold = indexed = listened = hubbed = 0.0
        courier, hubs, streams = Courier(self._in_thread), Hubs(self._in_thread), Streams(self._in_thread, self.pipeline)
        async with Fetcher(contact=settings.value("HUIYING_CONTACT")) as fetcher:
            while not self._stopping.is_set():
                for row in await self._in_thread(self._due):
                    self._busy.add(row.pk)
                    task = asyncio.create_task(self._read(fetcher, row))
                    tasks.add(task)
                    task.add_done_callback(tasks.discard)
                # a time-lapse would remind of everything at once
                if loop.time() - reminded >= REMIND_EVERY and clock.speed() == 1.0:
                    reminded = loop.time()
                    await self._in_thread(lambda: remind(clock.now()))
                if loop.time() - tried >= TRY_EVERY:
                    tried = loop.time()
                    await self._in_thread(self._backtests.look)
                await courier.turn()
                if loop.time() - hubbed >= HUBS_EVERY:
                    hubbed = loop.time()
                    await hubs.turn()
                    await streams.turn()
                if loop.time() - foretold >= FORETELL_EVERY:
                    foretold = loop.time()
                    await self._in_thread(lambda: (score(clock.now()), renew(clock.now())))
                if await self._in_thread(lambda: take_arrivals(self.pipeline, clock.now())):
                    log.info("arrivals were taken in")
                if await self._in_thread(lambda: self._retention.due(clock.now())):
                    await self._in_thread(lambda: self._retention.take(self.pipeline, clock.now()))
                if loop.time() - indexed >= INDEX_EVERY:
                    indexed = loop.time()
                    await self._in_thread(index_cases)
                if loop.time() - looked >= REST and self._look.due(self.pipeline, clock.now()):
                    looked = loop.time()
                    count = await self._in_thread(lambda: self._look.take(self.pipeline, clock.now()))
                    log.info("second look: %d new proposals", count)
                if loop.time() - listened >= REST and self._listening.due(clock.now()):
                    listened = loop.time()
                    await self._in_thread(lambda: self._listening.take(clock.now()))
                try:
                    await asyncio.wait_for(self._stopping.wait(), LOOK_EVERY)
                except TimeoutError:
                    continue
            await courier.finish()
            await streams.finish()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        self._backtests.stop()
        await self._in_thread(lambda: self.pipeline.keep(clock.now()))
        self._thread.shutdown()
        self._letters.shutdown(wait=False, cancel_futures=True)
        log.info("worker stopped")

    def _due(self) -> list[models.Source]:
        now = clock.now()
        free = FETCHES_AT_ONCE - len(self._busy)
        rows = models.Source.objects.filter(active=True, due_at__lte=now, adapter__in=carried(Carriage.FETCHED, Carriage.MAILBOX)).exclude(
            pk__in=self._busy
        )
        rows = rows.order_by("due_at", "id")
        return list(rows[: max(free, 0)])

    async def _read(self, fetcher: Fetcher, row: models.Source) -> None:
        try:
            if row.adapter in carried(Carriage.MAILBOX):
                post = await fetch_letters(row, self._letters, clock.now())
                count = await self._in_thread(lambda: take_letters(self.pipeline, row.pk, post, clock.now()))
            else:
                outcome = await read(row, fetcher=fetcher, door=self.pipeline.door, now=clock.now())
                count = await self._in_thread(lambda: take(self.pipeline, outcome, clock.now()))
            if count:
                log.info("%s: %d new items", row.name, count)
        except asyncio.CancelledError:
            raise
        except FetchRefused as refused:
            gone = refused
            await self._in_thread(lambda: fail(models.Source.objects.get(pk=row.pk), gone, reason=gone.reason, now=clock.now()))
        except Exception:
            log.exception("%s could not be taken in", row.name)
            await self._in_thread(lambda: postpone(row.pk, clock.now()))
        finally:
            self._busy.discard(row.pk)


def postpone(source: int, now: datetime) -> None:
    """After a fault of our own: try the source again later rather than at once for ever."""
    fail(models.Source.objects.get(pk=source), Refusal("What was read could not be stored; the log says why."), reason="internal", now=now)


def run() -> None:
    """Run the worker in this process. There is one worker a desk: a second would decide on items the first does not know of."""
    with (settings.HOME / "worker.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Refusal("A worker already runs for the desk in %(home)s. End it first.", home=settings.HOME) from error
        asyncio.run(Worker().run())
