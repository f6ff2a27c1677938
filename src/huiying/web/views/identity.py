"""Signing in by the body's identity provider: away to it, and back. It says who somebody is; the desk decides whether and as what."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.actions.identity import member_linked
from huiying.core.id_token import claims_of
from huiying.core.identity import LONGEST, Provider, Unfit, question, subject_of, two_factors
from huiying.publish.identity import NotAnswered, described, redeemed
from huiying.store.second_factor import has_one
from huiying.web.carried import fold, unfold
from huiying.web.passkey import origin_of
from huiying.web.permission import needs
from huiying.web.shown import SECRET
from huiying.web.signing import ADDRESS, carried_of, let_in, onward, provider_name
from huiying.web.templatetags.desk import spell
from huiying.web.throttle import identity_throttle
from huiying.web.views import second
from huiying.web.views.session import form

log = logging.getLogger(__name__)
# In the session while the browser is away: what was asked, and what was on its way.
AWAY = "away"
PATIENCE = timedelta(minutes=10)
LONGEST_CODE = 4000


@dataclass(frozen=True)
class Away:
    """One sign-in that was begun here: what must come back, and what goes on after it."""

    nonce: str
    verifier: str
    back: str
    following: str
    address: str
    carried: list[tuple[str, str]]


def _provider() -> Provider:
    provider: Provider | None = settings.OIDC
    if provider is None:
        raise Http404
    return provider


@needs("public")
def away(request: HttpRequest) -> HttpResponse:
    """Send the browser to the provider. A page does it and no redirect: forms of the desk may lead nowhere but to the desk."""
    provider = _provider()
    if request.method != "POST":
        return HttpResponseRedirect(settings.LOGIN_URL)
    following, carried, address = request.POST.get("next", ""), carried_of(request.POST), request.POST.get(ADDRESS, "")
    state, nonce, verifier = (secrets.token_urlsafe(32) for _each in range(3))
    folded = fold(carried, state)
    told, status = "", 503
    if left := identity_throttle.wait(_place(request), datetime.now(UTC)):
        told, status = _waits(left), 429
    elif folded is None:
        told, status = _("What you typed is too long to be kept on this way. Sign in with the password, or copy it first."), 409
    else:
        try:
            at = described(provider)
        except (NotAnswered, Unfit) as error:
            told = _not_now(provider, error)
    if told:
        return form(request, following=following, carried=carried, address=address, told=told, status=status)
    back = origin_of(request) + reverse("sign_in_identity_back")
    request.session.flush()
    request.session[AWAY] = {
        "state": sha256(state.encode()).hexdigest(),
        "at": datetime.now(UTC).isoformat(),
        "nonce": nonce,
        "verifier": verifier,
        "back": back,
        "next": following[:2000],
        "address": address[:2000],
        "carried": folded,
    }
    request.session.set_expiry(int(PATIENCE.total_seconds()))
    to = question(provider, at, back=back, state=state, nonce=nonce, verifier=verifier)
    answer = render(request, "session/away.html", {"to": to, "provider": provider_name()})
    answer["Cache-Control"] = SECRET
    return answer


@needs("public")
def back(request: HttpRequest) -> HttpResponse:
    """The browser is back with a code, or with the word that there is none."""
    provider = _provider()
    found = _came_back(request)
    if found is None:
        # whatever stood in the address belongs to no sign-in that was begun in this browser
        return _careful(form(request, told=_("This sign-in was not begun here, or too long ago. Begin again."), status=403))
    told, status = "", 403
    if left := identity_throttle.wait(_place(request), datetime.now(UTC)):
        told, status = _waits(left), 429
    elif not request.GET.get("code"):
        told = _said_no(provider, request.GET.get("error", ""))
    else:
        try:
            return _careful(_let_in(request, provider, found))
        except NotAnswered as error:
            told, status = _not_now(provider, error), 503
        except Unfit as error:
            identity_throttle.failed(_place(request), datetime.now(UTC))
            log.warning("sign-in by %s: %s", provider.issuer, error.why)
            told = _("The answer of %(provider)s did not hold. Begin again; if it happens again, tell the administrator.")
            told %= {"provider": provider_name()}
        except Stranger as stranger:
            identity_throttle.failed(_place(request), datetime.now(UTC))
            told = str(stranger)
    return _careful(form(request, following=found.following, carried=found.carried, address=found.address, told=told, status=status))


class Stranger(Exception):
    """The provider knows them and the desk does not let them in; its text is for them."""


def _let_in(request: HttpRequest, provider: Provider, found: Away) -> HttpResponse:
    at = described(provider)
    if request.GET.get("iss", provider.issuer if not at.named else "") != provider.issuer:
        raise Unfit("an answer of another issuer")
    code = request.GET["code"]
    if len(code) > LONGEST_CODE:
        raise Unfit("a code that is too long")
    given = redeemed(provider, at, code=code, verifier=found.verifier, back=found.back)
    claims = claims_of(provider, given.keys, given.token, nonce=found.nonce, now=datetime.now(UTC))
    subject = subject_of(provider, claims)
    if not subject:
        said = _(
            "%(provider)s does not say who you are as the desk needs it. The claim %(claim)s is missing or not verified: "
            "tell the administrator."
        )
        raise Stranger(said % {"provider": provider_name(), "claim": provider.claim})
    member = member_linked(subject)
    if member is None:
        said = _(
            "%(provider)s says that you are “%(subject)s”, and no account of this desk is linked to that. Give it to an administrator, "
            "who can link it to your account on the page People. Until then sign in with the password."
        )
        raise Stranger(said % {"provider": provider_name(), "subject": subject[:LONGEST]})
    if not member.is_active:
        raise Stranger(_("Your account at this desk is closed. An administrator can open it again."))
    identity_throttle.worked(_place(request))
    strong = two_factors(provider, claims)
    if not strong and has_one(member):
        return second.ask(request, member, following=found.following, carried=found.carried, address=found.address)
    let_in(request, member, "oidc", strong=strong)
    return onward(request, found.following, found.carried, found.address)


def _came_back(request: HttpRequest) -> Away | None:
    """The sign-in that this answer belongs to. It is over with the first answer, whatever that is."""
    kept, state = request.session.get(AWAY), request.GET.get("state", "")
    if kept is None or request.method != "GET":
        return None
    if not secrets.compare_digest(kept["state"], sha256(state.encode("utf-8", "surrogatepass")).hexdigest()):
        return None
    request.session.flush()
    if datetime.now(UTC) - datetime.fromisoformat(kept["at"]) > PATIENCE:
        return None
    return Away(kept["nonce"], kept["verifier"], kept["back"], kept["next"], kept["address"], unfold(kept["carried"], state))


def _said_no(provider: Provider, error: str) -> str:
    if error == "access_denied":
        return _("You did not sign in at %(provider)s, so you are not signed in here either.") % {"provider": provider_name()}
    log.warning("sign-in by %s: it sent the browser back without a code (%.60r)", provider.issuer, error)
    return _("%(provider)s did not sign you in. Begin again, or sign in with the password.") % {"provider": provider_name()}


def _not_now(provider: Provider, error: NotAnswered | Unfit) -> str:
    log.warning("sign-in by %s: %s", provider.issuer, error.why)
    return _("%(provider)s cannot be asked just now. Try again in a minute, or sign in with the password.") % {"provider": provider_name()}


def _waits(left: timedelta) -> str:
    return _("Too many sign-ins failed from here. Try again in %(time)s.") % {"time": spell(left)}


def _place(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


def _careful(answer: HttpResponse) -> HttpResponse:
    """The address of this page holds a code: no cache keeps it. No other site is told of it, as of no page of the desk."""
    answer["Cache-Control"] = SECRET
    return answer
