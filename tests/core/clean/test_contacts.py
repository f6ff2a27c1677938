"""Accounts that only a word for getting in touch, or another account, stands before."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    "text",
    [
        "低价出门票，加我1736502941，秒发。",
        "白户黑户都能做，加1736502941",
        "要的扣我 1736502941，不议价。",
        "收旧手机，球球1736502941。",
        "资料进群736502941领。",
        "抖音号：9401188234，天天直播。",
        "企鹅号：0008814201，问就回。",
        "看车卫星lanlan8841，随时。",
        "想要的加薇 lanlan8841。",
        "收旧书的联系qq：17365 02941，非诚勿扰。",
        "招代理，➕卫星 tao88lin，日结。",
        "门票低价，滴滴tao88lin，秒出。",
        "资源群TG@tao_lin，自己加。",
        "批发的+v lanlan8841，量大从优。",
        "手机看简介，微信同号dz-laoshi，随时问。",
        "宝妈兼职，日结一百五，不收押金，加zhuan88lele",
        "十斤装28包邮，也可加guoyuan66lin。",
        "出二手车，微信：lanlanhua，随时看。",
    ],
)
def test_an_account_goes(text: str) -> None:
    assert "〔社交账号〕" in redact(text).text
    assert "1736502941" not in redact(text).text


def test_the_number_given_beside_an_account_goes() -> None:
    assert redact("找我拿货，加tao_88lin或1736502941，先款。").text == "找我拿货，加〔社交账号〕或〔社交账号2〕，先款。"


@pytest.mark.parametrize(
    "text",
    [
        "本月增加1736502元，参加1736502人次。",
        "财政追加1736502941元用于修路。",
        "有事请联系4008001234。",
        "扫码进群领取，群里已有210人。",
        "微信公众号lanlan改版了。",
        "买手机加iphone15送壳。",
    ],
)
def test_what_is_no_account_stays(text: str) -> None:
    assert redact(text).text == text


def test_an_account_to_add_goes_in_english() -> None:
    assert "samf_boan" not in redact("Bring boots. Or add samf_boan.").text
