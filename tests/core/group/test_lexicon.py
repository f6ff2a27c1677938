from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.text import fold, has_han
from huiying.core.group.lexicon import FACETS, concepts, concepts_of, family_of, word_for
from huiying.core.group.lexicon.blocks import BLOCKS
from huiying.core.group.lexicon.kin import FAMILIES
from huiying.core.group.lexicon.match import _TABLES, _WORD, MOST_WORDS, word_key
from huiying.core.group.lexicon.table import read

ALL = [concept for table in _TABLES for concept in read(table.TABLE)]


def names(text: str) -> set[str]:
    return {mention.concept for mention in concepts_of(fold(text))}


def twice(words: list[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


def test_every_concept_is_named_once_and_has_a_facet_and_words_in_both_languages():
    assert twice([concept.name for concept in ALL]) == []
    assert {concept.facet for concept in ALL} == set(FACETS)
    assert [concept.name for concept in ALL if not (concept.chinese and concept.english)] == []
    assert len(concepts()) == len(ALL)


def test_no_word_stands_for_two_concepts():
    assert twice([word for concept in ALL for word in concept.chinese]) == []
    keys = {(" ".join(map(word_key, _WORD.findall(phrase))), concept.name) for concept in ALL for phrase in concept.english}
    assert twice([key for key, _ in keys]) == []


def test_words_are_folded_and_neither_too_short_nor_too_long():
    for concept in ALL:
        assert [word for word in concept.chinese if fold(word) != word or len(word) < 2 or not has_han(word)] == [], concept.name
        assert [p for p in concept.english if fold(p) != p or not 1 <= len(_WORD.findall(p)) <= MOST_WORDS] == [], concept.name


def test_every_word_is_found_as_its_concept():
    for concept in ALL:
        for word in (*concept.chinese, *concept.english):
            assert [(m.concept, m.start, m.end) for m in concepts_of(word)] == [(concept.name, 0, len(word))]


def test_blocking_words_hold_a_word_and_are_none():
    known = {word for concept in ALL for word in concept.chinese}
    assert twice(BLOCKS.split()) == []
    for word in BLOCKS.split():
        assert word not in known
        assert any(word[i:j] in known for i in range(len(word)) for j in range(i + 2, len(word) + 1)), word


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("家里的水又黄又浑浊，水龙头放出来的水发黄", "Residents report brown water from the tap"),
        ("小区停电一晚上了没人管", "Power cut leaves estate in the dark"),
        ("孩子在学校食堂吃完饭拉肚子呕吐", "Pupils vomiting after canteen lunch"),
        ("河里飘着好多死鱼，臭味熏天", "Dead fish and stench in the river"),
        ("工地塔吊倒塌，造成3人死亡", "Tower crane collapse kills three"),
        ("老板跑路了，讨薪无门", "Factory boss fled leaving wages unpaid"),
        ("县委通报：涉事干部停职检查", "County official suspended from post"),
        ("电梯故障困人半小时", "Elevator failure traps people"),
        ("网上说的是谣言，警方辟谣", "Police debunk online rumour"),
    ],
)
def test_a_post_and_a_report_of_one_happening_share_concepts(chinese, english):
    assert names(chinese) & names(english)


def test_the_longest_of_overlapping_words_wins():
    assert names("自来水公司") == {"water_company"}
    assert names("dead fish") == {"dead_fish"}


def test_english_matches_whole_words_in_any_form_and_no_phrase_over_a_comma():
    assert names("hospitals") == names("Hospital's") == {"hospital"}
    assert names("inhospitality") == set()
    assert "outage_power" in names("power cuts")
    assert "outage_power" not in names("without, power")
    assert names("closing") == names("closed") == names("closes") == {"closure"}


def test_a_text_in_two_languages_gives_its_mentions_in_order():
    found = concepts_of(fold("医院 oxygen 停电"))
    assert [mention.concept for mention in found] == ["hospital", "oxygen", "outage_power"]
    assert [mention.start for mention in found] == sorted(mention.start for mention in found)


def test_families_are_of_known_concepts_and_none_is_in_two():
    members = FAMILIES.split()
    assert twice(members) == []
    assert [name for name in members if name not in concepts()] == []
    assert family_of("vomiting") == family_of("diarrhoea") == "food_poisoning"
    assert family_of("bullying") == "bullying"


def test_a_concept_knows_its_field():
    assert concepts()["food_poisoning"].field == "health"


def test_labels():
    assert (word_for("outage_water", "zh"), word_for("outage_water", "en")) == ("停水", "water outage")


@given(st.text())
def test_any_text_gives_spans_inside_it_the_same_every_time(text):
    folded = fold(text)
    found = concepts_of(folded)
    assert found == concepts_of(folded)
    assert all(0 <= mention.start < mention.end <= len(folded) for mention in found)
