"""The shift log, the handover of the desk, and what happened while one was away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import handover as acts
from huiying.core.types import Refusal
from huiying.store.duty import responsible, taken, waiting
from huiying.store.models import Case, Handover, Member, ShiftNote, Task
from huiying.store.open_things import KINDS, open_things
from huiying.store.sight import is_limited, visible
from huiying.web import words
from huiying.web.acting import acting
from huiying.web.forms import Field, Offers, Tried
from huiying.web.permission import needs

NOTES, PAST = 60, 20

THINGS: dict[str, str] = {
    "warning": words.N("Warnings that nobody has acknowledged"),
    "deadline": words.N("Deadlines of the next shift"),
    "task": words.N("Tasks that wait"),
    "promise": words.N("Words promised to the public"),
    "silence": words.N("Silences in force"),
    "source": words.N("Sources that cannot be read"),
}


@dataclass(frozen=True)
class Thing:
    """One open thing in words."""

    about: str
    href: str
    level: str
    at: str
    what: str
    since: bool


@dataclass(frozen=True)
class Open:
    """The open things of one kind."""

    title: str
    rows: tuple[Thing, ...]


def in_words(things: list[dict[str, Any]], reader: Member) -> list[Open]:
    """What is open and the reader may see, by kind in the order in which it is read. Every kind is named: none is a finding too."""
    things = _seen(things, reader)
    return [Open(words.word(THINGS, kind), tuple(_thing(one) for one in things if one["kind"] == kind)) for kind in KINDS]


def _seen(things: list[dict[str, Any]], reader: Member) -> list[dict[str, Any]]:
    if not is_limited(reader):
        return things
    cases = set(visible(reader, Case.objects.filter(pk__in=[one["number"] for one in things])).values_list("pk", flat=True))
    tasks = set(visible(reader, Task.objects.filter(pk__in=[one["part"] for one in things])).values_list("pk", flat=True))
    hidden = {"task": lambda one: one["part"] not in tasks, "deadline": lambda one: one["number"] not in cases}
    hidden["promise"] = hidden["deadline"]
    return [one for one in things if not hidden.get(one["kind"], lambda _one: False)(one)]


def _thing(one: dict[str, Any]) -> Thing:
    kind, number = one["kind"], one["number"]
    href = {
        "warning": lambda: reverse("warning", args=[number]),
        "silence": lambda: f"{reverse('silences')}#silence-{number}",
        "source": lambda: reverse("sources"),
        "task": lambda: f"{reverse('case', args=[number])}#task-{one['part']}",
    }.get(kind, lambda: reverse("case", args=[number]))()
    what = words.state("task", one["name"]) if kind == "task" else words.word(words.TIMERS, one["name"]) if one["name"] else ""
    return Thing(one["about"], href, one["level"], one["at"], what, kind in ("warning", "source"))


@needs("desk.view")
def handover(request: HttpRequest) -> HttpResponse:
    """What waits to be taken over, or what would be handed over now."""
    return page(request)


def page(
    request: HttpRequest, row: Handover | None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The handover, with what was typed where an act was refused."""
    member: Member = request.user  # type: ignore[assignment]
    now, holder, waits = clock.now(), responsible(), waiting()
    offers, logs = Offers(tried), member.may("duty.log")
    if logs and holder is None:
        offers.act(reverse("handover_take_desk"), _("Take the desk: I am responsible from now on"), style="")
    elif logs and waits is not None and waits.by_id != member.pk:
        offers.act(reverse("handover_take", args=[waits.pk]), _("I have read it and take the desk over"), style="")
    elif logs and waits is None and holder is not None and (holder.pk == member.pk or member.may("duty.manage")):
        offers.act(
            reverse("handover_write"),
            _("Hand the desk over"),
            Field(
                "remark", _("Remark"), "textarea", required=False, help=_("What the list does not say: whom you wait for, what was agreed.")
            ),
            note=_("The list below is kept with it. You stay responsible until somebody takes the desk over."),
            style="",
            fold=False,
        )
    if logs and waits is not None and (waits.by_id == member.pk or member.may("duty.manage")):
        offers.act(reverse("handover_withdraw", args=[waits.pk]), _("Withdraw the handover"))
    past = Handover.objects.filter(taken_at__isnull=False).select_related("by", "taken_by").order_by("-taken_at", "-id")[:PAST]
    context = {
        "holder": holder,
        "waits": waits,
        "things": in_words(waits.open_things if waits is not None else open_things(now), member),
        "last": taken(),
        "past": past,
        "offers": offers,
        "refusal": refusal,
    }
    return render(request, "desk/handover.html", context, status=status)


@needs("desk.view")
def log(request: HttpRequest) -> HttpResponse:
    """The shift log."""
    return log_page(request)


def log_page(request: HttpRequest, row: None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The log, with what was typed where an entry was refused."""
    member: Member = request.user  # type: ignore[assignment]
    rows = list(ShiftNote.objects.select_related("by", "corrects").prefetch_related("corrections").order_by("-id")[:NOTES])
    offers = Offers(tried)
    if member.may("duty.log"):
        open_rows = [one for one in rows if not one.corrections.all()]
        corrects = tuple((str(one.pk), f"{one.pk}: {one.text[:40]}") for one in open_rows)
        offers.act(
            reverse("log_write"),
            _("Write in the log"),
            Field(
                "text", _("What happened, in a sentence or two"), "textarea", help=_("It cannot be changed; a further entry corrects it.")
            ),
            Field("corrects", _("Corrects the entry"), "select", "", (("", _("none")), *corrects), required=False),
            style="",
            fold=False,
        )
    return render(request, "desk/shift_log.html", {"rows": rows, "offers": offers, "refusal": refusal}, status=status)


def _read_note(typed: QueryDict) -> dict[str, object]:
    text = typed.get("corrects", "")
    row = ShiftNote.objects.filter(pk=int(text)).first() if text.isascii() and text.isdigit() and len(text) < 10 else None
    if text and row is None:
        raise Refusal("The entry that was chosen does not exist. Choose another.")
    return {"text": typed.get("text", ""), "corrects": row}


def _at_handover(_row: object, _result: object) -> str:
    return reverse("handover")


def _at_log(_row: object, _result: object) -> str:
    return reverse("shift_log")


write_log = acting(acts.write_log, None, page=log_page, address=_at_log, read=_read_note, done=words.N("It stands in the log."))
write = acting(
    acts.hand_over,
    None,
    page=page,
    address=_at_handover,
    read=lambda typed: {"remark": typed.get("remark", "")},
    done=words.N("The handover waits. You stay responsible until somebody takes the desk over."),
)
withdraw = acting(acts.withdraw_handover, Handover, page=page, address=_at_handover, done=words.N("The handover is withdrawn."))
take = acting(acts.take_over, Handover, page=page, address=_at_handover, done=words.N("You hold the desk now."))
take_desk = acting(acts.take_desk, None, page=page, address=_at_handover, done=words.N("You hold the desk now."))
