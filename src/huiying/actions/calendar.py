"""The calendar of working days: chosen, entered a year at a time, changed a day at a time; deadlines follow, each on the record."""

from __future__ import annotations

from datetime import date, datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import act, write
from huiying.actions.timer import recount
from huiying.core.case.calendar import Day, Kind, Year
from huiying.core.case.calendar_file import LONGEST, read_year
from huiying.core.case.holidays import CHINA
from huiying.core.types import Refusal
from huiying.store.models import CalendarDay, CalendarYear, Desk

LONGEST_REASON = 500


@act("calendar.manage")
def choose(actor: Actor, *, kind: str, reason: str, now: datetime) -> int:
    """Go by the calendar of mainland China or by one of the desk's own. Returns how many deadlines moved."""
    desk = _desk()
    if kind not in set(Kind):
        raise Refusal("%(kind)s is not a calendar; the calendars are %(kinds)s.", kind=kind, kinds=", ".join(Kind))
    before, desk.calendar = desk.calendar, kind
    desk.save(update_fields=["calendar"])
    write("calendar_chosen", actor=actor, now=now, subject="calendar", before=before, after=kind, reason=_reason(reason))
    return recount(actor, now)


@act("calendar.manage")
def import_year(actor: Actor, *, table: str, year: int, source: str, kind: str = "", now: datetime) -> int:
    """Enter a whole year from a table, in place of what stood for it. Returns how many deadlines moved."""
    chosen = kind or _desk().calendar
    if chosen not in set(Kind):
        raise Refusal("%(kind)s is not a calendar; the calendars are %(kinds)s.", kind=chosen, kinds=", ".join(Kind))
    _put(actor, chosen, read_year(table, year=year, source=source), now)
    return recount(actor, now)


@act("calendar.manage")
def set_day(actor: Actor, *, day: date, works: bool, name: str, reason: str, now: datetime) -> int:
    """Set one day of an entered year to worked or free. Returns how many deadlines moved."""
    year = CalendarYear.objects.filter(kind=_desk().calendar, year=day.year).first()
    if year is None:
        raise Refusal("The year %(year)s is not entered yet. Enter it as a whole first, with its source.", year=day.year)
    before = year.days.filter(day=day).values_list("works", flat=True).first()
    CalendarDay.objects.update_or_create(year=year, day=day, defaults={"works": works, "name": " ".join(name.split())[:LONGEST]})
    write(
        "calendar_day_set",
        actor=actor,
        now=now,
        subject=f"calendar:{day.year}",
        day=day.isoformat(),
        works=works,
        before=before,
        reason=_reason(reason),
    )
    return recount(actor, now)


@act("calendar.manage")
def bring_up_to_date(actor: Actor, *, now: datetime) -> list[int]:
    """Enter the announced years that came with this version and that the desk has not. What the desk entered stays. Returns the years."""
    known = set(CalendarYear.objects.filter(kind=Kind.CHINA.value).values_list("year", flat=True))
    fresh = [year for number, year in sorted(CHINA.items()) if number not in known]
    for year in fresh:
        _put(actor, Kind.CHINA.value, year, now)
    if fresh:
        recount(actor, now)
    return [year.year for year in fresh]


def _put(actor: Actor, kind: str, year: Year, now: datetime) -> None:
    before = CalendarYear.objects.filter(kind=kind, year=year.year).first()
    old = {day.day: day.works for day in before.days.all()} if before else {}
    if before is not None:
        before.delete()
    row = CalendarYear.objects.create(kind=kind, year=year.year, source=year.source, entered_at=now, by=actor.member)
    CalendarDay.objects.bulk_create(_row(row, day) for day in year.days)
    fresh = {day.day: day.works for day in year.days}
    write(
        "calendar_imported",
        actor=actor,
        now=now,
        subject=f"calendar:{year.year}",
        kind=kind,
        year=year.year,
        source=year.source,
        holidays=sorted(day.isoformat() for day, works in fresh.items() if not works),
        workdays=sorted(day.isoformat() for day, works in fresh.items() if works),
        changed=sorted(day.isoformat() for day in old.keys() | fresh.keys() if old.get(day) != fresh.get(day)) if before else [],
    )


def _row(year: CalendarYear, day: Day) -> CalendarDay:
    return CalendarDay(year=year, day=day.day, works=day.works, name=day.name[:LONGEST])


def _desk() -> Desk:
    desk = Desk.objects.first()
    if desk is None:
        raise Refusal("The body needs a name in Chinese and in English.")
    return desk


def _reason(text: str) -> str:
    reason = text.strip()[:LONGEST_REASON]
    if not reason:
        raise Refusal("This needs a reason: it is kept on the record. Write one and try again.")
    return reason
