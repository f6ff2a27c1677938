"""How a view declares the permission it needs; guard.py refuses one that does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ImproperlyConfigured

from huiying.core.roles import PERMISSIONS

View = TypeVar("View", bound=Callable)

# Views of Django itself that a page needs, with the permission they would declare.
FOREIGN = {"django.views.i18n.set_language": "public"}
# The programming interface keeps several operations at one address, each behind a gate of its own (api/gate.py).
PER_OPERATION = "that of each operation"


def needs(permission: str) -> Callable[[View], View]:
    """Declare the permission of a view; "public" is for everybody."""
    if permission not in PERMISSIONS:
        raise ImproperlyConfigured(f"{permission} is not a permission")

    def mark(view: View) -> View:
        view.permission = permission  # type: ignore[attr-defined]
        return view

    return mark


def permission_of(view: Callable) -> str | None:
    """The permission that a view declares, PER_OPERATION where it checks one for each of its operations, or None."""
    if getattr(view, "checks_operations", False):
        return PER_OPERATION
    declared = getattr(view, "permission", None)
    return declared or FOREIGN.get(f"{view.__module__}.{getattr(view, '__name__', '')}")
