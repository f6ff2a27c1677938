"""What a program is told when something is wrong: one shape, a status that fits, the caller's language."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.publish import scene as made

from huiying.api.errors import CONFLICTS


def said(answer) -> tuple[int, str, str]:
    error = answer.json()["error"]
    assert set(error) == {"message", "code"}
    return answer.status_code, error["code"], error["message"]


@pytest.mark.parametrize(
    ("body", "en", "zh"),
    [
        ('{"level": "\\ud800"}', "The body of the request is not JSON.", "请求正文不是有效的 JSON。"),
        ('{"level": NaN}', "The body of the request is not JSON.", "请求正文不是有效的 JSON。"),
        ("{", "The body of the request is not JSON.", "请求正文不是有效的 JSON。"),
        ("", "The body of the request is missing.", "缺少 请求正文。"),
        ("[]", "The body of the request cannot be read.", "请求正文 无法识别。"),
        ("{}", "level is missing.", "缺少 level。"),
        ('{"level": "red", "departement": 1}', "departement is not known here. Remove it.", "此处没有名为 departement 的字段，请删去。"),
        ('{"level": 3}', "level must be text.", "level 必须是文字。"),
        ('{"level": "red", "department": "water"}', "department must be a whole number.", "department 必须是整数。"),
        ('{"level": "red", "department": 0}', "department must be at least 1.", "department 不得小于 1。"),
        (
            '{"level": "red", "department": 9223372036854775808}',
            "department must be at most 9223372036854775807.",
            "department 不得大于 9223372036854775807。",
        ),
    ],
)
def test_a_body_that_cannot_be_read(scene: made.Scene, by, opened, body: str, en: str, zh: str) -> None:
    for language, message in (("en", en), ("zh-hans", zh)):
        status, code, found = said(by("leader", language).post(f"/cases/{opened.pk}/assess", body))
        assert (status, code) == (400, "unreadable")
        assert found == message


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
    assert said(by("duty", "zh-hans").get("/cases/7")) == (404, "not_found", "没有编号为 7 的事项。")
    assert said(by("duty").get("/items?story=7"))[:2] == (404, "not_found")
    assert said(by("duty").get("/cases/99999999999999999999"))[0] == 400
    assert said(by("duty").get("/nothing"))[:2] == (404, "not_found")
    assert said(Client().get("/api/"))[:2] == (404, "not_found")
    assert said(Client().get("/api/v1/"))[:2] == (404, "not_found")


def test_a_method_that_is_not_possible(by) -> None:
    answer = by("duty")("DELETE", "/cases")
    assert said(answer) == (405, "method", "DELETE is not possible here.")
    assert answer["Allow"] == "GET"


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
    assert {(status, code) for status, code, _ in met} == {(409, "conflict")}
    assert len(met) == len(CONFLICTS)


def made_content(claim) -> dict:
    import msgspec

    return msgspec.to_builtins(made.content(claim))


def test_too_big_a_request(by, opened, settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert said(by("duty").post(f"/cases/{opened.pk}/claims", {"text": "x" * 2000}))[:2] == (413, "too_big")
