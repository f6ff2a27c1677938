"""The line to take (口径): proposed by one, agreed by another, one in force for each case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from huiying.actions.actor import Actor
from huiying.actions.recording import act, member_of, write
from huiying.core.case.separation import second_person
from huiying.core.case.workflow import advance
from huiying.core.statement.line import Figure, Line, check_line
from huiying.store import models
from huiying.store.convert import builtins
from huiying.store.standing import family


@act("statement.write")
def propose(actor: Actor, case: models.Case, *, wording: str, figures: Sequence[Figure], now: datetime) -> models.LineToTake:
    """The next version, for a second person to agree to. The one in force stays until then."""
    check_line(wording, figures)
    last = case.lines.order_by("-version").first()
    row = models.LineToTake.objects.create(
        case=case,
        version=last.version + 1 if last else 1,
        wording=wording.strip()[:8000],
        figures=builtins(list(figures)),
        proposed_at=now,
        proposed_by=member_of(actor),
    )
    _write("line_proposed", row, actor=actor, now=now, wording=row.wording)
    return row


@act("statement.approve")
def agree(actor: Actor, line: models.LineToTake, *, now: datetime) -> None:
    """The second person agrees: from now on every statement and answer of the case is held against it."""
    state = advance("line", line.state, "agree")
    second_person(proposer=line.proposed_by_id, second=member_of(actor).pk)
    for before in models.LineToTake.objects.filter(case=line.case_id, state="in_force").order_by("pk"):
        supersede(before, line, actor=actor, now=now)
    line.state, line.agreed_at, line.agreed_by = state, now, member_of(actor)
    line.save()
    _write("line_agreed", line, actor=actor, now=now)


def supersede(before: models.LineToTake, line: models.LineToTake, *, actor: Actor, now: datetime) -> None:
    """What was in force gives way. Part of agreeing to a new version."""
    before.state = advance("line", before.state, "supersede")
    before.save()
    _write("line_superseded", before, actor=actor, now=now, by=line.version)


@act("statement.approve")
def send_back(actor: Actor, line: models.LineToTake, *, reason: str, now: datetime) -> None:
    """The second person does not agree."""
    line.state, line.reason = advance("line", line.state, "return", reason=reason), reason.strip()
    line.save()
    _write("line_returned", line, actor=actor, now=now, reason=reason)


def in_force(case: models.Case) -> Line | None:
    """The line of the case; of merged cases the one agreed last."""
    row = models.LineToTake.objects.filter(case__in=family(case), state="in_force").order_by("-agreed_at", "-pk").first()
    if row is None:
        return None
    return Line(version=row.version, wording=row.wording, figures=msgspec.convert(row.figures, tuple[Figure, ...]))


def _write(type: str, row: models.LineToTake, *, actor: Actor, now: datetime, **data: object) -> None:
    write(type, actor=actor, now=now, subject=f"line:{row.pk}", case=row.case_id, line=row.pk, version=row.version, **data)
