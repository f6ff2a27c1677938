"""Whose name stays: who holds an office, is removed from one, or heads a public body; not whom a firm suspends."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("经查，幼儿园食堂台账造假，园长庾丽芳停职。", "庾丽芳"),
        ("因处置不力，中队长翟永林已被免职。", "翟永林"),
        ("感谢交警柏青松在路口帮我推车。", "柏青松"),
        ("县住建局质安站负责人栗海山被停职。", "栗海山"),
        ("县志载，知县骆大昌于康熙年间修此桥。", "骆大昌"),
        ("庾文斌表示，撤并方案仍在征求意见，多数家长不同意的不撤。", "庾文斌"),
        ("骆立民表示，全县专项整治下一步将覆盖所有托管机构。", "骆立民"),
        ("The director of the Yan'er Grotto management office, Gao Weixin, has been removed from his post.", "Gao Weixin"),
        ("The head of Bajiao county's food and drug supervision station, Hou Weiming, was suspended.", "Hou Weiming"),
        ("县水利局总工程师廖世昌介绍，水库水位正常。", "廖世昌"),
        ("Hou Zhiyuan, who heads the county emergency management bureau, told reporters that the call was logged.", "Hou Zhiyuan"),
        ("The bureau's Mr Lei Shaowen rang us back on Sunday and asked for our map, and he now has it.", "Lei Shaowen"),
        ("The temple was rebuilt in 1523 and is said to have hosted the philosopher Zhan Wenruo for a winter.", "Zhan Wenruo"),
    ],
)
def test_the_name_of_an_office_stays(text: str, name: str) -> None:
    assert name in redact(text).text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("该公司项目经理辛可望已停职接受调查。", "辛可望"),
        ("施工土方队负责人翟双林被采取强制措施。", "翟双林"),
        ("承包公司项目经理罗志高、厨师长卜阿福被公安机关控制。", "卜阿福"),
        ("煤矿矿长栗海山、总工程师万志远已被停职。", "万志远"),
        ("食堂现场负责人邢玉琴已停职，公司承担医疗费。", "邢玉琴"),
        ("实习管理科负责人呼延斌已被停职。", "呼延斌"),
        ("Lu Zhiyuan, who runs a noodle shop by the station, said she had waited two hours.", "Lu Zhiyuan"),
    ],
)
def test_the_name_of_a_private_person_goes(text: str, name: str) -> None:
    assert name not in redact(text).text
