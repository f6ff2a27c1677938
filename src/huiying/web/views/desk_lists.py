"""Every commitment, every enquiry, and everything that the public contested or wanted corrected, across all cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.store.models import Commitment, Contest, CorrectionRequest, Enquiry
from huiying.store.sight import visible
from huiying.web import words
from huiying.web.forms import Offers
from huiying.web.permission import needs
from huiying.web.room import asked
from huiying.web.room import commitments as promises
from huiying.web.room import enquiries as questions
from huiying.web.room.cards import Card, Reader
from huiying.web.views.frame import case_of

ON_PAGE = 40


@needs("desk.view")
def commitments(request: HttpRequest) -> HttpResponse:
    """What was promised, the next date first."""
    related = ("case", "department", "claim", "proposed_by", "published_by", "done_by", "verified_by")
    rows = Commitment.objects.select_related(*related).order_by("due_at", "pk")
    over = ("verified_done", "changed_public", "refused")
    return _list(request, "commitment", rows, over, lambda row, reader: promises.card(row, row.case, reader))


@needs("desk.view")
def enquiries(request: HttpRequest) -> HttpResponse:
    """What the media and the public asked, what is due first before the rest."""
    rows = Enquiry.objects.select_related("case", "department", "statement", "drafted_by", "answered_by").order_by("due_at", "pk")
    return _list(request, "enquiry", rows, ("answered", "declined"), lambda row, reader: questions.card(row, row.case, reader, []))


@needs("desk.view")
def contests(request: HttpRequest) -> HttpResponse:
    """What the public contests, or the corrections it wants, with what was decided and why."""
    wanted = request.GET.get("kind") == "correction"
    rows: QuerySet[Any]
    if wanted:
        rows = CorrectionRequest.objects.select_related("statement__case", "weighed_by", "decided_by")
    else:
        rows = Contest.objects.select_related("case", "claim", "commitment", "weighed_by", "decided_by")
    machine = "correction_request" if wanted else "contest"
    found = rows.order_by("-received_at", "-pk")
    return _list(request, machine, found, ("accepted", "refused"), lambda row, reader: asked.card(row, case_of(row), reader), contests=True)


def _list(
    request: HttpRequest,
    machine: str,
    rows: QuerySet[Any],
    over: tuple[str, ...],
    card: Callable[[Any, Reader], Card],
    **more: object,
) -> HttpResponse:
    """One list; `over` are the states in which nothing is left to do. The acts are in the case room, where all of the case is in sight."""
    rows = visible(request.user, rows)
    state = request.GET.get("state", "")
    state = state if state == "open" or state in words.STATES[machine] else ""
    if state:
        rows = rows.exclude(state__in=over) if state == "open" else rows.filter(state=state)
    reader = Reader(request.user, clock.now())  # type: ignore[arg-type]
    page = Paginator(rows, ON_PAGE).get_page(request.GET.get("page"))
    cards = []
    for row in page.object_list:
        made, case = card(row, reader), case_of(row)
        cards.append((replace(made, href=f"{reverse('case', args=[case.pk])}#{made.anchor}", offers=Offers()), case))
    kind = request.GET.get("kind") == "correction"
    query = ("kind=correction&" if kind else "") + (f"state={state}&" if state else "")
    context = {
        "machine": machine,
        "title": _(TITLES[machine]),
        "cards": cards,
        "page": page,
        "page_query": query,
        "state": state,
        "kind": "correction" if kind else "",
        "states": [("", _("all")), ("open", _("every open one")), *((key, words.state(machine, key)) for key in words.STATES[machine])],
        **more,
    }
    return render(request, "desk/parts.html", context)


TITLES = {
    "commitment": words.N("Commitments"),
    "enquiry": words.N("Enquiries of the media and the public"),
    "contest": words.N("Contests"),
    "correction_request": words.N("Requests for a correction"),
}
