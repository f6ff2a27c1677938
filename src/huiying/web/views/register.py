"""The register of sources, added and paused."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import source as source_acts
from huiying.store.models import Source
from huiying.web import offers, words
from huiying.web.acting import acting, other
from huiying.web.forms import Field, Offers, Tried, options, read_number
from huiying.web.noticed import open_notices
from huiying.web.permission import needs
from huiying.web.views.board import health
from huiying.web.zone import desk_zone


@needs("desk.view")
def sources(request: HttpRequest) -> HttpResponse:
    """Every source and how it fares."""
    return source_page(request)


def source_page(
    request: HttpRequest, row: Source | None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The sources, with what was typed where adding one was refused."""
    now, manages = clock.now(), request.user.may("source.manage")  # type: ignore[union-attr]
    silent = {one.row.source_id for one in open_notices("silence") if one.row.source_id}
    rows = [
        (health(source, now, silent), offers.pause_or_resume("source", source.pk, source.active) if manages else None)
        for source in Source.objects.all()
    ]
    adding = Offers(tried)
    if manages:
        adding.act(
            reverse("source_add"),
            _("Add a source"),
            Field("name", _("Name under which it stands in the public register")),
            Field("url", _("Address of its feed"), "text", help=_("RSS, Atom or JSON Feed, beginning with http:// or https://.")),
            Field("kind", _("Kind"), "select", "news", options(words.ITEM_KINDS)),
            Field("interval", _("Minutes between two readings"), "number", "10"),
            Field("zone", _("Time zone of its dates"), value=desk_zone().key),
            button=_("Add the source"),
            style="",
        )
    return render(request, "desk/sources.html", {"sources": rows, "offers": adding, "refusal": refusal}, status=status)


def _source(typed: QueryDict) -> dict[str, object]:
    return {
        "name": typed.get("name", ""),
        "url": typed.get("url", ""),
        "kind": typed.get("kind", ""),
        "interval": read_number(typed, "interval", words.N("Minutes between two readings")),
        "zone": typed.get("zone", "").strip(),
    }


def _at_sources(_row: Source | None, result: object) -> str:
    return reverse("sources") + (f"#source-{result.pk}" if isinstance(result, Source) else "")


def _resting(_typed: QueryDict) -> dict[str, object]:
    return {"active": False}


def _running(_typed: QueryDict) -> dict[str, object]:
    return {"active": True}


add_source = acting(
    source_acts.add_source,
    None,
    page=source_page,
    address=_at_sources,
    read=_source,
    done=words.N("The source is on the register. It is read at once."),
)
pause_source = acting(
    source_acts.set_source_active,
    Source,
    page=source_page,
    address=_at_sources,
    read=_resting,
    done=words.N("The source is paused."),
    undo=other("source_resume"),
)
resume_source = acting(
    source_acts.set_source_active,
    Source,
    page=source_page,
    address=_at_sources,
    read=_running,
    done=words.N("The source is read again."),
    undo=other("source_pause"),
)
