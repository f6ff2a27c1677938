"""Departments as the command line names them."""

from __future__ import annotations

from huiying.core.types import Refusal
from huiying.store.models import Department


def department_named(name: str) -> Department | None:
    """The department with this Chinese name; None where no name was given. Refuses a name that the desk does not have."""
    if not name:
        return None
    found = Department.objects.filter(name_zh=name).first()
    if found is None:
        raise Refusal("There is no department named %(name)s.", name=name)
    return found
