"""Shared words become the phrases that a person reads, as the plain rules say."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.group.considering import TERM
from huiying.core.group.phrases import READ_TERMS, phrases
from huiying.core.group.reading import codes_of, read
from huiying.core.group.tokens import is_bigram, is_character


def shown(shared, text):
    """Phrase → its part, where these terms of a text are shared."""
    words, found = f"{text}\n", read(text, "")
    terms = np.zeros(len(found.rows), TERM)
    terms["row"], terms["group"] = np.arange(len(terms)), found.group
    terms["shared"] = [shared.get(words[start:end], 0.0) for start, end in zip(found.start, found.end, strict=True)]
    places, values = np.empty((READ_TERMS, 2), np.int32), np.empty(READ_TERMS)
    count = phrases(codes_of(words), found.rows, terms, float(terms["shared"].sum()), places, values)
    return {words[start:end]: value for (start, end), value in zip(places[:count].tolist(), values[:count].tolist(), strict=True)}


def plainly(shared, text):
    """The same by plain rules."""
    words, rows = f"{text}\n", read(text, "")
    terms = {words[start:end]: row for row, (start, end) in enumerate(zip(rows.start, rows.end, strict=True))}
    heaviest = sorted((term for term in terms if term in shared), key=lambda term: (-shared[term], terms[term]))[:READ_TERMS]
    order = sorted(heaviest, key=lambda term: (rows.start[terms[term]], heaviest.index(term)))
    found, phrase, value = {}, "", 0.0
    for term in [term for term in order if not is_character(term)]:
        if phrase and phrase[-1] == term[0] and is_bigram(term) and phrase + term[1] in words:
            phrase, value = phrase + term[1], value + shared[term]
            continue
        if phrase:
            found[phrase] = found.get(phrase, 0.0) + value
        phrase, value = term, shared[term]
    if phrase:
        found[phrase] = found.get(phrase, 0.0) + value
    for letter in filter(is_character, order):
        holder = next((holder for holder in found if letter in holder), letter)
        found[holder] = found.get(holder, 0.0) + shared[letter]
    return found


def test_bigrams_become_the_phrase_they_stand_in():
    assert shown({"二水": 0.1, "水厂": 0.2, "爆炸": 0.3}, "第二水厂爆炸") == {"二水厂": pytest.approx(0.3), "爆炸": pytest.approx(0.3)}


def test_a_single_character_counts_for_the_phrase_that_holds_it():
    found = shown({"停水": 0.2, "水": 0.1, "黄": 0.05}, "停水了，水黄")
    assert found == {"停水": pytest.approx(0.3), "黄": pytest.approx(0.05)}


def test_no_phrase_is_shown_that_does_not_stand_in_the_text():
    assert list(shown({"停水": 0.2, "水厂": 0.1}, "停水。水厂")) == ["停水", "水厂"]


def test_pairs_that_first_stand_apart_are_joined_where_they_stand_together():
    assert list(shown({"停水": 0.2, "水厂": 0.1}, "停水。水厂。停水厂")) == ["停水厂"]


def test_nothing_shared_makes_no_phrase():
    assert shown({}, "第二水厂爆炸") == {}


texts = st.lists(st.text("停水厂自来黄", min_size=1, max_size=6) | st.sampled_from([" water ", " flood ", "。", "的"]), max_size=14)


@settings(max_examples=150, deadline=None)
@given(texts.map("".join), st.data())
def test_phrases_are_those_of_the_plain_rules(text, data):
    text = fold(text)
    rows, words = read(text, ""), f"{text}\n"
    terms = sorted({words[start:end] for start, end in zip(rows.start, rows.end, strict=True)})
    chosen = data.draw(st.sets(st.sampled_from(terms))) if terms else set()
    shared = {term: data.draw(st.sampled_from([0.1, 0.2, 0.35, 0.5])) for term in sorted(chosen)}
    assert shown(shared, text) == pytest.approx(plainly(shared, text))
