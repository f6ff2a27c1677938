"""Press conferences: planned, announced by a second person, held, and followed up until no question is left open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from huiying.actions import enquiry
from huiying.actions.actor import Actor
from huiying.actions.recording import act, member_of, write
from huiying.core.case import gates
from huiying.core.case.separation import approver
from huiying.core.case.workflow import advance
from huiying.core.types import Refusal
from huiying.store import models

MOST_QUESTIONS = 100


@act("conference.plan")
def plan(actor: Actor, case: models.Case, *, subject: str, place: str, at: datetime | None, now: datetime) -> models.Conference:
    """When, where and what about."""
    _complete(subject, place)
    member, when = member_of(actor), gates.due_after(at, now)
    row = models.Conference.objects.create(
        case=case,
        subject=subject.strip()[:300],
        place=place.strip()[:300],
        at=when,
        planned_at=now,
        planned_by=member,
        changed_by=[member.pk],
    )
    _write("conference_planned", row, actor=actor, now=now, topic=row.subject, place=row.place, starts_at=when.isoformat())
    return row


@act("conference.plan")
def change(actor: Actor, conference: models.Conference, *, subject: str, place: str, at: datetime | None, now: datetime) -> None:
    """Another time, place or subject, as long as it was not announced."""
    _complete(subject, place)
    conference.state = advance("conference", conference.state, "change")
    conference.subject, conference.place, conference.at = subject.strip()[:300], place.strip()[:300], gates.due_after(at, now)
    conference.changed_by = sorted({*conference.changed_by, member_of(actor).pk})
    conference.save()
    when = conference.at.isoformat()
    _write("conference_changed", conference, actor=actor, now=now, topic=conference.subject, place=conference.place, starts_at=when)


@act("conference.announce")
def announce(actor: Actor, conference: models.Conference, *, now: datetime) -> None:
    """The second person announces it."""
    state = advance("conference", conference.state, "announce")
    approver(approver=member_of(actor).pk, authors=conference.changed_by)
    gates.no_drill(conference.case.drill)
    gates.due_after(conference.at, now)
    conference.state, conference.announced_at, conference.announced_by = state, now, member_of(actor)
    conference.save()
    _write("conference_announced", conference, actor=actor, now=now, starts_at=conference.at.isoformat())


@act("conference.plan")
def hold(actor: Actor, conference: models.Conference, *, record: str, unanswered: Sequence[str], now: datetime) -> None:
    """It was held: what was said, and each question that stayed open becomes an enquiry."""
    state = advance("conference", conference.state, "hold")
    if not record.strip():
        raise Refusal("Write down what was said and asked.")
    questions = [text for text in unanswered if text.strip()]
    if len(questions) > MOST_QUESTIONS:
        raise Refusal("At most %(most)s questions of one conference can be written down.", most=MOST_QUESTIONS)
    conference.state, conference.record, conference.held_at = state, record.strip()[:60_000], now
    conference.save()
    _write("conference_held", conference, actor=actor, now=now, unanswered=len(questions))
    for text in questions:
        enquiry.receive(actor, conference.case, text=text, origin="media", conference=conference, now=now)


@act("conference.plan")
def follow_up(actor: Actor, conference: models.Conference, *, now: datetime) -> None:
    """Every question that stayed open has its answer, or the reason why there is none."""
    state = advance("conference", conference.state, "follow_up")
    left = conference.questions.exclude(state__in=("answered", "declined")).count()
    if left:
        raise Refusal("%(count)s questions of this conference are not answered yet.", count=left)
    conference.state = state
    conference.save()
    _write("conference_followed_up", conference, actor=actor, now=now)


@act("conference.plan")
def cancel(actor: Actor, conference: models.Conference, *, reason: str, now: datetime) -> None:
    """It will not be held."""
    conference.state, conference.reason = advance("conference", conference.state, "cancel", reason=reason), reason.strip()
    conference.save()
    _write("conference_cancelled", conference, actor=actor, now=now, reason=reason)


def _complete(subject: str, place: str) -> None:
    if not subject.strip() or not place.strip():
        raise Refusal("A press conference needs its subject and its place.")


def _write(type: str, row: models.Conference, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"conference:{row.pk}", case=row.case_id, conference=row.pk, **data)
