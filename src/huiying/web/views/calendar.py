"""The calendar of working days: which one, which years are announced and by whom, every day of them, and changing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import calendar as acts
from huiying.core.case.calendar import Kind
from huiying.core.case.calendar_file import read_day, read_works, write_year
from huiying.store import timing
from huiying.store.models import CalendarDay, CalendarYear, Desk, DutyTimer, Member
from huiying.web import words
from huiying.web.acting import acting
from huiying.web.forms import Field, Offers, Tried, options, read_number, reason
from huiying.web.permission import needs
from huiying.web.zone import desk_zone

KINDS: dict[str, str] = {
    "cn": words.N("mainland China, as announced by the State Council"),
    "own": words.N("the desk's own: weekends are free, and what was entered"),
}
WORKS: dict[str, str] = {"holiday": words.N("free"), "work": words.N("worked")}
SHOWN = 100


@dataclass(frozen=True)
class Year:
    """One announced year."""

    row: CalendarYear
    days: tuple[CalendarDay, ...]


@needs("desk.view")
def calendar(request: HttpRequest) -> HttpResponse:
    """The calendar that the desk goes by."""
    return page(request)


def page(request: HttpRequest, row: None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The calendar, with what was typed where a change was refused."""
    member: Member = request.user  # type: ignore[assignment]
    desk = Desk.objects.first()
    kind, now = desk.calendar if desk else Kind.OWN.value, clock.now()
    rows = CalendarYear.objects.filter(kind=kind).select_related("by").prefetch_related("days").order_by("-year")
    context = {
        "kind": words.word(KINDS, kind),
        "years": [Year(one, tuple(one.days.all())) for one in rows],
        "until": timing.plan().calendar.known_until,
        "provisional": DutyTimer.objects.filter(ended_at=None, provisional=True).select_related("case").order_by("due_at")[:SHOWN],
        "offers": _offers(member, kind, now, tried),
        "refusal": refusal,
    }
    return render(request, "desk/calendar.html", context, status=status)


def _offers(member: Member, kind: str, now: datetime, tried: Tried | None) -> Offers:
    offers = Offers(tried)
    if not member.may("calendar.manage"):
        return offers
    local = now.astimezone(desk_zone())
    offers.act(
        reverse("calendar_import"),
        _("Enter a year"),
        Field("year", _("Year"), "number", str(local.year + 1)),
        Field("source", _("Where it was announced"), help=_("The notice with its number, or the body that decided.")),
        Field("table", _("Table"), "code", help=_("One day a line: day, holiday or work, name. Like: 2026-10-01,holiday,国庆节")),
        note=_("It takes the place of what stood for that year. Deadlines in working days are counted again; each that moves is recorded."),
        button=_("Enter it"),
        style="",
    )
    offers.act(
        reverse("calendar_day"),
        _("Change one day"),
        Field("day", _("Day"), "date", f"{local:%Y-%m-%d}"),
        Field("works", _("It is"), "select", "holiday", options(WORKS)),
        Field("name", _("Name"), required=False),
        reason(),
        button=_("Change it"),
    )
    offers.act(
        reverse("calendar_choose"),
        _("Go by another calendar"),
        Field("kind", _("Calendar"), "select", kind, options(KINDS)),
        reason(),
        button=_("Go by it"),
    )
    return offers


@needs("desk.view")
def calendar_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """One year as the table that can be entered again."""
    desk = Desk.objects.first()
    found = [one for one in timing.years(desk.calendar if desk else Kind.OWN.value) if one.year == pk]
    response = HttpResponse(write_year(found[0]) if found else "", content_type="text/csv; charset=utf-8", status=200 if found else 404)
    response["Content-Disposition"] = f'attachment; filename="calendar-{pk}.csv"'
    return response


def _moved(count: int) -> str:
    return _("The calendar is changed. %(n)d deadlines moved.") % {"n": count}


def _read_year(typed: QueryDict) -> dict[str, object]:
    return {"year": read_number(typed, "year", words.N("Year")), "source": typed.get("source", ""), "table": typed.get("table", "")}


def _read_day(typed: QueryDict) -> dict[str, object]:
    return {
        "day": read_day(typed.get("day", "")),
        "works": read_works(typed.get("works", "")),
        "name": typed.get("name", ""),
        "reason": typed.get("reason", ""),
    }


def _read_kind(typed: QueryDict) -> dict[str, object]:
    return {"kind": typed.get("kind", ""), "reason": typed.get("reason", "")}


def _here(_row: object, _result: object) -> str:
    return reverse("calendar")


import_year = acting(acts.import_year, None, page=page, address=_here, read=_read_year, done=_moved)
set_day = acting(acts.set_day, None, page=page, address=_here, read=_read_day, done=_moved)
choose = acting(acts.choose, None, page=page, address=_here, read=_read_kind, done=_moved)
