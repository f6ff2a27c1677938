"""What happened while somebody was away: entries of the record by what needs a person first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

READ = 2000
"""Entries that are looked at, the newest."""

LINES = 30
"""Lines that a group shows."""


class Group(StrEnum):
    """The groups, the most pressing first."""

    OVERDUE = "overdue"
    WARNINGS = "warnings"
    ERRORS = "errors"
    CASES = "cases"
    PUBLIC = "public"
    DESK = "desk"


BEGINNINGS: tuple[tuple[Group, tuple[str, ...]], ...] = (
    (Group.OVERDUE, ("warning_escalated", "timer_step", "notice_given_up")),
    (Group.ERRORS, ("correction_due", "verdict_refused", "claim_reopened", "statement_returned", "approval_voided", "task_disputed")),
    (Group.WARNINGS, ("warning_raised", "warning_level_changed", "warning_dismissed", "warning_acknowledged", "warning_attached")),
    (Group.WARNINGS, ("surge_noticed", "hush_noticed")),
    (Group.CASES, ("case_", "claim_", "verdict_", "task_", "evidence_", "timer_moved")),
    (Group.PUBLIC, ("statement_published", "statement_corrected", "statement_withdrawn")),
    (Group.DESK, ("handover_", "shift_", "swap_", "log_", "silence_", "source_", "calendar_", "deadlines_", "rule_adopted")),
)
"""By the first words of an entry's type; the first row that fits counts. What fits none is left out."""


ROTA = "rota"
"""What happens to single shifts is one line: the rota has changed."""


class Happened(msgspec.Struct, frozen=True):
    """An entry of the record as this page reads it."""

    id: int
    at: str
    type: str
    subject: str


class Line(msgspec.Struct, frozen=True):
    """What happened to one thing: how often what, and the last of it."""

    subject: str
    types: tuple[tuple[str, int], ...]
    last_id: int
    last_at: str


class Part(msgspec.Struct, frozen=True):
    """One group; `more` lines are not shown."""

    group: Group
    lines: tuple[Line, ...]
    more: int = 0


def group_of(type: str) -> Group | None:
    """Where an entry belongs."""
    return next((group for group, starts in BEGINNINGS if type.startswith(starts)), None)


def grouped(entries: Iterable[Happened], lines: int = LINES) -> tuple[Part, ...]:
    """Entries by group and by what they are about, the newest first. Groups in which nothing happened are left out."""
    found: dict[Group, dict[str, list[Happened]]] = {}
    for entry in entries:
        group = group_of(entry.type)
        if group is not None:
            subject = ROTA if entry.type.startswith(("shift_", "swap_")) else entry.subject
            found.setdefault(group, {}).setdefault(subject, []).append(entry)
    return tuple(_part(group, found[group], lines) for group in Group if group in found)


def _part(group: Group, subjects: dict[str, list[Happened]], lines: int) -> Part:
    rows = sorted((_line(subject, entries) for subject, entries in subjects.items()), key=lambda row: -row.last_id)
    return Part(group, tuple(rows[:lines]), max(0, len(rows) - lines))


def _line(subject: str, entries: Sequence[Happened]) -> Line:
    last = max(entries, key=lambda entry: entry.id)
    counted = Counter(entry.type for entry in entries)
    newest = {entry.type: entry.id for entry in sorted(entries, key=lambda entry: entry.id)}
    types = tuple((type, counted[type]) for type in sorted(counted, key=lambda type: -newest[type]))
    return Line(subject, types, last.id, last.at)
