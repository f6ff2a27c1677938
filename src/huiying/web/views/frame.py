"""The frame of acts on the parts of a case: the page is the case room, and an act leads back to its part there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse

from huiying.core.types import Refusal
from huiying.store.models import Case
from huiying.web.acting import Reader, acting, nothing
from huiying.web.forms import Tried
from huiying.web.views import case

M = TypeVar("M", bound=Model)


def case_of(row: Any) -> Case:
    """The case that a part belongs to."""
    if isinstance(row, Case):
        return row
    found: Case = row.case if hasattr(row, "case") else row.statement.case
    return found


def page(request: HttpRequest, row: Any, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """The case room of this part."""
    return case.page(request, case_of(row), refusal=refusal, tried=tried, status=status)


def in_room(
    function: Callable[..., Any],
    model: type[Model],
    noun: str,
    *,
    read: Reader = nothing,
    done: str | Callable[[Any], str],
) -> Callable[..., HttpResponse]:
    """An act on a part, or one that makes a part of a case; afterwards the room is shown at that part (`noun` and number)."""

    def address(row: Any, result: Any) -> str:
        part = result if isinstance(row, Case) and isinstance(result, Model) else row
        at = noun if isinstance(part, Case) else f"{noun}-{part.pk}"
        return f"{reverse('case', args=[case_of(row).pk])}#{at}"

    return acting(function, model, page=page, address=address, read=read, done=done)


def chosen(typed: QueryDict, name: str, model: type[M], label: str) -> M | None:
    """The row that was chosen in a field; None where none was. `label` names it where it does not exist."""
    text = typed.get(name, "")
    if not text:
        return None
    row = model._default_manager.filter(pk=int(text)).first() if text.isascii() and text.isdigit() and len(text) < 18 else None
    if row is None:
        raise Refusal(label)
    return row
