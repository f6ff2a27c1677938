"""Fetching from sources: the only code that opens a connection to one.

Every hop is checked again: the scheme, the address after it was resolved and again as it is connected, the site's robots.txt. Bodies are
inflated within a limit, and one deadline covers everything that goes over the wire.
"""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

import aiohttp
import msgspec
from yarl import URL

from huiying import __version__
from huiying.core.collect.robots import allowed, crawl_delay, rules_for
from huiying.core.collect.schedule import parse_retry_after
from huiying.worker.address import guarded_connector, permitted, private
from huiying.worker.answer import FetchRequest, FetchResult, http_date, lifetime
from huiying.worker.certificates import fault_of
from huiying.worker.inflate import Inflater
from huiying.worker.pace import Pace
from huiying.worker.refused import FetchRefused

__all__ = ["FetchRefused", "FetchRequest", "FetchResult", "Fetcher"]

AGENT = "Huiying"
MOST_REDIRECTS = 5
ROBOTS_LIFE = 3600.0  # seconds
ROBOTS_BYTES = 512 * 1024
ROBOTS_HOSTS = 10_000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})
TOO_MANY = 600.0  # seconds for which a host that says 429 is left alone where it does not say for how long
_NO_CERTIFICATE = aiohttp.Fingerprint(bytes(32))
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, "
    "*/*;q=0.5"
)


class Fetcher:
    """Fetches politely: one connection a host, robots.txt obeyed, an honest name. Use as an async context manager."""

    def __init__(self, *, contact: str = "", pace: Pace | None = None) -> None:
        self.pace = pace or Pace(0.0)
        self.user_agent = f"{AGENT}/{__version__}" + (f" (+{contact})" if contact else "")
        self._sessions: dict[bool, aiohttp.ClientSession] = {}
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
        moved = True
        for hop in range(MOST_REDIRECTS + 1):
            if obey and not allowed(await self._rules(url, request, budget), agent=AGENT, url=str(url)):
                raise FetchRefused(
                    "robots", "The robots.txt of %(host)s does not allow %(url)s to be fetched.", host=url.host, url=str(url)
                )
            async with self.pace.turn(url.host or ""), budget.spend():
                answer = await self._get(url, request, headers)
            if isinstance(answer, FetchResult):
                return msgspec.structs.replace(answer, moved=str(url)) if hop and moved else answer
            target, permanent = answer
            moved = moved and permanent
            if target.origin() != url.origin():
                headers = {}  # what one site gave us to say is no other site's business
            url = target
        raise FetchRefused("redirects", "%(url)s redirects more than %(most)s times.", url=request.url, most=MOST_REDIRECTS, host=url.host)

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
        self.pace.asked(url.host or "", crawl_delay(rules, agent=AGENT))
        while len(self._robots) > ROBOTS_HOSTS:
            self._robots.popitem(last=False)
        return rules

    async def _get(self, url: URL, request: FetchRequest, headers: dict[str, str]) -> FetchResult | tuple[URL, bool]:
        host = url.host or ""
        if _looks_numeric(host) and not permitted(host, allow_private=request.allow_private):
            raise private(host)
        try:
            session, checked = self._sessions[request.allow_private], _checked(host, request)
            async with session.get(url, headers=headers, allow_redirects=False, ssl=checked) as response:
                try:
                    return await self._read(response, url, request)
                except BaseException:
                    response.close()
                    raise
        except aiohttp.ServerFingerprintMismatch as error:
            raise _not_valid(host, "changed", error.got.hex()) from None
        except (aiohttp.ClientConnectorCertificateError, aiohttp.ClientSSLError, ssl.SSLError) as error:
            if fault := fault_of(error):
                raise _not_valid(host, fault, await self._fingerprint(url, request)) from None
            raise FetchRefused("tls", "The secure connection to %(host)s failed: %(error)s.", host=host, error=_short(error)) from None
        except aiohttp.ClientConnectorError as error:
            raise FetchRefused("connect", "No connection to %(host)s: %(error)s.", host=host, error=_short(error)) from None
        except aiohttp.InvalidURL:
            raise _bad(str(url)) from None
        except (aiohttp.ClientError, asyncio.IncompleteReadError, ValueError, OSError) as error:
            if isinstance(error, FetchRefused):
                raise
            raise FetchRefused("protocol", "%(host)s broke off or did not speak HTTP: %(error)s.", host=host, error=_short(error)) from None

    async def _fingerprint(self, url: URL, request: FetchRequest) -> str:
        """Which certificate a host shows (SHA-256, hex). Nothing is asked of it: the connection ends with the handshake."""
        try:
            async with self._sessions[request.allow_private].get(url, allow_redirects=False, ssl=_NO_CERTIFICATE):
                return ""
        except aiohttp.ServerFingerprintMismatch as error:
            return error.got.hex()
        except (aiohttp.ClientError, ssl.SSLError, OSError, ValueError):
            return ""

    async def _read(self, response: aiohttp.ClientResponse, url: URL, request: FetchRequest) -> FetchResult | tuple[URL, bool]:
        status, headers, now = response.status, response.headers, datetime.now(UTC)
        if status in _REDIRECTS and headers.get("Location"):
            response.close()
            return _address(headers["Location"], base=url), status in _PERMANENT
        if status in (429, 503):
            wanted = parse_retry_after(headers.get("Retry-After", ""), now)
            if wanted is not None or status == 429:
                self.pace.hold(url.host or "", wanted.total_seconds() if wanted is not None else TOO_MANY)
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
        date = http_date(headers.get("Date", ""))
        return FetchResult(
            status=status,
            body=body,
            etag=headers.get("ETag", ""),
            last_modified=headers.get("Last-Modified", ""),
            content_type=response.content_type if "Content-Type" in headers else "",
            charset=response.charset or "",
            final_url=str(url),
            retry_after=headers.get("Retry-After", ""),
            max_age=lifetime(headers),
            server_date=date,
            not_modified=status == 304,
            skew=None if date is None or "Age" in headers else round((date - now).total_seconds()),
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


def _checked(host: str, request: FetchRequest) -> bool | aiohttp.Fingerprint:
    """How the certificate of a host is checked: as usual, or against the one that an exception names, and no other."""
    if request.pin and host.lower() == request.pin_host:
        return aiohttp.Fingerprint(bytes.fromhex(request.pin))
    return True


def _not_valid(host: str, fault: str, fingerprint: str) -> FetchRefused:
    return FetchRefused("tls", "The certificate of %(host)s cannot be trusted: %(fault)s.", host=host, fault=fault, fingerprint=fingerprint)


def _looks_numeric(host: str) -> bool:
    return ":" in host or host.replace(".", "").isdecimal()


def _bad(text: str) -> FetchRefused:
    return FetchRefused("bad_url", "%(url)s is not an address that can be fetched; give one with http:// or https://.", url=text[:200])


def _too_large(url: URL, limit: int) -> FetchRefused:
    return FetchRefused("too_large", "The body from %(host)s is larger than %(limit)s bytes.", host=url.host, limit=limit)


def _short(error: BaseException) -> str:
    return (str(error) or type(error).__name__).rstrip(".")[:200]
