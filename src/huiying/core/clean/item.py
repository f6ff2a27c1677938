"""One raw item into one item: plain, masked, dated, with its language and identity."""

from __future__ import annotations

from datetime import datetime, tzinfo

from huiying.core.clean.dates import parse_date
from huiying.core.clean.redact import redact_fields
from huiying.core.clean.text import language, plain
from huiying.core.clean.urls import canonical, item_id
from huiying.core.types import Item, RawItem

TITLE_LIMIT = 500
TEXT_LIMIT = 50_000
_MARGIN = 100  # so that a number at the limit is masked before the cut


def clean(raw: RawItem, *, first_seen: datetime, zone: tzinfo) -> Item:
    """The item that a raw item describes; `first_seen` is aware UTC, `zone` the source's own for dates without an offset.

    Persons and identifiers are masked before anything else sees the text. Titles keep 500 characters, texts 50,000.
    """
    title = plain(raw.title)[: TITLE_LIMIT + _MARGIN].replace("\n", " ")
    text = plain(raw.text)[: TEXT_LIMIT + _MARGIN] if raw.text else ""
    (title, text), masked = redact_fields(title, text)
    return Item(
        id=item_id(raw),
        source=raw.source,
        kind=raw.kind,
        url=canonical(raw.url) if raw.url else "",
        title=title[:TITLE_LIMIT],
        text=text[:TEXT_LIMIT],
        lang=raw.lang if raw.lang in ("zh", "en") else language(f"{title} {text}", raw.lang),
        first_seen=first_seen,
        published_at=parse_date(raw.published_raw, zone=zone, now=first_seen) if raw.published_raw else None,
        heat=raw.heat,
        rank=raw.rank,
        masked=masked,
    )
