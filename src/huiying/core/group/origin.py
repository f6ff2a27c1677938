"""Where a story comes from: how many items, outlets and independent reports, and who had it first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec

from huiying.core.types import Decision, Kind


class Member(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An item of a story, as much of it as its origin needs."""

    item: str
    source: str
    kind: Kind
    at: datetime
    decision: Decision
    duplicate_of: str | None = None


class FirstSeen(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The earliest item of one outlet."""

    source: str
    item: str
    at: datetime


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """`items` of all kinds, distinct `outlets`, `independent` reports, and `first_seen` by outlet, earliest first.

    An independent report has words of its own: it is neither a copy nor a line of a hot list, which only repeats what is told elsewhere.
    """

    items: int
    outlets: int
    independent: int
    first_seen: tuple[FirstSeen, ...]


def origin_of(members: Iterable[Member]) -> Origin:
    """Count a story's members. An item that is named twice counts once; equal times are ordered by item."""
    ordered = sorted({member.item: member for member in members}.values(), key=lambda member: (member.at, member.item))
    first: dict[str, FirstSeen] = {}
    for member in ordered:
        first.setdefault(member.source, FirstSeen(source=member.source, item=member.item, at=member.at))
    independent = [m for m in ordered if m.decision != Decision.DUPLICATE and m.duplicate_of is None and m.kind != Kind.HOTLIST]
    return Origin(items=len(ordered), outlets=len(first), independent=len(independent), first_seen=tuple(first.values()))
