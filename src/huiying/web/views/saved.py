"""Saved views: addresses of the desk that a member keeps under a name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext as _

from huiying.actions import saved_view as acts
from huiying.core.types import Refusal
from huiying.store.models import Member, SavedView
from huiying.web import words
from huiying.web.acting import acting
from huiying.web.forms import Act, Field, Offers, Tried
from huiying.web.permission import needs


@needs("desk.view")
def views(request: HttpRequest) -> HttpResponse:
    """The member's own views."""
    return page(request)


def page(
    request: HttpRequest, row: SavedView | None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The list, with what was typed where an act was refused."""
    member: Member = request.user  # type: ignore[assignment]
    rows = []
    for one in member.views.all():
        offers = Offers(tried)
        offers.act(reverse("view_rename", args=[one.pk]), _("Rename"), Field("name", _("Name"), value=one.name), button=_("Save the name"))
        offers.acts.append(Act(reverse("view_drop", args=[one.pk]), _("Remove"), style="grave small"))
        rows.append((one, offers))
    keeping = Offers(tried)
    keeping.act(
        reverse("view_keep"),
        _("Keep an address"),
        Field("name", _("Name")),
        Field(
            "address",
            _("Address"),
            value="/desk/",
            help=_("A page of the desk with its filters, as the browser shows it after the host name."),
        ),
        button=_("Keep it"),
    )
    return render(request, "desk/views.html", {"rows": rows, "offers": keeping, "refusal": refusal}, status=status)


def _name(typed: QueryDict) -> dict[str, object]:
    return {"name": typed.get("name", "")}


def _kept(typed: QueryDict) -> dict[str, object]:
    address = typed.get("address", "").strip()
    try:
        resolve(address.partition("?")[0])
    except Resolver404 as error:
        raise Refusal("Only pages of the desk can be kept; their address begins with /desk/.") from error
    return {**_name(typed), "address": address}


def _list(_row: SavedView | None, _result: object) -> str:
    return reverse("views")


def _there(_row: None, result: object) -> str:
    return result.address if isinstance(result, SavedView) else reverse("views")


keep = acting(acts.keep_view, None, page=page, address=_there, read=_kept, done=words.N("The view is kept. It stands under “My views”."))
rename = acting(
    acts.rename_view, SavedView, page=page, address=_list, read=_name, done=words.N("The view has its new name."), owned="member"
)
drop = acting(acts.drop_view, SavedView, page=page, address=_list, done=words.N("The view is removed."), owned="member")
