"""What the body promised in public: by whom, by when, and what became of it. Nobody's name is carried to a public page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import QuerySet

from huiying.store import models


class Kept(StrEnum):
    """How a promise stands for whoever reads it."""

    RUNNING = "running"
    MISSED = "missed"
    RENEWED = "renewed"
    SAID = "said"
    KEPT = "kept"
    LATE = "late"
    CHANGED = "changed"


@dataclass(frozen=True)
class Promise:
    """One commitment. `first_due_at` never moves; `missed` stays true for good once a date has passed."""

    id: int
    case: int
    text: str
    department_zh: str
    department_en: str
    published_at: datetime
    first_due_at: datetime
    due_at: datetime
    missed: bool
    missed_at: datetime | None
    done: str
    verified_at: datetime | None
    reason: str
    kept: Kept


_STATES = {
    "public": Kept.RUNNING,
    "in_progress": Kept.RUNNING,
    "missed": Kept.MISSED,
    "done_claimed": Kept.SAID,
    "changed_public": Kept.CHANGED,
}


def _promise(row: models.Commitment) -> Promise:
    assert row.published_at is not None
    kept = _STATES.get(row.state) or (Kept.LATE if row.missed_at else Kept.KEPT)
    if kept is Kept.RUNNING and row.missed_at:
        kept = Kept.RENEWED
    return Promise(
        id=row.pk,
        case=row.case_id,
        text=row.text,
        department_zh=row.department.name_zh,
        department_en=row.department.name_en,
        published_at=row.published_at,
        first_due_at=row.first_due_at,
        due_at=row.due_at,
        missed=row.missed_at is not None,
        missed_at=row.missed_at,
        done=row.done,
        verified_at=row.verified_at,
        # a reason is public only where a date was changed or will not be kept
        reason=row.reason if row.missed_at else "",
        kept=kept,
    )


def promises(*, start: int = 0, stop: int | None = None) -> list[Promise]:
    """Commitments in public, the newest first; `start` and `stop` cut like a slice."""
    return [_promise(row) for row in _public().order_by("-published_at", "-pk")[start:stop]]


def count() -> int:
    """How many commitments are public."""
    return _public().count()


def promise(number: int) -> Promise | None:
    """One commitment; None where there is none or it is not public."""
    row = _public().filter(pk=number).first()
    return _promise(row) if row is not None else None


def of_case(case: int) -> list[Promise]:
    """What was promised in one matter, the first first."""
    return [_promise(row) for row in _public().filter(case=case).order_by("pk")]


def _public() -> QuerySet[models.Commitment]:
    return models.Commitment.objects.filter(published_at__isnull=False).select_related("department")
