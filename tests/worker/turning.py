"""Two turns of a part of the worker, waited for. As in the worker, one thread alone touches the database: here that of the test."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any


def turn(make: Callable[[Callable[[Callable[[], Any]], Any]], Any]) -> None:
    """`make` is given `in_thread` and makes what has `turn` and `finish`."""
    asked: queue.Queue[tuple[Callable[[], Any], Future[Any]] | None] = queue.Queue()

    async def in_thread(function: Callable[[], Any]) -> Any:
        answer: Future[Any] = Future()
        asked.put((function, answer))
        return await asyncio.wrap_future(answer)

    async def run() -> None:
        one = make(in_thread)
        await one.turn()
        await one.turn()
        await one.finish()

    def loop() -> None:
        try:
            asyncio.run(run())
        finally:
            asked.put(None)

    worker = threading.Thread(target=loop)
    worker.start()
    for function, answer in iter(asked.get, None):
        try:
            answer.set_result(function())
        except Exception as error:
            answer.set_exception(error)
    worker.join()
