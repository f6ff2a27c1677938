"""What a person says a warning was worth."""

from __future__ import annotations

from datetime import datetime

from huiying.actions.actor import Actor
from huiying.actions.recording import act, member_of, write
from huiying.core.review.verdict import Verdict
from huiying.core.types import Refusal
from huiying.store import models


@act("warning.acknowledge")
def give_feedback(actor: Actor, warning: models.Warning, *, verdict: str, now: datetime) -> models.Feedback:
    """One word about a warning. It may be given again; the last of each member counts, and all stay on the record."""
    if verdict not in set(Verdict):
        raise Refusal("Feedback is useful, late, wrong or duplicate.")
    member = member_of(actor)
    last = models.Feedback.objects.filter(warning=warning, member=member).order_by("-id").first()
    if last is not None and last.verdict == verdict:
        return last
    row = models.Feedback.objects.create(warning=warning, member=member, verdict=verdict, at=now)
    before = last.verdict if last else ""
    write(
        "warning_feedback",
        actor=actor,
        now=now,
        subject=f"warning:{warning.pk}",
        verdict=verdict,
        before=before,
        level=warning.level,
        strategy=warning.strategy,
    )
    return row
