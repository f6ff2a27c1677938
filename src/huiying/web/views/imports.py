"""Bringing files: a source for them, a file, a look at its first rows, and what each column is."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from huiying import clock
from huiying.actions import source as source_acts
from huiying.core.clean.columns import personal_columns
from huiying.core.collect.columns import ROLES, guess, is_personal
from huiying.core.collect.table import MOST_BYTES, Table
from huiying.core.types import Refusal
from huiying.store.models import Entry, Source
from huiying.web import held, words
from huiying.web.acting import acting, actor_of, typed_in
from huiying.web.brought import table_of
from huiying.web.forms import Field, Offers, Tried, options
from huiying.web.importing import carry_out, plan, preview
from huiying.web.permission import needs
from huiying.web.zone import desk_zone

SHOWN = 30
CELL = 40


@needs("source.manage")
def imports(request: HttpRequest) -> HttpResponse:
    """Every source for files, and a form for another."""
    return page(request)


def page(
    request: HttpRequest, row: Source | None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The sources for files, with what was typed where adding one was refused."""
    adding = Offers(tried)
    adding.act(
        reverse("import_add"),
        _("Add a source for files"),
        Field("name", _("Name under which it stands in the public register")),
        Field("kind", _("Kind"), "select", "hotline", options(words.ITEM_KINDS)),
        Field("zone", _("Time zone of its times"), value=desk_zone().key),
        button=_("Add the source"),
    )
    context = {"sources": Source.objects.filter(adapter="file"), "offers": adding, "refusal": refusal, "most": MOST_BYTES // 1024 // 1024}
    return render(request, "desk/imports.html", context, status=status)


@needs("source.manage")
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """A file is read into memory and held there until its columns are chosen."""
    source = get_object_or_404(Source, pk=pk, adapter="file")
    if request.method != "POST":
        return HttpResponseRedirect(reverse("imports"))
    sent = request.FILES.get("file")
    try:
        if not isinstance(sent, UploadedFile):
            raise Refusal("Choose a file first.")
        if (sent.size or 0) > MOST_BYTES:
            raise Refusal("The file is larger than %(most)s MB. Export a shorter time, or split it.", most=MOST_BYTES // 1024 // 1024)
        name = str(sent.name or "")
        table = table_of(sent.read(), name, charset=source.charset)
    except Refusal as refused:
        return page(request, refusal=words.say(refused), status=409)
    word = held.files().hold(request.user.pk or 0, source.pk, name, table)
    return HttpResponseRedirect(reverse("import_columns", args=[source.pk, word]))


@needs("source.manage")
def columns(request: HttpRequest, pk: int, word: str) -> HttpResponse:
    """What each column is; on POST its rows are brought, all that can be taken, or none where a column was chosen wrongly."""
    source = get_object_or_404(Source, pk=pk, adapter="file")
    try:
        found = held.files().held(word, request.user.pk or 0, source.pk)
    except Refusal as refused:
        return page(request, refusal=words.say(refused), status=409)
    remembered = {str(name): str(role) for name, role in (source.options.get("columns") or {}).items() if name in found.table.columns}
    mapping, refusal, status = remembered or guess(found.table.columns), "", 200
    if request.method == "POST":
        mapping = chosen(typed_in(request), found.table)
        try:
            if request.POST.get("look") != "1":
                now = clock.now()
                made = plan(source, found.table, mapping, now)
                carry_out(actor_of(request), source, made, now=now)
                held.files().let_go(word)
                return _done(request, source, made)
        except Refusal as refused:
            refusal, status = words.say(refused), 409
    return _columns(request, source, found, mapping, bool(remembered), refusal, status)


def _columns(
    request: HttpRequest, source: Source, found: held.Held, mapping: dict[str, str], remembered: bool, refusal: str, status: int
) -> HttpResponse:
    table, now = found.table, clock.now()
    closed = personal_columns(table)
    rows = []
    for place, name in enumerate(table.columns):
        personal = name in closed or is_personal(name)
        cells = [] if personal else [row[place][:CELL] for _number, row in table.rows[:3] if row[place]]
        rows.append({"place": place, "name": name, "role": mapping.get(name, ""), "personal": personal, "cells": masked(cells)})
    try:
        shown = preview(source, table, mapping, now)
    except Refusal as refused:
        shown, refusal = [], refusal or words.say(refused)
    context = {
        "source": source,
        "file": found,
        "count": len(table.rows),
        "rows": rows,
        "roles": [("", _("not read")), *((role, _(label)) for role, label in ROLES.items())],
        "items": shown,
        "zone": ZoneInfo(source.zone),
        "remembered": remembered and request.method != "POST",
        "refusal": refusal,
    }
    return render(request, "desk/import_columns.html", context, status=status)


def masked(cells: list[str]) -> list[str]:
    """Cells as they may be shown: the page is no way around the mask."""
    from huiying.core.clean.redact import redact

    return [redact(cell).text for cell in cells]


def chosen(typed: QueryDict, table: Table) -> dict[str, str]:
    """The mapping of a form; its fields are numbered, for a name may be anything."""
    return {name: role for place, name in enumerate(table.columns) if (role := typed.get(f"column-{place}", ""))}


def _done(request: HttpRequest, source: Source, made: Any) -> HttpResponse:
    said = ngettext("%(n)s new item is brought.", "%(n)s new items are brought.", len(made.items)) % {"n": len(made.items)}
    messages.success(request, said)
    last = Entry.objects.filter(type="file_imported", subject=f"source:{source.pk}").order_by("-id").first()
    context = {"source": source, "made": made, "refused": [(one, words.say(one.why)) for one in made.refused[:SHOWN]], "entry": last}
    return render(request, "desk/import_done.html", context)


def _read(typed: QueryDict) -> dict[str, object]:
    plain = {name: typed.get(name, "").strip() for name in ("name", "kind", "zone")}
    return {**plain, "url": "", "adapter": "file"}


add = acting(
    source_acts.add_source,
    None,
    page=page,
    address=lambda _row, result: reverse("imports") + (f"#source-{result.pk}" if result else ""),
    read=_read,
    done=words.N("The source is on the register. Files can be brought to it."),
)
