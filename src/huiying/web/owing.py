"""What is still to be done about the further parts of a case: concerns, commitments, instructions, enquiries, conferences, contests."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from typing import Any

from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.core.case.duties import Clocks, Timer
from huiying.core.case.gates import binds
from huiying.core.case.policy import Plan
from huiying.core.case.presets import (
    COMMITMENT,
    CONCERN,
    CONFERENCE,
    CONTEST,
    CORRECTION_REQUEST,
    ENQUIRY,
    INSTRUCTION,
    RETROSPECT,
    REVIEW,
)
from huiying.store import models
from huiying.store.timing import category_of
from huiying.web import words
from huiying.web.limits import Limit, stored, timer

PARTS = (
    "concerns",
    "instructions",
    "lines",
    "enquiries",
    "conferences",
    "contests",
    "publisher_requests",
    "commitments__department",
    "claims__commitments",
    "statements__correction_requests",
)
"""What the duties of a case are read from, besides its claims, tasks and statements."""

_OVER = {
    "concerns": (models.Concern, ("disposed",)),
    "commitments": (models.Commitment, ("verified_done", "changed_public", "refused")),
    "instructions": (models.Instruction, ("accepted", "revoked")),
    "lines": (models.LineToTake, ("in_force", "superseded", "returned")),
    "enquiries": (models.Enquiry, ("answered", "declined")),
    "conferences": (models.Conference, ("followed_up", "cancelled")),
    "contests": (models.Contest, ("accepted", "refused")),
}

Build = Callable[..., Any]


def live(open_states: Collection[str]) -> Q:
    """The cases in which something may be waiting, whatever state they are in themselves."""
    found = Q(state__in=[*open_states, "review"])
    for model, over in _OVER.values():
        found |= Q(pk__in=model._default_manager.exclude(state__in=over).values("case"))
    statements = models.Statement.objects.filter(Q(correction_due_at__isnull=False) | Q(retrospect_due_at__isnull=False))
    asked = models.CorrectionRequest.objects.filter(state__in=("received", "weighed"))
    drafts = models.PublisherRequest.objects.filter(state="draft")
    return found | Q(pk__in=statements.values("case")) | Q(pk__in=asked.values("statement__case")) | Q(pk__in=drafts.values("case"))


def with_signatures(cases: QuerySet[models.Case]) -> QuerySet[models.Case]:
    """Cases with who gave the first of two signatures that is still waiting (`signed_by`), and for which act (`signed_act`)."""
    waiting = models.Signature.objects.filter(subject=Concat(Value("case:"), Cast(OuterRef("pk"), CharField())), open=True)
    return cases.annotate(signed_by=Subquery(waiting.values("by")[:1]), signed_act=Subquery(waiting.values("act")[:1]))


def held(row: Timer, case: models.Case, started_at: datetime, due_at: datetime, now: datetime, since: str, desk: Plan) -> Limit:
    """A time that was fixed when it began, or that somebody named, with the rule that makes it count."""
    return stored(row, case.level, started_at, due_at, now, since, desk=desk, category=category_of(case))


def of_case(case: models.Case, duty: Build, href: str, now: datetime, desk: Plan) -> Iterator[Any]:
    """Everything of these parts that waits for somebody."""
    yield from _course(case, duty, href, now, desk)
    yield from _owed(case, duty, href)
    parts: tuple[tuple[str, Callable[..., Iterator[Any]]], ...] = (
        ("concerns", _concern),
        ("commitments", _commitment),
        ("instructions", _instruction),
        ("lines", _line),
        ("enquiries", _enquiry),
        ("conferences", _conference),
        ("contests", _contest),
        ("publisher_requests", _request),
    )
    for name, part in parts:
        for row in getattr(case, name).all():
            yield from part(row, case, duty, href, now, desk)
    for statement in case.statements.all():
        yield from _statement(statement, case, duty, href, now, desk)
        for row in statement.correction_requests.all():
            yield from _contest(row, case, duty, href, now, desk)


def _owed(case: models.Case, duty: Build, href: str) -> Iterator[Any]:
    for claim in case.claims.all():
        states = [row.state for row in claim.commitments.all()]
        waived = claim.waived_by_id is not None
        bound = binds(state=claim.state, about_us=claim.about_us, commitments=states, waived=waived, drill=case.drill)
        if bound and "proposed" not in states:
            what = _("It is true about us: propose a commitment, or let a leader sign why there is none")
            yield duty(f"owed-{claim.pk}", "commitment.propose", what, None, claim.text, f"{href}#commitments")


def _course(case: models.Case, duty: Build, href: str, now: datetime, desk: Plan) -> Iterator[Any]:
    at, signed = f"{href}#course", getattr(case, "signed_by", None)
    if case.state == "review":
        running = timer(
            REVIEW,
            case.level,
            Clocks(event_known=case.moved_at or case.opened_at),
            now,
            _("from when the review began"),
            desk=desk,
            category=category_of(case),
        )
        what = _("Close it as the second of leader and reviewer") if signed else _("Sign the review, as the first of leader and reviewer")
        yield duty("review", "case.close", what, running, at=at, never=frozenset({signed} - {None}))
    elif signed and case.state in ("assessing", "verifying"):
        yield duty("no-response", "case.assess", _("Agree as the second person that no answer is needed"), at=at, never=frozenset({signed}))
    elif case.state == "assessing":
        yield duty("verify", "case.assess", _("Begin to verify, or say with a second person that no answer is needed"), at=at)
    elif case.state == "responding" and not any(row.state != "disposed" for row in case.concerns.all()):
        yield duty("rest", "case.assess", _("No concern is open: add what is missing, or go on to watch the case"), at=at)


def _concern(row: models.Concern, case: models.Case, duty: Build, href: str, now: datetime, desk: Plan) -> Iterator[Any]:
    if row.state != "disposed":
        running = held(CONCERN, case, row.added_at, row.due_at, now, _("from when it was written down"), desk)
        what = words.word(words.TIMERS, "concern")
        yield duty(f"concern-{row.pk}", "concern.dispose", what, running, row.text, f"{href}#concern-{row.pk}")


def _commitment(row: models.Commitment, case: models.Case, duty: Build, href: str, now: datetime, desk: Plan) -> Iterator[Any]:
    at, began = f"{href}#commitment-{row.pk}", row.published_at or row.proposed_at
    running = held(COMMITMENT, case, began, row.due_at, now, _("from when it was promised"), desk)
    name, key = {"department": words.named(row.department)}, f"commitment-{row.pk}"
    if row.state == "proposed":
        what = _("Publish the commitment or refuse it")
        yield duty(key, "commitment.publish", what, running, row.text, at, never=frozenset({row.proposed_by_id}))
    elif row.state == "public":
        yield duty(
            key, "commitment.work", _("%(department)s: begin on the commitment") % name, running, row.text, at, department=row.department_id
        )
    elif row.state == "in_progress":
        what = _("%(department)s: keep the commitment and say what shows it") % name
        yield duty(key, "commitment.claim_done", what, running, row.text, at, department=row.department_id)
    elif row.state == "missed":
        what = _("The promised date has passed: give a new one in public, or say why it will not be kept as given")
        yield duty(key, "commitment.rule", what, running, row.text, at)
    elif row.state == "done_claimed":
        inside = frozenset(models.Member.objects.filter(department=row.department_id).values_list("pk", flat=True))
        what = _("See whether the commitment was kept, from outside %(department)s") % name
        yield duty(key, "commitment.verify", what, None, row.text, at, never=inside | frozenset({row.done_by_id} - {None}))


def _instruction(row: models.Instruction, case: models.Case, duty: Build, href: str, now: datetime, desk: Plan) -> Iterator[Any]:
    at, key = f"{href}#instruction-{row.pk}", f"instruction-{row.pk}"
    if row.state in ("issued", "overdue"):
        running = held(INSTRUCTION, case, row.issued_at, row.due_at, now, _("from when it was issued"), desk)
        what = words.word(words.TIMERS, "instruction")
        yield duty(key, "instruction.answer", what, running, row.text, at, department=row.department_id)
    elif row.state == "answered":
        never = frozenset({row.answered_by_id} - {None})
        yield duty(key, "instruction.issue", _("Accept the answer to the instruction or send it back"), None, row.text, at, never=never)


def _line(row: models.LineToTake, case: models.Case, duty: Build, href: str, now: datetime, desk: Plan) -> Iterator[Any]:
    if row.state == "proposed":
        what, never = _("Agree to the line to take or send it back"), frozenset({row.proposed_by_id})
        yield duty(f"line-{row.pk}", "statement.approve", what, None, row.wording, f"{href}#line-{row.pk}", never=never)


def _enquiry(row: models.Enquiry, case: models.Case, duty: Build, href: str, now: datetime, desk: Plan) -> Iterator[Any]:
    at, key = f"{href}#enquiry-{row.pk}", f"enquiry-{row.pk}"
    if row.state in ("answered", "declined"):
        return
    running = held(ENQUIRY, case, row.received_at, row.due_at, now, _("from when it was received"), desk)
    if row.state == "received":
        yield duty(key, "enquiry.assign", _("Say who prepares the answer"), running, row.text, at)
    elif row.state == "assigned":
        yield duty(key, "enquiry.answer", words.word(words.TIMERS, "enquiry"), running, row.text, at)
    else:
        never = frozenset({row.drafted_by_id} - {None})
        yield duty(key, "statement.approve", _("Approve the answer to the enquiry or send it back"), running, row.text, at, never=never)


def _conference(row: models.Conference, case: models.Case, duty: Build, href: str, now: datetime, desk: Plan) -> Iterator[Any]:
    at, key = f"{href}#conference-{row.pk}", f"conference-{row.pk}"
    running = held(CONFERENCE, case, row.planned_at, row.at, now, _("from when it was planned"), desk)
    if row.state == "planned":
        yield duty(
            key, "conference.announce", _("Announce the press conference"), running, row.subject, at, never=frozenset(row.changed_by)
        )
    elif row.state == "announced":
        yield duty(key, "conference.plan", words.word(words.TIMERS, "conference"), running, row.subject, at)
    elif row.state == "held":
        yield duty(key, "conference.plan", _("Answer every question that stayed open at the press conference"), None, row.subject, at)


def _contest(
    row: models.Contest | models.CorrectionRequest, case: models.Case, duty: Build, href: str, now: datetime, desk: Plan
) -> Iterator[Any]:
    noun, policy = ("contest", CONTEST) if isinstance(row, models.Contest) else ("correction_request", CORRECTION_REQUEST)
    at, key = f"{href}#{noun}-{row.pk}", f"{noun}-{row.pk}"
    if row.state not in ("received", "weighed"):
        return
    running = held(policy, case, row.received_at, row.due_at, now, _("from when it was received"), desk)
    if row.state == "received":
        what = _("Weigh what the public contests") if noun == "contest" else _("Weigh what the public wants corrected")
        yield duty(key, "contest.weigh", what, running, row.text, at)
    else:
        what = words.word(words.TIMERS, policy.name)
        yield duty(key, "contest.decide", what, running, row.text, at, never=frozenset({row.weighed_by_id} - {None}))


def _request(row: models.PublisherRequest, case: models.Case, duty: Build, href: str, now: datetime, desk: Plan) -> Iterator[Any]:
    if row.state == "draft":
        what, at = _("Put the request to the publisher on the public register, or give it up"), f"{href}#request-{row.pk}"
        yield duty(f"request-{row.pk}", "statement.approve", what, None, row.publisher, at, never=frozenset(row.edited_by))


def _statement(row: models.Statement, case: models.Case, duty: Build, href: str, now: datetime, desk: Plan) -> Iterator[Any]:
    title, key, at = row.content.get("title") or case.title, f"statement-{row.pk}", reverse("statement", args=[row.pk])
    authors = frozenset(row.edited_by)
    if row.retrospect_due_at is not None and row.approved_at is not None:
        running = held(RETROSPECT, case, row.approved_at, row.retrospect_due_at, now, _("from when it went out"), desk)
        last = max(row.revisions.all(), key=lambda revision: revision.number)
        never = frozenset({*last.edited_by, last.approved_by_id})
        yield duty(f"retrospect-{row.pk}", "statement.approve", words.word(words.TIMERS, "retrospect"), running, title, at, never=never)
    if row.state == "emergency_pending":
        what = _("Read the holding statement and let it out as the second person")
        yield duty(key, "statement.second", what, None, title, at, never=authors)
    elif row.state.endswith("dept_confirm"):
        yield duty(
            key, "statement.confirm_facts", _("Confirm the facts or send the text back"), None, title, at, department=row.department_id
        )
    elif row.state.endswith("privacy_check"):
        yield duty(key, "statement.clear", _("Clear the text for privacy or send it back"), None, title, at, never=authors)
