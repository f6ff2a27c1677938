"""Fetching, against a server on loopback that misbehaves on purpose."""

from __future__ import annotations

import asyncio
import gzip
import socket
import tracemalloc
import zlib
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from huiying import __version__
from huiying.worker.address import GuardedResolver, permitted
from huiying.worker.fetch import Fetcher, FetchRefused, FetchRequest, FetchResult
from huiying.worker.inflate import Inflater

T = TypeVar("T")
MEGABYTE = 1024 * 1024
PAGE = b"<rss version='2.0'><channel><title>t</title></channel></rss>"


class Server:
    """Answers every GET with what `routes` says for its path, and remembers what it was asked."""

    def __init__(self, routes: dict[str, object]) -> None:
        self.routes = routes
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.open = 0
        self.most_open = 0

    async def __aenter__(self) -> Server:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            lines = head.split("\r\n")
            method, path, _ = lines[0].split(" ")
            self.asked.append(f"{method} {path}")
            self.headers.append({k.lower(): v for k, _, v in (line.partition(": ") for line in lines[1:] if line)})
            self.open += 1
            self.most_open = max(self.most_open, self.open)
            answer = self.routes.get(path, (404, {}, b""))
            if callable(answer):
                await answer(writer)
            else:
                assert isinstance(answer, tuple)
                status, headers, body = answer
                headers = {"Content-Length": str(len(body)), "Connection": "close"} | headers
                writer.write(
                    f"HTTP/1.1 {status} X\r\n".encode() + b"".join(f"{k}: {v}\r\n".encode() for k, v in headers.items()) + b"\r\n" + body
                )
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            return
        finally:
            self.open -= 1
            writer.close()


def run(routes: dict[str, object], act: Callable[[Server, Fetcher], Awaitable[T]]) -> T:
    async def main() -> T:
        async with Server(routes) as server, Fetcher(contact="https://desk.example/") as fetcher:
            return await act(server, fetcher)

    return asyncio.run(main())


def get(routes: dict[str, object], path: str = "/feed", **options: object) -> FetchResult:
    return run(routes, lambda server, fetcher: fetcher.fetch(FetchRequest(url=server.url(path), allow_private=True, **options)))


def refusal(routes: dict[str, object], path: str = "/feed", **options: object) -> FetchRefused:
    with pytest.raises(FetchRefused) as caught:
        get(routes, path, **options)
    return caught.value


def test_a_feed_comes_with_all_that_the_next_fetch_needs() -> None:
    headers = {
        "ETag": '"a"',
        "Last-Modified": "Mon, 23 Nov 2026 01:05:00 GMT",
        "Content-Type": "application/rss+xml; charset=GB2312",
        "Cache-Control": "public, max-age=600",
        "Date": "Mon, 23 Nov 2026 01:06:00 GMT",
        "Retry-After": "30",
    }
    result = get({"/feed": (200, headers, PAGE)})
    assert (result.status, result.body, result.etag, result.content_type) == (200, PAGE, '"a"', "application/rss+xml")
    assert result.charset.lower() == "gb2312"
    assert result.max_age == 600
    assert result.server_date == datetime(2026, 11, 23, 1, 6, tzinfo=UTC)
    assert result.retry_after == "30"
    assert not result.not_modified


def test_validators_are_sent_and_304_is_no_failure() -> None:
    async def act(server: Server, fetcher: Fetcher) -> tuple[FetchResult, dict[str, str]]:
        request = FetchRequest(url=server.url("/feed"), etag='"a"', last_modified="Mon, 23 Nov 2026 01:05:00 GMT", allow_private=True)
        return await fetcher.fetch(request), server.headers[-1]

    result, sent = run({"/feed": (304, {"ETag": '"a"'}, b"")}, act)
    assert result.not_modified and result.body == b"" and result.etag == '"a"'
    assert sent["if-none-match"] == '"a"' and sent["if-modified-since"].startswith("Mon, 23")
    assert sent["user-agent"] == f"Huiying/{__version__} (+https://desk.example/)"
    assert "cookie" not in sent and "authorization" not in sent


def test_only_get_is_ever_sent() -> None:
    async def act(server: Server, fetcher: Fetcher) -> list[str]:
        await fetcher.fetch(FetchRequest(url=server.url("/feed"), allow_private=True))
        return server.asked

    assert run({"/feed": (200, {}, PAGE)}, act) == ["GET /robots.txt", "GET /feed"]


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "raw deflate", "two gzip members"])
def test_packed_bodies_are_unpacked(encoding: str) -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(PAGE),
        "deflate": zlib.compress(PAGE),
        "raw deflate": raw.compress(PAGE) + raw.flush(),
        "two gzip members": gzip.compress(PAGE[:20]) + gzip.compress(PAGE[20:]),
    }[encoding]
    header = "deflate" if "deflate" in encoding else "gzip"
    assert get({"/feed": (200, {"Content-Encoding": header}, packed)}).body == PAGE


def test_a_gzip_bomb_stops_at_the_limit() -> None:
    bomb = gzip.compress(b"\0" * (200 * MEGABYTE), 9)
    tracemalloc.start()
    try:
        assert refusal({"/feed": (200, {"Content-Encoding": "gzip"}, bomb)}).reason == "too_large"
        assert tracemalloc.get_traced_memory()[1] < 60 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_the_inflater_never_gives_more_than_asked_for() -> None:
    inflater = Inflater(raw_allowed=False)
    assert len(inflater.feed(gzip.compress(b"\0" * 50 * MEGABYTE), 1000)) == 1000


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ({"Content-Encoding": "gzip"}, b"not gzip at all", "encoding"),
        ({"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-12], "encoding"),
        ({"Content-Encoding": "br"}, b"xx", "encoding"),
        ({}, b"x" * 2000, "too_large"),
        ({"Content-Length": "5000"}, PAGE, "too_large"),
    ],
    # gzip writes the second into its header, so a name made of the bytes would differ between the processes that share the tests
    ids=["not gzip", "cut gzip", "not asked for", "too large", "announced as too large"],
)
def test_bodies_that_are_not_what_they_say(headers: dict[str, str], body: bytes, reason: str) -> None:
    assert refusal({"/feed": (200, headers, body)}, max_bytes=1000).reason == reason


def test_a_body_that_breaks_off_is_refused() -> None:
    assert refusal({"/feed": (200, {"Content-Length": "500"}, PAGE)}).reason == "protocol"


def test_a_drip_ends_at_the_total_deadline() -> None:
    async def drip(writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"<")
            await writer.drain()
            await asyncio.sleep(0.02)

    assert refusal({"/feed": drip}, deadline=0.3).reason == "deadline"


def test_one_request_at_a_time_and_waiting_for_it_costs_no_deadline() -> None:
    release = asyncio.Event()

    async def held(writer: asyncio.StreamWriter) -> None:
        await release.wait()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nheld")
        await writer.drain()

    async def act(server: Server, fetcher: Fetcher) -> tuple[list[bytes], int]:
        first = asyncio.create_task(fetcher.fetch(FetchRequest(url=server.url("/held"), allow_private=True)))
        while "GET /held" not in server.asked:
            await asyncio.sleep(0.01)
        others = [fetcher.fetch(FetchRequest(url=server.url("/feed"), allow_private=True, deadline=1.0)) for _ in range(4)]
        waiting = asyncio.gather(*others)
        await asyncio.wait([first], timeout=1.1)
        assert server.asked[-1] == "GET /held"
        release.set()
        return [result.body for result in (await first, *await waiting)], server.most_open

    assert run({"/held": held, "/feed": (200, {}, b"ok")}, act) == ([b"held", *[b"ok"] * 4], 1)


def test_redirects_are_followed_without_credentials() -> None:
    async def act(server: Server, fetcher: Fetcher) -> tuple[FetchResult, list[dict[str, str]]]:
        server.routes["/a"] = (302, {"Location": f"http://user:secret@127.0.0.1:{server.port}/feed#x"}, b"")
        url = server.url("/a").replace("//", "//name:word@", 1)
        return await fetcher.fetch(FetchRequest(url=url, allow_private=True)), server.headers

    result, headers = run({"/feed": (200, {}, PAGE)}, act)
    assert result.final_url.endswith("/feed") and "secret" not in result.final_url
    assert all("authorization" not in sent for sent in headers)


def test_a_redirect_loop_ends() -> None:
    async def act(server: Server, fetcher: Fetcher) -> int:
        with pytest.raises(FetchRefused) as caught:
            await fetcher.fetch(FetchRequest(url=server.url("/a"), allow_private=True))
        assert caught.value.reason == "redirects"
        return server.asked.count("GET /a")

    assert run({"/a": (301, {"Location": "/a"}, b"")}, act) == 6


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data/", "private_address"),
        ("http://[fd00:ec2::254]/", "private_address"),
        ("http://[64:ff9b::7f00:1]/", "private_address"),
        ("file:///etc/passwd", "bad_url"),
        ("gopher://127.0.0.1/", "bad_url"),
    ],
)
def test_a_redirect_is_checked_like_an_address(location: str, reason: str) -> None:
    assert refusal({"/feed": (302, {"Location": location}, b"")}).reason == reason


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "017700000001",
        "0.0.0.0",
        "10.0.0.1",
        "192.168.1.1",
        "100.100.100.200",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "localhost",
        "１２７.0.0.1",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fe80::1]",
        "[fd00::1]",
    ],
)
def test_inner_addresses_are_refused_in_every_spelling(host: str) -> None:
    async def act(server: Server, fetcher: Fetcher) -> list[str]:
        with pytest.raises(FetchRefused) as caught:
            await fetcher.fetch(FetchRequest(url=f"http://{host}:{server.port}/feed", deadline=5.0))
        assert caught.value.reason == "private_address", str(caught.value)
        return server.asked

    assert run({"/feed": (200, {}, PAGE)}, act) == []


def test_an_address_that_changes_between_check_and_connection_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    async def rebound(self: GuardedResolver, host: str, port: int = 0, family: int = 0) -> list[dict[str, object]]:
        return [{"hostname": host, "host": "127.0.0.1", "port": port, "family": socket.AF_INET, "proto": 0, "flags": 0}]

    monkeypatch.setattr(GuardedResolver, "resolve", rebound)

    async def act(server: Server, fetcher: Fetcher) -> list[str]:
        with pytest.raises(FetchRefused) as caught:
            await fetcher.fetch(FetchRequest(url=f"http://paper.example:{server.port}/feed"))
        assert caught.value.reason == "private_address"
        return server.asked

    assert run({"/feed": (200, {}, PAGE)}, act) == []


def test_private_networks_only_where_the_source_may() -> None:
    for text in ("127.0.0.1", "10.1.2.3", "192.168.0.9", "fd00::1", "::1"):
        assert permitted(text, allow_private=True) and not permitted(text)
    for text in (
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "::10.0.0.1",
        "nonsense",
    ):
        assert not permitted(text, allow_private=True)
    assert permitted("1.1.1.1") and permitted("2606:4700::1111")


def test_robots_are_obeyed_and_asked_for_once() -> None:
    async def act(server: Server, fetcher: Fetcher) -> list[str]:
        for path in ("/feed", "/feed", "/inner/feed"):
            try:
                await fetcher.fetch(FetchRequest(url=server.url(path), allow_private=True))
            except FetchRefused as refused:
                assert (path, refused.reason) == ("/inner/feed", "robots")
        return server.asked

    robots = b"User-agent: Huiying\nDisallow: /inner/\n\nUser-agent: *\nDisallow: /\n"
    assert run({"/robots.txt": (200, {}, robots), "/feed": (200, {}, PAGE)}, act) == ["GET /robots.txt", "GET /feed", "GET /feed"]


def test_robots_of_a_failing_server_mean_not_now() -> None:
    async def act(server: Server, fetcher: Fetcher) -> FetchResult:
        request = FetchRequest(url=server.url("/feed"), allow_private=True)
        with pytest.raises(FetchRefused) as caught:
            await fetcher.fetch(request)
        assert caught.value.reason == "robots"
        server.routes["/robots.txt"] = (404, {}, b"")
        return await fetcher.fetch(request)

    assert run({"/robots.txt": (503, {}, b""), "/feed": (200, {}, PAGE)}, act).body == PAGE


def test_a_status_is_told_with_its_retry_after() -> None:
    refused = refusal({"/feed": (429, {"Retry-After": "120"}, b"")})
    assert (refused.reason, refused.status, refused.retry_after) == ("http_status", 429, "120")
    assert "429" in str(refused)


def test_what_is_no_http_is_said_so() -> None:
    async def nonsense(writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mail.example ESMTP\r\n")
        await writer.drain()

    assert refusal({"/feed": nonsense}).reason == "protocol"


def test_a_closed_port_is_a_failed_connection() -> None:
    async def act(server: Server, fetcher: Fetcher) -> str:
        closed = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
        port = closed.sockets[0].getsockname()[1]
        closed.close()
        await closed.wait_closed()
        with pytest.raises(FetchRefused) as caught:
            await fetcher.fetch(FetchRequest(url=f"http://127.0.0.1:{port}/feed", allow_private=True))
        return caught.value.reason

    assert run({}, act) == "connect"


def test_plain_http_on_a_secure_address_is_a_tls_failure() -> None:
    async def plain(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async def act(_: Server, fetcher: Fetcher) -> str:
        server = await asyncio.start_server(plain, "127.0.0.1", 0)
        url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/feed"
        with pytest.raises(FetchRefused) as caught:
            await fetcher.fetch(FetchRequest(url=url, allow_private=True))
        server.close()
        return caught.value.reason

    assert run({}, act) == "tls"


@pytest.mark.parametrize(
    "url", ["", "feed", "ftp://host.example/feed", "http://", "http://host.example:99999/", "javascript:alert(1)", "http://[::1/"]
)
def test_addresses_that_cannot_be_fetched(url: str) -> None:
    async def act(_: Server, fetcher: Fetcher) -> str:
        with pytest.raises(FetchRefused) as caught:
            await fetcher.fetch(FetchRequest(url=url))
        return caught.value.reason

    assert run({}, act) == "bad_url"


def test_an_environment_proxy_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1/")
    assert get({"/feed": (200, {}, PAGE)}).body == PAGE
