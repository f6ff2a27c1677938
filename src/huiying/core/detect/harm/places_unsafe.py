"""Scenes of what falls, burns, bursts or lies open."""

from __future__ import annotations

from huiying.core.detect.harm.scene import near, scene, then
from huiying.core.detect.harm.vocabulary import (
    BANG,
    BUILT,
    CRACK,
    FELL,
    GRAVE_CRACK,
    HOUSE,
    LIVE,
    SMOKE,
    WIRE,
    WRECK,
)

PLACES_UNSAFE = (
    scene(
        "collapse",
        3.0,
        True,
        "塌 坍 垮 碎了 一推 砸穿 翻了 come_down bulging 倒了 倒下 倒塌 整面 歪 倾斜 掉下来 掉落 砸 陷 断了 脱落 "
        "往下掉 晃 抖 came_down collapsed "
        "leaning fell caved given_way gave_way shaking shakes",
        f"(?<!大)({BUILT})[^。；树三观人设心态]{{0,12}}?({FELL})",
        r"\b(ceiling|wall|roof|bridge|scaffolding|crane|balcony|building|hillside|tiles?)\b[^.。]{0,50}\b(came "
        r"down|come down|collaps\w*|caved|leaning|given way|gave way|bulging|shaking)\b",
        f"({FELL})[^。；树]{{0,6}}?(大坑|个坑|个洞|深坑|砖|整面墙|围挡)",
    ),
    scene(
        "collapse",
        3.0,
        True,
        "裂 缝 crack cracks cracked",
        f"(?:{BUILT}|山)[^。；]{{0,24}}?({CRACK})[^。]{{0,40}}?({GRAVE_CRACK})",
        f"({GRAVE_CRACK})[^。；]{{0,16}}?({CRACK})",
    ),
    scene("collapse", 1.5, False, "裂 缝 crack cracks cracked", near(BUILT, CRACK, 20)),
    scene(
        "landslide",
        3.0,
        True,
        "山 坡 往下溜 裂口 冒沙 关不上 muddy_water hillside 泥石 石头 坝 堤 水库 闸 泄洪 下泄 放水 洪水 山洪 "
        "齐腰 齐胸 二楼 没过 dam dyke levee embankment hill",
        then("山|坡|崖|土方|渣堆|弃渣", "滑下来|下来了|塌了|塌下|垮|滚下|往下滚|往下滑|松动|裂了|裂开|轰隆隆|往下溜|裂口|在响", 14),
        then("石头|泥|土", "往下滚|滚下来|冲下来|盖住|埋住", 8),
        near(
            r"坝(?!村)|水库|河堤|江堤|堤防|大堤|闸口|\b(?:dam|dyke|dike|levee|embankment)\b",
            r"渗|冒水|冒浑|冒泡|漏水|一直是湿|湿漉|浑水|管涌|口子|灌水|往外灌|溃|决口|决堤|冒沙|关不上|seep\w*"
            r"|leak\w*|muddy|breach\w*|coming out",
            18,
        ),
        r"(muddy water)[^.。]{0,60}\b(dam|dyke|levee)\b|(hillside)[^.。]{0,20}(come down|came down|slid\w*)",
        then("泄洪|下泄|放水|洪峰|洪水|山洪", "撤离|被困|冲走|河滩|露营|上来了|立即转移|没通知", 40),
        then("水", "齐腰|齐胸|到腰|到胸|没过头|涨到二楼|到二楼|淹到二楼", 6),
    ),
    scene(
        "explosion",
        3.0,
        True,
        "爆了 炸炉 blew_up exploded 轰的一声 轰一声 嘭的一声 砰的一声 轰隆一声 巨响 炸 bang boom",
        near(BANG, WRECK, 24),
        near("库|厂|车间|仓|站|锅炉", "爆了|炸炉", 8),
        r"\b(blew up|blown up)\b[^.。]{0,40}\b(depot|plant|factory|warehouse|tank|shop|house)\b",
        then("罐|锅炉|电池|气瓶|煤气|高压锅|电瓶", "炸(?!锅|鸡|串|裂的)", 6),
    ),
    scene(
        "fire",
        2.5,
        True,
        "烧得 烧过 火线 flame 冒烟 冒黑烟 冒大烟 冒白烟 冒浓烟 浓烟 黑烟 都是烟 全是烟 烟灌 着了 烧着 烧起来 "
        "烧了 还在烧 窜火 蹿火 火苗 喷火 冒火 on_fire flames smoke",
        near(HOUSE, SMOKE, 18),
        then("真", "着了", 2),
        near(HOUSE, "烧了起来|给烧了|在楼道里烧|烧得只剩|烧过去|烧过来|火线|火墙|火势", 14),
        r"\b(flames|smoke|blaze)\b[^.。]{0,40}\b(roof|house|building|station|shop|warehouse|school|window|stairs)",
    ),
    scene(
        "live_wire",
        2.5,
        True,
        "线在水 杆子 景观灯 喷泉 cable 电线 高压线 线缆 电缆 裸线 线杆 电杆 灯杆 灯柱 电箱 配电柜 线垂 变压器 "
        "火花 滋滋 嗞嗞 power_line power_lines wire wires cable cables",
        near(WIRE, LIVE, 18),
        near("变压器", "漏电|线[^。，]{0,6}(?:掉|垂|断)|被电|触电", 16),
        r"\b(power lines?|wires?|cables?)\b[^.。]{0,30}\b(hanging|down|sparking|dangling|on the ground|low "
        r"enough|humming|in the water|came down)\b",
        r"\b(hanging|downed|sparking|dangling|fallen)\b[^.。]{0,12}\b(power lines?|wires?|cables?)\b",
    ),
    scene(
        "hazard",
        2.0,
        True,
        "井盖 窨井 井口 深坑 大坑 挖开 没盖 manhole pit trench",
        near("井盖|窨井|下水道口", "没盖|没了|不见|丢了|缺|没盖|敞着|翘起|塌", 10),
        near("深坑|挖开的沟|大坑|基坑", "没围|没灯|没人填|不填|掉进|栽进|骑进", 20),
        near(r"\b(?:manhole|trench|pit)\b", r"\b(?:missing|open|uncovered|no cover|unlit|gone)\b", 44),
    ),
)
