"""When a warning is not said again beside a graver one, and when it is (inhibit and repeat: the words of Prometheus Alertmanager)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from huiying.core.types import Level

INHIBIT_HOURS = 12.0

# Minutes from raising to the first, second, ... repeat; afterwards the last gap doubles, up to a day.
_REPEATS = {
    Level.BLUE: (240, 720),
    Level.YELLOW: (60, 180, 420),
    Level.ORANGE: (15, 45, 105),
    Level.RED: (5, 15, 35),
}
_LONGEST_GAP = 24 * 60


class Raised(msgspec.Struct, frozen=True, kw_only=True):
    """What muting looks at in a warning."""

    story: str
    level: Level
    at: datetime
    place: str = ""
    topics: tuple[str, ...] = ()


def inhibited_by(warning: Raised, others: Iterable[Raised], open_cases: Iterable[str]) -> str | None:
    """Why the warning need not sound: "case" where its story has an open case, else the story of a higher warning of the same place and a
    common topic within the 12 hours before; None where nothing speaks for it."""
    if warning.story in open_cases:
        return "case"
    higher = [
        other.story
        for other in others
        if other.story != warning.story
        and other.level.rank > warning.level.rank
        and timedelta(0) <= warning.at - other.at <= timedelta(hours=INHIBIT_HOURS)
        and other.place == warning.place != ""
        and not set(other.topics).isdisjoint(warning.topics)
    ]
    return min(higher, default=None)


def next_repeat(level: Level, raised_at: datetime, repeats: int) -> datetime:
    """When an unacknowledged warning that was repeated so many times is repeated next."""
    minutes = _REPEATS[level]
    if repeats < len(minutes):
        return raised_at + timedelta(minutes=minutes[repeats])
    after, gap = minutes[-1], minutes[-1] - minutes[-2]
    doublings = repeats - len(minutes) + 1
    # From here on every gap is the longest, so a long wait is a sum and not a walk.
    while doublings > 0 and gap < _LONGEST_GAP:
        gap = min(_LONGEST_GAP, gap * 2)
        after += gap
        doublings -= 1
    return raised_at + timedelta(minutes=after + doublings * _LONGEST_GAP)
