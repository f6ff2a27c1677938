"""What is typed finds exactly the texts in which it stands."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.find.query import read_search
from huiying.core.find.terms import index_text, runs
from huiying.core.types import Refusal

HAN = st.text(alphabet="停水通知学校食堂水", min_size=1, max_size=6)
PIECE = st.one_of(HAN, st.sampled_from(["flood", "Floods", "3", "ＡＢＣ", "臺灣", "，", " ", "-", "。"]))
TEXT = st.lists(PIECE, max_size=12).map("".join)


def found(typed: str, *texts: str) -> list[int]:
    """Which of the texts a search finds in SQLite's own full-text index."""
    with sqlite3.connect(":memory:") as index:
        index.execute("CREATE VIRTUAL TABLE t USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 2')")
        index.executemany("INSERT INTO t(rowid, title, text) VALUES (?, '', ?)", enumerate(map(index_text, texts)))
        return [row for (row,) in index.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid", (read_search(typed).expression,))]


@given(HAN, st.lists(TEXT, min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_a_chinese_word_is_found_wherever_its_characters_stand_side_by_side(word: str, texts: list[str]) -> None:
    assert found(word, *texts) == [at for at, text in enumerate(texts) if any(word in run for run in runs(text))]


@given(TEXT.filter(lambda text: bool(runs(text))))
@settings(max_examples=150, deadline=None)
def test_every_text_is_found_by_its_own_words_in_quotes(text: str) -> None:
    assert found(f'"{text}"', text) == [0]


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("停水", [0, 1, 5]),
        ("停水 学校", [1]),
        ("停水 -学校", [0, 5]),
        ("flood", [2]),
        ("flood*", [2, 3]),
        ('"flood warning"', [2]),
        ("warning flood", [2]),
        ("臺灣", [4]),
        ("3天", [5]),
        ("水3", [5]),
        ("知", [0]),
    ],
)
def test_what_can_be_typed(typed: str, hits: list[int]) -> None:
    texts = ("停水通知", "学校停水", "Flood warning", "floods warned", "台湾", "停水3天了")
    assert found(typed, *texts) == hits


@pytest.mark.parametrize("typed", ["", "  ", "-学校", "，。", '""', "*", "x" * 201])
def test_nothing_to_look_for_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read_search(typed)


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_whatever_is_typed_is_searched_or_refused(typed: str) -> None:
    try:
        found(typed, "停水通知 flood")
    except Refusal:
        return


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_the_index_holds_the_folded_text_whatever_its_form(text: str) -> None:
    assert index_text(text) == index_text(fold(text))
