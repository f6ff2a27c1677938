"""The words of a query marked in the text as people read it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from huiying.core.detect.marks import Marker
from huiying.core.detect.parsing import parse


def marked(query: str, text: str) -> list[str]:
    return [piece.text for piece in Marker(parse(query)).mark(text) if piece.marked]


def test_marks_stand_in_the_text_as_it_was_written() -> None:
    assert marked("台湾 gas*", "臺灣的  ＧＡＳes 漏了") == ["臺灣", "ＧＡＳes"]
    assert marked("停水 停水了", "停水了") == ["停水了"]
    assert marked("水 NEAR/3 (黄 OR 浑) NOT 火锅", "水很黄，火锅") == ["水", "黄"]


def test_an_excerpt_begins_shortly_before_the_first_mark() -> None:
    text = "前" * 300 + "停水" + "后" * 300
    shown = Marker(parse("停水")).excerpt(text, 100)
    assert [piece.text for piece in shown if piece.marked] == ["停水"]
    assert shown[0].text.startswith("…前") and shown[-1].text.endswith("后…")
    assert sum(len(piece.text) for piece in shown) <= 102


@given(st.text(max_size=40))
def test_nothing_of_the_text_is_lost(text: str) -> None:
    assert "".join(piece.text for piece in Marker(parse("水 OR a")).mark(text)) == text
