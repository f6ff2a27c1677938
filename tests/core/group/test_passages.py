from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.group.passages import CHARACTERS_A_PASSAGE, KEPT_PASSAGES, passages_of, spaced


def passages(text):
    return passages_of(spaced(fold(text))).tolist()


def test_hashes_are_the_same_on_every_machine():
    assert passages("石桥口镇停水") == [1849178635, 4283241354]
    assert passages("one two three four") == [560123258, 815366325]


def test_passages_ignore_punctuation_and_spacing():
    assert passages("石桥口镇，停水 通知。今晚八点") == passages("石桥口镇停水通知今晚八点")
    assert passages("Water, off tonight in town") == passages("water off tonight in town!")


def test_a_text_of_n_characters_has_n_minus_four_passages():
    text = "".join(chr(0x4E00 + n) for n in range(60))
    assert len(passages(text)) == 60 - CHARACTERS_A_PASSAGE + 1


def test_a_text_shorter_than_a_passage_is_one():
    assert len(passages("停水")) == len(passages("two words")) == 1
    assert passages("停水") != passages("停电")
    assert passages("") == []


def test_of_a_long_text_the_smallest_hashes_are_kept_wherever_they_stand():
    first = "".join(chr(0x4E00 + 7 * n) for n in range(400))
    second = "".join(chr(0x4E01 + 7 * n) for n in range(400))
    whole = passages(first + second)
    assert len(whole) == KEPT_PASSAGES
    reach = whole[-1]
    assert {h for h in passages(first) if h <= reach} | {h for h in passages(second) if h <= reach} <= set(whole)


@given(st.text(max_size=200))
def test_passages_rise_and_are_distinct(text):
    found = passages(text)
    assert found == sorted(set(found))
    assert bool(found) == bool(spaced(fold(text)))
