"""Light, dark, or as the reader's system has it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from huiying.web.permission import needs

COOKIE = "theme"
THEMES = ("light", "dark")
YEAR = 365 * 24 * 3600


def theme_of(request: HttpRequest) -> str:
    """The theme that this browser asked for; empty: as its system has it."""
    chosen = request.COOKIES.get(COOKIE, "")
    return chosen if chosen in THEMES else ""


@needs("public")
def set_theme(request: HttpRequest) -> HttpResponse:
    """Remember the choice in the browser itself. The cookie says "light" or "dark" and nothing that could tell two readers apart."""
    following = request.POST.get("next", "/")
    safe = following.startswith("/") and url_has_allowed_host_and_scheme(following, allowed_hosts={request.get_host()})
    response = HttpResponseRedirect(following if safe else "/")
    if request.method != "POST":
        return response
    chosen = request.POST.get("theme", "")
    if chosen in THEMES:
        response.set_cookie(COOKIE, chosen, max_age=YEAR, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE)
    else:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response
