"""Who is on duty and who holds the desk, as the core reads them. No decision is taken here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from huiying.core.case import rota
from huiying.core.roles import Role
from huiying.store import models


def shift_of(row: models.Shift) -> rota.Shift:
    """A shift without its names."""
    return rota.Shift(id=row.pk, role=row.role, member=row.member_id, starts_at=row.starts_at, ends_at=row.ends_at)


def shifts(start: datetime, end: datetime) -> list[models.Shift]:
    """The shifts of the rota that touch this time, in order."""
    rows = models.Shift.objects.filter(cancelled_at=None, starts_at__lt=end, ends_at__gt=start, member__is_active=True)
    return list(rows.select_related("member").order_by("starts_at", "id"))


def on_now(now: datetime, roles: Iterable[Role] | None = None) -> list[models.Shift]:
    """The shifts that are on."""
    rows = models.Shift.objects.filter(cancelled_at=None, starts_at__lte=now, ends_at__gt=now, member__is_active=True)
    if roles is not None:
        rows = rows.filter(role__in=[role.value for role in roles])
    return list(rows.select_related("member").order_by("role", "starts_at", "id"))


def waiting() -> models.Handover | None:
    """The handover that nobody has taken yet."""
    return models.Handover.objects.filter(waits=True).select_related("by").first()


def taken() -> models.Handover | None:
    """The last handover that was taken."""
    return models.Handover.objects.filter(taken_at__isnull=False).select_related("by", "taken_by").order_by("-taken_at", "-id").first()


def responsible() -> models.Member | None:
    """Who holds the desk: the last to have taken it, also while a handover of theirs waits. None before anybody did."""
    last = taken()
    return last.taken_by if last is not None and last.taken_by is not None and last.taken_by.is_active else None


def ringing_first(now: datetime, roles: frozenset[Role]) -> list[int]:
    """The members whom a warning rings first: on duty in one of these roles, and whoever holds the desk until another took it over."""
    found = [row.member_id for row in on_now(now, roles)]
    holder = responsible() if Role.DUTY in roles else None
    if holder is not None and not holder.role_set.isdisjoint(roles):
        found.append(holder.pk)
    return found
