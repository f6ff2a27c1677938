"""The desk's own time zone: every time on a page is shown in it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from huiying.core.types import Refusal
from huiying.store.models import Desk


def desk_zone() -> ZoneInfo:
    """The zone of the desk; UTC before the desk is set up."""
    desk = Desk.objects.first()
    return ZoneInfo(desk.zone if desk else "UTC")


def read_local(text: str, zone: ZoneInfo) -> datetime | None:
    """A time typed in the desk's zone ("2026-11-23T18:30"), as aware UTC; None where nothing was typed."""
    text = text.strip().replace("：", ":")
    if not text:
        return None
    try:
        typed = datetime.fromisoformat(text)
        return (typed if typed.tzinfo else typed.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Refusal("%(text)s is not a time. Write it like 2026-11-23 18:30.", text=text) from error


def write_local(at: datetime | None, zone: ZoneInfo) -> str:
    """A time as a form field shows it."""
    return at.astimezone(zone).strftime("%Y-%m-%dT%H:%M") if at else ""
