from hypothesis import given
from hypothesis import strategies as st

from huiying.core.group.fingerprint import fingerprint
from huiying.core.group.passages import spaced
from huiying.core.types import Kind


def test_equal_words_have_the_same_hash_on_every_machine():
    assert fingerprint(Kind.POST, "石桥口镇", "停水").exact == fingerprint(Kind.NEWS, "", "石桥口镇，停水！").exact == 1280552390566909689


def test_short_texts_and_hot_list_lines_only_equal():
    assert not len(fingerprint(Kind.POST, "", "停水了!!!").passages)
    assert not len(fingerprint(Kind.HOTLIST, "石桥口镇停水通知今晚八点到明早六点", "").passages)
    assert len(fingerprint(Kind.POST, "", "石桥口镇停水通知今晚八点到明早六点").passages)


def test_a_report_does_not_equal_the_hot_list_line_about_it():
    title = "石桥口镇停水"
    assert fingerprint(Kind.HOTLIST, title, "").exact != fingerprint(Kind.NEWS, title, "").exact
    assert fingerprint(Kind.HOTLIST, title, "x").exact == fingerprint(Kind.HOTLIST, title + "！", "y").exact


def test_facts_count_where_each_text_speaks_for_itself():
    text = "请于6月8日上午到石桥口镇卫生院补种疫苗"
    assert len(fingerprint(Kind.NOTICE, "", text).facts) == 3
    assert not len(fingerprint(Kind.POST, "", text).facts)


def test_without_words_there_is_no_fingerprint():
    assert fingerprint(Kind.POST, "", "😀 ……") is None


@given(st.sampled_from(Kind), st.text(max_size=80))
def test_any_text_has_a_fingerprint_or_no_words(kind, text):
    mark, again = fingerprint(kind, text, text), fingerprint(kind, text, text)
    assert (mark is None) == (spaced(text) == "")
    if mark is not None:
        assert mark.exact == again.exact
        assert mark.passages.tolist() == again.passages.tolist()
        assert mark.facts.tolist() == again.facts.tolist()
