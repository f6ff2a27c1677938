"""Programs that are told what happens: the register, and every act on it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema, Status
from pydantic import Field

from huiying import clock
from huiying.actions import receiver as acts
from huiying.api.bodies import Body, Reason
from huiying.api.gate import does, reads
from huiying.api.lists import find, listing
from huiying.api.once import shown_once
from huiying.api.schemas import PAGE, After, Id, Limit, Listing
from huiying.publish.webhook import key
from huiying.store import models

router = Router(tags=["receivers"])


class ReceiverBody(Body):
    """`events` are types of entries, none for all. It must stand on the public internet and be reached over https://."""

    name: str
    url: str
    events: list[str] = []


class ReceiverOut(Schema):
    """`told` is the last entry that it took; `trouble` and `tries` are of the next one. `test_asked_at`: a test waits for the worker."""

    id: int
    name: str
    url: str
    events: list[str]
    allow_private: bool
    active: bool
    told: int = Field(alias="mark")
    sent_at: datetime | None
    tries: int
    trouble: str
    test_asked_at: datetime | None
    tested_at: datetime | None
    test_trouble: str
    added_at: datetime


class ReceiverKeyOut(ReceiverOut):
    """`key` signs its requests and is told once: null where the same call is sent again by its Idempotency-Key."""

    key: str | None


@reads(router, "/receivers", "receiver.manage", response=Listing[ReceiverOut])
def list_receivers(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """Every receiver and how it fares."""
    return listing(models.Receiver.objects.all(), after, limit)


@reads(router, "/receivers/{id}", "receiver.manage", response=ReceiverOut)
def get_receiver(request: HttpRequest, id: Id) -> Any:
    """One receiver, without its key."""
    return find(models.Receiver, id)


@does(router, "/receivers", acts.add_receiver, response={201: ReceiverKeyOut})
def add_receiver(request: HttpRequest, response: HttpResponse, body: ReceiverBody) -> Any:
    """Put a program on the register; the answer tells its key once."""
    row = acts.add_receiver(request.auth, name=body.name, url=body.url, events=body.events, now=clock.now())  # type: ignore[attr-defined]
    return Status(201, _with_key(request, response, row))


@does(router, "/receivers/{id}/test", acts.ask_test, response=ReceiverOut)
def test_receiver(request: HttpRequest, id: Id) -> Any:
    """Have the worker send a request that tells nothing; `tested_at` and `test_trouble` say later what became of it."""
    row = find(models.Receiver, id)
    acts.ask_test(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/receivers/{id}/pause", acts.set_receiver_active, response=ReceiverOut)
def pause_receiver(request: HttpRequest, id: Id) -> Any:
    """Tell it nothing; it stays on the register."""
    return _set(request, id, active=False)


@does(router, "/receivers/{id}/resume", acts.set_receiver_active, response=ReceiverOut)
def resume_receiver(request: HttpRequest, id: Id) -> Any:
    """Go on where it stopped."""
    return _set(request, id, active=True)


@does(router, "/receivers/{id}/key", acts.renew_key, response=ReceiverKeyOut)
def renew_receiver_key(request: HttpRequest, response: HttpResponse, id: Id) -> Any:
    """Sign with a new key from now on; the answer tells it once, and the old one is worth nothing."""
    row = find(models.Receiver, id)
    acts.renew_key(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return _with_key(request, response, row)


@does(router, "/receivers/{id}/drop", acts.remove_receiver, response={204: None})
def remove_receiver(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Take it off the register, with a reason."""
    acts.remove_receiver(request.auth, find(models.Receiver, id), reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return Status(204, None)


def _set(request: HttpRequest, id: int, *, active: bool) -> models.Receiver:
    row = find(models.Receiver, id)
    acts.set_receiver_active(request.auth, row, active=active, now=clock.now())  # type: ignore[attr-defined]
    return row


def _with_key(request: HttpRequest, response: HttpResponse, row: models.Receiver) -> dict[str, Any]:
    shown_once(request, "key")
    response["Cache-Control"] = "no-store"
    return {**vars(row), "key": key(row)}
