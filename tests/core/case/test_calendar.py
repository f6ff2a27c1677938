"""Working days across weekends, holidays and make-up days."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.case.calendar import WEEKENDS_ONLY, WorkCalendar
from huiying.core.types import Refusal

CHINA = timezone(timedelta(hours=8))
# A made-up holiday from Thursday 1 to Wednesday 7 October 2026; Saturday 10 October is worked instead.
CALENDAR = WorkCalendar(
    zone=CHINA,
    known_until=2026,
    holidays=frozenset(date(2026, 10, day) for day in range(1, 8)),
    workdays=frozenset({date(2026, 10, 10)}),
)


def _end(start: datetime, days: int) -> tuple[date, bool]:
    end, provisional = CALENDAR.after(start, days)
    assert end.astimezone(CHINA).timetz().isoformat() == "23:59:59+08:00"
    return end.astimezone(CHINA).date(), provisional


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 9, 30), True),  # Wednesday
        (date(2026, 10, 1), False),  # holiday on a Thursday
        (date(2026, 10, 10), True),  # make-up Saturday
        (date(2026, 10, 11), False),  # Sunday
        (date(2026, 10, 17), False),  # plain Saturday
    ],
)
def test_which_days_are_worked(day, works):
    assert CALENDAR.works(day) is works


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (datetime(2026, 6, 1, 9, tzinfo=CHINA), 3, date(2026, 6, 4)),  # Monday to Thursday
        (datetime(2026, 6, 5, 17, tzinfo=CHINA), 1, date(2026, 6, 8)),  # Friday to Monday
        (datetime(2026, 6, 6, 9, tzinfo=CHINA), 1, date(2026, 6, 8)),  # from a Saturday
        (datetime(2026, 9, 30, 9, tzinfo=CHINA), 3, date(2026, 10, 10)),  # 8, 9 and the make-up Saturday 10
        (datetime(2026, 9, 30, 9, tzinfo=CHINA), 4, date(2026, 10, 12)),
    ],
)
def test_working_days_skip_what_is_not_worked(start, days, end):
    assert _end(start, days) == (end, False)


def test_the_day_of_the_start_is_the_day_of_the_place():
    # 20:00 UTC on Monday is already Tuesday in the calendar's zone.
    assert _end(datetime(2026, 6, 1, 20, tzinfo=UTC), 1) == (date(2026, 6, 3), False)


def test_beyond_the_announced_year_the_end_is_provisional():
    assert _end(datetime(2026, 12, 30, 9, tzinfo=CHINA), 1) == (date(2026, 12, 31), False)
    assert _end(datetime(2026, 12, 30, 9, tzinfo=CHINA), 2) == (date(2027, 1, 1), True)


def test_a_desk_without_calendar_gets_provisional_ends_only():
    end, provisional = WEEKENDS_ONLY.after(datetime(2026, 6, 5, 9, tzinfo=UTC), 1)
    assert (end, provisional) == (datetime(2026, 6, 8, 23, 59, 59, tzinfo=UTC), True)


def test_a_day_is_not_both():
    with pytest.raises(Refusal, match="2026-10-01 is both"):
        WorkCalendar(zone=UTC, known_until=2026, holidays=frozenset({date(2026, 10, 1)}), workdays=frozenset({date(2026, 10, 1)}))


@given(st.integers(0, 7300), st.integers(1, 25))
def test_the_span_holds_exactly_the_days_asked_for(hours, days):
    start = datetime(2026, 1, 1, tzinfo=CHINA) + timedelta(hours=hours)
    last = _end(start, days)[0]
    span = [start.date() + timedelta(days=n) for n in range(1, (last - start.date()).days + 1)]
    assert sum(CALENDAR.works(day) for day in span) == days
    assert CALENDAR.works(last)
