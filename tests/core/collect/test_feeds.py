"""Feeds of every kind, and what is not one."""

from __future__ import annotations

import io
import json
import os
import tarfile
from pathlib import Path

import feedparser
import pytest

from huiying.core.collect.feeds import parse_feed
from huiying.core.collect.reading import Reading
from huiying.core.types import Kind, Refusal

SHARED = Path(os.environ.get("HUIYING_SHARED", Path(__file__).parents[4] / "shared"))


def parse(body: bytes | str, **options: str) -> Reading:
    raw = body.encode() if isinstance(body, str) else body
    return parse_feed(raw, source="s", kind=Kind.NEWS, url="https://paper.example/news/feed.xml", **options)


def rss(items: str, head: str = "", declaration: str = "") -> str:
    return f'{declaration}<rss version="2.0"><channel><title>县报</title>{head}{items}</channel></rss>'


def test_rss_with_the_date_as_written() -> None:
    feed = parse(
        rss(
            "<item><guid>n1</guid><title>停水 &lt;b&gt;通知&lt;/b&gt;</title><link>/a?x=1</link>"
            "<pubDate>2026年11月23日 09:05</pubDate><description>今晚</description></item>",
            head="<ttl> 30 </ttl><language>zh-cn</language>",
        )
    )
    assert (feed.title, feed.ttl_minutes, feed.charset) == ("县报", 30, "utf-8")
    (item,) = feed.items
    assert (item.source, item.native_id, item.kind, item.published_raw) == ("s", "n1", Kind.NEWS, "2026年11月23日 09:05")
    assert (item.url, item.text, item.lang) == ("https://paper.example/a?x=1", "今晚", "zh-cn")
    assert "通知" in item.title


def test_atom_with_content_and_updated() -> None:
    (item,) = parse(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>urn:1</id><title>A</title><link href="x.html"/>'
        "<updated>2026-11-23T09:05:00+08:00</updated><summary>short</summary>"
        '<content type="html">&lt;p&gt;long&lt;/p&gt;</content></entry></feed>'
    ).items
    assert (item.native_id, item.url, item.published_raw) == ("urn:1", "https://paper.example/news/x.html", "2026-11-23T09:05:00+08:00")
    assert item.text == "<p>long</p>"


def test_plain_text_of_atom_is_escaped_so_that_cleaning_gives_it_back() -> None:
    (item,) = parse(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title type="text">1 &lt; 2 &amp; x</title></entry></feed>'
    ).items
    assert item.title == "1 &lt; 2 &amp; x"


def test_rdf() -> None:
    feed = parse(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel><title>t</title></channel><item rdf:about="https://p.example/1"><title>a</title><link>https://p.example/1</link>'
        "<dc:date>2026-11-23</dc:date></item></rdf:RDF>"
    )
    assert [(item.title, item.url, item.published_raw) for item in feed.items] == [("a", "https://p.example/1", "2026-11-23")]


def test_json_feed() -> None:
    body = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "t",
        "authors": [{"name": "Ann Lee"}],
        "items": [
            {"id": 7, "url": "/7", "content_text": "a < b", "date_published": "2026-11-23T09:05:00+08:00", "author": {"name": "Ann Lee"}},
            {"id": "8", "external_url": "https://o.example/8", "content_html": "<p>x</p>", "date_published": 1795395900},
            {"id": 9.0, "title": "t", "summary": "s"},
        ],
    }
    items = parse(json.dumps(body)).items
    assert [item.native_id for item in items] == ["7", "8", "9"]
    assert [item.url for item in items] == ["https://paper.example/7", "https://o.example/8", ""]
    assert [item.text for item in items] == ["a &lt; b", "<p>x</p>", "s"]
    assert [item.published_raw for item in items] == ["2026-11-23T09:05:00+08:00", "1795395900", ""]
    assert "Ann" not in repr(items)


def test_who_wrote_it_and_where_is_never_read() -> None:
    feed = parse(
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
        'xmlns:georss="http://www.georss.org/georss"><channel><title>t</title><managingEditor>zhang@paper.example (张三丰)</managingEditor>'
        "<item><title>a</title><author>li@paper.example (李四光)</author><dc:creator>李四光</dc:creator>"
        "<dc:contributor>李四光</dc:contributor>"
        "<itunes:author>李四光</itunes:author><georss:point>30.1 120.2</georss:point></item></channel></rss>"
    )
    assert len(feed.items) == 1
    for secret in ("李四光", "张三丰", "@", "30.1"):
        assert secret not in repr(feed)


def test_ids_used_twice_are_told_apart_whatever_their_order() -> None:
    one = "<item><guid>x</guid><title>a</title><link>https://p.example/1</link></item>"
    two = "<item><guid>x</guid><title>b</title><link>https://p.example/2</link></item>"
    three = "<item><guid>y</guid><title>c</title></item>"
    forward = {item.title: item.native_id for item in parse(rss(one + two + three)).items}
    backward = {item.title: item.native_id for item in parse(rss(three + two + one)).items}
    assert forward == backward
    assert len(set(forward.values())) == 3
    assert forward["c"] == "y" and forward["a"].startswith("x#")


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "iso-8859-1"])
@pytest.mark.parametrize("real", ["gb18030", "utf-8"])
def test_a_lying_declaration_does_not_spoil_the_titles(declared: str, real: str) -> None:
    text = rss("<item><title>停水通知：望澜镇今晚停水</title></item>", declaration=f'<?xml version="1.0" encoding="{declared}"?>')
    feed = parse(text.encode(real), charset="utf-8")
    assert feed.items[0].title == "停水通知：望澜镇今晚停水"
    assert feed.charset == real


def test_the_charset_of_the_last_time_is_remembered() -> None:
    body = rss("<item><title>云左</title></item>").replace("县报", "").encode("big5")
    assert parse(body).items[0].title != "云左"
    assert parse(body, remembered="big5").items[0].title == "云左"
    packed = b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "title": "' + "云左".encode("big5") + b'"}]}'
    assert parse(packed, remembered="big5").items[0].title == "云左"


def test_control_characters_and_garbage_in_front_do_no_harm() -> None:
    feed = parse(
        "\n\n  " + rss("<item><title>a\x0bb\x00</title></item><item><title>c & d</title></item>", declaration="<?xml version='1.0'?>")
    )
    assert [item.title for item in feed.items] == ["ab", "c &amp; d"]


def test_entities_of_its_own_are_refused() -> None:
    lol = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!entity lol2 "&lol;&lol;">]>' + rss("<item><title>&lol2;</title></item>")
    with pytest.raises(Refusal, match="entities"):
        parse(lol)
    with pytest.raises(Refusal, match="entities"):
        parse(f'<!-- <x> --><!DOCTYPE a [<!-- <b> --><!ENTITY % x SYSTEM "file:///etc/passwd">]>{rss("")}')


def test_a_doctype_without_entities_and_an_article_about_them_are_fine() -> None:
    declaration = (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
    )
    assert len(parse(declaration + rss("<item><title>a</title></item>")).items) == 1
    assert len(parse(rss("<item><title>a</title><description><![CDATA[about <!ENTITY x>]]></description></item>")).items) == 1


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", "empty"),
        ("  \n ", "empty"),
        ("<!DOCTYPE html><html><body>hello</body></html>", "web page"),
        ("<html><head></head></html>", "web page"),
        ('{"status": "ok"}', "not a JSON Feed"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [', "could not be read"),
        ("[1, 2]", "JSON"),
        ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>', "sitemap"),
        ('<opml version="2.0"><body/></opml>', "OPML"),
        ("<catalog><book/></catalog>", "<catalog>"),
        ("404 page not found", "404 page"),
        ("%PDF-1.7 ...", "PDF"),
    ],
)
def test_what_is_no_feed_is_named(body: str, words: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse(body)
    assert words in str(caught.value)


def test_an_empty_feed_is_a_feed() -> None:
    assert parse(rss("")).items == ()


def test_no_item_of_a_real_feed_is_lost() -> None:
    archive = SHARED / "data" / "edges" / "real-feeds.tar.xz"
    if not archive.exists():
        pytest.skip("the shared data is not here")
    feeds = 0
    with tarfile.open(archive) as tar:
        for member in tar:
            if not member.isfile() or member.name.endswith((".serde.json", "LICENSE")):
                continue
            file = tar.extractfile(member)
            assert file is not None
            body = file.read()
            expected = json_items(body) if member.name.endswith(".json") else len(feedparser.parse(io.BytesIO(body)).entries)
            if expected:
                feed = parse(body)
                assert len(feed.items) == expected, member.name
                assert len({item.native_id for item in feed.items if item.native_id}) == sum(bool(item.native_id) for item in feed.items)
                feeds += 1
    assert feeds >= 63


def json_items(body: bytes) -> int:
    try:
        return len(json.loads(body, strict=False).get("items", []))
    except ValueError:
        return 0


def test_what_stands_deeper_in_an_entry_takes_nothing_over() -> None:
    (item,) = parse(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry><title>停水</title><image><title>logo</title></image>'
        '<link rel="alternate" type="text/html; charset=utf-8" href="/1"/><link rel="enclosure">https://p.example/x.mp3</link></entry></feed>'
    ).items
    assert (item.title, item.url, item.lang) == ("停水", "https://paper.example/1", "en")


def test_a_damaged_address_or_number_costs_nothing_but_itself() -> None:
    feed = parse(rss(f"<item><guid>1</guid><link>http://[</link><title>a &#{'9' * 5000}; b</title></item><item><guid>2</guid></item>"))
    assert [(item.native_id, item.url) for item in feed.items] == [("1", ""), ("2", "")]


def test_channels_of_forgotten_versions_may_be_empty() -> None:
    assert parse('<Channel xmlns="http://purl.org/net/rss1.1#" xmlns:rdf="x"><title>t</title></Channel>').items == ()
