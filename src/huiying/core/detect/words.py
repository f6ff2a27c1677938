"""The words of harm, in Chinese and English, and the words that take harm out of them.

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
        "2死 3死 4死 5死 6死 7死 8死 9死 一死 两死 三死 四死 五死 s了人",
        "dead death deaths died dies killed fatal fatality fatalities",
    ),
    Harm(
        "missing",
        3.0,
        True,
        "失联 失踪 下落不明 联系不上 被埋 掩埋 埋了 没上来 孩子丢了 孩子走失 儿童走失 拐走",
        "missing_child missing_children missing_people unaccounted_for buried_alive buried_under feared_buried",
    ),
    Harm(
        "trapped",
        2.5,
        True,
        "被困 困住 卡在 爬不出来",
        "trapped stranded",
    ),
    Harm(
        "drowning",
        3.0,
        True,
        "溺水 溺亡 落水 沉入水中 被水冲走 卷走",
        "drowned drowning drowns swept_away",
    ),
    Harm(
        "poisoning",
        3.0,
        True,
        "中毒 毒气 一氧化碳 煤气味 误食 毒蘑菇 投毒",
        "poisoned poisoning carbon_monoxide toxic_fumes toxic_gas",
    ),
    Harm(
        "illness",
        2.0,
        True,
        "呕吐 腹泻 吐了 上吐下泻 诺如 聚集性 集体发烧 疫情 传染 血铅",
        "vomiting norovirus outbreak infected food_poisoning",
        with_group=True,
    ),
    Harm(
        "critical",
        2.5,
        True,
        "昏迷 休克 病危 生命垂危 重伤 icu抢救 停氧 断氧 氧气停 氧压下降 供氧中断",
        "unconscious critical_condition oxygen_cut no_oxygen",
    ),
    Harm(
        "collapse",
        3.0,
        True,
        "倒塌 坍塌 垮塌 塌方 塌陷 塌了 塌的地方 墙倒 墙塌 砸到人 砸伤 往下掉 下坠 坠落 坠楼 坠亡 桥断 墙体裂开 路面裂开 "
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
        "污染 刺鼻 臭鸡蛋 烧塑料 恶臭 污泥 黑泥 偷排 死鱼 刺激气味 刺激性气味 毒水 红水",
        "sludge contaminated contamination polluted pollution dead_fish burnt_plastic oil_spill toxic_waste",
    ),
    Harm(
        "live_wire",
        2.5,
        True,
        "触电 漏电 电线掉 电线垂 线垂到 被电到 电击 高压线断",
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
        "跳楼 轻生 自杀 自残 割腕 喝农药 烧炭 想不开",
        "suicide self-harm self_harm took_her_own_life took_his_own_life",
    ),
    Harm(
        "evacuation",
        2.0,
        True,
        "疏散 撤离 转移群众 往外赶人 封路",
        "evacuated evacuation evacuate",
    ),
    Harm(
        "injury",
        1.5,
        False,
        "受伤 伤者 骨折 送医 救护车 抬上 抬出 烫伤 晕倒 头晕 咬伤 被咬",
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
        "supply",
        1.0,
        False,
        "停水 停电 断水 断电 停气 浑浊 发黄 变黄 黄水 异味 难闻 怪味",
        "power_cut power_outage blackout no_water brown_water tap_water foul_smell",
    ),
    Harm(
        "fraud",
        1.0,
        False,
        "诈骗 骗子 被骗 被转走 跑路 卷款 欠薪 拖欠 讨薪",
        "scam scammed fraud unpaid_wages back_pay",
    ),
)

# Words that name a harm only where the text also names one of these.
NEEDS = {
    "渗水": "堤 坝 水库 坡 闸 山体",
    "漏气": "燃气 煤气 天然气 液化气 气罐 气瓶 管道 阀 氨 氯",
    "扎针": "幼儿 孩子 老师 娃",
    "往下掉": "电梯 砖 瓷 墙 玻璃 石 板 构件 吊",
    "下坠": "电梯 轿厢 吊 缆车",
}

# Phrases that hold a word of harm without any harm; the longest match wins, so they hide it.
HARMLESS_ZH = (
    "笑死 累死 热死 气死 吓死 饿死 困死 急死 烦死 爱死 美死 冷死 堵死 该死 死人设 信息爆炸 爆炸头 人气爆炸 爆炸性 "
    "票房爆炸 炸了锅 热搜炸了 评论区炸了 粉丝炸了 塌房了 塌房 吐了口气 吐槽 电脑中毒 病毒式 情绪中毒 恋爱脑中毒 "
    "中毒太深 死亡笔记 死亡之组 死亡搁浅 视觉污染 光污染 语言污染 防溺水 预防溺水 防滑坡 防触电 防中毒 防诈骗 "
    "反诈骗 遇难题 火灾险 捅娄子 捅破 捅咕 卡在一起 卡在喉咙 命悬一线 救命恩人 救命稻草 火光四溅 求救命 心态炸了 "
    "心态崩 裂开了 人裂开 塌方式 传染力 笑声传染 聚集性感染防控 漏气球 大火了 火出圈 被困惑 失踪人口回归 跳楼价 "
    "跳楼机 自杀式 社死 社会性死亡 笑不活 漏电保护 漏电开关 落水报警 害死人 笑死人 气死人 烦死人 急死人 吓死人 热死人 冻死人 挤死人 "
    "灭火 消防演示 致死率 死亡率"
)
HARMLESS_EN = (
    "killer_app dead_battery dead_tired dead_end dead_link dead_code drop_dead_gorgeous dead_heat dead_sea "
    "to_die_for fire_sale death_star death_march blast_from_the_past having_a_blast crash_course market_collapse "
    "wave_function_collapse denial_of_service code_injection leaked_memo infected_mushroom killed_off "
    "killed_by_google fatal_error data_breach suicide_squad process_killed shooting_star photo_shooting"
)

VULNERABLE_ZH = (
    "学生 儿童 孩子 小孩 娃 幼儿 婴儿 宝宝 未成年 幼儿园 班里 小班 中班 大班 一班 二班 三班 四班 五班 放学 同学 "
    "小学 中学 老人 爷爷 奶奶 老年 养老院 敬老院 颐养院 孕妇 产妇 患者 病人 残疾 失能 家长 侄子 女童 男童 少年 "
    "住院"
)
VULNERABLE_EN = (
    "student students child children kid kids baby infant kindergarten pupils elderly nursing_home care_home "
    "pregnant patient patients disabled"
)

CONDUCT_ZH = (
    "酒驾 醉驾 受贿 贪污 推诿 踢皮球 截留 克扣 滥用职权 粗暴执法 暴力执法 先拖后贴 乱收费 变相 强制购买 隐瞒 瞒报 "
    "谎报 官官相护 吃拿卡要 不作为 乱作为 违规 举报 二次收费 分管 镇干部 村支书 未公示"
)
CONDUCT_EN = "bribe bribery corrupt corruption cover-up drunk_driving abuse_of_power official_denied kickback kickbacks"
