"""One line of a replay file into a raw item.

The contract: id, source, kind?, url?, title?, text?, lang?, published_at | observed_at, heat?, rank?. Other fields are not even decoded.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache

import msgspec

from huiying.core.types import Kind, RawItem, Refusal

_BYTE = re.compile(r"\(byte (\d+)\)")
_KINDS = {kind.value: kind for kind in Kind}
_Text = str | int | float | None


class _Line(msgspec.Struct, gc=False):
    id: _Text = None
    source: _Text = None
    kind: str | None = None
    url: str | None = None
    title: str | None = None
    text: str | None = None
    lang: str | None = None
    published_at: _Text = None
    observed_at: _Text = None
    heat: float | None = None
    rank: float | None = None


_decode = msgspec.json.Decoder(_Line).decode


def read_line(line: bytes) -> RawItem:
    """The raw item on one line. A time without an offset is UTC; a kind that is not known is news.

    With observed_at, that is when the item was seen and published_at stays as written; with published_at alone, published_raw is that time
    in ISO 8601 with its offset. Raises Refusal naming what is wrong.
    """
    try:
        row = _decode(line)
    except msgspec.ValidationError as error:
        raise Refusal("A field has the wrong type: %(reason)s.", reason=str(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if line.startswith(b"\xef\xbb\xbf") and not line.startswith(b"\xef\xbb\xbf" * 2):
            return read_line(line[3:])
        raise _not_json(line, error) from None
    if row.id is None or row.id == "":
        raise Refusal("The field id is missing; every item needs the source's own id.")
    if row.source is None or row.source == "":
        raise Refusal("The field source is missing; every item needs the name of its source.")
    observed: datetime | None = None
    published = row.published_at
    if row.observed_at is not None:
        observed = _time("observed_at", row.observed_at)
        raw = "" if published is None else str(published)
    elif published is not None:
        raw = _stamp(published)
    else:
        raise Refusal("The item has no time: give published_at or observed_at in ISO 8601.")
    return RawItem(
        source=row.source if isinstance(row.source, str) else str(row.source),
        native_id=row.id if isinstance(row.id, str) else str(row.id),
        kind=_KINDS.get(row.kind or "", Kind.NEWS),
        url=row.url or "",
        title=row.title or "",
        text=row.text or "",
        lang=row.lang or "",
        published_raw=raw,
        observed_at=observed,
        heat=row.heat,
        rank=None if row.rank is None else int(row.rank),
    )


@lru_cache(8192)  # the entries of one hot list share their time
def _time(field: str, value: str | int | float) -> datetime:
    try:
        if isinstance(value, str):
            moment = datetime.fromisoformat(value.strip())
            return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        return datetime.fromtimestamp(value / 1000 if abs(value) > 1e11 else value, UTC)
    except (ValueError, OverflowError, OSError):
        raise Refusal(
            "The time %(value)s in %(field)s cannot be read; write it in ISO 8601, for example 2026-11-23T09:05:00+08:00.",
            value=value,
            field=field,
        ) from None


@lru_cache(8192)
def _stamp(value: str | int | float) -> str:
    moment = _time("published_at", value)
    if isinstance(value, str) and datetime.fromisoformat(value.strip()).tzinfo is not None:
        return value.strip()
    return moment.isoformat()


def _not_json(line: bytes, error: Exception) -> Refusal:
    if not line.strip():
        return Refusal("The line is empty.")
    if isinstance(error, UnicodeDecodeError) or "utf-8" in str(error).lower():
        return Refusal("The line is not UTF-8 text.")
    match = _BYTE.search(str(error))
    byte = int(match[1]) if match else len(line.rstrip())
    return Refusal("The line is not JSON at column %(column)s.", column=len(line[:byte].decode("utf-8", "replace")) + 1)
