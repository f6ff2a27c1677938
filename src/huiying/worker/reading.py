"""Reading one source: what its adapter asks for, fetched and parsed, with nothing stored yet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from time import perf_counter
from typing import Any, TypeVar
from urllib.parse import urlsplit

import msgspec

from huiying import settings
from huiying.core.collect.adapter import About, Body
from huiying.core.collect.adapters import adapter, read_body
from huiying.core.collect.reading import Reading
from huiying.core.collect.seen import SEEN, new_of
from huiying.core.collect.voice import SPEAKING
from huiying.core.types import Kind, RawItem, Refusal
from huiying.store import models
from huiying.store.keys import salt_of
from huiying.worker.articles import Unknown, in_full
from huiying.worker.fetch import Fetcher, FetchRequest, FetchResult
from huiying.worker.intake import FULL_EVERY, Outcome
from huiying.worker.nursery import VoiceAt

T = TypeVar("T")
Parse = Callable[..., Awaitable[Any]]
"""Calls a function with its arguments where hostile bytes can do no harm."""

MOST_MORE = 20  # further bodies of one reading


def about(row: models.Source, now: datetime) -> About:
    """What an adapter may know of a source."""
    return About(
        name=row.name,
        url=row.url,
        now=now,
        kind=Kind(row.kind),
        zone=row.zone,
        charset=row.charset,
        options=row.options,
        since=row.item_at,
        salt=salt_of(row),
    )


def request_for(row: models.Source, now: datetime) -> FetchRequest:
    """How to read a source now. Validators are left out once a week, for all of it anew: some servers always say `not modified`."""
    fresh = row.conditional and row.validators_at is not None and now - row.validators_at < FULL_EVERY
    excuse = row.tls if row.tls and datetime.fromisoformat(row.tls["until"]) > now else {}
    return FetchRequest(
        url=adapter(row.adapter).address(about(row, now)),
        etag=row.etag if fresh else "",
        last_modified=row.last_modified if fresh else "",
        allow_private=row.allow_private,
        deadline=settings.number("HUIYING_FETCH_DEADLINE"),
        max_bytes=int(settings.number("HUIYING_FETCH_BYTES")),
        pin_host=excuse.get("host", ""),
        pin=excuse.get("fingerprint", ""),
    )


async def inline(function: Callable[..., T], *arguments: object) -> T:
    """Parse in this very process: for what an operator tries by hand."""
    return function(*arguments)


def unmarked(_body: bytes) -> str:
    """No mark: every body is read."""
    return ""


async def read(
    row: models.Source,
    *,
    fetcher: Fetcher,
    now: datetime,
    parse: Parse = inline,
    mark: Callable[[bytes], str] = unmarked,
    unknown: Unknown | None = None,
) -> Outcome:
    """Fetch and parse what is new at a source. Whatever is refused on the way is in the outcome; nothing is stored.

    `unknown` asks the database which items are new; without it no article is read in full.
    """
    begun = perf_counter()
    try:
        request = request_for(row, now)
        result = await fetcher.fetch(request)
        marked = mark(result.body)
        if result.not_modified or (marked and marked == row.fingerprint):
            return Outcome(row.pk, result, marked, ms=_since(begun))
        reading, parts = await _whole(row, request, result, fetcher, now, parse)
        reading = with_new(reading, row, now)
        named = len(reading.named)
        left = False
        if unknown is not None:
            of = about(row, now)
            reading, left = await in_full(
                reading, of, row.adapter, fetcher=fetcher, parse=parse, unknown=unknown, private=row.allow_private
            )
        if parts or left or len(reading.named) < named:
            # the same first body does not mean that nothing is new: parts of it change, or something was left
            result, marked = msgspec.structs.replace(result, etag="", last_modified=""), ""
        return Outcome(row.pk, result, marked, reading, unfinished=left, ms=_since(begun))
    except Refusal as refused:
        return Outcome(row.pk, refusal=refused, ms=_since(begun))


async def _whole(
    row: models.Source, request: FetchRequest, result: FetchResult, fetcher: Fetcher, now: datetime, parse: Parse
) -> tuple[Reading, bool]:
    """The reading with everything that belongs to it, and whether it had parts: an adapter may name further bodies, each is read once."""
    of = about(row, now)
    # where people speak for themselves, the child's door gives each of them a number
    voice = VoiceAt(row.name) if of.kind in SPEAKING else None

    async def one(answer: FetchResult) -> Reading:
        found: Reading = await parse(read_body, row.adapter, body_of(answer), of, voice)
        return found

    reading = await one(result)
    waiting, parts = list(reading.more), bool(reading.more)
    seen = {request.url, result.final_url}
    while waiting and len(seen) <= MOST_MORE:
        url = waiting.pop(0)
        if url in seen:
            continue
        seen.add(url)
        # what a source names elsewhere gets none of the trust that the source itself has
        private = request.allow_private and urlsplit(url).netloc == urlsplit(request.url).netloc
        part = await one(await fetcher.fetch(msgspec.structs.replace(request, url=url, etag="", last_modified="", allow_private=private)))
        waiting += part.more
        reading = msgspec.structs.replace(
            reading,
            items=reading.items + part.items,
            voices=reading.voices + part.voices,
            more=(),
            named=reading.named + part.named,
        )
    return reading, parts


def with_new(reading: Reading, row: models.Source, now: datetime) -> Reading:
    """The reading with an item for each address that is named without a date and was not seen before."""
    if not reading.named:
        return reading
    has = {raw.url for raw in reading.items}
    new = [url for url in new_of(reading.named, row.progress.get(SEEN), now=now) if url not in has]
    items = tuple(RawItem(source=row.name, kind=Kind(row.kind), url=url) for url in new)
    voices = (*reading.voices, *(None for _ in items)) if reading.voices else ()
    return msgspec.structs.replace(reading, items=reading.items + items, voices=voices)


def _since(begun: float) -> int:
    return round(1000 * (perf_counter() - begun))


def body_of(result: FetchResult) -> Body:
    """What was fetched, as an adapter takes it."""
    return Body(result.body, result.final_url, result.content_type, result.charset)
