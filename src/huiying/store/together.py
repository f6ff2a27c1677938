"""Rows read together with what belongs to them: one query a relation, whatever their number.

Django's own prefetch clones a manager and a query set for every row and relation, also for the many that are empty; on a list of cases
that took longer than reading them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import ForeignObjectRel, Model, QuerySet


def fill(rows: Sequence[Model], names: Iterable[str]) -> None:
    """Make `row.name.all()` of these rows answer without a query. A name is a relation back to the row, and may go on: to further such
    relations, or to foreign keys that are read along (`claims__commitments`, `claims__evidence__item__source`)."""
    if not rows:
        return
    further: dict[str, list[str]] = defaultdict(list)
    for name in names:
        first, _, then = name.partition("__")
        further[first] += [then] if then else []
    for name, rest in further.items():
        _fill(rows, name, rest)


def _fill(rows: Sequence[Model], name: str, rest: list[str]) -> None:
    relation = rows[0]._meta.get_field(name)
    if not isinstance(relation, ForeignObjectRel) or relation.many_to_many:
        raise TypeError(f"{name} is no relation back to {rows[0]._meta.label}")
    model: type[Model] = relation.related_model
    back = relation.field
    along = [one for one in rest if not isinstance(model._meta.get_field(one.partition("__")[0]), ForeignObjectRel)]
    wanted: QuerySet[Any] = model._default_manager.filter(**{f"{back.name}__in": [row.pk for row in rows]})
    found: dict[Any, list[Model]] = defaultdict(list)
    children = list(wanted.select_related(*along) if along else wanted)
    by_key = {row.pk: row for row in rows}
    for child in children:
        key = getattr(child, back.attname)
        back.set_cached_value(child, by_key[key])
        found[key].append(child)
    for row in rows:
        cache: dict[str, QuerySet[Any]] = row.__dict__.setdefault("_prefetched_objects_cache", {})
        cache[relation.cache_name] = _answered(model, back.name, row, found.get(row.pk, []))
    fill(children, [one for one in rest if one not in along])


def _answered(model: type[Model], back: str, row: Model, children: list[Model]) -> QuerySet[Any]:
    """The query set of this row's children, asked already. Whatever is made of it asks for this row's children only."""
    made: QuerySet[Any] = QuerySet(model)
    made._deferred_filter = (False, (), {back: row})  # type: ignore[attr-defined]
    made._result_cache, made._prefetch_done = children, True  # type: ignore[attr-defined]
    return made
