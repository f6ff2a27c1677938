"""Folding, plain text, language."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.text import MARKUP_LIMIT, fold, has_han, language, plain, simplified


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢＣ 臺灣  停水", "abc 台湾 停水"),
        ("Hello\n\tWORLD ", "hello world"),
        ("１２３４５", "12345"),
        ("Straße", "strasse"),
        ("\u01f0", "\u01f0"),
        ("臺灣\u3000自來水", "台湾 自来水"),
        ("", ""),
    ],
)
def test_folded_forms(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_leaves_no_double_space_and_no_wide_form(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert unicodedata.is_normalized("NFKC", folded)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x9FFF, exclude_categories=["Cs"]), max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_traditional_and_simplified_meet() -> None:
    assert fold("縣醫院停電") == fold("县医院停电")


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=30))
def test_simplifying_keeps_every_character_in_its_place(text: str) -> None:
    found = simplified(text)
    assert len(found) == len(text) and simplified(found) == found
    assert simplified(f"{text}車") == f"{found}车"


def test_has_han() -> None:
    assert has_han("ok 水") and not has_han("ok ok") and not has_han("水".encode().decode("latin-1")) and not has_han("ひらがな")


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        ("县医院停电", "", "zh"),
        ("县医院停电", "en-US", "zh"),
        ("iPhone 17 Pro Max 今天发布", "", "zh"),
        ("水道が止まりました", "", "ja"),
        ("수도가 끊겼어요", "", "ko"),
        ("The water has been cut off in the whole town", "", "en"),
        ("L'eau est coupée dans toute la ville depuis hier", "", "fr"),
        ("short", "de-AT", "de"),
        ("The water", "zh", "en"),
        ("Two guests carried out of a homestay", "en", "en"),
        ("12345", "", ""),
        ("", "", ""),
        ("😀", "zh", "zh"),
        ("《流浪地球》 is a long review of a film in the English language", "en", "en"),
    ],
)
def test_languages(text: str, hint: str, expected: str) -> None:
    assert language(text, hint) == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("plain  text", "plain text"),
        ("a < b & c > d", "a < b & c > d"),
        ("1 &lt; 2 &amp;&amp; x", "1 < 2 && x"),
        ("<p>one</p><p>two<br>three</p>", "one\ntwo\nthree"),
        ("<script>alert(1)</script>ok<style>p{}</style>", "ok"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
        ("&#20572;水", "停水"),
        ('<a href="javascript:x">停</a>水', "停水"),
        ("<!-- secret -->seen", "seen"),
        ("a\r\n\r\n\r\nb", "a\nb"),
        ("", ""),
    ],
)
def test_plain_text(markup: str, expected: str) -> None:
    assert plain(markup) == expected


def test_plain_text_is_bounded() -> None:
    assert len(plain("x" * (MARKUP_LIMIT + 5))) == MARKUP_LIMIT


def test_markup_of_tags_without_end_is_still_read() -> None:
    many = "<div>" * 20_000
    assert plain(f"{many}<script>x</script>停水<!-- y -->&amp;电") == "停水&电"


@given(st.text(alphabet="<>&;/abp!-# \n\"'=县x", max_size=80))
def test_no_tag_survives_cleaning(markup: str) -> None:
    assert "<script" not in plain(f"<script>{markup}</script>")
    assert plain(f"<p>{markup}").strip() == plain(f"<p>{markup}")
