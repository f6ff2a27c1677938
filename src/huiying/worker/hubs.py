"""Asking the hubs of feeds for their deliveries, and again before a lease is over."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from huiying import clock, settings
from huiying.actions import hub as acts
from huiying.publish.subscribe import Asking, NotAsked, ask, asking
from huiying.store.models import Source
from huiying.worker.address import guarded_connector

log = logging.getLogger(__name__)


class Hubs:
    """The database is touched in the worker's own thread."""

    def __init__(self, in_thread: Callable[[Callable[[], Any]], Awaitable[Any]]) -> None:
        self._in_thread = in_thread

    async def turn(self) -> None:
        """Ask every hub whose time has come. One that cannot be reached is asked again in some hours; its feed is read meanwhile."""
        base = settings.value("HUIYING_PUBLIC_URL")
        for source in await self._in_thread(_due):
            if not base:
                log.warning("%s: no hub can be asked while HUIYING_PUBLIC_URL is not set", source.name)
                continue
            try:
                wanted = await self._in_thread(partial(_asking, source, base))
                await ask(wanted, connector=guarded_connector(allow_private=source.allow_private))
            except NotAsked as refused:
                log.warning("%s: the hub was not asked: %s", source.name, refused.why)


def _asking(source: Source, base: str) -> Asking:
    acts.asked(source, now=clock.now())
    return asking(source, base=base, lease=acts.LEASE)


def _due() -> list[Source]:
    now = clock.now()
    return [row for row in Source.objects.filter(active=True).exclude(progress={}) if acts.due(row, now)]
