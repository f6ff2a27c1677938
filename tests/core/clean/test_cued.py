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
        "联系人总务处，收件人办公室，申请人教研组。",
        "司机为何不停车，居民为方便自己乱停。",
        "该公司法定代表人为外籍，负责人为副科级。",
    ],
)
def test_what_a_caller_wants_is_no_name(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("来电人邢实名，请纪检部门处理。", "邢实名"),
        ("申请人才旦，藏族，请求复核。", "才旦"),
        ("来电人称被拖欠工资，项目负责人为汪建设。请督促支付。", "汪建设"),
        ("货车车主为邢新民，已联系上。", "邢新民"),
        ("经查，该店实际控制人为谢振业，另案处理。", "谢振业"),
        ("公司法定代表人骆镇豪目前在省内，并未出境。", "骆镇豪"),
        ("业主袁镇宇来电，称水费算错。", "袁镇宇"),
    ],
)
def test_a_caller_is_masked(text: str, name: str) -> None:
    assert name not in redact(text).text


@pytest.mark.parametrize("role", ["矿工", "环卫工", "牧羊人", "船东", "抄表员", "泥瓦匠", "养蜂人", "塘主", "宿管阿姨", "债主", "经纪人"])
def test_whatever_somebody_does_there_says_that_a_private_person_is_named(role: str) -> None:
    for said in (f"{role}龙开云回忆，当时天已经黑了", f"采访中，{role}庞海珍表示不知情"):
        assert redact(said).counts == {"name": 1}
    assert redact(f"{role}全程陪同，高度重视").counts == {}


@pytest.mark.parametrize("on", ["全程", "烧伤", "康复", "驾车", "手持", "傍晚", "拒绝", "随即", "未按规定"])
def test_a_name_of_two_ends_before_what_somebody_does(on: str) -> None:
    assert redact(f"护士苏亮{on}，后来才走").text == f"护士〔姓名〕{on}，后来才走"


def test_the_heading_of_a_field_is_a_label() -> None:
    text = "【来电人】雷根土【反映内容】其茶园被征收【联系地址】桐岙县雾源乡石榴坞村上坞17号【联系方式】0999-5550247【转办单位】县水务公司"
    assert redact(text).counts == {"name": 1, "address": 1, "phone": 1}


def test_who_is_called_as_somebody_in_a_book_goes_where_they_are_a_suspect() -> None:
    assert redact("抓获犯罪嫌疑人马超，查获银行卡27张。").text == "抓获犯罪嫌疑人〔姓名〕，查获银行卡27张。"
    assert "马超" in redact("马超和张飞挑灯夜战这段评书真精彩。").text


def test_what_somebody_is_guilty_of_is_no_part_of_the_name() -> None:
    assert redact("被告人高雪犯盗窃罪，判处有期徒刑。").text == "被告人〔姓名〕犯盗窃罪，判处有期徒刑。"
