"""Duty boards that stand open, each kept up to date as the desk's own script does it."""

from __future__ import annotations

import asyncio
import json
import re
import time

import aiohttp

PAUSE = 1.5  # seconds between two renewals of a section, as in live.js


class Board:
    """A duty board that stands open: it hears of entries of the record and renews the sections that they concern."""

    def __init__(self, http: aiohttp.ClientSession, url: str, cookie: str) -> None:
        self._http, self._url, self._headers = http, url, {"Cookie": f"sessionid={cookie}"}
        self.shown: list[tuple[int, float]] = []
        """Entries, and the time at which every section that they concern had been renewed."""

    async def watch(self) -> None:
        """Open it and keep it up to date."""
        async with self._http.get(f"{self._url}/desk/", headers=self._headers) as answer:
            page = await answer.text()
        stream = re.search(r'data-stream="([^"]+)"', page)
        assert stream is not None, "the board has no stream"
        sections = {path: on.split() for path, on in re.findall(r'data-live="([^"]+)" data-on="([^"]+)"', page)}
        waiting: dict[str, list[int]] = {path: [] for path in sections}
        left: dict[int, set[str]] = {}
        renewing = [asyncio.create_task(self._renew(path, waiting[path], left)) for path in sections]
        try:
            endless = aiohttp.ClientTimeout(total=None)
            async with self._http.get(self._url + stream[1].replace("&amp;", "&"), headers=self._headers, timeout=endless) as answer:
                async for line in answer.content:
                    if line.startswith(b"data: "):
                        row = json.loads(line[6:])
                        concerned = {path for path, on in sections.items() if row["type"].startswith(tuple(on))}
                        left[row["id"]] = set(concerned)
                        for path in concerned:
                            waiting[path].append(row["id"])
        finally:
            for one in renewing:
                one.cancel()

    async def _renew(self, path: str, waiting: list[int], left: dict[int, set[str]]) -> None:
        while True:
            if not waiting:
                await asyncio.sleep(0.02)
                continue
            rows, begun = list(waiting), time.monotonic()
            waiting.clear()
            async with self._http.get(self._url + path, headers=self._headers | {"X-Fragment": "1"}) as answer:
                await answer.read()
            for row in rows:
                left[row].discard(path)
                if not left[row]:
                    self.shown.append((row, time.time()))
            await asyncio.sleep(max(0.0, begun + PAUSE - time.monotonic()))
