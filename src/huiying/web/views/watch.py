"""The register of watches: tried over last week's items, added, changed with the difference in view, paused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import watch as acts
from huiying.core.detect.parsing import hints, parse
from huiying.core.types import Refusal
from huiying.store.knowledge import suggested_places, terms
from huiying.store.models import Entry, Member, Watch
from huiying.store.trial import Difference, Trial, compare, try_query
from huiying.web import charts, offers, words
from huiying.web.acting import acting, given, other, typed_in
from huiying.web.forms import Act, Field, Offers, Tried, departments, options, read_department
from huiying.web.marked import Shown, shown
from huiying.web.noticed import open_notices, pictures
from huiying.web.permission import needs
from huiying.web.templatetags.desk import person
from huiying.web.zone import desk_zone


@dataclass(frozen=True)
class Pointed:
    """A wrong query: what is wrong, and the query before, at and after the place (all in `before` where it is wrong as a whole)."""

    reason: str
    before: str
    at: str = ""
    after: str = ""


@dataclass(frozen=True)
class Tested:
    """What trying a query came to."""

    query: str
    wrong: Pointed | None = None
    trial: Trial | None = None
    picture: SafeString | str = ""
    shown: tuple[Shown, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Changed:
    """One line of what happened to a watch."""

    at: datetime
    meaning: str
    who: str
    before: str
    after: str


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
    tested: Tested | None = None,
) -> HttpResponse:
    """The watches, the test box with its outcome, and the form for a new one."""
    manages = request.user.may("watch.manage")  # type: ignore[union-attr]
    found = list(Watch.objects.select_related("department"))
    drawn = pictures(found, clock.now(), desk_zone())
    rows = [
        (watch, offers.pause_or_resume("watch", watch.pk, watch.active) if manages else None, drawn.get(watch.pk, "")) for watch in found
    ]
    adding = Offers(tried)
    query = tested.query if tested else ""
    if manages:
        adding.act(
            reverse("watch_add"),
            _("Add a watch"),
            Field("name", _("Name")),
            Field("query", _("Query"), "code", query, help=_help()),
            *_about(),
            button=_("Add the watch"),
            style="",
        )
    wrong = wrong_at(tried.typed.get("query", "")) if tried is not None and tried.url == reverse("watch_add") else None
    testing = Act(reverse("watch_test"), _("Try a query"), (Field("query", _("Query"), "code", query, help=_help()),))
    context = {
        "watches": rows,
        "offers": adding,
        "testing": testing,
        "tested": tested,
        "manages": manages,
        "refusal": refusal,
        "wrong": wrong,
        "surges": open_notices("surge"),
        "silences": [one for one in open_notices("silence") if one.row.watch_id],
    }
    return render(request, "desk/watches.html", context, status=status)


def _help() -> str:
    return _(
        'Words and "phrases" joined by AND, OR, NOT, parentheses and NEAR/10; flood* finds words that begin so, @name the words of a list.'
    )


def _about(watch: Watch | None = None) -> tuple[Field, ...]:
    """The fields of what is known about a watch's subject."""
    places = tuple((name, "") for name in suggested_places())
    department = str(watch.department_id or "") if watch else ""
    return (
        Field("place", _("Place it is about"), "suggest", watch.place if watch else "", places, required=False),
        Field("topics", _("Topics, with commas between them"), value=_(", ").join(watch.topics) if watch else "", required=False),
        Field("department", _("Lead department"), "select", department, departments(_("none")), required=False),
        Field(
            "level",
            _("Least level of a story it finds"),
            "select",
            watch.level if watch else "",
            (("", _("by its score")), *options(words.LEVELS)),
            required=False,
        ),
    )


def _fields(row: Watch, _typed: object = None) -> tuple[Field, ...]:
    """The fields of a watch as they stand now."""
    return (Field("query", _("Query"), "code", row.query, help=_help()), *_about(row))


@needs("watch.manage")
def test_watch(request: HttpRequest) -> HttpResponse:
    """Try a query over last week's items. Nothing is stored; the answer is the count and the first matches, or what is wrong and where."""
    query = typed_in(request).get("query", "") if request.method == "POST" else request.GET.get("query", "")
    wrong = wrong_at(query)
    if wrong is not None:
        return watch_page(request, tested=Tested(query, wrong), status=400)
    trial = try_query(query, now=clock.now(), zone=desk_zone())
    tested = Tested(
        query,
        None,
        trial,
        charts.days(trial.days),
        shown(parse(query, terms()), trial.first),
        tuple(words.hint(found) for found in hints(query)),
    )
    return watch_page(request, tested=tested)


def wrong_at(query: str) -> Pointed | None:
    """What is wrong with a query, and where; None where nothing is."""
    try:
        parse(query, terms())
    except Refusal as refused:
        at = refused.values.get("at")
        if not isinstance(at, int):
            return Pointed(words.say(refused), query)
        return Pointed(words.say(refused), query[: at - 1], query[at - 1 : at] or " ", query[at:])
    return None


@needs("desk.view")
def watch(request: HttpRequest, pk: int) -> HttpResponse:
    """One watch: what is known about it, what it finds, and everything that was changed."""
    return one_watch(request, get_object_or_404(Watch, pk=pk))


def one_watch(
    request: HttpRequest,
    row: Watch,
    *,
    refusal: str = "",
    tried: Tried | None = None,
    status: int = 200,
    difference: Difference | None = None,
    query: str = "",
) -> HttpResponse:
    """The form to change a watch, with the difference that a tried query makes."""
    manages = request.user.may("watch.manage")  # type: ignore[union-attr]
    changing = Offers(tried)
    if manages:
        changing.act(reverse("watch_change", args=[row.pk]), _("Change"), *_fields(row), overwrites=True)
    context = {
        "watch": row,
        "change": changing.acts[0] if manages else None,
        "pausing": offers.pause_or_resume("watch", row.pk, row.active) if manages else None,
        "wrong": wrong_at(tried.typed.get("query", "")) if tried is not None else None,
        "difference": difference,
        "came": shown(parse(query, terms()), difference.first_came) if difference else (),
        "went": shown(parse(row.query, terms()), difference.first_went) if difference else (),
        "changes": _changes(row),
        "refusal": refusal,
    }
    return render(request, "desk/watch.html", context, status=status)


@needs("watch.manage")
def try_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Which of last week's items a changed query would find that the watch does not, and the other way round. Nothing is stored."""
    row = get_object_or_404(Watch, pk=pk)
    if request.method != "POST":
        return HttpResponseRedirect(reverse("watch", args=[pk]))
    typed = typed_in(request)
    query = typed.get("query", "").strip()
    tried = Tried(reverse("watch_change", args=[pk]), typed)
    if wrong_at(query) is not None:
        return one_watch(request, row, tried=tried, status=400)
    return one_watch(request, row, tried=tried, difference=compare(row.query, query, now=clock.now(), zone=desk_zone()), query=query)


def _changes(row: Watch) -> list[Changed]:
    """What the record says of a watch, newest first."""
    names = dict(Member.objects.values_list("username", "name"))
    found = []
    for entry in Entry.objects.filter(subject=f"watch:{row.pk}").order_by("-id"):
        data = json.loads(entry.data)
        who = person(names[entry.actor]) if entry.actor in names else words.word(words.ACTORS, entry.actor_kind)
        before, after = data.get("before") or {}, data.get("after") or {}
        meaning = words.event(entry.type)
        if "active" in data:
            meaning = _("The watch was resumed.") if data["active"] else _("The watch was paused.")
        found.append(Changed(datetime.fromisoformat(entry.at), meaning, who, _told(before), _told(after) or data.get("query", "")))
    return found


def _told(values: Mapping[str, object]) -> str:
    told = []
    for name in ("query", "place", "topics", "department", "level"):
        if name in values:
            value = values[name]
            text = _(", ").join(value) if isinstance(value, list) else words.word(words.LEVELS, value)
            told.append(text or "–")
    return _("; ").join(told)


def _read(typed: QueryDict) -> dict[str, object]:
    topics = typed.get("topics", "").replace("，", ",").replace("、", ",").split(",")
    return {
        "query": typed.get("query", "").strip(),
        "place": typed.get("place", "").strip(),
        "topics": [topic.strip() for topic in topics if topic.strip()],
        "department": read_department(typed),
        "level": typed.get("level", ""),
    }


def _read_new(typed: QueryDict) -> dict[str, object]:
    return {"name": typed.get("name", ""), **_read(typed)}


def _at_watches(_row: Watch | None, result: object) -> str:
    return reverse("watches") + (f"#watch-{result.pk}" if isinstance(result, Watch) else "")


def _at_watch(row: Watch, _result: object) -> str:
    return reverse("watch", args=[row.pk])


add_watch = acting(
    acts.add_watch,
    None,
    page=watch_page,
    address=_at_watches,
    read=_read_new,
    done=words.N("The watch is on the register. It holds for every item from now on."),
)
change_watch = acting(
    acts.change_watch,
    Watch,
    page=one_watch,
    address=_at_watch,
    read=_read,
    done=words.N("The watch is changed. It holds for every item from now on."),
    shown=_fields,
)
pause_watch = acting(
    acts.set_watch_active,
    Watch,
    page=watch_page,
    address=_at_watches,
    read=given(active=False),
    done=words.N("The watch is paused."),
    undo=other("watch_resume"),
)
resume_watch = acting(
    acts.set_watch_active,
    Watch,
    page=watch_page,
    address=_at_watches,
    read=given(active=True),
    done=words.N("The watch runs again."),
    undo=other("watch_pause"),
)
