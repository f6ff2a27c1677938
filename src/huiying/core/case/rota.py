"""Who is on duty when: shifts by role, the gaps and overlaps between them, and whom a warning rings first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import msgspec

from huiying.core.roles import Role
from huiying.core.types import Refusal

ROLES = tuple(role for role in Role if role not in (Role.ADMIN, Role.AUDITOR))
"""Who may stand on a rota: everybody who acts in cases."""

SHORTEST, LONGEST = timedelta(minutes=15), timedelta(days=7)
AHEAD, BEHIND = timedelta(days=400), timedelta(days=1)


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """One member in one role from `starts_at` until just before `ends_at`. `member` is the number of the account."""

    id: int
    role: str
    member: int
    starts_at: datetime
    ends_at: datetime

    def covers(self, at: datetime) -> bool:
        """Whether it is on then."""
        return self.starts_at <= at < self.ends_at


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A time in which the same shifts are on: none of them makes a gap, several an overlap."""

    starts_at: datetime
    ends_at: datetime
    shifts: tuple[int, ...] = ()


def check(starts_at: datetime, ends_at: datetime, now: datetime) -> None:
    """Whether somebody can be on duty from and until then."""
    if ends_at <= starts_at:
        raise Refusal("A shift ends after it begins.")
    if not SHORTEST <= ends_at - starts_at <= LONGEST:
        raise Refusal("A shift is between 15 minutes and 7 days long.")
    if ends_at <= now:
        raise Refusal("This shift is over already. What was is written in the shift log.")
    if starts_at > now + AHEAD:
        raise Refusal("A shift lies at most 400 days ahead.")


def clash(shifts: Iterable[Shift], wanted: Shift) -> Shift | None:
    """A shift of the same person in the same role at the same time, other than the one itself."""
    same = (row for row in shifts if (row.member, row.role) == (wanted.member, wanted.role) and row.id != wanted.id)
    return next((row for row in same if row.starts_at < wanted.ends_at and wanted.starts_at < row.ends_at), None)


def on_duty(shifts: Iterable[Shift], role: str, at: datetime) -> tuple[Shift, ...]:
    """Who is on in this role at one moment."""
    return tuple(sorted((row for row in shifts if row.role == role and row.covers(at)), key=lambda row: (row.starts_at, row.id)))


def stretches(shifts: Iterable[Shift], role: str, start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """From `start` to `end` without a hole: which shifts of this role are on when."""
    rows = [row for row in shifts if row.role == role and row.starts_at < end and row.ends_at > start]
    edges = sorted({start, end} | {at for row in rows for at in (row.starts_at, row.ends_at) if start < at < end})
    found: list[Stretch] = []
    for begin, finish in pairwise(edges):
        on = tuple(sorted(row.id for row in rows if row.starts_at <= begin and row.ends_at >= finish))
        if found and found[-1].shifts == on:
            found[-1] = msgspec.structs.replace(found[-1], ends_at=finish)
        else:
            found.append(Stretch(starts_at=begin, ends_at=finish, shifts=on))
    return tuple(found)


def gaps(shifts: Iterable[Shift], role: str, start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """When nobody is on in this role."""
    return tuple(row for row in stretches(shifts, role, start, end) if not row.shifts)


def overlaps(shifts: Iterable[Shift], role: str, start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """When several are on in this role."""
    return tuple(row for row in stretches(shifts, role, start, end) if len(row.shifts) > 1)


def rings_first(member: int, holding: Sequence[int], *, again: bool) -> bool:
    """Whether a warning rings this member now. `holding` are those on duty; where nobody is, or it is said again, everybody hears it."""
    return again or not holding or member in holding
