"""Deny by default: a view that does not name the permission it needs is never run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin

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


class PermissionGuard(MiddlewareMixin):
    """Checks the declared permission before any view runs."""

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        permission = permission_of(view)
        if permission is None:
            raise PermissionDenied(f"{view.__module__} declares no permission")
        if permission in ("public", PER_OPERATION):
            return None
        if not request.user.is_authenticated:
            if request.method == "POST":
                from huiying.web.views.session import expired

                return expired(request)
            return redirect_to_login(request.get_full_path())
        if not request.user.may(permission):
            raise PermissionDenied
        return None
