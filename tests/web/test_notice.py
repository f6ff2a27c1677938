"""Acknowledging from a message, what a message says, silences and hours on the pages, and the command line."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from tests import scene as made
from tests.web.conftest import words

from huiying.actions import notice_channel, outbox
from huiying.actions import silence as silences
from huiying.actions import warning as acts
from huiying.actions.actor import OPERATOR
from huiying.cli import main
from huiying.publish.notify import link
from huiying.store.models import Desk, Entry, NoticeChannel, Silence, Warning
from huiying.web.letter import letter


def at(row: Warning, scene: made.Scene, role: str = "duty") -> str:
    return f"/acknowledge/{link.make(row, scene.member(role), scene.now)}/"


def test_only_the_button_acknowledges(scene: made.Scene) -> None:
    row = made.take_in(scene)
    path, client = at(row, scene), Client(headers={"accept-language": "en"}, enforce_csrf_checks=True)
    for method in (client.get, client.head, client.get, client.options):
        answer = method(path)
        assert answer.status_code == 200 and "sessionid" not in answer.cookies
        row.refresh_from_db()
        assert row.state == "raised"
    assert answer["Cache-Control"] == "no-store" and answer["X-Robots-Tag"] == "noindex"
    assert "you have acknowledged" in words(client.post(path))
    row.refresh_from_db()
    assert (row.state, row.acknowledged_by) == ("acknowledged", scene.member("duty"))
    entry = Entry.objects.get(type="warning_acknowledged")
    assert (entry.actor, json.loads(entry.data)["via"]) == ("canary-duty", "notification")
    assert "acknowledged it" in words(client.post(path)), "a second press changes nothing"
    assert Entry.objects.filter(type="warning_acknowledged").count() == 1


@pytest.mark.parametrize("change", ["time", "level", "ringing"])
def test_a_link_that_is_no_longer_for_this(scene: made.Scene, change: str) -> None:
    row = made.take_in(scene)
    path, client = at(row, scene), Client()
    if change == "time":
        scene.now += link.LASTS
    elif change == "level":
        Warning.objects.update(level="orange")
    else:
        Warning.objects.update(rung_at=row.rung_at + timedelta(hours=1))
    assert client.get(path).status_code == 410
    assert client.post(path).status_code == 410
    row.refresh_from_db()
    assert row.state == "raised"


def test_a_link_of_somebody_who_left_or_may_not(scene: made.Scene) -> None:
    row = made.take_in(scene)
    assert Client().post(at(row, scene, "author")).status_code == 409
    member = scene.member("duty")
    member.is_active = False
    member.save()
    assert Client().post(at(row, scene)).status_code == 404
    assert Client().get("/acknowledge/1-1-1-1-1.forged/").status_code == 404
    row.refresh_from_db()
    assert row.state == "raised"


@pytest.mark.parametrize(
    ("lang", "said"), [("zh-hans", ("黄色预警", "依据", "最早发现", "知悉")), ("en", ("Yellow", "Why:", "First seen:", "Acknowledge"))]
)
def test_what_a_message_says(scene: made.Scene, lang: str, said: tuple[str, ...]) -> None:
    for role in ("duty", "dept"):
        notice_channel.add_mailbox(OPERATOR, member=scene.member(role), address=f"{role}@lanchuan.example", lang=lang, now=scene.tick())
    made.add_watch(scene)
    row = made.take_in(scene)
    Warning.objects.update(route={"department": "县水务局"})
    outbox.fill(scene.tick())
    parcels = {parcel.channel.member.username: letter(parcel.notices, scene.now) for parcel in outbox.pick(scene.tick())}
    message = parcels["canary-duty"]
    assert message.title.startswith("▲") and row.story.title in message.title
    assert (
        all(word in message.title + message.body for word in said)
        and "异味" in message.body
        and f"/desk/warnings/{row.pk}/" in message.body
    )
    assert "/acknowledge/" not in parcels["canary-dept"].body, "whoever may not acknowledge gets no link to do so"


def test_hours_and_channels_are_for_who_manages(window, scene: made.Scene) -> None:
    assert window("duty").post("/desk/notify/hours/", quiet_from="", quiet_until="", digest_at="").status_code == 403
    window("admin").post("/desk/notify/hours/", quiet_from="23：00", quiet_until="6:30", digest_at="8:00，17:00")
    desk = Desk.objects.get()
    assert (desk.quiet_from, desk.quiet_until, desk.digest_at) == ("23:00", "06:30", ["08:00", "17:00"])
    window("admin").post("/desk/notify/chat/", name="值班群", setting="HUIYING_NOTIFY_DUTY", role="duty", department="", lang="zh-hans")
    channel = NoticeChannel.objects.get()
    window("admin").post(f"/desk/notify/{channel.pk}/pause/")
    assert "paused" in window("author").text("/desk/notify/") and not NoticeChannel.objects.get().active
    assert "another" in words(window("admin").post("/desk/notify/mail/", member="999", address="a@b.example", lang="en"))


def test_a_silenced_warning_stays_on_every_list(window, scene: made.Scene) -> None:
    row = made.take_in(scene)
    silences.silence_warning(scene.actors["duty"], row, reason="年度演练", until=scene.now + timedelta(hours=1), now=scene.tick())
    for path in ("/desk/", "/desk/warnings/", f"/desk/warnings/{row.pk}/", "/desk/silences/"):
        page = window("author").text(path)
        assert "年度演练" in page and row.story.title in page, path


def test_why_a_warning_keeps_still_is_said(window, scene: made.Scene) -> None:
    row = made.take_in(scene)
    Warning.objects.update(inhibited="warning:99", repeat_at=None)
    assert "graver warning" in window("duty").text(f"/desk/warnings/{row.pk}/")


def test_what_rings_is_on_the_board(window, scene: made.Scene) -> None:
    row = made.take_in(scene)
    assert "data-ring" not in window("duty").get("/desk/").content.decode(), "yellow waits without ringing"
    Warning.objects.update(level="red", stage="lead", state="escalated")
    page = window("duty").get("/desk/board/ring/").content.decode()
    assert f'data-ring="{row.pk}-red-lead-0"' in page and "the duty lead" in page
    acts.acknowledge(scene.actors["duty"], row, now=scene.tick())
    assert "data-ring" not in window("duty").get("/desk/board/ring/").content.decode()


def test_the_command_line(scene: made.Scene, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en")
    monkeypatch.delenv("LC_ALL", raising=False)
    row = made.take_in(scene)
    assert main(["silence", "add", "演练", "--hours", "2", "--story", row.raised_for.key]) == 0
    assert main(["silence", "list"]) == 0
    assert row.story.title in capsys.readouterr().out
    assert main(["silence", "end", str(Silence.objects.get().pk)]) == 0
    assert Silence.objects.get().ended_at is not None
    assert main(["silence", "add", "演练", "--place", "澜川"]) == 2
    assert main(["silence", "add", "演练", "--hours", "1e9", "--place", "澜川"]) == 2
    assert main(["silence", "add", "演练", "--hours", "2", "--watch", "没有的"]) == 2
    assert "needs an end" in capsys.readouterr().err
    assert main(["notify", "chat", "值班群", "--setting", "HUIYING_NOTIFY_NONE", "--role", "duty"]) == 0
    assert main(["notify", "test", "值班群"]) == 1
    assert "not in the environment" in capsys.readouterr().out
    assert main(["notify", "hours"]) == 0
    assert Desk.objects.get().digest_at == []
