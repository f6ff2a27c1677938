"""An address tried before it becomes a source: what it is, its last items as they would be stored, and the form that adds it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import source as source_acts
from huiying.actions import trial as acts
from huiying.actions.recording import NotAllowed
from huiying.core.collect.adapters import ADAPTERS
from huiying.core.collect.opml import Outline, read_opml, write_opml
from huiying.core.types import Refusal
from huiying.store.models import Entry, Source, Trial
from huiying.web import trial_words, words
from huiying.web.acting import acting, actor_of
from huiying.web.forms import Field, Offers, Tried, options, read_number
from huiying.web.permission import needs
from huiying.web.views.register import source_page
from huiying.web.zone import desk_zone

MOST_FILE = 2 * 1024 * 1024
MOST_LINES = 2000


@dataclass(frozen=True)
class Line:
    """What became of one line of a list of subscriptions."""

    title: str
    url: str
    why: str


def page(request: HttpRequest, row: Trial, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The page of a trial, with what was typed where adding was refused."""
    head = Entry.objects.order_by("-id").values_list("id", flat=True).first() or 0
    return render(request, "desk/trial.html", _context(request, row, tried) | {"head": head, "refusal": refusal}, status=status)


@needs("desk.view")
def trial(request: HttpRequest, pk: int) -> HttpResponse:
    """One trial: how far it is, and what was found."""
    return page(request, get_object_or_404(Trial, pk=pk))


@needs("desk.view")
def trial_now(request: HttpRequest, pk: int) -> HttpResponse:
    """The part of the page that changes while the address is read."""
    return render(request, "desk/_trial.html", _context(request, get_object_or_404(Trial, pk=pk), None))


def _context(request: HttpRequest, row: Trial, tried: Tried | None) -> dict[str, Any]:
    found = row.result or {}
    shown: dict[str, Any] = {"trial": row, "found": found, "offers": Offers(tried)}
    if row.state == "failed":
        refused = found["refusal"]
        return shown | {
            "why": words.fill(refused["template"], refused["values"]),
            "advice": trial_words.advice(refused["reason"], refused["status"]),
        }
    if row.state != "done":
        return shown
    way = ADAPTERS.get(found["adapter"])
    lists = found["lists"]
    if way is not None and request.user.may("source.manage"):  # type: ignore[union-attr]
        fields = [Field("list", _("Which list is to be read"), "select", "0", _lists(lists))] if lists else []
        shown["offers"].act(
            reverse("trial_adopt", args=[row.pk]),
            _("Add this source"),
            *fields,
            Field("name", _("Name under which it stands in the public register"), value=found["title"][:200]),
            Field("kind", _("Kind"), "select", "news", options(words.ITEM_KINDS)),
            Field("interval", _("Minutes between two readings"), "number", "30" if lists else "10"),
            Field("zone", _("Time zone of its dates"), value=row.zone),
            button=_("Add the source"),
            style="",
            fold=False,
        )
    shown |= {
        "kind": _(way.title) if way else "",
        "terms": _(way.terms) if way else "",
        "personal": _(way.personal) if way else "",
        "lists": [one | {"items": _items(one["items"]), "doubts": trial_words.doubts(one["warnings"])} for one in lists],
        "items": _items(found["items"]),
        "doubts": trial_words.doubts(found["warnings"]),
        "masked": trial_words.masked(found["masked"]),
        "others": [offer | {"word": trial_words.other(offer["adapter"])} for offer in found["offers"]],
    }
    return shown


def _items(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [item | {"at": datetime.fromisoformat(item["published_at"]) if item["published_at"] else None} for item in items]


def _lists(lists: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    def said(one: dict[str, Any]) -> str:
        return _("%(count)s entries, as “%(title)s”") % {"count": one["count"], "title": one["items"][0]["title"][:40]}

    return tuple((str(number), said(one)) for number, one in enumerate(lists))


def _url(typed: QueryDict) -> dict[str, object]:
    return {"url": typed.get("url", "")}


def _adoption(typed: QueryDict) -> dict[str, object]:
    return {
        "name": typed.get("name", ""),
        "kind": typed.get("kind", ""),
        "interval": read_number(typed, "interval", words.N("Minutes between two readings")),
        "zone": typed.get("zone", "").strip(),
        "list": read_number(typed, "list", words.N("Which list is to be read")) if "list" in typed else 0,
    }


def _at_trial(row: Trial | None, result: object) -> str:
    found = result if isinstance(result, Trial) else row
    return reverse("trial", args=[found.pk]) if found is not None else reverse("sources")


def _at_source(row: Trial | None, result: object) -> str:
    if isinstance(result, Source):
        return reverse("sources") + f"#source-{result.pk}"
    return _at_trial(row, None)


ask = acting(acts.ask, None, page=source_page, address=_at_trial, read=_url, done=words.N("The address is being read."))
adopt = acting(
    acts.adopt,
    Trial,
    page=page,
    address=_at_source,
    read=_adoption,
    done=words.N("The source is on the register. It is read at once."),
)


@needs("source.manage")
def import_opml(request: HttpRequest) -> HttpResponse:
    """Add every feed of a list of subscriptions; what became of each line is shown."""
    sent = request.FILES.get("file")
    if request.method != "POST":
        return source_page(request)
    try:
        if sent is None:
            raise Refusal("Choose a file.")
        if (sent.size or 0) > MOST_FILE:
            raise Refusal("The file is larger than %(limit)s MB.", limit=MOST_FILE // (1024 * 1024))
        outlines = read_opml(sent.read())[:MOST_LINES]
    except Refusal as refused:
        return source_page(request, refusal=words.say(refused), status=409)
    lines = [_add(request, outline) for outline in outlines]
    added = sum(not line.why for line in lines)
    return source_page(request, imported=lines, added=added)


def _add(request: HttpRequest, outline: Outline) -> Line:
    name = outline.title or outline.url
    try:
        source_acts.add_source(actor_of(request), name=name[:200], url=outline.url, zone=desk_zone().key, now=clock.now())
    except NotAllowed:
        raise
    except Refusal as refused:
        return Line(name, outline.url, words.say(refused))
    return Line(name, outline.url, "")


@needs("desk.view")
def export_opml(request: HttpRequest) -> HttpResponse:
    """The register as a list of subscriptions."""
    body = write_opml([Outline(title=row.name, url=row.url) for row in Source.objects.filter(adapter="feed")], "Huiying")
    return HttpResponse(
        body, content_type="text/x-opml; charset=utf-8", headers={"Content-Disposition": 'attachment; filename="sources.opml"'}
    )
