"""What a text is about: alike where the same is said in other words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.group.arrays import SENSE
from huiying.core.group.reading import read
from huiying.core.group.sense import sense_of, senses


def sense(text: str) -> np.ndarray:  # type: ignore[type-arg]
    terms = read("", text)
    return sense_of(terms.hash, terms.count)


@pytest.mark.parametrize(
    ("text", "same", "other"),
    [
        ("自来水发黄，已经三天了", "龙头里流出来的水浑浊有异味", "公交车改线，要走很远"),
        ("孩子在学校吃坏了肚子", "多名学生食堂用餐后呕吐腹泻", "河边修了新的步道"),
        ("拖欠工资，工人讨薪", "农民工要不到工钱，老板说没钱", "河里漂着死鱼"),
        ("自来水又脏又黄", "the tap water is brown and dirty", "the school bus was late again"),
        ("the bridge was closed after a crack was found", "a crack in the bridge", "vaccines for the elderly"),
    ],
)
def test_the_same_in_other_words_is_nearer_than_something_else(text: str, same: str, other: str) -> None:
    assert sense(text) @ sense(same) > sense(text) @ sense(other) + 0.2


def test_a_text_without_a_known_word_has_no_sense() -> None:
    assert not sense("").any()
    assert not sense("qxzvk 7781").any()


@given(st.lists(st.sampled_from(["自来水", "发黄", "school", "bridge", "工资", "医院", "1234"]), min_size=1, max_size=12))
def test_it_is_the_mean_of_the_words_by_their_own_rows(words: list[str]) -> None:
    terms = read("", " ".join(words))
    known, numbers, scale, _ = senses()
    total = np.zeros(SENSE)
    for hashed, count in zip(terms.hash.tolist(), terms.count.tolist(), strict=True):
        rows = np.flatnonzero(known == np.uint64(hashed))
        for row in rows.tolist():
            total += np.log1p(count) * scale[row] * numbers[row].astype(float)
    length = float(np.linalg.norm(total))
    np.testing.assert_allclose(sense_of(terms.hash, terms.count), total / length if length else total, atol=1e-6)


def test_the_table_can_be_looked_up() -> None:
    known, numbers, scale, _ = senses()
    assert (np.diff(known.astype(object)) > 0).all(), "hashes rise, none twice"
    assert numbers.shape == (len(known), SENSE) and scale.shape == (len(known),) and (scale > 0).all()
