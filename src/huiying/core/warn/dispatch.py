"""When a notification leaves, with which others, and when it is tried again (group wait, group interval: Prometheus Alertmanager)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta, tzinfo

import msgspec

from huiying.core.types import Level
from huiying.core.warn.digest import next_digest
from huiying.core.warn.quiet import QuietHours, released

GROUP_WAIT = {
    Level.BLUE: timedelta(minutes=2),
    Level.YELLOW: timedelta(minutes=2),
    Level.ORANGE: timedelta(seconds=20),
    Level.RED: timedelta(0),
}
"""How long a notification waits for others of its place and topic."""

FIRST_RETRY = timedelta(seconds=30)
LONGEST_RETRY = timedelta(minutes=30)
MOST_TRIES = 10


class Hours(msgspec.Struct, frozen=True, kw_only=True):
    """What the desk agreed on: its zone, its quiet hours (None: none) and the times of its digest (empty: none)."""

    zone: tzinfo
    quiet: QuietHours | None = None
    digest: tuple[time, ...] = ()


class Leaving(msgspec.Struct, frozen=True):
    """From when a notification may leave, and the batch it belongs to: what has the same batch goes out as one."""

    at: datetime
    batch: str


def told_from(level: Level, at: datetime, hours: Hours) -> datetime:
    """When the first person outside the house can hear of a warning raised at `at`. Its clock for escalation starts then, never before."""
    digest = next_digest(at, hours.digest, hours.zone) if level is Level.BLUE else None
    return released(level, digest or at, hours.quiet, hours.zone)


def leaving(level: Level, at: datetime, hours: Hours, *, warning: int, place: str = "", topics: Sequence[str] = ()) -> Leaving:
    """When the notification of a warning leaves, and with what.

    Blue waits for the digest and what came in quiet hours for their end; either goes as one list. Otherwise warnings of the same place and
    the same topics wait a little for each other; one whose place or topic is not known goes alone and at once.
    """
    free = told_from(level, at, hours)
    if level is Level.BLUE and hours.digest:
        return Leaving(free, f"digest:{free.isoformat()}")
    if free > at:
        return Leaving(free, f"morning:{free.isoformat()}")
    if place and topics:
        return Leaving(at + GROUP_WAIT[level], f"group:{'|'.join([place, *sorted(topics)])}")
    return Leaving(at, f"warning:{warning}")


def next_try(now: datetime, tries: int) -> datetime | None:
    """When a notification that failed so many times is tried again; None where it is given up."""
    if tries >= MOST_TRIES:
        return None
    return now + min(LONGEST_RETRY, FIRST_RETRY * 2.0 ** (tries - 1))
