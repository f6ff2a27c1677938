"""Deadlines that run, the desk's own limits, and the calendar of working days."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import calendar as calendar_acts
from huiying.actions import deadline as acts
from huiying.api.duty_shapes import CalendarYearOut, ChoiceBody, DayBody, LimitBody, MovedOut, PolicyOut, ResetBody, TimerOut, YearBody
from huiying.api.gate import does, reads
from huiying.api.lists import listing
from huiying.api.schemas import PAGE, After, Limit, Listing, Number
from huiying.core.case.policy import Policy
from huiying.store import models
from huiying.store.convert import builtins
from huiying.store.timing import policy_of

router = Router(tags=["deadlines"])


@reads(router, "/timers", "desk.view", response=Listing[TimerOut])
def list_timers(request: HttpRequest, case: Number | None = None, ended: bool = False, after: After = 0, limit: Limit = PAGE) -> Any:
    """The deadlines that run, or with `ended` those that are over; of one case or of all."""
    rows = models.DutyTimer.objects.filter(ended_at__isnull=not ended)
    return listing(rows if case is None else rows.filter(case=case), after, limit)


@reads(router, "/deadlines", "desk.view", response=PolicyOut)
def read_deadlines(request: HttpRequest) -> Any:
    """What the desk chose and changed about its deadlines."""
    return _shown(policy_of(models.Desk.objects.first()))


@does(router, "/deadlines/choose", acts.choose, response=PolicyOut)
def choose_deadlines(request: HttpRequest, body: ChoiceBody) -> Any:
    """Choose the preset for a level, a kind of concern, both, or all others."""
    return _shown(acts.choose(request.auth, **body.model_dump(), now=clock.now()))  # type: ignore[attr-defined]


@does(router, "/deadlines/set", acts.set_limit, response=PolicyOut)
def set_limit(request: HttpRequest, body: LimitBody) -> Any:
    """Set a limit of the desk's own, within bounds, with the document it rests on."""
    return _shown(acts.set_limit(request.auth, **body.model_dump(), now=clock.now()))  # type: ignore[attr-defined]


@does(router, "/deadlines/reset", acts.reset_limit, response=PolicyOut)
def reset_limit(request: HttpRequest, body: ResetBody) -> Any:
    """The shipped limit again."""
    return _shown(acts.reset_limit(request.auth, **body.model_dump(), now=clock.now()))  # type: ignore[attr-defined]


@reads(router, "/calendar", "desk.view", response=Listing[CalendarYearOut])
def list_calendar(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """The entered years of the calendar that the desk goes by, with their days and sources."""
    desk = models.Desk.objects.first()
    rows = models.CalendarYear.objects.filter(kind=desk.calendar if desk else "own").prefetch_related("days")
    return listing(rows, after, limit)


@does(router, "/calendar/years", calendar_acts.import_year, response=MovedOut)
def import_year(request: HttpRequest, body: YearBody) -> Any:
    """Enter a year in place of what stood for it; deadlines in working days are counted again."""
    return {"moved": calendar_acts.import_year(request.auth, **body.model_dump(), now=clock.now())}  # type: ignore[attr-defined]


@does(router, "/calendar/days", calendar_acts.set_day, response=MovedOut)
def set_calendar_day(request: HttpRequest, body: DayBody) -> Any:
    """Set one day of an entered year to worked or free."""
    return {"moved": calendar_acts.set_day(request.auth, **body.model_dump(), now=clock.now())}  # type: ignore[attr-defined]


def _shown(policy: Policy) -> dict[str, Any]:
    return dict(builtins(policy))
