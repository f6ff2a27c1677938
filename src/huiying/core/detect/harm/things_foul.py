"""Scenes of what leaks, fails, is fouled or is owed."""

from __future__ import annotations

from huiying.core.detect.harm.scene import near, scene, then
from huiying.core.detect.harm.vocabulary import (
    BODY,
    BRAKE,
    BUS,
    DUMP,
    ESCAPES,
    FOUL,
    GAS,
    MONEY,
    PLANT,
    RIVER,
    SPOILT,
    STINK,
    UNPAID,
    YOUNG,
)

THINGS_FOUL = (
    scene(
        "leak",
        2.5,
        True,
        "挖断 汽油 漂白水 嗤嗤 白雾 yellow_cloud cloud 煤气 燃气 天然气 液化气 液氨 氨 氯气 硫酸 盐酸 化学品 "
        "危化 罐车 槽车 储罐 化工 冷库 冷链 冷连 黄色的烟 黄烟 "
        "gas ammonia chlorine tanker chemical",
        then(GAS, r"味(?!道不错)|臭|漏|滋滋|嘶嘶|ssss|\b(?:smells?|leak\w*|stinks?)\b", 14),
        r"\b(smells?|smelling|stinks|reeks)\b[^.。]{0,10}(gas)\b",
        near(PLANT + "|加油站|液化气|气站|游泳馆", ESCAPES + "|嗤嗤|白雾|汽油味|漂白水味", 20),
        near("挖断|挖破|挖漏", "燃气|天然气|煤气|气管", 8),
        r"\b(cloud|fumes|smoke)\b[^.。]{0,30}\b(factory|plant|works|depot)\b",
    ),
    scene(
        "pollution",
        2.5,
        True,
        "油桶 油花 粪水 蓝的 嗓子 喉咙 窗关 偷排 偷倒 直排 暗管 渗坑 倾倒 倒进 黑水 污水 废水 污泥 发黑 变黑 "
        "发红 变红 红水 红的 白沫 泡沫 沫子 农药味 油膜 油花 翻白 死鱼 死虾 漂 浮 死猪 死鸟 死鸡 "
        "foam foamed foams orange red dying dumping dumped sludge dead_fish dead_gobies oily",
        near(DUMP, FOUL, 20),
        near("取水口|水源地?|水库", "倒了|油桶|垃圾车|农药", 14),
        then("自来水|水龙头|出水|水", "黄[^。]{0,10}(?:味|腥|臭)|(?:味|腥|臭)[^。]{0,10}黄", 14),
        near(RIVER, r"\b(?:foam\w*|orange|oily|turned black|soup-red|red water|dead (?:fish|birds?|ducks?|gobies|shrimp)|dying)\b", 80),
        near("嗓子|喉咙", "眼睛[^。，]{0,4}(?:睁不开|辣|流泪|疼)|睁不开眼|喘不上", 14),
        near("半夜|夜里|晚上|偷偷", "(?:放|排|倒)[^。，]{0,3}(?:黑水|污水|废水|脏水)", 12),
        near(RIVER, SPOILT, 22),
        then("漂着|漂了|漂满|浮着|浮了|浮满|浮在|翻白", "鱼|虾|鸟|天鹅|鸭|猪|鸡|白的|死", 14),
        near("死(?:猪|鸡|鸭|牛|羊|禽|鸟|天鹅)|病死[猪禽畜]", "沟|河|水源|水库|涝池|扔|漂|堆|编织袋|湖|塘|堰|臭", 24),
        then("黑水|污水|渗滤液|废水|粪水", "直接进|流进|流到|灌进|排进|流入", 6),
    ),
    scene(
        "pollution",
        2.5,
        True,
        "刺鼻 呛人 呛得 呛鼻 呛 辣眼 熏得 臭鸡蛋 烧塑料 化学味 药水味 农药味 氨味 恶臭 酸臭 怪味 放什么气 acrid "
        "chemical_smell rotten_eggs stinging fumes",
        near(STINK, BODY, 26),
        then("放什么气|排什么气|放气", "呛|味", 12),
    ),
    scene(
        "crash",
        2.0,
        True,
        "没刹住 酒味 车门 后门 went_off_the_road 校车 公交 大巴 客车 中巴 接送 面包车 接娃 接孩子 灰面包 刹不住 "
        "刹车 制动 school_bus bus coach minibus brakes brake",
        near(BUS + f"|{YOUNG}|乘客", BRAKE, 30),
        near(
            r"校车|接送|接娃|接孩子|接学生|面包车|灰面包|\b(?:school bus|minibus)\b",
            r"塞了|挤了|超员|超载|关不严|后备箱|(?:二|三|四)十[一二三四五六七八九]?个|[2-9]\d ?(?:个|名|人)",
            34,
        ),
        near("校车|幼儿园的车|接送车|公交司机", "酒味|酒气|喝了酒|醉|甩出|门开着|车门没关", 16),
        r"\b(bus|coach)\b[^.。]{0,40}\b(went off the road|into a ditch|overturned)\b",
        then(r"大巴|公交|客车|校车|\b(?:bus|coach)\b", r"侧翻|翻了|顶翻|翻车|翻进|翻下|坠|冲下|overturn\w*|rolled over", 12),
    ),
    scene(
        "crash",
        1.0,
        False,
        "刹不住 刹车 制动 又撞了 撞了 van lorry truck",
        "(" + BRAKE + ")",
        near("路口|车|桥头|大道", "又?撞了", 10),
        r"\b(lorry|truck|van|car)\b[^.。]{0,30}\b(collided|crash\w*|hit)\b",
    ),
    scene(
        "supply",
        1.0,
        False,
        "铁锈 没热水 electricity 又停水 停水 停电 没水 没电 水压 电压 跳闸 暖气 供暖 断网 网断 自来水 水龙头 "
        "停暖 no_water no_power no_heating out_of_water 全黑 亭了 水没了",
        near("自来水|水龙头|出来的水|放出来|水", "黄|浑|茶水|泡茶|咸|臭|腥|铁锈|沉淀", 10),
        near("水|电|气|暖气|网|热水", "停了|断了|没了|来不了|凉的|不热|冰凉|没来|停ing|全黑", 6),
        near("电压", "低|不稳|跳闸", 12),
        "(停暖|断网|不供暖|没热水|铁锈)",
        near("又|次|天天|老是|一直", "跳闸", 4),
        r"\b(no (?:electricity|water|power|heating|gas))\b",
    ),
    scene(
        "fraud",
        1.0,
        False,
        "倒闭 给了一半 vanished 点链接 让我点 卡里 工资 工钱 血汗钱 货款 押金 定金 会费 年卡 会员卡 卡里 保教费 "
        "学费 退费 退款 补偿款 青苗费 补贴 一分没 一分钱 包工头 没拿到 没见 跑路 冒充 假冒 验证码 链接 刷单 "
        "wages salary salaries deposit refund membership paid unpaid compensation",
        near(MONEY, UNPAID, 20),
        near("干了|做了|扫了|欠|包工头|钱", "一分钱?没|一分没见|没拿到钱|电话打不通", 24),
        near("冒充|假冒|自称|假的?班主任|陌生短信|短信", "收费|收钱|押金|验证码|链接|转账|转了|扫码|刷走|刷卡|换卡|银行|没了|被骗", 24),
        near("收了|交了|刷走|转走|骗走|打了", r"(?:\d+|[一二三四五六七八九十两几]+)(?:万|千|百)[^。，]{0,6}(?:定金|没了|不退|要不回)", 12),
        near("年卡|会员卡|卡里", "找谁|关门|还剩|不退|人没了", 24),
        near(
            "客服|退款|积分|社保|医保|银行|短信", r"点链接|让我点|屏幕共享|验证码|[一二两三四五六七八九十\d]+[万千块][^。，]{0,4}没了", 30
        ),
        near("倒闭|关门|跑路", "交了|充了|费", 20),
        near("钱|补偿|补贴|青苗", "只给了一半|少给|给了一半", 8),
        r"\b(vanished|disappeared)\b[^.。]{0,20}\b(deposit|money|savings)\b",
        r"\b(hasn't paid|haven't been paid|hasn't been paid|not paid|unpaid)\b",
    ),
)
