"""Looking things up in the search index."""

from __future__ import annotations

from datetime import datetime

import msgspec
from django.db import connection
from django.db.models import Model

from huiying.core.find.query import Search
from huiying.store.models import Case, Claim, Findable, Item, Statement, Task, Watch
from huiying.store.sight import is_limited, visible

OWN: dict[str, type[Model]] = {"case": Case, "claim": Claim, "task": Task, "statement": Statement, "watch": Watch}


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


def find_own(search: Search, *, user: object, kind: str = "", most: int) -> list[Findable]:
    """Cases, claims, tasks, statements and watches that match and that the user may see, the best match first."""
    sql = "SELECT rowid FROM found_own WHERE found_own MATCH %s ORDER BY bm25(found_own, 4.0, 1.0), rowid DESC LIMIT %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [search.expression, most * (8 if kind else 1)])
        numbers = [number for (number,) in cursor.fetchall()]
    rows = Findable.objects.in_bulk(numbers)
    found = [rows[number] for number in numbers if number in rows and kind in ("", rows[number].kind)]
    return _seen(user, found)[:most]


def _seen(user: object, found: list[Findable]) -> list[Findable]:
    if not is_limited(user):
        return found
    seen: set[tuple[str, str]] = set()
    for kind, model in OWN.items():
        wanted = [int(row.key) for row in found if row.kind == kind]
        seen.update(
            (kind, str(number)) for number in visible(user, model._default_manager.filter(pk__in=wanted)).values_list("pk", flat=True)
        )
    return [row for row in found if (row.kind, row.key) in seen]


def _bound(value: str | int | datetime) -> str | int:
    return str(connection.ops.adapt_datetimefield_value(value)) if isinstance(value, datetime) else value
