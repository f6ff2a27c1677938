"""Warnings: the list, one warning with its arithmetic, and what people do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from huiying import clock
from huiying.actions import case as case_acts
from huiying.actions import warning as acts
from huiying.core.types import Refusal
from huiying.store.models import Case, Item, Warning
from huiying.store.ringing import silences_on
from huiying.store.sight import sees
from huiying.store.stories import open_cases, voices
from huiying.store.timing import plan
from huiying.web import deadlines, nearby, offers, told, words
from huiying.web.acting import acting, actor_of, typed_in, with_reason
from huiying.web.feedback import feedback
from huiying.web.forms import Tried
from huiying.web.permission import needs
from huiying.web.suggestion import suggestion
from huiying.web.trend import trend
from huiying.web.views import silence as quiet

ON_PAGE = 40
MOST_CHOSEN = 100
MOST_WAITING = 200
OPEN = ("raised", "escalated", "acknowledged")


@dataclass(frozen=True)
class Part:
    """One row of a warning's arithmetic."""

    name: str
    detail: str
    value: str
    baseline: str
    p: str
    weight: str
    aside: bool


@dataclass(frozen=True)
class Pressing:
    """One warning that waits. `choice` names it and how it looks, for acknowledging several; empty where this member cannot."""

    warning: Warning
    duty: deadlines.Duty | None
    silenced: object
    choice: str


def number(value: float | None, places: int = 2) -> str:
    """A number as a table shows it: whole where it is whole, tiny ones in powers of ten."""
    if value is None:
        return ""
    if value == int(value) and abs(value) < 1e9:
        return str(int(value))
    if 0 < abs(value) < 0.01:
        return f"{value:.1e}"
    return f"{value:.{places}f}"


def parts(reasons: list[dict[str, Any]]) -> list[Part]:
    """The arithmetic in words."""
    rows = []
    for reason in reasons:
        name, detail = words.part(reason["name"], reason.get("detail", ""))
        weight = reason.get("weight", 0.0)
        rows.append(
            Part(
                name=name,
                detail=detail,
                value=number(reason.get("value")),
                baseline=number(reason.get("baseline")) if reason.get("baseline") else "",
                p=number(reason.get("p")),
                weight=f"{weight:+.2f}",
                aside=weight == 0,
            )
        )
    return rows


@needs("desk.view")
def warnings(request: HttpRequest) -> HttpResponse:
    """Every warning, the open ones first."""
    return listed(request)


def listed(request: HttpRequest, *, refusal: str = "", chosen: Sequence[str] = (), reason: str = "", status: int = 200) -> HttpResponse:
    """The list; `chosen` and `reason` are what had been typed where acknowledging several was refused."""
    rows = Warning.objects.select_related("story__department", "watch", "case").order_by("-updated_at")
    waiting = list(rows.filter(state__in=OPEN)[: MOST_WAITING + 1])
    more, waiting = len(waiting) > MOST_WAITING, waiting[:MOST_WAITING]
    now = clock.now()
    hushed = {pk: quiet.quiet(one) for pk, one in silences_on(waiting, now).items()}
    desk = plan()
    may = request.user.may("warning.acknowledge")  # type: ignore[union-attr]
    pressing = [
        Pressing(
            row,
            next(iter(deadlines.of_warning(row, now, desk)), None),
            hushed.get(row.pk),
            f"{row.pk}.{acts.face(row)}" if may and "acknowledge" in offers.possible("warning", row.state) else "",
        )
        for row in waiting
    ]
    page = Paginator(rows.exclude(state__in=OPEN), ON_PAGE).get_page(request.GET.get("page"))
    context = {
        "pressing": pressing,
        "more": more,
        "several": sum(bool(one.choice) for one in pressing) > 1,
        "page": page,
        "refusal": refusal,
        "chosen": {one.partition(".")[0] for one in chosen},
        "reason": reason,
    }
    return render(request, "desk/warnings.html", context, status=status)


def page(request: HttpRequest, row: Warning, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """One warning: what it rests on, its timer, and what can be done."""
    now = clock.now()
    context: dict[str, object] = {
        "warning": row,
        "parts": parts(row.reasons),
        "total": f"{sum(reason.get('weight', 0.0) for reason in row.reasons):.2f}",
        "items": Item.objects.filter(key__in=row.items[:200]).select_related("source").order_by("id")[:20],
        "known": len(row.items),
        "voices": voices(row.story),
        "duty": next(iter(deadlines.of_warning(row, now)), None),
        "offers": offers.on_warning(row, request.user, tried),  # type: ignore[arg-type]
        "case": _case_of(row, request.user),
        "inhibited": _inhibited(row),
        "nearby": nearby.sentences(row),
        "suggestion": suggestion(row, now, request.user),
        "trend": trend(row.story, now),
        "refusal": refusal,
        **feedback(row, request.user),  # type: ignore[arg-type]
        **quiet.on_warning(row, request.user, now, tried),  # type: ignore[arg-type]
        "told": told.of_warning(row),
        "reached": told.reached(row),
    }
    return render(request, "desk/warning.html", context, status=status)


def _case_of(row: Warning, user: object) -> Case | None:
    found = getattr(row, "case", None) or next(iter(open_cases([row.story])), None)
    found = found or Case.objects.filter(stories__story=row.story).order_by("id").first()
    return found if found is not None and sees(user, found) else None


def _inhibited(row: Warning) -> str:
    if not row.inhibited:
        return ""
    if row.inhibited.startswith("case:"):
        return _("It stays quiet: its case is open already.")
    return _("It is not repeated: a graver warning of the same place and topic stands beside it.")


@needs("desk.view")
def warning(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of one warning."""
    return page(request, get_object_or_404(Warning.objects.select_related("story__department", "watch", "acknowledged_by"), pk=pk))


def _here(row: Warning, _result: object) -> str:
    return reverse("warning", args=[row.pk])


def _into_case(row: Warning, result: object) -> str:
    return reverse("case", args=[result.pk]) if isinstance(result, Case) else _here(row, result)


def _which_case(typed: QueryDict) -> dict[str, object]:
    chosen = typed.get("case", "")
    found = Case.objects.filter(pk=int(chosen)).first() if chosen.isascii() and chosen.isdigit() and len(chosen) < 10 else None
    if found is None:
        raise Refusal("The case that was chosen does not exist. Choose another.")
    return {"case": found}


@needs("warning.acknowledge")
def acknowledge_several(request: HttpRequest) -> HttpResponse:
    """Acknowledge the chosen warnings with one reason: each is an act of its own with its own entry. What changed meanwhile is named.

    There is no such thing for dismissing: that ends a warning without anybody looking further, so each one needs its own reason.
    """
    if request.method != "POST":
        return HttpResponseRedirect(reverse("warnings"))
    typed = typed_in(request)
    why, chosen = typed.get("reason", "").strip(), typed.getlist("chosen")[:MOST_CHOSEN]
    if not chosen or not why:
        told = _("Choose the warnings.") if why else _("Give one reason for all of them: it is kept on the record.")
        return listed(request, refusal=told, chosen=chosen, reason=why, status=409)
    done, left, actor = 0, [], actor_of(request)
    for one in chosen:
        key, _dot, seen = one.partition(".")
        row = (
            Warning.objects.select_related("story").filter(pk=int(key)).first()
            if key.isascii() and key.isdigit() and len(key) < 10
            else None
        )
        if row is None:
            continue
        try:
            acts.acknowledge(actor, row, reason=why, seen=seen, now=clock.now())
            done += 1
        except Refusal as refused:
            left.append(_('"%(title)s": %(why)s') % {"title": row.story.title, "why": words.say(refused)})
    if done:
        messages.success(request, ngettext("%(n)d warning is acknowledged.", "%(n)d warnings are acknowledged.", done) % {"n": done})
    if left:
        named = _("Not acknowledged: %(warnings)s") % {"warnings": " ".join(left)}
        return listed(request, refusal=named, reason=why, status=409)
    return HttpResponseRedirect(reverse("warnings"))


def _title(typed: QueryDict) -> dict[str, object]:
    return {"title": typed.get("title", "")}


acknowledge = acting(acts.acknowledge, Warning, page=page, address=_here, done=words.N("You have acknowledged the warning."))
dismiss = acting(acts.dismiss, Warning, page=page, address=_here, read=with_reason, done=words.N("The warning is dismissed."))
contest = acting(acts.contest, Warning, page=page, address=_here, read=with_reason, done=words.N("The warning rings again."))
open_case = acting(case_acts.open_case, Warning, page=page, address=_into_case, read=_title, done=words.N("The case is open."))
attach = acting(case_acts.attach, Warning, page=page, address=_here, read=_which_case, done=words.N("The warning belongs to the case now."))
silence = quiet.silence_view(page)
