"""What bringing a file would do: rows that wait for the worker are known, as those that are stored."""

from __future__ import annotations

import json

import pytest
from tests.scene import Scene

from huiying.actions.actor import OPERATOR
from huiying.actions.source import add_source
from huiying.core.collect.table import read_table
from huiying.store.models import Arrival, Entry, Item
from huiying.web.importing import carry_out, plan
from huiying.worker.arrivals import Arrivals
from huiying.worker.live import LivePipeline

ROWS = "工单编号,诉求内容\nGD1,望澜镇自来水发黄\nGD2,城关镇路灯不亮\n"
MAPPING = {"工单编号": "id", "诉求内容": "text"}


@pytest.mark.django_db
def test_a_file_that_is_brought_again_before_the_worker_came_has_nothing_new(scene: Scene) -> None:
    source = add_source(OPERATOR, name="12345", url="", kind="hotline", adapter="file", now=scene.tick())
    for new in (2, 0):
        now = scene.tick()
        made = plan(source, read_table(ROWS.encode()), MAPPING, now)
        assert (len(made.items), made.known) == (new, 2 - new)
        carry_out(OPERATOR, source, made, now=now)
    assert Arrival.objects.count() == 1
    assert [json.loads(row.data)["new"] for row in Entry.objects.filter(type="file_imported").order_by("id")] == [2, 0]
    pipeline = LivePipeline()
    pipeline.load(scene.tick())
    Arrivals().take(pipeline, scene.tick())
    assert Item.objects.filter(source=source).count() == 2
    assert plan(source, read_table(ROWS.encode()), MAPPING, scene.tick()).known == 2
