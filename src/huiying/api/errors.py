"""What the programming interface answers when it will not do something: one shape, in the caller's language."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from huiying.actions.recording import NotAllowed
from huiying.core.types import Refusal


class Unknown(Refusal):
    """The caller has not said who they are, or the token is not one of ours."""


class Missing(Refusal):
    """What the address names does not exist."""


class Unreadable(Refusal):
    """The request itself cannot be understood."""


class OtherKind(Refusal):
    """The body says that it is something else than JSON."""


# Refusals that are about the moment and not about the request: somebody was faster, or the thing stands elsewhere now.
CONFLICTS = frozenset(
    {
        '"%(act)s" is not possible: this %(machine)s is "%(state)s", which is final.',
        '"%(act)s" is not possible while this %(machine)s is "%(state)s". Possible now: %(acts)s.',
        "Somebody else changed this draft while you were writing. Your text is still here; compare and save again.",
        '"%(other)s" was joined to "%(story)s" later. Undo that first.',
        'Items of "%(story)s" were moved into "%(other)s" later. Undo that first.',
        'The stories belong to two open cases, "%(one)s" and "%(two)s". Leave the stories as they are until one of the cases is over.',
        "The text has changed since you read it. Read it again; approval holds for one exact text.",
    }
)

_WRONG = {
    "missing": gettext_noop("%(where)s is missing."),
    "extra_forbidden": gettext_noop("%(where)s is not known here. Remove it."),
    "int_parsing": gettext_noop("%(where)s must be a whole number."),
    "int_type": gettext_noop("%(where)s must be a whole number."),
    "int_from_float": gettext_noop("%(where)s must be a whole number."),
    "string_type": gettext_noop("%(where)s must be text."),
    "bool_parsing": gettext_noop("%(where)s must be true or false."),
    "bool_type": gettext_noop("%(where)s must be true or false."),
    "list_type": gettext_noop("%(where)s must be a list."),
    "greater_than_equal": gettext_noop("%(where)s must be at least %(ge)s."),
    "less_than_equal": gettext_noop("%(where)s must be at most %(le)s."),
    "enum": gettext_noop("%(where)s must be one of %(expected)s."),
    "literal_error": gettext_noop("%(where)s must be one of %(expected)s."),
}
_ODD = gettext_noop("%(where)s cannot be read.")


def failure(status: int, code: str, message: str) -> JsonResponse:
    """The one shape of every error."""
    response = JsonResponse({"error": {"message": message, "code": code}}, status=status, json_dumps_params={"ensure_ascii": False})
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


def refused(_request: HttpRequest, error: Refusal) -> JsonResponse:
    """A refusal in words, with the status that tells a program what kind it is."""
    message = _(error.template) % error.values
    match error:
        case Unknown():
            return failure(401, "sign_in", message)
        case NotAllowed():
            return failure(403, "not_allowed", message)
        case Missing():
            return failure(404, "not_found", message)
        case OtherKind():
            return failure(415, "other_kind", message)
        case Unreadable():
            return failure(400, "unreadable", message)
    if error.template in CONFLICTS:
        return failure(409, "conflict", message)
    return failure(400, "refused", message)


def invalid(request: HttpRequest, error: ValidationError) -> JsonResponse:
    """The first thing that does not fit, by its name in the request."""
    first = error.errors[0]
    template = _WRONG.get(first["type"], _ODD)
    where = ".".join(str(part) for part in first["loc"][1:] if part != "body") or _("The body of the request")
    return failure(400, "unreadable", _(template) % {"where": where, **first.get("ctx", {})})


def install(api: NinjaAPI) -> None:
    """Answer every error of this interface in its own shape."""

    def http_error(request: HttpRequest, error: HttpError) -> JsonResponse:
        if isinstance(error.__cause__, OtherKind):
            return refused(request, error.__cause__)
        return refused(request, Unreadable("The body of the request is not JSON."))

    def too_big(request: HttpRequest, error: RequestDataTooBig) -> JsonResponse:
        return failure(413, "too_big", _("The request is too big."))

    def not_found(request: HttpRequest, error: Http404) -> JsonResponse:
        return absent(request)

    handlers: dict[type[Exception], Any] = {
        Refusal: refused,
        ValidationError: invalid,
        HttpError: http_error,
        RequestDataTooBig: too_big,
        Http404: not_found,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def absent(_request: HttpRequest) -> JsonResponse:
    """The answer at an address where nothing is."""
    return failure(404, "not_found", _("There is nothing at this address. The operations stand in /api/v1/openapi.json."))
