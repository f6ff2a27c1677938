"""The ringing of one warning: said again on a widening schedule, and passed up while nobody acknowledges it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from huiying.core.roles import Role
from huiying.core.types import Level
from huiying.core.warn.mute import next_repeat


class Stage(StrEnum):
    """How far up a warning has gone: those on duty, their lead, the leader."""

    OWNER = "owner"
    LEAD = "lead"
    LEADER = "leader"

    @property
    def rank(self) -> int:
        """0 for the owner to 2 for the leader."""
        return list(Stage).index(self)


ROLES: dict[Stage, frozenset[Role]] = {
    Stage.OWNER: frozenset({Role.DUTY}),
    Stage.LEAD: frozenset({Role.DUTY_LEAD}),
    Stage.LEADER: frozenset({Role.LEADER}),
}
DEPARTMENT_ROLES = frozenset({Role.DEPT, Role.DEPT_HEAD})
"""Of the department that leads, these are told together with the owner."""


def told(stage: Stage, roles: frozenset[Role], *, of_lead_department: bool) -> bool:
    """Whether somebody with these roles is told of a warning that has reached this stage."""
    return not ROLES[stage].isdisjoint(roles) or (stage is Stage.OWNER and of_lead_department and not DEPARTMENT_ROLES.isdisjoint(roles))


class Ring(msgspec.Struct, frozen=True, kw_only=True):
    """A warning that waits to be acknowledged: since when, how often it was said again, how far up it is, and what comes when.

    There is always a next repeat. `escalate_at` is None once nobody above is left to tell.
    """

    level: Level
    since: datetime
    repeats: int
    stage: Stage
    repeat_at: datetime
    escalate_at: datetime | None

    @property
    def next_at(self) -> datetime:
        """When it is said next, in whichever way."""
        return self.repeat_at if self.escalate_at is None else min(self.repeat_at, self.escalate_at)


def highest(level: Level) -> Stage:
    """How far up a warning may go: blue waits with the duty lead, everything graver reaches the leader."""
    return Stage.LEAD if level is Level.BLUE else Stage.LEADER


def begin(level: Level, now: datetime, *, told_from: datetime, limit: timedelta) -> Ring:
    """A warning begins to ring. The time to acknowledge it (`limit`) runs from when somebody can first have heard of it."""
    return Ring(
        level=level,
        since=now,
        repeats=0,
        stage=Stage.OWNER,
        repeat_at=next_repeat(level, now, 0),
        escalate_at=max(now, told_from) + limit,
    )


def rise(ring: Ring, level: Level, now: datetime, *, told_from: datetime, limit: timedelta) -> Ring:
    """It grew graver while it rang. Nothing that was to come may come later for it, and who was told stays told."""
    fresh = begin(level, now, told_from=told_from, limit=limit)
    upward = ring.stage.rank < highest(level).rank
    return msgspec.structs.replace(
        fresh,
        since=ring.since,
        stage=ring.stage,
        repeat_at=min(fresh.repeat_at, max(ring.repeat_at, now)),
        escalate_at=_earliest(fresh.escalate_at, ring.escalate_at and max(ring.escalate_at, now)) if upward else None,
    )


def again(ring: Ring, now: datetime) -> Ring:
    """It was said again at `now`; the gap to the next time is never shorter than the one before."""
    repeats = ring.repeats + 1
    gap = next_repeat(ring.level, now, repeats) - next_repeat(ring.level, now, repeats - 1)
    return msgspec.structs.replace(ring, repeats=repeats, repeat_at=now + gap)


def escalate(ring: Ring, now: datetime, *, limit: timedelta) -> Ring:
    """It goes one step up, and further up after the same time again."""
    stage = list(Stage)[min(ring.stage.rank + 1, highest(ring.level).rank)]
    return msgspec.structs.replace(ring, stage=stage, escalate_at=now + limit if stage.rank < highest(ring.level).rank else None)


def held(ring: Ring, until: datetime) -> Ring:
    """A silence holds it: nothing comes before its end."""
    return msgspec.structs.replace(
        ring, repeat_at=max(ring.repeat_at, until), escalate_at=ring.escalate_at and max(ring.escalate_at, until)
    )


def released(ring: Ring, now: datetime, *, limit: timedelta) -> Ring:
    """What held it is over: it is said at once, and who was told hears it before the next one up does."""
    after = now + limit if ring.escalate_at is None or ring.escalate_at <= now else min(ring.escalate_at, now + limit)
    return msgspec.structs.replace(ring, repeat_at=min(ring.repeat_at, now), escalate_at=ring.escalate_at and after)


def _earliest(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((at for at in (one, other) if at is not None), default=None)
