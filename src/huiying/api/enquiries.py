"""Enquiries of outlets and of the public."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from huiying import clock
from huiying.actions import enquiry as acts
from huiying.api.bodies import Reason
from huiying.api.bodies_case import Assignment, EnquiryBody, PointTo, Words
from huiying.api.gate import does, reads
from huiying.api.lists import find, find_or_none
from huiying.api.schemas import Id
from huiying.api.schemas_case import EnquiryOut
from huiying.store import models

router = Router(tags=["enquiries"])


@reads(router, "/enquiries/{id}", "desk.view", response=EnquiryOut)
def get_enquiry(request: HttpRequest, id: Id) -> Any:
    """One enquiry."""
    return find(models.Enquiry, id)


@does(router, "/cases/{id}/enquiries", acts.receive, response={201: EnquiryOut})
def receive_enquiry(request: HttpRequest, id: Id, body: EnquiryBody) -> Any:
    """Take a question in."""
    owner = find(models.Case, id)
    return acts.receive(request.auth, owner, text=body.text, origin=body.origin, outlet=body.outlet, now=clock.now())  # type: ignore[attr-defined]


@does(router, "/enquiries/{id}/assign", acts.assign, response=EnquiryOut)
def assign_enquiry(request: HttpRequest, id: Id, body: Assignment) -> Any:
    """Say who prepares the answer."""
    row = find(models.Enquiry, id)
    acts.assign(request.auth, row, department=find_or_none(models.Department, body.department), now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/enquiries/{id}/point-to", acts.point_to, response=EnquiryOut)
def answer_enquiry_by_statement(request: HttpRequest, id: Id, body: PointTo) -> Any:
    """Answer by a statement that is public."""
    row = find(models.Enquiry, id)
    acts.point_to(request.auth, row, find(models.Statement, body.statement), now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/enquiries/{id}/draft-answer", acts.draft_answer, response=EnquiryOut)
def draft_enquiry_answer(request: HttpRequest, id: Id, body: Words) -> Any:
    """Draft an answer in new words."""
    row = find(models.Enquiry, id)
    acts.draft_answer(request.auth, row, text=body.text, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/enquiries/{id}/approve-answer", acts.approve_answer, response=EnquiryOut)
def approve_enquiry_answer(request: HttpRequest, id: Id) -> Any:
    """As the second person, let the answer go out."""
    row = find(models.Enquiry, id)
    acts.approve_answer(request.auth, row, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/enquiries/{id}/return", acts.send_back, response=EnquiryOut)
def return_enquiry_answer(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As the second person, send the answer back."""
    row = find(models.Enquiry, id)
    acts.send_back(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/enquiries/{id}/decline", acts.decline, response=EnquiryOut)
def decline_enquiry(request: HttpRequest, id: Id, body: Reason) -> Any:
    """No answer will be given, and why."""
    row = find(models.Enquiry, id)
    acts.decline(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row


@does(router, "/enquiries/{id}/reopen", acts.reopen, response=EnquiryOut)
def reopen_enquiry(request: HttpRequest, id: Id, body: Reason) -> Any:
    """It was not answered after all."""
    row = find(models.Enquiry, id)
    acts.reopen(request.auth, row, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return row
