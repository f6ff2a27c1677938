"""Shifts, gaps and overlaps, and whom a warning rings first."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.case.rota import Shift, check, clash, gaps, on_duty, overlaps, rings_first, stretches
from huiying.core.types import Refusal

T0 = datetime(2026, 6, 1, tzinfo=UTC)
WEEK = T0 + timedelta(days=7)
HOUR = timedelta(hours=1)


def shift(number: int, start: float, length: float, member: int = 1, role: str = "duty") -> Shift:
    return Shift(id=number, role=role, member=member, starts_at=T0 + start * HOUR, ends_at=T0 + (start + length) * HOUR)


SHIFTS = st.lists(st.tuples(st.integers(-40, 200), st.integers(1, 48), st.sampled_from(["duty", "duty_lead"])), max_size=12).map(
    lambda rows: [shift(number, start, length, number, role) for number, (start, length, role) in enumerate(rows)]
)


def test_a_week_with_a_gap_and_an_overlap() -> None:
    rows = [shift(1, 0, 12), shift(2, 10, 14, 2), shift(3, 30, 200, 3), shift(4, 0, 168, 4, "duty_lead")]
    assert [(one.starts_at - T0, one.ends_at - T0) for one in gaps(rows, "duty", T0, WEEK)] == [(24 * HOUR, 30 * HOUR)]
    assert [one.shifts for one in overlaps(rows, "duty", T0, WEEK)] == [(1, 2)]
    assert gaps(rows, "duty_lead", T0, WEEK) == ()
    assert [one.id for one in on_duty(rows, "duty", T0 + 11 * HOUR)] == [1, 2]
    assert on_duty(rows, "duty", T0 + 24 * HOUR) == (), "a shift is over at its end"


@given(SHIFTS)
def test_stretches_cover_the_week_without_hole_and_say_who_is_on(rows: list[Shift]) -> None:
    found = stretches(rows, "duty", T0, WEEK)
    assert found[0].starts_at == T0 and found[-1].ends_at == WEEK
    for one, other in pairwise(found):
        assert one.ends_at == other.starts_at and one.shifts != other.shifts
    for one in found:
        for at in (one.starts_at, one.starts_at + (one.ends_at - one.starts_at) / 2):
            assert sorted(row.id for row in on_duty(rows, "duty", at)) == list(one.shifts)
    assert set(gaps(rows, "duty", T0, WEEK)).isdisjoint(overlaps(rows, "duty", T0, WEEK))


def test_nobody_is_on_twice_in_one_role() -> None:
    rows = [shift(1, 0, 12)]
    assert clash(rows, shift(0, 11, 2)) is rows[0]
    assert clash(rows, shift(0, 12, 2)) is None and clash(rows, shift(0, 3, 2, member=2)) is None
    assert clash(rows, shift(0, 3, 2, role="duty_lead")) is None and clash(rows, shift(1, 3, 2)) is None


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [(2, 2, "ends after"), (2, 2.1, "15 minutes"), (2, 200, "7 days"), (-5, -1, "over already"), (9700, 9701, "400 days")],
)
def test_a_shift_has_a_sensible_length_and_lies_ahead(start: float, end: float, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        check(T0 + start * HOUR, T0 + end * HOUR, T0)


def test_those_on_duty_hear_of_it_first() -> None:
    assert rings_first(1, [1, 2], again=False) and not rings_first(3, [1, 2], again=False)
    assert rings_first(3, [1, 2], again=True) and rings_first(3, [], again=False)
