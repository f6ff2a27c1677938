"""Subscription lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.collect.opml import Outline, read_opml, write_opml
from huiying.core.types import Refusal

LIST = """<?xml version="1.0" encoding="utf-8"?><opml version="2.0"><head><title>x</title></head><body>
<outline text="县"><outline text="县报" xmlUrl="https://paper.example/feed"/><outline title="论坛" text="t" xmlurl="http://bbs.example/rss"/></outline>
<outline text="again" xmlUrl="https://paper.example/feed"/><outline text="no feed"/><outline text="local" xmlUrl="file:///etc/passwd"/>
<outline xmlUrl="https://bare.example/feed"/></body></opml>"""


def test_nested_outlines_once_each() -> None:
    assert read_opml(LIST.encode()) == (
        Outline("县报", "https://paper.example/feed"),
        Outline("论坛", "http://bbs.example/rss"),
        Outline("https://bare.example/feed", "https://bare.example/feed"),
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<opml><body>", "line 1"),
        ("<rss/>", "<rss>"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><opml/>', "entities"),
        ("<opml><body>" + "<outline>" * 60 + "</outline>" * 60 + "</body></opml>", "nested"),
        ("", "line"),
    ],
)
def test_what_is_no_opml_is_refused(body: str, words: str) -> None:
    with pytest.raises(Refusal) as caught:
        read_opml(body.encode())
    assert words in str(caught.value)


@given(st.lists(st.text(alphabet="县报a<&\"'> ", min_size=1).filter(str.strip), max_size=5))
def test_what_is_written_is_read_back(titles: list[str]) -> None:
    outlines = tuple(Outline(title.strip(), f"https://{number}.example/feed?a=1&b=2") for number, title in enumerate(titles))
    assert read_opml(write_opml(outlines, "来源 & <list>")) == outlines
