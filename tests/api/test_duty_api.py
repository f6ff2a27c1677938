"""Duty and deadlines through the interface: the same acts, the same rules."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import scene as made

from huiying import clock
from huiying.worker.timers import Timers


def ok(answer, status: int = 200):
    assert answer.status_code == status, answer.content.decode()
    return answer.json()


@pytest.fixture(autouse=True)
def held(scene: made.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: scene.tick())


def test_the_rota_the_log_and_the_desk(scene: made.Scene, by) -> None:
    begin = scene.now + timedelta(hours=3)
    body = {
        "member": scene.member("duty").pk,
        "role": "duty",
        "starts_at": begin.isoformat(),
        "ends_at": (begin + timedelta(hours=8)).isoformat(),
    }
    assert by("duty").post("/shifts", body).status_code == 403
    first, second = ok(by("duty_lead").post("/shifts", {**body, "repeat": 1}), 201)
    assert ok(by("auditor").get("/shifts"))["results"] == [first, second]
    assert by("duty_lead").post("/shifts", {**body, "repeat": 99}).status_code == 400
    assert by("duty").post(f"/shifts/{first['id']}/swap", {"asked": scene.member("author").pk}).status_code == 400
    ok(by("duty_lead").post(f"/shifts/{second['id']}/cancel", {"reason": "停办"}))
    assert ok(by("duty").get("/swaps"))["results"] == [] and by("duty").post("/swaps/9/agree").status_code == 404

    note = ok(by("duty").post("/log", {"text": "水厂来电。"}), 201)
    assert ok(by("duty_lead").post("/log", {"text": "更正。", "corrects": note["id"]}), 201)["corrects"] == note["id"]
    assert len(ok(by("author").get("/log"))["results"]) == 2

    assert ok(by("duty").get("/duty"))["responsible"] is None
    ok(by("duty").post("/duty/take"), 201)
    waits = ok(by("duty").post("/handovers", {"remark": "等回电"}), 201)
    assert ok(by("duty").get("/duty")) == {"responsible": scene.member("duty").pk, "on": [], "handover": waits["id"]}
    ok(by("duty").post(f"/handovers/{waits['id']}/withdraw"))
    again = ok(by("duty").post("/handovers", {}), 201)
    assert ok(by("duty_lead").post(f"/handovers/{again['id']}/take"))["taken_by"] == scene.member("duty_lead").pk
    assert len(ok(by("auditor").get("/handovers"))["results"]) == 3


def test_deadlines_and_the_calendar(scene: made.Scene, by) -> None:
    opened = made.open_case(scene)
    Timers().look(scene.now)
    found = ok(by("auditor").get(f"/timers?case={opened.pk}"))["results"]
    assert {row["name"] for row in found} == {"report_up", "s0", "s1"} and ok(by("duty").get("/timers?ended=true"))["results"] == []
    limit = {"timer": "s0", "preset": "other", "amount": 2, "unit": "hours", "reason": "试行"}
    assert by("duty").post("/deadlines/set", limit).status_code == 403
    assert ok(by("duty_lead").post("/deadlines/set", limit))["changed"][0]["limit"]["amount"] == 2
    ok(by("duty_lead").post("/deadlines/choose", {"preset": "council", "level": "yellow", "reason": "试行"}))
    assert len(ok(by("duty").get("/deadlines"))["choices"]) == 1
    assert ok(by("duty_lead").post("/deadlines/reset", {"timer": "s0", "preset": "other", "reason": "收回"}))["changed"] == []
    year = {"year": 2027, "source": "国办发明电〔2026〕1号", "table": "2027-01-01,休,元旦"}
    assert ok(by("admin").post("/calendar/years", year)) == {"moved": 0}
    assert by("admin").post("/calendar/years", {**year, "table": "soon"}).status_code == 400
    ok(by("admin").post("/calendar/days", {"day": "2027-01-04", "works": False, "reason": "大雪"}))
    assert [row["year"] for row in ok(by("duty").get("/calendar"))["results"]] == [2025, 2026, 2027]
