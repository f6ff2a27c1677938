"""Which words mark a fact, a cause, a blame, a count of victims or a denial."""

import pytest

from huiying.core.statement import wording


@pytest.mark.parametrize(
    "text",
    [
        "水质检测合格。",
        "出厂水余氯超标。",
        "事故造成3人受伤。",
        "二十余名学生返校。",
        "已排查12户居民。",
        "已接报5起病例。",
        "浊度为0.8NTU。",
        "检测结果显示正常。",
        "经核实，情况属实。",
        "现已确认影响范围。",
        "已送水20吨。",
        "网传消息不属实。",
        "已調查，三人受傷。",
        "水质合 格。",
        "水质合\u200b格。",
        "已有１２人就诊。",
        "Three pupils went home.",
        "12 people were taken to hospital.",
        "The water is safe to drink.",
        "Tests have shown no bacteria.",
        "Lead was below the limit.",
        "Turbidity was 0.8 NTU.",
        "Two patients tested positive.",
        "The leak has been confirmed.",
        "We can confirm the closure.",
        "The plant delivered 20 tonnes of water.",
        "The report is false.",
    ],
)
def test_what_reads_like_a_fact(text):
    assert wording.looks_like_fact(text)


@pytest.mark.parametrize(
    "text",
    [
        "我们已注意到有关反映，正在核实。",
        "检测结果出来后将第一时间公布。",
        "待检测合格后恢复供水。",
        "如有人员受伤，请拨打120。",
        "未经核实的信息请勿转发。",
        "请大家一起配合。",
        "第二人民医院正在接诊。",
        "将于18时30分再次发布。",
        "任何一位市民都可以来电。",
        "如需帮助，请拨打12345。",
        "We are checking what has happened.",
        "We have not yet confirmed this.",
        "We will write again by 18:30 on 1 June 2026.",
        "If anyone is injured, call 120.",
        "Tests are under way.",
        "Please boil water until it is confirmed safe.",
    ],
)
def test_what_does_not(text):
    assert wording.looks_like_fact(text) == ""


def test_advice_may_name_distances_and_ask_not_to_spread_what_is_false():
    for text in ("请撤离到500米以外。", "Please stay 500 metres away.", "Please do not share false reports.", "请勿传播虚假信息。"):
        assert wording.looks_like_fact(text)
        assert wording.looks_like_fact(text, advice=True) == ""
    assert wording.looks_like_fact("水质合格，请放心饮用。", advice=True) == "合格"


@pytest.mark.parametrize(
    "text",
    [
        "因管道老化导致停水。",
        "由于暴雨，道路封闭。",
        "爆管造成停水。",
        "停水由施工引发。",
        "原因是管道老化。",
        "因施工導致停水。",
        "The smell was caused by chlorine.",
        "The outage is due to a burst pipe.",
        "Because a valve failed, pressure fell.",
        "The cause was a burst pipe.",
        "A burst pipe led to the outage.",
    ],
)
def test_causal_wording(text):
    assert wording.CAUSE.search(wording.normal(text))


@pytest.mark.parametrize(
    "text",
    [
        "原因正在调查。",
        "对给您造成的不便深表歉意。",
        "此事引起广泛关注。",
        "未造成人员伤亡。",
        "The cause is not yet known.",
        "The cause is being investigated.",
        "The next report is due to be published at 18:30.",
        "We are sorry for the inconvenience caused by this.",
    ],
)
def test_wording_that_names_no_cause(text):
    assert wording.CAUSE.search(wording.normal(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "12名学生出现不适。",
        "一人受伤。",
        "死亡2人。",
        "无人员伤亡。",
        "没有人受伤。",
        "Three people were injured.",
        "No one was hurt.",
        "The fire killed two.",
        "Several pupils fell ill.",
    ],
)
def test_counting_victims(text):
    assert wording.VICTIMS.search(wording.normal(text))


@pytest.mark.parametrize(
    "text", ["我们牵挂每一位居民。", "如有不适请就医。", "If you feel ill, call a doctor.", "We think of everyone affected."]
)
def test_counting_nobody(text):
    assert wording.VICTIMS.search(wording.normal(text)) is None


def test_normal_leaves_spaces_between_english_words_alone():
    assert wording.normal("Safe  TO drink，合 格") == "safe  to drink,合格"
