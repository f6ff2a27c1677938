"""The network's nasty realities, against a server of our own: addresses, redirects, rests, clocks, certificates."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import ssl
import subprocess
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import TypeVar

import pytest
from bench.nasty import REFUSED, WAYS, Nasty
from tests.ports import free_port
from tests.worker.test_fetch import PAGE, Server, refusal, run

from huiying.core.collect.feeds import parse_feed
from huiying.core.collect.robots import crawl_delay
from huiying.core.types import Kind, Refusal
from huiying.worker.address import GuardedResolver
from huiying.worker.answer import lifetime
from huiying.worker.fetch import TOO_MANY, Fetcher, FetchRefused, FetchRequest, FetchResult
from huiying.worker.pace import MOST_DELAY, Pace

T = TypeVar("T")


async def asked(fetcher: Fetcher, url: str, **more: object) -> FetchResult | FetchRefused:
    """The answer, or why there is none."""
    try:
        return await fetcher.fetch(FetchRequest(url=url, allow_private=True, **more))
    except FetchRefused as refused:
        return refused


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_misbehaving_ends_in_items_or_a_named_reason(way: str) -> None:
    async def main() -> str:
        nasty = Nasty()
        async with await nasty.start(["127.0.0.1"]), Fetcher() as fetcher:
            answer = await asked(fetcher, f"http://127.0.0.1:{nasty.port}/{way}/n", deadline=1.0 if way == "drip" else 20.0)
        if isinstance(answer, FetchRefused):
            return answer.reason
        try:
            assert len(parse_feed(answer.body, source="s", kind=Kind.NEWS, url=answer.final_url).items) == 8
        except Refusal:
            return "not_a_feed"
        return ""

    assert asyncio.run(main()) == REFUSED.get(way, "")


@pytest.mark.parametrize(
    "url",
    [
        "http://0177.0.0.1:{port}/feed",
        "http://0x7f.0x0.0x0.0x1:{port}/feed",
        "http://127.0.1:{port}/feed",
        "http://0:{port}/feed",
        "http://[::ffff:7f00:1]:{port}/feed",
        "http://[0:0:0:0:0:ffff:127.0.0.1]:{port}/feed",
        "http://[64:ff9b:1::7f00:1]:{port}/feed",
        "http://[2001:0:7f00:1::]:{port}/feed",
        "http://[fe80::1%25lo]:{port}/feed",
        "http://[::1%25lo]:{port}/feed",
        "http://paper.example@127.0.0.1:{port}/feed",
        "http://127.0.0.1:{port}#@paper.example/",
        "http://127.0.0.1.:{port}/feed",
        "http://LOCALHOST:{port}/feed",
    ],
)
def test_further_spellings_of_inner_addresses(url: str) -> None:
    async def act(server: Server, fetcher: Fetcher) -> list[str]:
        with pytest.raises(FetchRefused) as caught:
            await fetcher.fetch(FetchRequest(url=url.format(port=server.port), deadline=5.0))
        assert caught.value.reason in ("private_address", "bad_url", "dns"), str(caught.value)
        return server.asked

    assert run({"/feed": (200, {}, PAGE)}, act) == []


def test_a_name_that_leads_inside_the_second_time_is_refused_then(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [["192.0.2.1", "198.51.100.7", "8.8.8.8"], ["127.0.0.1"], ["169.254.169.254", "10.0.0.1"]]

    async def getaddrinfo(self: object, host: str, port: int, **_: object) -> list[tuple]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in answers.pop(0)]

    monkeypatch.setattr(asyncio.base_events.BaseEventLoop, "getaddrinfo", getaddrinfo)

    async def main() -> list[str]:
        resolver = GuardedResolver(allow_private=False)
        kept = [found["host"] for found in await resolver.resolve("paper.example", 80)]
        for _ in range(2):
            with pytest.raises(FetchRefused) as caught:
                await resolver.resolve("paper.example", 80)
            assert caught.value.reason == "private_address"
        return kept

    assert asyncio.run(main()) == ["8.8.8.8"], "documentation networks are not the public internet either"


class TwoHosts(Server):
    """The same routes on two addresses of this machine."""

    async def __aenter__(self) -> TwoHosts:
        self._server = await asyncio.start_server(self._serve, ["127.0.0.1"], 0)
        self.port = self._server.sockets[0].getsockname()[1]
        self._other = await asyncio.start_server(self._serve, ["127.0.0.2"], self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        self._other.close()

    def other(self, path: str) -> str:
        return f"http://127.0.0.2:{self.port}{path}"


def both(routes: dict[str, object], act: Callable[[TwoHosts, Fetcher], Awaitable[T]], pace: Pace | None = None) -> T:
    async def main() -> T:
        async with TwoHosts(routes) as server, Fetcher(pace=pace) as fetcher:
            return await act(server, fetcher)

    return asyncio.run(main())


def test_another_host_is_not_told_what_the_first_gave_us() -> None:
    async def act(server: TwoHosts, fetcher: Fetcher) -> list[bool]:
        server.routes["/a"] = (301, {"Location": "/b"}, b"")
        server.routes["/b"] = (301, {"Location": server.other("/feed")}, b"")
        await fetcher.fetch(
            FetchRequest(url=server.url("/a"), etag='"ours"', last_modified="Mon, 23 Nov 2026 01:05:00 GMT", allow_private=True)
        )
        return [
            "if-none-match" in told or "if-modified-since" in told
            for path, told in zip(server.asked, server.headers, strict=True)
            if "robots" not in path
        ]

    assert both({"/feed": (200, {}, PAGE)}, act) == [True, True, False]


@pytest.mark.parametrize(
    ("statuses", "moved"), [((301,), True), ((308, 301), True), ((302,), False), ((301, 302), False), ((307, 308), False), ((), False)]
)
def test_only_permanent_redirects_are_a_move(statuses: tuple[int, ...], moved: bool) -> None:
    routes: dict[str, object] = {f"/{n}": (status, {"Location": f"/{n + 1}"}, b"") for n, status in enumerate(statuses)}
    routes[f"/{len(statuses)}"] = (200, {}, PAGE)

    async def act(server: Server, fetcher: Fetcher) -> bool:
        result = await fetcher.fetch(FetchRequest(url=server.url("/0"), allow_private=True))
        assert result.moved in ("", server.url(f"/{len(statuses)}"))
        return bool(result.moved)

    assert run(routes, act) is moved


@pytest.mark.parametrize("form", ["seconds", "date", "none"])
def test_a_host_that_wants_rest_gets_it_for_all_of_its_sources(form: str) -> None:
    later = datetime.now(UTC) + timedelta(hours=1)
    value = {"seconds": {"Retry-After": "3600"}, "date": {"Retry-After": format_datetime(later, usegmt=True)}, "none": {}}[form]

    async def act(server: TwoHosts, fetcher: Fetcher) -> tuple[list[str], float]:
        first = await asked(fetcher, server.url("/busy"))
        second = await asked(fetcher, server.url("/feed"))
        third = await asked(fetcher, server.other("/feed"))
        assert isinstance(first, FetchRefused) and first.host == "127.0.0.1" and first.status == 429
        assert isinstance(second, FetchRefused) and second.reason == "busy"
        assert isinstance(third, FetchResult)
        assert fetcher.pace.resting(1.0) == {"127.0.0.1"}
        return [path for path in server.asked if "robots" not in path], fetcher.pace.rest("127.0.0.1")

    paths, rest = both({"/busy": (429, value, b""), "/feed": (200, {}, PAGE)}, act)
    assert paths == ["GET /busy", "GET /feed"], "the second was not even asked for"
    assert 0.9 * (TOO_MANY if form == "none" else 3600) < rest <= (TOO_MANY if form == "none" else 3600)


def test_a_503_without_a_word_of_rest_holds_nobody() -> None:
    async def act(server: Server, fetcher: Fetcher) -> float:
        await asked(fetcher, server.url("/down"))
        return fetcher.pace.rest("127.0.0.1")

    assert run({"/down": (503, {}, b"")}, act) == 0.0


def test_a_rest_between_two_requests_and_a_longer_one_where_robots_ask_for_it() -> None:
    async def main() -> tuple[float, float, float, float]:
        pace = Pace(7.0)
        pace.asked("slow.example", 30.0)
        pace.asked("slowest.example", 9999.0)
        for host in ("paper.example", "slow.example", "slowest.example", "127.0.0.1"):
            async with pace.turn(host):
                pass
        return tuple(pace.rest(host) for host in ("paper.example", "slow.example", "slowest.example", "127.0.0.1"))  # type: ignore[return-value]

    paper, slow, slowest, here = asyncio.run(main())
    assert 0 < paper <= 7.0 < slow <= 30.0 < slowest <= MOST_DELAY and here == 0.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("User-agent: *\nCrawl-delay: 5\n", 5.0),
        ("User-agent: *\nCrawl-delay: 5\n\nUser-agent: huiying\nCrawl-delay: 2.5 # please", 2.5),
        ("User-agent: other\nUser-agent: Huiying\nCrawl-delay: 3\nDisallow: /x", 3.0),
        ("User-agent: other\nCrawl-delay: 9", None),
        ("Crawl-delay: 9", None),
        ("User-agent: *\nCrawl-delay: soon\nCrawl-delay: -1", None),
        ("", None),
    ],
)
def test_crawl_delay(text: str, expected: float | None) -> None:
    assert crawl_delay(text, agent="Huiying") == expected


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Cache-Control": "max-age=60", "Expires": "Mon, 23 Nov 2026 03:00:00 GMT", "Date": "Mon, 23 Nov 2026 01:00:00 GMT"}, 60),
        ({"Expires": "Mon, 23 Nov 2026 03:00:00 GMT", "Date": "Mon, 23 Nov 2026 01:00:00 GMT"}, 7200),
        ({"Expires": "0", "Date": "Mon, 23 Nov 2026 01:00:00 GMT"}, None),
        ({"Expires": "Mon, 23 Nov 2026 00:00:00 GMT", "Date": "Mon, 23 Nov 2026 01:00:00 GMT"}, None),
        ({"Cache-Control": "no-cache", "Expires": "Mon, 23 Nov 2026 03:00:00 GMT", "Date": "Mon, 23 Nov 2026 01:00:00 GMT"}, None),
        ({}, None),
    ],
)
def test_how_long_an_answer_may_be_kept(headers: dict[str, str], expected: int | None) -> None:
    assert lifetime(headers) == expected


def test_the_clock_of_a_server_is_held_against_ours() -> None:
    ahead = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)

    async def act(server: Server, fetcher: Fetcher) -> list[float | None]:
        found = [await asked(fetcher, server.url(path)) for path in ("/ahead", "/cached", "/none")]
        return [one.skew for one in found if isinstance(one, FetchResult)]

    routes = {"/ahead": (200, {"Date": ahead}, PAGE), "/cached": (200, {"Date": ahead, "Age": "900"}, PAGE), "/none": (200, {}, PAGE)}
    skews = run(routes, act)
    assert skews[0] is not None and abs(skews[0] - 7200) < 60 and skews[1:] == [None, None]


def test_packed_twice_is_not_unpacked() -> None:
    assert refusal({"/feed": (200, {"Content-Encoding": "gzip, gzip"}, PAGE)}).reason == "encoding"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that nobody but itself has signed, with its key."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not here to make a certificate")
    folder = tmp_path_factory.mktemp("certificate")
    words = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=here -keyout key.pem -out cert.pem"
    words += " -addext subjectAltName=IP:127.0.0.1"
    subprocess.run(words.split(), cwd=folder, check=True, capture_output=True)
    return folder


def test_a_certificate_is_refused_by_name_and_excused_alone(certificate: Path) -> None:
    async def main() -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
        asked_for: list[str] = []

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            asked_for.append((await reader.readuntil(b"\r\n\r\n")).decode().split(" ")[1])
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
            await writer.drain()
            writer.close()

        async with await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context) as server, Fetcher() as fetcher:
            url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/feed"
            refused = await asked(fetcher, url)
            assert isinstance(refused, FetchRefused) and refused.reason == "tls" and refused.values["fault"] == "self_signed"
            fingerprint = str(refused.values["fingerprint"])
            assert len(fingerprint) == 64 and asked_for == [], "nothing was asked of it"
            excused = await asked(fetcher, url, pin_host="127.0.0.1", pin=fingerprint)
            assert isinstance(excused, FetchResult) and excused.body == b"ok"
            other = await asked(fetcher, url, pin_host="127.0.0.1", pin="ab" * 32)
            assert isinstance(other, FetchRefused) and other.values["fault"] == "changed" and other.values["fingerprint"] == fingerprint
            elsewhere = await asked(fetcher, url, pin_host="paper.example", pin=fingerprint)
            assert isinstance(elsewhere, FetchRefused) and elsewhere.reason == "tls"

    asyncio.run(main())


@pytest.mark.skipif(not Path("/usr/sbin/nginx").exists(), reason="nginx is not installed")
def test_a_real_nginx_says_not_modified(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(PAGE * 200)
    port = free_port()
    scratch = "".join(f"{name}_temp_path {tmp_path}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    # started by root it would read as a user of its own, who may not come in here
    who = "user root;" if os.geteuid() == 0 else ""
    (tmp_path / "conf").write_text(
        f"{who} daemon off; pid {tmp_path}/pid; error_log {tmp_path}/err; events {{}} http {{ access_log off; gzip on; gzip_types text/xml;"
        f" types {{ text/xml xml; }} {scratch} server {{ listen 127.0.0.1:{port}; root {tmp_path}; }} }}"
    )
    tmp_path.chmod(0o755)
    for parent in list(tmp_path.parents)[:3]:
        if parent.name.startswith("pytest"):
            parent.chmod(0o755)  # the server's own user reads from here
    nginx = subprocess.Popen(["/usr/sbin/nginx", "-c", str(tmp_path / "conf"), "-p", str(tmp_path)], stderr=subprocess.DEVNULL)
    try:

        async def main() -> tuple[FetchResult, FetchResult]:
            async with Fetcher() as fetcher:
                url = f"http://127.0.0.1:{port}/feed.xml"
                first = await asked(fetcher, url)
                while isinstance(first, FetchRefused) and first.reason == "connect" and nginx.poll() is None:
                    await asyncio.sleep(0.1)
                    first = await asked(fetcher, url)
                assert isinstance(first, FetchResult), first
                second = await asked(fetcher, url, etag=first.etag, last_modified=first.last_modified)
                assert isinstance(second, FetchResult)
                return first, second

        first, second = asyncio.run(main())
    finally:
        nginx.terminate()
        nginx.wait()
    assert first.body == PAGE * 200 and first.etag and not first.not_modified
    assert second.not_modified and second.body == b"" and second.skew is not None and abs(second.skew) < 60
