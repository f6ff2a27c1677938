import pytest

from huiying.core.clean.text import fold
from huiying.core.group.tokens import count_terms, is_bigram, stem, terms_of


def test_chinese_becomes_bigrams_that_do_not_cross_function_words():
    assert terms_of("自来水是黄的") == ["自来", "来水"]
    assert terms_of("停水了") == ["停水"]


def test_latin_words_lose_endings_and_stop_words():
    assert terms_of("the hospitals were closed after flooding") == ["hospital", "clos", "flood"]


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("cities", "city"),
        ("schools", "school"),
        ("bus", "bus"),
        ("class", "class"),
        ("virus", "virus"),
        ("mayor's", "mayor"),
        ("ring", "ring"),
    ],
)
def test_stem(word, base):
    assert stem(word) == base


def test_numbers_and_mixed_scripts():
    assert terms_of("3.5米 covid19 第二水厂停水48") == ["3.5", "covid19", "第二", "二水", "水厂", "厂停", "停水", "48"]
    assert terms_of("цен на газ, 水道水") == ["цен", "на", "газ", "水道", "道水"]


def test_title_counts_twice_and_only_the_lead_of_a_body_counts():
    assert count_terms("停水", "停水" + "。" * 600 + "爆炸") == {"停水": 3, "停": 3, "水": 3}


def test_single_characters_come_after_all_longer_terms_and_function_characters_do_not():
    assert list(count_terms("水是黄的", "tv 停水")) == ["tv", "停水", "水", "黄", "停"]


def test_traditional_and_full_width_forms_are_the_same_terms():
    assert count_terms(fold("縣醫院ＩＣＵ"), "") == count_terms(fold("县医院icu"), "")


def test_bigrams_are_told_from_words_and_numbers():
    assert [is_bigram(term) for term in ("停水", "tv", "48", "停水管")] == [True, False, False, False]
