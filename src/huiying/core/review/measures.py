"""How fast and how well the desk answered, recomputed from the record alone."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from statistics import median

import msgspec

from huiying.core.review.timeline import clocks_in, read_data, subjects_of
from huiying.core.statement.stages import Stage
from huiying.core.types import Event

MANY = 10
"""From this many values on, a 90th percentile is given; below it would only name the worst case."""

_FACTS = frozenset(stage.value for stage in Stage if stage not in (Stage.S0, Stage.C))
_PUBLISHED = frozenset({"statement_published", "statement_corrected"})


class Spread(msgspec.Struct, frozen=True):
    """Times in seconds: how many there are, their median, and the 90th percentile (nearest rank) where there are many."""

    count: int
    median: float | None
    p90: float | None


class Measures(msgspec.Struct, frozen=True, kw_only=True):
    """What the record says about a period.

    `acknowledge`: from the first raising of a warning to its first acknowledgement. `s0`: from a case's earliest known clock to the first
    word of any stage. `s1`: to the first statement beyond S0. `correct`: from the moment a correction was due to the corrected revision.
    `releases` counts published revisions, `corrections` those that correct an earlier one. `waiting` counts warnings not yet acknowledged
    and `unanswered` cases without any word: they are in no spread, and leaving them out would flatter it.
    """

    acknowledge: Spread
    s0: Spread
    s1: Spread
    correct: Spread
    releases: int
    corrections: int
    waiting: int
    unanswered: int

    @property
    def corrections_per_100(self) -> float | None:
        """Corrections for every 100 published revisions; None before the first."""
        return 100 * self.corrections / self.releases if self.releases else None


def measure(events: Iterable[Event]) -> Measures:
    """All measures. A clock once started is never set back: reopening, reassigning or raising again changes no earlier time."""
    record = _Record()
    for event in sorted(events, key=lambda event: event.id):
        record.take(event)
    starts = {
        case: min([at, *(record.raised[w] for w in record.warnings[case] if w in record.raised)]) for case, at in record.opened.items()
    }
    return Measures(
        acknowledge=spread(_seconds(record.raised, record.acknowledged)),
        s0=spread(_seconds(starts, record.first_word)),
        s1=spread(_seconds(starts, record.first_facts)),
        correct=spread(record.corrected),
        releases=record.releases,
        corrections=record.corrections,
        waiting=len(record.raised.keys() - record.acknowledged.keys()),
        unanswered=len(record.opened.keys() - record.first_word.keys()),
    )


class _Record:
    """The first time of each thing that a measure needs, gathered in the order of the record."""

    def __init__(self) -> None:
        self.raised: dict[str, datetime] = {}
        self.acknowledged: dict[str, datetime] = {}
        self.opened: dict[str, datetime] = {}
        self.warnings: dict[str, set[str]] = {}
        self.first_word: dict[str, datetime] = {}
        self.first_facts: dict[str, datetime] = {}
        self.correction_due: dict[str, datetime] = {}
        self.corrected: list[float] = []
        self.releases = 0
        self.corrections = 0

    def take(self, event: Event) -> None:
        data, at = read_data(event), datetime.fromisoformat(event.at)
        if event.type == "warning_raised":
            self.raised.setdefault(event.subject, at)
        elif event.type == "warning_acknowledged":
            self.acknowledged.setdefault(event.subject, at)
        elif event.type == "correction_due":
            self.correction_due.setdefault(event.subject, at)
        elif event.type in _PUBLISHED:
            self._published(event, data, at)
        for case in subjects_of(data, "case"):
            self.opened[case] = min([at, *clocks_in(data), *([self.opened[case]] if case in self.opened else [])])
            self.warnings.setdefault(case, set()).update(subjects_of(data, "warning"))

    def _published(self, event: Event, data: dict[str, object], at: datetime) -> None:
        self.releases += 1
        if event.type == "statement_corrected":
            self.corrections += 1
            # A correction nobody had to be told about has no due event, and no time to measure.
            if (due := self.correction_due.pop(event.subject, None)) is not None:
                self.corrected.append((at - due).total_seconds())
        for case in subjects_of(data, "case"):
            self.first_word.setdefault(case, at)
            if data.get("stage") in _FACTS:
                self.first_facts.setdefault(case, at)


def _seconds(starts: dict[str, datetime], ends: dict[str, datetime]) -> list[float]:
    return [(ends[subject] - start).total_seconds() for subject, start in starts.items() if subject in ends]


def spread(seconds: Sequence[float]) -> Spread:
    """How many, their median, and the 90th percentile of ten or more."""
    ordered = sorted(seconds)
    if not ordered:
        return Spread(0, None, None)
    p90 = ordered[math.ceil(0.9 * len(ordered)) - 1] if len(ordered) >= MANY else None
    return Spread(len(ordered), median(ordered), p90)
