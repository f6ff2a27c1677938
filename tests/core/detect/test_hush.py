"""Silence as a signal."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.detect.hush import Hush, HushState
from huiying.core.detect.profile import HOUR

# a Monday, midnight
START = 1_780_272_000.0
DAY = 24 * HOUR


def office(days: int) -> list[float]:
    """Something every hour and a half from 8 to 18, nothing at night, nothing at weekends."""
    return [START + day * DAY + (8 + 1.5 * turn) * HOUR for day in range(days) if day % 7 < 5 for turn in range(7)]


def listened(times: list[float]) -> Hush:
    hush = Hush()
    for at in times:
        hush.heard(at)
    return hush


def noticed_after(hush: Hush, limit: float = 30 * DAY) -> float | None:
    """Hours of silence until it is noticed."""
    for step in range(int(limit // HOUR)):
        found = hush.silence(hush.last + step * HOUR)
        if found and found.silent:
            return step
    return None


def test_a_night_and_a_weekend_are_no_silence() -> None:
    hush = Hush()
    for day in range(60):
        if day % 7 < 5:
            for turn in range(7):
                at = START + day * DAY + (8 + 1.5 * turn) * HOUR
                if day > 14:
                    for hour in range(int((at - hush.last) // HOUR) + 1):
                        found = hush.silence(hush.last + hour * HOUR)
                        assert found is not None and not found.silent
                hush.heard(at)


def test_a_source_that_stops_is_noticed_within_days_and_not_at_once() -> None:
    after = noticed_after(listened(office(40)))
    assert after is not None
    assert 24 < after < 24 * 5


def test_what_speaks_day_and_night_is_missed_sooner() -> None:
    after = noticed_after(listened([START + hour * HOUR for hour in range(24 * 20)]))
    assert after is not None
    assert 6 <= after <= 12


def test_it_says_since_when_how_often_it_spoke_and_how_rare_that_is() -> None:
    hush = listened([START + 2 * hour * HOUR for hour in range(24 * 20)])
    found = hush.silence(hush.last + 2 * DAY)
    assert found is not None and found.silent
    assert found.since == hush.last
    assert 1.5 < found.usual_hours < 2.5
    assert found.once_in_weeks > 1000


def test_too_little_is_known_of_the_new_and_of_the_rare() -> None:
    assert listened([]).silence(START) is None
    assert listened([START + hour * HOUR for hour in range(100)]).silence(START + 40 * DAY) is None
    assert listened([START + 3 * day * DAY for day in range(15)]).silence(START + 200 * DAY) is None


def test_a_burst_of_items_is_one_voice() -> None:
    assert listened([START + 20 * DAY + second for second in range(500)]).silence(START + 90 * DAY) is None


def test_who_is_often_silent_for_long_is_not_missed_for_as_long() -> None:
    times = [START + week * 7 * DAY + hour * HOUR for week in range(12) for hour in range(30)]
    after = noticed_after(listened(times))
    assert after is None or after > 5 * 24


gaps = st.lists(st.floats(60.0, 30 * HOUR), min_size=1, max_size=150)


@given(gaps, st.integers(0, 150), st.floats(0.0, 60 * DAY))
@settings(max_examples=40, deadline=None)
def test_a_restart_changes_nothing_and_listening_asks_nothing_of_the_future(gaps: list[float], cut: int, later: float) -> None:
    times, at = [], START
    for gap in gaps:
        at += gap
        times.append(at)
    first = listened(times[:cut])
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(first.state()), type=HushState)
    second, whole = Hush(state=kept), listened(times)
    for at in times[cut:]:
        second.heard(at)
    assert second.silence(times[-1] + later) == whole.silence(times[-1] + later)
    assert msgspec.msgpack.encode(second.state()) == msgspec.msgpack.encode(whole.state())


@given(gaps)
@settings(max_examples=30, deadline=None)
def test_a_longer_silence_is_never_less_rare(gaps: list[float]) -> None:
    times, at = [], START
    for gap in gaps:
        at += gap
        times.append(at)
    hush = listened(times)
    found = [hush.silence(times[-1] + hours * HOUR) for hours in range(0, 400, 7)]
    rare = [one.once_in_weeks for one in found if one is not None]
    assert rare == sorted(rare)
