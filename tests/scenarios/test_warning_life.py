"""The life of a warning at a real desk: it rings, is told of by mail and chat, goes up, falls silent, and is acknowledged from the mail."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator

import pytest

from tests.catchers import Mailbox, Webhook
from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Feeds, Instance, eventually, hurry
from tests.scenarios.people import PASSWORD

pytestmark = pytest.mark.browser

WAITING = {
    "store_warning": ("rung_at", "repeat_at", "escalate_at"),
    "store_silence": ("since", "until"),
    "store_notice": ("due_at",),
}
WORDS = {
    "zh": {
        "acknowledge": "知悉",
        "red": "红色预警",
        "told": "逾时无人知悉",
        "silenced": "已静默至",
        "digest": "汇总",
        "why": "演练，已通知各方",
    },
    "en": {
        "acknowledge": "Acknowledge",
        "red": "Red: ",
        "told": "has gone up to",
        "silenced": "Silenced by",
        "digest": "Digest",
        "why": "A drill",
    },
}


def later(instance: Instance, minutes: int) -> None:
    """So many minutes go by for everything that waits."""
    connection = sqlite3.connect(instance.home / "huiying.sqlite3", timeout=20)
    with connection:
        for table, columns in WAITING.items():
            moved = ", ".join(f"{name} = strftime('%Y-%m-%d %H:%M:%f', {name}, '-{minutes} minutes')" for name in columns)
            connection.execute(f"UPDATE {table} SET {moved}")
    connection.close()


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()
    yield box
    box.close()


@pytest.fixture
def webhook() -> Iterator[Webhook]:
    hook = Webhook()
    yield hook
    hook.close()


@pytest.fixture(params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def desk(instance: Instance, feeds: Feeds, mailbox: Mailbox, webhook: Webhook, lang: str) -> Iterator[Instance]:
    """A running desk whose staff can be reached."""
    instance.env |= {"HUIYING_NOTIFY_MAIL": mailbox.url, "HUIYING_NOTIFY_DUTY": webhook.url}
    instance.people()
    tongue = ["--lang", "zh-hans" if lang == "zh" else "en"]
    feeds.add("/bbs", "bbs-0", "今天的天气很好", "适合散步。")
    tap = ["--name", "水质", "--place", "望澜镇", "--topic", "水", "--level", "red", "--department", "县水务局"]
    instance.run_all(
        ["user", "add", "leader", "--name", "Leader", "--role", "leader"],
        *(["notify", "mail", name, f"{name}@lanchuan.example", *tongue] for name in ("duty", "lead", "leader")),
        ["notify", "chat", "duty group", "--setting", "HUIYING_NOTIFY_DUTY", "--role", "duty", *tongue],
        ["notify", "hours", "--digest", "09:00,16:00"],
        ["source", "add", feeds.base + "/bbs", "--name", "bbs", "--kind", "post", "--every", "1", "--allow-private"],
        ["watch", "add", "自来水", *tap],
        ["watch", "add", "路灯 OR 井盖", "--name", "路灯井盖", "--level", "blue"],
        stdin=PASSWORD + "\n",
    )
    assert "Sent" in instance.run("notify", "test", "duty group").stdout
    webhook.requests.clear()
    instance.start()
    instance.wait_for_web()
    eventually(lambda: instance.query("SELECT count(*) FROM store_item") == [(1,)], "the first item")
    yield instance


def recipients(mailbox: Mailbox) -> list[str]:
    return [name for names, _ in list(mailbox.letters) for name in names]


def to(mailbox: Mailbox, name: str, after: int = 0) -> int:
    """The number of the first letter to somebody; -1 while there is none."""
    return next(
        (number for number, (names, _) in enumerate(list(mailbox.letters)) if number >= after and names == [f"{name}@lanchuan.example"]), -1
    )


def link_in(text: str) -> str:
    found = re.search(r"(/acknowledge/\S+)", text)
    assert found is not None, text
    return found.group(1)


def test_nobody_is_at_the_desk(desk: Instance, feeds: Feeds, mailbox: Mailbox, webhook: Webhook, lang: str) -> None:
    """Told by mail and chat, passed up step by step, and acknowledged by the leader from the mail, without signing in."""
    said = WORDS[lang]
    with chromium() as browser:
        duty = Person(browser, desk.url, lang, "duty")
        duty.go("/desk/")
        button = duty.page.locator("#sound")
        assert button.get_attribute("aria-pressed") == "false", "nothing sounds unasked"
        button.click()
        assert (button.get_attribute("aria-pressed"), button.get_attribute("data-times")) == ("true", "1")

        feeds.add("/bbs", "bbs-1", "望澜镇自来水发黄有异味", "学府街的自来水发黄。")
        hurry(desk)
        duty.page.locator("#ring li.ring-red").wait_for(timeout=20_000)
        eventually(lambda: button.get_attribute("data-times") == "2", "the sound of a red warning")
        assert duty.page.title().startswith("(1) ")
        duty.look("ringing")

        eventually(lambda: to(mailbox, "duty") >= 0 and webhook.requests, "the first notifications")
        text = mailbox.text(to(mailbox, "duty"))
        assert "望澜镇自来水发黄有异味" in text and "望澜镇" in text and "/desk/warnings/1/" in text
        assert said["red"] in str(mailbox.letters[0][1]["Subject"]) and "■" in str(mailbox.letters[0][1]["Subject"])
        [(method, _, body)] = webhook.requests
        assert method == "POST" and "/acknowledge/" not in body["message"], "a link of one person is for no group"
        assert recipients(mailbox) == ["duty@lanchuan.example"]

        later(desk, 16)
        eventually(lambda: to(mailbox, "lead") >= 0, "the letter to the duty lead")
        later(desk, 16)
        eventually(lambda: to(mailbox, "leader") >= 0, "the letter to the leader")
        assert [
            to for (to,) in desk.query("SELECT json_extract(data, '$.to') FROM event WHERE type = 'warning_escalated' ORDER BY id")
        ] == ["lead", "leader"]

        path = link_in(mailbox.text(to(mailbox, "leader")))
        leader = Person(browser, desk.url, lang, width=390)
        for _ in range(2):
            leader.go(path)
            assert desk.query("SELECT state FROM store_warning") == [("escalated",)], "looking is not acknowledging"
        leader.look("acknowledge-link")
        leader.page.get_by_role("button", name=said["acknowledge"]).click()
        leader.page.locator(".told").wait_for()
        leader.look("acknowledged-link")
        assert desk.query("SELECT state FROM store_warning") == [("acknowledged",)]
        [(who, how)] = desk.query("SELECT actor, json_extract(data, '$.via') FROM event WHERE type = 'warning_acknowledged'")
        assert (who, how) == ("leader", "notification")
        leader.go("/desk/")
        assert "/sign-in/" in leader.page.url, "the link opens nothing else"
        leader.go(path)
        assert leader.page.get_by_role("button", name=said["acknowledge"]).count() == 0

        duty.go("/desk/warnings/1/")
        assert duty.page.locator("#told li").count() >= 4
        assert "Leader" in duty.page.locator("#told").inner_text()
        duty.look("warning-told")
        phone = Person(browser, desk.url, lang, "duty", width=390)
        phone.go("/desk/warnings/1/")
        phone.look("warning-told")
        for person in (duty, phone):
            assert [text for text in person.errors if "favicon" not in text] == []


def test_a_silence_and_its_end(desk: Instance, feeds: Feeds, mailbox: Mailbox, webhook: Webhook, lang: str) -> None:
    said = WORDS[lang]
    with chromium() as browser:
        duty = Person(browser, desk.url, lang, "duty")
        feeds.add("/bbs", "bbs-1", "望澜镇自来水发黄有异味", "学府街的自来水发黄。")
        hurry(desk)
        eventually(lambda: recipients(mailbox), "the first letter")
        duty.go("/desk/warnings/1/")
        duty.do("/desk/warnings/1/silence/", reason=said["why"])
        assert said["why"] in duty.page.locator("#silence").inner_text()
        duty.look("warning-silenced")
        duty.go("/desk/")
        assert said["silenced"] in duty.page.locator("#ring").inner_text(), "it stays on the board and says who, why and until when"
        assert duty.page.locator("#ring [data-ring]").count() == 0
        duty.look("board-silenced")
        before = len(mailbox.letters)
        later(desk, 60)
        phone = Person(browser, desk.url, lang, "lead", width=390)
        for person in (phone, duty):
            person.go("/desk/silences/")
            person.look("silences")
        eventually(
            lambda: (
                desk.query("SELECT julianday(max(repeat_at)) > julianday(min(until)) - 0.0001 FROM store_warning, store_silence") == [(1,)]
            ),
            "the timer's look",
        )
        assert len(mailbox.letters) == before and desk.query("SELECT count(*) FROM event WHERE type = 'warning_repeated'") == [(0,)]
        duty.go("/desk/")
        later(desk, 65)
        duty.page.locator("#ring li.ring-red").wait_for(timeout=20_000)
        eventually(lambda: len(mailbox.letters) > before, "the letter after the silence")
        assert desk.query("SELECT json_extract(data, '$.early') FROM event WHERE type = 'silence_ended'") == [(0,)]

        # a kind of warning, ended early by somebody else; orange and red cannot be chosen
        duty.go("/desk/silences/")
        duty.do("/desk/silences/add/", place="望澜镇", reason=said["why"], most="blue")
        assert duty.page.locator("#lasting li").count() == 1
        phone.go("/desk/silences/")
        phone.do("/desk/silences/2/end/")
        assert desk.query("SELECT ended_by_id IS NOT NULL FROM store_silence WHERE id = 2") == [(1,)]
        duty.go("/desk/silences/")
        duty.do("/desk/silences/add/", reason=said["why"])
        assert duty.page.locator('[role="alert"]').count() == 1 and said["why"] in duty.page.content()


def test_the_digest_and_a_channel_that_fails(desk: Instance, feeds: Feeds, mailbox: Mailbox, webhook: Webhook, lang: str) -> None:
    with chromium() as browser:
        duty, phone = Person(browser, desk.url, lang, "duty"), Person(browser, desk.url, lang, "duty", width=390)
        feeds.add("/bbs", "bbs-1", "学府街路灯不亮", "学府街的路灯坏了三天。")
        feeds.add("/bbs", "bbs-2", "青石桥菜市场门口井盖松动", "骑车经过咣当响，请尽快修一修。")
        hurry(desk)
        eventually(
            lambda: desk.query("SELECT count(*) FROM store_notice WHERE batch LIKE 'digest:%'") == [(4,)], "the digest that is collected"
        )
        assert mailbox.letters == []
        for person in (duty, phone):
            person.go("/desk/digest/")
            assert person.page.locator("#waiting li").count() == 2
            person.look("digest")
        webhook.status = 503
        later(desk, 24 * 60)
        eventually(lambda: to(mailbox, "duty") >= 0, "the digest")
        text = mailbox.text(to(mailbox, "duty"))
        assert "学府街路灯不亮" in text and "青石桥菜市场门口井盖松动" in text, "one letter tells of both"
        duty.go("/desk/")
        eventually(lambda: duty.go("/desk/").locator("#unsent").count(), "the failure on the board")
        assert "503" in duty.page.locator("#unsent").inner_text()
        duty.look("board-unsent")
        for person in (duty, phone):
            person.go("/desk/notify/")
            person.look("notify")
        webhook.status, before = 200, len(webhook.requests)
        later(desk, 40)
        eventually(lambda: len(webhook.requests) > before, "another try")
        eventually(lambda: duty.go("/desk/").locator("#unsent").count() == 0, "the board without the failure")

        admin = Person(browser, desk.url, lang, "admin")
        admin.go("/desk/notify/")
        admin.do("/desk/notify/hours/", quiet_from="25:00", quiet_until="07:00", digest_at="08:30")
        assert admin.page.locator('[role="alert"]').count() == 1
        admin.do("/desk/notify/hours/", quiet_from="23:00", quiet_until="6:30", digest_at="08:30 17:00")
        assert desk.query("SELECT quiet_from, quiet_until, digest_at FROM store_desk") == [("23:00", "06:30", '["08:30", "17:00"]')]
        admin.look("notify-admin")
        admin.do("/desk/notify/mail/", member="3", address="verifier@lanchuan.example")
        assert desk.query("SELECT count(*) FROM store_noticechannel") == [(5,)]
        admin.go("/desk/silences/")
        assert not admin.offered("/desk/silences/add/")
