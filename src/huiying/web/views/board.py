"""The duty board: what needs me now, emerging stories, latest items and how the sources fare. Each section is also a fragment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, FloatField, Max, Q
from django.db.models.functions import Coalesce, Greatest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from huiying import clock
from huiying.store.models import Entry, Item, Membership, Proposal, Source, Story
from huiying.web import charts, deadlines, told, words
from huiying.web.health import health
from huiying.web.noticed import open_notices
from huiying.web.permission import needs
from huiying.web.views import silence
from huiying.web.views.duty import desk_now

EMERGING = timedelta(hours=72)
STORIES = 10
ITEMS = 15
DUTIES = 100
SOURCES = 12  # shown by name; the others are counted


@dataclass(frozen=True)
class Section:
    """One part of the board. `on` are the beginnings of the event types that renew it; `every`: it also changes as time goes by."""

    name: str
    title: str
    on: str
    fill: Callable[[HttpRequest, datetime], dict[str, object]]
    every: bool = False
    aside: bool = False


@dataclass(frozen=True)
class Emerging:
    """A story of the board with its items hour by hour."""

    story: Story
    spark: SafeString


def _ring(request: HttpRequest, now: datetime) -> dict[str, object]:
    loud, hushed = told.ringing(now)
    return {"ringing": loud, "hushed": [(row, silence.quiet(one)) for row, one in hushed], "unsent": told.failing()}


def _duty(request: HttpRequest, now: datetime) -> dict[str, object]:
    return {"desk": desk_now(now)}


def _now(request: HttpRequest, now: datetime) -> dict[str, object]:
    duties = deadlines.for_member(request.user, now)  # type: ignore[arg-type]
    return {"duties": duties[:DUTIES], "more": duties.more or len(duties) > DUTIES, "count": min(len(duties), DUTIES)}


def _stories(request: HttpRequest, now: datetime) -> dict[str, object]:
    score = Greatest(F("score"), Coalesce(Max("warnings__score"), 0.0), output_field=FloatField())
    rows = (
        Story.objects.filter(last_at__gte=now - EMERGING, merged_into=None, items__gt=0)
        .annotate(weight=score)
        .select_related("department")
        .prefetch_related("warnings")
        .order_by("-weight", "-reports", "-last_at", "id")[:STORIES]
    )
    waiting = Proposal.objects.filter(state="open").count()
    return {"stories": with_sparks(list(rows), now), "proposals": waiting, "surges": open_notices("surge")}


def _items(request: HttpRequest, now: datetime) -> dict[str, object]:
    rows = Item.objects.select_related("source", "membership__story").order_by("-id")[:ITEMS]
    return {"items": rows}


def _sources(request: HttpRequest, now: datetime) -> dict[str, object]:
    silences = open_notices("silence")
    silent = {one.row.source_id for one in silences if one.row.source_id}
    rows = [health(source, now, silent) for source in Source.objects.filter(Q(active=True) | Q(gone_at__isnull=False))]
    order = ("failing", "gone", "lossy", "silent", "waiting", "ok")
    rows.sort(key=lambda row: (order.index(row.state), row.source.pk))
    return {
        "sources": rows[:SOURCES],
        "others": len(rows[SOURCES:]),
        "unseen": sum(row.state not in ("ok", "waiting") for row in rows),
        "failing": sum(row.state == "failing" for row in rows),
        "silences": silences,
    }


_DUTIES = "warning_ case_ claim_ evidence_ verdict_ task_ statement_ approval_ correction_ timer_"
SECTIONS = (
    Section("duty", words.N("On duty"), "shift_ swap_ handover_", _duty, every=True, aside=True),
    Section("ring", words.N("Ringing now"), "warning_ silence_ notice_", _ring, every=True),
    Section(
        "now",
        words.N("What needs me now"),
        _DUTIES,
        _now,
        every=True,
    ),
    Section("stories", words.N("Emerging stories"), "items_collected warning_ merge_ split_ stories_ story_ proposal_ surge_", _stories),
    Section("items", words.N("Latest items"), "items_collected", _items, aside=True),
    Section("sources", words.N("Source health"), "items_collected source_ hush_", _sources, every=True, aside=True),
)
_BY_NAME = {section.name: section for section in SECTIONS}


def with_sparks(stories: Sequence[Story], now: datetime) -> list[Emerging]:
    """Stories with the items of their last 72 hours."""
    times: dict[int, list[datetime]] = defaultdict(list)
    recent = Membership.objects.filter(story__in=stories, item__first_seen__gt=now - timedelta(hours=charts.HOURS))
    for story, first_seen in recent.values_list("story_id", "item__first_seen"):
        times[story].append(first_seen)
    return [Emerging(story, charts.sparkline(times[story.pk], now)) for story in stories]


@needs("desk.view")
def board(request: HttpRequest) -> HttpResponse:
    """The whole board. `head` is the last entry of the record that it shows; live updates go on from there."""
    head = Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
    now = clock.now()
    context: dict[str, object] = {"sections": SECTIONS, "head": head}
    for section in SECTIONS:
        context.update(section.fill(request, now))
    return render(request, "desk/board.html", context)


@needs("desk.view")
def section(request: HttpRequest, name: str) -> HttpResponse:
    """One section as it stands now."""
    found = _BY_NAME.get(name)
    if found is None:
        raise Http404
    return render(request, f"desk/board_{name}.html", {"section": found, **found.fill(request, clock.now())})
