"""The record as people read it: every entry with its meaning, the newest first."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from huiying.core.record import EVENTS
from huiying.core.types import ActorKind
from huiying.store.models import Entry, Member
from huiying.web import words
from huiying.web.permission import needs
from huiying.web.templatetags.desk import person

ON_PAGE = 60


@dataclass(frozen=True)
class Line:
    """One entry with its meaning and its data as it was hashed, laid out."""

    entry: Entry
    meaning: str
    who: str
    data: str


@needs("record.view")
def record(request: HttpRequest) -> HttpResponse:
    """Entries up to ?before=, of one ?type= if asked. Pages go by id, so that they stay the same while the record grows."""
    rows = Entry.objects.order_by("-id")
    chosen, before = request.GET.get("type", ""), request.GET.get("before", "")
    if chosen in EVENTS:
        rows = rows.filter(type=chosen)
    if before.isascii() and before.isdigit() and len(before) < 18:
        rows = rows.filter(id__lt=int(before))
    found = list(rows[: ON_PAGE + 1])
    names = dict(Member.objects.values_list("username", "name"))
    context = {
        "lines": [_line(entry, names) for entry in found[:ON_PAGE]],
        "older": found[ON_PAGE - 1].id if len(found) > ON_PAGE else None,
        "types": sorted(((name, words.event(name)) for name in EVENTS), key=lambda pair: pair[0]),
        "chosen": chosen,
        "total": Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0,
    }
    return render(request, "desk/record.html", context)


def _line(entry: Entry, names: dict[str, str]) -> Line:
    who = person(names.get(entry.actor, entry.actor)) if entry.actor_kind == ActorKind.STAFF else words.word(words.ACTORS, entry.actor_kind)
    try:
        data = json.dumps(json.loads(entry.data), ensure_ascii=False, indent=1)
    except ValueError:
        data = entry.data
    return Line(entry, words.event(entry.type), who, data)
