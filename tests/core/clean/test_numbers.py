"""Landlines, where the area is one that there is not."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("来电人（固定电话0000-65213301）反映停水", "来电人（固定电话〔电话〕）反映停水"),
        ("不看征信，当天放款，电话0000-8816401", "不看征信，当天放款，电话〔电话〕"),
    ],
)
def test_a_landline_behind_the_word_for_it_goes(text: str, masked: str) -> None:
    assert redact(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "县就业中心咨询电话0000-6813001。",
        "单号0000-8816401",
    ],
)
def test_a_line_of_a_body_stays(text: str) -> None:
    assert redact(text).text == text
