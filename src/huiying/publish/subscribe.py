"""The second door by which something leaves the house: a request to a hub that it send us a feed (WebSub, W3C 2018, section 5.1).

It can say nothing: five fields of the standard, all of them made here from the register, to the hub that stands there.
"""

from __future__ import annotations

from datetime import timedelta

import aiohttp
from yarl import URL

from huiying import __version__
from huiying.store.keys import derived
from huiying.store.models import Source

SECONDS = 15


class NotAsked(Exception):
    """The hub did not take the request. `why` is short and holds no secret."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why[:200]


def token(source: Source) -> str:
    """The part of the callback's address that only the hub learns."""
    return derived("hub callback", source.pk, (source.progress.get("hub") or {}).get("topic", "")).hex()[:40]


def secret(source: Source) -> str:
    """What the hub signs its deliveries with."""
    return derived("hub secret", source.pk, (source.progress.get("hub") or {}).get("topic", "")).hex()


def fields(source: Source, *, base: str, lease: timedelta) -> dict[str, str]:
    """Everything that is said to the hub."""
    return {
        "hub.mode": "subscribe",
        "hub.topic": str(source.progress["hub"]["topic"]),
        "hub.callback": f"{base.rstrip('/')}/hooks/{source.pk}/hub/{token(source)}/",
        "hub.lease_seconds": str(int(lease.total_seconds())),
        "hub.secret": secret(source),
    }


async def ask(source: Source, *, base: str, lease: timedelta, connector: aiohttp.BaseConnector) -> None:
    """Ask the hub of a registered source for its feed. The connector decides which addresses may be reached; no redirect is followed.

    Raises NotAsked.
    """
    stored = await Source.objects.filter(pk=source.pk, active=True).afirst()
    if stored is None or not stored.progress.get("hub"):
        await connector.close()
        raise NotAsked("not on the register")
    hub = URL(str(stored.progress["hub"]["hub"]))
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    headers = {"User-Agent": f"Huiying/{__version__}"}
    try:
        async with (
            aiohttp.ClientSession(
                connector=connector, timeout=timeout, headers=headers, trust_env=False, cookie_jar=aiohttp.DummyCookieJar()
            ) as session,
            session.post(hub, data=fields(stored, base=base, lease=lease), allow_redirects=False) as answer,
        ):
            if answer.status != 202 and not 200 <= answer.status < 300:
                raise NotAsked(f"the hub answered {answer.status}")
    except (TimeoutError, aiohttp.ClientError, ValueError, OSError) as error:
        raise NotAsked(type(error).__name__ if not str(error) else str(error)) from None
