"""After how many days items expire, and erasing one by law."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import erasure as acts
from huiying.core.review.timeline import read_data
from huiying.core.types import Kind
from huiying.store.convert import event_of
from huiying.store.models import Desk, Entry, Item
from huiying.web import words
from huiying.web.acting import acting
from huiying.web.forms import Field, Offers, Tried, read_number
from huiying.web.permission import needs

SHOWN = 50


@needs("item.erase")
def erasure(request: HttpRequest) -> HttpResponse:
    """The days of each kind, the form, and the receipts."""
    return page(request)


def page(
    request: HttpRequest, row: Item | None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The page, with what was typed where an act was refused."""
    days = acts.days_of(Desk.objects.first())
    erasing, setting = Offers(tried), Offers(tried)
    erasing.act(
        reverse("erasure_erase"),
        _("Erase an item"),
        Field(
            "item",
            _("Number or address of the item"),
            help=_("The address under which it was published, or the number in the address of its story after #i."),
        ),
        Field("basis", _("Legal basis"), "textarea", help=_("It stays on the record; write no name and no words of the text.")),
        Field("copies", _("Also what was copied from it"), "check", "1", required=False),
        button=_("Erase its words"),
        style="grave",
    )
    setting.act(
        reverse("erasure_days"),
        _("Change the days"),
        *(Field(f"days-{kind}", words.word(words.ITEM_KINDS, kind), "number", str(count)) for kind, count in days.items()),
        button=_("Save the days"),
    )
    now = clock.now()
    receipts = [read_data(event_of(entry)) | {"at": entry.at} for entry in Entry.objects.filter(type="item_erased").order_by("-id")[:SHOWN]]
    context = {
        "days": [(words.word(words.ITEM_KINDS, kind), count) for kind, count in days.items()],
        "erasing": erasing,
        "setting": setting,
        "receipts": receipts,
        "waiting": acts.due(now).count(),
        "counts": [(name, Item.objects.filter(gone=how).count()) for how, name in _ways()],
        "refusal": refusal,
    }  # fmt: skip
    return render(request, "desk/erasure.html", context, status=status)


def _ways() -> tuple[tuple[str, str], ...]:
    return ("expired", _("expired")), ("erased", _("erased by law")), ("withdrawn", _("taken back at their source"))


def _typed(typed: QueryDict) -> dict[str, object]:
    return {"item": typed.get("item", ""), "basis": typed.get("basis", ""), "copies": typed.get("copies") == "1"}


def _days(typed: QueryDict) -> dict[str, object]:
    return {"days": {kind.value: read_number(typed, f"days-{kind.value}", words.ITEM_KINDS[kind]) for kind in Kind}}


def _here(_row: object, _result: object) -> str:
    return reverse("erasure")


def _erased(receipt: str) -> str:
    return _("Its words are erased. Receipt: %(receipt)s. Backups are the operator's to renew.") % {"receipt": receipt}


erase = acting(acts.erase, None, page=page, address=_here, read=_typed, done=_erased)
days = acting(acts.set_retention, None, page=page, address=_here, read=_days, done=words.N("The days are saved."))
