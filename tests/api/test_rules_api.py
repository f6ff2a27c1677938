"""The rule, a change that is tried and adopted, and a case that somebody told us of, by the interface."""

from __future__ import annotations

from tests import scene as made

from huiying.store import models


def ok(answer, status: int = 200) -> dict:
    assert answer.status_code == status, answer.content
    return answer.json()


def test_a_rule_is_read_tried_and_adopted(scene: made.Scene, by) -> None:
    rule = ok(by("author").get("/rules"))
    growth = next(one for one in rule["settings"] if one["name"] == "weight.growth")
    assert growth["least"] <= growth["default"] == growth["value"] < growth["most"]
    tried = ok(by("duty_lead").post("/rules/backtests", {"changes": {"weight.growth": growth["default"] + 0.1}, "days": 3}), 201)
    assert (tried["state"], tried["result"]) == ("queued", None)
    path = f"/rules/backtests/{tried['id']}"
    assert by("duty_lead").post(f"{path}/adopt", {"reason": "x"}).status_code == 400
    models.Backtest.objects.update(state="done")
    assert ok(by("author").get(path))["state"] == "done"
    adopted = ok(by("admin").post(f"{path}/adopt", {"reason": "漏报多"}), 201)
    assert (adopted["number"], adopted["reason"]) == (1, "漏报多")
    later = ok(by("author").get("/rules"))
    assert [one["rule"] for one in later["versions"]] == [adopted["rule"]]
    assert by("duty_lead").post("/rules/backtests", {"changes": {"weight.nothing": 1}, "days": 3}).status_code == 400
    assert by("duty_lead").get("/rules/backtests/99").status_code == 404


def test_a_case_is_opened_by_hand(scene: made.Scene, by) -> None:
    raised = made.take_in(scene)
    body = {"title": "桥面塌陷", "level": "orange", "known_by": "media", "story": raised.story_id, "known_at": made.START.isoformat()}
    opened = ok(by("duty").post("/cases", body), 201)
    assert (opened["known_by"], opened["warning"], opened["stories"]) == ("media", None, [raised.story_id])
    assert by("duty").post("/cases", body | {"story": 99}).status_code == 404
    assert by("author").post("/cases", body).status_code == 403
