"""Cases: the list, and the case room where people verify, ask departments and answer."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import case as acts
from huiying.actions import claim as claim_acts
from huiying.actions import statement as statement_acts
from huiying.actions import task as task_acts
from huiying.core.statement.content import Content
from huiying.core.statement.stages import Stage
from huiying.core.statement.templates import holding
from huiying.core.types import Refusal
from huiying.store.models import Case, Claim, Desk, Story, Task
from huiying.store.sight import visible
from huiying.web import deadlines, notes, offers, words
from huiying.web.acting import acting, seen_or_404
from huiying.web.forms import Tried, must_department, read_department
from huiying.web.permission import needs
from huiying.web.room import page as room
from huiying.web.room import response
from huiying.web.room.cards import Reader
from huiying.web.room.filters import Filters
from huiying.web.zone import desk_zone, read_local

ON_PAGE = 40


@needs("desk.view")
def cases(request: HttpRequest) -> HttpResponse:
    """Every case, with what is due next in the open ones."""
    return list_page(request)


def list_page(request: HttpRequest, row: None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The cases, with what was typed where opening one was refused."""
    reader = Reader(request.user, clock.now(), tried)  # type: ignore[arg-type]
    chosen = Filters.read(request.GET)
    rows, more = chosen.narrow(reader)
    page_ = Paginator(visible(request.user, rows), ON_PAGE).get_page(request.GET.get("page"))
    shown = deadlines.read(Case.objects.filter(pk__in=[row.pk for row in page_.object_list]).order_by("-id"))
    listed = [
        (row, next(iter(deadlines.in_order(deadlines.seen_by(request.user, row, deadlines.of_case(row, reader.now, reader.desk)))), None))
        for row in shown
    ]
    opening = offers.open_by_hand(request.user, reader.now, tried)  # type: ignore[arg-type]
    context = {
        "cases": listed,
        "page": page_,
        "page_query": chosen.query,
        "chosen": chosen,
        "more": more,
        **chosen.fields(_("all")),
        "offers": opening,
        "refusal": refusal,
    }
    return render(request, "desk/cases.html", context, status=status)


@needs("desk.view")
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """The case room."""
    return page(request, seen_or_404(request, Case, pk))


def page(request: HttpRequest, row: Case, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The case room, with what was typed where an act was refused."""
    reader = Reader(request.user, clock.now(), tried)  # type: ignore[arg-type]
    told = {**room.context(room.read(row.pk), reader), **notes.of_case(row, reader.member, tried), "refusal": refusal}
    return render(request, "desk/case.html", told, status=status)


def _here(row: Case, result: object) -> str:
    anchor = ""
    if isinstance(result, Claim):
        anchor = f"#claim-{result.pk}"
    elif isinstance(result, Task):
        anchor = f"#task-{result.pk}"
    return reverse("case", args=[row.pk]) + anchor


def _statement(row: Case, result: object) -> str:
    return reverse("statement", args=[result.pk]) if result is not None else _here(row, None)  # type: ignore[attr-defined]


def _told(typed: QueryDict) -> dict[str, object]:
    zone, chosen = desk_zone(), typed.get("story", "")
    story = Story.objects.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() and len(chosen) < 10 else None
    if chosen and story is None:
        raise Refusal("The story that was chosen does not exist. Choose another.")
    return {
        "title": typed.get("title", ""),
        "level": typed.get("level", ""),
        "known_by": typed.get("known_by", ""),
        "known_at": read_local(typed.get("known_at", ""), zone),
        "first_public_at": read_local(typed.get("first_public_at", ""), zone),
        "story": story,
        "drill": bool(typed.get("drill")),
    }


def _opened(_row: Case | None, result: object) -> str:
    return reverse("case", args=[result.pk]) if isinstance(result, Case) else reverse("cases")


def _assessment(typed: QueryDict) -> dict[str, object]:
    return {"level": typed.get("level", ""), "department": read_department(typed)}


def _note(typed: QueryDict) -> dict[str, object]:
    return {"note": typed.get("note", "").strip(), "to": typed.get("to", "").strip()}


def _claim(typed: QueryDict) -> dict[str, object]:
    return {"text": typed.get("text", ""), "about_us": bool(typed.get("about_us")), "accused": read_department(typed, "accused")}


def _assignment(typed: QueryDict) -> dict[str, object]:
    return {"department": must_department(typed), "text": typed.get("text", "")}


def _lang(typed: QueryDict) -> str:
    return "en" if typed.get("lang") == "en" else "zh"


def _holding(typed: QueryDict) -> dict[str, object]:
    lang, zone, desk = _lang(typed), desk_zone(), Desk.objects.first()
    at = read_local(typed.get("next_update_at", ""), zone)
    if at is None:
        raise Refusal("A holding statement promises when the next word comes. Enter the time.")
    body = (desk.name_zh if lang == "zh" else desk.name_en) if desk else ""
    return {"content": holding(lang, body=body, seen=typed.get("seen", "").strip(), next_update_at=at, zone=zone)}


def _empty(typed: QueryDict) -> dict[str, object]:
    try:
        stage = Stage(typed.get("stage", ""))
    except ValueError as error:
        raise Refusal("The stage that was chosen does not exist. Choose another.") from error
    return {"content": Content(stage=stage, lang=_lang(typed), title=typed.get("title", "").strip(), sentences=())}


open_by_hand = acting(acts.open_by_hand, None, page=list_page, address=_opened, read=_told, done=words.N("The case is open."))
assess = acting(
    acts.assess, Case, page=page, address=_here, read=_assessment, done=words.N("The assessment is saved."), shown=response.assessment
)
report_up = acting(acts.report_up, Case, page=page, address=_here, read=_note, done=words.N("The report to superiors is on the record."))
add_claim = acting(claim_acts.add_claim, Case, page=page, address=_here, read=_claim, done=words.N("The claim is written down."))
assign = acting(task_acts.assign, Case, page=page, address=_here, read=_assignment, done=words.N("The task is assigned."))
begin_holding = acting(
    statement_acts.draft,
    Case,
    page=page,
    address=_statement,
    read=_holding,
    done=words.N("The holding statement is begun. Read it and submit it."),
)
begin_statement = acting(statement_acts.draft, Case, page=page, address=_statement, read=_empty, done=words.N("The statement is begun."))
