"""A small record to review: entries on a chain, given as minutes after eight."""

from datetime import UTC, datetime, timedelta

from huiying.core.record import entry
from huiying.core.types import Event

EIGHT = datetime(2026, 6, 1, 8, tzinfo=UTC)


def record(*acts: tuple[float, str, str, dict[str, object]]) -> list[Event]:
    """Events from (minute, type, subject, data)."""
    events: list[Event] = []
    for minute, type_, subject, data in acts:
        previous = events[-1] if events else None
        at = EIGHT + timedelta(minutes=minute)
        events.append(entry(previous=previous, at=at, actor_kind="staff", actor="wang", type=type_, subject=subject, data=data))
    return events
