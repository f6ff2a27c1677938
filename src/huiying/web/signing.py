"""What every way of signing in shares: opening the session, and going on to where somebody was going with nothing typed lost."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from huiying import clock
from huiying.actions import sign_in
from huiying.core.account import browser_name
from huiying.store.models import Member
from huiying.store.second_factor import STRONG_SESSION
from huiying.web.templatetags.desk import person

# Fields of a form that was on its way when the session ended; the prefix keeps them apart from those of the sign-in form.
CARRIED = "typed:"
ADDRESS = "typed_for"
BACKEND = "django.contrib.auth.backends.ModelBackend"


def provider_name() -> str:
    """What people call the body's identity provider; empty where there is none. A name in two languages is shown in one."""
    return person(settings.OIDC.name) if settings.OIDC else ""


def let_in(request: HttpRequest, member: Member, way: str, *, strong: bool = False) -> None:
    """Open a session under a new key: whoever knew the old one knows nothing of this one."""
    # of the session before nothing goes on, whoever it was: login() alone would keep what a stranger's session held
    request.session.flush()
    login(request, member, backend=BACKEND)
    request.session[STRONG_SESSION] = strong
    begun(request, member, way)


def begun(request: HttpRequest, member: Member, way: str) -> None:
    """Note the session, so that its member can see and end it."""
    agent = browser_name(request.headers.get("User-Agent", ""))
    sign_in.begun(member, session=str(request.session.session_key), way=way, browser=agent, now=clock.now())


def onward(request: HttpRequest, following: str, carried: list[tuple[str, str]], address: str) -> HttpResponse:
    """To the form that was on its way, to the page that was asked for, or to the board; never to another site."""
    if address and own_address(request, address):
        return resend(request, address, carried)
    return HttpResponseRedirect(following if own_address(request, following) else settings.LOGIN_REDIRECT_URL)


def resend(request: HttpRequest, address: str, carried: list[tuple[str, str]], status: int = 200) -> HttpResponse:
    """What was typed, with one button that sends it to where it was going."""
    return render(request, "session/resend.html", {"address": address, "carried": carried, "shown": shown(carried)}, status=status)


def typed_of(fields: QueryDict) -> list[tuple[str, str]]:
    """Every field of a form but its key."""
    return [(key, value) for key, values in fields.lists() for value in values if key != "csrfmiddlewaretoken"]


def carried_of(fields: QueryDict) -> list[tuple[str, str]]:
    """The fields that a sign-in form carries for another."""
    return [(key.removeprefix(CARRIED), value) for key, value in typed_of(fields) if key.startswith(CARRIED)]


def carrying(following: str, carried: Iterable[tuple[str, str]], address: str) -> dict[str, object]:
    """What a page of signing in needs to carry on what was typed."""
    carried = list(carried)
    return {
        "following": following,
        "carried": [(CARRIED + key, value) for key, value in carried],
        "shown": shown(carried),
        "address": address,
    }


def shown(carried: Iterable[tuple[str, str]]) -> list[str]:
    """The words among the fields, for people to see that they are still there: not the ids, hashes and choices."""
    return [value for _name, value in carried if value.strip() and (not value.strip().isascii() or " " in value.strip())]


def own_address(request: HttpRequest, address: str) -> bool:
    """Whether an address is one of our own pages."""
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})
