"""Statements: drafted, laid before a second person, approved to the letter, published, and corrected in the open."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.moving import move
from huiying.actions.recording import ChangedMeanwhile, act, member_of, write
from huiying.actions.statement_gates import content_of, findings, gates_hold, may_be_public
from huiying.core.case.duties import Clocks
from huiying.core.case.presets import CORRECTION
from huiying.core.case.separation import approver
from huiying.core.case.workflow import advance
from huiying.core.statement.checks import check_overruled
from huiying.core.statement.content import MOST_SENTENCES, Content, content_hash
from huiying.core.statement.revisions import approval_holds, needs_correction, next_revision
from huiying.core.statement.route import submission
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.convert import builtins
from huiying.store.timing import category_of, plan


@act("statement.write")
def draft(actor: Actor, case: models.Case, *, content: Content, now: datetime) -> models.Statement:
    """Begin a statement. A draft may be unfinished; the gates stand before submission."""
    member = member_of(actor)
    _cites_this_case(case, content)
    row = models.Statement.objects.create(
        case=case, content=builtins(content), content_hash=content_hash(content), edited_by=[member.pk], made_at=now, updated_at=now
    )
    _write("statement_drafted", row, actor=actor, now=now, stage=content.stage.value, hash=row.content_hash)
    return row


@act("statement.write")
def edit(actor: Actor, statement: models.Statement, *, content: Content, based_on: str, now: datetime) -> None:
    """Change the draft. An approval that was there becomes void. Refuses to overwrite what somebody else changed meanwhile."""
    member = member_of(actor)
    _cites_this_case(statement.case, content)
    if based_on != statement.content_hash:
        raise ChangedMeanwhile("Somebody else changed this draft while you were writing. Your text is still here; compare and save again.")
    if content_hash(content) == statement.content_hash:
        return
    before = statement.state
    statement.state = advance("statement", statement.state, "edit")
    if statement.approved_hash:
        _write("approval_voided", statement, actor=actor, now=now, hash=statement.approved_hash)
        statement.edited_by = []
    statement.approved_hash, statement.approved_by, statement.approved_at = "", None, None
    statement.content, statement.content_hash, statement.updated_at = builtins(content), content_hash(content), now
    statement.edited_by = sorted({*statement.edited_by, member.pk})
    statement.save()
    _write("statement_edited", statement, actor=actor, now=now, hash=statement.content_hash, before=before)


@act("statement.write")
def submit(actor: Actor, statement: models.Statement, *, department: models.Department | None = None, now: datetime) -> None:
    """Lay the draft before a second person. Every gate must hold.

    `department` is asked to confirm its facts first; a text that touches on private people goes past privacy.
    """
    advance("statement", statement.state, "submit")
    gates_hold(statement)
    way = submission(
        content_of(statement),
        cleared=statement.cleared_hash,
        confirmed=statement.confirmed_hash,
        hash=statement.content_hash,
        asks_department=department is not None,
    )
    statement.state = advance("statement", statement.state, way)
    statement.department = department
    statement.save()
    asked = {"department": department.name_zh} if department else {}
    _write("statement_submitted", statement, actor=actor, now=now, hash=statement.content_hash, to=statement.state, **asked)


@act("statement.approve")
def send_back(actor: Actor, statement: models.Statement, *, reason: str, now: datetime) -> None:
    """The second person does not approve; the reason says why."""
    first = statement.state == "approval"
    statement.state = advance("statement", statement.state, "return", reason=reason)
    if first:
        # a correction keeps the reason that will stand in public; why it was sent back is on the record
        statement.reason = reason
    statement.save()
    _write("statement_returned", statement, actor=actor, now=now, reason=reason)


@act("statement.approve")
def approve(actor: Actor, statement: models.Statement, *, hash: str, overrule: str = "", now: datetime) -> None:
    """Approve exactly the content with this hash. Nobody approves what they wrote; a flagged sentence needs the reason `overrule`."""
    member = member_of(actor)
    state = advance("statement", statement.state, "approve")
    approver(approver=member.pk, authors=frozenset(statement.edited_by))
    if hash != statement.content_hash:
        raise Refusal("The text has changed since you read it. Read it again; approval holds for one exact text.")
    gates_hold(statement)
    check_overruled(findings(statement), overrule)
    statement.state = state
    statement.approved_hash, statement.approved_by, statement.approved_at = hash, member, now
    statement.save()
    _write("statement_approved", statement, actor=actor, now=now, hash=hash, overrule=overrule)


@act("statement.publish")
def publish(actor: Actor, statement: models.Statement, *, now: datetime) -> models.Revision:
    """Make the approved text public as the next revision. Earlier revisions stay readable."""
    member = member_of(actor)
    state = advance("statement", statement.state, "publish")
    content = content_of(statement)
    if not approval_holds(statement.approved_hash, content) or statement.approved_by is None:
        raise Refusal("This text has no approval that holds for exactly these words. It must be approved again.")
    approver(approver=statement.approved_by.pk, authors=frozenset(statement.edited_by))
    may_be_public(statement)
    revision = release(statement, approved_by=statement.approved_by, published_by=member, now=now)
    number, statement.state = revision.number, state
    statement.approved_hash, statement.reason = "", ""
    statement.edited_by = []
    statement.correction_due_at, statement.correction_cause = None, ""
    statement.save()
    kind = "statement_published" if number == 1 else "statement_corrected"
    _write(
        kind,
        statement,
        actor=actor,
        now=now,
        revision=number,
        hash=revision.content_hash,
        stage=content.stage.value,
        reason=revision.reason,
        approved_by=revision.approved_by.username,
    )
    if content.stage.value == "S0":
        move(statement.case, "holding_statement_out", actor=actor, now=now)
    return revision


def release(statement: models.Statement, *, approved_by: models.Member, published_by: models.Member, now: datetime) -> models.Revision:
    """The next public revision, exactly as the draft stands. Part of an act that has checked who may."""
    number = next_revision(list(statement.revisions.values_list("number", flat=True)))
    cited = {claim for sentence in content_of(statement).sentences for claim in sentence.claims}
    return models.Revision.objects.create(
        statement=statement,
        number=number,
        content=statement.content,
        content_hash=statement.content_hash,
        reason=statement.reason if number > 1 else "",
        verdicts={str(claim.pk): claim.state for claim in statement.case.claims.filter(pk__in=cited)},
        edited_by=statement.edited_by,
        approved_by=approved_by,
        published_by=published_by,
        published_at=now,
    )


@act("statement.write")
def begin_correction(actor: Actor, statement: models.Statement, *, reason: str, now: datetime) -> None:
    """Open a published statement for a corrected revision; the reason will stand beside it in public."""
    statement.state = advance("statement", statement.state, "correct", reason=reason)
    statement.reason, statement.edited_by = reason, []
    statement.save()
    _write("correction_begun", statement, actor=actor, now=now, reason=reason)


@act("statement.write")
def abandon(actor: Actor, statement: models.Statement, *, reason: str, now: datetime) -> None:
    """Give up a draft that was never published."""
    statement.state = advance("statement", statement.state, "abandon", reason=reason)
    statement.reason = reason
    statement.save()
    _write("statement_abandoned", statement, actor=actor, now=now, reason=reason)


@act("statement.write")
def drop(actor: Actor, statement: models.Statement, *, now: datetime) -> None:
    """No correction is needed after all: the public text stands. What made one due stays due."""
    statement.state = advance("statement", statement.state, "drop")
    last = statement.revisions.last()
    assert last is not None
    statement.content, statement.content_hash, statement.updated_at = last.content, last.content_hash, now
    statement.edited_by, statement.reason = [], ""
    statement.save()
    _write("correction_dropped", statement, actor=actor, now=now, hash=statement.content_hash)


def flag_corrections(claim: models.Claim, *, actor: Actor, now: datetime) -> None:
    """Start the correction timer of every public statement that rests on a claim whose verdict is now another."""
    for statement in models.Statement.objects.filter(case=claim.case, revisions__isnull=False).exclude(state="withdrawn").distinct():
        last = statement.revisions.last()
        assert last is not None
        published = {int(key): state for key, state in last.verdicts.items()}
        if statement.correction_due_at is not None or not needs_correction(content_of(last), published, {claim.pk: claim.state}):
            continue
        limit = plan().due(CORRECTION, claim.case.level, Clocks(event_known=now), category_of(claim.case))
        statement.correction_due_at = limit.due_at
        statement.correction_cause = claim.text
        statement.save()
        _write("correction_due", statement, actor=actor, now=now, claim=claim.pk, due_at=limit.due_at.isoformat())


def _cites_this_case(case: models.Case, content: Content) -> None:
    try:
        promised = datetime.fromisoformat(content.next_update_at or "2026-01-01")
    except ValueError:
        promised = datetime.min  # noqa: DTZ901 - only its year is looked at
    if not 2000 <= promised.year < 2200:
        raise Refusal("The time of the next word cannot be read, or lies outside the years 2000 to 2199.")
    if len(content.sentences) > MOST_SENTENCES:
        raise Refusal("A statement has at most %(most)d sentences.", most=MOST_SENTENCES)
    known = set(case.claims.values_list("pk", flat=True))
    for number, sentence in enumerate(content.sentences, 1):
        for claim in sentence.claims:
            if claim not in known:
                raise Refusal(
                    "Sentence %(sentence)s cites claim %(claim)s, which is not a claim of this case.", sentence=number, claim=claim
                )


def _write(type: str, statement: models.Statement, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"statement:{statement.pk}", case=statement.case_id, statement=statement.pk, **data)
