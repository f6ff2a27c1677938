"""Press conferences that everybody may come to or follow: announced by two people, and those called off after that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from huiying.store import models

CALLED_OFF_FOR = timedelta(days=1)  # whoever meant to come still finds it after its time


@dataclass(frozen=True)
class Announcement:
    """One press conference: what about, where and when (aware). Why it is off is not here: one person alone publishes no words."""

    id: int
    subject: str
    place: str
    at: datetime
    called_off: bool


def announced(now: datetime) -> list[Announcement]:
    """Those to come and those just called off, the next one first. A drill is never among them."""
    rows = models.Conference.objects.filter(case__drill=False, announced_at__isnull=False).order_by("at", "id")
    standing = rows.filter(state="announced")
    off = rows.filter(state="cancelled", at__gte=now - CALLED_OFF_FOR)
    return [
        Announcement(row.pk, row.subject, row.place, row.at, row.state == "cancelled")
        for row in sorted([*standing, *off], key=lambda row: (row.at, row.pk))
    ]
