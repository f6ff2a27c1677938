"""Does anything that is sent break a parser, or keep it busy for more than two seconds? Mutations of small seeds, for `--minutes`."""

from __future__ import annotations

import argparse
import faulthandler
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from bench.fuzz_seeds import ARTICLE, ATOM, ENGLISH_ARTICLE, ENGLISH_LIST, LISTED, RSS, SEEDS, SHEET, TOLD, packed_sheet
from huiying.core.clean.dates import parse_date
from huiying.core.clean.item import clean
from huiying.core.clean.redact import redact, redact_fields
from huiying.core.clean.text import plain
from huiying.core.clean.urls import canonical
from huiying.core.collect.adapter import About, Body
from huiying.core.collect.adapters import adapter, read_body
from huiying.core.collect.article import read_article
from huiying.core.collect.charset import decode
from huiying.core.collect.columns import guess, take
from huiying.core.collect.discover import discover
from huiying.core.collect.jsonl import read_line
from huiying.core.collect.opml import read_opml
from huiying.core.collect.robots import allowed, crawl_delay
from huiying.core.collect.table import read_table
from huiying.core.types import Refusal
from huiying.worker.address import permitted

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
LONGEST = 2.0  # seconds
URL = "https://p.example/a/"
OPTIONS: dict[str, dict[str, object]] = {
    "page": {"list": "ul.news-list > li > a"},
    "jetstream": {"languages": "zh, en"},
    "georeport": {"page_size": "1"},
}
ROBOTS = "User-agent: *\nDisallow: /a*b$\nAllow: /index.html\nCrawl-delay: 5\n\nUser-agent: Huiying\nDisallow: /%e4%b8%ad\n"
DATES = "2026年11月23日 09:05\0昨天 下午3点半\0二〇二六年十一月\0Mon, 23 Nov 2026 09:05:00 CST\x001795395900\0农历十月\x003 hours ago"
# What tends to break readers: pieces that are put in anywhere.
PIECES = (
    *(b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<?xml", b"<!DOCTYPE x [", b"<!ENTITY a 'b'>", b"&#0;", b"&#xD800;"),
    *(
        b"&#99999999999999999999;",
        b"\0",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\x81",
        b"\xcd\xa3",
        b"\x1b$B",
        b"%00",
    ),
    *(b"http://[", b"//", b"#", b"\n", b"\r", b'"', b"'", b"{", b"[", b"\\ud800", b"1e999", b"-1", b"9" * 400, b"' a='", b" xmlns:a='b'"),
    *("：", "年", "前", "\u202e", "𠮷", "İ", "ﬃ", "\u0300" * 9),
)


class Parser(msgspec.Struct, frozen=True):
    """What is fuzzed: a function of bytes that may only return or refuse, and bodies to begin with."""

    read: Callable[[bytes], Any]
    seeds: tuple[str | bytes, ...]


class Slow(BaseException):
    """Over two seconds. No Exception, so that no reader takes it for a broken body."""


def _about(name: str) -> About:
    return About(name="s", url=URL, now=NOW, kind=adapter(name).kind, zone="Asia/Shanghai", options=OPTIONS.get(name, {}), salt=b"s")


def _source(name: str) -> Callable[[bytes], Any]:
    """What a reading does with a body: read, sent back by the child, every item cleaned."""

    def read(body: bytes) -> object:
        reading = read_body(name, Body(body, URL, charset="gbk"), _about(name), len)
        return msgspec.msgpack.encode((reading, [clean(raw, first_seen=NOW, zone=UTC) for raw in reading.items[:20]]))

    return read


def _page(body: bytes) -> object:
    sent = Body(body, URL)
    with suppress(Refusal):
        discover(sent, _about("page"))
    return msgspec.msgpack.encode(read_article(sent, _about("page")))


def _table(body: bytes) -> object:
    table = read_table(body)
    return take(table, guess(table.columns), _about("file"))


def _text(read: Callable[[str], Any]) -> Callable[[bytes], Any]:
    return lambda body: [read(part) for part in body.decode("utf-8", "surrogateescape").split("\0")]


# A parser more is one line more.
PARSERS = {
    **{name: Parser(_source(name), seeds) for name, seeds in SEEDS.items()},
    "article": Parser(
        _page,
        (ARTICLE, ARTICLE.encode("gb18030"), ARTICLE.encode("utf-16"), ENGLISH_ARTICLE, ENGLISH_LIST, LISTED.encode("big5", "replace")),
    ),
    "table": Parser(_table, SEEDS["file"]),
    "sheet": Parser(lambda body: _table(packed_sheet(body)), (SHEET,)),
    "redaction": Parser(_text(lambda text: (redact(text), redact_fields(text[:99], text))), (TOLD,)),
    "jsonl": Parser(read_line, ('{"id":"1","source":"s","title":"a","published_at":"2026-11-23T09:05:00+08:00","heat":1e3,"rank":2}',)),
    "opml": Parser(
        read_opml, ('<opml version="2.0"><body><outline text="a"><outline xmlUrl="https://p.example/f"/></outline></body></opml>',)
    ),
    "robots": Parser(
        _text(lambda text: (allowed(text, agent="Huiying", url="https://p.example/" + text[-99:]), crawl_delay(text, agent="*"))), (ROBOTS,)
    ),
    "charset": Parser(
        lambda body: [decode(body, declared=name) for name in ("", "gbk", "big5", "utf-16", "hz")], (RSS, RSS.encode("big5", "replace"))
    ),
    "date": Parser(_text(lambda text: parse_date(text, zone=UTC, now=NOW)), (DATES,)),
    "text": Parser(_text(plain), (ATOM, "<p>a<script>b</script>&lt;<table><tr><td>c")),
    "url": Parser(_text(canonical), ("https://u:p@例.example:443/a?utm_source=x&b=%E4#f\0//x\0http://[::1]/",)),
    "address": Parser(
        _text(lambda text: permitted(text, allow_private=False)), ("127.0.0.1\0::ffff:7f00:1\x000x7f.1\x002130706433\0fe80::1%eth0",)
    ),
}


def mutated(body: bytes, chance: random.Random) -> bytes:
    """A body with a few of its parts lost, doubled, swapped, overwritten or grown."""
    out = bytearray(body)
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(out))
        end = min(len(out), start + chance.choice((1, 2, 4, 8, 40)))
        piece = chance.choice(PIECES)
        inserted = piece.encode() if isinstance(piece, str) else piece
        match chance.randint(0, 6):
            case 0:
                del out[start:end]
            case 1:
                out[start:start] = inserted
            case 2:
                out[start:start] = inserted * chance.choice((1, 10, 1000))
            case 3:
                out[start:start] = out[start:end] * chance.choice((2, 50))
            case 4:
                out[start:end] = bytes(chance.randrange(256) for _ in range(end - start))
            case 5:
                del out[start:]
            case _:
                there = chance.randint(0, len(out))
                out[there:there] = out[start:end]
        del out[200_000:]
    return bytes(out)


def attempt(parser: Parser, body: bytes) -> BaseException | None:
    """What broke, None where the body was read or refused."""
    try:
        parser.read(body)
    except Refusal:
        return None
    except (Exception, Slow) as error:
        return error
    return None


def run(work: Path, options: argparse.Namespace) -> None:
    """Print a row a parser; what broke it, with the body, goes to standard error."""
    faulthandler.enable()
    signal.signal(signal.SIGPROF, _slow)
    print("| parser | bodies | broke | over 2 s | slowest, s |\n| --- | --- | --- | --- | --- |")
    chosen = {name: parser for name, parser in PARSERS.items() if options.only in name}
    for name, parser in chosen.items():
        chance = random.Random(name)  # noqa: S311 - the same bodies at every run
        counts, slowest = Counter[str](), 0.0
        end = time.monotonic() + options.minutes * 60 / len(chosen)
        while time.monotonic() < end:
            seed = chance.choice(parser.seeds)
            body = mutated(seed.encode() if isinstance(seed, str) else seed, chance)
            start = time.process_time()
            signal.setitimer(signal.ITIMER_PROF, LONGEST)
            error = attempt(parser, body)
            signal.setitimer(signal.ITIMER_PROF, 0)
            slowest = max(slowest, time.process_time() - start)
            counts.update(["bodies", *(["slow"] if isinstance(error, Slow) else ["broke"] if error else [])])
            if error:
                traceback.print_exception(error, limit=-3, file=sys.stderr)
                print(f"{name}: {body[:300]!r}", file=sys.stderr, flush=True)
        print(f"| {name} | {counts['bodies']:,} | {counts['broke']} | {counts['slow']} | {slowest:.2f} |", flush=True)


def _slow(signum: int, frame: object) -> None:
    raise Slow("over 2 s")
