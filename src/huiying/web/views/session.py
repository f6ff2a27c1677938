"""Signing in and out, and what happens when a session ends while somebody writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.middleware.csrf import REASON_BAD_ORIGIN, REASON_BAD_REFERER
from django.shortcuts import render
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import sign_in as sessions
from huiying.actions.handover import mark
from huiying.store.models import Member
from huiying.store.second_factor import has_one
from huiying.web.permission import needs
from huiying.web.signing import ADDRESS, carried_of, carrying, let_in, onward, provider_name, resend, typed_of
from huiying.web.templatetags.desk import spell
from huiying.web.throttle import throttle
from huiying.web.views import second


@needs("public")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in form; in the demonstration also one button a member."""
    if request.method != "POST":
        if request.user.is_authenticated and not request.GET.get("next"):
            return HttpResponseRedirect(settings.LOGIN_REDIRECT_URL)
        return form(request, following=request.GET.get("next", ""))
    name = request.POST.get("username", "").strip()
    following, carried, address = request.POST.get("next", ""), carried_of(request.POST), request.POST.get(ADDRESS, "")
    # The machine's own clock: a demonstration in time-lapse must not shorten the wait.
    now = datetime.now(UTC)
    chosen = request.POST.get("demo", "") if settings.DEMO else ""
    if chosen:
        member = Member.objects.filter(username=chosen, is_active=True).first()
    elif left := throttle.wait(name, now):
        told = _("Too many wrong passwords for this user name. Try again in %(time)s.") % {"time": spell(left)}
        return form(request, following=following, carried=carried, address=address, name=name, told=told, status=429)
    else:
        member = authenticate(request, username=name, password=request.POST.get("password", ""))
    if member is None:
        throttle.failed(name, now)
        told = _("The user name or the password is wrong.")
        return form(request, following=following, carried=carried, address=address, name=name, told=told, status=403)
    assert isinstance(member, Member)
    throttle.worked(name)
    if not chosen and has_one(member):
        return second.ask(request, member, following=following, carried=carried, address=address)
    let_in(request, member, "demo" if chosen else "password")
    return onward(request, following, carried, address)


@needs("public")
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if isinstance(request.user, Member):
        mark(request.user, clock.now())
    sessions.over(request.session.session_key)
    logout(request)
    return HttpResponseRedirect(settings.LOGIN_URL)


@needs("public")
def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that came without a session or with an old key: nothing that was typed is lost.

    What another site sent is not carried on: nobody shall be led to send a form that they did not write.
    """
    foreign = not _from_here(request) or reason.startswith((REASON_BAD_ORIGIN.split(" - ")[0], REASON_BAD_REFERER.split(" - ")[0]))
    if foreign:
        return render(request, "session/foreign.html", status=403)
    carried, address = typed_of(request.POST), request.get_full_path()
    if address.startswith(settings.LOGIN_URL):
        told = _("This page had been open for too long. Please sign in again.")
        old = request.POST
        return form(request, following=old.get("next", ""), carried=carried_of(old), address=old.get(ADDRESS, ""), told=told, status=403)
    if request.user.is_authenticated:
        return resend(request, address, carried, status=403)
    told = _("Your session has ended. What you typed is kept on this page: sign in, and send it from the next page.")
    return form(request, carried=carried, address=address, told=told, status=401)


def form(
    request: HttpRequest,
    *,
    following: str = "",
    carried: Iterable[tuple[str, str]] = (),
    address: str = "",
    name: str = "",
    told: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page to sign in at, with what was on its way and what went wrong."""
    context = {
        **carrying(following, carried, address),
        "name": name,
        "told": told,
        "provider": provider_name(),
        "people": list(Member.objects.filter(is_active=True).select_related("department").order_by("id")) if settings.DEMO else [],
    }
    return render(request, "session/sign_in.html", context, status=status)


def _from_here(request: HttpRequest) -> bool:
    """Whether a browser says that this form came from our own pages. A client that says neither may go on to a page of its own."""
    sent_from = request.headers.get("Origin") or request.headers.get("Referer", "")
    return not sent_from or urlsplit(sent_from).netloc == request.get_host()
