"""Doors of homes: a room is told by its floor; a floor, a count of households and a garage's number are told apart."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("我妈在后街鸿发楼3楼302给人缝补。", "我妈在后街鸿发楼〔地址〕给人缝补。"),
        ("现租住柳杉巷41号车库，冬天漏风。", "现租住柳杉巷〔地址〕，冬天漏风。"),
        (
            "悬赏公告：被执行人住建设路58号4栋302室，提供线索有奖。",
            "悬赏公告：被执行人住建设路〔地址〕，提供线索有奖。",
        ),
        ("Moving sale: Unit 1, Room 402, Lake View. My flat is small.", "Moving sale: [address], Lake View. My flat is small."),
        ("我家在小留镇孔桥路14号3排2户，我说的句句属实", "我家在小留镇孔桥路〔地址〕，我说的句句属实"),
        ("我租住在学府路16号4楼，没有房产证。", "我租住在学府路〔地址〕，没有房产证。"),
        ("隔壁79号违规加盖第四层。", "隔壁〔地址〕违规加盖第四层。"),
        ("她住在胜利巷7-402，水压很小。", "她住在胜利巷〔地址〕，水压很小。"),
        ("家住老城墙根19号，水压很小。", "家住老城墙根〔地址〕，水压很小。"),
        ("The tenant in 15-2-801 smokes in the lift.", "The tenant in [address] smokes in the lift."),
        ("My address is Fumin Lane, No. 23, 4th floor.", "My address is Fumin Lane, [address]."),
        ("Please send the cards to No. 19, Shuangta Village.", "Please send the cards to [address], Shuangta Village."),
    ],
)
def test_a_door_goes(text: str, masked: str) -> None:
    assert redact(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "记者在9栋17楼见到二十余户点蜡烛的人家。",
        "四期12号楼1单元28户确认误接，已恢复。",
        "请到门诊楼3楼302诊室抽血。",
        "隔壁小两口煤烟打了，叫不醒，刚抬上120。",
        "邻居打了架，民警来到110看了录像，住户散了。",
        "因中山路152号拆除作业影响相邻房屋安全，即日起暂停。",
        "文化路36号施工围挡占了半条路。",
        "老旧小区共有住户640户，空调多。",
        "小区已有210户签名，要求听证。",
        "丽水湾二期共11栋1024户，去年停工。",
    ],
)
def test_a_floor_a_count_and_a_ward_stay(text: str) -> None:
    assert redact(text).text == text
