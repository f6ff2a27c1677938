"""The search page, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests import scene as made
from tests.web.conftest import Window

from huiying.actions import search
from huiying.store import models

Open = Callable[..., Window]


@pytest.fixture
def town(scene: made.Scene) -> made.Scene:
    made.settle(scene, made.open_case(scene), "净水厂阀门坏了三天")
    search.index_new()
    return scene


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_what_was_typed_is_marked_and_leads_to_its_page(town: made.Scene, window: Open, language: str) -> None:
    desk = window("duty", language)
    page = desk.client.get("/desk/search/?q=异味").content.decode()
    assert page.count("<mark>异味</mark>") >= 2
    case, item = models.Case.objects.get(), models.Item.objects.order_by("-pk").first()
    assert item is not None
    assert f'href="/desk/cases/{case.pk}/"' in page
    assert f"#i{item.pk}" in page
    claim = models.Claim.objects.get()
    assert f'href="/desk/cases/{case.pk}/#claim-{claim.pk}"' in desk.get("/desk/search/?q=阀门").content.decode()


def test_it_is_narrowed_down_by_source_kind_and_day(town: made.Scene, window: Open) -> None:
    desk = window("duty")
    source = models.Source.objects.get()
    day = town.now.date().isoformat()
    assert "#i" in desk.get(f"/desk/search/?q=异味&source={source.pk}&kind=post&since={day}").content.decode()
    assert "#i" not in desk.get("/desk/search/?q=异味&kind=news").content.decode()
    assert "#i" not in desk.get("/desk/search/?q=异味&until=2020-01-01").content.decode()
    assert "#i" not in desk.get("/desk/search/?q=异味&own=case").content.decode()


@pytest.mark.parametrize(("asked", "said"), [("q=-x", "at least one word"), ("q=x&since=soon", "not a date")])
def test_what_cannot_be_searched_says_why(town: made.Scene, window: Open, asked: str, said: str) -> None:
    page = window("duty").get(f"/desk/search/?{asked}")
    assert page.status_code == 422
    assert said in page.content.decode()


def test_older_items_follow_page_by_page(town: made.Scene, window: Open) -> None:
    made.gather(town, *(made.Told(f"z{number}", "z", title=f"钟楼报时 {number}") for number in range(40)))
    search.index_new()
    desk = window("duty")
    first = desk.get("/desk/search/?q=钟楼").content.decode()
    before = first.split("before=")[1].split('"')[0]
    second = desk.get(f"/desk/search/?q=钟楼&before={before}").content.decode()
    assert first.count("钟楼</mark>") == 30
    assert second.count("钟楼</mark>") == 10
    assert ">Older<" in first
    assert ">Older<" not in second
