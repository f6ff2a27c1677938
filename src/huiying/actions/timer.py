"""Deadlines that run in cases: begun, told of at each step exactly once, moved only with an entry, never begun again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec
from django.db import transaction
from django.db.models import Q

from huiying.actions.actor import TIMER, Actor
from huiying.actions.recording import write
from huiying.core.case.duties import Due, Unit, end
from huiying.core.case.escalation import Running, merged, next_step, reached, settle
from huiying.core.case.policy import Plan
from huiying.store import models
from huiying.store.convert import builtins
from huiying.store.timing import plan, running_of

OLD = timedelta(days=7)
"""A duty that is seen for the first time so long after its end (a desk that was upgraded) stands on the board and is told to nobody."""


@dataclass(frozen=True)
class Seen:
    """A duty of a case as it stands, whose it is, and when it is due.

    `key` is what it is called for good: case-3-s0 for a duty of the case itself, task-7 for one of a part, wherever that part goes.
    """

    key: str
    permission: str
    about: str
    href: str
    found: Due
    only: frozenset[int] | None = None
    never: frozenset[int] = frozenset()
    department: int | None = None


def observe(case: models.Case, seen: Sequence[Seen], now: datetime, desk: Plan) -> int:
    """Hold the timers of a case against its duties. Returns how many steps were told.

    Safe to repeat: the same duties at the same time change nothing. What is a duty no longer ends, and goes on with its own timer should
    it become one again.
    """
    told = 0
    with transaction.atomic():
        keys = [duty.key for duty in seen]
        rows = {row.key: row for row in models.DutyTimer.objects.filter(Q(case=case) | Q(key__in=keys)).order_by("id")}
        for duty in seen:
            told += _run(case, rows.pop(duty.key, None), duty, now, desk)
        for row in rows.values():
            if row.ended_at is None:
                row.ended_at, row.next_at = now, None
                row.save(update_fields=["ended_at", "next_at"])
    return told


def _run(case: models.Case, row: models.DutyTimer | None, duty: Seen, now: datetime, desk: Plan) -> int:
    before = running_of(row) if row is not None else None
    limit, again = duty.found.limit, None
    if before is not None and limit is not None and limit.amount is not None and before.started_at < duty.found.started_at:
        again = end(before.started_at, limit.amount, limit.unit, desk.calendar)[0].astimezone(UTC)
    running = settle(before, duty.found, again)
    if row is None:
        row = models.DutyTimer(key=duty.key, case=case, name=duty.found.timer)
        if now - running.due_at > OLD:
            running = msgspec.structs.replace(running, said=reached(row.name, running.started_at, running.due_at, now, 0)[0])
    facts = {
        "case_id": case.pk,
        "permission": duty.permission,
        "only": None if duty.only is None else sorted(duty.only),
        "never": sorted(duty.never),
        "department_id": duty.department,
        "about": duty.about[:300],
        "href": duty.href[:200],
        "clock": duty.found.clock.value,
        "amount": limit.amount if limit else None,
        "unit": limit.unit.value if limit else Unit.HOURS.value,
        "rule": builtins(duty.found.rule),
        "ended_at": None,
    }
    changed = row.pk is None or any(getattr(row, name) != value for name, value in facts.items())
    for name, value in facts.items():
        setattr(row, name, value)
    if before is not None and running != before:
        _move(row, before, running, "clock" if running.started_at < before.started_at else "limit", TIMER, now)
        changed = True
    told = _step(row, running, case, now)
    if changed or told:
        row.save()
    return told


def _step(row: models.DutyTimer, running: Running, case: models.Case, now: datetime) -> int:
    row.started_at, row.due_at, row.provisional, row.said = running.started_at, running.due_at, running.provisional, running.said
    step, told = reached(row.name, row.started_at, row.due_at, now, row.said)
    if told:
        row.said = step
        row.save()  # the entry names the row
        write(
            "timer_step",
            actor=TIMER,
            now=now,
            subject=f"case:{case.pk}",
            case=case.pk,
            duty=row.pk,
            timer=row.name,
            step=step,
            to=[one.value for one in told],
            level=case.level,
            due_at=row.due_at.isoformat(),
        )
    row.next_at = next_step(row.name, row.started_at, row.due_at, row.said)
    return int(bool(told))


def _move(row: models.DutyTimer, before: Running, after: Running, why: str, actor: Actor, now: datetime) -> None:
    row.started_at, row.due_at, row.provisional = after.started_at, after.due_at, after.provisional
    if before.due_at == after.due_at and before.provisional == after.provisional:
        return
    row.save()
    write(
        "timer_moved",
        actor=actor,
        now=now,
        subject=f"case:{row.case_id}",
        case=row.case_id,
        duty=row.pk,
        timer=row.name,
        why=why,
        before=before.due_at.isoformat(),
        due_at=after.due_at.isoformat(),
        provisional=after.provisional,
    )
    _kept(row)


def _kept(row: models.DutyTimer) -> None:
    """What keeps the time in a column of its own shows the same."""
    kind, _, number = row.key.partition("-")
    if kind == "task" and number.isdigit():
        models.Task.objects.filter(pk=int(number)).update(due_at=row.due_at)
    elif kind == "statement" and number.isdigit():
        models.Statement.objects.filter(pk=int(number), correction_due_at__isnull=False).update(correction_due_at=row.due_at)


def recount(actor: Actor, now: datetime) -> int:
    """After a change of calendar or policy: every running timer in working days ends when the calendar now says. Part of an act.

    Returns how many moved. A change of the limits themselves is taken up as the worker next looks at each case.
    """
    desk, moved = plan(), 0
    rows = models.DutyTimer.objects.filter(ended_at=None).filter(unit=Unit.WORKING_DAYS.value, amount__isnull=False)
    for row in rows.select_related("case").order_by("id"):
        before = running_of(row)
        due_at, provisional = end(row.started_at, row.amount or 0, Unit.WORKING_DAYS, desk.calendar)
        after = Running(started_at=row.started_at, due_at=due_at.astimezone(UTC), provisional=provisional, said=row.said)
        if (after.due_at, after.provisional) != (before.due_at, before.provisional):
            _move(row, before, after, "calendar", actor, now)
            row.next_at = next_step(row.name, row.started_at, row.due_at, row.said)
            row.save()
            moved += 1
    return moved


def carry(case: models.Case, into: models.Case, *, actor: Actor, now: datetime) -> None:
    """Two cases become one: what runs in both goes on with the earlier start and end, and nobody is told again. Part of an act.

    Timers of the case itself (report up, S0, S1, …) are joined by name; those of its parts keep their keys and go where the parts go.
    """
    for row in case.timers.filter(ended_at=None, key__startswith=f"case-{case.pk}-"):
        key = row.key.replace(f"case-{case.pk}-", f"case-{into.pk}-", 1)
        other = models.DutyTimer.objects.filter(key=key).first()
        if other is None:
            other = models.DutyTimer.objects.get(pk=row.pk)
            other.pk, other.case, other.key = None, into, key
            other.save(force_insert=True)
            continue
        before, after = running_of(other), merged(running_of(other), running_of(row))
        _move(other, before, after, "merge", actor, now)
        other.said, other.started_at = after.said, after.started_at
        other.next_at = next_step(other.name, other.started_at, other.due_at, other.said)
        other.save()
