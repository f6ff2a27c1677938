"""About how many items went by unread."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from huiying.core.collect.loss import lost
from huiying.core.collect.moves import host_of, settled

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
HOURLY = [NOW - timedelta(hours=ago) for ago in range(10)]
OLDEST = HOURLY[-1]


@pytest.mark.parametrize(
    ("entries", "known", "before", "expected"),
    [
        (10, 1, OLDEST - timedelta(days=2), 0),  # the list still shows what was known
        (10, 0, None, 0),  # the first reading
        (4, 0, OLDEST - timedelta(days=2), 0),  # a list too short to say
        (10, 0, OLDEST - timedelta(hours=11), 10),
        (10, 0, OLDEST - timedelta(minutes=5), 1),  # all new: one at least
        (10, 0, OLDEST + timedelta(minutes=5), 0),  # old items under new names
    ],
)
def test_what_a_list_forgot(entries: int, known: int, before: datetime | None, expected: int) -> None:
    assert lost(HOURLY, entries=entries, known=known, before=before) == expected


def test_without_dates_it_is_one_at_least() -> None:
    assert lost([], entries=10, known=0, before=OLDEST) == 1
    assert lost([NOW] * 10, entries=10, known=0, before=OLDEST) == 1


def move(**changes: object) -> bool:
    told = {"old": "http://a.example/f", "new": "https://b.example/f", "times": 5, "since": NOW - timedelta(days=3), "now": NOW}
    return settled(**{**told, **changes})


def test_a_move_counts_after_five_answers_over_three_days() -> None:
    assert move()
    assert not move(times=4) and not move(since=NOW - timedelta(days=2)) and not move(since=None)
    assert not move(new="") and not move(new="http://a.example/f")


def test_nobody_is_led_from_a_secure_address_to_an_open_one() -> None:
    assert not move(old="https://a.example/f", new="http://a.example/f2")


def test_hosts() -> None:
    assert host_of("https://User:pw@News.Example.:8443/feed") == "news.example"
    assert host_of("http://[::1]:80/") == "::1"
    assert host_of("nonsense") == host_of("http://[bad/") == ""
