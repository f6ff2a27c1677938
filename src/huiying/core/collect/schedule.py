"""When to look at a source again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal

from xxhash import xxh64_intdigest

LONGEST = timedelta(hours=24)
ADVICE = timedelta(hours=1)
MOST_DOUBLINGS = 6
JITTER = 0.1

Outcome = Literal["changed", "unchanged", "failed", "refused"]


def next_due(
    *,
    now: datetime,
    interval: timedelta,
    outcome: Outcome,
    failures: int,
    retry_after: timedelta | None = None,
    ttl: timedelta | None = None,
    max_age: timedelta | None = None,
    advice: timedelta = ADVICE,
    source: str,
) -> datetime:
    """The longest of all that was asked for: the desk's interval, Retry-After, the feed's ttl, Cache-Control or Expires.

    How long a page may be kept (`ttl`, `max_age`) is advice and counts up to `advice`; Retry-After is a request and counts in full.
    After `failures` in a row the interval doubles with each, at most 6 times. No wait is longer than a day, unless the interval itself is.
    Up to a tenth is added, fixed by source and hour, so that sources of one interval do not all come due together.
    """
    wait = interval * 2 ** min(max(failures, 0), MOST_DOUBLINGS) if outcome in ("failed", "refused") else interval
    advised = [min(asked, advice) for asked in (ttl, max_age) if asked is not None]
    wait = max([wait, *advised, *([] if retry_after is None else [retry_after])])
    wait = min(wait, max(LONGEST, interval))
    hour = int(now.timestamp()) // 3600
    share = xxh64_intdigest(f"{source}\x00{hour}".encode()) / 2**64
    return now + wait + wait * (JITTER * share)


def parse_retry_after(value: str, now: datetime) -> timedelta | None:
    """A Retry-After header, in seconds or as an HTTP date, as the time from `now`; None where it says neither."""
    value = value.strip()
    if value.isascii() and value.isdecimal():
        return timedelta(seconds=min(int(value[:12]), 10**9))
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(timedelta(0), moment - now)
