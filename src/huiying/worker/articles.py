"""Articles in full: the pages of new items that have only a teaser, read within bounds. A page that cannot be had fails nothing."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec

from huiying.core.clean.article import completed
from huiying.core.clean.dates import parse_date
from huiying.core.clean.text import plain
from huiying.core.collect.adapter import About, Body
from huiying.core.collect.adapters import adapter
from huiying.core.collect.adapters.sitemap import DAYS
from huiying.core.collect.article import Article, read_article
from huiying.core.collect.reading import Reading
from huiying.core.types import Kind, RawItem, Refusal
from huiying.worker.fetch import Fetcher, FetchRequest
from huiying.worker.refused import FetchRefused

log = logging.getLogger(__name__)

MOST = 10  # pages of one reading
SECONDS = 60.0  # for all of them
MOST_BYTES = 4 * 1024 * 1024
FRESH = timedelta(days=7)  # what is older stays as it is given

Unknown = Callable[[Sequence[RawItem]], Awaitable[frozenset[int]]]
"""Says which of these items, by their place, the desk does not have yet."""

_TEASER = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|(?:阅读|查看|点击查看|点击阅读|展开)?(?:全文|详情|更多|原文)\s*[>»›]*|"
    r"(?:continue reading|read (?:more|the full (?:story|article)|on))\W*)\s*[)\]）】]*\Z",
    re.I,
)
_SHORT = 1_000
_ARTICLES = frozenset({Kind.NEWS, Kind.NOTICE})


def wants(raw: RawItem, chosen: object, *, listed: bool = False) -> bool:
    """Whether the page of an item is to be read: never, always, or where what was given is only a teaser.

    `listed`: it stands in a list or a sitemap, which never gives more than a teaser.
    """
    if chosen == "never" or not raw.url.startswith(("http://", "https://")):
        return False
    if chosen == "always" or listed:
        return True
    text = plain(raw.text[:20_000])
    if not text:
        # where people speak for themselves, a title alone is all they said
        return raw.kind in _ARTICLES
    return len(text) <= _SHORT and _TEASER.search(text[-60:]) is not None


async def in_full(
    reading: Reading, of: About, name: str, *, fetcher: Fetcher, parse: Callable[..., Awaitable[Any]], unknown: Unknown, private: bool
) -> tuple[Reading, bool]:
    """The reading with its new articles in full, and whether some were left for the next one, which had better come soon.

    What is left is not in the reading, nor in what it `named`: the next one finds it again, for the desk does not have it. At least one is
    completed each time. An address that was only named is no item where its page is older than the days that count as new.
    """
    way = adapter(name)
    chosen = of.options.get("articles", "teaser")
    wanted = (
        [place for place, raw in enumerate(reading.items) if wants(raw, chosen, listed=name in ("page", "sitemap"))] if way.articles else []
    )
    if not wanted:
        return reading, False
    fresh = await unknown([reading.items[place] for place in wanted])
    zone = ZoneInfo(of.zone)
    todo = [place for number, place in enumerate(wanted) if number in fresh and _recent(reading.items[place], zone, of.now)]
    todo.sort(key=lambda place: _date(reading.items[place], zone, of.now) or of.now, reverse=True)
    named = frozenset(reading.named)
    items, begun, shut = dict(enumerate(reading.items)), asyncio.get_running_loop().time(), set[str]()
    left, again = 0, set[str]()
    for number, place in enumerate(todo):
        raw = items[place]
        host = urlsplit(raw.url).netloc
        if host in shut:
            again.add(raw.url)
            continue  # it asked to be left alone: what it gave must do
        if number >= MOST or (number and asyncio.get_running_loop().time() - begun > SECONDS):
            del items[place]
            again.add(raw.url)
            left += 1
            continue
        try:
            article = await _article(raw, of, fetcher, parse, private and host == urlsplit(of.url).netloc)
            items[place] = completed(raw, article, zone=zone, now=of.now, dated=name != "sitemap" or bool(raw.title))
            if raw.url in named and _old(items[place], of, zone):
                del items[place]  # its address is new to us, and nothing else about it
        except Refusal as refused:
            log.info("%s: %s is kept as it was given: %s", of.name, raw.url, refused)
            if isinstance(refused, FetchRefused) and (refused.status in (429, 503) or refused.reason in ("deadline", "connect", "dns")):
                shut.add(host)
                again.add(raw.url)
    kept = [place for place in range(len(reading.items)) if place in items and (items[place].title or items[place].text)]
    voices = tuple(reading.voices[place] for place in kept) if reading.voices else ()
    seen = tuple(url for url in reading.named if url not in again)
    return msgspec.structs.replace(reading, items=tuple(items[place] for place in kept), voices=voices, named=seen), left > 0


async def _article(raw: RawItem, of: About, fetcher: Fetcher, parse: Callable[..., Awaitable[Any]], private: bool) -> Article:
    result = await fetcher.fetch(FetchRequest(url=raw.url, allow_private=private, max_bytes=MOST_BYTES))
    body = Body(result.body, result.final_url, result.content_type, result.charset)
    # the charset that is remembered is the source's; a page may lie on another site
    found = await parse(read_article, body, msgspec.structs.replace(of, charset="", options={}))
    assert isinstance(found, Article)
    return found


def _date(raw: RawItem, zone: ZoneInfo, now: datetime) -> datetime | None:
    return parse_date(raw.published_raw, zone=zone, now=now) if raw.published_raw else None


def _old(raw: RawItem, of: About, zone: ZoneInfo) -> bool:
    date, days = _date(raw, zone, of.now), of.options.get("days")
    return date is not None and of.now - date > timedelta(days=days if isinstance(days, int) else DAYS)


def _recent(raw: RawItem, zone: ZoneInfo, now: datetime) -> bool:
    date = _date(raw, zone, now)
    return date is None or not raw.title or now - date <= FRESH
