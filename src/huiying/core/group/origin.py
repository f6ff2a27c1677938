"""Where a story comes from: how many items, outlets and independent reports, who had it first, and who had it from whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from huiying.core.types import Decision, Kind


class Part(StrEnum):
    """What an item is to its story: words of its own, a copy of another's words, or a hot list's line that only names it."""

    REPORT = "report"
    COPY = "copy"
    LINE = "line"


class Member(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An item of a story, as much of it as its origin needs. `at` is the earlier of the outlet's own date and our first sight."""

    item: str
    source: str
    kind: Kind
    at: datetime
    decision: Decision
    duplicate_of: str | None = None

    @property
    def part(self) -> Part:
        """A line of a hot list repeats what is told elsewhere, also where it is the first that was seen of a story."""
        if self.kind == Kind.HOTLIST:
            return Part.LINE
        return Part.COPY if self.decision == Decision.DUPLICATE or self.duplicate_of is not None else Part.REPORT


class Sight(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One link of the chain: the `order`-th item of the story, `after` the first. `original` is the order of the item it is a copy of."""

    order: int
    item: str
    source: str
    part: Part
    at: datetime
    after: timedelta
    original: int | None = None


class FirstSeen(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The earliest item of one outlet, how long `after` the first of all it came, and how many of each part the outlet has."""

    source: str
    item: str
    at: datetime
    part: Part
    after: timedelta
    reports: int = 0
    copies: int = 0
    lines: int = 0


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """`items` of all kinds, distinct `outlets`, `independent` reports, `first_seen` by outlet, and the whole `chain`, both earliest first.

    An independent report has words of its own: it is neither a copy nor a line of a hot list, which only repeats what is told elsewhere.
    """

    items: int
    outlets: int
    independent: int
    first_seen: tuple[FirstSeen, ...]
    chain: tuple[Sight, ...] = ()


def origin_of(members: Iterable[Member]) -> Origin:
    """Count a story's members. An item that is named twice counts once; equal times are ordered by item."""
    ordered = sorted({member.item: member for member in members}.values(), key=lambda member: (member.at, member.item))
    by_outlet: dict[str, list[Member]] = {}
    for member in ordered:
        by_outlet.setdefault(member.source, []).append(member)
    begun = ordered[0].at if ordered else None
    return Origin(
        items=len(ordered),
        outlets=len(by_outlet),
        independent=sum(member.part == Part.REPORT for member in ordered),
        first_seen=tuple(_first(found, begun or found[0].at) for found in by_outlet.values()),
        chain=_chain(ordered),
    )


def _first(found: Sequence[Member], begun: datetime) -> FirstSeen:
    parts = [member.part for member in found]
    return FirstSeen(
        source=found[0].source,
        item=found[0].item,
        at=found[0].at,
        part=found[0].part,
        after=found[0].at - begun,
        reports=parts.count(Part.REPORT),
        copies=parts.count(Part.COPY),
        lines=parts.count(Part.LINE),
    )


def _chain(ordered: Sequence[Member]) -> tuple[Sight, ...]:
    orders = {member.item: number for number, member in enumerate(ordered, 1)}
    return tuple(
        Sight(
            order=orders[member.item],
            item=member.item,
            source=member.source,
            part=member.part,
            at=member.at,
            after=member.at - ordered[0].at,
            original=orders.get(member.duplicate_of) if member.duplicate_of else None,
        )
        for member in ordered
    )
