"""What a program is told when something is wrong: one shape, a status that fits, the caller's language."""

from __future__ import annotations

import pytest
from django.test import Client
from tests import scene as made
from tests.scene import Told, gather, story

from huiying.api.errors import CONFLICTS
from huiying.store import models
from huiying.store.stories import holder


def said(answer) -> tuple[int, str, str]:
    error = answer.json()["error"]
    assert set(error) == {"message", "code"}
    return answer.status_code, error["code"], error["message"]


@pytest.mark.parametrize(
    ("body", "message", "values"),
    [
        ('{"level": "\\ud800"}', "The body of the request is not JSON.", {}),
        ('{"level": NaN}', "The body of the request is not JSON.", {}),
        ("{", "The body of the request is not JSON.", {}),
        ("", "%(where)s is missing.", {"where": "The body of the request"}),
        ("[]", "%(where)s cannot be read.", {"where": "The body of the request"}),
        ("{}", "%(where)s is missing.", {"where": "level"}),
        ('{"level": "red", "departement": 1}', "%(where)s is not known here. Remove it.", {"where": "departement"}),
        ('{"level": 3}', "%(where)s must be text.", {"where": "level"}),
        ('{"level": "red", "department": "water"}', "%(where)s must be a whole number.", {"where": "department"}),
        ('{"level": "red", "department": 0}', "%(where)s must be at least %(ge)s.", {"where": "department", "ge": 1}),
        (f'{{"level": "red", "department": {2**63}}}', "%(where)s must be at most %(le)s.", {"where": "department", "le": 2**63 - 1}),
    ],
)
def test_a_body_that_cannot_be_read(by, opened, body: str, message: str, values: dict) -> None:
    for language in ("en", "zh-hans"):
        filled = {name: made.said(value, language) if str(value).startswith("The ") else value for name, value in values.items()}
        expected = (400, "unreadable", made.said(message, language, **filled))
        assert said(by("leader", language).post(f"/cases/{opened.pk}/assess", body)) == expected


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("limit=0", "limit must be at least 1."),
        ("limit=201", "limit must be at most 200."),
        ("after=-1", "after must be at least 0."),
        ("after=x", "after must be a whole number."),
        ("after=9223372036854775808", "after must be at most 9223372036854775807."),
        ("stroy=1", "There is no parameter stroy here. There are: after, limit, source, story."),
    ],
)
def test_a_parameter_that_does_not_fit(by, query: str, message: str) -> None:
    assert said(by("duty").get(f"/items?{query}")) == (400, "unreadable", message)


def test_what_does_not_exist(by) -> None:
    assert said(by("duty").get("/cases/7")) == (404, "not_found", "There is no case with the number 7.")
    assert said(by("duty", "zh-hans").get("/cases/7")) == (
        404,
        "not_found",
        made.said("There is no case with the number %(id)s.", id=7),
    )
    assert said(by("duty").get("/items?story=7"))[:2] == (404, "not_found")
    assert said(by("duty").get("/cases/99999999999999999999"))[0] == 400
    assert said(by("duty").get("/nothing"))[:2] == (404, "not_found")
    assert said(Client().get("/api/"))[:2] == (404, "not_found")
    assert said(Client().get("/api/v1/"))[:2] == (404, "not_found")


def test_a_method_that_is_not_possible(by) -> None:
    answer = by("duty")("DELETE", "/cases")
    assert said(answer) == (405, "method", "DELETE is not possible here.")
    assert set(answer["Allow"].split(", ")) == {"GET", "POST"}


def test_a_refusal_says_what_to_do(by, opened) -> None:
    body = {"level": "purple"}
    assert said(by("leader").post(f"/cases/{opened.pk}/assess", body)) == (
        400,
        "refused",
        "purple is not a level; the levels are blue, yellow, orange, red.",
    )


def test_what_is_about_the_moment_is_a_conflict(by, scene: made.Scene, opened, settled) -> None:
    """Each of the sentences that count as conflicts is met here, so that a change of its words is noticed."""
    met = set()
    text = {**made_content(settled), "title": "关于自来水的通报"}
    draft = by("author").post(f"/cases/{opened.pk}/statements", text).json()
    path = f"/statements/{draft['id']}"

    changed = {"content": {**text, "title": "另一个标题"}, "based_on": "0" * 64}
    met.add(said(by("author").put(path, changed)))
    met.add(said(by("publisher").post(f"{path}/publish")))
    assert by("author").post(f"{path}/submit").status_code == 200
    met.add(said(by("approver").post(f"{path}/approve", {"hash": "0" * 64})))
    assert by("approver").post(f"{path}/return", {"reason": "请补充"}).status_code == 200
    assert by("author").post(f"{path}/abandon", {"reason": "不再需要"}).status_code == 200
    met.add(said(by("author").post(f"{path}/submit")))

    # stories that later decisions rest on, and those of two open cases
    gather(scene, *(Told(f"{key}{n}", key) for key in "abcd" for n in (1, 2)))
    ids = {key: story(key).pk for key in "abcd"}
    join = by("duty").post(f"/stories/{ids['a']}/merge", {"other": ids["b"]}).json()
    moved = by("duty").post(f"/stories/{ids['a']}/split", {"items": join["items"][:1]}).json()
    met.add(said(by("duty").post(f"/proposals/{join['id']}/undo")))
    by("duty").post(f"/stories/{ids['c']}/merge", {"other": moved["other"]})
    met.add(said(by("duty").post(f"/proposals/{moved['id']}/undo")))
    second = models.Case.objects.create(title="另一案", level="blue", opened_at=scene.now, opened_by=scene.member("duty"))
    for case, key in ((opened, "c"), (second, "d")):
        models.CaseStory.objects.create(case=case, linked=story(key), story=holder(story(key)))
    met.add(said(by("duty").post(f"/stories/{ids['c']}/merge", {"other": ids["d"]})))
    assert {(status, code) for status, code, _ in met} == {(409, "conflict")}
    assert len(met) == len(CONFLICTS)


def made_content(claim) -> dict:
    import msgspec

    return msgspec.to_builtins(made.content(claim))


def test_too_big_a_request(by, opened, settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert said(by("duty").post(f"/cases/{opened.pk}/claims", {"text": "x" * 2000}))[:2] == (413, "too_big")


def test_too_big_a_request_with_a_key_is_not_carried_out(by, opened, settings) -> None:
    """Also where the act needs no body: without what was sent nobody could tell whether it is the same call again."""
    claim = by("duty").post(f"/cases/{opened.pk}/claims", {"text": "水压不足"}).json()
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = by("verifier")("POST", f"/claims/{claim['id']}/take", "x" * 2000, **{"idempotency-key": "one"})
    assert said(answer)[:2] == (413, "too_big")
    assert models.Claim.objects.get(pk=claim["id"]).state == claim["state"]


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "x"]
)
def test_a_body_of_another_kind(by, opened, kind: str) -> None:
    answer = by("leader").client.generic("POST", f"/api/v1/cases/{opened.pk}/assess", '{"level": "red"}', content_type=kind)
    assert said(answer) == (
        415,
        "other_kind",
        "The body of the request must be JSON. Send it with the header Content-Type: application/json.",
    )
    assert by("leader").post(f"/cases/{opened.pk}/assess", {"level": "red"}).status_code == 200


@pytest.mark.parametrize("time", [-6258, 0, 1780000000, "-6258", "1780000000", 1.5, True])
def test_a_number_is_no_time(by, opened, time: object) -> None:
    """A typing error must not become a clock that began in 1969."""
    answer = by("duty_lead").post(f"/cases/{opened.pk}/clocks", {"reason": "电话记录", "told_by_superior": time})
    assert said(answer)[:2] == (400, "unreadable")
    answer = by("duty").post("/cases", {"title": "第二案", "level": "blue", "known_by": "hotline", "known_at": time})
    assert said(answer)[:2] == (400, "unreadable")
