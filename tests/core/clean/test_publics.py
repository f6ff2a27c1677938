"""Lines that bodies publish stay, and those that people leave go."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    "text",
    [
        "嫌疑车辆往南逃逸，知情者请拨打110或0999-5550119。",
        "本院依法查封被执行人名下房产一套，现予以公告，联系电话0999-5550301。",
        "理赔电话：0999-5550336，保险公司驻点在村委会。",
        "诊所搬到新华街31号了。",
        "快递网点：文化路19号。",
        "楼盘地址：滨江路100号，样板间开放。",
        "采购人地址建设大街88号，联系人采购科，电话0999-5550337。",
        "供热投诉请打0999-5550335，或到供热大厅。",
        "请果农携带身份证到镇政府一楼大厅登记，依法理性表达诉求。登记电话：0999-5550330。",
        "安置点名单见各镇公告栏，求助电话0999-5550331。",
        "拟授予邢家果园“优秀果园”称号，公示期5天。异议电话0999-5550332。",
        "捡到的钱包在客运站，认领电话0999-5550333。",
        "逾期不候，受理电话：0999-5550334。",
        "市民来电反映：停水两天，供水公司电话0999-5550142无人接听。",
        "The library will close at noon. Questions? Call the front desk at 0999-5550288.",
    ],
)
def test_a_line_of_a_body_stays(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "来电咨询社保卡怎么换，之前留的座机0999-5550137已停用。",
        "我家登记的电话是0999-5550138，麻烦核实。",
        "转让八成新冷藏车，过户包办，看车电话0999-5550139。",
        "市民来电反映：电梯坠落，维保公司电话0999-5550140无人接听，要求处理。",
        "市民反映：驾校电话0999-5550143打不通，要求退费。",
        "来电人称被骗买床垫，店面座机0999-5550141，要求退款。",
    ],
)
def test_a_line_at_home_goes(text: str) -> None:
    assert "555013" not in redact(text).text
