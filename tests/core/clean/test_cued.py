"""Names right behind a word that says that a private person is named, and what is none there."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    "text",
    [
        "来电人愿实名，请纪检部门调查处理。",
        "即日起青年可申请人才公寓，共96套。",
        "2026年第二批人才住房申请人才中心受理。",
    ],
)
def test_what_a_caller_wants_is_no_name(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("来电人邢实名，请纪检部门处理。", "邢实名"),
        ("申请人才旦，藏族，请求复核。", "才旦"),
    ],
)
def test_a_caller_is_masked(text: str, name: str) -> None:
    assert name not in redact(text).text
