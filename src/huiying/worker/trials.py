"""Reading an address once, for somebody who asks whether it can be a source: what it is, its last items as they would be stored, doubts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec

from huiying.core.clean.dates import parse_date
from huiying.core.clean.item import clean
from huiying.core.clean.redact import redact
from huiying.core.collect.adapter import About, Body
from huiying.core.collect.adapters import read_body
from huiying.core.collect.discover import Discovery, Offer, discover, sitemaps
from huiying.core.collect.link_list import Found
from huiying.core.collect.reading import Reading
from huiying.core.collect.seen import new_of
from huiying.core.types import RawItem, Refusal
from huiying.worker.fetch import Fetcher, FetchRequest, FetchResult
from huiying.worker.reading import body_of, inline
from huiying.worker.refused import FetchRefused

SHOWN = 8
FEW = 3
OLD = timedelta(days=60)
# whatever zone a date is read in, it is not further ahead than this by mistake of the zone alone
FUTURE = timedelta(minutes=10)


async def attempt(
    url: str, *, zone: str, private: bool, fetcher: Fetcher, now: datetime, parse: Callable[..., Awaitable[Any]] = inline
) -> dict[str, Any]:
    """What is at an address, as plain data: adapter, url, title, charset, items, masked, warnings, offers, lists; or refusal."""
    of = About(name="trial", url=url, now=now, zone=zone, options={})
    request = FetchRequest(url=url, allow_private=private)
    try:
        result = await fetcher.fetch(request)
        body = body_of(result)
        found: Discovery = await parse(discover, body, of)
        offers = (*found.offers, *await _sitemaps(result, request, fetcher))
        if found.adapter == "page":
            return _page(found, offers, result, of)
        reading = await _read(found.adapter, body, of, request, fetcher, parse)
    except Refusal as refused:
        return refusal_of(refused)
    items = _items(reading.items, of)
    return {
        "adapter": found.adapter,
        "url": result.final_url,
        "title": redact(reading.title[:200]).text,
        "charset": reading.charset,
        "offers": [],
        "lists": [],
        **items,
    }


def refusal_of(refused: Refusal) -> dict[str, Any]:
    """A refusal as data, by which a page says it in the reader's language."""
    reason = refused.reason if isinstance(refused, FetchRefused) else str(refused.values.get("named", ""))
    status = refused.status if isinstance(refused, FetchRefused) else None
    return {
        "refusal": {
            "template": refused.template,
            "values": {name: str(value)[:500] for name, value in refused.values.items()},
            "reason": reason,
            "status": status,
        }
    }


async def _read(name: str, body: Body, of: About, request: FetchRequest, fetcher: Fetcher, parse: Callable[..., Awaitable[Any]]) -> Reading:
    reading: Reading = await parse(read_body, name, body, of, None)
    # of an index of sitemaps, its first part tells enough
    for url in reading.more[:1]:
        private = request.allow_private and urlsplit(url).netloc == urlsplit(request.url).netloc
        part = await fetcher.fetch(msgspec.structs.replace(request, url=url, allow_private=private))
        more: Reading = await parse(read_body, name, body_of(part), of, None)
        reading = msgspec.structs.replace(more, title=reading.title)
    if reading.named:
        raws = tuple(RawItem(source=of.name, url=url) for url in new_of(reading.named, None, now=of.now))
        reading = msgspec.structs.replace(reading, items=reading.items + raws)
    return reading


async def _sitemaps(result: FetchResult, request: FetchRequest, fetcher: Fetcher) -> tuple[Offer, ...]:
    parts = urlsplit(result.final_url)
    robots = f"{parts.scheme}://{parts.netloc}/robots.txt"
    private = request.allow_private and parts.netloc == urlsplit(request.url).netloc
    try:
        answer = await fetcher.fetch(FetchRequest(url=robots, allow_private=private, max_bytes=512 * 1024))
    except FetchRefused:
        return ()
    return tuple(Offer(url, "", "sitemap") for url in sitemaps(answer.body.decode("utf-8", "replace")))


def _page(found: Discovery, offers: Sequence[Offer], result: FetchResult, of: About) -> dict[str, Any]:
    if not found.lists and not offers:
        return refusal_of(
            Refusal(
                "This page names no feed, and no list of news was found on it. Enter the address of the page that lists the news.",
                named="no_list",
            )
        )
    lists = [{"rule": one.rule, **_items(_raws(one), of)} for one in found.lists]
    first: dict[str, Any] = lists[0] if lists else {"items": [], "count": 0, "masked": {}, "language": "", "warnings": []}
    return {
        "adapter": "page" if lists else "",
        "url": result.final_url,
        "title": redact(found.title[:200]).text,
        "charset": found.charset,
        "offers": [{"url": offer.url, "title": redact(offer.title).text, "adapter": offer.adapter} for offer in offers],
        "lists": lists,
        **{name: first[name] for name in ("items", "count", "masked", "language", "warnings")},
    }


def _raws(found: Found) -> list[RawItem]:
    return [RawItem(source="trial", url=one.url, title=one.title, text=one.teaser, published_raw=one.date) for one in found.entries]


def _items(raws: Sequence[RawItem], of: About) -> dict[str, Any]:
    """The last items as they would be stored, and what there is to doubt."""
    zone = ZoneInfo(of.zone)
    cleaned = [(raw, clean(raw, first_seen=of.now, zone=zone)) for raw in raws[:200]]
    cleaned.sort(key=lambda pair: pair[1].published_at or datetime.min.replace(tzinfo=of.now.tzinfo), reverse=True)
    masked: Counter[str] = Counter()
    for _, item in cleaned:
        masked.update(item.masked)
    dates = [item.published_at for _, item in cleaned if item.published_at]
    ahead = sum(_ahead(raw, zone, of.now) for raw, item in cleaned if item.published_at is None)
    warnings = []
    if ahead:
        warnings.append("future")
    if cleaned and len(dates) * 2 < len(cleaned) and not ahead:
        warnings.append("undated")
    if len(cleaned) < FEW:
        warnings.append("few")
    if dates and max(dates) < of.now - OLD:
        warnings.append("old")
    languages = Counter(item.lang for _, item in cleaned if item.lang)
    return {
        "items": [
            {
                "title": item.title or item.text[:120] or item.url,
                "url": item.url,
                "published_at": item.published_at.isoformat() if item.published_at else None,
                "lang": item.lang,
                "masked": item.masked,
            }
            for _, item in cleaned[:SHOWN]
        ],
        "count": len(raws),
        "masked": dict(masked),
        "language": languages.most_common(1)[0][0] if languages else "",
        "warnings": warnings,
    }


def _ahead(raw: RawItem, zone: ZoneInfo, now: datetime) -> bool:
    """Whether a date that was not accepted lies in the future."""
    later = parse_date(raw.published_raw, zone=zone, now=now + timedelta(days=800)) if raw.published_raw else None
    return later is not None and later > now + FUTURE
