"""The third door by which something leaves the house: an entry of the record, told to a program that stands on the register of receivers.

It is told that something happened and to what, never who did it nor what was written: a receiver asks the programming interface for that,
with a token and with no more than this token may see. Signed as Standard Webhooks 1.0.0 has it: HMAC-SHA256 over id, time and body, so that
a receiver can refuse what is not from here, what was changed, and what is old.
"""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

import aiohttp
import orjson
from yarl import URL

from huiying import __version__
from huiying.core.types import Refusal
from huiying.store.keys import derived
from huiying.store.models import Entry, Receiver

SECONDS = 15
GONE = 410


class NotTaken(Exception):
    """A receiver did not take what it was told. `why` holds no secret; `gone` where it wants to hear no more."""

    def __init__(self, why: str, *, gone: bool = False) -> None:
        super().__init__(why)
        self.why, self.gone = why[:200], gone


@dataclass(frozen=True)
class Telling:
    """One request: where to, and everything that is said. Made by `telling` and `trial` alone."""

    url: str
    headers: dict[str, str]
    body: bytes


def key(receiver: Receiver) -> str:
    """What its requests are signed with, as receivers want it: whsec_ and 32 bytes in base64."""
    return "whsec_" + base64.b64encode(derived("receiver", receiver.pk, receiver.turn)).decode()


def telling(receiver: Receiver, entry: Entry, now: datetime) -> Telling:
    """What a receiver is told of an entry. The id is the same however often it is sent."""
    data = {"entry": entry.id, "subject": entry.subject, "by": entry.actor_kind, "hash": entry.hash}
    return _signed(receiver, f"entry_{entry.id}", {"type": entry.type, "timestamp": entry.at, "data": data}, now)


def trial(receiver: Receiver, now: datetime) -> Telling:
    """A request that tells nothing, to see whether it arrives."""
    return _signed(receiver, f"test_{int(now.timestamp())}", {"type": "test", "timestamp": now.isoformat(), "data": {}}, now)


def _signed(receiver: Receiver, name: str, said: dict[str, object], now: datetime) -> Telling:
    body, at = orjson.dumps(said), str(int(now.timestamp()))
    headers = {
        "Content-Type": "application/json",
        "User-Agent": f"Huiying/{__version__}",
        "webhook-id": name,
        "webhook-timestamp": at,
        "webhook-signature": signature(key(receiver), name, at, body),
    }
    return Telling(receiver.url, headers, body)


def signature(key: str, name: str, at: str, body: bytes) -> str:
    """The value of webhook-signature for an id, a time in seconds since 1970 and a body."""
    made = hmac.new(base64.b64decode(key.removeprefix("whsec_")), b".".join((name.encode(), at.encode(), body)), sha256).digest()
    return "v1," + base64.b64encode(made).decode()


async def tell(told: Telling, *, connector: aiohttp.BaseConnector) -> None:
    """Tell. The connector decides which addresses may be reached; no redirect is followed, no answer read. Raises NotTaken."""
    timeout, jar = aiohttp.ClientTimeout(total=SECONDS), aiohttp.DummyCookieJar()
    try:
        async with (
            aiohttp.ClientSession(connector=connector, timeout=timeout, trust_env=False, cookie_jar=jar) as session,
            session.post(URL(told.url), data=told.body, headers=told.headers, allow_redirects=False) as answer,
        ):
            if not 200 <= answer.status < 300:
                raise NotTaken(f"it answered {answer.status}", gone=answer.status == GONE)
    except Refusal as refused:
        raise NotTaken(str(refused)) from None
    except (aiohttp.ClientError, TimeoutError, ValueError, OSError) as error:
        raise NotTaken(type(error).__name__) from None
