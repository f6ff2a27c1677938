"""Who is told when of a duty that runs out of time, and what may never happen to a running timer: to begin again."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec

from huiying.core.case.duties import Due
from huiying.core.roles import Role


class Told(StrEnum):
    """Whom a timer tells, in the order in which it does."""

    OWNER = "owner"
    LEAD = "lead"
    LEADER = "leader"
    AUDITOR = "auditor"


STEPS: tuple[tuple[int, Told], ...] = ((50, Told.OWNER), (80, Told.LEAD), (100, Told.LEADER), (150, Told.AUDITOR))
"""Per cent of the time gone, and who hears of it then. That the auditor hears at half as long again is our own proposal."""

AUDITED_AT_ONCE = frozenset({"report_up", "correction"})
"""Of these the auditor hears together with the leader: a report that is not made, an error that stays public."""


def steps_of(timer: str) -> tuple[tuple[int, Told], ...]:
    """The steps of one timer."""
    if timer in AUDITED_AT_ONCE:
        return tuple((100 if told is Told.AUDITOR else share, told) for share, told in STEPS)
    return STEPS


def reached(timer: str, started: datetime, due_at: datetime, now: datetime, said: int) -> tuple[int, tuple[Told, ...]]:
    """The highest step that is reached, and who is to be told because of it: everybody between `said` and there, each once.

    `said` is the step of which everybody was told already. Exact: a step is reached at its very microsecond.
    """
    length = due_at - started
    steps = [(share, told) for share, told in steps_of(timer) if now >= due_at + (length * (share - 100)) / 100]
    return max((share for share, _ in steps), default=0), tuple(told for share, told in steps if share > said)


HIGHER: dict[Told, Role] = {Told.LEAD: Role.DUTY_LEAD, Told.LEADER: Role.LEADER, Told.AUDITOR: Role.AUDITOR}
"""The role behind each step above the owner."""


def passed_up(timer: str, started: datetime, due_at: datetime, now: datetime, roles: frozenset[Role]) -> bool:
    """Whether a duty has used up so much of its time that it stands on the board of somebody with these roles."""
    return any(told in HIGHER and HIGHER[told] in roles for told in reached(timer, started, due_at, now, 0)[1])


def next_step(timer: str, started: datetime, due_at: datetime, said: int) -> datetime | None:
    """When the next step after `said` is reached; None after the last."""
    shares = [share for share, _ in steps_of(timer) if share > said]
    return due_at + ((due_at - started) * (min(shares) - 100)) / 100 if shares else None


class Running(msgspec.Struct, frozen=True, kw_only=True):
    """A timer that runs: since when, until when, whether that is provisional, and of which step everybody was told."""

    started_at: datetime
    due_at: datetime
    provisional: bool = False
    said: int = 0


def settle(running: Running | None, found: Due, due_from: datetime | None = None) -> Running:
    """A timer as it stands now that `found` was worked out anew.

    The start only ever moves back: a case that is merged, given to others or opened again has no new beginning. `due_from` is the end
    that `found`'s limit gives from the earlier start, where there is one. What was said stays said.
    """
    if running is None:
        return Running(started_at=found.started_at, due_at=found.due_at, provisional=found.provisional)
    started = min(running.started_at, found.started_at)
    due_at = found.due_at if due_from is None else min(found.due_at, due_from)
    return Running(started_at=started, due_at=due_at, provisional=found.provisional, said=running.said)


def merged(one: Running, other: Running) -> Running:
    """Two timers of the same duty become one: the earlier start, the earlier end, and nobody is told a second time."""
    first = min(one, other, key=lambda row: row.due_at)
    return Running(
        started_at=min(one.started_at, other.started_at),
        due_at=first.due_at,
        provisional=first.provisional,
        said=max(one.said, other.said),
    )
