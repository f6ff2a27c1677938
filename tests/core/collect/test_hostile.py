"""What broke a reader once, found by `python -m bench fuzz`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from time import process_time

import pytest

from huiying.core.clean.redact import redact
from huiying.core.collect.adapter import About, Body
from huiying.core.collect.adapters import read_body
from huiying.core.collect.jsonl import read_line
from huiying.core.collect.table import read_table
from huiying.core.types import Refusal

NOW = datetime(2026, 11, 26, 4, 0, tzinfo=UTC)
DEEP = "[" * 100_000
ABOUT = About(name="s", url="https://x.example/", now=NOW, zone="Asia/Shanghai", salt=b"s")


def source(name: str) -> Callable[[bytes], object]:
    return lambda body: read_body(name, Body(body, ABOUT.url), ABOUT, None)


@pytest.mark.parametrize(
    ("read", "body"),
    [
        (source("feed"), '{"version":"jsonfeed","items":[{"id":1,"x":%s'),
        (source("georeport"), '[{"service_request_id":1,"x":%s'),
        (source("mastodon"), '[{"id":1,"account":%s'),
        (source("newsnow"), '{"status":"success","items":[{"extra":%s'),
        (source("gdelt"), '{"articles":[{"x":%s'),
        (source("jetstream"), '{"kind":"commit","x":%s'),
        (source("push"), '{"sent_at":"2026-11-26T04:00:00Z","x":%s'),
        (read_table, '{"id":1,"text":%s'),
        (read_line, '{"id":"1","source":"s","x":%s'),
    ],
    ids=["feed", "georeport", "mastodon", "newsnow", "gdelt", "jetstream", "push", "table", "jsonl"],
)
def test_json_that_is_nested_without_end_is_refused(read: Callable[[bytes], object], body: str) -> None:
    with pytest.raises(Refusal):
        read((body % DEEP).encode())


@pytest.mark.parametrize("charset", ["gb18030", "utf-8", "big5"])
def test_a_subject_that_was_not_encoded_is_read_in_its_charset(charset: str) -> None:
    sent = "Subject: 望澜鎮停水通知第三號，請提前儲水\r\n\r\n望澜鎮今晚停水。".encode(charset, "replace")
    reading = read_body("mailbox", Body(sent, ABOUT.url), ABOUT, None)
    assert isinstance(reading.items[0].title, str) and reading.items[0].title.endswith("鎮停水通知第三號，請提前儲水")


def test_half_a_character_hides_no_number_and_stops_no_masking() -> None:
    masked = redact("联系人\ud800张伟，电话１３８\udfff００１３８０００，13800138000")
    assert masked.counts["phone"] == 1 and "13800138000" not in masked.text


def test_a_subject_that_was_encoded_wrongly_is_kept_as_it_came() -> None:
    sent = b"Subject: =?gb18030?B?zbLLr?=\r\n\r\nno water"
    assert read_body("mailbox", Body(sent, ABOUT.url), ABOUT, None).items[0].title == "=?gb18030?B?zbLLr?="


@pytest.mark.parametrize("filling", ["9", "<![CDATA[", "]]>", "<![CDATA[]]>", "<loc>", "<loc", "<loc a"])
def test_a_sitemap_whose_entries_never_end_takes_no_time(filling: str) -> None:
    sent = "<urlset>" + ("<url><lastmod><![CDATA[" + filling * (19_000 // len(filling))) * 20
    begun = process_time()
    read_body("sitemap", Body(sent.encode(), ABOUT.url), ABOUT, None)
    sent = "<urlset>" + ("<url><lastmod>" + filling * (19_000 // len(filling))) * 20
    read_body("sitemap", Body(sent.encode(), ABOUT.url), ABOUT, None)
    assert process_time() - begun < 2
