"""What the pages say of silences, surges and the volume of a watch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from tests import scene as made
from tests.web.conftest import Window

from huiying.actions import anomaly
from huiying.core.detect.volume import Reading
from huiying.store import models
from huiying.web.noticed import picture

Open = Callable[..., Window]


def fall_silent(scene: made.Scene, subject: models.Source | models.Watch) -> models.Anomaly:
    since = scene.now
    row = anomaly.notice("silence", subject, since=since, value=60.0, usual=1.5, strategy="s", now=scene.tick(60 * 30))
    assert row is not None
    return row


def surge(scene: made.Scene, watch: models.Watch) -> models.Anomaly:
    row = anomaly.notice("surge", watch, since=scene.now, value=14.0, usual=2.5, strategy="s", now=scene.tick())
    assert row is not None
    return row


def test_a_silence_stands_on_the_board_until_it_ends(scene: made.Scene, window: Open) -> None:
    source = made.take_in(scene).story.memberships.first().item.source
    row = fall_silent(scene, source)
    english, chinese = window("duty").text("/desk/board/sources/"), window("duty", "zh-hans").text("/desk/board/sources/")
    assert "What we did not see" in english and "it usually speaks about every 1 hour 30 minutes" in english
    assert "A silence as long comes about once in 60 weeks." in english
    assert "没有看到的" in chinese and "平时约每 1 小时 30 分钟有一次" in chinese
    assert "○ silent" in english and "✓ ok" not in english
    assert "○ silent" in window("duty").text("/desk/sources/")
    anomaly.end(row, now=scene.tick())
    assert "What we did not see" not in window("duty").text("/desk/board/sources/")


def test_the_same_silence_is_noticed_once(scene: made.Scene) -> None:
    watch = made.add_watch(scene)
    fall_silent(scene, watch)
    assert anomaly.notice("silence", watch, since=scene.now, value=1.0, usual=1.0, strategy="s", now=scene.tick()) is None
    surge(scene, watch)
    assert models.Anomaly.objects.filter(ended_at=None).count() == 2


def test_a_surge_stands_with_the_stories_and_at_its_watch(scene: made.Scene, window: Open) -> None:
    watch = made.add_watch(scene)
    surge(scene, watch)
    for page in ("/desk/board/stories/", "/desk/watches/"):
        assert "found far more than usual: 14 items in the hour from" in window("duty").text(page)
    assert f'href="/desk/watches/#watch-{watch.pk}"' in window("duty").get("/desk/board/stories/").content.decode()


def test_the_volume_of_a_watch_is_drawn_with_its_band(scene: made.Scene, window: Open) -> None:
    watch = made.add_watch(scene)
    assert "Last 14 days" not in window("duty").text("/desk/watches/")
    start = scene.now - timedelta(hours=40)
    readings = [Reading((start + timedelta(hours=n)).timestamp(), 30 if n == 30 else 1, 1.0, 0.0, 3.0, 0.0, False) for n in range(40)]
    anomaly.keep_hours(watch, readings, now=scene.tick())
    page = window("duty").get("/desk/watches/").content.decode()
    assert page.count('class="high"') == 1 and page.count('class="band"') == 7
    assert "69 in all, at most 35 in a bar, 1 above the usual." in page
    assert "共 69 条" in window("duty", "zh-hans").get("/desk/watches/").content.decode()


def test_an_empty_picture_is_a_line(scene: made.Scene) -> None:
    drawn = picture([], scene.now, ZoneInfo("UTC"))
    assert "<rect" not in drawn and "<line" in drawn


@pytest.mark.parametrize(("voices", "said"), [(None, ""), (0, "fewer than 5"), (20, "about 20")])
def test_voices_are_never_told_exactly(scene: made.Scene, window: Open, voices: int | None, said: str) -> None:
    raised = made.take_in(scene)
    models.Story.objects.update(voices=voices)
    for page in (f"/desk/stories/{raised.story.key}/", f"/desk/warnings/{raised.pk}/"):
        text = window("duty").text(page)
        assert (said in text and "distinct voices" in text) if said else "distinct voices" not in text
