"""The fourteen days, played without waiting: the desk's people bring the cases to where the visitor takes over."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from tests.worker.arriving import arrive

from huiying.commands.demo import DAYS, START, furnish
from huiying.core.record import verify
from huiying.demo.cast import Cast
from huiying.demo.county import StreamItem, county, stream
from huiying.demo.feeds import rss
from huiying.store import models
from huiying.store.convert import event_of
from huiying.worker.fetch import FetchResult
from huiying.worker.live import LivePipeline

pytestmark = pytest.mark.django_db
STEP = timedelta(hours=1)


def feed(items: list[StreamItem]) -> FetchResult:
    return FetchResult(
        status=200, body=rss("source", items), etag="", last_modified="", content_type="application/rss+xml", charset="",
        final_url="http://127.0.0.1/feed", retry_after="", max_age=None, server_date=None, not_modified=False,
    )  # fmt: skip


def play(monkeypatch: pytest.MonkeyPatch) -> Cast:
    end = START + timedelta(days=DAYS)
    present: list[datetime] = [START]
    monkeypatch.setattr("huiying.clock.now", lambda: present[0])
    furnish(county(), "http://127.0.0.1:1", speed=5000)
    pipeline = LivePipeline()
    pipeline.load(START)
    cast = Cast(end)
    sources = {row.name: row.pk for row in models.Source.objects.all()}
    coming = list(stream())
    while present[0] < end:
        present[0] += STEP
        fresh: dict[str, list[StreamItem]] = {}
        while coming and coming[0].published_at <= present[0]:
            item = coming.pop(0)
            fresh.setdefault(item.source, []).append(item)
        for name, items in fresh.items():
            arrive(pipeline, models.Source.objects.get(pk=sources[name]), feed(items), present[0])
        cast.tick(present[0])
    return cast


def test_the_visitor_finds_a_case_ready_for_approval(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = play(monkeypatch)
    assert cast.done
    assert models.Item.objects.count() == len(stream())
    waiting = models.Statement.objects.get(state="approval")
    assert waiting.case.title.startswith("春江里")
    assert waiting.case.statements.filter(state="published").count() == 1
    corrected = models.Statement.objects.get(revisions__number=2)
    assert corrected.revisions.count() == 2
    assert "5个采样点" in str(corrected.content)
    assert models.Warning.objects.filter(state__in=("raised", "escalated")).exists(), "something is left to acknowledge"
    assert not models.Entry.objects.filter(type="act_refused").exists(), "its people keep to the rules"
    assert verify(event_of(row) for row in models.Entry.objects.order_by("id"))[2] is None
    said = set(models.Feedback.objects.values_list("verdict", flat=True))
    assert "useful" in said, "the proof of the demonstration has something to count"
    for revision in models.Revision.objects.all():
        assert revision.approved_by_id not in revision.edited_by
