"""Notifications leave through one door, to registered channels of staff and to nobody else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests import scene as made
from tests.catchers import Mailbox, Webhook

from huiying.actions import notice_channel as register
from huiying.actions.actor import OPERATOR
from huiying.core.types import Refusal
from huiying.publish.notify import link
from huiying.publish.notify.send import CHATS, Message, NotSent, address_of, send
from huiying.store.models import Entry, NoticeChannel

pytestmark = pytest.mark.django_db
MESSAGE = Message("■ 红色：望澜镇自来水发黄", "地点：望澜镇\n原因：中毒")
SOURCE = Path(__file__).parents[2] / "src" / "huiying"


@pytest.fixture
def scene() -> made.Scene:
    return made.set_up()


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    box = Mailbox()
    monkeypatch.setenv("HUIYING_NOTIFY_MAIL", box.url)
    yield box
    box.close()


@pytest.fixture
def webhook(monkeypatch: pytest.MonkeyPatch) -> Iterator[Webhook]:
    hook = Webhook()
    monkeypatch.setenv("HUIYING_NOTIFY_DUTY", hook.url)
    yield hook
    hook.close()


def mail(scene: made.Scene, role: str = "duty") -> NoticeChannel:
    return register.add_mailbox(scene.actors["admin"], member=scene.member(role), address=f"{role}@lanchuan.example", now=scene.tick())


def chat(scene: made.Scene, setting: str = "HUIYING_NOTIFY_DUTY") -> NoticeChannel:
    return register.add_chat(OPERATOR, name="值班群", setting=setting, role="duty", now=scene.tick())


def test_mail_goes_to_one_registered_member(scene: made.Scene, mailbox: Mailbox) -> None:
    send(mail(scene), MESSAGE)
    [(recipients, letter)] = mailbox.letters
    assert recipients == ["duty@lanchuan.example"]
    assert letter["Subject"] == MESSAGE.title and "原因：中毒" in mailbox.text()


@pytest.mark.parametrize(
    "more",
    ["&to=press@else.example", "&cc=press@else.example", "&bcc=press@else.example", "&%74o=press@else.example", "&To=press@else.example"],
)
def test_nobody_is_added_by_the_setting(scene: made.Scene, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch, more: str) -> None:
    monkeypatch.setenv("HUIYING_NOTIFY_MAIL", mailbox.url.replace("?", "/press@else.example?") + more)
    send(mail(scene), MESSAGE)
    assert [recipients for recipients, _ in mailbox.letters] == [["duty@lanchuan.example"]]


def test_a_chat_group_gets_one_post(scene: made.Scene, webhook: Webhook) -> None:
    send(chat(scene), MESSAGE)
    [(method, path, body)] = webhook.requests
    assert (method, path) == ("POST", "/hook/s3cr3tt0ken")
    assert body["title"] == MESSAGE.title and body["message"] == MESSAGE.body


@pytest.mark.parametrize(
    "url",
    [
        "twitter://a/b/c/d",
        "mastodon://token@social.example",
        "bluesky://a:b",
        "reddit://a:b@c/d",
        "mailto://a:b@c.example",
        "tgram://1:x/2",
        "sns://a/b/c",
        "http://a.example",
    ],
)
def test_no_public_voice_can_stand_behind_a_chat_group(scene: made.Scene, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("HUIYING_NOTIFY_DUTY", url)
    with pytest.raises(NotSent, match="not_a_staff_channel"):
        send(chat(scene), MESSAGE)


def test_every_permitted_chat_is_one_that_the_carrier_knows() -> None:
    import apprise

    known = {
        str(name)
        for row in apprise.Apprise().details()["schemas"]
        for kind in ("protocols", "secure_protocols")
        for name in row[kind] or ()
    }
    assert known >= CHATS


def test_nothing_is_sent_where_nothing_is_registered(scene: made.Scene, webhook: Webhook, mailbox: Mailbox) -> None:
    stranger = NoticeChannel(kind="mail", name="x", address="x@else.example", member=scene.member("duty"))
    paused, left = chat(scene), mail(scene)
    register.set_channel_active(scene.actors["admin"], paused, active=False, now=scene.tick())
    gone = scene.member("duty")
    gone.is_active = False
    gone.save()
    for channel in (stranger, paused, left):
        with pytest.raises(NotSent, match="not_registered"):
            send(channel, MESSAGE)
    assert webhook.requests == [] and mailbox.letters == []


def test_a_missing_setting_and_an_unreadable_one(scene: made.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    row = chat(scene, "HUIYING_NOTIFY_NOWHERE")
    with pytest.raises(NotSent, match="not_set"):
        send(row, MESSAGE)
    monkeypatch.setenv("HUIYING_NOTIFY_NOWHERE", "slack://nothing")
    with pytest.raises(NotSent, match="not_an_address"):
        send(row, MESSAGE)


def test_what_the_other_side_refuses_is_said_without_secrets(scene: made.Scene, webhook: Webhook, mailbox: Mailbox) -> None:
    webhook.status, mailbox.refuses = 503, True
    for channel, word in ((chat(scene), "503"), (mail(scene), "")):
        with pytest.raises(NotSent) as failed:
            send(channel, MESSAGE)
        assert word in failed.value.why and failed.value.why
        assert not any(secret in failed.value.why for secret in ("geheimnis7", "s3cr3tt0ken", "robot"))


def test_no_redirect_is_followed(scene: made.Scene, webhook: Webhook) -> None:
    webhook.status, webhook.location = 302, f"http://127.0.0.1:{webhook.port}/elsewhere"
    with pytest.raises(NotSent):
        send(chat(scene), MESSAGE)
    assert [path for _, path, _ in webhook.requests] == ["/hook/s3cr3tt0ken"]


def test_no_secret_and_no_mailbox_is_on_the_record(scene: made.Scene, webhook: Webhook, mailbox: Mailbox) -> None:
    for channel in (chat(scene), mail(scene)):
        assert address_of(channel)
        send(channel, MESSAGE)
    assert NoticeChannel.objects.get(kind="chat").address == "HUIYING_NOTIFY_DUTY"
    said = "".join(Entry.objects.values_list("data", flat=True))
    assert "geheimnis7" not in said and "@lanchuan" not in said
    assert Entry.objects.filter(type="notice_channel_added").count() == 2


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"setting": "json://a.example"}, "is a secret"),
        ({"setting": "HUIYING_SECRET_KEY"}, "is a secret"),
        ({"setting": "HUIYING_NOTIFY_MAIL"}, "is a secret"),
        ({"name": " "}, "needs a name"),
        ({"role": ""}, "either to a role or to a department"),
        ({"role": "public"}, "not a role"),
        ({"lang": "fr"}, "are written in"),
    ],
)
def test_a_chat_group_that_is_refused(scene: made.Scene, values: dict[str, str], why: str) -> None:
    given = {"name": "值班群", "setting": "HUIYING_NOTIFY_DUTY", "role": "duty", **values}
    with pytest.raises(Refusal, match=why):
        register.add_chat(OPERATOR, now=scene.tick(), **given)  # type: ignore[arg-type]


def test_a_mailbox_that_is_refused(scene: made.Scene) -> None:
    with pytest.raises(Refusal, match="not an e-mail"):
        register.add_mailbox(OPERATOR, member=scene.member("duty"), address="duty", now=scene.tick())
    mail(scene)
    with pytest.raises(Refusal, match="already"):
        mail(scene)
    with pytest.raises(Refusal):
        register.add_mailbox(scene.actors["duty_lead"], member=scene.member("duty"), address="a@b.example", now=scene.tick())


def test_only_the_door_carries() -> None:
    """Nothing else of the product can reach the library that sends."""
    users = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            if any(name.split(".")[0] == "apprise" for name in names):
                users.append(path.relative_to(SOURCE).as_posix())
    assert set(users) == {"publish/notify/send.py"}


def test_a_link_is_for_one_person_one_ringing_and_one_day(scene: made.Scene) -> None:
    row = made.take_in(scene)
    token = link.make(row, scene.member("duty"), scene.now)
    found = link.read(token)
    assert found is not None and (found.warning, found.member) == (row.pk, scene.member("duty").pk)
    assert not found.over(scene.now + link.LASTS - timedelta(seconds=1)) and found.over(scene.now + link.LASTS)
    assert not found.outdated(row)
    row.level = "red"
    assert found.outdated(row)
    row.level, row.rung_at = "yellow", row.rung_at + timedelta(hours=1)
    assert found.outdated(row)
    assert link.read(token.replace("-", "-1", 1)) is None and link.read(token[:-1]) is None and link.read("") is None
