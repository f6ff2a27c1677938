"""Signed deliveries at the door: nothing without a signature, nothing twice, nothing too much; and a hub after the recommendation."""

from __future__ import annotations

import asyncio
import hmac
import json
import threading
import urllib.parse
from datetime import timedelta
from hashlib import sha1, sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.test import Client
from tests.scene import Scene

from huiying.actions import hub
from huiying.actions.actor import OPERATOR
from huiying.actions.source import add_source, renew_key
from huiying.core.types import Refusal
from huiying.publish.subscribe import NotAsked, ask, asking, secret, token
from huiying.store import models
from huiying.store.keys import push_key
from huiying.web.views import hooks
from huiying.worker.address import guarded_connector
from huiying.worker.arrivals import Arrivals
from huiying.worker.live import LivePipeline

CANARY = "canaryhandle_7731"


@pytest.fixture(autouse=True)
def unhurried() -> None:
    hooks._heard.clear()


@pytest.fixture
def source(scene: Scene) -> models.Source:
    row = add_source(OPERATOR, name="热线系统", url="", kind="hotline", adapter="push", now=scene.tick())
    renew_key(OPERATOR, row, now=scene.tick())
    row.refresh_from_db()
    return row


def signature(key: str, body: bytes, way: Any = sha256) -> str:
    return f"{way().name}=" + hmac.new(key.encode(), body, way).hexdigest()


def send(source: models.Source, document: object, name: str = "a", key: str = "", **headers: str) -> Any:
    body = document if isinstance(document, bytes) else json.dumps(document, ensure_ascii=False).encode()
    signed = {"X-Hub-Signature-256": signature(key or push_key(source), body), "Idempotency-Key": name}
    return Client().post(f"/hooks/{source.pk}/", body, content_type="application/json", headers={**signed, **headers})


def delivery(scene: Scene, *texts: str, **more: object) -> dict[str, object]:
    items = [{"id": f"n{number}", "text": text, "author": CANARY, "phone": CANARY} for number, text in enumerate(texts)]
    return {"sent_at": scene.now.isoformat(), "items": items, **more}


def test_a_delivery_is_kept_masked_and_taken_by_the_worker(scene: Scene, source: models.Source) -> None:
    answer = send(source, delivery(scene, "望澜镇停水，联系电话15400007731", "望澜镇路灯不亮"))
    assert answer.status_code == 202 and answer.json() == {"taken": 2, "gone": 0, "again": False}
    arrived = models.Arrival.objects.get()
    assert "15400007731" not in str(arrived.items) and CANARY not in str(arrived.items) and "〔电话〕" in str(arrived.items)
    pipeline = LivePipeline()
    pipeline.load(scene.tick())
    assert Arrivals().take(pipeline, scene.tick()) == 2
    assert send(source, delivery(scene, gone=["n1"]), "b").status_code == 202
    Arrivals().take(pipeline, scene.tick())
    assert models.Item.objects.filter(gone="withdrawn").count() == 1


def test_what_is_not_signed_is_not_even_read(scene: Scene, source: models.Source) -> None:
    good = delivery(scene, "停水")
    old = push_key(source)
    renew_key(OPERATOR, source, now=scene.tick())
    source.refresh_from_db()
    for answer in (
        send(source, good, key=old),
        send(source, b"{broken", key="wrong"),
        send(source, good, **{"X-Hub-Signature-256": ""}),
        send(source, good, **{"X-Hub-Signature-256": "sha256="}),
        send(source, good, **{"X-Hub-Signature-256": "sha256=é" * 20}),
        send(models.Source(pk=999), good),
    ):
        assert answer.status_code == 401 and answer.json()["error"]["code"] == "signature"
    assert Client().get(f"/hooks/{source.pk}/").status_code == 405
    assert not models.Arrival.objects.exists()
    source.active = False
    source.save()
    assert send(source, good).status_code == 401


def test_replays_wrong_documents_and_too_much(scene: Scene, source: models.Source) -> None:
    first = delivery(scene, "停水")
    assert send(source, first, "a").status_code == 202
    assert send(source, first, "a").status_code == 200, "the sender may ask again"
    assert send(source, first, "b").json()["error"]["code"] == "replay"
    assert send(source, delivery(scene, "别的"), "a").status_code == 409
    assert send(source, {**first, "sent_at": (scene.now - timedelta(hours=2)).isoformat()}, "c").status_code == 422
    assert send(source, b"{broken", "d").status_code == 422
    assert send(source, first, "").json()["error"]["code"] == "idempotency_key"
    assert send(source, b" " * (1024 * 1024 + 1), "e").status_code == 413
    assert models.Arrival.objects.count() == 1
    codes = [send(source, {**first, "sent_at": scene.now.isoformat()}, "a").status_code for _ in range(70)]
    assert codes[-1] == 429


def test_only_deliveries_have_keys(scene: Scene) -> None:
    row = add_source(OPERATOR, name="x", url="https://x.example/feed", now=scene.tick())
    with pytest.raises(Refusal, match="takes no deliveries"):
        renew_key(OPERATOR, row, now=scene.tick())


class Hub:
    """A hub as the recommendation of 2018 has it: takes a subscription with 202, verifies the intent, then distributes what came."""

    def __init__(self, status: int = 202) -> None:
        self.asked: list[dict[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                assert self.headers["Content-Type"] == "application/x-www-form-urlencoded"
                outer.asked.append(dict(urllib.parse.parse_qsl(body.decode(), strict_parsing=True)))
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def verify(self, challenge: str = "a challenge", **changed: str) -> Any:
        """GET the callback with what was asked for (5.3)."""
        wanted = self.asked[-1]
        query = {"hub.mode": wanted["hub.mode"], "hub.topic": wanted["hub.topic"], "hub.challenge": challenge}
        query |= {"hub.lease_seconds": wanted["hub.lease_seconds"], **changed}
        return Client().get(urllib.parse.urlsplit(wanted["hub.callback"]).path, query)

    def distribute(self, body: bytes, way: Any = sha256, key: str = "") -> Any:
        """POST the callback, signed with the secret (7.1)."""
        wanted = self.asked[-1]
        signed = signature(key or wanted["hub.secret"], body, way)
        path = urllib.parse.urlsplit(wanted["hub.callback"]).path
        return Client().post(path, body, content_type="application/rss+xml; charset=utf-8", headers={"X-Hub-Signature": signed})


RSS = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>县报</title><item><guid>g1</guid>
<title>明日停水通知</title><description>电话15400007731</description><dc:creator>canaryhandle_7731</dc:creator></item></channel></rss>""".encode()


def test_a_hub_is_asked_verified_and_delivers(scene: Scene) -> None:
    made = Hub()
    row = add_source(OPERATOR, name="县报", url="https://paper.example/feed", allow_private=True, now=scene.tick())
    hub.subscribe(OPERATOR, row, hub=made.url, topic="https://paper.example/feed", now=scene.tick())
    row.refresh_from_db()
    assert hub.due(row, scene.now)
    ask_hub(row)
    hub.asked(row, now=scene.tick())
    assert not hub.due(row, scene.now)
    (sent,) = made.asked
    assert set(sent) == {"hub.mode", "hub.topic", "hub.callback", "hub.lease_seconds", "hub.secret"}
    assert sent["hub.callback"] == f"https://desk.example/hooks/{row.pk}/hub/{token(row)}/" and sent["hub.secret"] == secret(row)

    for wrong in ({"hub.topic": "https://other.example/"}, {"hub.mode": "unsubscribe"}, {"hub.lease_seconds": "x"}, {"hub.challenge": ""}):
        assert made.verify(**wrong).status_code == 404
    assert made.distribute(RSS).status_code == 202, "a hub may be quick"
    models.Arrival.objects.all().delete()
    models.Delivery.objects.all().delete()
    answer = made.verify("<b>echo</b>")
    assert answer.status_code == 200 and answer.content == b"<b>echo</b>" and answer["Content-Type"].startswith("text/plain")
    row.refresh_from_db()
    assert hub.agreed(row)["until"] and not hub.due(row, scene.now) and hub.due(row, scene.now + timedelta(days=6))
    assert made.distribute(RSS, key="wrong").status_code == 202 and not models.Arrival.objects.exists()
    assert made.distribute(RSS, sha1).status_code == 202 and not models.Arrival.objects.exists(), "SHA-1 proves nothing any more"
    assert made.distribute(RSS).status_code == 202 and made.distribute(RSS).status_code == 202
    (arrived,) = models.Arrival.objects.all()
    assert "明日停水通知" in str(arrived.items) and CANARY not in str(arrived.items) and "15400007731" not in str(arrived.items)
    assert Client().post(f"/hooks/{row.pk}/hub/{'0' * 40}/", b"x", content_type="text/plain").status_code == 404

    hub.unsubscribe(OPERATOR, row, now=scene.tick())
    assert made.distribute(RSS).status_code == 404
    with pytest.raises(NotAsked, match="not on the register"):
        ask_hub(row)


def ask_hub(row: models.Source) -> None:
    wanted = asking(row, base="https://desk.example/", lease=hub.LEASE)

    async def reach() -> None:
        await ask(wanted, connector=guarded_connector(allow_private=row.allow_private))

    asyncio.run(reach())


def test_a_hub_inside_is_not_reached_without_leave(scene: Scene) -> None:
    made = Hub(500)
    row = add_source(OPERATOR, name="县报", url="https://paper.example/feed", now=scene.tick())
    hub.subscribe(OPERATOR, row, hub=made.url, topic="https://paper.example/feed", now=scene.tick())
    row.refresh_from_db()
    with pytest.raises(NotAsked):
        ask_hub(row)
    assert made.asked == []
    models.Source.objects.update(allow_private=True)
    row.refresh_from_db()
    with pytest.raises(NotAsked, match="500"):
        ask_hub(row)
