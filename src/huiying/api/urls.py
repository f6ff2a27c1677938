"""The programming interface, version 1: every operation in one place."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import orjson
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver, path, re_path
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from ninja.parser import Parser

from huiying import __version__
from huiying.api import (
    cases,
    claims,
    clearing,
    commitments,
    concerns,
    conferences,
    contests,
    correction_requests,
    duty,
    enquiries,
    events,
    found,
    instructions,
    investigations,
    lines,
    notes,
    proposals,
    publisher_requests,
    receivers,
    registers,
    rules,
    settling,
    silences,
    statements,
    tasks,
    timing,
    trials,
    warnings,
)
from huiying.api.describe import Described
from huiying.api.errors import OtherKind, absent, failure, install
from huiying.api.gate import undeclared
from huiying.api.once import carried_out_once

ROOT = "/api/v1"
DESCRIPTION = "/openapi.json"
JSON = "application/json"
ROUTERS = (
    found,
    proposals,
    warnings,
    silences,
    cases,
    claims,
    tasks,
    statements,
    registers,
    events,
    rules,
    duty,
    timing,
    notes,
    trials,
    receivers,
)
LIFE = (settling, concerns, commitments, clearing, lines, instructions, investigations, enquiries, conferences)
ASKED = (contests, correction_requests, publisher_requests)


class StrictParser(Parser):
    """JSON as RFC 8259 has it, under its own name: no NaN, and no half of a character that nothing could store."""

    def parse_body(self, request: HttpRequest) -> Any:
        if request.content_type != JSON:
            raise OtherKind("The body of the request must be JSON. Send it with the header Content-Type: application/json.")
        return orjson.loads(request.body)


api = Described(
    title="Huiying",
    version=__version__,
    urls_namespace="api",
    description="Items, stories, warnings, cases, statements and the record of one desk. Nothing can be asked for by author. "
    "Callers send a token, or use the session of the pages together with its CSRF token.",
    openapi_url=DESCRIPTION,
    docs_url=None,
    auth=undeclared,
    parser=StrictParser(),
)
install(api)
for part in (*ROUTERS, *LIFE, *ASKED):
    api.add_router("", part.router)


def _entry(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view that checks the permission of each of its operations itself; see gate.py."""

    @csrf_exempt
    @wraps(view)
    def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            answer = carried_out_once(request, lambda: view(request, *args, **kwargs))
        except Http404:
            return absent(request)
        if answer.status_code != 405:
            return answer
        said = failure(405, "method", _("%(method)s is not possible here.") % {"method": request.method})
        said["Allow"] = answer["Allow"]
        return said

    run.checks_operations = True  # type: ignore[attr-defined]
    return run


def _marked(pattern: URLPattern | URLResolver) -> URLPattern | URLResolver:
    assert isinstance(pattern, URLPattern)
    pattern.callback = _entry(pattern.callback)
    return pattern


urlpatterns = [path("v1/", (list(map(_marked, api.urls[0])), "ninja", "api")), re_path("", _entry(lambda request: absent(request)))]
