"""Reading what a case still owes, and its clocks. No decision is taken here."""

from __future__ import annotations

from collections.abc import Iterable

from huiying.core.case.duties import Clocks
from huiying.core.case.gates import Standing, binds
from huiying.store import models

CLOCKS = {
    "event_known": "event_known_at",
    "first_public": "first_public_at",
    "detected": "detected_at",
    "told_by_superior": "told_at",
}
"""The clocks of a case and the columns that keep them."""


def clocks_of(case: models.Case) -> Clocks:
    """The four clocks of a case."""
    return Clocks(**{name: getattr(case, column) for name, column in CLOCKS.items()})


def put_clocks(case: models.Case, clocks: Clocks) -> None:
    """Write the clocks into the row; saving is the caller's."""
    for name, column in CLOCKS.items():
        setattr(case, column, getattr(clocks, name))


def family(case: models.Case) -> list[int]:
    """This case and all that were merged into it, however many steps."""
    found, fresh = [case.pk], [case.pk]
    while fresh:
        fresh = list(models.Case.objects.filter(merged_into__in=fresh).order_by("pk").values_list("pk", flat=True))
        found += fresh
    return found


def whole_of(case: models.Case) -> models.Case:
    """The case that goes on: itself, or the one that it was merged into, however many steps."""
    while case.merged_into is not None:
        case = case.merged_into
    return case


def standing_of(case: models.Case) -> Standing:
    """What the case still owes, together with those merged into it."""
    cases = family(case)
    owed = [claim.text for claim in models.Claim.objects.filter(case__in=cases, about_us=True).order_by("pk") if owes(claim, case.drill)]
    concerns = models.Concern.objects.filter(case__in=cases).exclude(state="disposed").count()
    return Standing(open_concerns=concerns, owed=tuple(owed))


def owes(claim: models.Claim, drill: bool) -> bool:
    """Whether a claim still needs a commitment or a signed reason."""
    states = _values(claim.commitments.order_by("pk").values_list("state", flat=True))
    return binds(state=claim.state, about_us=claim.about_us, commitments=states, waived=claim.waived_by_id is not None, drill=drill)


def concerned(claim: models.Claim) -> int | None:
    """The department that a claim concerns: the one it speaks against, or the case's lead where it is about us and names none."""
    return claim.accused_id or (claim.case.department_id if claim.about_us else None)


def spoke(case: models.Case) -> bool:
    """Whether a statement of the case is public and stands."""
    return models.Statement.objects.filter(case__in=family(case), revisions__isnull=False).exclude(state="withdrawn").exists()


def _values(rows: Iterable[str]) -> list[str]:
    return list(rows)
