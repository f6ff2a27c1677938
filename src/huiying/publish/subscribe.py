"""The second door by which something leaves the house: a request to a hub that it send us a feed (WebSub, W3C 2018, section 5.1).

It can say nothing: five fields of the standard, all of them made here from the register, to the hub that stands there.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Asking:
    """One request to one hub: where to, and everything that is said. Made by `asking` alone."""

    hub: str
    fields: dict[str, str]


def asking(source: Source, *, base: str, lease: timedelta) -> Asking:
    """The request to the hub that stands on the register for this source now. Raises NotAsked where none does."""
    stored = Source.objects.filter(pk=source.pk, active=True).first()
    if stored is None or not stored.progress.get("hub"):
        raise NotAsked("not on the register")
    return Asking(
        hub=str(stored.progress["hub"]["hub"]),
        fields={
            "hub.mode": "subscribe",
            "hub.topic": str(stored.progress["hub"]["topic"]),
            "hub.callback": f"{base.rstrip('/')}/hooks/{stored.pk}/hub/{token(stored)}/",
            "hub.lease_seconds": str(int(lease.total_seconds())),
            "hub.secret": secret(stored),
        },
    )


async def ask(wanted: Asking, *, connector: aiohttp.BaseConnector) -> None:
    """Ask. The connector decides which addresses may be reached; no redirect is followed. Raises NotAsked."""
    timeout, jar = aiohttp.ClientTimeout(total=SECONDS), aiohttp.DummyCookieJar()
    headers = {"User-Agent": f"Huiying/{__version__}"}
    try:
        async with (
            aiohttp.ClientSession(connector=connector, timeout=timeout, headers=headers, trust_env=False, cookie_jar=jar) as session,
            session.post(URL(wanted.hub), data=wanted.fields, allow_redirects=False) as answer,
        ):
            if not 200 <= answer.status < 300:
                raise NotAsked(f"the hub answered {answer.status}")
    except (aiohttp.ClientError, TimeoutError, ValueError, OSError) as error:
        raise NotAsked(str(error) or type(error).__name__) from None
