"""The second step of signing in, signing in with a passkey alone, and choosing a new password with a one-time code."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions.actor import Actor
from huiying.actions.factor import use_code, used_passkey
from huiying.actions.member import choose_password, code_fits
from huiying.core.types import Refusal
from huiying.store.models import Factor, Member
from huiying.web import passkey, words
from huiying.web.permission import needs
from huiying.web.signing import ADDRESS, carried_of, carrying, let_in, onward
from huiying.web.templatetags.desk import spell
from huiying.web.throttle import code_throttle, throttle

# In the session between the two steps: who gave the right password, and when.
PENDING, STATE = "signing_in", "passkey_asked"
PATIENCE = timedelta(minutes=10)


def ask(request: HttpRequest, member: Member, *, following: str, carried: list[tuple[str, str]], address: str) -> HttpResponse:
    """After the right password of somebody with a second factor: nobody is signed in yet."""
    request.session.flush()
    request.session[PENDING] = {"member": member.pk, "at": datetime.now(UTC).isoformat(), "hash": member.get_session_auth_hash()}
    return _page(request, member, carrying(following, carried, address))


@needs("public")
def second(request: HttpRequest) -> HttpResponse:
    """A code of the app, a recovery code, or the answer of a passkey."""
    member = _pending(request)
    if member is None or request.method != "POST":
        return HttpResponseRedirect(settings.LOGIN_URL)
    now = datetime.now(UTC)
    following, carried, address = request.POST.get("next", ""), carried_of(request.POST), request.POST.get(ADDRESS, "")
    kept = carrying(following, carried, address)
    if left := code_throttle.wait(member.username, now):
        told = _("Too many wrong codes. Try again in %(time)s.") % {"time": spell(left)}
        return _page(request, member, kept, told=told, status=429)
    answer = request.POST.get("credential", "")
    try:
        way = _by_passkey(request, answer, member)[1] if answer else _by_code(request, member)
    except Refusal as refused:
        code_throttle.failed(member.username, now)
        return _page(request, member, kept, told=words.say(refused), status=403)
    if not way:
        code_throttle.failed(member.username, now)
        return _page(request, member, kept, told=_("The code is wrong, too old, or was used before."), status=403)
    code_throttle.worked(member.username)
    let_in(request, member, way, strong=True)
    return onward(request, following, carried, address)


@needs("public")
def alone(request: HttpRequest) -> HttpResponse:
    """Sign in with a passkey alone: the device holds one thing and asks for another, so that it is two factors in itself."""
    if request.method != "POST":
        return HttpResponseRedirect(settings.LOGIN_URL)
    following, carried, address = request.POST.get("next", ""), carried_of(request.POST), request.POST.get(ADDRESS, "")
    kept, told, status = carrying(following, carried, address), "", 200
    if answer := request.POST.get("credential", ""):
        try:
            member, way = _by_passkey(request, answer, None)
            let_in(request, member, way, strong=True)
            return onward(request, following, carried, address)
        except Refusal as refused:
            told, status = words.say(refused), 403
    options, request.session[STATE] = passkey.begin_proving(request, None)
    return render(request, "session/passkey.html", {**kept, "options": options, "told": told}, status=status)


@needs("public")
def reset(request: HttpRequest) -> HttpResponse:
    """Choose a new password with the code that an administrator gave."""
    name, told, status = request.POST.get("username", "").strip(), "", 200
    if request.method == "POST":
        now = datetime.now(UTC)
        member = Member.objects.filter(username=name, is_active=True).first()
        if left := throttle.wait(f"{name}\nreset", now):
            told, status = _("Too many wrong codes. Try again in %(time)s.") % {"time": spell(left)}, 429
        elif member is None or not code_fits(member, request.POST.get("code", ""), clock.now()):
            throttle.failed(f"{name}\nreset", now)
            said = "The user name or the code is wrong, or the code is older than a day. Ask the administrator for a new one."
            told, status = _(said), 403
        else:
            try:
                given = {"code": request.POST.get("code", ""), "password": request.POST.get("password", "")}
                choose_password(Actor.staff(member), **given, now=clock.now())
                return render(request, "session/reset.html", {"done": True})
            except Refusal as refused:
                told, status = words.say(refused), 409
    return render(request, "session/reset.html", {"told": told, "name": name}, status=status)


def _pending(request: HttpRequest) -> Member | None:
    """Who gave the right password a moment ago and has changed nothing since."""
    found = request.session.get(PENDING)
    if not found or datetime.now(UTC) - datetime.fromisoformat(found["at"]) > PATIENCE:
        return None
    member = Member.objects.filter(pk=found["member"], is_active=True).first()
    return member if member is not None and member.get_session_auth_hash() == found["hash"] else None


def _by_code(request: HttpRequest, member: Member) -> str:
    with transaction.atomic():
        return use_code(member, request.POST.get("code", "")[:60], datetime.now(UTC))


def _by_passkey(request: HttpRequest, answer: str, member: Member | None) -> tuple[Member, str]:
    # asked once, answered once: the question is gone whatever the answer
    state = request.session.pop(STATE, None)
    if state is None:
        raise Refusal("The browser's answer does not fit. Begin again.")
    row, counter = passkey.end_proving(request, state, answer, member)
    used_passkey(row, counter=counter, now=clock.now())
    return row.member, "passkey"


def _page(request: HttpRequest, member: Member, kept: dict[str, object], *, told: str = "", status: int = 200) -> HttpResponse:
    kinds = set(Factor.objects.filter(member=member).values_list("kind", flat=True))
    options = ""
    if "passkey" in kinds:
        options, request.session[STATE] = passkey.begin_proving(request, member)
    context = {**kept, "options": options, "by_code": bool(kinds & {"app", "code"}), "by_app": "app" in kinds, "told": told}
    return render(request, "session/second.html", context, status=status)
