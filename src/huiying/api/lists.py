"""Finding one row, and reading a list page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_noop

from huiying.api.errors import Missing
from huiying.api.sight import caller
from huiying.store import models
from huiying.store.sight import visible

Row = TypeVar("Row", bound=Model)

_ABSENT: dict[type[Model], str] = {
    models.Story: gettext_noop("There is no story with the number %(id)s."),
    models.Item: gettext_noop("There is no item with the number %(id)s."),
    models.Warning: gettext_noop("There is no warning with the number %(id)s."),
    models.Case: gettext_noop("There is no case with the number %(id)s."),
    models.Claim: gettext_noop("There is no claim with the number %(id)s."),
    models.Task: gettext_noop("There is no task with the number %(id)s."),
    models.Statement: gettext_noop("There is no statement with the number %(id)s."),
    models.Concern: gettext_noop("There is no concern with the number %(id)s."),
    models.Commitment: gettext_noop("There is no commitment with the number %(id)s."),
    models.Instruction: gettext_noop("There is no instruction with the number %(id)s."),
    models.Investigation: gettext_noop("There is no investigation with the number %(id)s."),
    models.LineToTake: gettext_noop("There is no line to take with the number %(id)s."),
    models.Enquiry: gettext_noop("There is no enquiry with the number %(id)s."),
    models.Conference: gettext_noop("There is no press conference with the number %(id)s."),
    models.Contest: gettext_noop("There is no contest with the number %(id)s."),
    models.CorrectionRequest: gettext_noop("There is no request for a correction with the number %(id)s."),
    models.PublisherRequest: gettext_noop("There is no request to a publisher with the number %(id)s."),
    models.Source: gettext_noop("There is no source with the number %(id)s."),
    models.Receiver: gettext_noop("There is no receiver with the number %(id)s."),
    models.Watch: gettext_noop("There is no watch with the number %(id)s."),
    models.Proposal: gettext_noop("There is no proposal with the number %(id)s."),
    models.Backtest: gettext_noop("There is no backtest with the number %(id)s."),
    models.Trial: gettext_noop("There is no trial with the number %(id)s; it is kept for a day."),
    models.Silence: gettext_noop("There is no silence with the number %(id)s."),
    models.Member: gettext_noop("There is no member of staff with the number %(id)s."),
    models.Shift: gettext_noop("There is no shift with the number %(id)s."),
    models.Swap: gettext_noop("There is no swap with the number %(id)s."),
    models.ShiftNote: gettext_noop("There is no entry of the shift log with the number %(id)s."),
    models.Handover: gettext_noop("There is no handover with the number %(id)s."),
    models.SealedNote: gettext_noop("There is no sealed note with the number %(id)s."),
    models.Department: gettext_noop("There is no department with the number %(id)s."),
}


def find(model: type[Row], number: int) -> Row:
    """The row with this id; Missing where there is none that the caller may see."""
    row = visible(caller(), model._default_manager.filter(pk=number)).first()
    if row is None:
        raise Missing(_ABSENT[model], id=number)
    return row


def find_for_report(number: int) -> models.Case:
    """A case to be reported to superiors, which is open to all staff: also one that the caller may not read."""
    row = models.Case.objects.filter(pk=number).first()
    if row is None:
        raise Missing(_ABSENT[models.Case], id=number)
    return row


def find_or_none(model: type[Row], number: int | None) -> Row | None:
    """The row with this id, None where no id was given."""
    return None if number is None else find(model, number)


def listing(rows: QuerySet[Any], after: int, limit: int, shape: Callable[[Any], Any] = lambda row: row) -> dict[str, Any]:
    """One page by id. One row more than asked for is read to know whether the list goes on."""
    page = list(visible(caller(), rows).filter(pk__gt=after).order_by("pk")[: limit + 1])
    return {"results": [shape(row) for row in page[:limit]], "next": page[limit - 1].pk if len(page) > limit else None}
