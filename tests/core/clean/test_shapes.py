"""What has the form of a name by its first character and is none by its last or by its second."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    "text",
    [
        "新增学位九百个，普惠率提高到百分之九十三。",
        "秋季入园后，安全率和满员率都比去年高。",
        "86万？毛毛雨。破损了多久怎么不说",
    ],
)
def test_a_rate_and_a_doubled_word_name_nobody(text: str) -> None:
    assert redact(text).text == text
