import math

import pytest

from huiying.core.group.explain import REASONS, shared_terms
from huiying.core.group.tokens import count_terms


def test_bigrams_become_the_phrase_they_stand_in():
    words = "第二水厂爆炸"
    reasons = shared_terms({"二水": 0.1, "水厂": 0.2, "爆炸": 0.3}, count_terms(words, ""), words)
    assert [(r.name, r.detail) for r in reasons] == [("shared_term", "二水厂"), ("shared_term", "爆炸")]
    assert all(math.isclose(r.value, 0.3) and r.value == r.weight for r in reasons)


def test_a_single_character_counts_for_the_phrase_that_holds_it():
    words = "停水了，水黄"
    found = {r.detail: r.value for r in shared_terms({"停水": 0.2, "水": 0.1, "黄": 0.05}, count_terms("停水了，水很黄", ""), words)}
    assert found == {"停水": pytest.approx(0.3), "黄": 0.05}


def test_no_phrase_is_shown_that_does_not_stand_in_the_text():
    words = "停水。水厂"
    assert [r.detail for r in shared_terms({"停水": 0.2, "水厂": 0.1}, count_terms(words, ""), words)] == ["停水", "水厂"]


def test_the_heaviest_come_first_and_ties_go_by_the_term():
    words = "alpha beta gamma delta epsilon zeta"
    shared = dict.fromkeys(words.split(), 0.1) | {"zeta": 0.2}
    assert [r.detail for r in shared_terms(shared, count_terms(words, ""), words)] == ["zeta", "alpha", "beta", "delta", "epsilon"][
        :REASONS
    ]
