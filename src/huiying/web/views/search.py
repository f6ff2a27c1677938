"""Search over everything that the desk holds: its own cases, claims, tasks, statements and watches, and every item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.http import urlencode

from huiying.core.detect.marks import Marker, Piece
from huiying.core.detect.parsing import read_term
from huiying.core.detect.query import Or
from huiying.core.find.query import read_search
from huiying.core.types import Kind, Refusal
from huiying.store.models import Claim, Findable, Source, Task
from huiying.store.search import Narrowed, find_items, find_own
from huiying.web import words
from huiying.web.forms import options
from huiying.web.marked import EXCERPT, shown
from huiying.web.permission import needs
from huiying.web.zone import desk_zone

ON_PAGE = 30
OWN = 20


@dataclass(frozen=True)
class Own:
    """Something of the desk's own that was found, with the address of its page."""

    row: Findable
    title: tuple[Piece, ...]
    address: str


@needs("desk.view")
def search(request: HttpRequest) -> HttpResponse:
    """The form with what was found. The whole question stands in the address, so that it can be kept and passed on."""
    asked = request.GET
    context: dict[str, object] = {
        "typed": asked.get("q", ""),
        "kinds": options(words.ITEM_KINDS),
        "owns": options(words.OWN_KINDS),
        "sources": Source.objects.order_by("name"),
        "chosen": {name: asked.get(name, "") for name in ("kind", "source", "since", "until", "own")},
    }
    if not context["typed"]:
        return render(request, "desk/search.html", context)
    try:
        looked = read_search(str(context["typed"]))
        narrowed = _narrowed(request)
    except Refusal as refused:
        return render(request, "desk/search.html", {**context, "refusal": words.say(refused)}, status=422)
    tree = Or(tuple(read_term(word) for word in looked.words))
    marker = Marker(tree)
    before = int(asked["before"]) if asked.get("before", "").isdecimal() else None
    page = [] if asked.get("own") else find_items(looked, narrowed, most=ON_PAGE + 1, before=before)
    own = find_own(looked, kind=asked.get("own", ""), most=OWN) if narrowed == Narrowed() and before is None else []
    older = ""
    if len(page) > ON_PAGE:
        kept = {name: value for name, value in asked.items() if value and isinstance(value, str)}
        older = "?" + urlencode({**kept, "before": str(page[ON_PAGE - 1].pk)})
    found = [Own(row, marker.excerpt(row.title, EXCERPT), _address(row)) for row in own]
    return render(
        request,
        "desk/search.html",
        {**context, "hits": shown(tree, page[:ON_PAGE]), "own": found, "older": older, "searched": True},
    )


def _narrowed(request: HttpRequest) -> Narrowed:
    asked = request.GET
    kind, source = asked.get("kind", ""), asked.get("source", "")
    until = _day(asked.get("until", ""))
    return Narrowed(
        source=int(source) if source.isdecimal() else None,
        kind=kind if kind in set(Kind) else "",
        since=_day(asked.get("since", "")),
        until=until + timedelta(days=1) if until else None,
    )


def _day(typed: str) -> datetime | None:
    """The beginning of a day in the desk's zone."""
    if not typed.strip():
        return None
    try:
        day = parse_date(typed.strip())
    except ValueError:
        day = None
    if day is None:
        raise Refusal("%(value)s is not a date; write one like 2026-11-23.", value=typed[:40])
    return datetime.combine(day, time(), desk_zone())


def _address(row: Findable) -> str:
    """The page on which something of the desk's own stands."""
    key = int(row.key)
    if row.kind == "claim":
        return reverse("case", args=[Claim.objects.values_list("case_id", flat=True).get(pk=key)]) + f"#claim-{key}"
    if row.kind == "task":
        return reverse("case", args=[Task.objects.values_list("case_id", flat=True).get(pk=key)]) + f"#task-{key}"
    return reverse(row.kind, args=[key])
