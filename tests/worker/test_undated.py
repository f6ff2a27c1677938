"""A sitemap without dates: what is new is told by what was seen before, and the date by the page."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import msgspec
import pytest
from tests import scene as made

from huiying.actions import source as source_acts
from huiying.actions.actor import OPERATOR
from huiying.core.clean.urls import item_id
from huiying.core.collect.seen import FIRST, MOST_NEW, SEEN, new_of, noted
from huiying.core.types import RawItem
from huiying.store import models
from huiying.worker.articles import MOST
from huiying.worker.fetch import FetchRequest, FetchResult
from huiying.worker.intake import take
from huiying.worker.live import LivePipeline
from huiying.worker.reading import inline, read
from huiying.worker.refused import FetchRefused
from huiying.worker.trials import attempt

pytestmark = pytest.mark.django_db
MAP = "https://a.example/sitemap.xml"
EMPTY = FetchResult(
    status=200, body=b"", etag="", last_modified="", content_type="text/html", charset="utf-8", final_url=MAP, retry_after="", max_age=None,
    server_date=None, not_modified=False,
)  # fmt: skip


class Desk:
    """A desk with one such sitemap. `pages` are the names that the sitemap gives, `days` how old a page says it is."""

    def __init__(self) -> None:
        self.now = made.set_up().tick()
        self.pipeline = LivePipeline()
        self.pipeline.load(self.now)
        self.row = source_acts.add_source(OPERATOR, name="paper", url=MAP, now=self.now, adapter="sitemap")
        self.pages: list[str] = []
        self.days: dict[str, int] = {}
        self.dated = self.busy = False
        self.asked: list[str] = []

    async def fetch(self, request: FetchRequest) -> FetchResult:
        name = request.url.removeprefix("https://a.example/")
        if request.url == MAP:
            date = f"<lastmod>{self.now:%Y-%m-%d}</lastmod>" if self.dated else ""
            body = "<urlset>" + "".join(f"<url><loc>/{page}</loc>{date}</url>" for page in self.pages) + "</urlset>"
            return msgspec.structs.replace(EMPTY, body=body.encode())
        if name == "robots.txt":
            raise FetchRefused("http_status", "gone", status=404)
        self.asked.append(name)
        if self.busy:
            raise FetchRefused("http_status", "later", status=503)
        at = self.now - timedelta(days=self.days[name]) if name in self.days else None
        told = f"<meta name='pubdate' content='{at:%Y-%m-%d %H:%M}+00:00'>" if at else ""
        title, text = f"{name}号通知", f"望澜镇今晚停水，第{name}号，请提前储水，敬请谅解。"
        body = f"{told}<title>{title}</title><h1>{title}</h1><div id='zoom'><p>{text}</p></div>"
        return msgspec.structs.replace(EMPTY, body=body.encode(), final_url=request.url)

    def read(self) -> tuple[int, bool]:
        """How many items were new, and whether some were left for the next reading."""
        self.now += timedelta(minutes=10)
        self.asked = []
        have = set(models.Item.objects.values_list("key", flat=True))

        async def unknown(raws: Sequence[RawItem]) -> frozenset[int]:
            return frozenset(place for place, raw in enumerate(raws) if item_id(raw) not in have)

        row = models.Source.objects.get(pk=self.row.pk)
        mark = self.pipeline.door.mark
        outcome = asyncio.run(read(row, fetcher=self, now=self.now, parse=inline, mark=mark, unknown=unknown))  # type: ignore[arg-type]
        assert outcome.refusal is None, outcome.refusal
        return (0, False) if outcome.quiet else (take(self.pipeline, outcome, self.now), outcome.unfinished)

    def items(self) -> dict[str, models.Item]:
        return {row.url.removeprefix("https://a.example/"): row for row in models.Item.objects.all()}


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_first_reading_takes_some_from_both_ends_and_the_rest_counts_as_seen(desk: Desk) -> None:
    desk.pages = [f"n{number}" for number in range(300)]
    assert [desk.read(), desk.read(), desk.read()] == [(MOST, True), (FIRST - MOST, False), (0, False)]
    assert set(desk.items()) == {f"n{number}" for number in (*range(10), *range(290, 300))}
    desk.pages.insert(150, "new")
    assert desk.read() == (1, False) and desk.asked == ["new"]
    assert desk.read() == (0, False) and desk.asked == []


def test_the_date_is_that_of_the_page_and_an_old_page_is_no_news(desk: Desk) -> None:
    desk.pages, desk.days = ["a", "old", "none"], {"a": 1, "old": 30}
    assert desk.read() == (2, False)
    found = desk.items()
    assert found["a"].published_at == (desk.now - timedelta(days=1)).replace(second=0, microsecond=0)
    assert found["none"].published_at is None and "old" not in found
    assert desk.read() == (0, False) and desk.asked == []


def test_nothing_is_told_twice_when_the_sitemap_is_turned_round_loses_pages_or_gets_dates(desk: Desk) -> None:
    desk.pages = ["a", "b", "c"]
    assert desk.read() == (3, False)
    desk.pages = ["c", "a"]
    assert desk.read() == (0, False)
    desk.pages = ["b", "c", "a"]
    assert desk.read() == (0, False)
    desk.dated = True
    assert desk.read() == (0, False)
    assert models.Item.objects.count() == 3


def test_a_new_page_that_cannot_be_had_now_is_read_later(desk: Desk) -> None:
    desk.pages = ["a"]
    desk.read()
    desk.pages, desk.busy = ["a", "b", "c"], True
    assert desk.read() == (0, False) and len(desk.asked) == 1
    desk.busy = False
    assert desk.read() == (2, False) and set(desk.items()) == {"a", "b", "c"}


def test_what_must_not_be_read_or_is_too_much_is_refused_by_name(desk: Desk) -> None:
    desk.pages = ["a"]
    models.Source.objects.update(options={"articles": "never"})
    with pytest.raises(AssertionError, match="neither dates nor titles"):
        desk.read()
    desk.pages = [f"n{number}" for number in range(50_001)]
    with pytest.raises(AssertionError, match="too many"):
        desk.read()


def test_tried_by_hand_it_shows_addresses_and_that_they_have_no_date(desk: Desk) -> None:
    desk.pages = [f"n{number}" for number in range(300)]
    found = asyncio.run(attempt(MAP, zone="Asia/Shanghai", private=False, fetcher=desk, now=desk.now))  # type: ignore[arg-type]
    assert found["adapter"] == "sitemap" and found["count"] == FIRST and found["warnings"] == ["undated"]
    assert all(item["title"].startswith("https://a.example/n") for item in found["items"])


def test_no_page_stands_before_the_others_for_ever_and_a_flood_is_bounded(desk: Desk) -> None:
    urls, seen = [f"https://a.example/{number}" for number in range(2000)], noted(["https://a.example/x"], None)
    first = {new_of(urls[:5], seen, now=desk.now + timedelta(minutes=minute))[0] for minute in range(5)}
    assert first == set(urls[:5])
    assert len(new_of(urls, seen, now=desk.now)) == MOST_NEW
    assert new_of([url.replace("https", "http") for url in urls], noted(urls, seen), now=desk.now) == ()
    assert SEEN not in desk.row.progress
