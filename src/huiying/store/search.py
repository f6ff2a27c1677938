"""Looking things up in the search index."""

from __future__ import annotations

from datetime import datetime

import msgspec
from django.db import connection

from huiying.core.find.query import Search
from huiying.store.models import Findable, Item


class Narrowed(msgspec.Struct, frozen=True, kw_only=True):
    """Which items: of one source or kind, seen from `since` on and before `until`. Empty is all."""

    source: int | None = None
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None


def find_items(search: Search, narrowed: Narrowed, *, most: int, before: int | None = None) -> list[Item]:
    """The newest items found, at most `most`, with numbers below `before`; each with source and story."""
    clauses: list[str] = ["found_item MATCH %s"]
    values: list[str | int] = [search.expression]
    for clause, value in (
        ("f.rowid < %s", before),
        ("i.source_id = %s", narrowed.source),
        ("i.kind = %s", narrowed.kind or None),
        ("i.first_seen >= %s", narrowed.since),
        ("i.first_seen < %s", narrowed.until),
    ):
        if value is not None:
            clauses.append(clause)
            values.append(_bound(value))
    joined = "JOIN store_item i ON i.id = f.rowid " if narrowed != Narrowed() else ""
    sql = f"SELECT f.rowid FROM found_item f {joined}WHERE {' AND '.join(clauses)} ORDER BY f.rowid DESC LIMIT %s"  # noqa: S608 - our own clauses
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, most])
        numbers = [number for (number,) in cursor.fetchall()]
    rows = Item.objects.select_related("source", "membership__story").in_bulk(numbers)
    return [rows[number] for number in numbers if number in rows]


def find_own(search: Search, *, kind: str = "", most: int) -> list[Findable]:
    """Cases, claims, tasks, statements and watches that match, the best match first."""
    sql = "SELECT rowid FROM found_own WHERE found_own MATCH %s ORDER BY bm25(found_own, 4.0, 1.0), rowid DESC LIMIT %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [search.expression, most * (8 if kind else 1)])
        numbers = [number for (number,) in cursor.fetchall()]
    rows = Findable.objects.in_bulk(numbers)
    found = [rows[number] for number in numbers if number in rows]
    return [row for row in found if not kind or row.kind == kind][:most]


def _bound(value: str | int | datetime) -> str | int:
    return str(connection.ops.adapt_datetimefield_value(value)) if isinstance(value, datetime) else value
