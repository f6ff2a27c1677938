"""Rows to core types and back. No decision is taken here."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec

from huiying.core.detect.places import OwnPlace
from huiying.core.types import Event, Item, Kind, Level, WatchQuery, WordList
from huiying.core.warn.rule import SHIPPED, Rule, restored
from huiying.store import models


def event_of(row: models.Entry) -> Event:
    """An entry of the record as the core reads it."""
    return Event(
        id=row.id,
        at=row.at,
        actor_kind=row.actor_kind,
        actor=row.actor,
        type=row.type,
        subject=row.subject,
        data=row.data,
        prev_hash=row.prev_hash,
        hash=row.hash,
    )


def item_of(row: models.Item) -> Item:
    """A stored item as the pipeline first saw it. `source` is the source's name."""
    return Item(
        id=row.key,
        source=row.source.name,
        kind=Kind(row.kind),
        url=row.url,
        title=row.title,
        text=row.text,
        lang=row.lang,
        first_seen=row.first_seen,
        published_at=row.published_at,
        heat=row.heat,
        rank=row.rank,
        masked=row.masked,
    )


def query_of(row: models.Watch) -> WatchQuery:
    """A watch as the detector reads it."""
    return WatchQuery(
        name=row.name,
        query=row.query,
        place=row.place,
        topics=tuple(row.topics),
        lead_department=row.department.name_zh if row.department else "",
        level=Level(row.level) if row.level else None,
    )


def list_of(row: models.WordList) -> WordList:
    """A list of words as the detector reads it."""
    return WordList(row.name, tuple(row.words))


def place_of(row: models.Place) -> OwnPlace:
    """A place of the desk's own as the gazetteer reads it."""
    return OwnPlace(row.name, tuple(row.other_names), row.within, row.common)


def rule_from(row: models.RuleVersion | None) -> Rule:
    """A stored version as the detector reads it; the shipped rule where there is none."""
    return restored(row.values, row.rule)[0] if row else SHIPPED


def builtins(value: object) -> Any:
    """Core structs as plain JSON values for a JSON column."""
    return msgspec.to_builtins(value)


def moment(seconds: float) -> datetime:
    """Seconds since the epoch as an aware time."""
    return datetime.fromtimestamp(seconds, UTC)
