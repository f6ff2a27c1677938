"""Quiet hours: blue and yellow wait until morning. Orange and red never do."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta, tzinfo

import msgspec

from huiying.core.types import Level, Refusal

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


class QuietHours(msgspec.Struct, frozen=True):
    """From `begin` until just before `end` by the desk's own clock, across midnight where `end` is the earlier of the two."""

    begin: time
    end: time

    def contain(self, local: time) -> bool:
        """Whether this time of day is quiet."""
        if self.begin < self.end:
            return self.begin <= local < self.end
        return local >= self.begin or local < self.end


def read_clock(text: str) -> time:
    """A time of day like 07:30. Raises Refusal where it is none."""
    found = _CLOCK.fullmatch(text.strip().replace("：", ":"))
    if found is None:
        raise Refusal("%(text)s is not a time of day. Write it like 07:30.", text=text.strip()[:40])
    return time(int(found[1]), int(found[2]))


def read_hours(begin: str, end: str) -> QuietHours | None:
    """Quiet hours from two times of day; None where both are empty. Refuses one without the other, and a whole day of quiet."""
    if not begin.strip() and not end.strip():
        return None
    if not begin.strip() or not end.strip():
        raise Refusal("Quiet hours need a beginning and an end. Leave both empty for none.")
    hours = QuietHours(read_clock(begin), read_clock(end))
    if hours.begin == hours.end:
        raise Refusal("Quiet hours cannot last the whole day. Choose an end that differs from the beginning.")
    return hours


def at_local(day: datetime, clock: time, zone: tzinfo) -> tuple[datetime, datetime]:
    """The moments, in UTC, when the clock of the zone shows `clock` on the day of `day`: two where the hour is lived twice, else equal."""
    first, second = (datetime.combine(day.date(), clock.replace(fold=fold), tzinfo=zone).astimezone(UTC) for fold in (0, 1))
    return first, second


def released(level: Level, at: datetime, hours: QuietHours | None, zone: tzinfo) -> datetime:
    """When a warning of this level may first leave the house: at once, or for blue and yellow when the quiet hours around `at` end."""
    if hours is None or level.rank >= Level.ORANGE.rank:
        return at
    local = at.astimezone(zone)
    if not hours.contain(local.time()):
        return at
    ends = [end for days in (0, 1) for end in at_local(local + timedelta(days=days), hours.end, zone)]
    return min((end for end in ends if end > at), default=at)
