"""One request at a time to a host, with a rest between two of them, and none while it asked to be left alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from huiying.worker.refused import FetchRefused

MOST_DELAY = 60.0  # seconds; a longer Crawl-delay counts as this much
MOST_REST = 24 * 3600.0
PATIENCE = 60.0  # seconds; whoever waits longer for a host comes back another time
HOSTS = 20_000


class Pace:
    """Owned by the event loop. `pause`: the least seconds between two requests to a host; this very machine needs none."""

    def __init__(self, pause: float, *, spare_loopback: bool = True) -> None:
        self._pause, self._spare = max(0.0, pause), spare_loopback
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._delays: dict[str, float] = {}
        self._next: dict[str, float] = {}

    def delay(self, host: str) -> float:
        """The seconds between two requests to a host."""
        if self._spare and (host in ("localhost", "::1") or host.startswith("127.")):
            return 0.0
        return max(self._pause, self._delays.get(host, 0.0))

    def asked(self, host: str, seconds: float | None) -> None:
        """The host's robots.txt asks for so many seconds between two requests."""
        if seconds:
            self._delays[host] = min(seconds, MOST_DELAY)
            _bound(self._delays)
        else:
            self._delays.pop(host, None)

    def hold(self, host: str, seconds: float) -> None:
        """The host wants to be left alone for so long."""
        until = asyncio.get_running_loop().time() + min(seconds, MOST_REST)
        self._next[host] = max(until, self._next.get(host, 0.0))

    def rest(self, host: str) -> float:
        """For how many seconds nothing may be asked of a host."""
        return max(0.0, self._next.get(host, 0.0) - asyncio.get_running_loop().time())

    def resting(self, over: float) -> set[str]:
        """The hosts of which nothing may be asked for longer than `over` seconds."""
        until = asyncio.get_running_loop().time() + over
        return {host for host, at in self._next.items() if at > until}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until it is one's turn at a host; refuses to wait for more than a minute."""
        lock = self._locks.setdefault(host, asyncio.Lock())
        loop = asyncio.get_running_loop()
        latest = loop.time() + PATIENCE
        try:
            async with asyncio.timeout_at(latest):
                await lock.acquire()
        except TimeoutError:
            raise _later(host) from None
        try:
            if loop.time() + self.rest(host) > latest:
                raise _later(host)
            await asyncio.sleep(self.rest(host))
            try:
                yield
            finally:
                self._next[host] = max(loop.time() + self.delay(host), self._next.get(host, 0.0))
                if len(self._next) > HOSTS:
                    self._next = {name: at for name, at in self._next.items() if at > loop.time()}
        finally:
            lock.release()


def _later(host: str) -> FetchRefused:
    return FetchRefused("busy", "It was not this source's turn at %(host)s within a minute. It is tried again.", host=host)


def _bound(table: dict[str, float]) -> None:
    while len(table) > HOSTS:
        del table[next(iter(table))]
