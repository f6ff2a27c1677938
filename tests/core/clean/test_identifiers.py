"""Accounts by the word before them."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("他QQ是0000274601，大家去问", "他QQ是〔社交账号〕，大家去问"),
        ("手工活外发，日结，QQ0008814201。", "手工活外发，日结，QQ〔社交账号〕。"),
    ],
)
def test_an_account_goes(text: str, masked: str) -> None:
    assert redact(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "微信支付00012345笔",
        "铲车进地了！作孽 @某某观察",
    ],
)
def test_what_is_no_account_stays(text: str) -> None:
    assert redact(text).text == text
