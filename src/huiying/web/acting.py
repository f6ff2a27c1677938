"""The frame of every act that a page offers: one address an act, POST only, and on a refusal the page again with nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions.actor import Actor
from huiying.actions.recording import REPORT, ChangedMeanwhile, NotAllowed
from huiying.core.types import Refusal
from huiying.store.sight import sees, visible
from huiying.web import words
from huiying.web.forms import Field, mark, tried
from huiying.web.permission import needs
from huiying.web.templatetags.desk import message_tags

M = TypeVar("M", bound=Model)
Reader = Callable[[QueryDict], dict[str, Any]]
Shown = Callable[[Any, QueryDict], Iterable[Field]]
AS_OF = "as_of"


def nothing(typed: QueryDict) -> dict[str, Any]:
    """An act without fields."""
    return {}


def given(**values: object) -> Reader:
    """A reader for an act whose values stand in its address and not in a form."""
    return lambda _typed: dict(values)


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


def as_act(function: Callable[..., Any], called: Callable[..., Any]) -> Callable[..., Any]:
    """`called` in the place of an act that takes more than one row: it reads the others from the form and does `function`."""
    called.permission, called.act = function.permission, function  # type: ignore[attr-defined]
    called.__name__, called.__doc__ = function.__name__, function.__doc__
    return called


def other(name: str) -> Callable[[Any, Any], str]:
    """The address of the act on the same thing that takes this one back."""
    return lambda row, _result: reverse(name, args=[row.pk])


def acting(
    function: Callable[..., Any],
    model: type[M] | None,
    *,
    page: Callable[..., HttpResponse],
    address: Callable[[Any, Any], str],
    read: Reader = nothing,
    done: str | Callable[[Any], str],
    shown: Shown | None = None,
    undo: Callable[[Any, Any], str] | None = None,
    owned: str = "",
) -> Callable[..., HttpResponse]:
    """A view that does one act and goes on to `address(object, result)` with the message `done`, which may depend on the result.

    `shown(object, typed)`: the fields as they stand now, for an act that overwrites them; a form whose mark of them is older is refused.
    `undo(object, result)`: the address of the act that takes this one back; the message offers it. `owned`: the field of the object that
    names its member; for everybody else the object does not exist.

    `page(request, object, refusal=..., tried=..., status=...)` draws the page of the object again when the act is refused.
    """

    @needs(function.permission)  # type: ignore[attr-defined]
    def view(request: HttpRequest, pk: int | None = None) -> HttpResponse:
        open_to_all = function.permission == REPORT  # type: ignore[attr-defined]
        row = None
        if model is not None:
            assert pk is not None
            row = model._default_manager.filter(pk=pk).first() if open_to_all else seen_or_404(request, model, pk)
            if row is None or (owned and getattr(row, owned) != request.user):
                raise Http404
        unseen = row is not None and open_to_all and not sees(request.user, row)
        if request.method != "POST":
            return HttpResponseRedirect(reverse("board") if unseen else address(row, None))
        try:
            arguments = [] if row is None else [row]
            typed = typed_in(request)
            guard = {"still": _still(row, typed, shown)} if shown is not None and AS_OF in typed else {}
            result = function(actor_of(request), *arguments, **read(typed), **guard, now=clock.now())
        except Refusal as refused:
            if unseen:
                raise PermissionDenied from refused
            if row is not None:
                # The act may have changed the row before it was refused and rolled back.
                row.refresh_from_db()
            return refuse(request, row, refused, page)
        tags = message_tags(request.path, undo(row, result) if undo is not None else "")
        messages.success(request, done(result) if callable(done) else _(done), extra_tags=tags)
        return HttpResponseRedirect(reverse("board") if unseen else address(row, result))

    view.__name__ = function.__name__
    view.__doc__ = function.__doc__
    view.act, view.model = getattr(function, "act", function), model  # type: ignore[attr-defined]
    return view


def _still(row: Any, typed: QueryDict, shown: Shown) -> Callable[..., None]:
    """Refuses where the fields are no longer what the form showed when it was opened."""

    def check(*_rows: object) -> None:
        if mark(shown(row, typed)) != typed[AS_OF]:
            raise ChangedMeanwhile(
                "Somebody else changed the same while you were writing. Nothing is overwritten: compare below, then save what is to stand."
            )

    return check


def refuse(request: HttpRequest, row: Model | None, refused: Refusal, page: Callable[..., HttpResponse]) -> HttpResponse:
    """The page again with the reason at its top and everything that was typed."""
    status = 403 if isinstance(refused, NotAllowed) else 409
    attempt = replace(tried(request), overtaken=isinstance(refused, ChangedMeanwhile))
    return page(request, *([] if row is None else [row]), refusal=words.say(refused), tried=attempt, status=status)
