"""Accounts by the word before them."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("他QQ是0000274601，大家去问", "他QQ是〔社交账号〕，大家去问"),
        ("手工活外发，日结，QQ0008814201。", "手工活外发，日结，QQ〔社交账号〕。"),
        ("首付8万起，加kfyh4499送物业费。", "首付8万起，加〔社交账号〕送物业费。"),
        ("办证贷款，详情加dkzz_2207，秒批。", "办证贷款，详情加〔社交账号〕，秒批。"),
    ],
)
def test_an_account_goes(text: str, masked: str) -> None:
    assert redact(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "微信支付00012345笔",
        "买手机加iphone15送壳，增加pm2500监测点",
        "@平安某县 有人管吗",
        "嗓子疼，@某县环保",
        "路灯不亮三天了 @某某住建 @某某税务 看看",
        "铲车进地了！作孽 @某某观察",
    ],
)
def test_what_is_no_account_stays(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize("between", ["：", ":", "", " ", "是", "（", "(", "【", "「", "/", "|", "→", "·", "：\n", "是："])
@pytest.mark.parametrize(
    ("cue", "value"),
    [
        ("手机", "15400001234"),
        ("我家电话", "0999-5550173"),
        ("家里座机", "09995550173"),
        ("我的座机", "（0999）5550173"),
        ("身份证号", "99999919491231002X"),
        ("车牌", "宁Z12345"),
        ("我的邮箱", "lan.hua@post.example"),
        ("微信", "lan_88xx"),
        ("QQ", "1736502941"),
    ],
)
def test_whatever_stands_between_a_word_and_what_it_tells(cue: str, between: str, value: str) -> None:
    assert value[-5:] not in redact(f"您好，{cue}{between}{value}。").text
