"""Statements: drafted, approved to the letter by a second person, published, corrected in the open."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import HttpRequest
from django.utils.translation import gettext
from ninja import Router

from huiying import clock
from huiying.actions import statement as acts
from huiying.actions import statement_gates as gates
from huiying.actions import withdrawal
from huiying.api.bodies import Approval, ContentBody, EditBody, Reason
from huiying.api.bodies_case import Submission
from huiying.api.gate import does, reads
from huiying.api.lists import find, find_or_none, listing
from huiying.api.schemas import PAGE, After, Id, Limit, Listing, RevisionOut, StatementFull, StatementOut
from huiying.core.statement.content import Content
from huiying.publish import revisions
from huiying.store import models
from huiying.store.convert import builtins

router = Router(tags=["statements"])


@reads(router, "/statements", "desk.view", response=Listing[StatementOut])
def list_statements(request: HttpRequest, after: After = 0, limit: Limit = PAGE) -> Any:
    """Statements in the order in which they were begun, drafts included."""
    return listing(models.Statement.objects.prefetch_related("revisions"), after, limit, _brief)


@reads(router, "/statements/{id}", "desk.view", response=StatementFull)
def get_statement(request: HttpRequest, id: Id) -> Any:
    """One statement: its content, the hash to approve or to edit on, and what the gates find."""
    return whole(find(models.Statement, id))


@reads(router, "/statements/{id}/revisions", "desk.view", response=list[RevisionOut])
def list_revisions(request: HttpRequest, id: Id) -> Any:
    """Every published text, first to last, with what changed."""
    found = revisions.statement(find(models.Statement, id).pk)
    return [_revision(revision) for revision in (found.revisions if found else ())]


@does(router, "/cases/{id}/statements", acts.draft, response={201: StatementFull})
def draft_statement(request: HttpRequest, id: Id, body: ContentBody) -> Any:
    """Begin a statement; a draft may be unfinished."""
    return whole(acts.draft(request.auth, find(models.Case, id), content=_content(body), now=clock.now()))  # type: ignore[attr-defined]


@does(router, "/statements/{id}", acts.edit, method="PUT", response=StatementFull)
def edit_statement(request: HttpRequest, id: Id, body: EditBody) -> Any:
    """Change the draft that has the hash `based_on`; an approval becomes void."""
    statement = find(models.Statement, id)
    acts.edit(request.auth, statement, content=_content(body.content), based_on=body.based_on, now=clock.now())  # type: ignore[attr-defined]
    return whole(statement)


@does(router, "/statements/{id}/submit", acts.submit, response=StatementFull)
def submit_statement(request: HttpRequest, id: Id, body: Submission | None = None) -> Any:
    """Lay it before a second person; past the department that is asked, and past privacy where it touches on private people."""
    statement, department = find(models.Statement, id), find_or_none(models.Department, body.department if body else None)
    acts.submit(request.auth, statement, department=department, now=clock.now())  # type: ignore[attr-defined]
    return whole(statement)


@does(router, "/statements/{id}/approve", acts.approve, response=StatementFull)
def approve_statement(request: HttpRequest, id: Id, body: Approval) -> Any:
    """As the second person, approve exactly the content with this hash; a flagged sentence needs the reason `overrule`."""
    statement = find(models.Statement, id)
    acts.approve(request.auth, statement, hash=body.hash, overrule=body.overrule, now=clock.now())  # type: ignore[attr-defined]
    return whole(statement)


@does(router, "/statements/{id}/return", acts.send_back, response=StatementFull)
def return_statement(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As the second person, send it back."""
    statement = find(models.Statement, id)
    acts.send_back(request.auth, statement, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(statement)


@does(router, "/statements/{id}/publish", acts.publish, response=RevisionOut)
def publish_statement(request: HttpRequest, id: Id) -> Any:
    """Make the approved text public as the next revision."""
    made = acts.publish(request.auth, find(models.Statement, id), now=clock.now())  # type: ignore[attr-defined]
    return _published(made.statement_id)


@does(router, "/statements/{id}/correct", acts.begin_correction, response=StatementFull)
def correct_statement(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Open a published statement for a corrected revision; the reason will stand in public."""
    statement = find(models.Statement, id)
    acts.begin_correction(request.auth, statement, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(statement)


@does(router, "/statements/{id}/abandon", acts.abandon, response=StatementFull)
def abandon_statement(request: HttpRequest, id: Id, body: Reason) -> Any:
    """Give up a draft that was never published."""
    statement = find(models.Statement, id)
    acts.abandon(request.auth, statement, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(statement)


@does(router, "/statements/{id}/propose-withdrawal", withdrawal.propose_withdrawal, response=StatementFull)
def propose_withdrawal(request: HttpRequest, id: Id, body: Reason) -> Any:
    """As an approver or a leader, say why it should not stand; the other of the two withdraws it."""
    statement = find(models.Statement, id)
    withdrawal.propose_withdrawal(request.auth, statement, reason=body.reason, now=clock.now())  # type: ignore[attr-defined]
    return whole(statement)


@does(router, "/statements/{id}/withdraw", withdrawal.withdraw, response=RevisionOut)
def withdraw_statement(request: HttpRequest, id: Id) -> Any:
    """Say in public that the body no longer stands by it, and why; the text stays readable."""
    statement = find(models.Statement, id)
    withdrawal.withdraw(request.auth, statement, now=clock.now())  # type: ignore[attr-defined]
    return _published(statement.pk)


def _content(body: ContentBody) -> Content:
    return gates.read_content(body.model_dump(mode="json"))


def _brief(row: Any) -> dict[str, Any]:
    content = gates.content_of(row)
    return {
        **vars(row),
        "department": row.department_id,
        "title": content.title,
        "stage": content.stage.value,
        "revisions": len(row.revisions.all()),
    }


def whole(row: models.Statement) -> dict[str, Any]:
    """A statement with what the gates find in it."""
    found = [
        {"message": gettext(each.template) % each.values, "sentence": each.sentence, "blocking": each.blocking}
        for each in gates.findings(row)
    ]
    return {**_brief(row), "findings": found}


def _published(number: int) -> dict[str, Any]:
    found = revisions.statement(number)
    assert found is not None
    return _revision(found.latest)


def _revision(revision: revisions.PublicRevision) -> dict[str, Any]:
    return {
        "number": revision.number,
        "content": msgspec.to_builtins(revision.content),
        "hash": revision.content_hash,
        "reason": revision.reason,
        "withdrawn": revision.withdrawn,
        "published_at": revision.published_at,
        "changes": builtins(revision.changes),
    }
