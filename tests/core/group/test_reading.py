"""Reading at machine speed finds what the plain rules find."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.group.reading import CHARACTERS, WORDS, codes_of, read, term_hash
from huiying.core.group.tokens import LEAD_CHARACTERS, TITLE_WEIGHT, characters_of, is_character, stem, terms_of

words = st.from_regex(r"[a-zéßя][a-zéßя0-9]{0,9}(['’]s|['’][a-z]{2,4})?", fullmatch=True) | st.sampled_from(
    ["schools", "cities", "bus", "class", "ringing", "ring", "closed", "the", "is", "covid19", "mayor's", "цены"]
)
numbers = st.from_regex(r"[0-9]{1,4}([.,:][0-9]{1,3}){0,2}", fullmatch=True)
unspaced_runs = st.text("停水厂自来黄的了是我一テビー학교ร 〇", min_size=1, max_size=8)
breaks = st.sampled_from([" ", "，", "。", " - ", "_", "😀", "...", "\n", "(", "”"])
# A figure with letters behind it and no space is no word of either way of reading.
texts = st.lists(st.tuples(words | numbers | unspaced_runs | unspaced_runs, breaks).map("".join), max_size=12).map("".join)


def wanted(folded):
    return Counter(terms_of(folded)) + Counter(characters_of(folded))


@settings(max_examples=80, deadline=None)
@given(texts, texts)
def test_the_terms_are_those_of_the_plain_rules(title, text):
    title, text = fold(title), fold(text)[:LEAD_CHARACTERS]
    terms, counts = read(title, text), Counter()
    for part, weight in ((title, TITLE_WEIGHT), (text, 1)):
        for term, count in wanted(part).items():
            counts[term_hash(term)] += weight * count
    assert dict(zip(terms.hash.tolist(), terms.count.tolist(), strict=True)) == counts
    assert terms.hash.tolist() == sorted(counts)
    assert {int(h) for h, titled in zip(terms.hash, terms.titled, strict=True) if titled} == {term_hash(t) for t in wanted(title)}
    letters = {term_hash(term) for term in wanted(f"{title}\n{text}") if is_character(term)}
    groups = dict(zip(terms.hash.tolist(), terms.group.tolist(), strict=True))
    assert groups == {term: CHARACTERS if term in letters else WORDS for term in counts}


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=40), st.text(max_size=80))
def test_places_lie_in_the_text_and_lead_back_to_the_term(title, text):
    title, text = fold(title), fold(text)
    words, terms = f"{title}\n{text[:LEAD_CHARACTERS]}", read(title, text)
    for term_of, start, end, titled in zip(terms.hash, terms.start, terms.end, terms.titled, strict=True):
        assert 0 <= start < end <= len(words)
        assert (start < len(title)) == titled
        assert int(term_of) in {term_hash(words[start:end]), term_hash(stem(words[start:end]))}


def test_only_the_lead_of_a_body_counts_and_the_title_twice():
    terms = read("停水", "停水" + "。" * LEAD_CHARACTERS + "爆炸")
    assert dict(zip(terms.hash.tolist(), terms.count.tolist(), strict=True)) == {term_hash(t): 3.0 for t in ("停水", "停", "水")}
    assert terms.titled.all()


@pytest.mark.parametrize("text", ["", "…… 😀", "的了吗", "the and of"])
def test_without_words_there_are_no_terms(text):
    terms = read(text, text)
    assert [len(part) for part in (terms.hash, terms.group, terms.count, terms.titled, terms.start, terms.end)] == [0] * 6


def test_a_word_does_not_run_from_the_title_into_the_text():
    title, text = "第二水", "厂停水 tv"
    assert sorted(read(title, text).hash.tolist()) == sorted(map(term_hash, {**wanted(title), **wanted(text)}))


def test_rare_characters_read_like_the_common_ones():
    assert set(read("", "𠮷野𠮷").hash.tolist()) == set(map(term_hash, ("𠮷", "野", "𠮷野", "野𠮷")))


def test_hashes_are_the_same_on_every_machine():
    assert (term_hash("停水"), term_hash("water")) == (1825105775803761493, 15261236014961619772)
    assert codes_of("a停𠮷\ud800").tolist() == [0x61, 0x505C, 0x20BB7, 0xD800]
