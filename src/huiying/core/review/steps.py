"""How long a case took to come to each step of its way, from the record alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from huiying.core.review.timeline import Entry, clocks_in
from huiying.core.statement.stages import Stage


class Mark(StrEnum):
    """The steps of a case, in the order in which they are expected."""

    WARNED = "warned"
    ACKNOWLEDGED = "acknowledged"
    OPENED = "opened"
    ASSESSED = "assessed"
    REPORTED_UP = "reported_up"
    ACTIVATED = "activated"
    FIRST_WORD = "first_word"
    FIRST_VERDICT = "first_verdict"
    FIRST_FACTS = "first_facts"
    CONFERENCE = "conference"
    CAUSE = "cause"
    CORRECTED = "corrected"
    PROMISED = "promised"
    ANSWERED = "answered"
    MISSED = "missed"
    REPAIRED = "repaired"
    CLOSED = "closed"
    REOPENED = "reopened"


class Step(msgspec.Struct, frozen=True):
    """The first time a case came to a step: when, and how long after the case began (its earliest clock)."""

    mark: Mark
    at: datetime
    after: timedelta


def _any(_: Mapping[str, object]) -> bool:
    return True


def _facts(values: Mapping[str, object]) -> bool:
    return values.get("stage") not in (Stage.S0, Stage.C)


def _cause(values: Mapping[str, object]) -> bool:
    return values.get("stage") in (Stage.S4, Stage.S5)


def _watching(values: Mapping[str, object]) -> bool:
    return values.get("after") == "watching"


_SAID = ("statement_published", "statement_corrected")
_WAY: tuple[tuple[Mark, tuple[str, ...], Callable[[Mapping[str, object]], bool]], ...] = (
    (Mark.WARNED, ("warning_raised",), _any),
    (Mark.ACKNOWLEDGED, ("warning_acknowledged",), _any),
    (Mark.OPENED, ("case_opened",), _any),
    (Mark.ASSESSED, ("case_assessed",), _any),
    (Mark.REPORTED_UP, ("case_reported_up",), _any),
    (Mark.ACTIVATED, ("response_activated",), _any),
    (Mark.FIRST_WORD, _SAID, _any),
    (Mark.FIRST_VERDICT, ("verdict_confirmed",), _any),
    (Mark.FIRST_FACTS, _SAID, _facts),
    (Mark.CONFERENCE, ("conference_held",), _any),
    (Mark.CAUSE, _SAID, _cause),
    (Mark.CORRECTED, ("statement_corrected",), _any),
    (Mark.PROMISED, ("commitment_published",), _any),
    (Mark.ANSWERED, ("case_moved",), _watching),
    (Mark.MISSED, ("commitment_missed",), _any),
    (Mark.REPAIRED, ("commitment_verified",), _any),
    (Mark.CLOSED, ("case_closed",), _any),
    (Mark.REOPENED, ("case_reopened",), _any),
)


def began(entries: Iterable[Entry]) -> datetime | None:
    """The earliest clock that the record names for a case, or the earliest entry where that is earlier; None without entries."""
    known = []
    for entry in entries:
        known.append(datetime.fromisoformat(entry.at))
        known += clocks_in(entry.values)
    return min(known, default=None)


def steps(entries: Iterable[Entry]) -> tuple[Step, ...]:
    """The steps a case has come to, by the time it first came to them. What was undone later stays: no time is ever set back."""
    lines = list(entries)
    start = began(lines)
    if start is None:
        return ()
    found: dict[Mark, datetime] = {}
    for line in lines:
        for mark, types, holds in _WAY:
            if line.type in types and holds(line.values):
                found.setdefault(mark, datetime.fromisoformat(line.at))
    order = list(Mark)
    return tuple(Step(mark, at, at - start) for mark, at in sorted(found.items(), key=lambda one: (one[1], order.index(one[0]))))
