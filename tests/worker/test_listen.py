"""Silences and surges of a running desk: noticed once, ended by themselves."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from tests import scene as made

from huiying.actions import source as source_acts
from huiying.actions import watch as watch_acts
from huiying.actions.actor import OPERATOR
from huiying.store import models
from huiying.worker.listen import EVERY, Listening

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


class Town:
    """A source that is read all the time, and a watch that every item satisfies."""

    def __init__(self) -> None:
        self.scene = made.set_up()
        self.start = self.scene.tick()
        self.source = source_acts.add_source(OPERATOR, name="论坛", url="https://bbs.example/feed", kind="post", now=self.start)
        self.watch = made.add_watch(self.scene)
        self.number = 0

    def speak(self, at: datetime, count: int = 1, stories: int = 1) -> None:
        """`count` items at this moment, in so many stories."""
        keys = [
            models.Story.objects.get_or_create(key=f"s{n}", defaults={"title": "t", "first_at": at, "last_at": at})[0]
            for n in range(stories)
        ]
        for _ in range(count):
            self.number += 1
            item = models.Item.objects.create(
                key=f"i{self.number}", source=self.source, kind="post", url="", title="t", text="", lang="zh", first_seen=at, fingerprint=""
            )
            story = keys[self.number % stories]
            models.Membership.objects.create(item=item, story=story, assigned=story, decision="new", score=0, threshold=0, strategy="s")
            models.Match.objects.create(watch=self.watch, item=item)
        self.read(at)

    def read(self, at: datetime) -> None:
        """The source could be read at this moment."""
        models.Source.objects.update(succeeded_at=at, failures=0)

    def hourly(self, hours: int) -> datetime:
        """An item every hour; the moment after the last."""
        for hour in range(hours):
            self.speak(self.start + hour * HOUR)
        return self.start + hours * HOUR


@pytest.fixture
def town() -> Town:
    return Town()


def noticed(kind: str) -> list[tuple[str, bool]]:
    rows = models.Anomaly.objects.filter(kind=kind).order_by("id")
    return [("source" if row.source_id else "watch", row.ended_at is not None) for row in rows]


def entries(type: str) -> int:
    return models.Entry.objects.filter(type=type, actor_kind="detector").count()


def test_a_silence_is_noticed_once_and_ends_with_the_next_word(town: Town) -> None:
    listening, end = Listening(), town.hourly(24 * 10)
    assert listening.take(end) == 0
    later = end + 20 * HOUR
    town.read(later)
    assert listening.take(later) == 2
    assert listening.take(later + EVERY) == 0
    assert noticed("silence") == [("source", False), ("watch", False)]
    row = models.Anomaly.objects.get(source=town.source)
    assert row.since == end - HOUR
    assert 0.5 < row.usual < 2
    town.speak(later + HOUR)
    listening.take(later + HOUR)
    assert noticed("silence") == [("source", True), ("watch", True)]
    assert entries("hush_noticed") == entries("hush_ended") == 2


def test_a_source_that_cannot_be_read_is_failing_and_not_silent(town: Town) -> None:
    listening, end = Listening(), town.hourly(24 * 10)
    models.Source.objects.update(failures=3)
    assert listening.take(end + 40 * HOUR) == 0


def test_while_nothing_is_read_nobody_is_silent(town: Town) -> None:
    end = town.hourly(24 * 10)
    assert Listening().take(end + 40 * HOUR) == 0


def test_a_restart_finds_the_notice_and_says_nothing_twice(town: Town) -> None:
    end = town.hourly(24 * 10) + 20 * HOUR
    town.read(end)
    assert Listening().take(end) == 2
    assert Listening().take(end + EVERY) == 0
    assert len(noticed("silence")) == 2


def test_a_paused_watch_is_no_longer_listened_to(town: Town) -> None:
    listening, end = Listening(), town.hourly(24 * 10) + 20 * HOUR
    town.read(end)
    listening.take(end)
    watch_acts.set_watch_active(OPERATOR, town.watch, active=False, now=end)
    listening.take(end + EVERY)
    assert noticed("silence") == [("source", False), ("watch", True)]


def test_many_stories_of_a_watch_are_a_surge_that_ends_in_the_calm(town: Town) -> None:
    listening, end = Listening(), town.hourly(24 * 5)
    listening.take(end)
    town.speak(end, count=20, stories=10)
    assert listening.take(end + HOUR) == 1
    row = models.Anomaly.objects.get(kind="surge")
    assert (row.watch, row.value) == (town.watch, 20.0)
    assert row.usual < 3
    for hour in range(1, 9):
        town.speak(end + hour * HOUR)
        listening.take(end + (hour + 1) * HOUR)
    assert noticed("surge") == [("watch", True)]
    assert entries("surge_noticed") == entries("surge_ended") == 1


def test_one_story_that_grows_is_left_to_its_warning(town: Town) -> None:
    listening, end = Listening(), town.hourly(24 * 5)
    listening.take(end)
    town.speak(end, count=20, stories=1)
    assert listening.take(end + HOUR) == 0


def test_the_hours_of_a_watch_are_kept_with_what_was_usual(town: Town) -> None:
    end = town.hourly(24 * 3)
    Listening().take(end)
    Listening().take(end)
    rows = list(models.WatchHour.objects.order_by("at"))
    assert len(rows) == len({row.at for row in rows}) in (71, 72)
    assert sum(row.count for row in rows) >= 70
    assert all(row.low <= row.expected <= row.high for row in rows)


def test_it_listens_every_five_minutes_and_a_fault_stops_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    listening = Listening()
    assert listening.due(town.start)
    monkeypatch.setattr(listening, "_hear", lambda: 1 / 0)
    assert listening.take(town.start) == 0
    assert not listening.due(town.start + EVERY - timedelta(seconds=1))
    assert listening.due(town.start + EVERY)
    monkeypatch.undo()
    town.hourly(2)
    listening.take(town.start + 3 * HOUR)
    assert models.WatchHour.objects.filter(count=1).exists(), "it begins anew"
