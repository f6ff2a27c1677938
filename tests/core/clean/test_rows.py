"""Rows of names that the names themselves do not give away: lists by school or village, and lists with numbers of papers."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact

LIST = "现将拟表彰人选公示如下：青坪小学晏清荷、莲台中学谷向阳、大堰小学司徒敏、牛鼻滩小学伍家骏、黄沙嘴中学欧阳小满。"


def test_everybody_in_a_list_by_school_goes() -> None:
    assert redact(LIST).counts == {"name": 5}
    assert not any(name in redact(LIST).text for name in ("晏清荷", "谷向阳", "司徒敏", "伍家骏", "欧阳小满"))


@pytest.mark.parametrize(
    "text",
    [
        "今年要修的有：青坪小学食堂、莲台中学宿舍、大堰小学操场、黄沙嘴中学围墙。",
        "断水的有河沿村一组、东坪村三组、石桥村全村、湾里社区北片。",
    ],
)
def test_what_belongs_to_schools_and_villages_stays(text: str) -> None:
    assert redact(text).text == text


def test_whoever_stands_before_the_number_of_a_paper_in_a_list_goes() -> None:
    text = "1. 鄢德贵，公民身份号码999999197104223795，未履行标的18.6万元；3. 都国忠，公民身份号码99999919650106341X，未履行标的43万元。"
    assert redact(text).counts == {"name": 2, "id": 2}
