"""Names weighed as a whole, and what a sentence about a match leaves."""

from __future__ import annotations

import re

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("业内认为，门迪斯、高崇岳的组合是本赛季逆转的关键，但球队的青训仍显不足。", "门迪斯"),
        ("业内认为，费尔南、高崇岳的组合是本赛季逆转的关键，但球队的青训仍显不足。", "高崇岳"),
    ],
)
def test_a_player_stays(text: str, name: str) -> None:
    assert name in redact(text).text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("赛后，球迷邢玉柱在主场外被挤倒，送医院检查。", "邢玉柱"),
        ("3200名跑者从体育场出发，女子组冠军由县第一中学体育老师滑小满获得。小米粥成了网红。", "滑小满"),
    ],
)
def test_who_watches_the_match_goes(text: str, name: str) -> None:
    assert name not in redact(text).text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("10日晚揭幕战，主队经过加时险胜。外援拿下38分，老将聂启航最后2.1秒命中制胜跳投。", "聂启航"),
        ("女排新赛季首战告捷，主攻手邢思妍拿下21分，拦网得分全队最多。", "邢思妍"),
        ("网曝聂星野深夜与神秘女子同回酒店，两人举止亲密。工作室还没回应，坐等。", "聂星野"),
        ("狗仔拍到邢以沫和圈外男友，粉丝炸锅，上热搜第一，邢以沫方还没回应。", "邢以沫"),
        ("《长河雪月》大结局看哭了，邢北川最后那个回头我能记一年", "邢北川"),
        ("节目组称，时弋因声带小结遵医嘱退赛，将以嘉宾身份亮相。", "时弋"),
        ("乒乓球世界杯女单淘汰赛，邢颖雪以4比0零封对手，顺利晋级下一轮。", "邢颖雪"),
        ("总决赛落幕，邢启航当选最佳，命中率全场最高。", "邢启航"),
        ("男篮季后赛，小将骆一鸣替补出场命中三分，全场得分最高。", "骆一鸣"),
    ],
)
def test_who_plays_and_whom_the_stage_talks_about_stays(text: str, name: str) -> None:
    assert name in redact(text).text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("县篮球馆揭幕战后，保安邢有田被挤倒，右手骨折，球队已道歉。", "邢有田"),
        ("粉丝围堵酒店，前台邢玉柱被推倒，明星工作室还没回应。", "邢玉柱"),
    ],
)
def test_who_is_hurt_where_stars_are_goes(text: str, name: str) -> None:
    assert name not in redact(text).text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("受到表彰的有江大海、许文静、祁建军三位职工。", 3),
        ("拟发放补贴：李洪福，999999196804123985，4800元；初成刚，999999198201187698，2400元。", 2),
        ("海鲜批发找蓬立军，微信hh_plj6688，需要的速来", 1),
        ("出售小货车，看车电话15411112207，衣建国", 1),
        ("共有张庄、李庄、王庄三户人家。", 0),
    ],
)
def test_rows_lists_and_advertisements_name_people_of_any_surname(text: str, count: int) -> None:
    assert len(set(re.findall(r"〔姓名\d*〕", redact(text).text))) == count


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("曾与户主乔 丽娜沟通无果，请核实。", "乔 丽娜"),
        ("市民仝 桂 荣来电反映停水。", "仝 桂 荣"),
        ("公司生产厂长靳长河承认，污水处理站坏了一个月。", "靳长河"),
        ("手把手教会我的是仇桂芝，我记一辈子。", "仇桂芝"),
        ("冰面裂了，多亏前面的牛建国，一把拽住他。", "牛建国"),
    ],
    ids=["gap", "gaps", "works", "taught", "stopped"],
)
def test_who_is_named_in_passing_goes(text: str, name: str) -> None:
    masked = redact(text).text
    assert not any(part in masked for part in name.split(" ") if len(part) > 1) and "〔姓名〕" in masked
