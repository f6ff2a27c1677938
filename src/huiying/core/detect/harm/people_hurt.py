"""Scenes of what befalls people."""

from __future__ import annotations

from huiying.core.detect.harm.scene import near, scene, then
from huiying.core.detect.harm.vocabulary import (
    BEAT,
    CUT,
    FAINT,
    FUMES,
    GROUP,
    GUARDIAN,
    MANY,
    OLD,
    OXYGEN,
    SICK,
    SOMEONE,
    WATER,
    WATER_EN,
    YOUNG,
    N,
)

PEOPLE_HURT = (
    scene(
        "death",
        3.0,
        True,
        "人没了 命没了 当场 捞上来 走了 走俩 就没了 没气 凉了 硬了 没留住 盖着 走的时候 心跳 body bodies crushed died",
        then(
            r"送(?:到|去|医|往)|医院|抢救|救护|摔|撞|卷进|120|才[一二三四五六七八九十\d]{1,3}出?头?岁?|师傅|舅|叔|我爸|我妈|老乡",
            r"人(?:就|都|却)?没了|命(?:就)?没了",
        ),
        then(r"人(?:就|都|却)?没了", r"才[一二三四五六七八九十\d]{1,3}|抢救|医院|媳妇|老婆|孩子还"),
        then("当场", "不行了|没了|就死|没气|断气"),
        then("轮子底下|卷|撞|摔|触了?电|井下|抬上来|抢救|icu|医院", "人(?:已经)?凉了|身体都硬|盖着脸|盖着白布|心跳(?:就)?没了|没留住", 26),
        then("发现|屋里|房里|包间|出租屋", "身体都?硬了|人都?硬了|断气", 16),
        then("孩子|老人|奶奶|爷爷|娃|妈|爸", "没留住|没熬过|没挺过", 6),
        then("护士|护工|病房|床铃|icu|养老院", "走的时候", 16),
        r"\b(found|recovered|pulled)\b[^.。]{0,30}\b(body|bodies)\b|\b(crushed|shot|stabbed|drowned"
        r"|fell)\b[^.。]{0,40}\b(died|dead|to death)\b",
        then("捞上来", "没气|没了|不行了|凉了|硬了|身体都", 14),
        then(r"殡仪馆|抢救|icu|没挺过|遗像|灵堂|吊唁|车祸|走了水", r"走了(?!之|吗|几|一圈)", 20),
        then(r"(?:说|传|已经|一下子|人[，,]?)走了?", rf"{N} ?(?:个|位|名|口)|俩|仨", 2),
        then(r"走了", r"(?:天|小时|夜|星期|周)才(?:被)?(?:人)?(?:发现|知道)", 6),
        r"没了?气了|\b(didn't make it|did not make it)\b",
    ),
    scene(
        "missing",
        3.0,
        True,
        "没回来 没回 没见人影 没人影 没下来 领走 音信 disappeared 没回家 没到家 找不到 没找到 不见了 走散 走丢 "
        "丢了 带走 拐 抱走 抢小孩 联系不上 关机 没声 没音讯 没消息 "
        "只上来 只回来 没出来 never_came_home missing lost_contact",
        then(
            YOUNG + "|弟弟|妹妹",
            r"没回来|没回家|没到家|找不到|没找到|不见了|走散|走丢|丢了|没见人影|没人影|没下来|没见着人"
            r"|被[^。]{0,14}(?:带走|拐|抱走|领走)|disappeared|never came "
            r"home|went missing|(?:is|been) missing",
            26,
        ),
        r"(没找到|还没找到|没回来)[^。]{0,20}(谁看见|谁见过|求扩散|帮转|报警)",
        r"(missing)[^.。]{0,12}\b(child|boy|girl|toddler|baby|student|schoolboy|schoolgirl|daughter|son)\b",
        then(
            r"露营|驴友|登山|爬山|进山|上山|后山|河滩|出海|渔船|打鱼|船|矿上|矿下|井下|涨水|放水|洪水|带着?孩子",
            r"联系不上|失联|电话不通|打不通|没音讯|没有?一?点?音信|没消息|对讲机[^。]{0,6}没|没声|手机关机|没回来",
            40,
        ),
        then(rf"(?:下去|下井|进山|出海|进去)[^。]{{0,4}}{N} ?个?人?", r"只[^。，]{0,4}(?:上来|回来|出来)", 8),
        then(YOUNG + "|我姐|我妹|我妈|我爸|我老公|我老婆", "找不到[^。]{0,10}关机|手机关机[^。]{0,12}报警", 30),
    ),
    scene(
        "trapped",
        2.5,
        True,
        "船 渡轮 渔船 游船 ferry boat 挂在半空 对岸 没上来 电梯 缆车 索道 轿厢 吊篮 房顶 屋顶 车顶 沙洲 河滩 "
        "滩上 出不来 下不去 出不去 下不来 下面有人 底下有人 里面有人 里面还有人 里头还有人 上面还有人 敲管子 "
        "喊救命 搜救 lift elevator cable_car roof stuck",
        near(
            r"电梯|缆车|索道|轿厢|吊篮|\b(?:lift|elevator|cable car)\b",
            r"困|卡住|卡了|又卡|卡在|停在|不动了|没人(?:应|理)|出不来|\b(?:stuck|stopped|trapped)\b",
            14,
        ),
        then(
            r"房顶|屋顶|车顶|树上|沙洲|河滩|滩上|二楼|\broofs?\b",
            r"困|等救|有没有船|要船|出不来|下不来|被水|齐腰|齐胸|没人救|\b(?:stuck|stranded|waiting)\b",
            24,
        ),
        near(r"\b(?:stuck|stranded)\b", r"\b(?:roof|island|flood\w*|tunnel|cave)\b", 40),
        near("缆车|索道|吊篮|摩天轮", "停了|挂在半空|下不来", 14),
        then("桥[^。，]{0,4}(?:断|冲)|路[^。，]{0,4}断|水", "(?:户|人)[^。，]{0,4}出不来|困在对岸", 20),
        then("车库|地下室|井下|矿|隧道|涵洞", "(?:人|个|辆)[^。，]{0,4}没上来|没出来", 20),
        near(
            r"渡轮|客船|渡船|游船|渔船|客渡船|船停|的船|\b(?:ferry|boat)\b",
            r"熄火|失去动力|没动力|漂在|原地漂|在漂|漂流|进水|入水|歪了|歪咗|倾斜|要沉|沉了|主机[^。，]{0,4}坏"
            r"|\b(?:engine died|engine failed|adrift"
            r"|drifting|sinking|taking on water)\b",
            40,
        ),
        near("烟|火|水|塌|堵死|锁着|铁门", "下不去|出不去|逃不出|跑不出|出不来", 20),
        near(
            "塌|倒|埋|压|烧|着火|浓烟|涨水|坑|墙|隧道|矿|井|拍下来",
            "(?:下面|底下|里面|里头|上面|楼上)(?:还)?(?:有|压着|埋着)(?:个|俩|几|一)?(?:人|娃|孩子|工人|小孩|老人)|敲管子|喊救命",
            24,
        ),
    ),
    scene(
        "drowning",
        3.0,
        True,
        "掉 跌 滑进 滑到 滑下 从桥上 大桥上 卷到 卷走 swept 开进 栽 冲进 跳河 跳江 跳湖 跳桥 投河 投江 跳水库 "
        "下去 下水 游泳 野泳 fell jumped in_the_water hasn't_come_up went_under "
        "pulled_from went_in",
        then(SOMEONE, rf"(?:掉|跌|滑|栽|摔|翻|冲|跳|落)(?:进|到|下|入|去|了)?[^。，]{{0,5}}(?:{WATER}|水)", 14),
        then(WATER, f"(?:{SOMEONE})[^。]{{0,4}}(?:掉|跌|滑|跳)(?:下|进)去", 8),
        then("下去|下水|跳下|游泳|野泳|洗澡|游过去", "没(?:有)?(?:再)?(?:上来|浮|冒头)|沉了|沉下|沉入|没影了", 20),
        "(跳河|跳江|跳湖|跳桥|投河|投江|跳水库)(?!大?道)",
        then("(?:从|在)[^。，]{0,6}桥上", "下去了|跳了", 4),
        then("玩水|蹚水|洗脚", "卷到|卷走|冲走|没影", 16),
        then("车子?", rf"(?:冲|掉|开|翻|栽|坠)(?:进|入|到|下)[^。，]{{0,4}}(?:{WATER}|水)", 6),
        rf"\b(fell|fallen|jumped|slipped|pulled|climbed|swept)\b[^.。]{{0,40}}\b(?:into|in|off|from) (?:the |a "
        rf")?(?:[a-z]+ )?({WATER_EN})",
        r"(someone|man|woman|boy|girl|child|swimmer|kid)s? in the (water)|(hasn't come up|did not come up|didn't come up|went under)",
    ),
    scene(
        "poisoning",
        3.0,
        True,
        "吃 喝 闻 倒了一片 倒一个 软绵绵 除草剂 dizzy solvent 误服 洗胃 菌子 蘑菇 野菜 烧炭 炭火 热水器 煤气 "
        "地下室 化粪池 沼气 污水井 发电机 农药 老鼠药 fumes heater numb sick",
        then(
            "(?:吃|喝|闻|误服|误食)(?:了|完|过|的|下)",
            r"抽搐|翻白眼|嘴唇发?[紫麻青]|洗胃|不省人事|昏倒|昏过去|晕倒|吐白沫|送急诊|急诊|拉走|发麻|口吐|倒了一片"
            r"|眼睛看不见|往医院拉|往医院送|站不起来",
            34,
        ),
        "(洗胃)",
        near("菌子|野生菌|蘑菇|野菜|河豚", r"吐|抽|翻白|医院|幻觉|看见小人|拉走|120|昏|抢救", 24),
        near(FUMES, FAINT, 30),
        near(
            r"\b(?:water heater|fumes|charcoal|generator|solvents?|paint|carbon monoxide|gas)\b",
            r"\b(?:collapsed|dizzy|unconscious|fainted|carried out|passed out)\b",
            90,
        ),
        then("喝|吃|吞", "(?:了|的)?[^。，]{0,6}(?:除草剂|农药|敌敌畏|百草枯|洁厕灵|消毒液|老鼠药)", 6),
        then("除草剂|农药|敌敌畏|百草枯|洁厕灵|消毒液|老鼠药", "喝|吃|吞", 10),
        near("井里|井水|水源|水缸|水塔|奶粉|饭里|菜里", "(?:倒|下|投|放)(?:了)?(?:进)?[^。，]{0,3}(?:农药|老鼠药|毒|敌敌畏|百草枯)", 10),
        r"\b(lips|tongue|mouth)\b[^.。]{0,12}\b(numb|tingl\w+)|(numb) (lips)",
        r"\b(ate|eaten|eating|drank|drinking)\b[^.。]{0,50}\b(hospital|seizures?|unconscious|poison\w*)",
    ),
    scene(
        "illness",
        2.0,
        True,
        "请假 血丝便 流鼻血 same_fever fever ill 肺结核 器械 拉肚子 拉稀 又拉又吐 上吐下泻 呕吐 吐了 发烧 发热 "
        "起疹 疹子 疱疹 手足口 水痘 腮腺炎 诺如 结核 腹泻 腹痛 肚子疼 都是泡 丙肝 乙肝 艾滋 感染 床单 针头 手套 "
        "禽流感 throwing_up vomiting diarrhoea diarrhea rash sick norovirus",
        near(f"(?:{GROUP})[^。]{{0,18}}?(?:{MANY})", SICK, 24),
        near(f"(?:{MANY})[^。]{{0,20}}?(?:{GROUP})", SICK, 24),
        near(
            r"透析|输液|输血|医院|病房|诊所|牙科|血站|中心|器械",
            r"丙肝|乙肝|艾滋|hiv\b|别人的血|针头[^。]{0,6}(?:共用|重复)|不换手套|没消毒|不消毒",
            24,
        ),
        near("禽流感", "死|隔离|感染|确诊", 20),
    ),
    scene(
        "critical",
        2.5,
        True,
        "浑身发紫 叫不应 一条直线 的氧 stopped_breathing 挂水 氧气 供氧 氧压 呼吸机 血氧 监护仪 透析 血透 "
        "口吐白沫 抽搐 叫不醒 打针 输液 吊瓶 疫苗 麻醉 oxygen ventilator ventilators dialysis",
        near(OXYGEN, CUT, 14),
        near(r"\b(?:oxygen|ventilators?|dialysis machines?)\b", r"\b(?:stopp?ed|failed|cut off|ran out|dropp\w+|went off|alarm)\b", 40),
        then("icu|重症|病房|手术室|住院", "氧(?:气)?[^。，]{0,3}(?:停|断)", 8),
        r"(stopped breathing|no pulse)",
        then(
            "(?:打|输|挂|接种)(?:了|完|过)?(?:针|液|水|吊瓶|疫苗)|诊所|麻醉|手术",
            "抽搐|休克|没醒|昏|吐白沫|icu|抢救|口吐|不行了|发紫|一条直线",
            24,
        ),
        then(f"{SOMEONE}|我爸|我妈|摔下来|工人|后脑勺", "口吐白沫|抽搐|叫不应|浑身发紫|叫不醒|不省人事|没心跳|心脏骤停", 20),
        "(透析)[^。]{0,14}(停电|机器停|停机)",
    ),
    scene(
        "violence",
        2.5,
        True,
        "电棍 扎 砍 拖下来 摸 关在 打 扇 耳光 巴掌 踢 踹 掐 按在地 按倒 拖拽 捆 绑 封 体罚 罚跪 摸女 乱摸 拿着刀 "
        "持刀 拿刀 提着刀 举着刀 砍刀 knife machete hit "
        "slapped beat beaten kicked dragged",
        near(GUARDIAN, BEAT, 16),
        near("砍|捅|劈", "人了|(?:死|伤)人|一刀|血", 10),
        r"\b(bus driver|driver|guard|teacher)\b[^.。]{0,30}\b(dragged|beat|hit|kicked|slapped)\b",
        near("拿着?|提着?|举着?|挥着?|持", "刀(?!叉|具|削|片|法|切)|斧头|砍刀", 3),
        near("打|按|踢|踹", "肋骨断|骨折|血都出来|出血了|住院了", 20),
        near(f"{YOUNG}|{OLD}", "浑身是伤|全是青的|身上全是伤|胳膊上[^。]{0,6}青", 16),
        r"\b(knife|machete)\b[^.。]{0,30}\b(outside|inside|school|market|threaten\w*|attack\w*)",
    ),
    scene(
        "self_harm",
        3.0,
        True,
        "水塔 遗言 tablets 楼顶 天台 桥上 栏杆 塔吊 铁塔 窗台 吞 安眠药 不想活 活不下去 遗书 再见了 ledge railing roof pills",
        near(
            "水塔|楼顶|天台|桥上|栏杆|塔吊|铁塔|窗台|高压塔",
            "要跳|想跳|脚悬|悬在外|坐在[^。，]{0,4}边|坐着个|不下来|爬上去|爬到|他就跳|她就跳|气垫|翻过|翻到外|往下看",
            16,
        ),
        then("吞了?|喝了?|吃了?", "(?:一|整|大|好几)(?:瓶|把|盒)[^。，]{0,4}药|安眠药|敌敌畏|百草枯", 4),
        then("遗书|遗言|不想活了|活不下去|再见了", "住哪|报警|谁认识|电话|帮帮|联系不上|找到|不在家|人不见", 24),
        r"\b(standing|sitting|climbed)\b[^.。]{0,30}\b(wrong side|ledge|over the railing)|\b(threatening to "
        r"jump|about to jump)\b|\b(note)\b[^.。]{0,30}\b(?:all|took) (?:his|her|the)[^.。]{0,8}(tablets|pills)",
    ),
    scene(
        "bullying",
        1.5,
        False,
        "器材室 关在 厕所 堵 要钱 欺负 孤立 打一个 围殴 群殴 older_boys bullies lunch_money",
        near("初[一二三]的|高[一二三]的|大孩子|同学|几个学生", "关在[^。]{0,10}(?:拍|打)|堵在", 20),
        near("厕所|宿舍|放学|学校|班里|同学|几个大的", "堵(?!车|了一|塞)[^。，]{0,8}要钱|扇|打一个|围着打|逼他|逼她|孤立|脱衣|欺负", 20),
        near(
            r"\b(?:boys|girls|kids|pupils|classmates)\b",
            r"\b(?:lunch money|picks? on|bull(?:y|ies|ied|ying)|keeps? (?:hitting|taking))\b",
            30,
        ),
    ),
    scene(
        "injury",
        1.5,
        False,
        "摔 骨折 拍片 缝针 缝了 烫 流血 血流 咬了 咬伤 扑 砸到 磕 拉走 压到 压了 broke fractured stitches bitten bleeding",
        near("摔", "裂了|断了|胯骨|髋", 16),
        near("摔|砸到|压到|压了|磕|咬|撞", "骨折|断了手|断了腿|手腕|拍片|缝|血|医院|住院|送去|针", 18),
        near("狗|犬", "咬(?:了|伤)|扑(?:人|娃|孩子)|追着咬", 10),
        r"\b(broke|fractured)\b[^.。]{0,12}\b(wrist|arm|leg|hip)\b|\b(bitten|stitches)\b",
    ),
    scene(
        "stranger",
        1.0,
        False,
        "走失 没回 没回来 没回家 找不到 走丢 痴呆 失智 elderly dementia",
        near(OLD, r"走失|走丢|没回(?:$|，|来)|没回来|没回家|找不到|走开|\bmissing\b", 26),
    ),
)
