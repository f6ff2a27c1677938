"""The worker: reads the sources that are due, reminds of what waits, notifies staff, and keeps the pipeline."""

from __future__ import annotations

import asyncio
import fcntl
import logging
import signal
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

from django.db import close_old_connections
from django.utils.translation import override

from huiying import clock, settings
from huiying.actions.case_words import index_cases
from huiying.actions.due import pass_on
from huiying.actions.forecast import renew, score
from huiying.actions.ringing import remind
from huiying.actions.search import index_new
from huiying.actions.trial import finish, within
from huiying.actions.visit import Visit
from huiying.core.collect.adapter import Carriage
from huiying.core.collect.adapters import carried
from huiying.core.types import RawItem, Refusal
from huiying.store import models
from huiying.worker.arrivals import Arrivals, take_letters
from huiying.worker.backtests import Backtests
from huiying.worker.cadence import Cadence
from huiying.worker.child import Children
from huiying.worker.courier import Courier
from huiying.worker.fetch import Fetcher
from huiying.worker.hubs import Hubs
from huiying.worker.intake import Outcome, fail, take, take_quiet, unknown
from huiying.worker.listen import Listening
from huiying.worker.live import LivePipeline
from huiying.worker.look import SecondLook
from huiying.worker.mailbox import fetch_letters
from huiying.worker.pace import Pace
from huiying.worker.queue import due_sources
from huiying.worker.reading import read
from huiying.worker.receivers import Receivers
from huiying.worker.refused import FetchRefused
from huiying.worker.retention import Retention
from huiying.worker.stream import Streams
from huiying.worker.timers import Timers
from huiying.worker.trials import attempt, refusal_of

log = logging.getLogger(__name__)
T = TypeVar("T")

TRIALS_AT_ONCE = 3
QUIET_EVERY = 1.0  # seconds between two notes of what brought nothing
HURRY_EVERY = 5.0  # seconds between two looks at what is urgent
WHOLE = 120.0  # seconds for all bodies of one reading
INDEX_EVERY = 60.0  # seconds between two readings of cases that grew
LOOK_EVERY = 0.5  # seconds between two looks at what is due
SHORTEST = 0.1
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
        self._timers = Timers()
        self._retention = Retention()
        self._arrivals = Arrivals()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="intake")
        self._letters = ThreadPoolExecutor(max_workers=2, thread_name_prefix="letters")
        self._cadence = Cadence()
        self._busy: set[int] = set()
        self._trying: set[int] = set()
        self._hosts: set[str] = set()
        self._quiet: list[Outcome] = []
        self._woken = asyncio.Event()
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
            loop.add_signal_handler(number, self._stop)
        await self._in_thread(lambda: self.pipeline.load(clock.now()))
        log.info("worker started")
        tasks: set[asyncio.Task[None]] = set()
        reminded = looked = tried = foretold = indexed = listened = noted = hurried = sent = hubbed = 0.0
        courier, receivers = Courier(self._in_thread), Receivers(self._in_thread)
        hubs, streams = Hubs(self._in_thread), Streams(self._in_thread, self.pipeline)
        pace = Pace(settings.number("HUIYING_HOST_PAUSE"))
        contact = settings.value("HUIYING_CONTACT")
        async with Fetcher(contact=contact, pace=pace) as fetcher, Children(self.pipeline.secret) as children:
            while not self._stopping.is_set():
                self._woken.clear()
                if loop.time() - hurried >= HURRY_EVERY:
                    hurried = loop.time()
                    await self._in_thread(lambda: self._cadence.look(clock.now()))
                free = int(settings.number("HUIYING_FETCHES")) - len(tasks)
                resting = self._hosts | pace.resting(LOOK_EVERY)
                for row in await self._in_thread(lambda free=free, resting=resting: self._due(free, resting)):  # type: ignore[misc]
                    self._busy.add(row.pk)
                    self._hosts.add(row.host)
                    task = asyncio.create_task(self._read(fetcher, children, row))
                    tasks.add(task)
                    task.add_done_callback(tasks.discard)
                if self._quiet and loop.time() - noted >= QUIET_EVERY:
                    noted = loop.time()
                    await self._note_quiet()
                # a time-lapse would remind of everything at once
                if loop.time() - reminded >= REMIND_EVERY and clock.speed() == 1.0:
                    reminded = loop.time()
                    await self._in_thread(lambda: (remind(clock.now()), pass_on(clock.now()), self._timers.look(clock.now())))
                if loop.time() - tried >= TRY_EVERY:
                    tried = loop.time()
                    await self._in_thread(self._backtests.look)
                if loop.time() - sent >= LOOK_EVERY:
                    sent = loop.time()
                    await courier.turn()
                    await receivers.turn()
                    await self._in_thread(index_new)
                    for trial in await self._in_thread(self._waiting):
                        self._trying.add(trial.pk)
                        task = asyncio.create_task(self._try(fetcher, children, trial))
                        tasks.add(task)
                        task.add_done_callback(tasks.discard)
                    if await self._in_thread(lambda: self._arrivals.take(self.pipeline, clock.now())):
                        log.info("arrivals were taken in")
                if loop.time() - hubbed >= HUBS_EVERY:
                    hubbed = loop.time()
                    await hubs.turn()
                    await streams.turn()
                if loop.time() - foretold >= FORETELL_EVERY:
                    foretold = loop.time()
                    await self._in_thread(lambda: (score(clock.now()), renew(clock.now())))
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
                    # a place that becomes free while others wait is taken at once, though not more than ten times a second
                    await asyncio.wait_for(self._woken.wait(), LOOK_EVERY)
                except TimeoutError:
                    continue
                await asyncio.sleep(SHORTEST)
            await courier.finish()
            await receivers.finish()
            await streams.finish()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        await self._note_quiet()
        self._backtests.stop()
        await self._in_thread(lambda: self.pipeline.keep(clock.now()))
        self._thread.shutdown()
        self._letters.shutdown(wait=False, cancel_futures=True)
        log.info("worker stopped")

    def _stop(self) -> None:
        self._stopping.set()
        self._woken.set()

    def _due(self, free: int, hosts: Collection[str]) -> list[models.Source]:
        return due_sources(clock.now(), most=free, busy=self._busy, hosts=hosts)

    async def _note_quiet(self) -> None:
        """Note what was read and brought nothing; until then these sources are in hand."""
        outcomes, self._quiet = self._quiet, []
        if not outcomes:
            return
        try:
            await self._in_thread(lambda: take_quiet(outcomes, clock.now(), cadence=self._cadence))
        except Exception:
            log.exception("%d readings that brought nothing could not be noted; they are read again", len(outcomes))
        finally:
            self._busy.difference_update(outcome.source for outcome in outcomes)

    def _waiting(self) -> list[models.Trial]:
        free = TRIALS_AT_ONCE - len(self._trying)
        return list(models.Trial.objects.filter(state="queued").exclude(pk__in=self._trying).order_by("id")[: max(free, 0)])

    async def _try(self, fetcher: Fetcher, children: Children, trial: models.Trial) -> None:
        try:
            private = await self._in_thread(lambda: within(trial.url))
            result = await attempt(trial.url, zone=trial.zone, private=private, fetcher=fetcher, now=clock.now(), parse=children.parse)
        except Exception:
            log.exception("trial %d broke off", trial.pk)
            result = refusal_of(Refusal("The address could not be tried; the log says why."))
        await self._in_thread(lambda: finish(trial, result, now=clock.now()))
        self._trying.discard(trial.pk)

    async def _unknown(self, raws: Sequence[RawItem]) -> frozenset[int]:
        return await self._in_thread(lambda: unknown(raws))

    async def _read(self, fetcher: Fetcher, children: Children, row: models.Source) -> None:
        waits = False
        try:
            if row.adapter in carried(Carriage.MAILBOX):
                post = await fetch_letters(row, self._letters, clock.now(), parse=children.parse)
                await self._in_thread(lambda: take_letters(self.pipeline, row.pk, post, clock.now()))
                return
            outcome = await self._fetched(fetcher, children, row)
            self._hosts.discard(row.host)
            self._woken.set()
            if outcome.quiet:
                self._quiet.append(outcome)
                waits = True
                return
            count = await self._in_thread(lambda: take(self.pipeline, outcome, clock.now(), cadence=self._cadence))
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
            self._hosts.discard(row.host)
            if not waits:
                self._busy.discard(row.pk)

    async def _fetched(self, fetcher: Fetcher, children: Children, row: models.Source) -> Outcome:
        try:
            async with asyncio.timeout(WHOLE):
                return await read(
                    row, fetcher=fetcher, now=clock.now(), parse=children.parse, mark=self.pipeline.door.mark, unknown=self._unknown
                )
        except TimeoutError:
            refused = FetchRefused("deadline", "%(url)s was not complete after %(seconds)s seconds.", url=row.url, seconds=WHOLE)
            return Outcome(row.pk, refusal=refused, ms=round(WHOLE * 1000))


def postpone(source: int, now: datetime) -> None:
    """After a fault of our own: try the source again later rather than at once for ever."""
    refused = Refusal("What was read could not be stored; the log says why.")
    fail(models.Source.objects.get(pk=source), refused, reason="internal", now=now, visit=Visit("failed", "internal"))


def run() -> None:
    """Run the worker in this process. There is one worker a desk: a second would decide on items the first does not know of."""
    with (settings.HOME / "worker.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Refusal("A worker already runs for the desk in %(home)s. End it first.", home=settings.HOME) from error
        asyncio.run(Worker().run())
