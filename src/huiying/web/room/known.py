"""What is known in a case, what is not, and what is being checked: read from its claims alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from huiying.store.models import Claim


@dataclass(frozen=True)
class Known:
    """The claims of a case by how far they have been checked."""

    known: tuple[Claim, ...]
    checking: tuple[Claim, ...]
    unknown: tuple[Claim, ...]


def of_claims(claims: Iterable[Claim]) -> Known:
    """Known is what two people have settled; what cannot be verified, and what nobody has taken up, is not known."""
    rows = list(claims)
    return Known(
        known=tuple(row for row in rows if row.state in ("true", "partly_true", "false")),
        checking=tuple(row for row in rows if row.state in ("checking", "proposed")),
        unknown=tuple(row for row in rows if row.state in ("unassessed", "unverifiable")),
    )
