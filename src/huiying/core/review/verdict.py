"""What people said a warning was worth, and what their words together say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum


class Verdict(StrEnum):
    """One word about one warning."""

    USEFUL = "useful"
    LATE = "late"
    WRONG = "wrong"
    DUPLICATE = "duplicate"


def together(verdicts: Iterable[Verdict]) -> Verdict | None:
    """What most said, each member's last word counted once. Of the same number the one less kind to the detector holds; None of none."""
    counts = Counter(verdicts)
    order = (Verdict.WRONG, Verdict.DUPLICATE, Verdict.LATE, Verdict.USEFUL)
    return max((verdict for verdict in order if counts[verdict]), key=lambda verdict: counts[verdict], default=None)
