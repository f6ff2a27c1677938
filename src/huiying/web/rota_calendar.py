"""One member's own shifts as iCalendar. No colleague stands in it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from huiying.publish.icalendar import Occasion, calendar
from huiying.publish.syndicate import origin
from huiying.store.models import Member, Shift, Swap
from huiying.web import words

BACK = timedelta(days=30)


def own_shifts(member: Member, now: datetime, *, url: str) -> bytes:
    """The member's shifts of the last month and all to come, with those that were taken off or given away since, marked as off."""
    namespace, _began = origin()
    swaps = list(Swap.objects.filter(Q(asked_by=member) | Q(asked=member), state="agreed").order_by("id"))
    given = {pk for swap in swaps for pk in (swap.shift_id, swap.back_id) if pk is not None}
    rows = Shift.objects.filter(Q(member=member) | Q(pk__in=given), ends_at__gte=now - BACK).order_by("starts_at", "id")
    return calendar(_("Your shifts"), (_occasion(row, member, namespace, url) for row in rows))


def _occasion(row: Shift, member: Member, namespace: uuid.UUID, url: str) -> Occasion:
    off = row.member_id != member.pk or row.cancelled_at is not None
    changes = sorted(_changes(row))
    role = words.word(words.ROLES, row.role)
    return Occasion(
        uid=uuid.uuid5(namespace, f"shift:{row.pk}").urn,
        stamp=changes[-1] if changes else row.made_at,
        sequence=len(changes),
        begins=row.starts_at,
        ends=row.ends_at,
        summary=_("Off: %(role)s") % {"role": role} if off else _("On duty: %(role)s") % {"role": role},
        url=url,
        off=off,
    )


def _changes(row: Shift) -> Iterator[datetime]:
    """When the shift was given to another, taken off or cut short."""
    swaps = Swap.objects.filter(Q(shift=row) | Q(back=row), state="agreed")
    yield from (swap.answered_at for swap in swaps if swap.answered_at is not None)
    if row.reason:
        yield row.cancelled_at or row.ends_at
