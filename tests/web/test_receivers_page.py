"""The page of programs that are told: everything an administrator does with them, and no key shown twice."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from tests import scene as made
from tests.web.conftest import Window, words

from huiying.actions import receiver as acts
from huiying.actions.actor import OPERATOR
from huiying.core.record import EVENTS
from huiying.publish.webhook import key
from huiying.store.models import Entry, Receiver
from huiying.web.entry_kinds import groups

Open = Callable[..., Window]
PAGE = "/desk/receivers/"
URL = "https://pingtai.lanchuan.example/told"


@pytest.fixture
def row(scene: made.Scene) -> Receiver:
    return acts.add_receiver(OPERATOR, name="市级平台", url=URL, events=["case_opened"], now=scene.tick())


def address(row: Receiver, act: str) -> str:
    return f"{PAGE}{row.pk}/{act}/"


def test_one_is_added_and_its_key_shown_once(window: Open, scene: made.Scene) -> None:
    admin = window("admin")
    answer = admin.post(f"{PAGE}add/", name="市级平台", url=URL, events=["case_opened", "statement_published"])
    row = Receiver.objects.get()
    assert answer.status_code == 200 and answer["Cache-Control"] == "no-store" and key(row) in words(answer)
    assert row.events == ["case_opened", "statement_published"] and not row.allow_private
    page = admin.get(PAGE).content.decode()
    assert "whsec_" not in page and "市级平台" in page and URL in page
    assert "nothing delivered yet" in words(admin.get(PAGE))
    assert "whsec_" not in "".join(Entry.objects.values_list("data", flat=True))


def test_what_was_typed_is_there_again_when_it_is_refused(window: Open) -> None:
    answer = window("admin").post(f"{PAGE}add/", name="市级平台", url="http://pingtai.lanchuan.example/", events=["case_opened"])
    page = answer.content.decode()
    assert answer.status_code == 409 and "goes over https://" in words(answer) and not Receiver.objects.exists()
    assert 'value="http://pingtai.lanchuan.example/"' in page and 'value="case_opened" checked' in page
    assert page.count(" checked>") == 1


def test_nobody_lets_one_into_the_own_network_by_the_browser(window: Open, scene: made.Scene) -> None:
    answer = window("admin").post(f"{PAGE}add/", name="内网", url="http://erp.lanchuan.example/", allow_private="1")
    assert answer.status_code == 409 and not Receiver.objects.exists()


def test_a_test_waits_for_the_worker_and_is_asked_for_once(window: Open, scene: made.Scene, row: Receiver) -> None:
    admin = window("admin")
    assert admin.post(address(row, "test")).status_code == 302
    assert "a test waits for the worker" in admin.text(PAGE) and "Send a test" not in admin.text(PAGE)
    assert "on its way already" in words(admin.post(address(row, "test")))
    assert Entry.objects.filter(type="receiver_tested").count() == 1
    acts.tested(row, "it answered 503", now=scene.tick())
    assert "it answered 503" in admin.text(PAGE) and "对方返回 503" in window("admin", "zh-hans").text(PAGE)
    acts.tested(row, "", now=scene.tick())
    assert "test taken" in admin.text(PAGE)


def test_paused_resumed_and_what_waits_is_counted(window: Open, scene: made.Scene, row: Receiver) -> None:
    admin = window("admin")
    admin.post(address(row, "pause"))
    made.open_case(scene)
    row.refresh_from_db()
    assert not row.active and "1 entry waits" in admin.text(PAGE) and "paused" in admin.text(PAGE)
    admin.post(address(row, "resume"))
    row.refresh_from_db()
    assert row.active


def test_another_key_is_shown_once_and_the_old_one_ends(window: Open, row: Receiver) -> None:
    before = key(row)
    answer = window("admin").post(address(row, "key"), sure="1")
    row.refresh_from_db()
    assert key(row) != before and re.findall(r"whsec_\S+", words(answer)) == [key(row)]
    assert window("admin").get(address(row, "key")).status_code == 302, "opening the address renews nothing"
    row.refresh_from_db()
    assert row.turn == 1


def test_removed_with_a_reason_or_not_at_all(window: Open, row: Receiver) -> None:
    admin = window("admin")
    assert "needs a reason" in words(admin.post(address(row, "drop"), reason=" "))
    assert Receiver.objects.exists()
    assert admin.post(address(row, "drop"), reason="平台已下线").status_code == 302
    assert not Receiver.objects.exists()
    entry = Entry.objects.get(type="receiver_removed")
    assert "平台已下线" in entry.data and URL not in entry.data and entry.subject == f"receiver:{row.pk}"


def test_the_register_is_for_who_manages_it(window: Open, row: Receiver) -> None:
    for role in ("duty_lead", "auditor", "leader"):
        assert window(role).get(PAGE).status_code == 403
        assert window(role).post(address(row, "drop"), reason="x").status_code == 403
        assert PAGE not in window(role).get("/desk/notify/").content.decode()
    assert PAGE in window("admin").get("/desk/notify/").content.decode()


def test_every_type_of_entry_can_be_chosen_once() -> None:
    listed = [type for _, types in groups() for type in types]
    assert sorted(listed) == sorted(EVENTS) and all(types for _, types in groups())
