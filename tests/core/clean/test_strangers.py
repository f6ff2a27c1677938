"""Names that no list of surnames or of given characters knows: right behind who somebody is, and in a row of names."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("救起3人，艇主符阿杰、船员陈土养、林亚九身体状况稳定。", "救起3人，艇主〔姓名〕、船员〔姓名2〕、〔姓名3〕身体状况稳定。"),
        ("失踪的船员黄亚养，51岁，本地人。", "失踪的船员〔姓名〕，51岁，本地人。"),
        ("经评审，拟授予景艳、南秋林、苏文革“优秀果农”称号。", "经评审，拟授予〔姓名〕、〔姓名2〕、〔姓名3〕“优秀果农”称号。"),
        ("评审结果：邢桂兰、山红玲、费晓宁获奖。", "评审结果：〔姓名〕、〔姓名2〕、〔姓名3〕获奖。"),
        ("伤者车淑琴和介粉娥躺在县医院。", "伤者〔姓名〕和〔姓名2〕躺在县医院。"),
        ("赛果会上，果农南秋林选送的苹果夺冠。", "赛果会上，果农〔姓名〕选送的苹果夺冠。"),
        ("村民尉红玲摘得插秧比赛头名。", "村民〔姓名〕摘得插秧比赛头名。"),
        ("捐款的有聂玉柱、山雪萍、南小刚三人。", "捐款的有〔姓名〕、〔姓名2〕、〔姓名3〕三人。"),
    ],
)
def test_a_name_that_no_list_knows_goes(text: str, masked: str) -> None:
    assert redact(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "船员方便上岸，救援队在码头等候。",
        "业主、物业、居委会三方到场，村民代表也来了。",
        "展台上有苹果、红枣、小米，村民围着看。",
    ],
)
def test_a_word_in_such_a_place_stays(text: str) -> None:
    assert redact(text).text == text
