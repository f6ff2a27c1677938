"""Letters from a real IMAP server: read once, in any charset, without who sent them; nothing in the mailbox is touched."""

from __future__ import annotations

import asyncio
import base64
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from time import process_time

import pytest
from tests.worker.dovecot import PASSWORD, dovecot

from huiying.actions.actor import OPERATOR
from huiying.actions.desk import set_up
from huiying.actions.source import add_source
from huiying.core.types import Refusal
from huiying.store import models
from huiying.worker.arrivals import take_letters
from huiying.worker.child import Children
from huiying.worker.live import LivePipeline
from huiying.worker.mailbox import Post, fetch_letters, read_letters
from huiying.worker.refused import FetchRefused

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
CANARY = "canaryhandle_7731"


def letter(number: int, text: str, size: int = 0) -> bytes:
    """A letter as an old Chinese mail program writes it: GB2312 in subject and body, some characters beyond GB2312."""
    subject = base64.b64encode(f"停水㙍反映{number}".encode("gb18030")).decode()
    sender = base64.b64encode("金丝雀".encode("gbk")).decode()
    head = (
        f"Return-Path: <{CANARY}@mail.example>\r\nReceived: from {CANARY}\r\nFrom: =?gb2312?B?{sender}?= "
        f"<{CANARY}@mail.example>\r\nTo: county@example.org\r\nMessage-ID: <{number}.{CANARY}@mail.example>\r\n"
        f"Date: Mon, 1 Jun 2026 15:0{number % 10}:00 +0800\r\nSubject: =?gb2312?B?{subject}?=\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return head.encode() + f"{text}\r\n\r\n此致\r\n敬礼\r\n{CANARY}\r\n".encode("gb18030") + b"x" * size


def mailbox(host: str, **more: object) -> models.Source:
    set_up(OPERATOR, name_zh="澜川县人民政府", name_en="Lanchuan County", zone="Asia/Shanghai", places=["澜川"], now=NOW)
    options = {"host": host, "user": "county", "secret": "HUIYING_MAILBOX_TEST"}
    return add_source(OPERATOR, name="县长信箱", url="", kind="question", adapter="mailbox", options=options, now=NOW, **more)


def test_letters_are_read_once_and_left_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYING_MAILBOX_TEST", PASSWORD)
    with dovecot() as server:
        row = mailbox(f"127.0.0.1:{server.port}", allow_private=True)
        pipeline = LivePipeline()
        pipeline.load(NOW)
        server.append(letter(1, "停水通知没有看到，望澜镇停水三天了。"))
        server.append(b"From: nobody@mail.example\r\n\r\n")
        server.append(letter(2, "大信", size=6 * 1024 * 1024))
        post = read_letters(row, NOW)
        assert take_letters(pipeline, row.pk, post, NOW) == 1 and post.skipped == 2
        item = models.Item.objects.get()
        assert (item.title, item.text) == ("停水㙍反映1", "停水通知没有看到，望澜镇停水三天了。")
        assert item.published_at == datetime(2026, 6, 1, 7, 1, tzinfo=UTC) and item.kind == "question"
        assert CANARY not in str(vars(item)) and "金丝雀" not in str(vars(item)) and item.url == ""
        assert server.unseen() == 3, "that we read it is not marked"
        row.refresh_from_db()
        assert row.progress["uid"] == 3 and PASSWORD not in str(vars(row))
        assert read_letters(row, NOW).reading.items == ()
        server.append(letter(3, "还是没有水。"))
        assert take_letters(pipeline, row.pk, read_letters(row, NOW), NOW) == 1
        # a mailbox that was made anew counts from the beginning: what is known stays known
        row.refresh_from_db()
        row.progress = {**row.progress, "validity": 1}
        again = read_letters(row, NOW)
        assert len(again.reading.items) == 2 and take_letters(pipeline, row.pk, again, NOW) == 0

        monkeypatch.setenv("HUIYING_MAILBOX_TEST", "wrong")
        with pytest.raises(FetchRefused) as refused:
            read_letters(row, NOW)
        assert refused.value.reason == "mailbox" and "wrong" not in str(refused.value).split("refused")[1]


MULTIPART = b"Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
HOSTILE = {
    "parts": MULTIPART + b"--b\r\n\r\n" * 700_000,
    "subject": b"Subject: " + b"=?utf-8?q?a?= " * 300_000 + b"\r\n\r\nx\r\n",
    "levels": b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(60_000)),
}


def test_a_letter_that_costs_too_much_is_put_aside_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYING_MAILBOX_TEST", PASSWORD)
    spent: list[str] = []
    with dovecot() as server:
        row = mailbox(f"127.0.0.1:{server.port}", allow_private=True)
        for body in HOSTILE.values():
            server.append(body)
        server.append(letter(1, "望澜镇停水三天了。"))

        async def turn() -> Post:
            async with Children() as children:

                async def parse(*arguments: object) -> object:
                    try:
                        return await children.parse(*arguments)  # type: ignore[arg-type]
                    except FetchRefused as refused:
                        spent.append(str(refused.values["cause"]))
                        raise

                with ThreadPoolExecutor(1) as threads:
                    return await fetch_letters(row, threads, NOW, parse=parse)

        begun = process_time()
        post = asyncio.run(turn())
    assert [item.title for item in post.reading.items] == ["停水㙍反映1"]
    assert post.skipped == len(HOSTILE) and post.progress["uid"] == len(HOSTILE) + 1 and not post.more
    assert len(spent) == len(HOSTILE) and set(spent) <= {"time", "memory", "depth"}
    assert process_time() - begun < 2.0, "none of it was read in the worker itself"


def test_a_turn_ends_in_time_and_the_next_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYING_MAILBOX_TEST", PASSWORD)
    monkeypatch.setattr("huiying.worker.mailbox.ENOUGH", 0.0)
    with dovecot() as server:
        row = mailbox(f"127.0.0.1:{server.port}", allow_private=True)
        pipeline = LivePipeline()
        pipeline.load(NOW)
        for number in (1, 2):
            server.append(letter(number, f"望澜镇停水{'一' * number}天了。"))
        for expected, more in ((1, True), (2, False)):
            post = read_letters(row, NOW)
            assert (len(post.reading.items), post.progress["uid"], post.more) == (1, expected, more)
            take_letters(pipeline, row.pk, post, NOW)
            row.refresh_from_db()
            assert (row.due_at <= NOW) is more


def test_tls_is_verified_and_nothing_inside_is_reached_without_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYING_MAILBOX_TEST", PASSWORD)
    with dovecot() as server:
        if server.certificate is None:
            pytest.skip("openssl is not installed")
        row = mailbox(f"localhost:{server.secure}")
        with pytest.raises(FetchRefused) as refused:
            read_letters(row, NOW)
        assert refused.value.reason == "private_address"
        from huiying.worker import mailbox as module

        opened = lambda: module.Guarded("localhost", server.secure, allow_private=True, context=module.ssl.create_default_context())  # noqa: E731
        with pytest.raises(module.ssl.SSLError):
            opened()
        monkeypatch.setenv("SSL_CERT_FILE", str(server.certificate))
        with opened() as connection:
            assert connection.login("county", PASSWORD)[0] == "OK"


def test_a_mailbox_stands_on_the_register_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HUIYING_MAILBOX_TEST", raising=False)
    row = mailbox("mail.example.org")
    assert row.url == "imaps://mail.example.org/county/INBOX"
    with pytest.raises(FetchRefused, match="HUIYING_MAILBOX_TEST"):
        read_letters(row, NOW)
    for wrong in ({"host": "a b"}, {"host": ""}, {"user": "a\nb"}, {"secret": "HUIYING_SECRET_KEY"}, {"folder": ""}):
        with pytest.raises(Refusal):
            add_source(OPERATOR, name="x", url="", adapter="mailbox", options={**row.options, **wrong}, now=NOW)
