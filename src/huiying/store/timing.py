"""The desk's calendar and deadlines as the core reads them. No decision is taken here."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import msgspec

from huiying.core.case.calendar import Day, Kind, Year, compose
from huiying.core.case.escalation import Running
from huiying.core.case.policy import Plan, Policy
from huiying.store import models


def years(kind: str) -> list[Year]:
    """The announced years of one calendar with their days."""
    rows = models.CalendarYear.objects.filter(kind=kind).prefetch_related("days")
    return [Year(row.year, row.source, tuple(Day(day.day, day.works, day.name) for day in row.days.all())) for row in rows]


def policy_of(desk: models.Desk | None) -> Policy:
    """What the desk decided about its deadlines."""
    return msgspec.convert(desk.deadlines, Policy) if desk is not None and desk.deadlines else Policy()


def plan() -> Plan:
    """The desk's deadlines with its calendar. Read it once for many duties."""
    desk = models.Desk.objects.first()
    zone, kind = (ZoneInfo(desk.zone), desk.calendar) if desk else (ZoneInfo("UTC"), Kind.OWN.value)
    return Plan(policy=policy_of(desk), calendar=compose(zone, years(kind)))


def running_of(row: models.DutyTimer) -> Running:
    """A timer that runs."""
    return Running(started_at=row.started_at, due_at=row.due_at, provisional=row.provisional, said=row.said)


def category_of(case: models.Case) -> str:
    """The kind of concern that a case is about, where one was said."""
    return str(getattr(case, "category", "") or "")
