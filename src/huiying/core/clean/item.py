"""One raw item into one item: plain, masked, dated, with its language and identity."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from huiying.core.clean.dates import parse_date
from huiying.core.clean.redact import redact_fields
from huiying.core.clean.text import language, plain
from huiying.core.clean.urls import canonical, item_id
from huiying.core.types import Item, Kind, RawItem

TITLE_LIMIT = 500
TEXT_LIMIT = 50_000
HEADLINES = frozenset({Kind.NEWS, Kind.HOTLIST})
"""Kinds whose bare titles name those whom everybody knows."""
_MARGIN = 100  # so that a number at the limit is masked before the cut


def clean(raw: RawItem, *, first_seen: datetime, zone: tzinfo, ahead: timedelta = timedelta(0)) -> Item:
    """The item that a raw item describes; `first_seen` is aware UTC, `zone` the source's own for dates without an offset.

    `ahead` is by how much the source's clock is ahead of ours: a date that lies in our future is put right by it, no other is.

    Persons and identifiers are masked before anything else sees the text. Titles keep 500 characters, texts 50,000.
    """
    title = plain(raw.title)[: TITLE_LIMIT + _MARGIN].replace("\n", " ")
    text = plain(raw.text)[: TEXT_LIMIT + _MARGIN] if raw.text else ""
    (title, text), masked = redact_fields(title, text, headline=raw.kind in HEADLINES)
    return Item(
        id=item_id(raw),
        source=raw.source,
        kind=raw.kind,
        url=canonical(raw.url) if raw.url else "",
        title=title[:TITLE_LIMIT],
        text=text[:TEXT_LIMIT],
        lang=raw.lang if raw.lang in ("zh", "en") else language(f"{title} {text}", raw.lang),
        first_seen=first_seen,
        published_at=_published(raw.published_raw, first_seen, zone, ahead) if raw.published_raw else None,
        heat=raw.heat,
        rank=raw.rank,
        masked=masked,
    )


def _published(text: str, first_seen: datetime, zone: tzinfo, ahead: timedelta) -> datetime | None:
    if ahead > timedelta(0):
        by_its_clock = parse_date(text, zone=zone, now=first_seen + ahead)
        if by_its_clock is not None and by_its_clock > first_seen:
            return by_its_clock - ahead
    return parse_date(text, zone=zone, now=first_seen)
