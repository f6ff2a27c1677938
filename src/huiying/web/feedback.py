"""What members said of a warning, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from huiying.core.review.verdict import Verdict
from huiying.store.models import Feedback, Member, Warning
from huiying.web import words


@dataclass(frozen=True)
class Choice:
    """One button: its value and word, whether it is the member's present word, and how many others say so."""

    verdict: str
    word: str
    mine: bool
    others: int


def feedback(row: Warning, member: Member) -> dict[str, Any]:
    """What desk/_feedback.html shows."""
    last: dict[int, str] = dict(Feedback.objects.filter(warning=row).order_by("id").values_list("member", "verdict"))
    mine = last.pop(member.pk, "")
    choices = [
        Choice(verdict.value, words.word(words.FEEDBACK, verdict), verdict.value == mine, list(last.values()).count(verdict.value))
        for verdict in Verdict
    ]
    return {"feedback": choices, "may_feedback": member.may("warning.acknowledge"), "feedback_any": bool(mine or last)}
