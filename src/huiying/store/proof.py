"""The part of the record that a proof is counted from. No decision is taken here."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q

from huiying.core.record import stamp
from huiying.core.review.calls import TYPES
from huiying.core.review.proof import Proof, prove
from huiying.core.types import Refusal
from huiying.store.convert import event_of
from huiying.store.models import Entry

AROUND = timedelta(days=7)
"""Stories of a period may have begun before it and peak after it."""


def month_of(text: str, zone: ZoneInfo, now: datetime) -> tuple[datetime, datetime]:
    """The first moment of a month like 2026-11 in the desk's zone and the first after it, or now while it runs. Empty: this month."""
    local = now.astimezone(zone)
    try:
        first = datetime.strptime(text, "%Y-%m").replace(tzinfo=zone) if text else local.replace(day=1)
        first = first.replace(hour=0, minute=0, second=0, microsecond=0)
        if not 2000 <= first.year < 2200:
            raise ValueError(text)
    except ValueError as error:
        raise Refusal('"%(text)s" is not a month; write one like 2026-11.', text=text[:20]) from error
    if first > local:
        raise Refusal("%(month)s has not begun yet.", month=text)
    following = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    # in UTC: lengths of time in a zone leap twice a year
    return first.astimezone(UTC), min(following, local).astimezone(UTC)


def proof_of(start: datetime, end: datetime) -> Proof:
    """The proof of a period. Of intakes only those around it are read: a source's items are counted there."""
    near = Q(at__gte=stamp(start - AROUND), at__lt=stamp(end + AROUND))
    rows = Entry.objects.filter(Q(type__in=TYPES - {"items_collected"}) | Q(type="items_collected") & near).order_by("id")
    return prove((event_of(row) for row in rows.iterator(chunk_size=2000)), start, end)
