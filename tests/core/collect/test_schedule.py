"""When to look again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.collect.schedule import JITTER, LONGEST, next_due, parse_retry_after

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
TEN = timedelta(minutes=10)


def wait(**options: object) -> timedelta:
    return next_due(**{"now": NOW, "interval": TEN, "outcome": "changed", "failures": 0, "source": "s", **options}) - NOW


def about(expected: timedelta, found: timedelta) -> bool:
    return expected <= found <= expected * (1 + JITTER)


def test_the_longest_request_counts() -> None:
    assert about(TEN, wait())
    assert about(timedelta(hours=1), wait(ttl=timedelta(hours=1), max_age=timedelta(minutes=30)))
    assert about(timedelta(hours=2), wait(retry_after=timedelta(hours=2), ttl=timedelta(hours=1)))
    assert about(TEN, wait(max_age=timedelta(0)))


@pytest.mark.parametrize(("failures", "factor"), [(0, 1), (1, 2), (3, 8), (6, 64), (60, 64)])
def test_failures_double_the_wait_up_to_six_times(failures: int, factor: int) -> None:
    assert about(TEN * factor, wait(outcome="failed", failures=failures))


def test_success_forgets_failures() -> None:
    assert about(TEN, wait(outcome="unchanged", failures=9))


def test_no_wait_is_longer_than_a_day_unless_the_desk_says_so() -> None:
    assert about(LONGEST, wait(retry_after=timedelta(days=30)))
    assert about(timedelta(days=7), wait(interval=timedelta(days=7), outcome="failed", failures=6))


def test_the_same_question_has_the_same_answer_and_sources_differ() -> None:
    assert wait() == wait()
    assert len({wait(source=f"s{number}") for number in range(50)}) == 50
    assert wait() != next_due(now=NOW + timedelta(hours=1), interval=TEN, outcome="changed", failures=0, source="s") - NOW - timedelta(
        hours=1
    )


@given(
    st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=3)),
    st.sampled_from(["changed", "unchanged", "failed", "refused"]),
    st.integers(0, 100),
    st.none() | st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=400)),
)
def test_never_sooner_than_the_interval_never_later_than_the_cap(
    interval: timedelta, outcome: str, failures: int, asked: timedelta | None
) -> None:
    found = wait(interval=interval, outcome=outcome, failures=failures, retry_after=asked)
    assert interval <= found <= max(LONGEST, interval) * (1 + JITTER) + timedelta(microseconds=1)
    if asked is not None:
        assert found >= min(asked, LONGEST)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("120", timedelta(seconds=120)),
        (" 0 ", timedelta(0)),
        ("Mon, 23 Nov 2026 04:02:00 GMT", timedelta(minutes=2)),
        ("Mon, 23 Nov 2026 03:00:00 GMT", timedelta(0)),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("１２", None),
        ("9" * 40, timedelta(seconds=10**9)),
    ],
)
def test_retry_after(value: str, expected: timedelta | None) -> None:
    assert parse_retry_after(value, NOW) == expected
