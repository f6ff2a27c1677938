"""The register: sources and watches, added, paused and tested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import source as source_acts
from huiying.actions import watch as watch_acts
from huiying.core.detect.parsing import parse
from huiying.core.detect.watch import Watches
from huiying.core.types import Refusal, WatchQuery
from huiying.store.convert import item_of
from huiying.store.models import Item, Source, Watch
from huiying.web import offers, words
from huiying.web.acting import acting, typed_in
from huiying.web.forms import Act, Field, Offers, Tried, departments, options, read_department, read_number
from huiying.web.permission import needs
from huiying.web.views.board import health
from huiying.web.zone import desk_zone

WEEK = timedelta(days=7)
TESTED = 20_000
SHOWN = 20


@dataclass(frozen=True)
class Trial:
    """A query tried over the last week's items: the parser's objection, or how many of how many match and the first of them."""

    query: str
    objection: str = ""
    count: int = 0
    of: int = 0
    first: tuple[Item, ...] = ()


@needs("desk.view")
def sources(request: HttpRequest) -> HttpResponse:
    """Every source and how it fares."""
    return source_page(request)


def source_page(
    request: HttpRequest, row: Source | None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The sources, with what was typed where adding one was refused."""
    now, manages = clock.now(), request.user.may("source.manage")  # type: ignore[union-attr]
    rows = [
        (health(source, now), offers.pause_or_resume("source", source.pk, source.active) if manages else None)
        for source in Source.objects.all()
    ]
    adding = Offers(tried)
    if manages:
        adding.act(
            reverse("source_add"),
            _("Add a source"),
            Field("name", _("Name under which it stands in the public register")),
            Field("url", _("Address of its feed"), "text", help=_("RSS, Atom or JSON Feed, beginning with http:// or https://.")),
            Field("kind", _("Kind"), "select", "news", options(words.ITEM_KINDS)),
            Field("interval", _("Minutes between two readings"), "number", "10"),
            Field("zone", _("Time zone of its dates"), value=desk_zone().key),
            button=_("Add the source"),
            style="",
        )
    return render(request, "desk/sources.html", {"sources": rows, "offers": adding, "refusal": refusal}, status=status)


def _source(typed: QueryDict) -> dict[str, object]:
    return {
        "name": typed.get("name", ""),
        "url": typed.get("url", ""),
        "kind": typed.get("kind", ""),
        "interval": read_number(typed, "interval", words.N("Minutes between two readings")),
        "zone": typed.get("zone", "").strip(),
    }


def _at_sources(_row: Source | None, result: object) -> str:
    return reverse("sources") + (f"#source-{result.pk}" if isinstance(result, Source) else "")


def _resting(_typed: QueryDict) -> dict[str, object]:
    return {"active": False}


def _running(_typed: QueryDict) -> dict[str, object]:
    return {"active": True}


add_source = acting(
    source_acts.add_source,
    None,
    page=source_page,
    address=_at_sources,
    read=_source,
    done=words.N("The source is on the register. It is read at once."),
)
pause_source = acting(
    source_acts.set_source_active, Source, page=source_page, address=_at_sources, read=_resting, done=words.N("The source is paused.")
)
resume_source = acting(
    source_acts.set_source_active, Source, page=source_page, address=_at_sources, read=_running, done=words.N("The source is read again.")
)


@needs("desk.view")
def watches(request: HttpRequest) -> HttpResponse:
    """Every watch."""
    return watch_page(request)


def watch_page(
    request: HttpRequest,
    row: Watch | None = None,
    *,
    refusal: str = "",
    tried: Tried | None = None,
    status: int = 200,
    trial: Trial | None = None,
) -> HttpResponse:
    """The watches, the test box with its outcome, and the form for a new one."""
    manages = request.user.may("watch.manage")  # type: ignore[union-attr]
    rows = [
        (watch, offers.pause_or_resume("watch", watch.pk, watch.active) if manages else None)
        for watch in Watch.objects.select_related("department")
    ]
    adding = Offers(tried)
    levels = (("", _("by its score")), *options(words.LEVELS))
    query = trial.query if trial else ""
    if manages:
        adding.act(
            reverse("watch_add"),
            _("Add a watch"),
            Field("name", _("Name")),
            Field("query", _("Query"), "code", query, help=_help()),
            Field("place", _("Place it is about"), required=False),
            Field("topics", _("Topics, with commas between them"), required=False),
            Field("department", _("Lead department"), "select", "", departments(_("none")), required=False),
            Field("level", _("Least level of a story it finds"), "select", "", levels, required=False),
            button=_("Add the watch"),
            style="",
        )
    testing = Act(reverse("watch_test"), _("Try a query"), (Field("query", _("Query"), "code", query, help=_help()),))
    context = {"watches": rows, "offers": adding, "testing": testing, "trial": trial, "manages": manages, "refusal": refusal}
    return render(request, "desk/watches.html", context, status=status)


def _help() -> str:
    return _('Words and "phrases" joined by AND, OR, NOT, parentheses and NEAR/10; flood* finds every word that begins so.')


@needs("watch.manage")
def test_watch(request: HttpRequest) -> HttpResponse:
    """Try a query over last week's items. Nothing is stored; the answer is the count and the first matches, or what is wrong and where."""
    query = typed_in(request).get("query", "") if request.method == "POST" else request.GET.get("query", "")
    try:
        trial = _try(query)
    except Refusal as refused:
        return watch_page(request, trial=Trial(query, objection=words.say(refused)), status=400)
    return watch_page(request, trial=trial)


def _try(query: str) -> Trial:
    parse(query)
    matcher = Watches([WatchQuery(name="trial", query=query)])
    recent = Item.objects.filter(first_seen__gt=clock.now() - WEEK).select_related("source", "membership__story").order_by("-id")[:TESTED]
    count, of = 0, 0
    first: list[Item] = []
    for row in recent.iterator(chunk_size=1000):
        of += 1
        if matcher.match(item_of(row)):
            count += 1
            if len(first) < SHOWN:
                first.append(row)
    return Trial(query, count=count, of=of, first=tuple(first))


def _watch(typed: QueryDict) -> dict[str, object]:
    topics = typed.get("topics", "").replace("，", ",").split(",")
    return {
        "name": typed.get("name", ""),
        "query": typed.get("query", "").strip(),
        "place": typed.get("place", "").strip(),
        "topics": [topic.strip() for topic in topics if topic.strip()],
        "department": read_department(typed),
        "level": typed.get("level", ""),
    }


def _at_watches(_row: Watch | None, result: object) -> str:
    return reverse("watches") + (f"#watch-{result.pk}" if isinstance(result, Watch) else "")


add_watch = acting(
    watch_acts.add_watch,
    None,
    page=watch_page,
    address=_at_watches,
    read=_watch,
    done=words.N("The watch is on the register. It holds for every item from now on."),
)
pause_watch = acting(
    watch_acts.set_watch_active, Watch, page=watch_page, address=_at_watches, read=_resting, done=words.N("The watch is paused.")
)
resume_watch = acting(
    watch_acts.set_watch_active, Watch, page=watch_page, address=_at_watches, read=_running, done=words.N("The watch runs again.")
)
