"""Charsets: the text decides, not the declaration."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.collect.charset import decode

SHARED = Path(os.environ.get("HUIYING_SHARED", Path(__file__).parents[4] / "shared"))


def test_gb2312_bytes_that_are_valid_utf8_are_still_chinese() -> None:
    body = "停水通知".encode("gb2312")
    assert body.decode("utf-8") != "停水通知"
    read = decode(body, declared="utf-8")
    assert (read.text, read.charset, read.overridden) == ("停水通知", "gb18030", True)


@pytest.mark.parametrize("declared", ["", "utf-8", "gb2312", "big5", "iso-8859-1", "no-such-charset"])
def test_known_cases_whatever_is_declared(declared: str) -> None:
    path = SHARED / "data" / "edges" / "fixtures" / "encodings-zh.json"
    if not path.exists():
        pytest.skip("the shared data is not here")
    for case in json.loads(path.read_text(encoding="utf-8"))["cases"]:
        assert decode(bytes.fromhex(case["hex"]), declared=declared).text == case["text"]


@pytest.mark.parametrize(
    ("text", "charset", "declared"),
    [
        ("朱镕基、喆", "gb18030", "gb2312"),
        ("市民反映自来水发黄，县水务局回应。", "utf-8", "gb2312"),
        ("市民反映自来水发黄，县水务局回应。", "gbk", "utf-8"),
        ("反映自來水發黃，縣政府說明", "big5", "gb2312"),
        ("Le café est fermé à Genève", "utf-8", ""),
        ("Le café est fermé à Genève", "cp1252", "utf-8"),
        ("naïve", "utf-8", "iso-8859-1"),
        ("Größe", "utf-8", ""),
        ("è", "utf-8", "utf-8"),
        ("“ok” – » …", "utf-8", ""),
        ("Привет, вода отключена", "utf-8", ""),
        ("Привет, вода отключена", "cp1251", "windows-1251"),
        ("水道が止まりました", "utf-8", ""),
        ("水道が止まりました", "shift_jis", "shift_jis"),
        ("수도가 끊겼어요", "utf-8", ""),
        ("plain ASCII", "ascii", "gb2312"),
    ],
)
def test_what_was_written_is_what_is_read(text: str, charset: str, declared: str) -> None:
    assert decode(text.encode(charset), declared=declared).text == text


def test_a_byte_order_mark_wins_and_is_dropped() -> None:
    assert decode("\ufeff停水".encode("utf-16-le"), declared="gbk").text == "停水"
    assert decode(b"\xef\xbb\xbf" + "停水".encode(), declared="gbk").text == "停水"
    assert decode("<rss>停水".encode("utf-16-be"), declared="utf-16").text == "<rss>停水"
    assert decode("<rss>停水".encode("utf-16-le"), declared="utf-16").text == "<rss>停水"


def test_ascii_that_says_utf16_is_read_as_it_is() -> None:
    read = decode(b"<rss/>", declared="utf-16")
    assert (read.text, read.overridden) == ("<rss/>", True)


def test_what_a_source_used_before_decides_a_close_call() -> None:
    both = "云左".encode("big5")
    assert decode(both).charset == "gb18030"
    assert decode(both, remembered="big5").text == "云左"
    assert decode("喆".encode("gb18030"), remembered="gb18030").text == "喆"


@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "gbk", "big5", "utf-16", "hex", "idna", "rot13", "utf-7", "x\0"]))
def test_any_bytes_give_text(body: bytes, declared: str) -> None:
    assert isinstance(decode(body, declared=declared).text, str)


@given(
    st.text(alphabet="县镇水电停通知医院学校反映市民群众要求回应今日明天已经恢复正常，。", min_size=12, max_size=60),
    st.sampled_from(["utf-8", "gb18030"]),
)
def test_chinese_sentences_survive_both_charsets(text: str, charset: str) -> None:
    assert decode(text.encode(charset), declared="iso-8859-1").text == text


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("declared", ["", "utf-8", "gb2312"])
def test_a_wide_body_without_a_mark_is_seen_by_its_zeros(charset: str, declared: str) -> None:
    text = '<?xml version="1.0"?><rss>停水通知</rss>'
    assert decode(text.encode(charset), declared=declared).text == text


def test_windows_characters_written_as_unicode_are_what_was_meant() -> None:
    assert decode("don\x92t – 停水".encode(), declared="utf-8").text == "don’t – 停水"
    assert decode("don\x92t".encode()).text == "don’t"


def test_the_whole_feed_decides_not_one_title() -> None:
    titles = "停水通知，停电通知，县医院公告，望澜镇供水恢复正常"
    body = titles.encode("gb2312") + b" <link>https://p.example/caf\xe9</link>"
    assert titles in decode(body, declared="utf-8").text
