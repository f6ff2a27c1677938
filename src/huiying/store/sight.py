"""The rows that a member may see: `core/case/sight.py` as a condition of the database, for every table that belongs to a case.

Which tables belong to a case is read from their foreign keys, so that a new one is covered without a word here.
"""

from __future__ import annotations

import functools
from typing import Any, TypeVar

from django.apps import apps
from django.db.models import ForeignKey, Model, Q, QuerySet

from huiying.core.case.sight import limited
from huiying.store.models import Case, Member, SealedNote, Task

Row = TypeVar("Row", bound=Model)
_DEEPEST = 4


def is_limited(user: object) -> bool:
    """Whether this user sees only the cases of a department; somebody who is no member sees none."""
    return not isinstance(user, Member) or limited(user.role_set)


@functools.cache
def way_to_case(model: type[Model]) -> str | None:
    """The foreign keys that lead from a row to its case, as in `claim__case`; "" for the case itself, None where none does."""
    return _way(model, _DEEPEST)


def _way(model: type[Model], deep: int) -> str | None:
    if model is Case:
        return ""
    if deep == 0:
        return None
    found = []
    for field in model._meta.get_fields():
        if isinstance(field, ForeignKey) and isinstance(field.related_model, type) and field.related_model is not model:
            further = _way(field.related_model, deep - 1)
            if further is not None:
                found.append(f"{field.name}__{further}" if further else field.name)
    return min(found, key=lambda way: (way.count("__"), way), default=None)


def visible(user: object, rows: QuerySet[Row]) -> QuerySet[Row]:
    """Those of `rows` that the user may see. Rows that belong to no case are not this rule's matter."""
    way = way_to_case(rows.model)
    if way is None or not is_limited(user):
        return rows
    department = user.department_id if isinstance(user, Member) else None
    if department is None:
        return rows.none()
    if rows.model is Task:
        return rows.filter(Q(department=department) | Q(case__department=department))
    if rows.model is SealedNote:
        # that somebody said something in confidence is itself no matter for the department that it may be about
        rows = rows.filter(readers=user)
    cases = Case.objects.filter(concerning(department)).values("pk")
    return rows.filter(**{f"{way}__in" if way else "pk__in": cases})


@functools.cache
def _asking() -> tuple[type[Model], ...]:
    """The tables of what a department is asked for in a case: tasks, instructions, enquiries, commitments, statements to confirm …"""
    return tuple(
        model
        for model in apps.get_app_config("store").get_models()
        if {"case", "department"} <= {field.name for field in model._meta.get_fields() if isinstance(field, ForeignKey)}
        and any(field.name == "state" for field in model._meta.get_fields())
    )


def concerning(department: int) -> Q:
    """The cases that a department leads or is asked for something in."""
    found = Q(department=department)
    for model in _asking():
        found |= Q(pk__in=model._default_manager.filter(department=department).values("case"))
    return found


def sees(user: object, row: Model) -> bool:
    """Whether the user may see this row."""
    return not is_limited(user) or visible(user, type(row)._default_manager.filter(pk=row.pk)).exists()


# Subjects of the record that all staff may hear of: what others published, and how the desk watches it.
_OPEN = frozenset({"", "story", "warning", "source", "watch", "proposal", "silence", "anomaly", "list", "place", "places", "rule", "desk"})


def hears(user: object, subject: str) -> bool:
    """Whether a live page of this user is told of an entry about `subject`, as in `claim:7`."""
    if not is_limited(user):
        return True
    noun, _, number = subject.partition(":")
    if noun in _OPEN:
        return True
    model: Any = next((one for one in apps.get_app_config("store").get_models() if one._meta.model_name == noun.replace("_", "")), None)
    if model is None or way_to_case(model) is None or not number.isdigit():
        return False
    return visible(user, model._default_manager.filter(pk=int(number))).exists()
