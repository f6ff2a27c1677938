"""Past cases that are like a story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.review.similar import Past, Signs, packed, shared_words, similar, terms, without_persons


def past(case: int, text: str, **signs: object) -> Past:
    return Past(case=case, terms=packed(terms([text])), signs=Signs(**signs))


WATER = past(1, "望澜镇自来水发黄，供水管网冲洗", category="utilities", places=("望澜镇",))
SCHOOL = past(2, "小学食堂午餐后多名学生呕吐", category="health", harms=("illness",))
ROAD = past(3, "城东路口堵车两小时")


def test_the_likest_comes_first_with_what_it_shares() -> None:
    labels = terms(["学府街自来水发黄有异味"])
    found = similar(labels, Signs(category="utilities", places=("望澜镇",)), [SCHOOL, ROAD, WATER])
    assert [one.case for one in found] == [1]
    assert found[0].category and found[0].places == ("望澜镇",) and found[0].harms == ()
    assert any("发黄" in word for word in shared_words(found[0], labels))


def test_an_english_story_finds_a_chinese_case() -> None:
    found = similar(terms(["Brown tap water in town"]), Signs(category="utilities"), [SCHOOL, ROAD, WATER])
    assert found and found[0].case == 1


def test_signs_alone_are_no_likeness() -> None:
    assert similar(terms(["完全无关"]), Signs(category="utilities", places=("望澜镇",)), [WATER]) == ()
    assert similar({}, Signs(), [WATER]) == () and similar(terms(["自来水"]), Signs(), []) == ()


@given(st.permutations([WATER, SCHOOL, ROAD]))
def test_the_order_of_the_cases_does_not_matter(rows: list[Past]) -> None:
    asked = terms(["自来水发黄，学生呕吐，路口堵车"])
    assert similar(asked, Signs(), rows) == similar(asked, Signs(), [WATER, SCHOOL, ROAD])


@pytest.mark.parametrize(
    "text",
    ["县农业农村局局长谷维桢介绍产值", "谷维桢局长到场", "镇长谷维桢说", "Mayor Guwei Zhen said so", "it was fine, Guwei Zhen said"],
)
def test_a_name_beside_an_office_is_no_term(text: str) -> None:
    assert "谷维" not in without_persons(text) and "维桢" not in without_persons(text) and "Guwei" not in without_persons(text)
    assert not {"谷维", "维桢", "guwei", "zhen"} & set(terms([text]).values())


def test_two_cases_that_share_only_a_name_are_not_alike() -> None:
    one = past(7, "局长谷维桢谈茶叶产值")
    assert similar(terms(["谷维桢局长检查消防"]), Signs(), [one, SCHOOL, ROAD]) == ()
