"""iCalendar (RFC 5545): a calendar of occasions as a calendar program reads it.

An occasion keeps its UID for good; each change of it has a higher SEQUENCE, and one that is off says so instead of vanishing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

OCTETS = 75
"""The most octets of a line without its end (RFC 5545, 3.1)."""

_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True)
class Occasion:
    """One event. Times are aware; without `ends` it ends when it begins, which is to say that its end is not known."""

    uid: str
    stamp: datetime
    sequence: int
    begins: datetime
    summary: str
    ends: datetime | None = None
    place: str = ""
    url: str = ""
    off: bool = False


def calendar(name: str, occasions: Iterable[Occasion]) -> bytes:
    """The calendar as UTF-8; the same occasions give the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Huiying//Huiying//EN", "METHOD:PUBLISH"]
    lines += [f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT1H"]
    events = [line for one in occasions for line in _event(one)]
    # a calendar holds one component at least; where there is no event it is the zone that all times are in
    zone = ["DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000"]
    lines += events or ["BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", *zone, "END:STANDARD", "END:VTIMEZONE"]
    return b"".join(folded(line) for line in (*lines, "END:VCALENDAR"))


def _event(one: Occasion) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{escaped(one.uid)}", f"DTSTAMP:{_time(one.stamp)}", f"SEQUENCE:{one.sequence}")
    yield f"DTSTART:{_time(one.begins)}"
    if one.ends is not None:
        yield f"DTEND:{_time(one.ends)}"
    yield f"SUMMARY:{escaped(one.summary)}"
    if one.place:
        yield f"LOCATION:{escaped(one.place)}"
    if one.url:
        yield f"URL:{one.url}"
    yield f"STATUS:{'CANCELLED' if one.off else 'CONFIRMED'}"
    yield "END:VEVENT"


def _time(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """Text as a value of type TEXT: on one line, without control characters (3.3.11)."""
    plain = _CONTROLS.sub("", _BREAKS.sub("\n", text))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A line with its end, broken before its 76th octet and never within a character (3.1)."""
    found, room = bytearray(), OCTETS
    for character in line:
        octets = character.encode()
        if len(octets) > room:
            found += b"\r\n "
            room = OCTETS - 1
        found += octets
        room -= len(octets)
    return bytes(found) + b"\r\n"
