"""The parsers of everything that comes from outside, with bodies to begin with, as `bench/fuzz.py` tries them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
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
from huiying.core.collect.reading import Reading
from huiying.core.collect.robots import allowed, crawl_delay
from huiying.core.collect.table import read_table
from huiying.core.types import Refusal
from huiying.worker.address import permitted

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
URL = "https://p.example/a/"
OPTIONS: dict[str, dict[str, object]] = {
    "page": {"list": "ul.news-list > li > a"},
    "jetstream": {"languages": "zh, en"},
    "georeport": {"page_size": "1"},
}
ROBOTS = "User-agent: *\nDisallow: /a*b$\nAllow: /index.html\nCrawl-delay: 5\n\nUser-agent: Huiying\nDisallow: /%e4%b8%ad\n"
DATES = "2026年11月23日 09:05\0昨天 下午3点半\0二〇二六年十一月\0Mon, 23 Nov 2026 09:05:00 CST\x001795395900\0农历十月\x003 hours ago"
MB = 1024 * 1024
# bytes that the product takes of a body (HUIYING_FETCH_BYTES, and what the ways of reading say themselves)
FETCHED = 8 * MB
MOST = {"mailbox": 5 * MB, "push": MB, "jetstream": MB, "file": 20 * MB}


class Parser(msgspec.Struct, frozen=True):
    """What is fuzzed: a function of bytes that may only return or refuse, and bodies to begin with. `most` bytes may come, where it is
    given whole bodies."""

    read: Callable[[bytes], Any]
    seeds: tuple[str | bytes, ...]
    most: int = 0


def _about(name: str) -> About:
    return About(name="s", url=URL, now=NOW, kind=adapter(name).kind, zone="Asia/Shanghai", options=OPTIONS.get(name, {}), salt=b"s")


def _source(name: str) -> Callable[[bytes], Reading]:
    """What a child does with a body."""
    return lambda body: read_body(name, Body(body, URL, charset="gbk"), _about(name), len)


def cleaned(found: object) -> object:
    """What the worker does with what a child sends back: every item cleaned."""
    if not isinstance(found, Reading):
        return None
    return msgspec.msgpack.encode((found, [clean(raw, first_seen=NOW, zone=UTC) for raw in found.items[:20]]))


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
    **{name: Parser(_source(name), seeds, MOST.get(name, FETCHED)) for name, seeds in SEEDS.items()},
    "article": Parser(
        _page,
        (ARTICLE, ARTICLE.encode("gb18030"), ARTICLE.encode("utf-16"), ENGLISH_ARTICLE, ENGLISH_LIST, LISTED.encode("big5", "replace")),
        4 * MB,
    ),
    "table": Parser(_table, SEEDS["file"], MOST["file"]),
    "sheet": Parser(lambda body: _table(packed_sheet(body)), (SHEET,), MOST["file"]),
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


def attempt(parser: Parser, body: bytes) -> Exception | None:
    """What broke, None where the body was read or refused and what was read could be cleaned."""
    try:
        cleaned(parser.read(body))
    except Refusal:
        return None
    except Exception as error:
        return error
    return None
