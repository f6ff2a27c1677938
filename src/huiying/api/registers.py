"""The register of sources and watches, and the departments that cases and tasks name."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import source as source_acts
from huiying.actions import watch as watch_acts
from huiying.api.bodies import QueryBody, SourceBody, WatchBody
from huiying.api.gate import does, reads
from huiying.api.lists import find, find_or_none, listing
from huiying.api.schemas import PAGE, After, DepartmentOut, Id, Limit, Listing, SourceOut, WatchOut, WatchTest
from huiying.core.detect.parsing import parse
from huiying.core.detect.watch import Watches, read_lists
from huiying.core.types import WatchQuery
from huiying.store import models
from huiying.store.convert import item_of
from huiying.store.knowledge import word_lists

router = Router(tags=["registers"])

LOOKED_AT = 1000
SHOWN = 50


@reads(router, "/departments", "desk.view", response=Listing[DepartmentOut])
def list_departments(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """Departments with the numbers by which other operations name them."""
    return listing(models.Department.objects.all(), after, limit)


@reads(router, "/sources", "desk.view", response=Listing[SourceOut])
def list_sources(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """Every source and how it fares."""
    return listing(models.Source.objects.all(), after, limit)


@does(router, "/sources", source_acts.add_source, response={201: SourceOut})
def add_source(request: HttpRequest, body: SourceBody) -> Any:
    """Put a published source on the register."""
    return source_acts.add_source(request.auth, **body.model_dump(), now=clock.now())  # type: ignore[attr-defined]


@does(router, "/sources/{id}/pause", source_acts.set_source_active, response=SourceOut)
def pause_source(request: HttpRequest, id: Id) -> Any:
    """Stop reading it; it stays on the register."""
    return _set_source(request, id, active=False)


@does(router, "/sources/{id}/resume", source_acts.set_source_active, response=SourceOut)
def resume_source(request: HttpRequest, id: Id) -> Any:
    """Read it again."""
    return _set_source(request, id, active=True)


@reads(router, "/watches", "desk.view", response=Listing[WatchOut])
def list_watches(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """Every watch."""
    return listing(models.Watch.objects.all(), after, limit)


@does(router, "/watches", watch_acts.add_watch, response={201: WatchOut})
def add_watch(request: HttpRequest, body: WatchBody) -> Any:
    """Put a query on the register."""
    department = find_or_none(models.Department, body.department)
    values = {**body.model_dump(), "department": department}
    return watch_acts.add_watch(request.auth, **values, now=clock.now())  # type: ignore[attr-defined]


@does(router, "/watches/test", watch_acts.add_watch, response=WatchTest)
def test_watch(request: HttpRequest, body: QueryBody) -> Any:
    """What a query would have found among the newest items; nothing is stored."""
    lists = word_lists()
    parse(body.query, read_lists(lists))
    watches = Watches([WatchQuery(name="", query=body.query)], lists)
    rows = list(models.Item.objects.select_related("source").order_by("-pk")[:LOOKED_AT])
    found = [row.pk for row in rows if watches.match(item_of(row))]
    return {"looked_at": len(rows), "found": len(found), "items": found[:SHOWN]}


@does(router, "/watches/{id}/pause", watch_acts.set_watch_active, response=WatchOut)
def pause_watch(request: HttpRequest, id: Id) -> Any:
    """Stop using it; it stays on the register."""
    return _set_watch(request, id, active=False)


@does(router, "/watches/{id}/resume", watch_acts.set_watch_active, response=WatchOut)
def resume_watch(request: HttpRequest, id: Id) -> Any:
    """Use it again."""
    return _set_watch(request, id, active=True)


def _set_source(request: HttpRequest, number: int, *, active: bool) -> models.Source:
    source = find(models.Source, number)
    source_acts.set_source_active(request.auth, source, active=active, now=clock.now())  # type: ignore[attr-defined]
    return source


def _set_watch(request: HttpRequest, number: int, *, active: bool) -> models.Watch:
    watch = find(models.Watch, number)
    watch_acts.set_watch_active(request.auth, watch, active=active, now=clock.now())  # type: ignore[attr-defined]
    return watch
