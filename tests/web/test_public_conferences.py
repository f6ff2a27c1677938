"""Which press conferences everybody may read of."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from tests import scene as made

from huiying.actions import conference
from huiying.publish.conferences import announced
from huiying.store import models


@pytest.fixture
def planned(scene: made.Scene) -> models.Conference:
    opened = made.open_case(scene)
    at = scene.now + timedelta(days=1)
    conference.plan(scene.actors["spokesperson"], opened, subject="自来水 <b>", place="县政府", at=at, now=scene.tick())
    return models.Conference.objects.get()


def test_only_what_a_second_person_announced_is_public(scene: made.Scene, planned: models.Conference) -> None:
    assert announced(scene.now) == []
    conference.announce(scene.actors["approver"], planned, now=scene.tick())
    (found,) = announced(scene.now)
    assert (found.subject, found.place, found.called_off) == ("自来水 <b>", "县政府", False)
    page = Client().get("/").content.decode()
    assert "自来水 &lt;b&gt;" in page and "县政府" in page
    conference.cancel(scene.actors["spokesperson"], planned, reason="暴雨", now=scene.tick())
    (found,) = announced(scene.now)
    assert found.called_off and "暴雨" not in Client().get("/").content.decode()
    assert announced(planned.at + timedelta(days=2)) == []


def test_what_was_held_stands_there_no_longer(scene: made.Scene, planned: models.Conference) -> None:
    conference.announce(scene.actors["approver"], planned, now=scene.tick())
    conference.hold(scene.actors["spokesperson"], planned, record="通报", unanswered=[], now=scene.tick())
    assert announced(scene.now) == []
