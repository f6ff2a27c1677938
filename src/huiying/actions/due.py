"""What the timer does by itself to cases and their parts: it passes up, marks as missed and goes on to the review; it never decides."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from huiying.actions import commitment, instruction, settling, task


def pass_on(now: datetime) -> int:
    """Everything whose time has come. Returns how many things moved."""
    with transaction.atomic():
        return sum(
            (
                task.auto_escalate(now),
                commitment.auto_overdue(now),
                instruction.auto_overdue(now),
                settling.quiet_period_over(now),
            )
        )
