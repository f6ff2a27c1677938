"""What publishers were asked to correct, as everybody reads it."""

from __future__ import annotations

from django.test import Client
from tests import scene as made

from huiying.actions import publisher_request
from huiying.store import models


def test_a_request_is_public_once_a_second_person_approved_it_and_stays_there(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    found = made.settle(scene, opened, "大坝出现裂缝", verdict="false")
    author, approver = scene.actors["author"], scene.actors["approver"]
    row = publisher_request.draft(
        author,
        opened,
        publisher="某网 <b>",
        url="https://news.example/1",
        wrong="大坝开裂",
        right="大坝完好",
        claims=[found.pk],
        now=scene.tick(),
    )
    client = Client()
    assert "大坝开裂" not in client.get("/requests/").content.decode()
    publisher_request.approve(approver, row, now=scene.tick())
    page = client.get("/requests/").content.decode()
    for words in ("某网 &lt;b&gt;", "https://news.example/1", "大坝开裂", "大坝完好", "大坝出现裂缝"):
        assert words in page, words
    assert 'href="/requests/"' in client.get("/").content.decode()
    publisher_request.note_answer(author, row, text="canary-answer", now=scene.tick())
    publisher_request.note_not_corrected(author, row, reason="canary-reason", now=scene.tick())
    page = client.get("/requests/").content.decode()
    assert "大坝开裂" in page and "canary" not in page, "two people stand behind every public word"
    assert models.PublisherRequest.objects.get().state == "not_corrected"
