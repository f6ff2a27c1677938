"""Sitemaps, list pages and articles: what is an item of them, and what is refused in words."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.clean.article import completed, published
from huiying.core.collect.adapter import About, Body
from huiying.core.collect.adapters.page import PAGE
from huiying.core.collect.adapters.sitemap import SITEMAP
from huiying.core.collect.article import Article, read_article
from huiying.core.collect.discover import discover, sitemaps
from huiying.core.collect.document import document
from huiying.core.collect.link_list import learn
from huiying.core.types import RawItem, Refusal

NOW = datetime(2026, 11, 26, 4, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
SITE = "https://www.lanchuan.example/tz/"


def about(**options: object) -> About:
    return About(name="s", url=SITE, now=NOW, zone="Asia/Shanghai", options=options)


def body(text: str | bytes, charset: str = "utf-8") -> Body:
    return Body(text if isinstance(text, bytes) else text.encode(charset), SITE)


NEWS = """<?xml version="1.0"?><urlset xmlns="s" xmlns:news="n" xmlns:image="i">
<url><loc>https://x.example/1?a=1&amp;b=2</loc><news:news><news:publication><news:name>报</news:name><news:language>zh</news:language></news:publication>
<news:publication_date>2026-11-25T08:00:00+08:00</news:publication_date><news:title>水 &amp; 电</news:title></news:news>
<image:image><image:loc>https://x.example/1.jpg</image:loc><image:title>图</image:title></image:image></url>
<url><loc>https://x.example/old</loc><lastmod>2019-01-01</lastmod></url>
<url><loc>https://x.example/2026/11/26/a.html</loc></url></urlset>"""


def test_of_a_sitemap_only_new_entries_are_items_packed_or_not() -> None:
    plain = SITEMAP.read(body(NEWS), about(), None)
    assert [(one.url, one.title, one.published_raw) for one in plain.items] == [
        ("https://x.example/2026/11/26/a.html", "", "2026-11-26"),
        ("https://x.example/1?a=1&b=2", "水 &amp; 电", "2026-11-25T08:00:00+08:00"),
    ]
    assert SITEMAP.read(body(gzip.compress(NEWS.encode())), about(), None).items == plain.items


def test_where_no_entry_has_a_date_all_addresses_are_named_and_none_where_one_has() -> None:
    bare = "<urlset><url><loc>https://x.example/1</loc></url><url><loc>/2</loc></url>{}</urlset>"
    found = SITEMAP.read(body(bare.format("")), about(), None)
    assert (found.items, found.named) == ((), ("https://x.example/1", "https://www.lanchuan.example/2"))
    mixed = SITEMAP.read(body(bare.format("<url><loc>/3</loc><lastmod>2026-11-26</lastmod></url>")), about(), None)
    assert ([one.url for one in mixed.items], mixed.named) == (["https://www.lanchuan.example/3"], ())


def test_the_parts_of_an_index_come_newest_first_and_old_ones_not_at_all() -> None:
    index = "<sitemapindex>" + "".join(
        f"<sitemap><loc>/{name}.xml</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>"
        for name, day in (("a", ""), ("news", ""), ("old", "2020-01-01"), ("b", "2026-11-25"), ("c", "2026-11-26"))
    )
    more = SITEMAP.read(body(index + "</sitemapindex>"), about(), None).more
    assert [url.rsplit("/", 1)[1] for url in more] == ["c.xml", "b.xml", "news.xml", "a.xml"]


@pytest.mark.parametrize(
    ("sent", "named"),
    [
        ("<html><body>no</body></html>", None),
        (gzip.compress(b"<urlset>")[:-9], None),
        (gzip.compress(b"<urlset>" + b" " * 30_000_000), None),
    ],
    ids=["page", "torn", "bomb"],
)
def test_what_is_no_usable_sitemap_is_refused(sent: str | bytes, named: str | None) -> None:
    with pytest.raises(Refusal) as refused:
        SITEMAP.read(body(sent), about(), None)
    assert refused.value.values.get("named") == named


def rows(count: int, more: str = "") -> str:
    return "".join(
        f'<li class="li{n}"><a href="./t202611{10 + n}_{n}.html" title="关于望澜镇第{n}次计划停水的通知全文">关于望澜镇第{n}次计划停水…</a>'
        f"<span>[2026-11-{10 + n}]</span>{more}</li>"
        for n in range(count)
    )


NAVIGATION = "".join(f'<li><a href="/n{n}">政务公开栏目第{n}号</a></li>' for n in range(9))
LISTED = f"""<title>通知公告-澜川县</title><div class="nav"><ul>{NAVIGATION}</ul></div>
<div class="w"><ul class="news-list clearfix">{rows(8, '<i class="author">某某</i>')}</ul></div>
<div class="footer">{"".join(f'<a href="/f{n}">友情链接网站名称{n}</a>' for n in range(9))}</div>"""


def test_a_list_is_learned_and_found_again_without_navigation_and_footer() -> None:
    (found, *_) = learn(document(body(LISTED)))
    assert found.rule == "ul.news-list > li > a" and found.dated == len(found.entries) == 8
    items = PAGE.read(body(LISTED), about(list=found.rule), None).items
    assert items[0].url == SITE + "t20261110_0.html" and items[0].published_raw == "2026-11-10"
    assert items[0].title == "关于望澜镇第0次计划停水的通知全文" and "某某" not in repr(items)
    # another page of the same list, in another charset
    later = PAGE.read(body(f"<meta charset=gb2312><ul class='news-list on'>{rows(3)}</ul>", "gb18030"), about(list=found.rule), None)
    assert later.items[0].title == "关于望澜镇第0次计划停水的通知全文" and later.charset == "gb18030"


def test_a_list_that_is_gone_is_said_and_never_taken_for_no_news() -> None:
    with pytest.raises(Refusal) as refused:
        PAGE.read(body("<ul class='other'><li><a href='/1'>望澜镇今晚停水通知</a></ul>"), about(list="ul.news-list > li > a"), None)
    assert refused.value.values["named"] == "list_gone"


@pytest.mark.parametrize("rule", ["", "ul > li", "a[href]", "ul.x > li > a ; drop", "a" * 400])
def test_what_is_no_rule_cannot_be_set(rule: str) -> None:
    with pytest.raises(Refusal):
        PAGE.settled({"list": rule})
    assert PAGE.settled({"list": "ul.news-list > li > a"})["articles"] == "teaser"


def test_an_address_is_a_feed_a_sitemap_or_a_page_that_names_others() -> None:
    assert discover(body("<rss></rss>"), about()).adapter == "feed"
    assert discover(body(gzip.compress(b"<urlset></urlset>")), about()).adapter == "sitemap"
    found = discover(
        body('<link rel="alternate" type="application/rss+xml" href="/f" title="新闻"><a href="/rss.xml">x</a>' + LISTED), about()
    )
    assert found.adapter == "page" and [offer.url for offer in found.offers][:2] == [
        "https://www.lanchuan.example/f",
        "https://www.lanchuan.example/rss.xml",
    ]
    assert sitemaps("User-agent: *\nSitemap: https://x.example/s.xml\nsitemap: ftp://x/") == ("https://x.example/s.xml",)
    with pytest.raises(Refusal, match="a PDF"):
        discover(body(b"%PDF-1.7 ..."), about())


def test_the_articles_date_completes_a_teaser_and_a_name_of_an_editor_does_not() -> None:
    page = """<title>停水通知_澜川县人民政府</title><meta name="PubDate" content="2026-11-23 09:05">
<h1>停水通知</h1><p>发布日期：2026-11-23</p>
<div class="TRS_Editor"><p>因检修，望澜镇今晚停水，请提前储水。</p><p>责任编辑：某某</p></div><p>2030-01-01</p>"""
    article = read_article(body(page), about())
    assert (article.title, article.text) == ("停水通知", "因检修，望澜镇今晚停水，请提前储水。")
    whole = completed(RawItem(source="s", url=SITE), article, zone=ZONE, now=NOW)
    assert (whole.title, whole.published_raw) == ("停水通知", "2026-11-23 09:05")
    assert published(Article("t", "x", ("2030-01-01",), ("2026-11-20",)), zone=ZONE, now=NOW) == "2026-11-20"


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/=\"' aulihref.年月日2026-发布时间:&;[]!", max_size=300))
def test_whatever_is_sent_gives_a_reading_or_a_refusal(sent: str) -> None:
    for reader in (
        lambda: SITEMAP.read(body(sent), about(), None),
        lambda: discover(body(sent), about()),
        lambda: read_article(body(sent), about()),
    ):
        try:
            reader()
        except Refusal as refused:
            assert str(refused)
