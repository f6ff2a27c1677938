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
    ],
)
def test_what_stands_beside_a_name_tells_a_private_person(text: str, name: str) -> None:
    assert name not in redact(text).text
