"""The page of a source, and what the desk does not see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import translation
from tests import scene as made
from tests.web.conftest import Window

from huiying.actions import source as acts
from huiying.actions.actor import OPERATOR
from huiying.actions.visit import Visit, note_visits
from huiying.store import models
from huiying.web.health import CHART_DAYS, chart, health

Open = Callable[..., Window]
pytestmark = pytest.mark.django_db


def add(scene: made.Scene, name: str) -> models.Source:
    return acts.add_source(OPERATOR, name=name, url=f"https://{name}.example/feed", now=scene.tick())


@pytest.fixture
def troubled(scene: made.Scene) -> dict[str, models.Source]:
    """A source in each state."""
    rows = {name: add(scene, name) for name in ("ok", "failing", "gone", "lossy", "silent", "waiting", "paused")}
    now = scene.now
    read = models.Source.objects.exclude(name__in=("waiting",))
    read.update(succeeded_at=now, item_at=now)
    acts.note_failure(
        rows["failing"], reason="dns", template="The name %(host)s could not be resolved. Check the address and the name server.",
        values={"host": "failing.example"}, due_at=now, now=now, visit=Visit("failed", "dns"),
    )  # fmt: skip
    models.Source.objects.filter(name="gone").update(active=False, gone_at=now)
    models.Source.objects.filter(name="lossy").update(lost_at=now)
    models.Source.objects.filter(name="silent").update(item_at=now - timedelta(days=3))
    models.Source.objects.filter(name="paused").update(active=False)
    return {row.name: row for row in models.Source.objects.all()}


def test_each_state_has_its_word_and_what_to_do(scene: made.Scene, troubled: dict[str, models.Source]) -> None:
    for name, row in troubled.items():
        found = health(row, scene.now)
        assert found.state == name
        assert bool(found.advice) is (name not in ("ok", "waiting"))


def test_what_we_do_not_see_lists_all_but_what_is_well(scene: made.Scene, window: Open, troubled: dict[str, models.Source]) -> None:
    text = window("duty").text("/desk/sources/unseen/")
    for name in ("failing", "gone", "lossy", "silent", "waiting", "paused"):
        assert f"{name} " in text
    assert "could not be resolved" in text and "whether this machine can resolve names" in text
    assert "1 cannot be read, 1 are gone, 1 probably lost items, 1 are silent" in text
    assert "无法读取" in window("duty", "zh-hans").text("/desk/sources/unseen/")


def test_the_page_shows_history_reasons_and_what_is_odd(scene: made.Scene, window: Open, troubled: dict[str, models.Source]) -> None:
    row = troubled["failing"]
    note_visits([(row, Visit("changed", "", 200, 31, 5, 4096))], now=scene.tick())
    models.Source.objects.filter(pk=row.pk).update(
        skew=7200, charset="gb18030", declared="utf-8", moved_to="https://new.example/", moved_times=2, conditional=False
    )
    text = window("duty").text(f"/desk/sources/{row.pk}/")
    for said in ("name not found", "2 hours ahead", "it says utf-8", "https://new.example/ (2 times)", "read in full each time", "4"):
        assert said in text
    assert "Change how often" not in text, "a duty officer looks on"
    assert "Change how often" in window("duty_lead").text(f"/desk/sources/{row.pk}/")


def test_the_picture_says_in_words_what_it_shows() -> None:
    start = date(2026, 6, 1)
    days = [models.SourceDay(day=start + timedelta(days=n), good=n % 2, bad=n % 3, items=n) for n in range(CHART_DAYS)]
    with translation.override("en"):
        drawn = chart(days)
    assert "378 new items; 14 readings worked, 27 failed" in drawn
    assert drawn.count('class="items"') == 27 and drawn.count('class="read-') == CHART_DAYS
    assert chart([models.SourceDay(day=start)]).count("<rect") == 1
