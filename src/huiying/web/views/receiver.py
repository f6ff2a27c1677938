"""Programs that are told what happens: the register with how each fares, and every act on it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import receiver as acts
from huiying.core.types import Refusal
from huiying.publish.webhook import key
from huiying.store.models import Receiver
from huiying.web import words
from huiying.web.acting import acting, actor_of, given, other, refuse, typed_in, with_reason
from huiying.web.entry_kinds import groups
from huiying.web.forms import Act, Field, Offers, Tried, reason
from huiying.web.permission import needs
from huiying.web.shown import once_shown

COUNTED = 1000
"""Entries that still wait are counted so far; counting more would take longer than anybody reads."""


@dataclass(frozen=True)
class Shown:
    """One receiver with what it is told of, how much it is still owed, and what may be done with it."""

    row: Receiver
    types: list[tuple[str, str]]
    owed: int
    more: bool
    trouble: str
    test_trouble: str
    turn: Act
    offers: Offers


def trouble(text: str) -> str:
    """What a receiver or the way to it said, in the reader's language; a refusal of ours stands as the worker wrote it."""
    if found := re.fullmatch(r"it answered (\d+)", text):
        return _("it answered %(status)s") % {"status": found[1]}
    return _("no answer (%(kind)s)") % {"kind": text} if re.fullmatch(r"\w+", text) else text


@needs("receiver.manage")
def receivers(request: HttpRequest) -> HttpResponse:
    """The register."""
    return page(request)


def page(
    request: HttpRequest, row: Receiver | None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The register, with what was typed where an act was refused."""
    adding = tried is not None and tried.url == reverse("receiver_add")
    typed = tried.typed if tried is not None and adding else QueryDict()
    chosen = set(typed.getlist("events"))
    choice = [
        (_(name), [(type, words.event(type), type in chosen) for type in types], bool(chosen.intersection(types)))
        for name, types in groups()
    ]
    context = {
        "receivers": [_shown(one, tried) for one in Receiver.objects.order_by("name")],
        "choice": choice,
        "typed": typed,
        "adding": adding,
        "counted": COUNTED,
        "refusal": refusal,
    }
    return render(request, "desk/receivers.html", context, status=status)


def _shown(row: Receiver, tried: Tried | None) -> Shown:
    offers, at = Offers(tried), [row.pk]
    if row.test_asked_at is None:
        offers.act(reverse("receiver_test", args=at), _("Send a test"), style="small second")
    said = _("The old key is worth nothing from then on. The new one is shown once.")
    # a field of its own, so that the button is folded away: nobody renews a key by a slip of the finger
    sure = Field("sure", kind="hidden", value="1")
    offers.act(reverse("receiver_key", args=at), _("Renew the key"), sure, note=said)
    said = _("It is told nothing any more, and its address is forgotten. To stop for a while, pause it.")
    offers.act(reverse("receiver_drop", args=at), _("Remove it"), reason(), note=said, style="grave")
    name, label = ("receiver_pause", _("Pause")) if row.active else ("receiver_resume", _("Resume"))
    owed = acts.owed(row).values_list("pk")[: COUNTED + 1].count()
    types = [(type, words.event(type)) for type in row.events]
    turn = Act(reverse(name, args=at), label, style="small second")
    return Shown(row, types, min(owed, COUNTED), owed > COUNTED, trouble(row.trouble), trouble(row.test_trouble), turn, offers)


def _with_key(done: Callable[[HttpRequest, Receiver | None], Receiver]) -> Callable[..., HttpResponse]:
    """An act that ends with the key of a receiver, on a page of its own and never again."""

    @needs("receiver.manage")
    def view(request: HttpRequest, pk: int | None = None) -> HttpResponse:
        row = None if pk is None else get_object_or_404(Receiver, pk=pk)
        if request.method != "POST":
            return HttpResponseRedirect(reverse("receivers"))
        try:
            row = done(request, row)
        except Refusal as refused:
            return refuse(request, row, refused, page)
        title = _("Key of %(name)s") % {"name": row.name}
        said = _("Requests to %(name)s are signed with this key. Give it to those who run the program, and to nobody else.") % {
            "name": row.name
        }
        return once_shown(request, title, said, [key(row)], f"{reverse('receivers')}#receiver-{row.pk}")

    return view


def _add(request: HttpRequest, _row: Receiver | None) -> Receiver:
    typed = typed_in(request)
    name, url, events = typed.get("name", ""), typed.get("url", ""), typed.getlist("events")
    return acts.add_receiver(actor_of(request), name=name, url=url, events=events, now=clock.now())


def _renew(request: HttpRequest, row: Receiver | None) -> Receiver:
    assert row is not None
    acts.renew_key(actor_of(request), row, now=clock.now())
    return row


def _here(row: Receiver, _result: object) -> str:
    return f"{reverse('receivers')}#receiver-{row.pk}"


def _list(_row: Receiver, _result: object) -> str:
    return reverse("receivers")


add, renew = _with_key(_add), _with_key(_renew)
test = acting(acts.ask_test, Receiver, page=page, address=_here, done=words.N("A test is on its way. Load the page again in a minute."))
pause = acting(
    acts.set_receiver_active,
    Receiver,
    page=page,
    address=_here,
    read=given(active=False),
    done=words.N("The receiver is paused."),
    undo=other("receiver_resume"),
)
resume = acting(
    acts.set_receiver_active,
    Receiver,
    page=page,
    address=_here,
    read=given(active=True),
    done=words.N("The receiver is told again, from where it stopped."),
    undo=other("receiver_pause"),
)
drop = acting(acts.remove_receiver, Receiver, page=page, address=_list, read=with_reason, done=words.N("The receiver is off the register."))
