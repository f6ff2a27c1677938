"""Tells receivers what happened, each in the order of the record and one thing at a time, several receivers at once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from django.db.models import Q

from huiying import clock
from huiying.actions import receiver as acts
from huiying.publish.webhook import NotTaken, Telling, tell, telling, trial
from huiying.store.models import Entry, Receiver
from huiying.worker.address import guarded_connector

log = logging.getLogger(__name__)

AT_A_STRETCH = 100
"""Entries told to one receiver before the next turn looks whether it was paused or left."""
PATIENCE = 5.0  # seconds that a telling on its way has when the worker ends


class Receivers:
    """The database is touched in the worker's own thread (`in_thread`). One that is slow or broken keeps no other."""

    def __init__(self, in_thread: Callable[[Callable[[], Any]], Awaitable[Any]]) -> None:
        self._in_thread = in_thread
        self._tasks: dict[int, asyncio.Task[None]] = {}

    async def turn(self) -> None:
        """Set out to every receiver that is owed something. A fault here must not end the worker."""
        self._tasks = {pk: task for pk, task in self._tasks.items() if not task.done()}
        try:
            for row in await self._in_thread(_due):
                if row.pk not in self._tasks:
                    self._tasks[row.pk] = asyncio.create_task(self._serve(row.pk))
        except Exception:
            log.exception("the register of receivers could not be read; the next turn tries again")

    async def _serve(self, pk: int) -> None:
        try:
            asked = await self._in_thread(partial(_test, pk))
            if asked is not None:
                await self._try(*asked)
            for _ in range(AT_A_STRETCH):
                found = await self._in_thread(partial(_next, pk))
                if found is None or not await self._tell(*found):
                    return
        except Exception:
            log.exception("receiver %d could not be served; the next turn tries again", pk)

    async def _try(self, row: Receiver, told: Telling) -> None:
        trouble = ""
        try:
            await tell(told, connector=guarded_connector(allow_private=row.allow_private))
        except NotTaken as error:
            trouble = error.why
        await self._in_thread(partial(acts.tested, row, trouble, now=clock.now()))

    async def _tell(self, row: Receiver, entry: Entry, told: Telling) -> bool:
        try:
            await tell(told, connector=guarded_connector(allow_private=row.allow_private))
        except NotTaken as error:
            log.warning("receiver %s: %s", row.name, error.why)
            await self._in_thread(partial(acts.not_taken, row, error.why, gone=error.gone, now=clock.now()))
            return False
        await self._in_thread(partial(acts.taken, row, entry, now=clock.now()))
        return True

    async def finish(self) -> None:
        """Wait a little for what is on its way, so that it is not told a second time."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks.values(), timeout=PATIENCE)
            for task in late:
                task.cancel()


def _due() -> list[Receiver]:
    due = Q(active=True, due_at__lte=clock.now())
    rows = Receiver.objects.filter(due | Q(test_asked_at__isnull=False)).order_by("id")
    return [row for row in rows if row.test_asked_at is not None or acts.following(row) is not None]


def _test(pk: int) -> tuple[Receiver, Telling] | None:
    row = Receiver.objects.filter(pk=pk, test_asked_at__isnull=False).first()
    return (row, trial(row, clock.now())) if row else None


def _next(pk: int) -> tuple[Receiver, Entry, Telling] | None:
    row = Receiver.objects.filter(pk=pk, active=True, due_at__lte=clock.now()).first()
    entry = acts.following(row) if row else None
    return (row, entry, telling(row, entry, clock.now())) if row and entry else None
