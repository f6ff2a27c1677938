"""Surges of a dense series."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.detect.profile import HOUR
from huiying.core.detect.volume import DAY, Volume, VolumeConfig, VolumeState

# a Monday, midnight
START = 1_780_272_000.0
DAYS = 21


def usual(hour: int, number: int) -> int:
    """A day with a busy half and a little unrest that repeats after five hours."""
    return (12 if 8 <= hour < 20 else 3) + number % 5


def surges(counts: list[int]) -> list[int]:
    volume = Volume()
    return [number for number, count in enumerate(counts) if volume.update(START + number * HOUR, count).surge]


CALM = [usual(number % 24, number) for number in range(DAYS * 24)]


def test_a_rhythm_is_no_surge() -> None:
    assert surges(CALM) == []


def test_a_surge_is_found_at_once_and_said_once() -> None:
    counts = list(CALM)
    for hour in range(6):
        counts[400 + hour] = 60
    assert surges(counts) == [400]


def test_what_is_usual_by_day_is_a_surge_by_night() -> None:
    by_night, by_day = list(CALM), list(CALM)
    by_night[18 * 24 + 3] = by_day[18 * 24 + 12] = 26
    assert surges(by_night) == [18 * 24 + 3]
    assert surges(by_day) == []


def test_nothing_is_said_before_the_series_is_known() -> None:
    assert surges([3, 4, 3, 4, 200, 3, 4, *CALM[:30]]) == []


def test_a_few_items_of_a_sparse_series_are_no_surge() -> None:
    counts = [0] * 500
    for number in range(0, 500, 37):
        counts[number] = 1
    counts[450] = 3
    assert surges(counts) == []
    counts[450] = 9
    assert surges(counts) == [450]


def test_a_restless_series_raises_its_own_bar() -> None:
    calm, restless = list(CALM), list(CALM)
    calm[400] = restless[400] = 40
    restless[300] = 120
    assert surges(calm) == [400]
    assert surges(restless) == [300]


def test_a_new_level_is_learned() -> None:
    volume = Volume()
    at = START
    for count in [*[5] * 240, *[20] * 24 * 14]:
        reading = volume.update(at, count)
        at += HOUR
    assert 15 < reading.expected < 22
    assert reading.low <= reading.expected <= reading.high
    assert abs(reading.distance) < 1


def test_the_size_of_a_bucket_is_only_a_setting() -> None:
    config = VolumeConfig(bucket=300.0)
    volume = Volume(config)
    found = []
    for number in range(10 * 288):
        count = 30 if 2500 <= number < 2512 else 2 + number % 3
        if volume.update(START + number * 300.0, count).surge:
            found.append(number)
    assert len(found) == 1
    assert 2500 <= found[0] <= 2503


counts = st.lists(st.integers(0, 40) | st.sampled_from([0, 0, 0, 500]), min_size=1, max_size=300)


@given(counts, st.integers(0, 300), st.sampled_from([300.0, HOUR]))
@settings(max_examples=50, deadline=None)
def test_a_prefix_gives_the_same_and_a_restart_changes_nothing(counts: list[int], cut: int, bucket: float) -> None:
    config = VolumeConfig(bucket=bucket, learn=0.1 * DAY)

    def readings(volume: Volume, start: int, some: list[int]) -> list[bytes]:
        return [msgspec.msgpack.encode(volume.update(START + (start + number) * bucket, count)) for number, count in enumerate(some)]

    whole = readings(Volume(config), 0, counts)
    first = Volume(config)
    assert readings(first, 0, counts[:cut]) == whole[:cut]
    kept = msgspec.msgpack.decode(msgspec.msgpack.encode(first.state()), type=VolumeState)
    second = Volume(config, state=kept)
    assert readings(second, len(counts[:cut]), counts[cut:]) == whole[cut:]


@given(counts)
@settings(max_examples=50, deadline=None)
def test_the_band_holds_what_is_expected(counts: list[int]) -> None:
    volume = Volume()
    for number, count in enumerate(counts):
        reading = volume.update(START + number * HOUR, count)
        assert 0 <= reading.low <= reading.expected <= reading.high
        assert not reading.surge or reading.count > reading.high
