"""Articles in full: only those that are new and lack their text, within bounds, and never at the price of the source."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from huiying.core.collect.adapter import About
from huiying.core.collect.reading import Reading
from huiying.core.types import Kind, RawItem
from huiying.worker.articles import MOST, in_full, wants
from huiying.worker.fetch import FetchRequest, FetchResult
from huiying.worker.reading import inline
from huiying.worker.refused import FetchRefused

NOW = datetime(2026, 11, 26, 4, 0, tzinfo=UTC)
OF = About(name="s", url="https://a.example/list", now=NOW, zone="Asia/Shanghai", options={"articles": "teaser"})
PAGE = "<title>{0}</title><h1>{0}</h1><div id='zoom'><p>望澜镇今晚停水，{0}，请提前储水，敬请谅解。</p></div>"


class Site:
    """Stands for the fetcher: pages by address, or a refusal."""

    def __init__(self, refusal: FetchRefused | None = None) -> None:
        self.asked: list[FetchRequest] = []
        self.refusal = refusal

    async def fetch(self, request: FetchRequest) -> FetchResult:
        self.asked.append(request)
        if self.refusal is not None:
            raise self.refusal
        body = PAGE.format("第" + request.url.rsplit("/", 1)[1] + "号通知").encode()
        return FetchResult(
            status=200, body=body, etag="", last_modified="", content_type="text/html", charset="utf-8", final_url=request.url,
            retry_after="", max_age=None, server_date=None, not_modified=False,
        )  # fmt: skip


def links(count: int) -> tuple[RawItem, ...]:
    return tuple(RawItem(source="s", url=f"https://a.example/{n}", title=f"第{n}号通知") for n in range(count))


def complete(items: tuple[RawItem, ...], site: Site, known: frozenset[str] = frozenset(), **options: object) -> tuple[Reading, bool]:
    async def unknown(raws: Sequence[RawItem]) -> frozenset[int]:
        return frozenset(place for place, raw in enumerate(raws) if raw.url not in known)

    of = msgspec.structs.replace(OF, options=options)
    return asyncio.run(
        in_full(Reading("", items), of, "page", fetcher=site, parse=inline, unknown=unknown, private=True)  # type: ignore[arg-type]
    )


def test_ten_are_completed_and_the_rest_is_left_until_nothing_is() -> None:
    items, seen = links(25), set[str]()
    for expected, more in ((MOST, True), (MOST, True), (5, False)):
        reading, left = complete(items, Site(), frozenset(seen))
        new = [item for item in reading.items if item.url not in seen]
        assert (len(new), left) == (expected, more)
        assert all("请提前储水" in item.text for item in new)
        seen |= {item.url for item in new}
    assert seen == {item.url for item in items}


def test_what_is_known_or_not_wanted_is_not_fetched() -> None:
    site = Site()
    items = links(3)
    assert complete(items, site, frozenset(item.url for item in items))[0].items == items
    assert complete(items, site, articles="never")[0].items == items
    assert site.asked == []


def test_a_page_that_cannot_be_had_leaves_what_was_given_and_a_site_that_asks_for_rest_gets_it() -> None:
    forbidden = Site(FetchRefused("robots", "no"))
    assert complete(links(3), forbidden) == (Reading("", links(3)), False) and len(forbidden.asked) == 3
    busy = Site(FetchRefused("http_status", "later", status=429))
    assert complete(links(3), busy) == (Reading("", links(3)), False) and len(busy.asked) == 1


def test_the_exception_for_the_bodys_own_network_holds_for_the_sources_own_host_alone() -> None:
    site = Site()
    complete((*links(1), RawItem(source="s", url="https://inside.example/1", title="别处的通知")), site)
    assert {request.url: request.allow_private for request in site.asked} == {
        "https://a.example/0": True,
        "https://inside.example/1": False,
    }


def test_only_a_teaser_is_completed_and_never_what_people_say() -> None:
    def raw(text: str, kind: Kind = Kind.NEWS) -> RawItem:
        return RawItem(source="s", url="https://a.example/1", title="t", text=text, kind=kind)

    assert all(
        wants(raw(text), "teaser") for text in ("", "管网检修…", "管网检修[...]", "检修。<a>阅读全文</a>", "Crews work. Read more »")
    )
    assert not any(wants(raw(text), "teaser") for text in ("管网检修，22时恢复。", "Crews work on Elm Street.", "字" * 2000 + "…"))
    assert not wants(raw("", Kind.POST), "teaser") and not wants(raw("…"), "never") and wants(raw("管网检修。"), "always")
