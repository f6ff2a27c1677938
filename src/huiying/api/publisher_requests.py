"""Requests to a publisher to correct a fact: public, with evidence."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import publisher_request as acts
from huiying.api.bodies import Reason
from huiying.api.bodies_case import PublisherRequestBody, Words
from huiying.api.gate import does, reads
from huiying.api.lists import find
from huiying.api.schemas import Id
from huiying.api.schemas_case import PublisherRequestOut
from huiying.store import models

router = Router(tags=["publisher requests"])


@reads(router, "/publisher-requests/{id}", "desk.view", response=PublisherRequestOut)
def get_publisher_request(request: HttpRequest, id: Id) -> Any:
    """One publisher request."""
    return find(models.PublisherRequest, id)


@does(router, "/cases/{id}/publisher-requests", acts.draft, response={201: PublisherRequestOut})
def draft_publisher_request(request: HttpRequest, id: Id, body: PublisherRequestBody) -> Any:
    """Begin a request; it rests on claims found false or partly true."""
    owner = find(models.Case, id)
    return acts.draft(request.auth, owner, **body.model_dump(), now=clock.now())  # type: ignore[attr-defined]


@does(router, "/publisher-requests/{id}/edit", acts.edit, response=PublisherRequestOut)
def edit_publisher_request(request: HttpRequest, id: Id, body: PublisherRequestBody) -> Any:
    """Change the draft."""
    row = find(models.PublisherRequest, id)
    acts.edit(request.auth, row, **body.model_dump(), now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/publisher-requests/{id}/approve", acts.approve, response=PublisherRequestOut)
def approve_publisher_request(request: HttpRequest, id: Id) -> Any:
    """As the second person, make it public."""
    row = find(models.PublisherRequest, id)
    acts.approve(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/publisher-requests/{id}/note-answer", acts.note_answer, response=PublisherRequestOut)
def note_publisher_answer(request: HttpRequest, id: Id, body: Words) -> Any:
    """Write down what the publisher answered."""
    row = find(models.PublisherRequest, id)
    acts.note_answer(request.auth, row, text=body.text, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/publisher-requests/{id}/note-corrected", acts.note_corrected, response=PublisherRequestOut)
def note_corrected(request: HttpRequest, id: Id) -> Any:
    """The publisher has corrected it."""
    row = find(models.PublisherRequest, id)
    acts.note_corrected(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/publisher-requests/{id}/note-not-corrected", acts.note_not_corrected, response=PublisherRequestOut)
def note_not_corrected(request: HttpRequest, id: Id, body: Reason) -> Any:
    """The publisher has not corrected it."""
    row = find(models.PublisherRequest, id)
    acts.note_not_corrected(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/publisher-requests/{id}/abandon", acts.abandon, response=PublisherRequestOut)
def abandon_publisher_request(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Give the draft up."""
    row = find(models.PublisherRequest, id)
    acts.abandon(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/publisher-requests/{id}/withdraw", acts.withdraw, response=PublisherRequestOut)
def withdraw_publisher_request(request: HttpRequest, id: Id, body: Reason) -> Any:
    """The body no longer asks for this."""
    row = find(models.PublisherRequest, id)
    acts.withdraw(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row
