"""The register of sources, added and paused."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import source as source_acts
from huiying.store.models import Source
from huiying.web import offers, words
from huiying.web.acting import acting, given, other
from huiying.web.forms import Field, Offers, Tried
from huiying.web.health import health
from huiying.web.noticed import open_notices
from huiying.web.permission import needs


@needs("desk.view")
def sources(request: HttpRequest) -> HttpResponse:
    """Every source and how it fares."""
    return source_page(request)


def source_page(
    request: HttpRequest,
    row: Source | None = None,
    *,
    refusal: str = "",
    tried: Tried | None = None,
    status: int = 200,
    imported: Sequence[object] = (),
    added: int = 0,
) -> HttpResponse:
    """The sources, with what was typed where adding one was refused, or what became of the lines of a list that was read in."""
    now, manages = clock.now(), request.user.may("source.manage")  # type: ignore[union-attr]
    silent = {one.row.source_id for one in open_notices("silence") if one.row.source_id}
    rows = [
        (health(source, now, silent), offers.pause_or_resume("source", source.pk, source.active) if manages else None)
        for source in Source.objects.all()
    ]
    adding = Offers(tried)
    if manages:
        adding.act(
            reverse("trial_add"),
            _("Add a source"),
            Field("url", _("Address of a site, a feed or a page that lists news"), help=_("It is read once and shown before it is added.")),
            button=_("Try this address"),
            style="",
            fold=False,
        )
    return render(
        request,
        "desk/sources.html",
        {"sources": rows, "offers": adding, "refusal": refusal, "manages": manages, "imported": imported, "added": added},
        status=status,
    )


def _at_sources(_row: Source | None, result: object) -> str:
    return reverse("sources") + (f"#source-{result.pk}" if isinstance(result, Source) else "")


pause_source = acting(
    source_acts.set_source_active,
    Source,
    page=source_page,
    address=_at_sources,
    read=given(active=False),
    done=words.N("The source is paused."),
    undo=other("source_resume"),
)
resume_source = acting(
    source_acts.set_source_active,
    Source,
    page=source_page,
    address=_at_sources,
    read=given(active=True),
    done=words.N("The source is read again."),
    undo=other("source_pause"),
)
