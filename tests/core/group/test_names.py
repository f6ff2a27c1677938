import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiying.core.clean.text import fold
from huiying.core.group.names import key_of, names_of


def found(text: str, **more: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(name.core, name.kind) for name in names_of(fold(text), text, **more)]


@pytest.mark.parametrize("text", ["位于青石镇的", "我们青石镇", "青石镇政府", "云溪青石镇", "今天青石镇停水", "在青石镇"])
def test_one_place_gives_one_name_whatever_precedes_it(text):
    assert ("青石", "town") in found(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云溪县人民医院", [("云溪", "county"), ("people", "hospital")]),
        ("市人民医院急诊科", [("people", "hospital")]),
        ("县第二人民医院", [("2", "hospital")]),
        ("临江第二小学", [("2 primary", "school")]),
        ("二小门口堵车", [("2 primary", "school")]),
        ("青石镇中心小学", [("青石", "town"), ("青石", "school")]),
        ("育才实验小学", [("育才", "school")]),
        ("和平路小学", [("和平", "road"), ("和平", "school")]),
        ("滨河花园小区停水", [("滨河", "estate")]),
        ("李家庄村和王家庄村", [("李家庄", "village"), ("王家庄", "village")]),
        ("云溪县宏达化工有限公司", [("云溪", "county"), ("宏达", "company")]),
        ("人民东路与解放路路口", [("人民东", "road"), ("解放", "road")]),
        ("白龙水库旁的清溪河", [("白龙", "water"), ("清溪", "water")]),
        ("赤菊工业园臭味", [("赤菊", "zone")]),
        ("青龙山景区涨价", [("青龙", "mountain")]),
        ("市二院儿科", [("2", "hospital")]),
    ],
)
def test_chinese_names(text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "老旧小区改造",
        "高速公路堵车",
        "走进医院",
        "附近的超市",
        "农村学校",
        "第一小时",
        "省道边",
        "火车站附近",
        "市场监管局",
        "某小学",
        "这家医院",
        "我县全市",
        "",
    ],
)
def test_ordinary_words_are_no_names(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Smell near Chiju Industrial Park in Qingshi Town", [("chiju", "zone"), ("qingshi", "town")]),
        ("Yunxi County People's Hospital", [("yunxi", "county"), ("people", "hospital")]),
        ("Linjiang No. 2 Primary School", [("linjiang", "place"), ("2 primary", "school")]),
        ("Linjiang Second Primary School", [("linjiang", "place"), ("2 primary", "school")]),
        ("Sunshine Garden residents", [("sunshine", "estate")]),
        ("Local Primary School Closed After Fire", []),
        ("Brown water in Yunxi", [("yunxi", "place")]),
        ("qingshi town", [("qingshi", "town")]),
    ],
)
def test_english_names(text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("青石镇", "Qingshi Town"),
        ("赤菊工业园", "Chiju Industrial Park"),
        ("滨江北路", "Binjiang North Road"),
        ("青龙山景区", "Qinglong Mountain Scenic Area"),
        ("市第二人民医院", "No. 2 People's Hospital"),
        ("第二实验小学", "Second Experimental Primary School"),
        ("长安路", "Chang'an Road"),
        ("宏达化工厂", "Hongda Chemical Plant"),
    ],
)
def test_a_name_and_its_transliteration_have_one_key(chinese, english):
    keys = {key_of(name) for name in names_of(chinese)}
    assert keys & {key_of(name) for name in names_of(fold(english), english)}


def test_known_places_are_found_without_their_ending():
    assert found("云溪停水了", places=("云溪县",)) == [("云溪", "county")]
    assert found("云溪县停水了", places=("云溪县", "青石镇")) == [("云溪", "county")]


@given(st.text(alphabet="青石云溪县镇乡村路第一二中小学人民医院的在 .'NoTownPrimaySchl2") | st.text())
def test_any_text_gives_spans_inside_it_the_same_every_time(text):
    folded = fold(text)
    names = names_of(folded)
    assert names == names_of(folded)
    assert all(0 <= name.start < name.end <= len(folded) and name.core for name in names)
    assert names_of(folded, text) == names_of(folded, text)
