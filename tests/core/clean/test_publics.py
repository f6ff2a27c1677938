"""Lines that bodies publish stay, and those that people leave go."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    "text",
    [
        "嫌疑车辆往南逃逸，知情者请拨打110或0999-5550119。",
        "本院依法查封被执行人名下房产一套，现予以公告，联系电话0999-5550301。",
        "The library will close at noon. Questions? Call the front desk at 0999-5550288.",
    ],
)
def test_a_line_of_a_body_stays(text: str) -> None:
    assert redact(text).text == text


def test_a_line_at_home_goes() -> None:
    assert "5550137" not in redact("来电咨询社保卡怎么换，之前留的座机0999-5550137已停用。").text
