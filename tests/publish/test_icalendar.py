"""Whatever an occasion says, a calendar program reads the same words again; lines keep to 75 octets and to whole characters."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.publish.icalendar import OCTETS, Occasion, calendar, escaped, folded

AT = datetime(2026, 6, 3, 1, 0, tzinfo=UTC)
BREAKS = "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
TEXTS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from(list("\\;,:\"'n \t澜") + list(BREAKS))), max_size=200)


def occasion(**given: object) -> Occasion:
    return Occasion(**{"uid": "urn:uuid:1", "stamp": AT, "sequence": 0, "begins": AT, "summary": "自来水", **given})  # type: ignore[arg-type]


def read(document: bytes) -> icalendar.Calendar:
    found = icalendar.Calendar.from_ical(document)
    assert isinstance(found, icalendar.Calendar)
    return found


def plain(text: str) -> str:
    """What must come back of a text: every break of a line as one, and no control characters."""
    lines = text.replace("\r\n", "\n")
    for mark in BREAKS:
        lines = lines.replace(mark, "\n")
    return "".join(one for one in lines if one in "\n\t" or not (ord(one) < 32 or 127 <= ord(one) < 160))


@given(TEXTS, TEXTS, TEXTS)
def test_words_come_back_as_they_were(name: str, summary: str, place: str) -> None:
    """The library gives the words of an event back; the calendar's own name it leaves escaped in part, so that no more is asked of it."""
    found = read(calendar(name, [occasion(summary=summary, place=place)]))
    (event,) = found.events
    assert str(event["SUMMARY"]) == plain(summary) and str(event.get("LOCATION", "")) == plain(place)
    assert event.errors == [] and found.errors == []


@given(TEXTS)
def test_a_line_is_at_most_75_octets_and_unfolds_to_itself(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    made = folded(line)
    assert made.endswith(b"\r\n")
    pieces = made[:-2].split(b"\r\n")
    assert all(len(piece) <= OCTETS for piece in pieces) and all(piece.startswith(b" ") for piece in pieces[1:])
    assert all(piece.decode() is not None for piece in pieces), "each piece holds whole characters"
    assert made[:-2].replace(b"\r\n ", b"").decode() == line
    assert len(pieces) == 1 or len(line.encode()) > OCTETS


@pytest.mark.parametrize(
    ("text", "written"),
    [("a,b;c\\n", "a\\,b\\;c\\\\n"), ("a\r\nb\rc\nd", "a\\nb\\nc\\nd"), ("a\x00\x1bb\x7f", "ab"), ("a:b\"c'", "a:b\"c'")],
)
def test_how_text_is_written(text: str, written: str) -> None:
    assert escaped(text) == written


def test_no_text_can_begin_a_line_of_its_own() -> None:
    found = read(calendar("x", [occasion(summary="a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil", place="b\nATTENDEE:mailto:x@y.example")]))
    assert len(found.events) == 1 and "ATTENDEE" not in found.events[0]


def test_times_are_utc_and_what_is_off_says_so() -> None:
    from zoneinfo import ZoneInfo

    begins = datetime(2026, 6, 3, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    made = calendar("x", [occasion(begins=begins, ends=begins + timedelta(hours=8), off=True, sequence=3)])
    (event,) = read(made).events
    assert b"DTSTART:20260603T010000Z\r\n" in made and event.end - event.start == timedelta(hours=8)
    assert (str(event["STATUS"]), event["SEQUENCE"]) == ("CANCELLED", 3)
    assert "DTEND" not in read(calendar("x", [occasion()])).events[0]


def test_an_empty_calendar_still_holds_a_component() -> None:
    found = read(calendar("x", []))
    assert found.events == [] and len(found.timezones) == 1
