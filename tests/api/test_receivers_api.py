"""Programs that are told, by the programming interface: the key in one answer alone, whatever is sent again."""

from __future__ import annotations

import pytest
from tests import scene as made
from tests.api.conftest import Caller

from huiying.actions import token
from huiying.actions.actor import OPERATOR
from huiying.publish.webhook import key
from huiying.store.models import Entry, Once, Receiver

BODY = {"name": "市级平台", "url": "https://pingtai.lanchuan.example/told", "events": ["case_opened"]}


@pytest.fixture
def call(scene: made.Scene) -> Caller:
    """A program whose key carries this one permission."""
    return Caller(token.issue_token(OPERATOR, scene.member("admin"), scopes=["receiver.manage"], now=scene.tick()))


def test_everything_that_can_be_done(call: Caller) -> None:
    added = call.post("/receivers", BODY)
    row = Receiver.objects.get()
    assert added.status_code == 201 and added.json()["key"] == key(row) and added["Cache-Control"] == "no-store"
    assert "key" not in call.get(f"/receivers/{row.pk}").json() and "whsec_" not in call.get("/receivers").content.decode()
    assert call.get("/receivers").json()["results"][0] == call.get(f"/receivers/{row.pk}").json()
    assert call.post(f"/receivers/{row.pk}/pause").json()["active"] is False
    assert call.post(f"/receivers/{row.pk}/resume").json()["active"] is True
    assert call.post(f"/receivers/{row.pk}/test").json()["test_asked_at"] is not None
    assert call.post(f"/receivers/{row.pk}/test").status_code == 400
    renewed = call.post(f"/receivers/{row.pk}/key").json()["key"]
    assert renewed != added.json()["key"] and renewed == key(Receiver.objects.get())
    assert call.post(f"/receivers/{row.pk}/drop", {"reason": ""}).status_code == 400
    assert call.post(f"/receivers/{row.pk}/drop", {"reason": "平台已下线"}).status_code == 204
    assert call.get(f"/receivers/{row.pk}").status_code == 404


@pytest.mark.parametrize(
    "more", [{"url": "http://pingtai.lanchuan.example/"}, {"events": ["case_open"]}, {"allow_private": True}, {"name": ""}]
)
def test_what_is_refused(call: Caller, more: dict[str, object]) -> None:
    assert call.post("/receivers", {**BODY, **more}).status_code == 400
    assert not Receiver.objects.exists()


def test_a_call_that_is_sent_again_does_nothing_again_and_tells_no_key(call: Caller) -> None:
    first = call("POST", "/receivers", BODY, **{"Idempotency-Key": "a"})
    again = call("POST", "/receivers", BODY, **{"Idempotency-Key": "a"})
    assert (first.status_code, again.status_code) == (201, 201) and again["Idempotent-Replayed"] == "true"
    assert first.json()["key"].startswith("whsec_") and again.json() == {**first.json(), "key": None}
    path = f"/receivers/{first.json()['id']}/key"
    renewed = call("POST", path, **{"Idempotency-Key": "b"}).json()["key"]
    assert call("POST", path, **{"Idempotency-Key": "b"}).json()["key"] is None
    row = Receiver.objects.get()
    assert (row.turn, key(row)) == (1, renewed)
    kept = b"".join(bytes(one) for one in Once.objects.values_list("answer", flat=True))
    assert b"whsec_" not in kept and Once.objects.count() == 2


def test_a_key_without_this_scope_reads_and_changes_nothing(scene: made.Scene, call: Caller) -> None:
    call.post("/receivers", BODY)
    other = Caller(token.issue_token(OPERATOR, scene.member("admin"), scopes=["user.manage"], now=scene.tick()))
    assert other.get("/receivers").status_code == 403
    assert other.post("/receivers/1/pause").status_code == 403 and Receiver.objects.get().active
    assert Entry.objects.filter(type="act_refused").count() == 1
