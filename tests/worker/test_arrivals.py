"""Items that came by the web or from a file: taken in whole or not at all, once, and the row that carried them is gone with it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from huiying.actions import arrival as acts
from huiying.actions.actor import OPERATOR
from huiying.actions.desk import set_up
from huiying.actions.source import add_source
from huiying.core.clean.item import clean
from huiying.core.types import Item, Kind, RawItem
from huiying.store import models
from huiying.worker import arrivals
from huiying.worker.arrivals import Arrivals, take_arrival, take_raw
from huiying.worker.live import LivePipeline

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def source() -> models.Source:
    set_up(OPERATOR, name_zh="澜川县人民政府", name_en="Lanchuan County", zone="Asia/Shanghai", places=["澜川"], now=NOW)
    return add_source(OPERATOR, name="热线", url="https://hot.example/feed", kind="hotline", now=NOW)


@pytest.fixture
def pipeline(source: models.Source) -> LivePipeline:
    made = LivePipeline()
    made.load(NOW)
    return made


def raw(number: int) -> RawItem:
    text = f"望澜镇{number}号路的自来水发黄，已经{number}天。"
    return RawItem(source="热线", native_id=f"n{number}", kind=Kind.HOTLINE, title=f"第{number}件事", text=text)


def raws(*numbers: int) -> list[RawItem]:
    return [raw(number) for number in numbers]


def items(*numbers: int) -> list[Item]:
    return [clean(raw, first_seen=NOW, zone=ZoneInfo("UTC")) for raw in raws(*numbers)]


def test_arrivals_become_items_once(source: models.Source, pipeline: LivePipeline) -> None:
    acts.hand_over(source, items(1, 2, 3), now=NOW)
    acts.hand_over(source, items(3, 4), now=NOW)
    assert Arrivals().take(pipeline, NOW) == 4
    assert models.Item.objects.count() == 4 and not models.Arrival.objects.exists()
    acts.hand_over(source, items(1, 4), now=NOW)
    assert Arrivals().take(pipeline, NOW + timedelta(minutes=1)) == 0
    assert models.Item.objects.count() == 4 and not models.Arrival.objects.exists()


def test_what_breaks_off_leaves_the_arrival_and_no_half(
    source: models.Source, pipeline: LivePipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts.hand_over(source, items(1, 2), now=NOW)
    before = pipeline.state.dump()

    def killed(_row: models.Arrival) -> None:
        raise RuntimeError("killed before the commit")

    monkeypatch.setattr(arrivals.acts, "taken", killed)
    with pytest.raises(RuntimeError):
        take_arrival(pipeline, models.Arrival.objects.get(), NOW)
    assert models.Item.objects.count() == 0 and models.Arrival.objects.count() == 1
    assert pipeline.state.dump() == before
    monkeypatch.undo()
    again = LivePipeline()
    again.load(NOW)
    assert Arrivals().take(again, NOW) == 2 and models.Item.objects.count() == 2


def test_one_that_cannot_be_taken_in_keeps_nobody_waiting_and_is_tried_again(source: models.Source, pipeline: LivePipeline) -> None:
    broken = models.Arrival.objects.create(source=source, items=[{"no": "item"}], came_at=NOW)
    acts.hand_over(source, items(1, 2), now=NOW)
    waiting = Arrivals()
    assert waiting.take(pipeline, NOW) == 2 and models.Item.objects.count() == 2
    assert list(models.Arrival.objects.all()) == [broken]
    acts.hand_over(source, items(3), now=NOW)
    assert waiting.take(pipeline, NOW + timedelta(minutes=1)) == 1
    broken.items = msgspec.to_builtins(items(4))
    broken.save()
    assert waiting.take(pipeline, NOW + timedelta(minutes=9)) == 0
    assert waiting.take(pipeline, NOW + timedelta(minutes=11)) == 1 and not models.Arrival.objects.exists()


def test_many_rows_are_several_arrivals(source: models.Source) -> None:
    acts.hand_over(source, items(*range(450)), now=NOW)
    assert [len(row.items) for row in models.Arrival.objects.order_by("id")] == [200, 200, 50]


def test_progress_is_kept_with_the_items_and_what_was_taken_back_goes(source: models.Source, pipeline: LivePipeline) -> None:
    assert take_raw(pipeline, source, raws(1, 2), changes={"progress": {"cursor": 5}}, now=NOW) == 2
    source.refresh_from_db()
    assert source.progress == {"cursor": 5}
    assert take_raw(pipeline, source, [], gone=["n1", "never seen"], changes={"progress": {"cursor": 9}}, now=NOW) == 0
    gone = models.Item.objects.get(gone="withdrawn")
    assert gone.text == "" and "n1" not in gone.key and models.Story.objects.filter(title__contains="第1件事").count() == 0
    assert models.Entry.objects.filter(type="items_withdrawn").count() == 1
    assert take_raw(pipeline, source, raws(1), changes={}, now=NOW) == 0, "it does not come back"


def test_a_delivery_is_taken_once_and_a_replay_refused(source: models.Source) -> None:
    assert acts.deliver(source, items(1), name="a", mark="m", now=NOW)
    assert not acts.deliver(source, items(1), name="a", mark="m", now=NOW)
    for name, mark in (("b", "m"), ("a", "other")):
        with pytest.raises(acts.Replayed):
            acts.deliver(source, items(1), name=name, mark=mark, now=NOW)
    assert models.Arrival.objects.count() == 1
    assert acts.deliver(source, items(2), name="c", mark="n", now=NOW + timedelta(days=3))
    assert models.Delivery.objects.count() == 1
