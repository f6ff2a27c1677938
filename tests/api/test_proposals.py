"""Proposals and the origin of stories through the interface."""

from __future__ import annotations

import pytest
from tests import scene as made
from tests.scene import Told, gather, story, suggestion

from huiying.actions import proposal
from huiying.store import models


def ok(answer):
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


@pytest.fixture
def row(scene: made.Scene) -> models.Proposal:
    gather(scene, Told("a1", "a"), Told("a2", "a", "同城圈", copy_of="a1"), Told("b1", "b"), Told("a3", "a", "热榜", kind="hotlist"))
    (found,) = proposal.propose([suggestion("merge", "a", "b", ("b1",))], now=scene.tick())
    return found


def test_accept_and_undo(by, row: models.Proposal) -> None:
    (listed,) = ok(by("auditor").get("/proposals?state=open"))["results"]
    assert (listed["kind"], listed["story"], listed["other"], listed["score"]) == ("merge", story("a").pk, story("b").pk, 1.4)
    assert [part["name"] for part in listed["reasons"]] == ["place_agrees", "shared_term", "number_differs"]
    path = f"/proposals/{row.pk}"
    assert ok(by("duty").post(f"{path}/accept"))["state"] == "accepted"
    assert by("duty").post(f"{path}/accept").status_code == 409
    assert ok(by("duty").get(f"/stories/{story('b').pk}"))["merged_into"] == story("a").pk
    assert [found["key"] for found in ok(by("duty").get("/stories"))["results"]] == ["a"]
    whole = ok(by("duty").get(f"/stories/{story('a').pk}"))
    assert [(m["assigned"], m["story"]) for m in whole["memberships"]][2] == (story("b").pk, story("a").pk)
    assert ok(by("duty_lead").post(f"{path}/undo"))["state"] == "undone"
    assert len(ok(by("duty").get("/stories"))["results"]) == 2


def test_refuse_needs_a_reason(by, row: models.Proposal) -> None:
    path = f"/proposals/{row.pk}"
    assert by("duty").post(f"{path}/refuse", {"reason": " "}).status_code == 400
    assert by("duty").post(f"{path}/refuse").status_code == 400
    assert ok(by("duty").post(f"{path}/refuse", {"reason": "两处"}))["reason"] == "两处"
    assert ok(by("duty").get(path))["state"] == "refused"
    assert by("duty").get("/proposals?state=gone").status_code == 400
    assert by("duty").get("/proposals/99").status_code == 404


def test_by_hand(by, row: models.Proposal) -> None:
    a = story("a").pk
    item = models.Item.objects.get(key="a3").pk
    parted = ok(by("duty").post(f"/stories/{a}/split", {"items": [item]}))
    assert (parted["kind"], parted["items"], parted["strategy"]) == ("split", [item], "by hand")
    joined = ok(by("duty").post(f"/stories/{a}/merge", {"other": parted["other"]}))
    assert joined["state"] == "accepted"
    assert by("duty").post(f"/stories/{a}/merge", {"other": a}).status_code == 400
    assert by("duty").post(f"/stories/{a}/merge", {"other": 10**6}).status_code == 404
    assert by("author").post(f"/stories/{a}/split", {"items": [item]}).status_code == 403
    for wrong in ({"items": "x"}, {"items": [0]}, {"items": [-1]}, {"items": []}):
        assert by("duty").post(f"/stories/{a}/split", wrong).status_code == 400


def test_who_had_it_first(by, row: models.Proposal) -> None:
    found = ok(by("auditor").get(f"/stories/{story('a').pk}/origin"))
    assert (found["items"], found["outlets"], found["independent"]) == (3, 3, 1)
    assert [(first["source"], first["part"]) for first in found["first_seen"]] == [
        ("澜川论坛", "report"),
        ("同城圈", "copy"),
        ("热榜", "line"),
    ]
    ids = [models.Item.objects.get(key=key).pk for key in ("a1", "a2", "a3")]
    assert [(sight["item"], sight["original"]) for sight in found["chain"]] == [(ids[0], None), (ids[1], ids[0]), (ids[2], None)]
    assert found["chain"][0]["minutes_after_first"] == 0.0 < found["chain"][1]["minutes_after_first"]
    assert by("duty").get("/stories/999/origin").status_code == 404
