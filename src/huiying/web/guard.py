"""Deny by default: a view that does not name the permission it needs is never run."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin

from huiying.web.permission import PER_OPERATION, permission_of
from huiying.web.views.session import expired


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
                return expired(request)
            return redirect_to_login(request.get_full_path())
        if not request.user.may(permission):
            raise PermissionDenied
        return None
