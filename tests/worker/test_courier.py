"""The courier carries what is due, several channels at once, and a fault of one keeps no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests import scene as made
from tests.worker import turning

from huiying import clock
from huiying.actions import notice_channel
from huiying.actions.actor import OPERATOR
from huiying.publish.notify.send import Message, NotSent
from huiying.store.models import Notice, NoticeChannel
from huiying.worker import courier

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> made.Scene:
    desk = made.set_up()
    monkeypatch.setattr(clock, "now", lambda: desk.now)
    for name in ("one", "two"):
        notice_channel.add_chat(OPERATOR, name=name, setting=f"HUIYING_NOTIFY_{name.upper()}", role="duty", now=desk.tick())
    made.take_in(desk)
    return desk


def turn(carry: Callable[[NoticeChannel, Message], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courier, "send", carry)
    turning.turn(courier.Courier)


def states() -> list[tuple[str, str]]:
    return [(row.channel.name, row.state) for row in Notice.objects.select_related("channel").order_by("channel__name")]


def test_each_channel_gets_its_message_once(scene: made.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    carried: list[str] = []
    turn(lambda channel, message: carried.append(channel.name), monkeypatch)
    assert sorted(carried) == ["one", "two"], "also where a second turn comes while it is on its way"
    assert states() == [("one", "sent"), ("two", "sent")]


@pytest.mark.parametrize("error", [NotSent("503"), RuntimeError("a fault of ours")])
def test_what_fails_on_one_channel_arrives_on_the_other(scene: made.Scene, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def carry(channel: NoticeChannel, message: Message) -> None:
        if channel.name == "one":
            raise error

    turn(carry, monkeypatch)
    assert states() == [("one", "failed"), ("two", "sent")]
    assert NoticeChannel.objects.get(name="one").failures == 1


def test_a_message_that_cannot_be_written_keeps_no_other(scene: made.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    written = courier.letter

    def breaks(notices: Any, now: Any) -> Message:
        if notices[0].channel.name == "one":
            raise ValueError
        return written(notices, now)

    monkeypatch.setattr(courier, "letter", breaks)
    turn(lambda channel, message: None, monkeypatch)
    assert states() == [("one", "failed"), ("two", "sent")]


def test_a_locked_outbox_does_not_end_the_worker(scene: made.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courier.outbox, "fill", lambda now: 1 / 0)
    turn(lambda channel, message: None, monkeypatch)
    assert Notice.objects.count() == 0
