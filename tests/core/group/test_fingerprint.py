from hypothesis import given
from hypothesis import strategies as st

from huiying.core.group.fingerprint import CHARACTERS_A_PASSAGE, fingerprint, normalise, passages_of
from huiying.core.types import Kind


def test_hashes_are_the_same_on_every_machine():
    assert sorted(passages_of("石桥口镇停水")) == [3187924939, 3940600804]
    assert sorted(passages_of("one two three")) == [3456071693]


def test_passages_ignore_punctuation_and_spacing():
    assert passages_of("石桥口镇，停水 通知。今晚八点") == passages_of("石桥口镇停水通知今晚八点")
    assert passages_of("water, off tonight in town") == passages_of("water off tonight in town!")


def test_a_text_of_n_characters_has_n_minus_four_passages():
    text = "".join(chr(0x4E00 + n) for n in range(60))
    assert len(passages_of(text)) == 60 - CHARACTERS_A_PASSAGE + 1


def test_short_texts_and_hot_list_lines_only_equal():
    assert fingerprint(Kind.POST, "", "停水了!!!").passages == ()
    assert fingerprint(Kind.HOTLIST, "石桥口镇停水通知今晚八点到明早六点", "").passages == ()
    assert fingerprint(Kind.POST, "", "石桥口镇停水通知今晚八点到明早六点").passages


def test_a_report_does_not_equal_the_hot_list_line_about_it():
    title = "石桥口镇停水"
    assert fingerprint(Kind.HOTLIST, title, "").exact != fingerprint(Kind.NEWS, title, "").exact
    assert fingerprint(Kind.HOTLIST, title, "x").exact == fingerprint(Kind.HOTLIST, title + "！", "y").exact


def test_without_words_there_is_no_fingerprint():
    assert fingerprint(Kind.POST, "", "😀 ……") is None


@given(st.text(max_size=80))
def test_any_text_has_a_fingerprint_or_no_words(text):
    mark = fingerprint(Kind.POST, "", text)
    assert (mark is None) == (normalise(text) == "")
    if mark is not None:
        assert list(mark.passages) == sorted(set(mark.passages))
        assert mark == fingerprint(Kind.POST, "", text)
