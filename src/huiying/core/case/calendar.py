"""Working days of one place: weekends, holidays and the make-up workdays that Chinese calendars put on weekends."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

import msgspec

from huiying.core.types import Refusal

_SATURDAY = 5


class Kind(StrEnum):
    """Which calendar a desk goes by: that of mainland China, or one of its own that knows weekends and what was entered."""

    CHINA = "cn"
    OWN = "own"


_CHINESE_ZONES = frozenset({"Asia/Shanghai", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "Asia/Urumqi", "Asia/Kashgar", "PRC"})


def kind_for(zone: str) -> Kind:
    """The calendar that a new desk in this time zone begins with; a person may choose the other."""
    return Kind.CHINA if zone in _CHINESE_ZONES else Kind.OWN


class Day(msgspec.Struct, frozen=True):
    """One day that is not what its weekday says, or was entered all the same: worked or free, and what it is called."""

    day: date
    works: bool
    name: str = ""


class Year(msgspec.Struct, frozen=True):
    """The days of one announced year and where they were announced."""

    year: int
    source: str
    days: tuple[Day, ...] = ()


class WorkCalendar(msgspec.Struct, frozen=True, kw_only=True):
    """Which days are worked. `known_until` is the last year officially announced; later days follow weekends only and are a guess."""

    zone: tzinfo
    known_until: int
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        both = self.holidays & self.workdays
        if both:
            raise Refusal("%(day)s is both a holiday and a workday. Keep one of the two.", day=min(both).isoformat())

    def works(self, day: date) -> bool:
        """Whether people work on this day."""
        if day in self.workdays:
            return True
        return day not in self.holidays and day.weekday() < _SATURDAY

    def after(self, start: datetime, days: int) -> tuple[datetime, bool]:
        """The end of the last of `days` working days after `start`, as an aware time of this zone, and whether it is provisional.

        The day of `start` does not count and the last day ends at midnight (民法典 arts. 201 and 203); the second given is the
        last one of that day. Provisional means that a day after `known_until` was counted.
        """
        day, left = start.astimezone(self.zone).date(), days
        while left > 0:
            day += timedelta(days=1)
            left -= self.works(day)
        return datetime.combine(day, time(23, 59, 59), tzinfo=self.zone), day.year > self.known_until


def compose(zone: tzinfo, years: Iterable[Year]) -> WorkCalendar:
    """One calendar from announced years. It is known until the last year before the first gap: behind one nothing is certain."""
    rows = sorted(years, key=lambda row: row.year)
    until = rows[0].year if rows else 0
    for row in rows:
        until = row.year if row.year == until + 1 else until
    days = [day for row in rows for day in row.days]
    return WorkCalendar(
        zone=zone,
        known_until=until,
        holidays=frozenset(day.day for day in days if not day.works),
        workdays=frozenset(day.day for day in days if day.works),
    )


WEEKENDS_ONLY = WorkCalendar(zone=UTC, known_until=0)
"""For a desk that has entered no calendar yet: knows no holiday, so every time it gives is provisional."""
