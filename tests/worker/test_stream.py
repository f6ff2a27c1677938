"""A Jetstream server on loopback, played after its documentation, through the real client: filtered, resumed, and deletes obeyed."""

from __future__ import annotations

import asyncio
import json
import queue
import threading
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import web

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.desk import set_up
from huiying.actions.source import add_source
from huiying.actions.watch import add_watch
from huiying.core.types import Refusal
from huiying.store import models
from huiying.worker import stream
from huiying.worker.live import LivePipeline
from huiying.worker.stream import Streams

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
CANARY = "canaryhandle_7731"


def post(number: int, text: str, operation: str = "create", **more: object) -> str:
    """One message, shaped as the server's documentation shows it."""
    commit: dict[str, object] = {"rev": f"3l{number}", "operation": operation, "collection": "app.bsky.feed.post", "rkey": f"3k{number}"}
    if operation == "create":
        commit["record"] = {"$type": "app.bsky.feed.post", "createdAt": "2026-06-01T07:59:00Z", "langs": ["zh"], "text": text}
        commit["cid"] = "bafyreidc6sydkkbchcyg62v77wbhzvb2mvytlmsychqgwf2xojjtirmzj4"
    body = {"did": f"did:plc:{CANARY}", "time_us": 1_780_300_000_000_000 + number, "kind": "commit", "commit": commit}
    return json.dumps(body | more, ensure_ascii=False)


class Server:
    """Sends what it is told, and remembers how it was asked."""

    def __init__(self, *lines: str) -> None:
        self.lines, self.asked = list(lines), []
        self.url = ""

    async def __aenter__(self) -> Server:
        application = web.Application()
        application.router.add_get("/subscribe", self._serve)
        self._runner = web.AppRunner(application)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        assert site._server is not None
        self.url = f"ws://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _serve(self, request: web.Request) -> web.WebSocketResponse:
        self.asked.append(dict(request.query))
        answer = web.WebSocketResponse()
        await answer.prepare(request)
        for line in self.lines:
            await answer.send_str(line)
        await answer.close()
        return answer


InThread = Callable[[Callable[[], Any]], Awaitable[Any]]


def play(make: Callable[[InThread], Awaitable[None]]) -> None:
    """Run a story in an event loop of another thread; whatever touches the database comes back to this one and its transaction."""
    jobs: queue.Queue[tuple[Callable[[], Any], asyncio.Future[Any]] | None] = queue.Queue()
    troubles: list[BaseException] = []

    async def in_thread(function: Callable[[], Any]) -> Any:
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        jobs.put((function, future))
        return await future

    def run() -> None:
        try:
            asyncio.run(asyncio.wait_for(make(in_thread), 60))
        except BaseException as error:
            troubles.append(error)
        finally:
            jobs.put(None)

    thread = threading.Thread(target=run)
    thread.start()
    while (job := jobs.get(timeout=90)) is not None:
        function, future = job
        loop = future.get_loop()
        try:
            result = function()
        except BaseException as error:
            loop.call_soon_threadsafe(lambda future=future, error=error: future.done() or future.set_exception(error))
        else:
            loop.call_soon_threadsafe(lambda future=future, result=result: future.done() or future.set_result(result))
    thread.join()
    if troubles:
        raise troubles[0]


def desk(url: str) -> models.Source:
    set_up(OPERATOR, name_zh="澜川县人民政府", name_en="Lanchuan County", zone="Asia/Shanghai", places=["澜川"], now=NOW)
    add_watch(OPERATOR, name="停水", query="停水", now=NOW)
    return add_source(OPERATOR, name="Bluesky", url=url, kind="post", adapter="jetstream", allow_private=True, now=NOW)


@pytest.mark.django_db
def test_only_what_a_watch_finds_is_kept_and_what_is_deleted_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(stream, "FIRST_WAIT", 0.01)
    lines = [post(n, f"今天第{n}杯咖啡 @{CANARY}.bsky.example") for n in range(30)]
    lines[3:3] = [
        post(100, f"望澜镇停水了 @{CANARY}.bsky.example"),
        "{broken",
        post(101, "又停水了，不说了"),
        json.dumps({"did": f"did:plc:{CANARY}", "time_us": 5, "kind": "identity", "identity": {"handle": CANARY}}),
        post(101, "", "delete"),
    ]

    async def story(in_thread: InThread) -> None:
        async with Server(*lines) as server:
            row = await in_thread(lambda: desk(server.url))
            pipeline = LivePipeline()
            await in_thread(lambda: pipeline.load(NOW))
            streams = Streams(in_thread, pipeline)
            await streams.turn()
            while not await in_thread(lambda: models.Item.objects.exists()) or len(server.asked) < 2:
                await asyncio.sleep(0.02)
            assert "cursor" not in server.asked[0] and server.asked[0]["wantedCollections"] == "app.bsky.feed.post"
            resumed = int(server.asked[1]["cursor"])
            assert resumed == 1_780_300_000_000_101 - stream.BACK
            assert await in_thread(lambda: [item.text for item in models.Item.objects.all()]) == ["望澜镇停水了 @…"]
            # the delete comes later, on another connection
            server.lines = [post(200, "", "identity"), post(100, "", "delete")]
            while not await in_thread(lambda: models.Item.objects.filter(gone="withdrawn").exists()):
                await asyncio.sleep(0.02)
            await streams.finish()
            await in_thread(lambda: row.refresh_from_db())
            item = await in_thread(lambda: models.Item.objects.get())
            assert item.text == "" and row.progress["cursor"] >= 1_780_300_000_000_101
            # played once more from the cursor, it does not come back
            server.lines = lines[:5]
            streams = Streams(in_thread, pipeline)
            asked = len(server.asked)
            await streams.turn()
            while len(server.asked) < asked + 2:
                await asyncio.sleep(0.02)
            await streams.finish()
            assert await in_thread(lambda: models.Item.objects.count()) == 1

    play(story)
    said = str([vars(item) for item in models.Item.objects.all()]) + str(list(models.Source.objects.values_list("progress", flat=True)))
    assert CANARY not in said and models.Entry.objects.filter(type="items_withdrawn").count() == 1


@pytest.mark.django_db
def test_a_stream_that_cannot_be_heard_is_shown_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)

    async def story(in_thread: InThread) -> None:
        row = await in_thread(lambda: desk("ws://127.0.0.1:9"))
        await in_thread(lambda: models.Source.objects.filter(pk=row.pk).update(allow_private=False))
        streams = Streams(in_thread, LivePipeline())
        await streams.turn()
        while not await in_thread(lambda: models.Source.objects.filter(failures__gt=0).exists()):
            await asyncio.sleep(0.02)
        await streams.finish()

    play(story)
    trouble = models.Source.objects.get().trouble
    assert trouble["reason"] in ("private_address", "connect")
    with pytest.raises(Refusal, match="wss://"):
        add_source(OPERATOR, name="x", url="https://j.example", adapter="jetstream", now=NOW)
