"""Reading one source: what its adapter asks for, fetched and parsed, with nothing stored yet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeVar

import msgspec

from huiying.core.collect.adapter import About, Body
from huiying.core.collect.adapters import adapter
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import SPEAKING, Door
from huiying.core.types import Kind, Refusal
from huiying.store import models
from huiying.store.keys import salt_of
from huiying.worker.fetch import Fetcher, FetchRequest, FetchResult
from huiying.worker.intake import Outcome

T = TypeVar("T")
Parse = Callable[..., Awaitable[Reading]]
"""Calls a function with its arguments where hostile bytes can do no harm."""

VALIDATORS_LIVE = timedelta(days=8)
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
    """How to read a source now. Validators older than eight days are left out: some servers always say `not modified`."""
    fresh = row.validators_at is not None and now - row.validators_at < VALIDATORS_LIVE
    return FetchRequest(
        url=adapter(row.adapter).address(about(row, now)),
        etag=row.etag if fresh else "",
        last_modified=row.last_modified if fresh else "",
        allow_private=row.allow_private,
    )


def read_body(name: str, body: Body, of: About, door: Door | None) -> Reading:
    """What the adapter `name` makes of a body. Where people speak for themselves, a door gives each of them a number."""
    voice = (lambda said: door.voice(of.name, said)) if door is not None and of.kind in SPEAKING else None
    return adapter(name).read(body, of, voice)


async def inline(function: Callable[..., Reading], *arguments: object) -> Reading:
    """Parse in this very process."""
    return function(*arguments)


async def read(row: models.Source, *, fetcher: Fetcher, door: Door | None, now: datetime, parse: Parse = inline) -> Outcome:
    """Fetch and parse what is new at a source. Whatever is refused on the way is in the outcome; nothing is stored."""
    try:
        request = request_for(row, now)
        result = await fetcher.fetch(request)
        mark = door.mark(result.body) if door is not None else ""
        if result.not_modified or (mark and mark == row.fingerprint):
            return Outcome(row.pk, result, mark)
        return Outcome(row.pk, result, mark, await _whole(row, request, result, fetcher, door, now, parse))
    except Refusal as refused:
        return Outcome(row.pk, refusal=refused)


async def _whole(
    row: models.Source, request: FetchRequest, result: FetchResult, fetcher: Fetcher, door: Door | None, now: datetime, parse: Parse
) -> Reading:
    """The reading with everything that belongs to it: an adapter may name further bodies, each is read once."""
    of = about(row, now)

    async def one(answer: FetchResult) -> Reading:
        return await parse(read_body, row.adapter, body_of(answer), of, door)

    reading = await one(result)
    waiting, seen = list(reading.more), {request.url, result.final_url}
    while waiting and len(seen) <= MOST_MORE:
        url = waiting.pop(0)
        if url in seen:
            continue
        seen.add(url)
        part = await one(await fetcher.fetch(msgspec.structs.replace(request, url=url, etag="", last_modified="")))
        waiting += part.more
        reading = msgspec.structs.replace(reading, items=reading.items + part.items, voices=reading.voices + part.voices, more=())
    return reading


def body_of(result: FetchResult) -> Body:
    """What was fetched, as an adapter takes it."""
    return Body(result.body, result.final_url, result.content_type, result.charset)
