"""From a table and what its columns are to items that can be brought to a source: all that is decided before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec

from huiying.actions.actor import Actor
from huiying.actions.arrival import bring
from huiying.core.clean.columns import check, undated
from huiying.core.clean.item import clean
from huiying.core.collect.columns import Refused, settled, take
from huiying.core.collect.table import Table
from huiying.core.types import Item, Refusal
from huiying.store.models import Source
from huiying.worker.arrivals import fresh
from huiying.worker.reading import about

PREVIEW = 5


@dataclass(frozen=True)
class Plan:
    """New items, how many rows were known (stored, or waiting for the worker), and the rows that were refused."""

    mapping: dict[str, str]
    form: str
    items: tuple[Item, ...]
    known: int
    refused: tuple[Refused, ...]


def plan(source: Source, table: Table, mapping: Mapping[str, str], now: datetime) -> Plan:
    """What bringing this table would do. Raises Refusal, naming row and column, where a column cannot be what it was chosen as."""
    if source.adapter != "file":
        raise Refusal("%(name)s takes no files: it is read as %(adapter)s.", name=source.name, adapter=source.adapter)
    zone = ZoneInfo(source.zone)
    chosen = settled(mapping, table.columns)
    check(table, chosen, zone=zone, now=now)
    taken = undated(table, chosen, take(table, chosen, about(source, now)), zone=zone, now=now)
    items = [clean(raw, first_seen=now, zone=zone) for raw in taken.items]
    # asked before what is stored: the worker may take them meanwhile
    waiting = {item["id"] for kept in source.arrivals.values_list("items", flat=True) for item in kept} if source.pk else set()
    new = [item for item, _ in fresh(source, items) if item.id not in waiting] if source.pk else items
    return Plan(chosen, table.form, tuple(new), len(items) - len(new), taken.refused)


def preview(source: Source, table: Table, mapping: Mapping[str, str], now: datetime) -> list[Item]:
    """The first rows as they would be stored, masked."""
    few = msgspec.structs.replace(table, rows=table.rows[:PREVIEW])
    return [clean(raw, first_seen=now, zone=ZoneInfo(source.zone)) for raw in take(few, mapping, about(source, now)).items]


def carry_out(actor: Actor, source: Source, made: Plan, *, now: datetime) -> None:
    """Bring what was planned."""
    bring(
        actor,
        source,
        items=made.items,
        columns=made.mapping,
        form=made.form,
        known=made.known,
        refused=len(made.refused),
        now=now,
    )
