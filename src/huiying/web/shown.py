"""What is shown once and never again: a page that no cache keeps."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

SECRET = "no-store"  # noqa: S105 - a cache directive


def once_shown(request: HttpRequest, title: str, said: str, secrets: Sequence[str], back: str) -> HttpResponse:
    """A page with secrets and the way back."""
    answer = render(request, "desk/shown_once.html", {"title": title, "said": said, "secrets": secrets, "back": back})
    answer["Cache-Control"] = SECRET
    return answer
