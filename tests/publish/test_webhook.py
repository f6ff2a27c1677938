"""What a receiver is sent: signed as the standard has it, to where the register says, and nothing more than that something happened."""

from __future__ import annotations

import asyncio
import base64
import hmac
import json
from collections.abc import Iterator

import pytest
from tests import scene as made
from tests.catchers import Webhook

from huiying.actions import receiver as register
from huiying.actions.actor import OPERATOR
from huiying.cli import main
from huiying.core.types import Refusal
from huiying.publish.webhook import NotTaken, key, signature, tell, telling, trial
from huiying.store.models import Entry, Receiver
from huiying.worker.address import guarded_connector

pytestmark = pytest.mark.django_db


@pytest.fixture
def hook() -> Iterator[Webhook]:
    found = Webhook()
    yield found
    found.close()


@pytest.fixture
def scene() -> made.Scene:
    return made.set_up()


def add(scene: made.Scene, url: str, **given: object) -> Receiver:
    given = {"name": "市级平台", "url": url, "allow_private": True, **given}
    return register.add_receiver(OPERATOR, now=scene.tick(), **given)  # type: ignore[arg-type]


def address(hook: Webhook) -> str:
    return f"http://127.0.0.1:{hook.port}/told"


def send(row: Receiver, now: object, *, entry: Entry | None = None, allow_private: bool = True) -> None:
    told = trial(row, now) if entry is None else telling(row, entry, now)  # type: ignore[arg-type]

    async def run() -> None:
        await tell(told, connector=guarded_connector(allow_private=allow_private))

    asyncio.run(run())


def test_the_signature_is_that_of_the_standard() -> None:
    """The example that its authors publish."""
    body = b'{"event_type":"ping","data":{"success":true}}'
    made = signature("whsec_plJ3nmyCDGBKInavdOK15jsl", "msg_loFOjxBNrRLzqYUf", "1731705121", body)
    assert made == "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0="


def test_a_receiver_can_check_what_it_is_sent(scene: made.Scene, hook: Webhook) -> None:
    row, opened = add(scene, address(hook)), made.open_case(scene)
    entry = Entry.objects.get(type="case_opened")
    send(row, scene.now, entry=entry)
    [(headers, body)] = hook.raw
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    secret = base64.b64decode(key(row).removeprefix("whsec_"))
    assert headers["webhook-signature"] == "v1," + base64.b64encode(hmac.digest(secret, content, "sha256")).decode()
    assert int(headers["webhook-timestamp"]) == int(scene.now.timestamp()) and len(secret) == 32
    assert json.loads(body) == {
        "type": "case_opened",
        "timestamp": entry.at,
        "data": {"entry": entry.id, "subject": f"case:{opened.pk}", "by": "staff", "hash": entry.hash},
    }
    assert made.STAFF_MARK not in body.decode() and "canary" not in body.decode() and opened.title not in body.decode()
    send(row, scene.tick(), entry=entry)
    assert hook.raw[1][0]["webhook-id"] == headers["webhook-id"] and hook.raw[1][0]["webhook-signature"] != headers["webhook-signature"]


def test_another_receiver_and_another_turn_have_another_key(scene: made.Scene, hook: Webhook) -> None:
    one, other = add(scene, address(hook)), add(scene, address(hook), name="省级平台")
    before = key(one)
    register.renew_key(OPERATOR, one, now=scene.tick())
    assert len({before, key(one), key(other)}) == 3
    stored = json.dumps([*Receiver.objects.values(), *Entry.objects.values("data")], default=str)
    assert before not in stored and key(one) not in stored


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}/told", "http://localhost:{port}/told", "http://[::ffff:127.0.0.1]:{port}/told"])
def test_nothing_inside_is_reached_unless_the_operator_says_so(scene: made.Scene, hook: Webhook, url: str) -> None:
    row = add(scene, url.format(port=hook.port))
    with pytest.raises(NotTaken, match="not on the public internet"):
        send(row, scene.now, allow_private=False)
    assert hook.raw == []


def test_a_metadata_service_is_reached_by_nobody(scene: made.Scene) -> None:
    row = add(scene, "http://169.254.169.254/latest/meta-data/")
    with pytest.raises(NotTaken, match="not on the public internet"):
        send(row, scene.now)


def test_no_redirect_is_followed(scene: made.Scene, hook: Webhook) -> None:
    hook.status, hook.location = 307, f"http://127.0.0.1:{hook.port}/elsewhere"
    with pytest.raises(NotTaken, match="it answered 307"):
        send(add(scene, address(hook)), scene.now)
    assert [path for _, path, _ in hook.requests] == ["/told"]


def test_a_failure_names_no_secret(scene: made.Scene, hook: Webhook) -> None:
    row = add(scene, address(hook) + "?ticket=geheimnis7")
    hook.close()
    with pytest.raises(NotTaken) as failed:
        send(row, scene.now)
    assert failed.value.why == "ClientConnectorError"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"url": "http://erp.lanchuan.example/told", "allow_private": False}, "https://"),
        ({"url": "ftp://erp.lanchuan.example/"}, "needs a web address"),
        ({"url": "https://robot:geheimnis7@erp.lanchuan.example/"}, "without a password"),
        ({"url": "https://erp.lanchuan.example/" + "x" * 500}, "at most 500"),
        ({"name": " "}, "needs a name"),
        ({"events": ["case_opened", "case_open"]}, "case_open is no type"),
    ],
)
def test_a_receiver_that_is_refused(scene: made.Scene, given: dict[str, object], why: str) -> None:
    with pytest.raises(Refusal, match=why) as refused:
        add(scene, **{"url": "https://erp.lanchuan.example/told", **given})  # type: ignore[arg-type]
    assert "geheimnis7" not in str(refused.value)


def test_only_who_manages_accounts_may_add_one(scene: made.Scene) -> None:
    with pytest.raises(Refusal):
        register.add_receiver(scene.actors["duty_lead"], name="x", url="https://erp.lanchuan.example/", now=scene.tick())
    add(scene, "https://erp.lanchuan.example/")
    with pytest.raises(Refusal, match="already"):
        add(scene, "https://erp.lanchuan.example/")


def test_the_operator_adds_tries_and_pauses_one(scene: made.Scene, hook: Webhook, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: str) -> tuple[int, str]:
        status = main(["receiver", *words])
        said = capsys.readouterr()
        return status, said.out + said.err

    status, said = run("add", "市级平台", address(hook), "--event", "case_opened", "--allow-private")
    row = Receiver.objects.get()
    assert status == 0 and key(row) in said and row.events == ["case_opened"] and row.allow_private
    assert run("test", "市级平台")[0] == 0
    assert json.loads(hook.raw[0][1])["type"] == "test"
    hook.status = 503
    status, said = run("test", "市级平台")
    assert status == 1 and "it answered 503" in said
    assert run("pause", "市级平台")[0] == 0 and not Receiver.objects.get().active
    assert run("resume", "市级平台")[0] == 0 and Receiver.objects.get().active
    status, said = run("renew-key", "市级平台")
    assert status == 0 and key(row) not in said and key(Receiver.objects.get()) in said
    status, said = run("list")
    assert "市级平台" in said and "whsec_" not in said
    assert run("test", "nobody")[0] == 2
