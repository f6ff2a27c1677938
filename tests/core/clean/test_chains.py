"""Doors that are told part by part, and what only looks like one."""

from __future__ import annotations

import pytest

from huiying.core.clean.redact import redact


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("学府名城9幢丙单元701，钥匙在门卫", "学府名城〔地址〕，钥匙在门卫"),
        ("我家在老城槐树巷14号院东屋，下水道返臭", "我家在老城槐树巷〔地址〕，下水道返臭"),
        ("他住教师新村甲栋四楼西户。", "他住教师新村〔地址〕。"),
        ("家住福临小区15#2-601，要求加装电梯", "家住福临小区〔地址〕，要求加装电梯"),
        ("东风路26弄8支弄3号202室，反映噪声", "东风路〔地址〕，反映噪声"),
        ("行李扔出长宁里二弄九号三楼。", "行李扔出长宁里〔地址〕。"),
        ("建设路12号院3栋4单元5楼左手边", "建设路〔地址〕"),
        ("住址：城关镇西大街12号1栋2-301", "住址：城关镇西大街〔地址〕"),
        ("寄到清水湾二期11-2-1403", "寄到清水湾二期〔地址〕"),
        ("石板坡正街38号附2-1", "石板坡正街〔地址〕"),
        ("李家庄村西头第三排第二户", "李家庄村西头〔地址〕"),
        ("香榭里14幢1单元6F", "香榭里〔地址〕"),
        ("lived at Apartment 1204, Block C, Harbour View, for nine years", "lived at [address], Harbour View, for nine years"),
        ("Mine is 4/2, 81 Argyle Terrace", "Mine is [address] Argyle Terrace"),
    ],
)
def test_a_door_goes_with_all_its_parts(text: str, masked: str) -> None:
    assert redact(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "3号楼2单元电梯坏了",
        "地铁12号线3号口",
        "5栋楼300多户",
        "1#楼1200平",
        "10号院3000户居民",
        "12号3-5点停水",
        "二单元三楼楼道没灯",
        "村里第三排第二间教室",
        "门牌3000块",
        "1#2#锅炉",
        "The council offices at Unit 4, 12 Market Street are shut",
    ],
)
def test_what_leads_to_nobodys_home_stays(text: str) -> None:
    assert redact(text).text == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("见到请打154 0000 5 1 1 9", "见到请打〔电话〕"),
        ("用户电话(154)0000-6402", "用户电话〔电话〕"),
        ("电话1540000 8O21打不通", "电话〔电话〕打不通"),
        ("虚拟号15400001188转6021", "虚拟号〔电话〕"),
        ("我的号154 0000 开头，后面是 2217", "我的号〔电话〕"),
        ("加我qq：1 2 3 4 5 0 0 7 8，出门票", "加我qq：〔社交账号〕，出门票"),
        ("My number is 555-0142, call after six.", "My number is [phone], call after six."),
        ("慈母生于民国三十二年四月初八，卒于今晨", "慈母生于〔出生日期〕，卒于今晨"),
    ],
)
def test_numbers_in_the_forms_people_write(text: str, masked: str) -> None:
    assert redact(text).text == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("市民高兴来电，反映楼上漏水，物业推说过了保修期。", "市民〔姓名〕来电，反映楼上漏水，物业推说过了保修期。"),
        ("美发店老师真名董事，办卡三千跑路。", "美发店老师真名〔姓名〕，办卡三千跑路。"),
        ("业主全部到场，大家都很高兴，马路上全是人。", "业主全部到场，大家都很高兴，马路上全是人。"),
        ("黄瓜、毛豆、石榴、花菜，全场五折。", "黄瓜、毛豆、石榴、花菜，全场五折。"),
        ("经研究，任命鲁志远同志为县水务局局长。", "经研究，任命鲁志远同志为县水务局局长。"),
        ("寻物：驾照一本，姓名边疆，遗落在边疆宾馆一带。", "寻物：驾照一本，姓名〔姓名〕，遗落在边疆宾馆一带。"),
    ],
)
def test_a_word_is_a_name_only_where_somebody_is_meant(text: str, masked: str) -> None:
    assert redact(text).text == masked
