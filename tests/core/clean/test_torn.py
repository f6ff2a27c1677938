"""No name is made of the second half of a word and what follows it, unless somebody is plainly named there."""

from __future__ import annotations

import random

import pytest

from huiying.core.clean import torn
from huiying.core.clean.letters import NEVER
from huiying.core.clean.pairs import PAIRS
from huiying.core.clean.redact import redact, spans
from huiying.core.clean.shapes import FIRST


@pytest.mark.parametrize(
    "text",
    [
        "西城桥梁满溢，物业未处理。\n居民反映桥梁满溢，工单已派。",
        "巡河记录。新桥梁发黄生锈，居民反映多次，请住建局处理。",
        "云溪村入选乡村民宿百佳。云溪村有民宿46家。",
        "茶叶照耀说明书不符，消费者投诉。",
        "居民反映手段良心不安，请核实。",
        "居民反映工党建军的宣传栏掉漆，请核实。",
        "居民反映公用水井发红、有泡沫，怀疑上游腌菜厂排水。",
        "社区通报：山庄夏日停水，物业已处理。",
        "穷人家的孩子不配智慧呗，呵呵哒。",
    ],
)
def test_a_torn_word_is_no_name(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("房主管永芳说，他家漏水。", "房主〔姓名〕说，他家漏水。"),
        ("村民梁发贵说桥梁发黄。", "村民〔姓名〕说桥梁发黄。"),
        ("车辆失控后老人邢生财经抢救脱险。", "车辆失控后老人〔姓名〕经抢救脱险。"),
        ("据家属介绍，患者杭生财经救治已能说话。", "据家属介绍，患者〔姓名〕经救治已能说话。"),
        ("渔民聂海因避风耽误两天。", "渔民〔姓名〕因避风耽误两天。"),
        ("来电人程江夏称航程取消。", "来电人〔姓名〕称航程取消。"),
        ("县生态环境局已对作坊主闵建成立案。镇里说，垃圾不再烧。", "县生态环境局已对作坊主〔姓名〕立案。镇里说，垃圾不再烧。"),
    ],
)
def test_a_strong_sign_speaks_for_a_name_that_a_word_reaches_into(text: str, masked: str) -> None:
    assert redact(text).text == masked


def test_words_that_overlap_are_read_from_the_left() -> None:
    assert torn.at_head("桥梁", 1) == 1 and torn.at_head("村民宿", 2) == 0 and torn.at_head("乡村民宿", 3) == 3
    assert torn.at_tail("杨紫一起", 3) and not torn.at_tail("李国家里", 2)
    assert torn.whole("和杨紫一起", {"杨紫一"}) == {"杨紫"} and torn.whole("西城桥梁满溢", {"梁满溢"}) == set()


def test_of_two_words_side_by_side_hardly_any_make_a_name() -> None:
    """Whatever two words: 214 of 20,000 such sentences lost something before words were read as chains."""
    draw = random.Random(3)
    first = sorted(word for word in PAIRS if word[1] in FIRST)
    second = sorted(word for word in PAIRS if not NEVER & set(word))
    frames = ["居民反映{}{}，请核实。", "社区通报：{}{}，物业已处理。", "投诉，{}{}，业主不满", "新区{}{}\n居民反映该问题多次。"]
    pairs = [(draw.choice(frames), draw.choice(first), draw.choice(second)) for _ in range(3000)]
    lost = [(text, spans(text)) for text in (frame.format(*words) for frame, *words in pairs) if redact(text).text != text]
    words = {word for _, *both in pairs for word in both}
    torn_words = [text for text, found in lost if not {text[start:end] for start, end, _ in found} <= words]
    # Behind 师傅 or 来者 a word may be what somebody is called.
    assert len(torn_words) <= 7 and len(lost) <= 20, lost


def test_whoever_does_something_is_no_crowd_of_men_and_horses() -> None:
    assert redact("记者了解到，仓库租赁人马兆全已被警方控制。").text == "记者了解到，仓库租赁人〔姓名〕已被警方控制。"
    assert redact("县里已派出人马全力抢修。").text == "县里已派出人马全力抢修。"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("火灾中，二楼住户晁明背着邻居下楼。", "火灾中，二楼住户〔姓名〕背着邻居下楼。"),
        ("拟聘用从秀英、禹国庆、臧小虎为护林员。", "拟聘用〔姓名〕、〔姓名2〕、〔姓名3〕为护林员。"),
    ],
)
def test_a_name_ends_before_what_somebody_does(text: str, masked: str) -> None:
    assert redact(text).text == masked


def test_the_end_of_a_word_for_a_doer_is_no_surname() -> None:
    assert "者" in redact("志愿者柳青当天值守终点。").text
