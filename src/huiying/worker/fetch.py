"""Fetching from sources: the only code that opens a connection to one.

Every hop is checked again: the scheme, the address after it was resolved and again as it is connected, the site's robots.txt. Bodies are
inflated within a limit, and one deadline covers everything that goes over the wire.
"""

from __future__ import annotations

import asyncio
import re
import ssl
import zlib
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self
from weakref import WeakValueDictionary

import aiohttp
import msgspec
from yarl import URL

from huiying import __version__
from huiying.core.collect.robots import allowed, rules_for
from huiying.worker.address import guarded_connector, permitted, private
from huiying.worker.inflate import Inflater
from huiying.worker.refused import FetchRefused

AGENT = "Huiying"
MOST_REDIRECTS = 5
ROBOTS_LIFE = 3600.0  # seconds
ROBOTS_BYTES = 512 * 1024
ROBOTS_HOSTS = 10_000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.I)
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, "
    "*/*;q=0.5"
)


class FetchRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One GET. `deadline` is in seconds and covers redirects and robots.txt, not the wait for other fetches from the same host."""

    url: str
    etag: str = ""
    last_modified: str = ""
    allow_private: bool = False
    deadline: float = 20.0
    max_bytes: int = 8 * 1024 * 1024


class FetchResult(msgspec.Struct, frozen=True, kw_only=True):
    """What came back: 2xx, or 304 with `not_modified` and no body. `retry_after` is raw, `max_age` in
    seconds, `server_date` the server's clock in UTC."""

    status: int
    body: bytes
    etag: str
    last_modified: str
    content_type: str
    charset: str
    final_url: str
    retry_after: str
    max_age: int | None
    server_date: datetime | None
    not_modified: bool


class Fetcher:
    """Fetches politely: one connection a host, robots.txt obeyed, an honest name. Use as an async context manager."""

    def __init__(self, *, contact: str = "") -> None:
        self.user_agent = f"{AGENT}/{__version__}" + (f" (+{contact})" if contact else "")
        self._sessions: dict[bool, aiohttp.ClientSession] = {}
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._robots: OrderedDict[tuple[str, bool], tuple[float, str]] = OrderedDict()

    async def __aenter__(self) -> Self:
        for allow_private in (False, True):
            self._sessions[allow_private] = self._session(allow_private)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for session in self._sessions.values():
            await session.close()
        self._sessions.clear()

    def _session(self, allow_private: bool) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=guarded_connector(allow_private=allow_private),
            trust_env=False,
            auto_decompress=False,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None),
            headers={"User-Agent": self.user_agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
        )

    async def fetch(self, request: FetchRequest) -> FetchResult:
        """The result of one request, following up to 5 redirects. Raises FetchRefused for everything but 2xx and 304."""
        conditions = {"If-None-Match": request.etag, "If-Modified-Since": request.last_modified}
        headers = {name: value for name, value in conditions.items() if value and value.isprintable()}
        budget = _Budget(request.deadline, request.url)
        return await self._follow(_address(request.url), request, headers, budget, obey=True)

    async def _follow(self, url: URL, request: FetchRequest, headers: dict[str, str], budget: _Budget, *, obey: bool) -> FetchResult:
        for _ in range(MOST_REDIRECTS + 1):
            if obey and not allowed(await self._rules(url, request, budget), agent=AGENT, url=str(url)):
                raise FetchRefused(
                    "robots", "The robots.txt of %(host)s does not allow %(url)s to be fetched.", host=url.host, url=str(url)
                )
            async with self._turn(url.host or ""), budget.spend():
                answer = await self._get(url, request, headers)
            if isinstance(answer, FetchResult):
                return answer
            url = answer
        raise FetchRefused("redirects", "%(url)s redirects more than %(most)s times.", url=request.url, most=MOST_REDIRECTS)

    async def _rules(self, url: URL, request: FetchRequest, budget: _Budget) -> str:
        origin = url.origin()
        key, now = (str(origin), request.allow_private), asyncio.get_running_loop().time()
        known = self._robots.get(key)
        if known is not None and now - known[0] < ROBOTS_LIFE:
            return known[1]
        wanted = msgspec.structs.replace(request, url=str(origin / "robots.txt"), max_bytes=ROBOTS_BYTES)
        try:
            result = await self._follow(origin / "robots.txt", wanted, {}, budget, obey=False)
            rules = rules_for(result.status, result.body.decode("utf-8", "replace"))
        except FetchRefused as refusal:
            if refusal.reason in ("http_status", "redirects", "too_large"):
                # RFC 9309: too many redirects, like no file, allow everything. An endless file is no file.
                rules = rules_for(refusal.status or 404, "")
            else:
                raise
        if rules_for(None, "") == rules:
            raise FetchRefused("robots", "The robots.txt of %(host)s cannot be had for now, so nothing is fetched there.", host=url.host)
        self._robots[key] = (now, rules)
        while len(self._robots) > ROBOTS_HOSTS:
            self._robots.popitem(last=False)
        return rules

    @asynccontextmanager
    async def _turn(self, host: str) -> AsyncIterator[None]:
        lock = self._locks.setdefault(host, asyncio.Lock())
        async with lock:
            yield

    async def _get(self, url: URL, request: FetchRequest, headers: dict[str, str]) -> FetchResult | URL:
        host = url.host or ""
        if _looks_numeric(host) and not permitted(host, allow_private=request.allow_private):
            raise private(host)
        try:
            async with self._sessions[request.allow_private].get(url, headers=headers, allow_redirects=False) as response:
                try:
                    return await self._read(response, url, request)
                except BaseException:
                    response.close()
                    raise
        except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientSSLError, ssl.SSLError) as error:
            raise FetchRefused("tls", "The secure connection to %(host)s failed: %(error)s.", host=host, error=_short(error)) from None
        except aiohttp.ClientConnectorError as error:
            raise FetchRefused("connect", "No connection to %(host)s: %(error)s.", host=host, error=_short(error)) from None
        except aiohttp.InvalidURL:
            raise _bad(str(url)) from None
        except (aiohttp.ClientError, asyncio.IncompleteReadError, ValueError, OSError) as error:
            if isinstance(error, FetchRefused):
                raise
            raise FetchRefused("protocol", "%(host)s broke off or did not speak HTTP: %(error)s.", host=host, error=_short(error)) from None

    async def _read(self, response: aiohttp.ClientResponse, url: URL, request: FetchRequest) -> FetchResult | URL:
        status, headers = response.status, response.headers
        if status in _REDIRECTS and headers.get("Location"):
            response.close()
            return _address(headers["Location"], base=url)
        if status != 304 and not 200 <= status < 300:
            raise FetchRefused(
                "http_status",
                "%(host)s answered %(status)s for %(url)s.",
                status=status,
                retry_after=headers.get("Retry-After", ""),
                host=url.host,
                url=str(url),
            )
        body = b"" if status in (204, 205, 304) else await _inflated(response, request.max_bytes, url)
        return FetchResult(
            status=status,
            body=body,
            etag=headers.get("ETag", ""),
            last_modified=headers.get("Last-Modified", ""),
            content_type=response.content_type if "Content-Type" in headers else "",
            charset=response.charset or "",
            final_url=str(url),
            retry_after=headers.get("Retry-After", ""),
            max_age=_max_age(headers.get("Cache-Control", "")),
            server_date=_server_date(headers.get("Date", "")),
            not_modified=status == 304,
        )


class _Budget:
    """The seconds that one fetch may spend on the wire, over all its hops."""

    def __init__(self, seconds: float, url: str) -> None:
        self._left, self._seconds, self._url = seconds, seconds, url

    @asynccontextmanager
    async def spend(self) -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()
        start = loop.time()
        try:
            async with asyncio.timeout(max(0.0, self._left)):
                yield
        except TimeoutError:
            raise FetchRefused(
                "deadline", "%(url)s was not complete after %(seconds)s seconds.", url=self._url, seconds=self._seconds
            ) from None
        finally:
            self._left -= loop.time() - start


async def _inflated(response: aiohttp.ClientResponse, limit: int, url: URL) -> bytes:
    """The body, inflated, of at most `limit` bytes."""
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchRefused(
            "encoding", "%(host)s sent an encoding that was not asked for: %(encoding)s.", host=url.host, encoding=encoding[:40]
        )
    packed = encoding not in ("", "identity")
    if not packed and (response.content_length or 0) > limit:
        raise _too_large(url, limit)
    inflater = Inflater(raw_allowed=encoding == "deflate")
    out = bytearray()
    async for chunk in response.content.iter_chunked(64 * 1024):
        try:
            out += inflater.feed(chunk, limit + 1 - len(out)) if packed else chunk
        except zlib.error:
            raise FetchRefused(
                "encoding", "The body from %(host)s is not the %(sent)s it claims to be.", host=url.host, sent=encoding
            ) from None
        if len(out) > limit:
            raise _too_large(url, limit)
    if not inflater.complete:
        raise FetchRefused("encoding", "The body from %(host)s broke off before its end.", host=url.host)
    return bytes(out)


def _address(text: str, *, base: URL | None = None) -> URL:
    """An absolute http or https address without credentials and fragment."""
    try:
        url = URL(text.strip())
        if base is not None:
            url = base.join(url)
        if url.scheme not in ("http", "https") or not url.host or not url.raw_host or (url.explicit_port == 0):
            raise ValueError(text)
        return url.with_user(None).with_fragment(None)
    except (ValueError, TypeError):
        raise _bad(text) from None


def _looks_numeric(host: str) -> bool:
    return ":" in host or host.replace(".", "").isdecimal()


def _bad(text: str) -> FetchRefused:
    return FetchRefused("bad_url", "%(url)s is not an address that can be fetched; give one with http:// or https://.", url=text[:200])


def _too_large(url: URL, limit: int) -> FetchRefused:
    return FetchRefused("too_large", "The body from %(host)s is larger than %(limit)s bytes.", host=url.host, limit=limit)


def _short(error: BaseException) -> str:
    return (str(error) or type(error).__name__).rstrip(".")[:200]


def _max_age(value: str) -> int | None:
    match = _MAX_AGE.search(value)
    return int(match[1]) if match and "no-store" not in value.lower() and "no-cache" not in value.lower() else None


def _server_date(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
