"""Every kind of source from bytes to items: what is kept, and that nothing which leads to a person comes out."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.collect.adapter import About, Body
from huiying.core.collect.adapters import ADAPTERS, adapter
from huiying.core.collect.adapters.jetstream import message
from huiying.core.collect.adapters.mailbox import own_words
from huiying.core.collect.adapters.rsshub import allowed
from huiying.core.collect.own_id import own_id, without_handles
from huiying.core.collect.reading import Reading
from huiying.core.types import Kind, Refusal

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
CANARY = "canaryhandle_7731"


def about(name: str, url: str = "https://a.example/", **options: object) -> About:
    return About(name="源", url=url, now=NOW, kind=adapter(name).kind, zone="Asia/Shanghai", options=options, salt=b"salt")


def read(name: str, body: object, url: str = "https://a.example/", **options: object) -> Reading:
    content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
    return adapter(name).read(Body(content, url), about(name, url, **options), None)


REQUESTS = [
    {
        "service_request_id": 638344,
        "status": "open",
        "status_notes": "已派单",
        "service_name": "路面坑洼",
        "description": "学府街路口有一个大坑",
        "agency_responsible": "城管",
        "address": "学府街12号",
        "lat": 31.234567,
        "long": 121.456789,
        "media_url": f"https://pics.example/{CANARY}.jpg",
        "requested_datetime": "2026-05-31T16:20:00+08:00",
    }
]


def test_requests_are_read_in_both_forms_without_where_somebody_stood() -> None:
    rows = "".join(f"<{name}>{value}</{name}>" for name, value in REQUESTS[0].items())
    xml = f'<?xml version="1.0" encoding="utf-8"?><service_requests><request>{rows}</request></service_requests>'.encode()
    found = [read("georeport", body, "https://city.example/open311/v2/requests.json?x=1") for body in (REQUESTS, xml)]
    for reading in found:
        (item,) = reading.items
        assert (item.native_id, item.title, item.kind) == ("638344", "路面坑洼", Kind.HOTLINE)
        assert "大坑" in item.text and "已派单" in item.text and item.published_raw.startswith("2026-05-31T16:20")
        assert "31.2" not in str(item) and CANARY not in str(item)
        assert item.url == "https://city.example/open311/v2/requests/638344.json"
    assert found[0].items == found[1].items


def test_the_window_of_requests_follows_the_last_item_and_stays_within_ninety_days() -> None:
    asked = adapter("georeport").address(about("georeport", "https://city.example/open311/v2/services.json?api=1", service_code="006"))
    assert asked == (
        "https://city.example/open311/v2/requests.json?api=1&service_code=006&start_date=2026-05-25T08%3A00%3A00Z"
        "&end_date=2026-06-01T08%3A00%3A00Z"
    )
    old = msgspec.structs.replace(about("georeport", form="xml", page_size="50"), since=NOW - timedelta(days=400))
    assert "start_date=2026-03-03" in adapter("georeport").address(old) and "requests.xml" in adapter("georeport").address(old)
    more = read("georeport", REQUESTS * 2, "https://c.example/requests.json?page_size=2&page=1", page_size="2").more
    assert more == ("https://c.example/requests.json?page_size=2&page=2",)
    assert read("georeport", REQUESTS, page_size="2").more == ()


def test_a_timeline_gives_public_posts_without_anything_of_who_wrote() -> None:
    status = {
        "id": "103270115826048975",
        "created_at": "2026-05-31T23:39:00.000Z",
        "visibility": "public",
        "language": "zh",
        "url": f"https://m.example/@{CANARY}/103270115826048975",
        "uri": f"https://m.example/users/{CANARY}/statuses/103270115826048975",
        "content": f'<p>望澜镇又停水了 <a href="https://m.example/tags/停水" class="mention hashtag" rel="tag">#<span>停水</span></a> '
        f'<span class="h-card"><a href="https://m.example/@{CANARY}" class="u-url mention">@<span>{CANARY}</span></a></span></p>',
        "account": {"acct": CANARY, "display_name": CANARY, "note": CANARY, "noindex": False},
        "mentions": [{"acct": CANARY}],
        "reblog": None,
    }
    hidden = {**status, "id": "2", "visibility": "unlisted"}
    reading = read("mastodon", [status, hidden, {**status, "id": "3", "reblog": {"id": "9"}}], "https://m.example/api/v1/timelines/tag/x")
    (item,) = reading.items
    assert CANARY not in str(item) and "停水" in item.text and item.url == "" and "103270115826048975" not in str(item)
    assert item.published_raw.startswith("2026-05-31") and item.lang == "zh"
    with pytest.raises(Refusal, match="requires authentication"):
        read("mastodon", {"error": "This method requires authentication"})
    assert adapter("mastodon").address(about("mastodon", "https://m.example/whatever", tag="#停水", local="1")) == (
        "https://m.example/api/v1/timelines/tag/%E5%81%9C%E6%B0%B4?limit=40&local=true"
    )


def test_messages_of_a_stream_are_posts_and_what_was_taken_back() -> None:
    post = {
        "did": f"did:plc:{CANARY}",
        "time_us": 1725911162329308,
        "kind": "commit",
        "commit": {
            "rev": "3l3qo2vutsw2b",
            "operation": "create",
            "collection": "app.bsky.feed.post",
            "rkey": "3l3qo2vuowo2b",
            "record": {
                "$type": "app.bsky.feed.post",
                "createdAt": "2026-06-01T07:46:02.102Z",
                "langs": ["zh-Hans"],
                "text": f"县医院停电了 @{CANARY}.bsky.example",
                "facets": [{"features": [{"did": f"did:plc:{CANARY}"}]}],
            },
            "cid": "bafyreidc6sydkkbchcyg62v77wbhzvb2mvytlmsychqgwf2xojjtirmzj4",
        },
    }
    gone = {**post, "time_us": 5, "commit": {"operation": "delete", "collection": "app.bsky.feed.post", "rkey": "3l3qo2vuowo2b"}}
    like = {**post, "commit": {**post["commit"], "collection": "app.bsky.feed.like"}}
    account = {"did": "did:plc:x", "time_us": 7, "kind": "account", "account": {"active": False, "status": "deleted"}}
    came, left = (message(json.dumps(one).encode(), about("jetstream")) for one in (post, gone))
    assert came and came.item and left and left.gone == came.item.native_id
    assert CANARY not in str(came) and "停电" in came.item.text and came.item.url == "" and came.time_us == 1725911162329308
    lines = b"\n".join(json.dumps(one).encode() for one in (post, like, account))
    assert len(read("jetstream", lines).items) == 1
    assert read("jetstream", lines + b"\n" + json.dumps(gone).encode()).items == ()
    assert read("jetstream", json.dumps(post).encode(), languages="en").items == ()
    with pytest.raises(Refusal):
        read("jetstream", b"<html>")


def letter(text: str, charset: str = "gb2312", **headers: str) -> bytes:
    made = EmailMessage()
    made["From"] = f"{CANARY} <{CANARY}@mail.example>"
    made["To"] = f"county@{CANARY}.example"
    made["Message-ID"] = f"<1.{CANARY}@mail.example>"
    made["Date"] = "Sun, 31 May 2026 16:20:00 +0800"
    for name, value in headers.items():
        made[name] = value
    made.set_content(text, charset=charset)
    return bytes(made)


def test_a_letter_is_its_subject_and_its_own_words() -> None:
    text = f"望澜镇停水三天了。\n\n此致\n敬礼\n{CANARY}\n\n在 2026年5月30日，{CANARY} 写道：\n> 旧的内容 {CANARY}\n"
    subject = "=?gb2312?B?" + __import__("base64").b64encode("关于停水㙍的反映".encode("gb18030")).decode() + "?="
    raw = letter(text).replace(b"Date:", f"Subject: {subject}\nDate:".encode(), 1)
    (item,) = read("mailbox", raw).items
    assert item.title == "关于停水㙍的反映" and item.text == "望澜镇停水三天了。" and item.kind is Kind.QUESTION
    assert CANARY not in str(item) and item.published_raw.endswith("+0800")
    assert read("mailbox", raw).items == (item,)
    with pytest.raises(Refusal, match="neither a subject nor a text"):
        read("mailbox", b"From: x@y.example\n\n")


def test_a_letter_in_markup_and_one_that_passes_another_on() -> None:
    made = EmailMessage()
    made["Subject"] = "水"
    made.set_content(f"<p>没水了</p><blockquote>{CANARY}</blockquote>", subtype="html")
    made.add_attachment(f"{CANARY}".encode(), maintype="text", subtype="plain", filename=f"{CANARY}.txt")
    (item,) = read("mailbox", bytes(made)).items
    assert "没水了" in item.text and CANARY not in str(item)
    forwarded = "---------- Forwarded message ----------\n自来水发黄\n"
    assert "自来水发黄" in own_words(forwarded)
    assert own_words("Water is off.\n-- \nJohn\nHead") == "Water is off."


def test_deliveries_are_items_by_a_schema_and_only_now() -> None:
    row = {"id": "7", "title": "停水<b>", "text": "明天", "published_at": "2026-06-01T15:00:00+08:00", "author": CANARY, "kind": "notice"}
    reading = read("push", {"sent_at": NOW.isoformat(), "items": [row], "gone": ["6"], "sender": CANARY})
    assert reading.items[0].title == "停水&lt;b&gt;" and reading.gone == ("6",) and CANARY not in str(reading)
    for wrong in (
        {"items": [row]},
        {"sent_at": (NOW - timedelta(hours=1)).isoformat(), "items": [row]},
        {"sent_at": "2026-06-01T08:00:00", "items": [row]},
        {"sent_at": NOW.isoformat(), "items": [{"id": "", "text": "x"}]},
        {"sent_at": NOW.isoformat(), "items": [{"id": "1"}]},
        {"sent_at": NOW.isoformat(), "items": [{**row, "kind": "rumour"}]},
        {"sent_at": NOW.isoformat(), "items": [row] * 501},
        [],
    ):
        with pytest.raises(Refusal):
            read("push", wrong)


def test_optional_lists() -> None:
    articles = {
        "articles": [{"url": "https://n.example/1", "title": "Water & power", "seendate": "20260601T060000Z", "language": "Chinese"}]
    }
    (item,) = read("gdelt", articles).items
    assert (item.published_raw, item.lang, item.title) == ("2026-06-01T06:00:00Z", "zh", "Water &amp; power")
    with pytest.raises(Refusal, match="one every 5 seconds"):
        read("gdelt", b"Please limit requests to one every 5 seconds or contact us.")
    assert read("gdelt", b"{}").items == ()
    assert "query=%22no+water%22" in adapter("gdelt").address(about("gdelt", "https://g.example/api/v2/doc/doc", query='"no water"'))
    hot = {"status": "success", "id": "w", "items": [{"id": 1, "title": "停水", "url": "https://w.example/1", "extra": {"info": CANARY}}]}
    (entry,) = read("newsnow", hot).items
    assert (entry.rank, entry.kind, entry.native_id) == (1, Kind.HOTLIST, "1") and CANARY not in str(entry)
    assert adapter("newsnow").address(about("newsnow", "https://n.example/x/", id="weibo")) == "https://n.example/x/api/s?id=weibo"
    with pytest.raises(Refusal):
        read("newsnow", {"error": True})


def test_a_channel_has_a_feed_and_its_name_is_not_read() -> None:
    channel = "UC" + "a" * 22
    for url in (f"https://www.youtube.com/channel/{channel}", f"https://www.youtube.com/feeds/videos.xml?channel_id={channel}"):
        assert adapter("youtube").address(about("youtube", url)) == f"https://www.youtube.com/feeds/videos.xml?channel_id={channel}"
    with pytest.raises(Refusal):
        adapter("youtube").address(about("youtube", "https://www.youtube.com/@county"))
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:yt="http://www.youtube.com/xml/schemas/2015">'
        f"<title>x</title><author><name>{CANARY}</name></author><entry><id>yt:video:abc</id><yt:channelId>{CANARY}</yt:channelId>"
        f"<title>停水通知</title><link rel='alternate' href='https://www.youtube.com/watch?v=abc'/><author><name>{CANARY}</name></author>"
        "<published>2026-06-01T00:00:00+00:00</published><media:group><media:description>明天停水</media:description></media:group></entry></feed>"
    )
    (item,) = read("youtube", feed.encode()).items
    assert item.title == "停水通知" and "明天停水" in item.text and CANARY not in str(item)


def test_only_allowed_routes_are_asked_for() -> None:
    assert allowed("/gov/a/news", "/gov/a/*\n/x") and allowed("/x", "/gov/a/*\n/x")
    for route in ("/gov/b", "/gov/a/../b", "/x/y", "", "/gov"):
        assert not allowed(route, "/gov/a/*\n/x\n*\n/")
    address = adapter("rsshub").address
    assert address(about("rsshub", "https://hub.example/", route="/gov/a/news", allowed="/gov/a/*")) == "https://hub.example/gov/a/news"
    with pytest.raises(Refusal, match="not among those"):
        address(about("rsshub", "https://hub.example/", route="/weibo/1", allowed="/gov/a/*"))


def test_handles_are_left_out_and_addresses_of_pages_stay() -> None:
    assert without_handles("@a.bsky.example 你好 @b@c.example。 a@b.example https://x.example/@d") == (
        "@… 你好 @…。 a@b.example https://x.example/@d"
    )
    assert own_id(b"a", "x") != own_id(b"b", "x") and len(own_id(b"a", "x")) == 32


@pytest.mark.parametrize("name", sorted(ADAPTERS))
def test_settings_are_refused_or_usable(name: str) -> None:
    found = adapter(name)
    assert found.title and found.terms and found.personal
    with pytest.raises(Refusal):
        found.settled({"no such": 1})
    for option in found.options:
        if option.check is not None:
            with pytest.raises(Refusal):
                option.check("\0 no, such: thing")


@pytest.mark.parametrize("name", sorted(ADAPTERS))
@settings(max_examples=60, deadline=None)
@given(body=st.one_of(st.binary(max_size=300), st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["items", "id", "title", "url", "text", "articles", "status", "content", "commit", "kind", "record", "sent_at"]),
        inner, max_size=5),
    max_leaves=12,
).map(lambda value: json.dumps(value).encode())))  # fmt: skip
def test_whatever_comes_is_read_or_refused(name: str, body: bytes) -> None:
    try:
        reading = read(name, body)
    except Refusal:
        return
    assert all(isinstance(item.text, str) for item in reading.items)
