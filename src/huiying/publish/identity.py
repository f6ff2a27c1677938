"""The fourth door by which something leaves the house: asking the body's own identity provider who somebody is (OpenID Connect).

It can say nothing but the fields of the standard: the code that the provider itself gave out a moment ago, and who is asking. Three
requests, all to the host of the issuer that stands in the settings; no redirect is followed.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore
from time import monotonic
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote_plus

import aiohttp
import orjson
from yarl import URL

from huiying import __version__
from huiying.core.identity import Endpoints, Provider, Unfit, description_of, endpoints

T = TypeVar("T")
SECONDS = 8.0  # for all requests of one step together
MOST_BYTES = 256 * 1024
KEPT, KEPT_DOWN = 300.0, 5.0  # seconds that a description holds, and that a provider counts as away
# Pages are made by few threads: a provider that does not answer may hold no more than these of them.
AT_ONCE = 2
_room = BoundedSemaphore(AT_ONCE)
_hands = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="identity")
_known: dict[Provider, tuple[float, Endpoints | None]] = {}


class NotAnswered(Exception):
    """The provider could not be asked now. `why` is for the log and holds no secret."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why[:200]


class Redeemed(NamedTuple):
    """What a code was good for: an ID token that nobody has checked yet, and the keys that the provider signs with now."""

    token: str
    keys: dict[str, Any]


def described(provider: Provider) -> Endpoints:
    """Where the provider is asked for what; remembered for a few minutes. Raises NotAnswered, Unfit."""
    until, found = _known.get(provider, (0.0, None))
    if monotonic() < until:
        if found is None:
            raise NotAnswered("it did not answer a moment ago")
        return found
    try:
        found = endpoints(provider, _within(_get(description_of(provider))))
    except NotAnswered:
        _known[provider] = monotonic() + KEPT_DOWN, None
        raise
    _known[provider] = monotonic() + KEPT, found
    return found


def redeemed(provider: Provider, at: Endpoints, *, code: str, verifier: str, back: str) -> Redeemed:
    """Give a code in for an ID token. The keys are asked for every time: a new one works, and one taken back does not. Raises as above."""
    return _within(_redeem(provider, at, code, verifier, back))


async def _redeem(provider: Provider, at: Endpoints, code: str, verifier: str, back: str) -> Redeemed:
    fields = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": verifier}
    headers = {}
    if at.by_post:
        fields |= {"client_id": provider.client, "client_secret": provider.secret}
    else:
        # RFC 6749, section 2.3.1: both are encoded as in a form before they become a user name and a password
        pair = f"{quote_plus(provider.client)}:{quote_plus(provider.secret)}"
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
    async with _session() as session:
        async with session.post(URL(at.token, encoded=True), data=fields, headers=headers, allow_redirects=False) as answer:
            said = await _read(answer)
        async with session.get(URL(at.keys, encoded=True), allow_redirects=False) as answer:
            keys = await _read(answer)
    token = said.get("id_token")
    if not isinstance(token, str) or not token.isascii():
        raise Unfit("it gave no ID token")
    return Redeemed(token, keys)


async def _get(address: str) -> dict[str, Any]:
    async with _session() as session, session.get(URL(address, encoded=True), allow_redirects=False) as answer:
        return await _read(answer)


def _session() -> aiohttp.ClientSession:
    headers = {"User-Agent": f"Huiying/{__version__}", "Accept": "application/json", "Accept-Encoding": "identity"}
    timeout = aiohttp.ClientTimeout(total=SECONDS)
    jar = aiohttp.DummyCookieJar()
    return aiohttp.ClientSession(timeout=timeout, headers=headers, trust_env=False, cookie_jar=jar, auto_decompress=False)


async def _read(answer: aiohttp.ClientResponse) -> dict[str, Any]:
    if answer.status >= 500:
        raise NotAnswered(f"it answered {answer.status}")
    if answer.status != 200:
        raise Unfit(f"it answered {answer.status}")
    body = bytearray()
    async for piece in answer.content.iter_any():
        body += piece
        if len(body) > MOST_BYTES:
            raise Unfit("its answer is too long")
    found = orjson.loads(body)
    if not isinstance(found, dict):
        raise Unfit("its answer is not an object")
    return found


def _within(work: Coroutine[Any, Any, T]) -> T:
    """Do it in a thread of its own and wait no longer than `SECONDS`, whatever the network or the name server does."""
    if not _room.acquire(timeout=1):
        work.close()
        raise NotAnswered("too many wait for it already")
    try:
        future = _hands.submit(asyncio.run, asyncio.wait_for(work, SECONDS))
    except BaseException:
        _room.release()
        raise
    future.add_done_callback(lambda _done: _room.release())
    try:
        return future.result(SECONDS + 1)
    except (NotAnswered, Unfit):
        raise
    except ValueError:
        raise Unfit("its answer is not JSON") from None
    except (aiohttp.ClientError, TimeoutError, OSError, RuntimeError) as error:
        raise NotAnswered(type(error).__name__) from None
