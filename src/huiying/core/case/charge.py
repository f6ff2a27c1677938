"""Whose time it was: a task that is disputed and handed on charges every minute to whoever held it, so that no hand-off hides a delay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import msgspec


class Hold(msgspec.Struct, frozen=True):
    """Since when a department held a task; `department` is None while it lay with the leader."""

    department: int | None
    since: datetime


def charged(holds: Sequence[Hold], until: datetime) -> dict[int | None, timedelta]:
    """How long each holder had it. The parts add up to the whole time since the first hold, whoever got it in between."""
    found: dict[int | None, timedelta] = {}
    for hold, end in zip(holds, [*(hold.since for hold in holds[1:]), until], strict=True):
        found[hold.department] = found.get(hold.department, timedelta()) + max(timedelta(), end - hold.since)
    return found


def total(parts: Iterable[timedelta]) -> timedelta:
    """All of it."""
    return sum(parts, timedelta())
