"""What is asked of a source and what comes back, and the headers that say when to come again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import msgspec

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.I)


class FetchRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One GET. `deadline` is in seconds and covers redirects and robots.txt, not the wait for other fetches from the same host.

    `pin` is the SHA-256 (hex) of the one certificate that `pin_host` may show although it is not valid.
    """

    url: str
    etag: str = ""
    last_modified: str = ""
    allow_private: bool = False
    deadline: float = 20.0
    max_bytes: int = 8 * 1024 * 1024
    pin_host: str = ""
    pin: str = ""


class FetchResult(msgspec.Struct, frozen=True, kw_only=True):
    """What came back: 2xx, or 304 with `not_modified` and no body. `retry_after` is raw, `max_age` in
    seconds, `server_date` the server's clock in UTC.

    `skew` is by how many seconds that clock is ahead of ours, `moved` the address that nothing but permanent redirects led to.
    """

    status: int
    body: bytes
    etag: str
    last_modified: str
    content_type: str
    charset: str
    final_url: str
    retry_after: str
    max_age: int | None
    server_date: datetime | None
    not_modified: bool
    skew: float | None = None
    moved: str = ""


def lifetime(headers: Mapping[str, str]) -> int | None:
    """For how many seconds the answer may be kept: Cache-Control, or else Expires against the server's own clock."""
    control = headers.get("Cache-Control", "")
    if "no-store" in control.lower() or "no-cache" in control.lower():
        return None
    if match := _MAX_AGE.search(control):
        return int(match[1])
    expires, date = http_date(headers.get("Expires", "")), http_date(headers.get("Date", ""))
    if expires is None or date is None or expires <= date:
        return None
    return min(int((expires - date).total_seconds()), 10**9)


def http_date(value: str) -> datetime | None:
    """An HTTP date in UTC; None where it is none."""
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
