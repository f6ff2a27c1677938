import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.group.pinyin import _FOREIGN, ENGLISH_WORDS, _syllables, is_pinyin, pinyin, syllables


@pytest.mark.parametrize(
    ("han", "latin"),
    [("云溪", "yunxi"), ("青石", "qingshi"), ("碧落", "biluo"), ("重庆", "chongqing"), ("长安", "changan"), ("", ""), ("K9路", "K9lu")],
)
def test_pinyin(han, latin):
    assert pinyin(han) == latin


@pytest.mark.parametrize("word", ["yunxi", "biluo", "qingshi", "beijing", "linjiang", "tiananmen", "xi'an", "huaian", "shanghai"])
def test_names_are_pinyin(word):
    assert is_pinyin(word)


@pytest.mark.parametrize(
    "word",
    [
        "water",
        "hospital",
        "change",
        "women",
        "dance",
        "manage",
        "pace",
        "police",
        "more",
        "fine",
        "tea",
        "an",
        "opening",
        "",
        "'",
        "x" * 50,
    ],
)
def test_english_words_are_not(word):
    assert not is_pinyin(word)


def test_the_fewest_syllables():
    assert syllables("xian") == ("xian",)
    assert syllables("xi'an") == ("xi", "an")
    assert syllables("qingshi") == ("qing", "shi")


def test_every_excluded_word_would_be_taken_for_pinyin():
    assert [word for word in ENGLISH_WORDS if syllables(word) is None] == []


@given(st.text())
def test_any_text(text):
    assert is_pinyin(text) in (True, False)
    assert pinyin(text) == pinyin(text)


def test_no_reading_looks_foreign():
    """Nor does a run of them: what makes a word look foreign is one letter and the one after it, and none ends with such a letter."""
    assert not any(map(_FOREIGN.search, _syllables()))
    assert _FOREIGN.search("microsoft") and _FOREIGN.search("london") is None
