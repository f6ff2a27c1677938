"""The words of harm, in Chinese and English.

Folded (simplified, lower case, half width), separated by spaces; an underscore stands for the space within a phrase.
"""

from __future__ import annotations

import msgspec


class Harm(msgspec.Struct, frozen=True):
    """One kind of harm. `weight` is what it adds to a score; `immediate`: one report is enough to call; `with_group`: only where a
    vulnerable group is named with it."""

    name: str
    weight: float
    immediate: bool
    zh: str
    en: str
    with_group: bool = False


HARMS = (
    Harm(
        "death",
        3.0,
        True,
        "死亡 身亡 遇难 罹难 丧生 丧命 去世 离世 猝死 致死 死了人 死者 死人 遗体 尸体 抢救无效 没救过来 无生命体征 1死 "
        "2死 3死 4死 5死 6死 7死 8死 9死 一死 两死 三死 四死 五死 s了人 撞死 摔死 压死 电死 淹死 砸死 烧死 毒死 "
        "打死 呛死 闷死 没救回来 没抢救过来 没能救回 没了呼吸 没有呼吸 没有生命体征 没了生命体征 出人命 闹出人命",
        "dead death deaths died dies killed fatal fatality fatalities didn't_make_it did_not_make_it "
        "pronounced_dead lost_his_life lost_her_life lost_their_lives",
    ),
    Harm(
        "missing",
        3.0,
        True,
        "失联 失踪 下落不明 联系不上 被埋 掩埋 埋了 没上来 孩子丢了 孩子走失 儿童走失 拐走 被拐 失去联系 冲走",
        "missing_child missing_children missing_people unaccounted_for buried_alive buried_under feared_buried",
    ),
    Harm(
        "trapped",
        2.5,
        True,
        "被困 困住 困在 困人 爬不出来 出不来了 压在下面 埋压",
        "trapped stranded",
    ),
    Harm(
        "drowning",
        3.0,
        True,
        "溺水 溺亡 落水 沉入水中 被水冲走 卷走 掉水里 掉河里 掉进河 掉进水 跳河 跳江 坠河 坠海 坠江",
        "drowned drowning drowns swept_away",
    ),
    Harm(
        "poisoning",
        3.0,
        True,
        "中毒 毒气 一氧化碳 煤气味 误食 毒蘑菇 投毒 洗胃 食物中毒 农药中毒 沼气中毒",
        "poisoned poisoning carbon_monoxide toxic_fumes toxic_gas",
    ),
    Harm(
        "illness",
        2.0,
        True,
        "呕吐 腹泻 吐了 上吐下泻 诺如 聚集性 集体发烧 疫情 传染 血铅 手足口 集体呕吐 集体腹泻 交叉感染 院内感染 感染丙肝",
        "vomiting norovirus outbreak infected food_poisoning",
        with_group=True,
    ),
    Harm(
        "critical",
        2.5,
        True,
        "昏迷 休克 病危 生命垂危 重伤 icu抢救 停氧 断氧 氧气停 氧压下降 供氧中断 呼吸机停 口吐白沫 心脏骤停 "
        "没了心跳 送进icu 进了icu 在icu 抢救室 病危通知 不省人事",
        "unconscious critical_condition oxygen_cut no_oxygen",
    ),
    Harm(
        "collapse",
        3.0,
        True,
        "倒塌 坍塌 垮塌 塌方 塌陷 塌了 塌的地方 墙倒 墙塌 桥塌 楼塌 塌下来 垮了 倒塌了 砸到人 砸伤 往下掉 下坠 "
        "坠落 坠楼 坠亡 桥断 墙体裂开 路面裂开 "
        "裂缝扩大 贯通裂缝 墙体开裂 楼体倾斜 房屋倾斜 墙体异响 楼板开裂",
        "collapsed collapses collapse elevator_plunged lift_plunged caved_in",
    ),
    Harm(
        "landslide",
        3.0,
        True,
        "滑坡 泥石流 山洪 山体滑 溃坝 溃堤 决堤 决口 管涌 渗水 漫堤",
        "landslide mudslide landslip flash_flood dam_seepage levee_breach",
    ),
    Harm(
        "explosion",
        3.0,
        True,
        "爆炸 炸了 闪爆 爆燃 爆裂",
        "explosion exploded explodes blast",
    ),
    Harm(
        "fire",
        2.5,
        True,
        "着火 起火 失火 火灾 大火 火光 山火 烧起来",
        "on_fire caught_fire house_fire building_fire wildfire blaze",
    ),
    Harm(
        "leak",
        2.5,
        True,
        "燃气泄漏 煤气泄漏 液氨泄漏 氨气泄漏 氯气泄漏 泄漏 漏气 燃气味 冒白烟",
        "gas_leak ammonia_leak chemical_leak chemical_spill smell_of_gas gas_smell smell_gas",
    ),
    Harm(
        "pollution",
        2.5,
        True,
        "刺鼻 污泥 黑泥 偷排 死鱼 死虾 刺激气味 刺激性气味 毒水 红水 水源污染 水体污染 水质污染 河水污染 被污染 污染水源",
        "sludge contaminated contamination polluted pollution dead_fish burnt_plastic oil_spill toxic_waste",
    ),
    Harm(
        "pollution",
        1.5,
        False,
        "污染 臭鸡蛋 烧塑料 恶臭 臭味 异味 难闻 怪味 粉尘 扬尘 油烟",
        "foul_smell bad_smell dust",
    ),
    Harm(
        "live_wire",
        2.5,
        True,
        "触电 漏电 电线掉 电线垂 线垂到 被电到 电击 高压线断 电线断",
        "electrocuted electrocution live_wire downed_wire downed_power_line",
    ),
    Harm(
        "violence",
        2.5,
        True,
        "殴打 打骂 被打 打老人 打孩子 打学生 打人 砍人 砍伤 捅 持刀 行凶 伤人 性侵 猥亵 虐待 虐童 体罚 扎针 家暴 枪击",
        "stabbed stabbing stabs shooting gunshots sexual_assault beaten_up abused abuse",
    ),
    Harm(
        "bullying",
        1.5,
        False,
        "欺凌 霸凌 扇耳光",
        "bullying bullied",
    ),
    Harm(
        "self_harm",
        3.0,
        True,
        "跳楼 轻生 自杀 自残 割腕 喝农药 烧炭 想不开 要跳楼 爬塔吊 寻短见 不想活了",
        "suicide self-harm self_harm took_her_own_life took_his_own_life",
    ),
    Harm(
        "evacuation",
        2.0,
        True,
        "疏散 撤离 转移群众 往外赶人 往外撤 紧急转移 连夜转移",
        "evacuated evacuation evacuate",
    ),
    Harm(
        "injury",
        1.5,
        False,
        "受伤 伤者 骨折 送医 救护车 抬上 抬出 烫伤 晕倒 头晕 咬伤 被咬 120 急诊 送icu",
        "injured injuries ambulance hospitalised hospitalized",
    ),
    Harm(
        "crash",
        1.0,
        False,
        "车祸 追尾 撞车 相撞 侧翻 翻车 撞上 撞护栏 撞人 肇事",
        "car_crash bus_crash pile-up collided collision",
    ),
    Harm(
        "crash",
        2.0,
        True,
        "刹车失灵 刹车发软 刹不住 刹车坏 制动失灵",
        "brake_failure brakes_failed",
        with_group=True,
    ),
    Harm(
        "stranger",
        1.0,
        False,
        "走失",
        "missing_man missing_woman",
    ),
    Harm(
        "hazard",
        2.0,
        True,
        "井盖丢失 井盖缺失 无盖窨井",
        "open_manhole missing_manhole_cover",
    ),
    Harm(
        "supply",
        1.0,
        False,
        "停水 停电 断水 断电 停气 停暖 浑浊 发黄 变黄 黄水",
        "power_cut power_outage blackout no_water brown_water no_heating",
    ),
    Harm(
        "fraud",
        1.0,
        False,
        "诈骗 骗子 被骗 被转走 跑路 卷款 欠薪 拖欠 讨薪 烂尾 挪用 补偿标准 征地补偿 土地补偿 青苗费 血汗钱 白条 刷单 虚假宣传 假冒 冒充",
        "scam scammed fraud unpaid_wages back_pay",
    ),
)

# Words that name a harm only where the text also names one of these.
NEEDS = {
    "渗水": "堤 坝 水库 坡 闸 山体",
    "炸了": "厂 罐 炉 库 车间 电池 煤气 店里 轰 烟 火 园区 玻璃 化工 氨",
    "漏气": "燃气 煤气 天然气 液化气 气罐 气瓶 管道 阀 氨 氯",
    "扎针": "幼儿 孩子 老师 娃",
    "往下掉": "电梯 砖 瓷 墙 玻璃 石 板 构件 吊",
    "下坠": "电梯 轿厢 吊 缆车",
}
