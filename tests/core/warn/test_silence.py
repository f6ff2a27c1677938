"""What falls silent, what never does, and that every silence ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.types import Level, Refusal
from huiying.core.warn.silence import LONGEST, LONGEST_GRAVE, Silence, Sounding, check, silenced_by

START = datetime(2026, 6, 1, 8, tzinfo=UTC)
WARNING = Sounding(
    story="s", level=Level.YELLOW, watch="water", place="乌石镇", topics=frozenset({"water", "health"}), sources=frozenset({"bbs"})
)
names = st.sampled_from(["", "s", "t", "water", "bbs", "乌石镇"])
silences = st.builds(
    Silence,
    id=st.integers(1, 9),
    since=st.just(START),
    until=st.integers(-30 * 24, 60 * 24).map(lambda hours: START + timedelta(hours=hours)),
    reason=st.sampled_from(["", " ", "演练"]),
    most=st.sampled_from(Level),
    story=names,
    watch=names,
    place=names,
    topic=names,
    source=names,
)


def silence(**more: object) -> Silence:
    values = {"id": 1, "since": START, "until": START + timedelta(hours=2), "reason": "演练", "most": Level.YELLOW, "watch": "water"}
    return Silence(**{**values, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "silent"),
    [
        ({}, True),
        ({"most": Level.BLUE}, False),
        ({"watch": "roads"}, False),
        ({"watch": "", "place": "乌石镇"}, True),
        ({"watch": "", "place": "望澜镇"}, False),
        ({"watch": "", "topic": "health"}, True),
        ({"watch": "", "topic": "roads"}, False),
        ({"watch": "", "source": "bbs"}, True),
        ({"watch": "", "source": "hotline"}, False),
        ({"watch": "", "story": "s"}, True),
        ({"watch": "", "story": "t"}, False),
        ({"place": "望澜镇"}, False),
    ],
)
def test_every_matcher_must_fit(more: dict[str, object], silent: bool) -> None:
    assert (silenced_by(WARNING, [silence(**more)], START) is not None) == silent


def test_a_source_is_silent_only_where_nobody_else_reports_it() -> None:
    two = msgspec.structs.replace(WARNING, sources=frozenset({"bbs", "hotline"}))
    assert silenced_by(two, [silence(watch="", source="bbs")], START) is None


def test_it_begins_and_ends_by_itself() -> None:
    one = silence()
    moments = [START - timedelta(seconds=1), START, one.until - timedelta(microseconds=1), one.until]
    assert [silenced_by(WARNING, [one], at) is not None for at in moments] == [False, True, True, False]


def test_of_several_the_one_that_ends_last_is_named() -> None:
    one, other, same = silence(), silence(id=2, until=START + timedelta(hours=5)), silence(id=3, until=START + timedelta(hours=5))
    assert silenced_by(WARNING, [one, same, other], START) == other


@given(silences)
def test_no_silence_is_without_an_end_a_reason_or_a_matcher(one: Silence) -> None:
    try:
        check(one)
    except Refusal:
        return
    assert one.reason.strip()
    assert one.since < one.until <= one.since + LONGEST
    assert one.story or one.watch or one.place or one.topic or one.source
    assert one.most.rank < Level.ORANGE.rank or (one.story and one.until <= one.since + LONGEST_GRAVE)


@given(silences, st.sampled_from(Level))
def test_orange_and_red_fall_silent_only_by_name(one: Silence, level: Level) -> None:
    try:
        check(one)
    except Refusal:
        return
    warning = msgspec.structs.replace(WARNING, level=level)
    if level.rank >= Level.ORANGE.rank and silenced_by(warning, [one], START) is not None:
        assert one.story == warning.story


@given(silences, st.integers(0, 2))
def test_a_warning_that_rises_above_what_was_silenced_sounds(one: Silence, rank: int) -> None:
    above = msgspec.structs.replace(WARNING, level=list(Level)[rank + 1])
    if one.most.rank <= rank:
        assert silenced_by(above, [one], START) is None
