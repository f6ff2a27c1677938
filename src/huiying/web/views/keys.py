"""The keys of the desk: what each does, and turning them off."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.actions import saved_view as acts
from huiying.web.acting import acting
from huiying.web.forms import Tried
from huiying.web.permission import needs


@needs("desk.view")
def keys(request: HttpRequest) -> HttpResponse:
    """The list of keys with its switch; the same that "?" opens, for those without a script."""
    return page(request)


def page(request: HttpRequest, row: None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The list."""
    return render(request, "desk/keys.html", {"refusal": refusal}, status=status)


def _read(typed: QueryDict) -> dict[str, object]:
    return {"on": typed.get("on") == "1"}


def _said(_result: object) -> str:
    return _("Your setting is saved.")


turn = acting(acts.set_keys, None, page=page, address=lambda _row, _result: reverse("keys"), read=_read, done=_said)
