"""Press conferences that everybody may come to or follow: announced by two people, and those called off after that."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext

from huiying.publish.icalendar import Occasion, calendar
from huiying.publish.syndicate import origin
from huiying.store import models

CALLED_OFF_FOR = timedelta(days=1)  # whoever meant to come still finds it after its time
IN_CALENDAR_FOR = timedelta(days=30)  # a calendar program that asks seldom still hears that one was called off
_PUBLIC = ("announced", "cancelled", "held", "followed_up")


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


def as_calendar(now: datetime, *, body: str, host: str) -> bytes:
    """What was announced, as iCalendar in the present language: those to come, and those of the last month with what became of them.

    `host` is the public address without a slash at its end. Nothing of an announced one changes but that it is called off.
    """
    rows = models.Conference.objects.filter(case__drill=False, announced_at__isnull=False, state__in=_PUBLIC)
    found = list(rows.filter(at__gte=now - IN_CALENDAR_FOR).order_by("at", "id"))
    called_off, (namespace, _) = _called_off(found), origin()
    occasions = [
        Occasion(
            uid=uuid.uuid5(namespace, f"conference:{row.pk}").urn,
            stamp=called_off.get(row.pk, row.announced_at or row.at),
            sequence=int(row.state == "cancelled"),
            begins=row.at,
            summary=gettext("Called off: %(subject)s") % {"subject": row.subject} if row.state == "cancelled" else row.subject,
            place=row.place,
            url=f"{host}/",
            off=row.state == "cancelled",
        )
        for row in found
    ]
    return calendar(gettext("Press conferences of %(body)s") % {"body": body}, occasions)


def _called_off(rows: list[models.Conference]) -> dict[int, datetime]:
    """When those that are off were called off: the record says it."""
    subjects = {f"conference:{row.pk}": row.pk for row in rows if row.state == "cancelled"}
    entries = models.Entry.objects.filter(subject__in=subjects, type="conference_cancelled").order_by("id")
    return {subjects[entry.subject]: datetime.fromisoformat(entry.at) for entry in entries}
