"""Sealed notes of a case: written, read on a page that nothing keeps, erased. They stand on the case's page as `desk/_notes.html`."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse

from huiying import clock
from huiying.actions import sealed as acts
from huiying.actions.recording import NotAllowed
from huiying.core.types import Refusal
from huiying.store.models import Case, Member, SealedNote
from huiying.web import words
from huiying.web.acting import acting, actor_of, seen_or_404, with_reason
from huiying.web.forms import Tried
from huiying.web.notes import CONTACT, SUBJECTS
from huiying.web.permission import needs
from huiying.web.shown import SECRET
from huiying.web.views import case as cases


def page(request: HttpRequest, row: SealedNote, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The case's page."""
    return cases.page(request, row.case, refusal=refusal, tried=tried, status=status)


@needs("sealed.read")
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """What a note says. Only POST opens it: every reading is an entry, and a link that is followed by chance is none."""
    row = seen_or_404(request, SealedNote, pk)
    if request.method != "POST":
        return HttpResponseRedirect(_here(row, None))
    try:
        text = acts.read_note(actor_of(request), row, now=clock.now())
    except Refusal as refused:
        return page(request, row, refusal=words.say(refused), status=403 if isinstance(refused, NotAllowed) else 409)
    answer = render(request, "desk/note.html", {"note": row, "about": words.word({**SUBJECTS, **CONTACT}, row.subject), "text": text})
    answer["Cache-Control"] = SECRET
    return answer


def _here(row: SealedNote, _result: object) -> str:
    return reverse("case", args=[row.case_id]) + f"#note-{row.pk}"


def _in_case(row: Case, result: object) -> str:
    return reverse("case", args=[row.pk]) + (f"#note-{result.pk}" if isinstance(result, SealedNote) else "#notes")


def _sealing(typed: QueryDict) -> dict[str, object]:
    chosen = [int(pk) for pk in typed.getlist("readers") if pk.isascii() and pk.isdigit() and len(pk) < 10]
    people = list(Member.objects.filter(pk__in=chosen, is_active=True))
    return {"subject": typed.get("subject", ""), "text": typed.get("text", ""), "roles": typed.getlist("roles"), "readers": people}


seal = acting(acts.write_note, Case, page=cases.page, address=_in_case, read=_sealing, done=words.N("The note is sealed."))
erase = acting(acts.erase_note, SealedNote, page=page, address=_here, read=with_reason, done=words.N("The note is erased."))
