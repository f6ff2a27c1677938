"""Idempotency keys: a call that names itself is carried out once, however often it is sent."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import orjson
from django.core.exceptions import RequestDataTooBig
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import once
from huiying.api.errors import failure
from huiying.api.gate import caller
from huiying.core.types import Refusal

HEADER = "Idempotency-Key"
REPLAYED = "Idempotent-Replayed"
LONGEST = 200
# What was not let in, or broke, is not an answer to keep: the same call may be right a moment later.
_NOT_KEPT = (401, 403, 429)
_SECRETS = "huiying_shown_once"

Run = Callable[[], HttpResponseBase]


def carried_out_once(request: HttpRequest, run: Run) -> HttpResponseBase:
    """The answer of `run`, or the one that this call had before. Act and answer are one transaction: no crash parts them."""
    key = request.headers.get(HEADER)
    if key is None or request.method != "POST":
        return run()
    if not 1 <= len(key) <= LONGEST or not key.isprintable():
        return failure(400, "unreadable", _("An idempotency key has 1 to %(most)d characters.") % {"most": LONGEST})
    try:
        member, _token = caller(request)
        content = b"\0".join((request.get_full_path().encode("utf-8", "surrogateescape"), request.body))
    except Refusal:
        return run()
    except RequestDataTooBig:
        return failure(413, "too_big", _("The request is too big."))
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        now = clock.now()
        before = once.known(member, key, now)
        if before is not None:
            if before.digest != digest:
                said = _("This idempotency key was used for another call within the last day. Choose a new one.")
                return failure(409, "conflict", said)
            again = HttpResponse(bytes(before.answer), status=before.status, content_type="application/json; charset=utf-8")
            again[REPLAYED] = "true"
            return again
        answer = run()
        if isinstance(answer, HttpResponse) and _keeps(answer):
            once.remember(member, key=key, digest=digest, status=answer.status_code, answer=answer.content, now=now)
        elif isinstance(answer, HttpResponse) and answer.status_code < 300 and (secrets := getattr(request, _SECRETS, ())):
            kept = orjson.dumps({**orjson.loads(answer.content), **dict.fromkeys(secrets)})
            once.remember(member, key=key, digest=digest, status=answer.status_code, answer=kept, now=now)
    return answer


def shown_once(request: HttpRequest, *names: str) -> None:
    """These fields of the answer are secrets: a call that is sent again gets null for them, and they are stored nowhere."""
    setattr(request, _SECRETS, names)


def _keeps(answer: HttpResponse) -> bool:
    """What must not be stored (an unsealed note) is not kept here either; such a call only reads, so it may run again."""
    stored = "no-store" not in answer.get("Cache-Control", "")
    return stored and answer.status_code < 500 and answer.status_code not in _NOT_KEPT
