"""Trying an address before it becomes a source: asked for by a person, read once by the worker, gone after a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction

from huiying.actions.actor import COLLECTOR, Actor
from huiying.actions.recording import act, member_of, write
from huiying.actions.source import add_source
from huiying.core.clean.urls import canonical
from huiying.core.types import Refusal
from huiying.store.models import Desk, Source, Trial

KEPT = timedelta(days=1)
WAITING_AT_MOST = 10


@act("source.manage")
def ask(actor: Actor, *, url: str, now: datetime) -> Trial:
    """Have the worker read an address once. Nothing becomes a source by it."""
    url = url.strip()
    if url and "://" not in url:
        url = f"https://{url}"
    if not canonical(url) or len(url) > 2000:
        raise Refusal("%(url)s is not a web address; write one that begins with http:// or https://.", url=url[:200])
    Trial.objects.filter(asked_at__lt=now - KEPT).delete()
    if Trial.objects.filter(state="queued").count() >= WAITING_AT_MOST:
        raise Refusal("There are %(most)s addresses waiting to be tried already. Wait until one is done.", most=WAITING_AT_MOST)
    desk = Desk.objects.first()
    row = Trial.objects.create(url=url, zone=desk.zone if desk else "UTC", asked_at=now, asked_by=member_of(actor))
    write("source_tried", actor=actor, now=now, subject=f"trial:{row.pk}", url=url)
    return row


@act("source.manage")
def adopt(actor: Actor, row: Trial, *, name: str, kind: str, interval: int, zone: str = "", list: int = 0, now: datetime) -> Source:
    """Put a tried address on the register as what it was found to be. For a page, `list` is the place of the list that is approved."""
    found = row.result or {}
    if row.state != "done" or not found.get("adapter"):
        raise Refusal("This address was not read with success, so it cannot be added. Try it again.")
    options: dict[str, object] = {}
    if found["adapter"] == "page":
        lists = found.get("lists") or []
        if not 0 <= list < len(lists):
            raise Refusal("Choose the list of the page that is to be read.")
        options["list"] = lists[list]["rule"]
    return add_source(
        actor,
        name=name,
        url=found["url"],
        kind=kind,
        adapter=found["adapter"],
        options=options,
        interval=interval,
        zone=zone,
        allow_private=within(found["url"]),
        now=now,
    )


def within(url: str) -> bool:
    """Whether the operator has let a source of this very host be read although it is in the body's own network."""
    host = urlsplit(url).netloc
    return any(urlsplit(taken).netloc == host for taken in Source.objects.filter(allow_private=True).values_list("url", flat=True))


def finish(row: Trial, result: Mapping[str, Any], *, now: datetime) -> None:
    """It was read, or could not be."""
    state = "failed" if "refusal" in result else "done"
    reason = result["refusal"]["reason"] if state == "failed" else ""
    with transaction.atomic():
        Trial.objects.filter(pk=row.pk).update(state=state, result=dict(result), finished_at=now)
        write(
            "trial_finished",
            actor=COLLECTOR,
            now=now,
            subject=f"trial:{row.pk}",
            state=state,
            adapter=result.get("adapter", ""),
            reason=reason,
        )
