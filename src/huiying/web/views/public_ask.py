"""Contesting an outcome and asking for a correction, by anybody: no account, no name, nothing of who asked, no way to turn it off."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from huiying import clock
from huiying.actions import contest as acts
from huiying.actions.actor import PUBLIC
from huiying.actions.sealed import LONGEST_CONTACT
from huiying.actions.sealing import can_seal
from huiying.core.types import Refusal
from huiying.publish import asked, plain, promises, revisions
from huiying.store.models import Case, Claim, Commitment, Statement
from huiying.web import words
from huiying.web.acting import typed_in
from huiying.web.brake import Brake
from huiying.web.forms import Options
from huiying.web.permission import needs
from huiying.web.templatetags.desk import spell
from huiying.web.views.public import page_of, show
from huiying.web.zone import desk_zone

MOST_CHARACTERS = 4000
brake = Brake()


def form_of(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A public form. It acts for the public whoever is signed in, so no session can be misused and no cookie is needed to send it."""

    @needs("public")
    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def run(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        with timezone.override(desk_zone()):
            response = view(request, *args, **kwargs)
        patch_cache_control(response, no_store=True)
        return response

    return run


@form_of
def about_statement(request: HttpRequest, number: int) -> HttpResponse:
    """A statement is wrong, or what was checked behind it came out wrongly, or the matter is not settled."""
    found = revisions.statement(number)
    if found is None:
        raise Http404
    checked = [(f"claim-{claim.id}", claim) for claim in revisions.claims(found)]
    outcomes = [
        (
            key,
            _("What was checked: %(claim)s (%(verdict)s)") % {"claim": claim.text[:120], "verdict": plain.verdict_in_words(claim.verdict)},
        )
        for key, claim in checked
    ]
    choices: Options = (
        ("correction", _("This statement is wrong or leaves something out")),
        *outcomes,
        ("case", _("The matter as a whole is not settled")),
    )

    def send(about: str, text: str, contact: str) -> str:
        if about == "correction":
            row = acts.ask_correction(PUBLIC, Statement.objects.get(pk=number), text=text, contact=contact, now=clock.now())
            return asked.receipt(row)
        claim = Claim.objects.get(pk=dict(checked)[about].id) if about != "case" else None
        return asked.receipt(
            acts.contest(PUBLIC, Case.objects.get(pk=found.case), text=text, claim=claim, contact=contact, now=clock.now())
        )

    title = found.latest.content.title
    return _form(request, send, choices, title=title, back=reverse("public_statement", args=[number]))


@form_of
def about_commitment(request: HttpRequest, number: int) -> HttpResponse:
    """A promise is said to be kept and is not, or is not kept at all."""
    found = promises.promise(number)
    if found is None:
        raise Http404

    def send(_about: str, text: str, contact: str) -> str:
        row = Commitment.objects.select_related("case").get(pk=number)
        return asked.receipt(acts.contest(PUBLIC, row.case, text=text, commitment=row, contact=contact, now=clock.now()))

    back = f"{reverse('public_commitments')}#promise-{number}"
    return _form(request, send, (("commitment", _("What became of this promise")),), title=found.text, back=back)


def _form(request: HttpRequest, send: Callable[[str, str, str], str], choices: Options, *, title: str, back: str) -> HttpResponse:
    if request.method != "POST":
        return _show(request, choices, title=title, back=back)
    typed = typed_in(request)
    about, text, contact = typed.get("about", choices[0][0]), typed.get("text", ""), typed.get("contact", "")
    address, now = str(request.META.get("REMOTE_ADDR", "")), clock.now()
    try:
        if typed.get("website", ""):
            raise Refusal("The last field is a trap for machines and must stay empty. Please empty it and send again.")
        if about not in dict(choices):
            raise Refusal("What was chosen does not exist. Choose another.")
        if len(text) > MOST_CHARACTERS:
            raise Refusal(
                "This is longer than %(most)s characters. Please shorten it, or send it in parts; nothing is cut off unseen.",
                most=MOST_CHARACTERS,
            )
        wait = brake.wait(address, now)
        if wait is not None:
            raise Refusal(
                "Much has been sent from your connection just now. Your text is still here: send it again in %(time)s.", time=spell(wait)
            )
        number = send(about, text, contact)
    except Refusal as refused:
        said = words.say(refused)
        return _show(request, choices, title=title, back=back, about=about, text=text, contact=contact, refusal=said, status=400)
    brake.sent(address, now)
    return HttpResponseRedirect(reverse("public_asked", args=[number]) + "?new=1")


def _show(
    request: HttpRequest,
    choices: Options,
    *,
    title: str,
    back: str,
    about: str = "",
    text: str = "",
    contact: str = "",
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    values = {"choices": choices, "about_title": title, "back": back, "chosen": about or choices[0][0], "text": text, "contact": contact}
    return show(
        request, "ask", status=status, refusal=refusal, most=MOST_CHARACTERS, longest=LONGEST_CONTACT if can_seal() else 0, **values
    )


@page_of
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """How one contest or request stands. The number tells nothing about who asked or what was written."""
    found = asked.find(number)
    if found is None:
        raise Http404
    machine = "contest" if found.contest else "correction_request"
    return show(request, "asked", found=found, state=words.state(machine, found.state), new=bool(request.GET.get("new")))
