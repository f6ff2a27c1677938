"""A duty lead adds sources by their addresses in a real browser: a site that names its feed, a list page, addresses that are broken."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Feeds, Instance, eventually

pytestmark = pytest.mark.browser

SAID = {
    "zh": {"offers": "该网站还提供", "gone": "复制其新闻页的地址", "none": "没有找到新闻列表", "lists": "网页上找到的列表"},
    "en": {
        "offers": "The site also offers",
        "gone": "copy the address of its news page",
        "none": "no list of news",
        "lists": "Lists found",
    },
}
INSIDE = "--allow-private"


def a_site(feeds: Feeds) -> None:
    """A county's site: a front page that names a feed, a list of notices with their pages, a page without anything."""
    feeds.add("/feed", "1", "望澜镇今晚停水", "检修，22时恢复。电话13900000000。")
    feeds.add("/feed", "2", "望澜镇图书馆周末开放", "周末有讲座，欢迎参加。")
    feeds.add("/feed", "3", "学府街路灯修复", "昨晚已经修好。")
    feeds.raw["/"] = (
        b'<!doctype html><title>Site</title><link rel="alternate" type="application/rss+xml" title="News" href="/feed"><p>Hi',
        "text/html",
    )
    day = datetime.now(UTC) - timedelta(days=1)
    rows = []
    for number in range(12):
        title = f"关于望澜镇第{number}次计划停水的通知"
        rows.append(f'<li><a href="/tz/{number}.html">{title}</a><span>{day:%Y-%m-%d}</span></li>')
        page = (
            f"<!doctype html><meta charset=utf-8><title>{title}-澜川县人民政府</title>"
            f"<h1>{title}</h1><p>发布时间：{day:%Y-%m-%d} 09:05　来源：县水务局</p>"
            f'<div id="zoom"><p>因管网检修，望澜镇第{number}片区今晚停水，请提前储水，给您带来不便，敬请谅解。</p><p>编辑：某某</p></div>'
        )
        feeds.raw[f"/tz/{number}.html"] = (page.encode(), "text/html")
    body = f'<!doctype html><meta charset=utf-8><title>通知公告-澜川县</title><ul class="news-list">{"".join(rows)}</ul>'
    feeds.raw["/tz/"] = (body.encode(), "text/html")
    feeds.raw["/nothing"] = (b"<!doctype html><title>Nothing</title><p>Hello.</p>", "text/html")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sources_are_added_by_their_addresses(instance: Instance, feeds: Feeds, lang: str) -> None:
    said = SAID[lang]
    a_site(feeds)
    instance.people()
    instance.start()
    instance.wait_for_web()
    with chromium() as browser:
        lead = Person(browser, instance.url, lang, "lead")

        def attempt(address: str) -> None:
            lead.go("/desk/sources/")
            lead.do("/desk/trials/add/", url=address)
            lead.page.locator("#outcome[data-state=done], #outcome[data-state=failed]").wait_for()

        # nothing inside is read before the operator let a source of this host in
        attempt(feeds.base + "/feed")
        assert INSIDE in lead.text() and feeds.fetches == []
        lead.look("trial-inside")
        feeds.add("/own", "1", "一")
        instance.run("source", "add", feeds.base + "/own", "--name", "own", "--allow-private", "--no-test")

        attempt(feeds.base + "/missing")
        assert said["gone"] in lead.text()
        lead.look("trial-missing")
        attempt(feeds.base + "/nothing")
        assert said["none"] in lead.text()

        attempt(feeds.base + "/")
        assert said["offers"] in lead.text()
        lead.page.locator("#others button").first.click()
        lead.page.locator("#outcome[data-state=done] .items").wait_for()
        assert "望澜镇今晚停水" in lead.text() and "13900000000" not in lead.page.content()
        lead.look("trial-feed")
        number = lead.page.url.rstrip("/").rsplit("/", 1)[1]
        lead.do(f"/desk/trials/{number}/adopt/", name="澜川县", kind="notice")
        assert instance.query("SELECT adapter, url FROM store_source WHERE name = '澜川县'") == [("feed", feeds.base + "/feed")]

        attempt(feeds.base + "/tz/")
        assert said["lists"] in lead.text() and "ul.news-list > li > a" in lead.text()
        lead.look("trial-list")
        narrow = Person(browser, instance.url, lang, "lead", width=390)
        narrow.page.goto(lead.page.url)
        narrow.look("trial-list")
        number = lead.page.url.rstrip("/").rsplit("/", 1)[1]
        lead.do(f"/desk/trials/{number}/adopt/", name="通知公告", kind="notice", interval="1")
        lead.look("sources")
        narrow.go("/desk/sources/")
        narrow.look("sources")
    count = "SELECT count(*) FROM store_item i JOIN store_source s ON s.id = i.source_id WHERE s.name = '通知公告'"
    # ten articles at once, the rest with the next reading: nothing lost, nothing doubled
    eventually(lambda: instance.query(count) == [(10,)], "the first articles")
    from tests.scenarios.instance import hurry

    hurry(instance)
    eventually(lambda: instance.query(count) == [(12,)], "the other articles")
    texts = [text for (text,) in instance.query("SELECT text FROM store_item WHERE title LIKE '关于望澜镇%'")]
    assert len(texts) == 12 and all("请提前储水" in text and "编辑" not in text for text in texts)
    feeds.raw["/tz/"] = (b"<!doctype html><title>New</title><p>All is new here.</p>", "text/html")
    hurry(instance)
    trouble = "SELECT json_extract(trouble, '$.reason') FROM store_source WHERE name = '通知公告'"
    eventually(lambda: instance.query(trouble) == [("list_gone",)], "the word that the list is gone")
