"""Signed deliveries: another system of the body sends items as JSON."""

from __future__ import annotations

import html
from datetime import datetime, timedelta
from typing import Annotated

import msgspec

from huiying.core.collect.adapter import About, Adapter, Body, Carriage
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import Kind, RawItem, Refusal

MOST_ITEMS = 500
LATE = timedelta(minutes=15)
_Short = Annotated[str, msgspec.Meta(max_length=500)]


class _Pushed(msgspec.Struct, forbid_unknown_fields=False):
    # What is not named here is not decoded: no field can carry who wrote.
    id: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
    title: _Short = ""
    text: Annotated[str, msgspec.Meta(max_length=100_000)] = ""
    url: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    published_at: Annotated[str, msgspec.Meta(max_length=60)] = ""
    kind: Kind | None = None
    lang: Annotated[str, msgspec.Meta(max_length=16)] = ""


class _Delivery(msgspec.Struct):
    sent_at: datetime
    items: Annotated[list[_Pushed], msgspec.Meta(max_length=MOST_ITEMS)] = []
    gone: Annotated[list[Annotated[str, msgspec.Meta(max_length=300)]], msgspec.Meta(max_length=MOST_ITEMS)] = []


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """The items of one delivery. Refuses one that was sent more than a quarter of an hour ago: it may be a replay."""
    try:
        sent = msgspec.json.decode(body.content, type=_Delivery)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal("The delivery is not as it should be: %(reason)s.", reason=str(error)) from None
    if sent.sent_at.tzinfo is None:
        raise Refusal("The delivery is not as it should be: %(reason)s.", reason="`sent_at` has no offset from UTC")
    if abs(about.now - sent.sent_at) > LATE:
        raise Refusal("The delivery says that it was sent at %(at)s, which is not now. Check the clocks.", at=sent.sent_at.isoformat())
    for row in sent.items:
        if not (row.title.strip() or row.text.strip()):
            raise Refusal("The item %(id)s has neither a title nor a text.", id=row.id)
    return Reading("", tuple(_item(row, about) for row in sent.items), gone=tuple(sent.gone))


def _item(row: _Pushed, about: About) -> RawItem:
    return RawItem(
        source=about.name,
        native_id=row.id,
        kind=row.kind or about.kind,
        url=row.url,
        title=html.escape(row.title, quote=False),
        text=html.escape(row.text, quote=False),
        lang=row.lang,
        published_raw=row.published_at,
    )


PUSH = Adapter(
    name="push",
    title="Signed deliveries from another system",
    terms="A system of the body itself sends what may be sent, signed with a key that only the two know.",
    personal="Only id, title, text, address, time, kind and language of an item are read; persons and numbers in the text are masked on "
    "arrival.",
    read=read,
    carriage=Carriage.PUSHED,
    kind=Kind.NOTICE,
)
