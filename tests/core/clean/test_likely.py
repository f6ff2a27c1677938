"""Whom the words on both sides of a name make a private person."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("瘫在床上的俞双喜申请三年批不下来，弟弟开着轿车吃低保", "俞双喜"),
        ("他说，冒顶时他和段小春往里跑，后来听不到应声。", "段小春"),
        ("我是供辅料的，厂里还欠我施长庚27万，有同样的供应商吗，一起去法院", "施长庚"),
        ("镇里检查后，经营户谈桂芝拟被罚款5万元。", "谈桂芝"),
        ("七十岁的裁缝归巧娥仍在用老式缝纫机做婚服。", "归巧娥"),
        ("实名举报村委会主任把不养蟹的亲戚俞国芬报成养殖户，有表格照片。", "俞国芬"),
        ("果然，邢永丰他哥还是商会副会长呢，看看查不查", "邢永丰"),
        ("有人说是骆玉芬她儿媳妇报的警，真的假的", "骆玉芬"),
        ("医院暂停侯敏产科值班，新增夜间二线医师。", "侯敏"),
        ("学校已停止庾雪琴的教学工作，家长可申请换班。", "庾雪琴"),
        ("公司与邢小满解除劳动合同，未付补偿。", "邢小满"),
        ("经评审，拟聘用柏雪、延小燕、郗文静为护理人员，公示期7天。", "柏雪"),
        ("拟授予景艳、苏文革、党卫星“优秀果农”称号，公示期5天。", "景艳"),
    ],
)
def test_what_stands_beside_a_name_tells_a_private_person(text: str, name: str) -> None:
    assert name not in redact(text).text
