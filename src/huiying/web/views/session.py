"""Signing in and out, and what happens when a session ends while somebody writes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from huiying.web.guard import needs


@needs("public")
def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the session ended and keep what was typed."""
    return HttpResponse(status=401)
