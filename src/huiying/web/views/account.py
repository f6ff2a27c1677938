"""One's own account: second factors, open sessions, keys and the password. Whatever weakens it asks for the password again."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import quote

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import factor as factors
from huiying.actions import member as members
from huiying.actions import sign_in as sessions
from huiying.actions import token as tokens
from huiying.actions.sealing import unwrap, wrap
from huiying.core.types import Refusal
from huiying.store.models import Desk, Factor, Identity, Member, SignIn, Token
from huiying.store.second_factor import STRONG_SESSION, must_have_one, required_from
from huiying.web import passkey, words
from huiying.web.acting import acting, actor_of, seen_or_404
from huiying.web.permission import needs
from huiying.web.shown import SECRET, once_shown
from huiying.web.signing import begun, provider_name
from huiying.web.throttle import throttle

KEY, STATE = "app_key", "passkey_made"
ENROL = "enrolling an app"
View = Callable[..., HttpResponse]


@needs("account.own")
def account(request: HttpRequest) -> HttpResponse:
    """The page."""
    return page(request)


def page(request: HttpRequest, row: object = None, *, refusal: str = "", tried: object = None, status: int = 200) -> HttpResponse:
    """The account with what holds for it."""
    member, now = _member(request), clock.now()
    held = list(Factor.objects.filter(member=member).order_by("id"))
    context = {
        "factors": [one for one in held if one.kind != "code"],
        "codes": sum(one.kind == "code" for one in held),
        "sessions": SignIn.objects.filter(member=member).order_by("-began_at"),
        "this": request.session.session_key,
        "tokens": Token.objects.filter(member=member, ended_at=None).order_by("id"),
        "required_from": required_from(member),
        "required": must_have_one(member, now) and not request.session.get(STRONG_SESSION),
        "identity": Identity.objects.filter(member=member).first() if settings.OIDC else None,
        "provider": provider_name(),
        "refusal": refusal,
    }
    return render(request, "desk/account.html", context, status=status)


def _member(request: HttpRequest) -> Member:
    assert isinstance(request.user, Member)
    return request.user


def _guarded(view: View) -> View:
    """POST only, with the password of whoever is signed in: a session left open at a desk cannot be made somebody else's for good."""

    @needs("account.own")
    def run(request: HttpRequest, pk: int | None = None) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseRedirect(reverse("account"))
        member, now = _member(request), datetime.now(UTC)
        if throttle.wait(member.username, now) or not member.check_password(request.POST.get("password", "")):
            throttle.failed(member.username, now)
            return page(request, refusal=_("The password is not the one you sign in with."), status=409)
        try:
            return view(request) if pk is None else view(request, pk)
        except Refusal as refused:
            return page(request, refusal=words.say(refused), status=409)

    run.__name__, run.__doc__ = view.__name__, view.__doc__
    return run


def _posted(view: View) -> View:
    """POST only; whatever is refused stands on the account's page."""

    @needs("account.own")
    def run(request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseRedirect(reverse("account"))
        try:
            return view(request)
        except Refusal as refused:
            return page(request, refusal=words.say(refused), status=409)

    run.__name__, run.__doc__ = view.__name__, view.__doc__
    return run


@_guarded
def begin_app(request: HttpRequest) -> HttpResponse:
    """Show a new key as a picture and in letters; nothing holds until the app's first code came back."""
    key = factors.new_app_key()
    request.session[KEY] = wrap(key, purpose=ENROL, about=_member(request).username).hex()
    return _app_page(request, key)


def _app_page(request: HttpRequest, key: bytes, refusal: str = "", status: int = 200) -> HttpResponse:
    desk, member = Desk.objects.first(), _member(request)
    letters = base64.b32encode(key).decode()
    issuer = desk.name_en if desk else "Huiying"
    address = f"otpauth://totp/{quote(issuer)}:{quote(member.username)}?secret={letters}&issuer={quote(issuer)}"
    picture = segno.make(address, error="m").svg_data_uri(scale=5, border=3, light="#fff", dark="#000")
    spelled = " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))
    context = {"picture": picture, "letters": spelled, "address": address, "refusal": refusal}
    return _unstored(render(request, "desk/account_app.html", context, status=status))


@_posted
def confirm_app(request: HttpRequest) -> HttpResponse:
    """The first code of the app."""
    held = request.session.get(KEY)
    if held is None:
        raise Refusal("The key is no longer there. Begin again.")
    key = unwrap(bytes.fromhex(held), purpose=ENROL, about=_member(request).username)
    try:
        # the machine's own clock: the app knows no time-lapse
        factors.add_app(
            actor_of(request), key=key, code=request.POST.get("code", ""), name=request.POST.get("name", ""), now=datetime.now(UTC)
        )
    except Refusal as refused:
        return _app_page(request, key, words.say(refused), 409)
    del request.session[KEY]
    return _added(request, "app")


@_guarded
def begin_passkey(request: HttpRequest) -> HttpResponse:
    """Ask the browser for a new passkey."""
    member = _member(request)
    options, request.session[STATE] = passkey.begin_making(request, member, factors.passkey_id(member))
    return _unstored(render(request, "desk/account_passkey.html", {"options": options}))


@_posted
def confirm_passkey(request: HttpRequest) -> HttpResponse:
    """The browser's answer."""
    state = request.session.pop(STATE, None)
    if state is None:
        raise Refusal("The browser's answer does not fit. Begin again.")
    made = passkey.end_making(request, state, request.POST.get("credential", ""))
    factors.add_passkey(
        actor_of(request),
        credential=made.credential,
        public=made.public,
        counter=made.counter,
        name=request.POST.get("name", ""),
        now=clock.now(),
    )
    return _added(request, "passkey")


def _added(request: HttpRequest, way: str) -> HttpResponse:
    """The session goes on under a new key, now with a second factor; with the first one come the recovery codes."""
    member, old = _member(request), request.session.session_key
    request.session.cycle_key()
    request.session[STRONG_SESSION] = True
    sessions.over(old)
    begun(request, member, way)
    if Factor.objects.filter(member=member, kind="code").exists():
        messages.success(request, _("It is added. You will be asked for it the next time you sign in."))
        return HttpResponseRedirect(reverse("account"))
    return _codes(request)


@_guarded
def new_codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes; the old ones no longer work."""
    return _codes(request)


def _codes(request: HttpRequest) -> HttpResponse:
    codes = factors.new_codes(actor_of(request), now=clock.now())
    said = _("Each works once, in place of the app or passkey. Print them or write them down, and keep them apart from your device.")
    return once_shown(request, _("Recovery codes"), said, codes, reverse("account"))


@_guarded
def drop_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an app or a passkey of one's own away."""
    row = Factor.objects.filter(pk=pk, member=_member(request)).first()
    if row is None:
        raise Refusal("This is not there any more.")
    factors.drop_own_factor(actor_of(request), row, now=clock.now())
    messages.success(request, _("It is taken away."))
    return HttpResponseRedirect(reverse("account"))


@_guarded
def change_password(request: HttpRequest) -> HttpResponse:
    """A new password; every other session ends."""
    new, key = request.POST.get("new", ""), str(request.session.session_key)
    members.change_password(actor_of(request), old=request.POST.get("password", ""), password=new, session=key, now=clock.now())
    member, strong = _member(request), request.session.get(STRONG_SESSION, False)
    member.refresh_from_db()
    update_session_auth_hash(request, member)
    sessions.over(key)
    begun(request, member, "passkey" if strong else "password")
    messages.success(request, _("The new password holds. Your other sessions have ended."))
    return HttpResponseRedirect(reverse("account"))


@_posted
def end_sessions(request: HttpRequest) -> HttpResponse:
    """End every other session of one's own."""
    count = sessions.end_other_sessions(actor_of(request), session=str(request.session.session_key), now=clock.now())
    messages.success(request, _("Other sessions that ended: %(n)d.") % {"n": count})
    return HttpResponseRedirect(reverse("account"))


@needs("account.own")
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one session of one's own."""
    return _own(request, SignIn, pk, _end_session)


@needs("account.own")
def end_token(request: HttpRequest, pk: int) -> HttpResponse:
    """End one key of one's own."""
    return _own(request, Token, pk, _end_token)


def _own(request: HttpRequest, model: type[SignIn] | type[Token], pk: int, run: View) -> HttpResponse:
    """Somebody else's is not there: its number tells nothing."""
    row = seen_or_404(request, model, pk)
    return run(request, pk) if row.member_id == _member(request).pk else render(request, "404.html", status=404)


def _here(_row: object, _result: object) -> str:
    return reverse("account")


def _unstored(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = SECRET
    return answer


_end_session = acting(sessions.end_session, SignIn, page=page, address=_here, done=words.N("The session has ended."))
_end_token = acting(tokens.end_own_token, Token, page=page, address=_here, done=words.N("The key has ended."))
