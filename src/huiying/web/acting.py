"""The frame of every act that a page offers: one address an act, POST only, and on a refusal the page again with nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions.actor import Actor
from huiying.actions.recording import REPORT, NotAllowed
from huiying.core.types import Refusal
from huiying.store.sight import sees, visible
from huiying.web import words
from huiying.web.forms import tried
from huiying.web.permission import needs

M = TypeVar("M", bound=Model)
Reader = Callable[[QueryDict], dict[str, Any]]


def nothing(typed: QueryDict) -> dict[str, Any]:
    """An act without fields."""
    return {}


def with_reason(typed: QueryDict) -> dict[str, Any]:
    """An act with a reason."""
    return {"reason": typed.get("reason", "").strip()}


def typed_in(request: HttpRequest) -> QueryDict:
    """The fields of a form. Browsers send line ends as CR LF; we keep LF alone, so that a text sent twice is the same text."""
    typed = request.POST.copy()
    for name, values in request.POST.lists():
        typed.setlist(name, [str(value).replace("\r\n", "\n") for value in values])
    return typed


def actor_of(request: HttpRequest) -> Actor:
    """The member who is signed in."""
    return Actor.staff(request.user)  # type: ignore[arg-type]


def seen_or_404(request: HttpRequest, model: type[M], pk: int) -> M:
    """The row with this id. One that the member may not see is not there: its number tells nothing."""
    row = visible(request.user, model._default_manager.filter(pk=pk)).first()
    if row is None:
        raise Http404
    return row


def acting(
    function: Callable[..., Any],
    model: type[M] | None,
    *,
    page: Callable[..., HttpResponse],
    address: Callable[[Any, Any], str],
    read: Reader = nothing,
    done: str | Callable[[Any], str],
) -> Callable[..., HttpResponse]:
    """A view that does one act and goes on to `address(object, result)` with the message `done`, which may depend on the result.

    `page(request, object, refusal=..., tried=..., status=...)` draws the page of the object again when the act is refused.
    """

    @needs(function.permission)  # type: ignore[attr-defined]
    def view(request: HttpRequest, pk: int | None = None) -> HttpResponse:
        open_to_all = function.permission == REPORT  # type: ignore[attr-defined]
        row = None
        if model is not None:
            assert pk is not None
            row = model._default_manager.filter(pk=pk).first() if open_to_all else seen_or_404(request, model, pk)
            if row is None:
                raise Http404
        unseen = row is not None and open_to_all and not sees(request.user, row)
        if request.method != "POST":
            return HttpResponseRedirect(reverse("board") if unseen else address(row, None))
        try:
            arguments = [] if row is None else [row]
            result = function(actor_of(request), *arguments, **read(typed_in(request)), now=clock.now())
        except Refusal as refused:
            if unseen:
                raise PermissionDenied from refused
            if row is not None:
                # The act may have changed the row before it was refused and rolled back.
                row.refresh_from_db()
            return refuse(request, row, refused, page)
        messages.success(request, done(result) if callable(done) else _(done))
        return HttpResponseRedirect(reverse("board") if unseen else address(row, result))

    view.__name__ = function.__name__
    view.__doc__ = function.__doc__
    view.act, view.model = function, model  # type: ignore[attr-defined]
    return view


def refuse(request: HttpRequest, row: Model | None, refused: Refusal, page: Callable[..., HttpResponse]) -> HttpResponse:
    """The page again with the reason at its top and everything that was typed."""
    status = 403 if isinstance(refused, NotAllowed) else 409
    return page(request, *([] if row is None else [row]), refusal=words.say(refused), tried=tried(request), status=status)
