"""Investigations of a case: opened with the body that investigates, concluded with what it found. A cause is said only after one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import act, member_of, write
from huiying.core.case.investigations import Body, check_body, check_kind, outside
from huiying.core.case.workflow import advance
from huiying.core.types import Refusal
from huiying.store import models
from huiying.store.standing import concerned, family


@act("investigation.open")
def open_investigation(
    actor: Actor,
    case: models.Case,
    *,
    kind: str,
    body_zh: str = "",
    body_en: str = "",
    department: models.Department | None = None,
    now: datetime,
) -> models.Investigation:
    """Write down who investigates: a department of ours, or another body by its name."""
    if case.state in ("closed", "merged"):
        raise Refusal("This case is over. Reopen it before it is investigated.")
    check_kind(kind)
    if department is not None:
        body_zh, body_en = department.name_zh, department.name_en
    body = Body(body_zh.strip(), body_en.strip(), department.pk if department else None)
    check_body(body, accused_of(case))
    row = models.Investigation.objects.create(
        case=case, kind=kind, body_zh=body.zh, body_en=body.en, department=department, opened_at=now, opened_by=member_of(actor)
    )
    _write("investigation_opened", row, actor=actor, now=now, kind=kind, body=row.body_zh or row.body_en)
    return row


@act("investigation.conclude")
def conclude(actor: Actor, investigation: models.Investigation, *, finding: str, evidence: Sequence[int] = (), now: datetime) -> None:
    """What the body found, in its words, and the evidence of the case on which it rests."""
    state, member = advance("investigation", investigation.state, "conclude"), member_of(actor)
    accused = accused_of(investigation.case)
    check_body(body_of(investigation), accused)
    outside(member.department_id, accused)
    if not finding.strip():
        raise Refusal("An investigation ends with what was found. Write it down.")
    chosen = sorted(set(evidence))
    known = set(models.Evidence.objects.filter(claim__case__in=family(investigation.case), pk__in=chosen).values_list("pk", flat=True))
    for number in chosen:
        if number not in known:
            raise Refusal("Evidence %(number)s does not belong to this case.", number=number)
    investigation.state, investigation.finding, investigation.evidence = state, finding.strip()[:8000], chosen
    investigation.closed_at, investigation.written_by = now, member
    investigation.save()
    _write("investigation_concluded", investigation, actor=actor, now=now, finding=investigation.finding, evidence=chosen)


@act("investigation.open")
def stop(actor: Actor, investigation: models.Investigation, *, reason: str, now: datetime) -> None:
    """It ends without a finding: another body took it over, or there is nothing to investigate."""
    investigation.state = advance("investigation", investigation.state, "stop", reason=reason)
    investigation.reason, investigation.closed_at = reason.strip()[:2000], now
    investigation.save()
    _write("investigation_stopped", investigation, actor=actor, now=now, reason=investigation.reason)


@act("investigation.open")
def reopen(actor: Actor, investigation: models.Investigation, *, reason: str, now: datetime) -> None:
    """The finding does not hold, or is not all. Until it is concluded again no cause rests on it; what was found stays on the record."""
    investigation.state = advance("investigation", investigation.state, "reopen", reason=reason)
    investigation.reason, investigation.closed_at = reason.strip()[:2000], None
    investigation.save()
    _write("investigation_reopened", investigation, actor=actor, now=now, reason=investigation.reason)


def body_of(row: models.Investigation) -> Body:
    """Who investigates."""
    return Body(row.body_zh, row.body_en, row.department_id)


def accused_of(case: models.Case) -> dict[int, tuple[str, str]]:
    """The departments that claims of the case are about, with their names."""
    claims = models.Claim.objects.filter(case__in=family(case)).select_related("case")
    ids = {number for claim in claims if (number := concerned(claim)) is not None}
    return {row.pk: (row.name_zh, row.name_en) for row in models.Department.objects.filter(pk__in=ids)}


def ended(case: models.Case) -> tuple[list[Body], bool]:
    """The bodies whose investigation of the case has ended with a finding and on which a cause may rest; and whether there is another,
    by a department that a claim is about.
    """
    rows = models.Investigation.objects.filter(case__in=family(case), state="concluded").order_by("pk")
    accused, found, other = accused_of(case), [], False
    for body in map(body_of, rows):
        try:
            check_body(body, accused)
            found.append(body)
        except Refusal:
            other = True
    return found, other


def _write(type: str, row: models.Investigation, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"investigation:{row.pk}", case=row.case_id, investigation=row.pk, **data)
