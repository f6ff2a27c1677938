"""Which places a text surely names, and which names need a second sign."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.detect.divisions import chain, divisions, divisions_named, short_name
from huiying.core.detect.places import Gazetteer, OwnPlace, Why, own_names

OWN = (
    OwnPlace("望澜镇", ("望澜", "Wanglan"), "历下区"),
    OwnPlace("学府街", (), "望澜镇"),
    OwnPlace("人民路", (), "望澜镇"),
    OwnPlace("东湖", (), "望澜镇", common=True),
)
HOME = ("370102",)  # 山东省济南市历下区
DESK = Gazetteer(OWN, HOME)


def sure(text: str, gazetteer: Gazetteer = DESK) -> list[str]:
    return ["".join(mention.chains[0]) for mention in gazetteer.find(fold(text)) if mention.sure]


@pytest.mark.parametrize("text", ["朝阳", "大同一小区停水", "南山", "白银涨价", "我在阿里上班", "鼓楼", "人民路堵车", "东湖涨水", "通州"])
def test_a_name_that_may_be_something_else_is_not_sure_alone(text: str) -> None:
    assert DESK.find(fold(text)) and sure(text) == []


@pytest.mark.parametrize(
    "text", ["大同小异", "朝阳产业", "南京路步行街", "大理石", "马里兰州", "新东方文旅", "回应城市问题", "长治久安", "中山大学"]
)
def test_words_that_only_contain_a_name_are_no_place(text: str) -> None:
    assert sure(text) == []


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("朝阳区停电", "北京市朝阳区", Why.FULL),
        ("北京朝阳停电", "北京市朝阳区", Why.CHAIN),
        ("辽宁朝阳停电", "辽宁省朝阳市", Why.CHAIN),
        ("长春的朝阳停电", "吉林省长春市朝阳区", Why.CHAIN),
        ("山西大同停电", "山西省大同市", Why.CHAIN),
        ("深圳南山停电", "广东省深圳市南山区", Why.CHAIN),
        ("诸暨警方通报", "浙江省绍兴市诸暨市", Why.OFFICE),
        ("章丘市停水", "山东省济南市章丘区", Why.SUFFIX),
        ("西安停水", "陕西省西安市", Why.WELL_KNOWN),
        ("臺灣地震", "台湾省", Why.WELL_KNOWN),
        ("大理白族自治州", "云南省大理白族自治州", Why.FULL),
        ("望澜镇停水", "山东省济南市历下区望澜镇", Why.OWN),
        ("Wanglan has no water", "山东省济南市历下区望澜镇", Why.OWN),
    ],
)
def test_a_sure_place_with_its_sign(text: str, place: str, why: Why) -> None:
    found = [mention for mention in DESK.find(fold(text)) if "".join(mention.chains[0]) == place]
    assert [(mention.sure, mention.why) for mention in found] == [(True, why)]


def test_another_of_the_desks_places_is_a_second_sign() -> None:
    assert sure("望澜镇人民路堵车")[-1].endswith("人民路")
    assert sure("学府街和东湖都淹了")[-1].endswith("东湖")
    assert sure("历下区人民路")[-1].endswith("人民路")
    assert sure("济南人民路") == ["山东省济南市"]
    at_chaoyang = Gazetteer([OwnPlace("望京街道", (), "朝阳区")], ["110105"])
    assert sure("朝阳停电", at_chaoyang) == []
    assert sure("望京街道停电，朝阳全区排查", at_chaoyang) == ["北京市朝阳区望京街道", "北京市朝阳区"]


def test_a_full_name_that_several_divisions_have_names_all_until_the_text_says_which() -> None:
    (mention,) = DESK.find("鼓楼区停电")
    assert mention.sure and len(mention.chains) == 4 and not mention.ours
    assert DESK.find("徐州鼓楼区停电")[-1].chains == (("江苏省", "徐州市", "鼓楼区"),)
    (at_home,) = Gazetteer((), ["320302"]).find("鼓楼区停电")
    assert at_home.chains == (("江苏省", "徐州市", "鼓楼区"),) and at_home.ours


def test_what_looks_like_a_suffix_may_be_the_next_word() -> None:
    assert sure("白银市场大跌") == [] and sure("白银市停水") == ["甘肃省白银市"]
    assert sure("香港市民") == ["香港特别行政区"]


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("徐州鼓楼区停电", "徐州市"),
        ("北京大雨", "北京市"),
        ("济南市大雨", ""),
        ("山东大雨", ""),
        ("河南大雨", ""),
        ("望澜镇停水，徐州来人支援", ""),
        ("历下停水", ""),
        ("大同小异", ""),
        ("某地停水", ""),
    ],
)
def test_a_text_about_others_is_told_from_one_about_us(text: str, elsewhere: str) -> None:
    assert DESK.elsewhere(fold(text)) == elsewhere


def test_ours_are_named_once_in_the_order_of_the_text() -> None:
    assert DESK.ours(fold("学府街停水，望澜停水，学府街仍停水，徐州下雨")) == ("学府街", "望澜镇")
    assert Gazetteer().ours("望澜镇停水") == () and Gazetteer().elsewhere("徐州停水") == "徐州市"


def test_a_latin_name_is_a_whole_word() -> None:
    assert sure("Wanglands") == []


def test_own_names_leave_out_what_needs_a_second_sign() -> None:
    assert own_names(OWN) == ("望澜镇", "望澜", "Wanglan", "学府街")


def test_divisions_are_found_by_name_chain_and_code() -> None:
    assert [one.code for one in divisions_named("济南市历下区")] == ["370102"]
    assert [one.code for one in divisions_named("济南历下")] == ["370102"]
    assert [one.code for one in divisions_named("山东 历下区")] == ["370102"]
    assert len(divisions_named("鼓楼区")) == 4 and divisions_named("370102")[0].name == "历下区"
    assert divisions_named("澜川县") == () and divisions_named("") == ()


def test_every_division_has_a_chain_and_a_name_that_shortens_to_part_of_it() -> None:
    known = divisions()
    assert len(known) > 3000 and len(known) == len(set(known))
    for code, division in known.items():
        assert chain(code)[-1] == division.name and 1 <= len(chain(code)) <= 3
        assert division.name.startswith(division.short)
    assert short_name("伊犁哈萨克自治州") == "伊犁" and short_name("浦东新区") == "浦东"


@given(
    st.lists(
        st.sampled_from(["朝阳", "区", "市", "北京", "望澜镇", "人民路", "鼓楼", "警方", "场", "，", "a", "wanglan", " "]), max_size=12
    ).map("".join)
)
@example("鼓楼市北京")
def test_mentions_stand_where_they_say_in_order_and_without_overlap(text: str) -> None:
    text = fold(text)
    done = 0
    for mention in DESK.find(text):
        assert mention.start >= done and text[mention.start : mention.end] == mention.text and mention.chains
        done = mention.end
