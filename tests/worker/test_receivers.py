"""Receivers hear of every entry they want, in order and at least once; one that fails keeps no other and loses nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from tests import scene as made
from tests.worker import turning

from huiying import clock
from huiying.actions import receiver as register
from huiying.actions.actor import OPERATOR
from huiying.publish.webhook import NotTaken, Telling
from huiying.store.models import Entry, Receiver
from huiying.worker import receivers

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> made.Scene:
    desk = made.set_up()
    monkeypatch.setattr(clock, "now", lambda: desk.now)
    for name, events in (("one", []), ("two", ["case_opened"])):
        register.add_receiver(OPERATOR, name=name, url=f"https://{name}.lanchuan.example/", events=events, now=desk.tick())
    made.open_case(desk)
    return desk


class Post:
    """What was told to whom; `refuses` holds the hosts that take nothing."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.told: list[tuple[str, str]] = []
        self.refuses: dict[str, Exception] = {}
        monkeypatch.setattr(receivers, "tell", self.tell)

    async def tell(self, told: Telling, **_: Any) -> None:
        host = told.url.removeprefix("https://").partition(".")[0]
        if host in self.refuses:
            raise self.refuses[host]
        self.told.append((host, told.headers["webhook-id"]))

    def of(self, host: str) -> list[str]:
        return [name for one, name in self.told if one == host]


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Post:
    return Post(monkeypatch)


def turn() -> None:
    turning.turn(receivers.Receivers)


def names(since: str, **wanted: Any) -> list[str]:
    first = Entry.objects.get(type="receiver_added", data__contains=since).id
    return [f"entry_{pk}" for pk in Entry.objects.filter(id__gt=first, **wanted).order_by("id").values_list("id", flat=True)]


def test_each_hears_what_it_wants_once_and_in_order(scene: made.Scene, post: Post) -> None:
    turn()
    assert post.of("one") == names('"one"') and len(post.of("one")) > 5
    assert post.of("two") == names('"two"', type="case_opened") and len(post.of("two")) == 1
    before = list(post.told)
    turn()
    assert post.told == before


def test_what_fails_is_told_later_and_keeps_no_other(scene: made.Scene, post: Post) -> None:
    post.refuses["one"] = NotTaken("it answered 503")
    turn()
    row = Receiver.objects.get(name="one")
    assert (row.tries, row.trouble, row.active) == (1, "it answered 503", True)
    assert post.of("one") == [] and len(post.of("two")) == 1
    post.refuses.clear()
    turn()
    assert post.of("one") == [], "not before its time"
    scene.now = row.due_at
    turn()
    assert post.of("one") == names('"one"')
    assert (Receiver.objects.get(name="one").tries, Receiver.objects.get(name="one").trouble) == (0, "")


def test_after_ten_tries_it_is_paused_and_nothing_is_lost(scene: made.Scene, post: Post) -> None:
    post.refuses["one"] = NotTaken("it answered 500")
    for _ in range(12):
        turn()
        scene.now += timedelta(hours=1)
    row = Receiver.objects.get(name="one")
    assert (row.active, row.tries) == (False, 10)
    assert Entry.objects.filter(type="receiver_stopped").count() == 1
    post.refuses.clear()
    register.set_receiver_active(OPERATOR, row, active=True, now=scene.tick())
    turn()
    assert post.of("one") == names('"one"')


def test_one_that_is_gone_is_asked_no_more(scene: made.Scene, post: Post) -> None:
    post.refuses["one"] = NotTaken("it answered 410", gone=True)
    turn()
    assert not Receiver.objects.get(name="one").active


def test_a_fault_of_ours_does_not_end_the_worker(scene: made.Scene, post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    post.refuses["one"] = RuntimeError("a fault of ours")
    turn()
    assert len(post.of("two")) == 1
    monkeypatch.setattr(receivers, "_due", lambda: 1 / 0)
    turn()


def test_paused_is_told_nothing(scene: made.Scene, post: Post) -> None:
    register.set_receiver_active(OPERATOR, Receiver.objects.get(name="one"), active=False, now=scene.tick())
    turn()
    assert post.of("one") == []


def test_a_test_is_sent_once_also_to_one_that_is_paused_and_says_what_became_of_it(scene: made.Scene, post: Post) -> None:
    row = Receiver.objects.get(name="one")
    register.set_receiver_active(OPERATOR, row, active=False, now=scene.tick())
    register.ask_test(OPERATOR, row, now=scene.tick())
    turn()
    [told] = post.of("one")
    row.refresh_from_db()
    assert told.startswith("test_") and (row.test_asked_at, row.test_trouble) == (None, "") and row.tested_at is not None
    post.refuses["one"] = NotTaken("it answered 503")
    register.ask_test(OPERATOR, row, now=scene.tick())
    turn()
    row.refresh_from_db()
    assert (row.test_asked_at, row.test_trouble, row.tries, row.active) == (None, "it answered 503", 0, False)


def test_one_that_was_removed_is_told_nothing(scene: made.Scene, post: Post) -> None:
    row = Receiver.objects.get(name="one")
    register.remove_receiver(OPERATOR, row, reason="平台已下线", now=scene.tick())
    register.not_taken(row, "it answered 500", now=scene.tick())
    turn()
    assert post.of("one") == [] and len(post.of("two")) == 1
