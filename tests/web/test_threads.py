"""Pages are made in a few threads that stay; one that takes long holds up no other, and live streams take no place."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from asgiref.sync import sync_to_async

from huiying.web.threads import Threads


async def _nothing(*_: Any) -> dict[str, Any]:
    return {}


def _http(path: str = "/") -> dict[str, Any]:
    return {"type": "http", "path": path}


def test_many_requests_share_few_threads() -> None:
    seen: set[int] = set()

    async def page(scope: Any, receive: Any, send: Any) -> None:
        seen.add(await sync_to_async(threading.get_ident)())

    async def run() -> None:
        served = Threads(page, 3)
        for _ in range(5):
            await asyncio.gather(*(served(_http(), _nothing, _nothing) for _ in range(8)))
        assert served._busy == [0, 0, 0]

    asyncio.run(run())
    assert 2 <= len(seen) <= 3


def test_a_slow_page_and_open_streams_hold_up_no_other() -> None:
    go_on, begun = threading.Event(), threading.Event()

    def slow() -> None:
        begun.set()
        assert go_on.wait(20)

    async def page(scope: Any, receive: Any, send: Any) -> None:
        if scope["path"] == "/slow":
            await sync_to_async(slow)()
        elif scope["path"] == "/live":
            await send({"type": "http.response.start", "status": 200, "headers": [(b"Content-Type", b"text/event-stream")]})
            await asyncio.sleep(3600)
        else:
            await sync_to_async(threading.get_ident)()

    async def run() -> None:
        served = Threads(page, 2)
        streams = [asyncio.create_task(served(_http("/live"), _nothing, _nothing)) for _ in range(9)]
        await asyncio.sleep(0)
        held = asyncio.create_task(served(_http("/slow"), _nothing, _nothing))
        await asyncio.to_thread(begun.wait, 20)
        assert sum(served._busy) == 1
        for _ in range(5):
            await asyncio.wait_for(served(_http(), _nothing, _nothing), 10)
        go_on.set()
        await held
        for one in streams:
            one.cancel()
        await asyncio.gather(*streams, return_exceptions=True)
        assert served._busy == [0, 0]

    asyncio.run(run())
