"""The pipeline of a running desk: a restart stands exactly where the killed process stood."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.worker.arriving import arrive

from huiying.actions.actor import OPERATOR
from huiying.actions.desk import set_up
from huiying.actions.place import Given, add_place
from huiying.actions.source import add_source
from huiying.actions.watch import add_watch, set_watch_active
from huiying.actions.wordlist import add_list, change_list
from huiying.demo.county import stream
from huiying.store import models
from huiying.worker.fetch import FetchResult
from huiying.worker.live import LivePipeline

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 1, tzinfo=UTC)
ITEMS = stream()[:120]


@pytest.fixture
def source() -> models.Source:
    set_up(OPERATOR, name_zh="澜川县人民政府", name_en="Lanchuan County", zone="Asia/Shanghai", places=["澜川"], now=NOW)
    add_watch(OPERATOR, name="自来水", query="自来水 OR 水质", now=NOW)
    return add_source(OPERATOR, name="澜川论坛", url="https://bbs.lanchuan.example/feed", kind="post", now=NOW)


def fetched(source: models.Source, start: int, stop: int) -> FetchResult:
    from huiying.demo.feeds import rss

    body = rss("澜川论坛", list(ITEMS[start:stop]))
    return FetchResult(
        status=200, body=body, etag="", last_modified="", content_type="application/rss+xml", charset="", final_url=source.url,
        retry_after="", max_age=None, server_date=None, not_modified=False,
    )  # fmt: skip


def run(source: models.Source, *, restart_every: int) -> tuple[bytes, list[tuple]]:
    pipeline = LivePipeline()
    pipeline.load(NOW)
    for number, start in enumerate(range(0, len(ITEMS), 12)):
        if number and number % restart_every == 0:
            pipeline = LivePipeline()
            pipeline.load(NOW)
        arrive(pipeline, source, fetched(source, start, start + 12), NOW + timedelta(hours=number))
    rows = models.Membership.objects.order_by("item__key").values_list("item__key", "story__key", "decision", "score")
    return pipeline.state.dump(), list(rows)


def test_restarts_change_nothing(source: models.Source) -> None:
    from django.db import transaction

    with transaction.atomic():
        once = run(source, restart_every=1000)
        transaction.set_rollback(True)
    assert run(source, restart_every=2) == once
    assert len(once[1]) == len(ITEMS)


def test_a_changed_register_holds_from_the_next_item_on(source: models.Source) -> None:
    pipeline = LivePipeline()
    pipeline.load(NOW)
    arrive(pipeline, source, fetched(source, 0, 60), NOW)
    before = models.Match.objects.count()
    set_watch_active(OPERATOR, models.Watch.objects.get(), active=False, now=NOW)
    arrive(pipeline, source, fetched(source, 60, 120), NOW + timedelta(hours=1))
    assert before and models.Match.objects.count() == before
    again = LivePipeline()
    again.load(NOW)
    assert again.state.dump() == pipeline.state.dump()


def test_a_snapshot_of_another_version_is_rebuilt_from_recent_items(source: models.Source) -> None:
    pipeline = LivePipeline()
    pipeline.load(NOW)
    arrive(pipeline, source, fetched(source, 0, 60), NOW)
    pipeline.keep(NOW)
    models.Snapshot.objects.update(state=b"of another version")
    again = LivePipeline()
    again.load(NOW)
    stored = models.Item.objects.order_by("pk").values_list("key", flat=True)
    assert all(again.state.known(key) for key in stored)
    assert arrive(again, source, fetched(source, 0, 72), NOW + timedelta(hours=1)) == 12


def test_a_failed_transaction_leaves_nothing_and_can_be_done_again(source: models.Source, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = LivePipeline()
    pipeline.load(NOW)
    with monkeypatch.context() as broken:
        broken.setattr("huiying.actions.ingest.recount", lambda story: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            arrive(pipeline, source, fetched(source, 0, 12), NOW)
    assert not models.Item.objects.exists() and not models.Story.objects.exists()
    assert arrive(pipeline, source, fetched(source, 0, 12), NOW) == 12
    assert models.Membership.objects.count() == 12


def test_a_changed_list_of_words_holds_from_the_next_item_on_without_a_snapshot(source: models.Source) -> None:
    row = add_list(OPERATOR, name="水", words=["没有这样的词"], now=NOW)
    add_watch(OPERATOR, name="词表", query="@水", now=NOW)
    found = models.Match.objects.filter(watch__name="词表")
    pipeline = LivePipeline()
    pipeline.load(NOW)
    arrive(pipeline, source, fetched(source, 0, 60), NOW)
    assert not found.exists()
    change_list(OPERATOR, row, words=["自来水", "水质"], now=NOW)
    arrive(pipeline, source, fetched(source, 60, 120), NOW + timedelta(hours=1))
    assert found.exists() and not models.Snapshot.objects.exists()
    regimes = models.Regime.objects.order_by("id")
    assert [(row.after, [words for _, words in map(dict.values, row.setup["lists"])]) for row in regimes] == [
        (0, []),
        (0, [["没有这样的词"]]),
        (60, [["自来水", "水质"]]),
    ]
    again = LivePipeline()
    again.load(NOW)
    assert again.state.dump() == pipeline.state.dump()
    pipeline.keep(NOW)
    assert regimes.count() == 3
    after = LivePipeline()
    after.load(NOW)
    assert after.state.dump() == pipeline.state.dump()


def test_a_place_of_the_register_is_one_of_the_desks_own_from_the_next_item_on(source: models.Source) -> None:
    pipeline = LivePipeline()
    pipeline.load(NOW)
    memory = pipeline.state.grouper
    add_place(OPERATOR, given=Given("学府街", "street"), now=NOW)
    arrive(pipeline, source, fetched(source, 0, 12), NOW)
    assert pipeline.state.setup.places == ("澜川", "学府街") and pipeline.state.grouper is memory


def test_a_watch_that_an_upgrade_no_longer_accepts_does_not_stop_the_others(source: models.Source) -> None:
    models.Watch.objects.create(name="旧", query="停水，断水", added_at=NOW)
    pipeline = LivePipeline()
    pipeline.load(NOW)
    arrive(pipeline, source, fetched(source, 0, 60), NOW)
    assert set(models.Match.objects.values_list("watch__name", flat=True)) == {"自来水"}
