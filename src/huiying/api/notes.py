"""Sealed notes of a case: who may read one, written, read on the record, erased."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema, Status
from pydantic import Field

from huiying import clock
from huiying.actions import sealed as acts
from huiying.api.bodies import Reason, SealedBody
from huiying.api.gate import does, reads
from huiying.api.lists import find
from huiying.api.schemas import Id
from huiying.api.sight import caller
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.sight import visible

router = Router(tags=["sealed notes"])


class SealedOut(Schema):
    """A sealed note from outside. `hash` is the SHA-256 of the encrypted text; `erased_at` says that its key is destroyed."""

    id: int
    case: int = Field(alias="case_id")
    subject: str
    roles: list[str]
    readers: list[str]
    hash: str = Field(alias="digest")
    made_at: datetime
    erased_at: datetime | None
    erased_why: str


class SealedFull(SealedOut):
    text: str


@reads(router, "/cases/{id}/sealed-notes", "desk.view", response=list[SealedOut])
def list_sealed_notes(request: HttpRequest, id: Id) -> Any:
    """The sealed notes of a case, without what they say."""
    rows = visible(caller(), models.SealedNote.objects.filter(case=find(models.Case, id)).order_by("id"))
    return [_outside(row) for row in rows.prefetch_related("readers")]


@does(router, "/cases/{id}/sealed-notes", acts.write_note, response={201: SealedOut})
def seal_note(request: HttpRequest, id: Id, body: SealedBody) -> Any:
    """Seal a note for its readers; its writer is one of them."""
    case = find(models.Case, id)
    people = list(models.Member.objects.filter(username__in=body.readers, is_active=True))
    for name in set(body.readers) - {person.username for person in people}:
        raise Refusal("There is no account named %(name)s.", name=name)
    row = acts.write_note(request.auth, case, subject=body.subject, text=body.text, roles=body.roles, readers=people, now=clock.now())  # type: ignore[attr-defined]
    return Status(201, _outside(row))


@does(router, "/sealed-notes/{id}/read", acts.read_note, response=SealedFull)
def read_sealed_note(request: HttpRequest, response: HttpResponse, id: Id) -> Any:
    """What it says, for those concerned. The reading is an entry of the record."""
    row = find(models.SealedNote, id)
    text = acts.read_note(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    response["Cache-Control"] = "no-store"
    return _outside(row) | {"text": text}


@does(router, "/sealed-notes/{id}/erase", acts.erase_note, response=SealedOut)
def erase_sealed_note(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Destroy its key; nobody can read it again."""
    row = find(models.SealedNote, id)
    acts.erase_note(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return _outside(row)


def _outside(row: models.SealedNote) -> dict[str, Any]:
    return {**vars(row), "readers": [one.username for one in row.readers.all()]}
