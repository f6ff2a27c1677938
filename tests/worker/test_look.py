"""When the second look is taken, and what becomes of what it finds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import scene as made
from tests.scene import Told, gather, suggestion

from huiying.core.types import Item, Kind, Proposal
from huiying.demo.county import stream
from huiying.store import models
from huiying.worker.live import LivePipeline
from huiying.worker.look import EVERY, SecondLook

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> made.Scene:
    desk = made.set_up()
    gather(desk, Told("a1", "a"), Told("b1", "b"))
    return desk


def looking(monkeypatch: pytest.MonkeyPatch, *found: Proposal) -> LivePipeline:
    pipeline = LivePipeline()
    pipeline.item = 2
    monkeypatch.setattr(pipeline.state.grouper, "second_look", lambda now: found)
    return pipeline


def test_it_is_taken_every_ten_minutes_when_something_new_came(scene: made.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline, look, now = looking(monkeypatch), SecondLook(), scene.now
    assert not look.due(LivePipeline(), now), "nothing has come yet"
    assert look.due(pipeline, now)
    look.take(pipeline, now)
    assert not look.due(pipeline, now + EVERY), "nothing new"
    pipeline.item = 3
    assert not look.due(pipeline, now + EVERY - timedelta(seconds=1))
    assert look.due(pipeline, now + EVERY)


def test_what_it_finds_is_stored_once(scene: made.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline, look = looking(monkeypatch, suggestion("merge", "a", "b", ("b1",))), SecondLook()
    assert [look.take(pipeline, scene.tick()) for _ in range(2)] == [1, 0]
    assert models.Proposal.objects.get().state == "open"
    assert models.Entry.objects.filter(type="merge_proposed", actor_kind="detector").count() == 1


def test_a_fault_of_the_look_stops_nothing(scene: made.Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline, look = looking(monkeypatch), SecondLook()
    monkeypatch.setattr(pipeline.state.grouper, "second_look", lambda now: 1 / 0)
    assert look.take(pipeline, scene.tick()) == 0
    assert not look.due(pipeline, scene.now)


def test_a_real_pipeline_can_be_asked_and_decides_the_same_after_it(scene: made.Scene) -> None:
    items = [
        Item(
            id=one.id,
            source=one.source,
            kind=Kind(one.kind),
            url=one.url,
            title=one.title,
            text=one.text,
            lang=one.lang,
            first_seen=one.published_at,
        )
        for one in stream()[:200]
    ]
    decided = []
    for looks in (False, True):
        pipeline, look = LivePipeline(), SecondLook()
        pipeline.load(scene.tick())
        found = []
        for start in range(0, len(items), 40):
            batch = items[start : start + 40]
            found.append(pipeline.process(batch, batch[-1].first_seen).assignments)
            if looks:
                assert look.take(pipeline, batch[-1].first_seen) >= 0
        decided.append(found)
    assert decided[0] == decided[1]
