"""Deliveries from outside, each signed: another system of the body, or the hub of a feed. Open to whoever has the key."""

from __future__ import annotations

import hmac
import time
from collections import OrderedDict
from hashlib import blake2b, sha256
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from huiying import clock
from huiying.actions import hub as hubs
from huiying.actions.arrival import Replayed, deliver
from huiying.core.clean.item import clean
from huiying.core.collect.adapter import Body
from huiying.core.types import Item, Refusal
from huiying.publish.subscribe import secret, token
from huiying.store import models
from huiying.store.keys import push_key
from huiying.web import words
from huiying.web.permission import needs
from huiying.worker.reading import about, read_body

MOST_BYTES = 1024 * 1024
A_MINUTE = 60  # deliveries of one source
LONGEST_NAME = 200
_heard: OrderedDict[int, tuple[float, int]] = OrderedDict()


@csrf_exempt  # the signature is the proof, there is no session
@require_POST
@needs("public")
def push(request: HttpRequest, pk: int) -> HttpResponse:
    """A signed delivery: 202 when it is kept, 200 when it was before. Nothing of a body without a right signature is even parsed."""
    source = models.Source.objects.filter(pk=pk, adapter="push", active=True).first()
    body = _body(request)
    if isinstance(body, HttpResponse):
        return body
    # a source that is not there is answered as a wrong signature is
    key = push_key(source) if source is not None else "0"
    signed = _signed(request, key, body)
    if source is None or not signed:
        return _refused(401, "signature")
    if _too_often(pk):
        return _refused(429, "rate", **{"Retry-After": "60"})
    name = request.headers.get("Idempotency-Key", "")
    if not name or len(name) > LONGEST_NAME:
        return _refused(400, "idempotency_key")
    now = clock.now()
    try:
        reading = read_body("push", Body(body, source.url), about(source, now), None)
        items = _unique([clean(raw, first_seen=now, zone=ZoneInfo(source.zone)) for raw in reading.items])
        new = deliver(source, items, name=_digest(name), mark=_digest(signed), gone=reading.gone, now=now)
    except Replayed as again:
        return _refused(409, "replay", words.say(again))
    except Refusal as refused:
        return _refused(422, "document", words.say(refused))
    return JsonResponse({"taken": len(items), "gone": len(reading.gone), "again": not new}, status=202 if new else 200)


@csrf_exempt  # the hub has no session; the address holds what only it was told, and its deliveries are signed
@require_http_methods(["GET", "POST"])
@needs("public")
def hub(request: HttpRequest, pk: int, mark: str) -> HttpResponse:
    """GET: a hub makes sure that we asked (WebSub 5.3). POST: it delivers (7.1); 2xx also where the signature is wrong, as 7.1.2 has it."""
    source = models.Source.objects.filter(pk=pk, active=True).first()
    if source is None or not hubs.agreed(source) or not hmac.compare_digest(mark, token(source)):
        raise Http404
    if request.method == "GET":
        return _challenge(request, source)
    body = _body(request)
    if isinstance(body, HttpResponse):
        return body
    signed = _signed(request, secret(source), body)
    if not signed or _too_often(pk):
        return HttpResponse(status=202)
    now = clock.now()
    declared, _, rest = request.headers.get("Content-Type", "").partition(";")
    charset = rest.partition("charset=")[2].strip().strip("\"'")[:40]
    try:
        sent = Body(body, str(hubs.agreed(source)["topic"]), declared.strip(), charset)
        reading = read_body(source.adapter, sent, about(source, now), None)
        items = _unique([clean(raw, first_seen=now, zone=ZoneInfo(source.zone)) for raw in reading.items])
        deliver(source, items, name=_digest(signed), mark=_digest(signed), now=now)
    except Refusal as refused:
        return HttpResponse(words.say(refused), status=202, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=202)


def _challenge(request: HttpRequest, source: models.Source) -> HttpResponse:
    agreed = hubs.agreed(source)
    mode, topic, challenge = (request.GET.get(f"hub.{name}", "") for name in ("mode", "topic", "challenge"))
    if topic != agreed["topic"] or not challenge or len(challenge) > 1000:
        raise Http404
    if mode != "subscribe":
        raise Http404  # we end no subscription: a lease runs out
    lease = request.GET.get("hub.lease_seconds", "")
    if not (lease.isascii() and lease.isdigit() and len(lease) < 10 and int(lease) > 0):
        raise Http404
    hubs.confirmed(source, seconds=int(lease), now=clock.now())
    answer = HttpResponse(challenge, content_type="text/plain; charset=utf-8")
    answer["Cache-Control"] = "no-store"
    return answer


def _body(request: HttpRequest) -> bytes | HttpResponse:
    said = request.headers.get("Content-Length", "")
    if not said.isdigit():
        return _refused(411, "length")
    if int(said) > MOST_BYTES:
        return _refused(413, "too_large")
    body = request.read(MOST_BYTES + 1)
    return body if len(body) <= MOST_BYTES else _refused(413, "too_large")


def _signed(request: HttpRequest, key: str, body: bytes) -> str:
    """The signature, where it is that of this body; compared in constant time."""
    given = request.headers.get("X-Hub-Signature-256", "") or request.headers.get("X-Hub-Signature", "")
    made = "sha256=" + hmac.new(key.encode(), body, sha256).hexdigest()
    return made if hmac.compare_digest(made.encode(), given.strip().encode("utf-8", "surrogateescape")) else ""


def _too_often(pk: int) -> bool:
    now = time.monotonic()
    begun, count = _heard.pop(pk, (now, 0))
    if now - begun >= 60:
        begun, count = now, 0
    _heard[pk] = (begun, count + 1)
    while len(_heard) > 1000:
        _heard.popitem(last=False)
    return count >= A_MINUTE


def _unique(items: list[Item]) -> list[Item]:
    return list({item.id: item for item in items}.values())


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _refused(status: int, code: str, said: str = "", **headers: str) -> HttpResponse:
    answer = JsonResponse({"error": {"code": code, "message": said}}, status=status)
    for name, value in headers.items():
        answer[name] = value
    return answer
