"""Carries what stands in the outbox to its channels, several at a time, one message a channel."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from huiying import clock
from huiying.actions import outbox
from huiying.publish.notify.send import Message, NotSent, send
from huiying.web.letter import letter

log = logging.getLogger(__name__)

AT_ONCE = 4
PATIENCE = 15.0  # seconds that a message on its way has when the worker ends

InThread = Callable[[Callable[[], Any]], Awaitable[Any]]


class Courier:
    """The database is touched in the worker's own thread (`in_thread`), the network in threads of the courier's."""

    def __init__(self, in_thread: InThread) -> None:
        self._in_thread = in_thread
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="notify")
        self._busy: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def turn(self) -> None:
        """Look at the record, fill the outbox, and set out with what is due. A fault here must not end the worker."""
        try:
            await self._in_thread(lambda: outbox.fill(clock.now()))
            for parcel, message in await self._in_thread(self._pick):
                self._busy.add(parcel.channel.pk)
                task = asyncio.create_task(self._carry(parcel, message))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        except Exception:
            log.exception("the outbox could not be read; the next turn tries again")

    def _pick(self) -> list[tuple[outbox.Parcel, Message]]:
        now, written = clock.now(), []
        for parcel in outbox.pick(now, busy=self._busy):
            try:
                written.append((parcel, letter(parcel.notices, now)))
            except Exception as error:
                # one that cannot be written must not keep the others
                log.exception("a notification could not be written")
                outbox.failed(parcel, type(error).__name__, now)
        return written

    async def _carry(self, parcel: outbox.Parcel, message: Message) -> None:
        try:
            trouble = await asyncio.get_running_loop().run_in_executor(self._threads, deliver, parcel, message)
            if trouble:
                log.warning("notification %s: %s", parcel.channel.name, trouble)
                await self._in_thread(lambda: outbox.failed(parcel, trouble, clock.now()))
            else:
                await self._in_thread(lambda: outbox.sent(parcel, clock.now()))
        except Exception:
            log.exception("what became of a notification could not be stored; it is tried again")
        finally:
            self._busy.discard(parcel.channel.pk)

    async def finish(self) -> None:
        """Wait a little for what is on its way, so that it is not sent a second time."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=PATIENCE)
        self._threads.shutdown(wait=False, cancel_futures=True)


def deliver(parcel: outbox.Parcel, message: Message) -> str:
    """Send one message; what went wrong, or nothing."""
    from django.db import close_old_connections

    close_old_connections()
    try:
        send(parcel.channel, message)
    except NotSent as failed:
        return failed.why
    except Exception as error:
        return type(error).__name__
    return ""
