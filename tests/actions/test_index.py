"""The search index follows what is stored and changed, and forgets what is taken out."""

from __future__ import annotations

import pytest
from django.db import connection
from tests import scene as made

from huiying.actions import claim, search
from huiying.core.find.query import read_search
from huiying.store import models
from huiying.store.search import Narrowed, find_items, find_own

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> made.Scene:
    desk = made.set_up()
    made.settle(desk, made.open_case(desk), "净水厂阀门坏了三天")
    return desk


def items(typed: str, **narrowed: object) -> list[int]:
    return [row.pk for row in find_items(read_search(typed), Narrowed(**narrowed), most=50)]  # type: ignore[arg-type]


def own(typed: str, kind: str = "") -> list[tuple[str, str]]:
    return [(row.kind, row.key) for row in find_own(read_search(typed), kind=kind, most=20)]


def test_everything_of_the_scene_is_found_once_indexed(scene: made.Scene) -> None:
    assert search.index_new() > 0
    assert search.index_new() == 0
    item = models.Item.objects.order_by("pk").first()
    case, settled = models.Case.objects.get(), models.Claim.objects.get()
    assert item is not None
    assert item.pk in items(item.title[:4])
    assert ("case", str(case.pk)) in own(case.title[:4])
    assert own("阀门", "claim") == own("余氯") == [("claim", str(settled.pk))]


def test_items_are_narrowed_down_and_come_newest_first(scene: made.Scene) -> None:
    search.index_new()
    item = models.Item.objects.order_by("pk").first()
    assert item is not None
    word = item.title[:2]
    assert items(word) == sorted(items(word), reverse=True)
    assert item.pk in items(word, source=item.source_id, kind=item.kind, since=item.first_seen)
    assert item.pk not in items(word, until=item.first_seen)
    assert items(word, source=item.source_id + 1000) == []


def test_a_changed_text_is_found_by_its_new_words_alone(scene: made.Scene) -> None:
    search.index_new()
    row = models.Claim.objects.get()
    claim.reopen(scene.actors["duty"], row, reason="门卫说水阀是好的", now=scene.tick())
    assert own("门卫") == []
    search.index_new()
    assert own("门卫") == own("水阀") == [("claim", str(row.pk))]
    models.Claim.objects.filter(pk=row.pk).update(text="钟楼上的时钟停了")
    claim.propose(scene.actors["verifier"], row, verdict="false", reason="两份证据不符", now=scene.tick())
    search.index_new()
    assert own("净水厂阀门") == []
    assert own("钟楼") == [("claim", str(row.pk))]


def test_what_is_taken_out_leaves_no_word_behind(scene: made.Scene) -> None:
    search.index_new()
    item = models.Item.objects.order_by("pk").first()
    assert item is not None
    word = item.title[:4]
    search.forget_items([item])
    assert item.pk not in items(word)
    search.leave_no_trace()
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO found_item(found_item) VALUES ('integrity-check')")
