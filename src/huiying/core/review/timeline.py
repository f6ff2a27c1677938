"""What happened in a case, rebuilt from the record alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from huiying.core.types import Event, Refusal

CLOCKS = ("event_known", "first_public", "detected", "told_by_superior")
"""The clocks of a case as its events name them."""

_PARTS = (
    "warning",
    "claim",
    "statement",
    "task",
    "concern",
    "commitment",
    "instruction",
    "investigation",
    "line",
    "enquiry",
    "conference",
    "contest",
    "correction_request",
    "request",
)
"""The things that belong to a case. Another case is never one of them: each keeps its own history, also after a merge."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a timeline. `values` are the plain values (text, numbers, yes or no) of the event's data."""

    at: str
    actor_kind: str
    actor: str
    type: str
    subject: str
    values: dict[str, str | int | float | bool]


def read_data(event: Event) -> dict[str, object]:
    """The event's data. Refuses an entry whose data is not a JSON object."""
    try:
        data = json.loads(event.data)
    except ValueError:
        data = None
    if not isinstance(data, dict):
        raise Refusal("Entry %(id)s of the record cannot be read. Check the record before relying on this page.", id=event.id)
    return data


def subjects_of(data: dict[str, object], kind: str) -> tuple[str, ...]:
    """The things of one kind that an event's data names, as subjects: {"claim": 5} gives ("claim:5",). A list names several."""
    value = data.get(kind)
    ids = value if isinstance(value, list) else [value]
    return tuple(f"{kind}:{one}" for one in ids if isinstance(one, int | str) and not isinstance(one, bool) and one != "")


def clocks_in(values: Mapping[str, object]) -> list[datetime]:
    """The clocks of a case that an event's values name."""
    return [datetime.fromisoformat(value) for clock in CLOCKS if isinstance(value := values.get(clock), str) and value]


def timeline(events: Iterable[Event], case_id: int) -> tuple[Entry, ...]:
    """Every event of the case and of its warnings, claims, statements and tasks, in the order of the record.

    A thing belongs to the case once any event names both; then all of its events belong, also those from before.
    """
    case = f"case:{case_id}"
    read = [(event, read_data(event)) for event in sorted(events, key=lambda event: event.id)]
    belonging = {case}
    for event, data in read:
        if event.subject == case or case in subjects_of(data, "case"):
            belonging |= {subject for kind in _PARTS for subject in subjects_of(data, kind)}
            if event.subject.partition(":")[0] in _PARTS:
                belonging.add(event.subject)
    return tuple(_entry(event, data) for event, data in read if event.subject in belonging or case in subjects_of(data, "case"))


def _entry(event: Event, data: dict[str, object]) -> Entry:
    return Entry(
        at=event.at,
        actor_kind=event.actor_kind,
        actor=event.actor,
        type=event.type,
        subject=event.subject,
        values={key: value for key, value in sorted(data.items()) if isinstance(value, str | int | float | bool)},
    )
