"""What the operations do: a whole case through the interface, and the rules that hold there as everywhere."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import msgspec
import pytest
from tests import scene as made

from huiying import clock
from huiying.actions import notice_channel, outbox
from huiying.actions.actor import OPERATOR
from huiying.api import operations
from huiying.core.record import verify
from huiying.store import models
from huiying.store.convert import event_of


def ok(answer, status: int = 200):
    assert answer.status_code == status, answer.content.decode()
    return answer.json()


def refused(act: str) -> list[dict]:
    rows = models.Entry.objects.filter(type="act_refused").order_by("id")
    return [data for row in rows if (data := json.loads(row.data))["act"] == act]


def test_a_whole_case(scene: made.Scene, by) -> None:
    raised = made.take_in(scene)
    warning = ok(by("duty").get(f"/warnings/{raised.pk}"))
    assert sum(part["weight"] for part in warning["reasons"]) == warning["score"]
    assert ok(by("duty").post(f"/warnings/{raised.pk}/acknowledge"))["state"] == "acknowledged"
    case = ok(by("duty").post(f"/warnings/{raised.pk}/open-case", {"title": "望澜镇自来水异味"}), 201)
    assert case["stories"] == [raised.story_id]
    departments = ok(by("duty").get("/departments"))["results"]
    water = next(row["id"] for row in departments if row["name_en"] == "Water Bureau")
    cases = f"/cases/{case['id']}"
    assert ok(by("duty_lead").post(f"{cases}/assess", {"level": "orange", "department": water}))["department"] == water
    assert ok(by("auditor").post(f"{cases}/report-up", {"note": "已电话报告"}))["reported_up_at"]

    task = ok(by("duty_lead").post(f"{cases}/tasks", {"department": water, "text": "查看余氯"}), 201)
    tasks = f"/tasks/{task['id']}"
    ok(by("dept").post(f"{tasks}/dispute", {"reason": "不属我局"}))
    ok(by("leader").post(f"{tasks}/rule", {"department": water, "reason": "水厂归你局管"}))
    ok(by("dept").post(f"{tasks}/accept"))
    ok(by("dept").post(f"{tasks}/answer", {"text": "余氯每升0.6毫克"}))
    ok(by("verifier").post(f"{tasks}/return", {"reason": "请写明时间"}))
    ok(by("dept").post(f"{tasks}/answer", {"text": "今晨八时，余氯每升0.6毫克"}))
    assert ok(by("verifier").post(f"{tasks}/accept-answer"))["state"] == "accepted_done"

    claim = ok(by("duty").post(f"{cases}/claims", {"text": "余氯每升0.6毫克", "about_us": True, "accused": water}), 201)
    claims = f"/claims/{claim['id']}"
    ok(by("verifier").post(f"{claims}/take"))
    item = ok(by("duty").get("/items"))["results"][0]["id"]
    ok(by("verifier").post(f"{claims}/evidence", {"kind": "item", "item": item}), 201)
    ok(by("verifier").post(f"{claims}/evidence", {"kind": "measurement", "text": "0.6 mg/L", "origin": "县疾控中心"}), 201)
    ok(by("verifier").post(f"{claims}/propose", {"verdict": "partly_true", "reason": "再看"}))
    ok(by("verifier2").post(f"{claims}/refuse", {"reason": "证据齐全"}))
    ok(by("verifier").post(f"{claims}/propose", {"verdict": "true", "reason": "证据一致"}))
    assert ok(by("verifier2").post(f"{claims}/confirm"))["state"] == "true"
    assert len(ok(by("duty").get(claims))["evidence"]) == 2

    text = msgspec.to_builtins(made.content(models.Claim.objects.get()))
    draft = ok(by("author").post(f"{cases}/statements", {**text, "sentences": []}), 201)
    assert draft["findings"][0]["blocking"]
    path = f"/statements/{draft['id']}"
    draft = ok(by("author").put(path, {"content": text, "based_on": draft["hash"]}))
    assert draft["findings"] == []
    ok(by("author").post(f"{path}/submit"))
    ok(by("approver").post(f"{path}/approve", {"hash": draft["hash"]}))
    assert ok(by("publisher").post(f"{path}/publish"))["number"] == 1
    ok(by("author").post(f"{path}/correct", {"reason": "数值有误"}))
    fixed = {**text, "title": "关于望澜镇自来水异味的更正"}
    draft = ok(by("author").put(path, {"content": fixed, "based_on": draft["hash"]}))
    ok(by("author").post(f"{path}/submit"))
    ok(by("approver").post(f"{path}/approve", {"hash": draft["hash"]}))
    assert ok(by("publisher").post(f"{path}/publish"))["changes"]["title"]
    ok(by("approver").post(f"{path}/propose-withdrawal", {"reason": "样品有误"}))
    assert by("approver").post(f"{path}/withdraw").status_code == 400
    assert ok(by("leader").post(f"{path}/withdraw"))["withdrawn"]
    revisions = ok(by("auditor").get(f"{path}/revisions"))
    assert [row["number"] for row in revisions] == [1, 2, 3]
    assert [row["changes"] is None for row in revisions] == [True, False, True]
    assert ok(by("duty").get(path))["state"] == "withdrawn"

    whole = ok(by("duty").get(cases))
    assert [row["id"] for row in whole["claims"]] == [claim["id"]]
    assert [row["id"] for row in whole["tasks"]] == [task["id"]]
    assert whole["statements"] == [draft["id"]]
    ok(by("duty").post(f"{claims}/reopen", {"reason": "新水样"}))
    _, _, broken = verify(event_of(row) for row in models.Entry.objects.order_by("id"))
    assert broken is None


def test_nobody_approves_what_they_wrote(scene: made.Scene, by, opened, settled) -> None:
    """Also where one person holds both roles."""
    models.Member.objects.filter(pk=scene.member("author").pk).update(roles=["author", "approver"])
    draft = ok(by("author").post(f"/cases/{opened.pk}/statements", msgspec.to_builtins(made.content(settled))), 201)
    path = f"/statements/{draft['id']}"
    ok(by("author").post(f"{path}/submit"))
    answer = by("author").post(f"{path}/approve", {"hash": draft["hash"]})
    assert answer.status_code == 400
    assert "wr" in answer.json()["error"]["message"]
    assert len(refused("approve")) == 1
    assert ok(by("duty").get(path))["state"] == "approval"


def test_an_author_cannot_approve_at_all(scene: made.Scene, by, opened, settled) -> None:
    draft = ok(by("author").post(f"/cases/{opened.pk}/statements", msgspec.to_builtins(made.content(settled))), 201)
    ok(by("author").post(f"/statements/{draft['id']}/submit"))
    answer = by("author2").post(f"/statements/{draft['id']}/approve", {"hash": draft["hash"]})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "not_allowed")
    assert "statement.approve" in answer.json()["error"]["message"]
    assert refused("approve_statement")


def test_an_edit_after_approval_makes_it_void(scene: made.Scene, by, opened, settled) -> None:
    text = msgspec.to_builtins(made.content(settled))
    draft = ok(by("author").post(f"/cases/{opened.pk}/statements", text), 201)
    path = f"/statements/{draft['id']}"
    ok(by("author").post(f"{path}/submit"))
    assert ok(by("approver").post(f"{path}/approve", {"hash": draft["hash"]}))["approved_hash"] == draft["hash"]
    edited = ok(by("author2").put(path, {"content": {**text, "title": "关于自来水的通报"}, "based_on": draft["hash"]}))
    assert (edited["state"], edited["approved_hash"]) == ("draft", "")
    assert models.Entry.objects.filter(type="approval_voided").count() == 1
    assert by("publisher").post(f"{path}/publish").status_code == 409
    assert refused("publish")
    assert not models.Revision.objects.exists()


def test_nothing_is_published_without_approval(scene: made.Scene, by, opened, settled) -> None:
    draft = ok(by("author").post(f"/cases/{opened.pk}/statements", msgspec.to_builtins(made.content(settled))), 201)
    path = f"/statements/{draft['id']}"
    assert by("publisher").post(f"{path}/publish").status_code == 409
    ok(by("author").post(f"{path}/submit"))
    answer = by("publisher").post(f"{path}/publish")
    assert answer.status_code == 409
    assert "approval" in answer.json()["error"]["message"]
    assert len(refused("publish")) == 2
    assert by("author").post(f"{path}/publish").status_code == 403
    assert not models.Revision.objects.exists()


def test_a_statement_that_the_gates_stop_is_not_submitted(scene: made.Scene, by, opened, settled) -> None:
    text = {**msgspec.to_builtins(made.content(settled)), "title": ""}
    draft = ok(by("author").post(f"/cases/{opened.pk}/statements", text), 201)
    answer = by("author", "zh-hans").post(f"/statements/{draft['id']}/submit")
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "refused"
    assert ok(by("author").get(f"/statements/{draft['id']}"))["findings"][0]["sentence"] is None


def test_a_department_answers_only_its_own_tasks(scene: made.Scene, by, opened) -> None:
    other = models.Department.objects.get(name_en="Education Bureau")
    task = ok(by("duty_lead").post(f"/cases/{opened.pk}/tasks", {"department": other.pk, "text": "查看学校用水"}), 201)
    assert by("dept").post(f"/tasks/{task['id']}/accept").status_code == 400
    assert refused("accept")


def test_a_warning_joins_a_case_that_is_open(scene: made.Scene, by, opened) -> None:
    story = models.Story.objects.create(key="story-2", title="另一处异味", first_at=scene.now, last_at=scene.now)
    row = models.Warning.objects.create(
        story=story,
        raised_for=story,
        level="blue",
        score=1.0,
        strategy="s",
        raised_at=scene.now,
        rung_at=scene.now,
        updated_at=scene.now,
        first_public_at=scene.now,
    )
    ok(by("duty").post(f"/warnings/{row.pk}/acknowledge"))
    assert ok(by("duty").post(f"/warnings/{row.pk}/attach", {"case": opened.pk}))["stories"] == [1, story.pk]


def test_a_warning_is_dismissed_with_a_reason(scene: made.Scene, by) -> None:
    raised = made.take_in(scene)
    ok(by("duty").post(f"/warnings/{raised.pk}/acknowledge"))
    assert by("duty").post(f"/warnings/{raised.pk}/dismiss", {"reason": " "}).status_code == 400
    assert ok(by("duty").post(f"/warnings/{raised.pk}/dismiss", {"reason": "演练"}))["reason"] == "演练"
    assert ok(by("duty").get("/warnings?state=dismissed"))["results"]
    assert by("duty").get("/warnings?state=gone").status_code == 400


def test_a_warning_is_silenced_and_the_silence_ended(scene: made.Scene, by) -> None:
    raised, now = made.take_in(scene), clock.now()
    until = (now + timedelta(hours=2)).isoformat()
    one = ok(by("duty").post(f"/warnings/{raised.pk}/silence", {"reason": "演练", "until": until}), 201)
    assert (one["story"], one["most"], one["ended_at"]) == (raised.raised_for_id, "yellow", None)
    kind = {"reason": "网站维护", "until": until, "source": models.Source.objects.get().pk, "most": "blue"}
    other = ok(by("duty_lead").post("/silences", kind), 201)
    assert [row["id"] for row in ok(by("author").get("/silences"))["results"]] == [one["id"], other["id"]]
    assert ok(by("duty").post(f"/silences/{one['id']}/end"))["ended_by"] == scene.member("duty").pk
    assert [row["id"] for row in ok(by("author").get("/silences?over=true"))["results"]] == [one["id"]]
    assert by("duty").post("/silences", {**kind, "most": "red"}).status_code == 400
    assert by("duty").post("/silences", {**kind, "until": "2026-06-03T10:00:00"}).status_code == 400
    assert by("duty").post("/silences", {"reason": "演练", "place": "澜川"}).status_code == 400
    assert by("author").post("/silences", kind).status_code == 403


def test_what_staff_were_told(scene: made.Scene, by) -> None:
    notice_channel.add_mailbox(OPERATOR, member=scene.member("duty"), address="duty@lanchuan.example", now=scene.tick())
    raised = made.take_in(scene)
    outbox.fill(scene.tick())
    [told] = ok(by("duty").get(f"/warnings/{raised.pk}/notices"))["results"]
    assert (told["channel"], told["kind"], told["state"], told["stage"]) == ("canary-duty", "mail", "queued", "owner")
    assert "address" not in told


def test_items_by_story_and_by_source(scene: made.Scene, by) -> None:
    raised = made.take_in(scene, count=5)
    source = models.Source.objects.get()
    items = ok(by("duty").get(f"/items?story={raised.story_id}&source={source.pk}"))["results"]
    assert [item["story"] for item in items] == [raised.story_id] * 5
    story = ok(by("duty").get(f"/stories/{raised.story_id}"))
    assert [row["decision"] for row in story["memberships"]] == ["new", *["join"] * 4]
    assert story["memberships"][0]["reasons"][0]["name"] == "growth"
    assert ok(by("duty").get(f"/items/{items[0]['id']}")) == items[0]


@pytest.mark.parametrize("limit", [1, 2, 5, 6])
def test_a_list_is_read_page_by_page_without_gap_or_repeat(scene: made.Scene, by, limit: int) -> None:
    made.take_in(scene, count=5)
    seen, after = [], 0
    while after is not None:
        page = ok(by("duty").get(f"/items?limit={limit}&after={after}"))
        seen += [item["id"] for item in page["results"]]
        assert 0 < len(page["results"]) <= limit
        assert page["next"] is None or page["next"] > after
        after = page["next"]
    assert seen == list(models.Item.objects.order_by("pk").values_list("pk", flat=True))


def test_the_record_can_be_checked_from_outside(scene: made.Scene, by, opened) -> None:
    from huiying.core.types import Event

    entries, after = [], 0
    while after is not None:
        page = ok(by("auditor").get(f"/events?limit=7&after={after}"))
        entries += [Event(**row) for row in page["results"]]
        after = page["next"]
    count, _, broken = verify(entries)
    assert broken is None
    assert count == models.Entry.objects.count()
    assert by("duty").get("/events").status_code == 403


def test_the_register(scene: made.Scene, by) -> None:
    source = ok(by("admin").post("/sources", {"name": "澜川发布", "url": "https://fabu.lanchuan.example/feed", "kind": "notice"}), 201)
    assert ok(by("admin").post(f"/sources/{source['id']}/pause"))["active"] is False
    assert ok(by("admin").post(f"/sources/{source['id']}/resume"))["active"] is True
    assert by("admin").post("/sources", {"name": "x", "url": "ftp://x.example"}).status_code == 400
    assert [row["name"] for row in ok(by("duty").get("/sources"))["results"]] == ["澜川发布"]

    watch = ok(by("duty").post("/watches", {"name": "自来水", "query": "自来水 AND 异味"}), 201)
    assert ok(by("duty").post(f"/watches/{watch['id']}/pause"))["active"] is False
    assert ok(by("duty").post(f"/watches/{watch['id']}/resume"))["active"] is True
    assert ok(by("duty").get("/watches"))["results"][0]["query"] == "自来水 AND 异味"
    made.take_in(scene)
    assert ok(by("duty").post("/watches/test", {"query": "异味"})) == {"looked_at": 2, "found": 2, "items": [2, 1]}
    assert ok(by("duty").post("/watches/test", {"query": "塌方"}))["found"] == 0
    answer = by("duty").post("/watches/test", {"query": "异味 AND ("})
    assert answer.status_code == 400
    assert answer.json()["error"]["message"].startswith("Character 9")
    assert models.Watch.objects.count() == 1


def test_nothing_can_be_asked_for_by_author(client, db: None) -> None:
    document = client.get("/api/v1/openapi.json").json()
    person = re.compile(r"author|byline|handle|avatar|nick|screen.?name|user|member\b|person|poster|email|phone", re.IGNORECASE)
    taken = [parameter["name"] for path in document["paths"].values() for each in path.values() for parameter in each.get("parameters", [])]
    assert taken
    assert [name for name in taken if person.search(name)] == []
    for name in ("ItemOut", "StoryOut", "StoryFull", "WarningOut", "WarningFull", "MembershipOut"):
        assert [field for field in document["components"]["schemas"][name]["properties"] if person.search(field)] == []


def test_asking_by_author_all_the_same_is_refused(by) -> None:
    for path in ("/items?author=x", "/stories?author=x", "/warnings?user=x", "/events?actor=x"):
        assert by("reviewer").get(path).status_code == 400


def test_the_description_names_every_operation_and_its_permission(client, db: None) -> None:
    document = client.get("/api/v1/openapi.json").json()
    found = {
        (method.upper(), path, each["x-permission"]) for path, methods in document["paths"].items() for method, each in methods.items()
    }
    assert found == {row for row in operations() if row[2] != "public"}
    names = [each["operationId"] for methods in document["paths"].values() for each in methods.values()]
    assert len(names) == len(set(names))
    assert "<script" not in json.dumps(document)


def test_there_is_no_page_with_script_in_it(client, db: None) -> None:
    for path in ("/api/v1/docs", "/api/docs", "/api/v1/redoc"):
        assert client.get(path).status_code == 404
