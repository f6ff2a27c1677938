"""What the public contested or wanted corrected, as everybody may see it: how many, how decided, why refused; never what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from huiying.core.clean.redact import redact
from huiying.store import models

STATES = ("received", "weighed", "accepted", "refused")
KINDS = {"C": models.Contest, "R": models.CorrectionRequest}
SHOWN = 200


@dataclass(frozen=True)
class Asked:
    """One contest (number C…) or request for a correction (R…): when it came, how it stands, when and why it was decided."""

    number: str
    contest: bool
    state: str
    received_at: datetime
    due_at: datetime
    decided_at: datetime | None
    reason: str


def receipt(row: models.Contest | models.CorrectionRequest) -> str:
    """The number that whoever asked is given."""
    return f"{'C' if isinstance(row, models.Contest) else 'R'}{row.pk}"


def _asked(row: models.Contest | models.CorrectionRequest) -> Asked:
    return Asked(
        number=receipt(row),
        contest=isinstance(row, models.Contest),
        state=row.state,
        received_at=row.received_at,
        due_at=row.due_at,
        decided_at=row.decided_at,
        # whoever decides is asked to name nobody; what slips in is masked
        reason=redact(row.reason).text if row.state == "refused" else "",
    )


def find(number: str) -> Asked | None:
    """What a receipt stands for; None for a number that nobody was given."""
    kind, digits = KINDS.get(number[:1].upper()), number[1:]
    if kind is None or not (digits.isascii() and digits.isdigit() and len(digits) < 16):
        return None
    row = kind._default_manager.filter(pk=int(digits)).first()
    return _asked(row) if isinstance(row, (models.Contest, models.CorrectionRequest)) else None


def counts() -> dict[str, dict[str, int]]:
    """By kind (contest, correction) and state, how many there have been; drills are not counted."""
    contests, wanted = models.Contest.objects.filter(case__drill=False), models.CorrectionRequest.objects.all()
    return {
        "contest": {state: contests.filter(state=state).count() for state in STATES},
        "correction": {state: wanted.filter(state=state).count() for state in STATES},
    }


def refused() -> list[Asked]:
    """The refused ones with their reasons, the newest first."""
    rows: list[models.Contest | models.CorrectionRequest] = [
        *models.Contest.objects.filter(state="refused", case__drill=False).order_by("-decided_at")[:SHOWN],
        *models.CorrectionRequest.objects.filter(state="refused").order_by("-decided_at")[:SHOWN],
    ]
    rows.sort(key=lambda row: (row.decided_at or row.received_at, row.pk), reverse=True)
    return [_asked(row) for row in rows[:SHOWN]]
