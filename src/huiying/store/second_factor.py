"""Who must sign in with a second factor, and who has one."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from huiying.core.account import needs_second_factor
from huiying.store.models import Desk, Factor, Member

STRONG = ("app", "passkey")
# in a session: that it was begun, or carried on, with a second factor
STRONG_SESSION = "second_factor"


def required_from(member: Member) -> date | None:
    """The day from which this member needs a second factor; None where none is set for any of their roles."""
    desk = Desk.objects.first()
    if desk is None or desk.second_factor_from is None or not set(member.roles) & set(desk.second_factor):
        return None
    return desk.second_factor_from


def must_have_one(member: Member, now: datetime) -> bool:
    """Whether this member may work only with a second factor. In the demonstration nobody has a device."""
    if settings.DEMO:
        return False
    desk = Desk.objects.first()
    if desk is None:
        return False
    today = now.astimezone(ZoneInfo(desk.zone)).date()
    return needs_second_factor(member.roles, desk.second_factor, desk.second_factor_from, today)


def has_one(member: Member) -> bool:
    """Whether the member has an app or a passkey; recovery codes alone are none."""
    return Factor.objects.filter(member=member, kind__in=STRONG).exists()
