"""When a source that says it has moved for good is read at its new address."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

TIMES = 5
DAYS = timedelta(days=3)


def host_of(url: str) -> str:
    """The host that an address names, in small letters; empty where it names none."""
    try:
        return (urlsplit(url.strip()).hostname or "").rstrip(".").lower()
    except ValueError:
        return ""


def settled(*, old: str, new: str, times: int, since: datetime | None, now: datetime) -> bool:
    """Whether the same permanent answer came often enough, for long enough: five times over three days. Never from https to http."""
    if not new or new == old or since is None or (old.startswith("https:") and not new.startswith("https:")):
        return False
    return times >= TIMES and now - since >= DAYS
