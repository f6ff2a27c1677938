"""A web server that misbehaves in ten ways, a path each, on many loopback addresses: `python -m bench.nasty PORT ADDRESS...`."""

from __future__ import annotations

import asyncio
import gzip
import random
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Asia/Shanghai")
ENTRIES = 8
BEGUN = datetime.now(UTC).replace(microsecond=0)  # items without words are told apart by their dates: these must not move
AHEAD = timedelta(hours=2)
WAYS = ("dates", "charset", "bomb", "drip", "entities", "inside", "liar", "too_many", "guids", "clock", "circle")
# what a reading of the way must end with; the others are read in full
REFUSED = {
    "bomb": "too_large",
    "drip": "deadline",
    "entities": "not_a_feed",
    "inside": "private_address",
    "too_many": "http_status",
    "circle": "redirects",
}
BOMB = gzip.compress(gzip.compress(b"\0" * 1024) + b"\0" * (200 * 1024 * 1024), 9)
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;">' % (98 + n, *[97 + n] * 10) for n in range(9))
    + b"]><rss version='2.0'><channel><title>&j;</title><item><guid>1</guid><title>&j;</title></item></channel></rss>"
)


def entries(name: str) -> list[tuple[str, str, datetime]]:
    """What a feed that can be read says: guid, title, when."""
    start = BEGUN - timedelta(days=2)
    dice = random.Random(name)  # noqa: S311 - words that no two sources share, or all were one story of thousands of items
    words = ["".join(chr(dice.randrange(0x4E00, 0x9000)) for _ in range(14)) for _ in range(ENTRIES)]
    return [(f"{name}-{n}", word, start + timedelta(hours=n)) for n, word in enumerate(words)]


def rss(
    name: str, *, when: Callable[[datetime], str] = format_datetime, guid: Callable[[str], str] = str, encoding: str = "utf-8"
) -> bytes:
    """The feed, with dates and ids as the way has them."""
    items = "".join(
        f"<item><guid isPermaLink='false'>{guid(key)}</guid><title>{title}</title><pubDate>{when(at)}</pubDate></item>"
        for key, title, at in reversed(entries(name))
    )
    head = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{name}</title>'
    return f"{head}{items}</channel></rss>".encode(encoding, "replace")


class Nasty:
    """Answers `/way/name`; `asked` counts the requests of every path."""

    def __init__(self) -> None:
        self.asked: dict[str, int] = {}
        self.port = 0

    async def start(self, addresses: list[str], port: int = 0) -> asyncio.Server:
        server = await asyncio.start_server(self.serve, addresses, port, backlog=512)
        self.port = server.sockets[0].getsockname()[1]
        return server

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 30)).decode("latin-1")
            path = head.split(" ", 2)[1]
            headers = {key.lower(): value for key, _, value in (line.partition(": ") for line in head.split("\r\n")[1:] if line)}
            self.asked[path] = self.asked.get(path, 0) + 1
            way, _, name = path.strip("/").partition("/")
            answer: Callable[..., Awaitable[None]] = getattr(self, f"do_{way}", self.nothing)
            await answer(writer, name, headers)
        except (OSError, asyncio.IncompleteReadError, TimeoutError, IndexError):
            return
        finally:
            writer.close()

    async def say(self, writer: asyncio.StreamWriter, status: int, body: bytes = b"", **headers: str) -> None:
        told = {"Content-Length": str(len(body)), "Connection": "close", "Content-Type": "application/rss+xml"}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        writer.write(f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + body)
        await writer.drain()

    async def nothing(self, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> None:
        await self.say(writer, 404)

    async def do_dates(self, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> None:
        await self.say(writer, 200, rss(name, when=lambda at: f"{at.astimezone(HERE):%Y年%m月%d日 %H:%M}"))

    async def do_charset(self, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> None:
        await self.say(writer, 200, rss(name, encoding="gb18030"))

    async def do_bomb(self, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> None:
        await self.say(writer, 200, BOMB, Content_Encoding="gzip")

    async def do_drip(self, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"<")
            await writer.drain()
            await asyncio.sleep(1)

    async def do_entities(self, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> None:
        await self.say(writer, 200, LAUGHS)

    async def do_inside(self, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> None:
        await self.say(writer, 302, Location="http://169.254.169.254/latest/meta-data/")

    async def do_liar(self, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> None:
        if "if-none-match" in headers:
            await self.say(writer, 304, ETag='"for ever"')
        else:
            await self.say(writer, 200, rss(name), ETag='"for ever"')

    async def do_too_many(self, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> None:
        await self.say(writer, 429, Retry_After="120")

    async def do_guids(self, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> None:
        times = self.asked[f"/guids/{name}"]
        await self.say(writer, 200, rss(name, guid=lambda key: f"{key}-{times}"))

    async def do_clock(self, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> None:
        date = format_datetime(datetime.now(UTC) + AHEAD, usegmt=True)
        await self.say(writer, 200, rss(name, when=lambda at: format_datetime(at + AHEAD)), Date=date)

    async def do_circle(self, writer: asyncio.StreamWriter, name: str, headers: dict[str, str]) -> None:
        await self.say(writer, 301, Location=f"/circle/{name}")


async def main() -> None:
    """Serve until the process that started it is gone."""
    server = await Nasty().start(sys.argv[2:], int(sys.argv[1]))
    print("ready", flush=True)
    async with server:
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
        server.close()


if __name__ == "__main__":
    asyncio.run(main())
