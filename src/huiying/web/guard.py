"""Deny by default: a view that does not name the permission it needs is never run."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin

from huiying import clock
from huiying.store.second_factor import STRONG_SESSION, must_have_one
from huiying.web.permission import PER_OPERATION, permission_of
from huiying.web.views.session import expired

# what somebody may still do whose role needs a second factor that they have not set up: set it up
OWN = "account.own"


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
        if permission != OWN and self.lacks_second_factor(request):
            return redirect(reverse("account"))
        return None

    def lacks_second_factor(self, request: HttpRequest) -> bool:
        """Whether this session may go no further than one's own account, where a second factor is set up."""
        return not request.session.get(STRONG_SESSION) and must_have_one(request.user, clock.now())  # type: ignore[arg-type]
