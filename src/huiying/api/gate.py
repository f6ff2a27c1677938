"""Who calls, and whether they may: the one place where every operation's permission is checked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from ninja import Router
from ninja.utils import check_csrf

from huiying import clock
from huiying.actions.actor import Actor
from huiying.actions.recording import NotAllowed, write
from huiying.api import sight
from huiying.api.describe import refusal, refusals
from huiying.api.errors import Unknown, Unreadable
from huiying.core.roles import PERMISSIONS
from huiying.store.models import Member, Token
from huiying.store.second_factor import STRONG_SESSION, has_one, must_have_one

View = TypeVar("View", bound=Callable[..., Any])
SAFE = ("GET", "HEAD", "OPTIONS")
NEEDED = gettext_noop("Your role needs a second factor. Sign in to the pages and set one up under Your account.")


class Gate:
    """Lets a caller through to one operation. Runs before anything of the request is read."""

    openapi_security_schema: ClassVar[dict[str, str]] = {"type": "http", "scheme": "bearer"}

    def __init__(self, permission: str, name: str = "") -> None:
        if permission not in PERMISSIONS or permission == "public":
            raise LookupError(f"{permission} is not a permission of the desk")
        self.permission = permission
        self.name = name
        self.queries: frozenset[str] = frozenset()

    def __call__(self, request: HttpRequest) -> Actor:
        sight.of(None)
        member, token = caller(request)
        actor = Actor.staff(member)
        sight.of(member)
        if not actor.may(self.permission) or (token is not None and not token.allows(self.permission)):
            refusal = NotAllowed("Your role does not include this: %(permission)s.", permission=self.permission)
            if actor.may(self.permission):
                refusal = NotAllowed("This token does not carry this permission: %(permission)s.", permission=self.permission)
            if request.method not in SAFE:
                with transaction.atomic():
                    write("act_refused", actor=actor, now=clock.now(), act=self.name, why=str(refusal))
            raise refusal
        for name in request.GET:
            if name not in self.queries:
                raise self._unknown(name)
        return actor

    def _unknown(self, name: str) -> Unreadable:
        if not self.queries:
            return Unreadable("There is no parameter %(name)s here; this operation takes none.", name=name)
        return Unreadable("There is no parameter %(name)s here. There are: %(names)s.", name=name, names=", ".join(sorted(self.queries)))


IDEMPOTENCY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "schema": {"type": "string", "minLength": 1, "maxLength": 200},
    "description": "A name of this call. Sent again within a day with the same content it gets the first answer and does nothing again.",
}


def undeclared(_request: HttpRequest) -> None:
    """Stands before every operation that declares no permission: nobody may run it."""
    raise NotAllowed("This operation declares no permission, so nobody may run it.")


def caller(request: HttpRequest) -> tuple[Member, Token | None]:
    """The member who calls, by token or by session; a session must also prove that the request comes from our own pages."""
    now = clock.now()
    header = request.headers.get("Authorization", "")
    if header:
        scheme, _, key = header.partition(" ")
        digest = hashlib.sha256(key.strip().encode("utf-8", "surrogateescape")).hexdigest()
        token = Token.objects.select_related("member").filter(digest=digest, member__is_active=True, ended_at=None).first()
        if scheme.lower() != "bearer" or token is None or (token.expires_at is not None and token.expires_at <= now):
            raise Unknown("This token is not valid. Ask the administrator for a new one.")
        if must_have_one(token.member, now) and not has_one(token.member):
            raise NotAllowed(NEEDED)
        return token.member, token
    if not isinstance(request.user, Member):
        raise Unknown("Please sign in, or send a token in the header Authorization: Bearer.")
    if request.method not in SAFE and check_csrf(request) is not None:
        raise NotAllowed("The form has expired or the request did not come from our own pages. Load the page again.")
    if must_have_one(request.user, now) and not request.session.get(STRONG_SESSION):
        raise NotAllowed(NEEDED)
    return request.user, None


def reads(router: Router, path: str, permission: str, **options: Any) -> Callable[[View], View]:
    """An operation that only reads."""
    return _operation(router, "GET", path, permission, **options)


def does(router: Router, path: str, act: Callable[..., Any], *, method: str = "POST", **options: Any) -> Callable[[View], View]:
    """An operation that performs one act; its permission is the act's own."""
    return _operation(router, method, path, act.permission, **options)  # type: ignore[attr-defined]


def _operation(router: Router, method: str, path: str, permission: str, **options: Any) -> Callable[[View], View]:
    def register(view: View) -> View:
        gate = Gate(permission, view.__name__)
        extra: dict[str, Any] = {"x-permission": permission}
        if method == "POST":
            extra["parameters"] = [IDEMPOTENCY]
        summary = (view.__doc__ or "").strip().split("\n")[0].rstrip(".")
        extra["responses"] = {status: refusal(status) for status in sorted(refusals(method, view))}
        router.api_operation([method], path, auth=[gate], openapi_extra=extra, operation_id=view.__name__, summary=summary, **options)(view)
        models = view._ninja_operation.models  # type: ignore[attr-defined]
        gate.queries = frozenset(
            name for model in models if model.__ninja_param_source__ == "query" for name in model.__ninja_flatten_map__
        )
        return view

    return register
