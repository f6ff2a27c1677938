"""The threads that pages are made in: a few that stay, each with its own open connection to the database and the pages that it has read.

Django makes a thread for every request, so that every request opens the database anew; that costs more than many a page does.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from asgiref.sync import ThreadSensitiveContext

from huiying.web.bodies import Application, Message, Receive, Send

COUNT = 4


class Threads:
    """An application whose synchronous code runs in one of `count` threads, the one with the fewest requests; a live stream is none."""

    def __init__(self, application: Application, count: int = COUNT) -> None:
        self._application = application
        self._threads = [ThreadPoolExecutor(1, thread_name_prefix=f"page-{number}") for number in range(count)]
        self._busy = [0] * count

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        chosen, counted = min(range(len(self._busy)), key=self._busy.__getitem__), True
        self._busy[chosen] += 1

        async def watched(message: Message) -> None:
            nonlocal counted
            if counted and message["type"] == "http.response.start" and (b"Content-Type", b"text/event-stream") in message["headers"]:
                counted = False
                self._busy[chosen] -= 1
            await send(message)

        try:
            async with ThreadSensitiveContext(executor=self._threads[chosen]):
                await self._application(scope, receive, watched)
        finally:
            self._busy[chosen] -= counted
