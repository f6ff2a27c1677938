"""Scenes of harm: what people write who do not use its words, as a thing and what befalls it standing near each other.

A scene is looked at only where one of its `triggers` stands, and only in the text around it. The words that it names are those of the two
sides, never what stands between them.
"""

from __future__ import annotations

import re

import msgspec

# How far before and after a trigger a scene is looked for.
AROUND = 60


class Scene(msgspec.Struct, frozen=True):
    """One scene. `triggers` are folded words, separated by spaces; `kind`, `weight`, `immediate` as of a word of harm."""

    kind: str
    weight: float
    immediate: bool
    triggers: str
    pattern: re.Pattern[str]


def near(left: str, right: str, reach: int = 16) -> str:
    """Both sides within `reach` characters of each other and in one sentence, in either order."""
    gap = f"[^。；;]{{0,{reach}}}?"
    return f"({left}){gap}({right})|({right}){gap}({left})"


def then(left: str, right: str, reach: int = 16) -> str:
    """The same in this order only."""
    return f"({left})[^。；;]{{0,{reach}}}?({right})"


def scene(kind: str, weight: float, immediate: bool, triggers: str, *patterns: str) -> Scene:
    """A scene of which any pattern is enough."""
    return Scene(kind, weight, immediate, triggers, re.compile("|".join(patterns)))


_N = r"(?:\d{1,3}|[一二两三四五六七八九十几好多俩仨]{1,3})"
_YOUNG = (
    "孩子|小孩|小朋友|娃|幼儿|婴儿|宝宝|女儿|儿子|闺女|侄子|侄女|孙子|孙女|外甥|学生|同学|女童|男童|男孩|女孩"
    r"|\b(?:boys?|girls?|child|children|kids?|pupils?|students?|daughter|son|toddler)\b|year-old"
)
_OLD = (
    r"爷爷|奶奶|老人|大爷|大妈|老太太|老头|外公|外婆|姥姥|姥爷|痴呆|失智|\b(?:elderly|dementia|grandpa|grandma|grandfather|grandmother)\b"
)
_SOMEONE = (
    rf"{_YOUNG}|{_OLD}|有人|男的|女的|男子|女子|游客|大人|小伙|姑娘|司机|工人|一个人|俩人|两个人|几个人|钓鱼的|同伴"
    r"|\b(?:someone|somebody|man|woman|swimmer|tourist|two people|a person)\b"
)
_WATER = "河|江|湖|塘|渠|潭|水库|水里|水中|水坑|海里|池子|池里|深沟|水沟|溪|井里|井口|堰"
_WATER_EN = r"(?:river|canal|lake|water|reservoir|pond|sea|well|creek|ditch|weir)\b"
_BUILT = (
    "戏台|井架|玻璃顶|吊臂|天桥|走廊|架子|墙|楼体|楼板|楼梯|房子|房屋|老屋|屋顶|桥|坝|堤|窑|看台|天花板|吊顶|顶棚|护栏|栏杆|围挡|脚手架|塔吊|吊车|雨棚|广告牌|瓷砖|玻璃|石头"
    "|边坡|路面|地面|马路|阳台|招牌|烟囱|水塔|支架|楼|挑檐|保温层"
    r"|\b(?:ceiling|wall|roof|bridge|scaffolding|crane|balcony|building|fa[cç]ade|stand|grandstand|pavement|road|tiles?)\b"
)
_FELL = (
    "塌了|一推就倒|碎了|砸穿|翻了|塌下|塌陷|塌掉|塌个|塌出|坍|垮了|垮下|倒了|倒下|倒塌|倒在|整面|歪了|歪着|倾斜|掉下来|掉落|掉了一|砸下来|砸在|砸到|砸穿|砸了(?:人|车|路|我)|陷下去|陷了|下陷|断了"
    "|拍下来|脱落|往下掉|在晃|还在晃|晃得|在抖|抖得|都抖"
    r"|came down|comes? down|collaps\w*|caved|leaning|fell\b|falling|given way|gave way|gives way|shak(?:es|ing)"
)
_CRACK = r"裂|缝|cracks?\b|cracked|cracking"
_GRAVE_CRACK = (
    "越来越|往大里|一天比一天|能看见外面|扩大|变宽|掉土|掉渣|在晃|在抖|都抖|钢筋露|露出来|露筋|能伸进|伸进去|巴掌|手掌|拳头|一指宽|住着人|不愿搬|不敢住|看台|教室|山上|后山|坝|堤"
    r"|wider|widening|growing|hand in"
)
_SICK = (
    "拉肚子|拉稀|又拉又吐|上吐下泻|呕吐|吐了|都吐|发烧|发热|起疹|疹子|疱疹|手足口|腮腺炎|水痘|诺如|肺结核|腹泻|腹痛|肚子疼|肚子痛|都是泡|都是吐|又吐|拉血|血丝便|流鼻血|出鼻血|咳血"
    r"|throwing up|threw up|vomit\w*|diarrh\w*|been sick|fell ill|same fever|feverish|rash\b|norovirus|hand,? foot"
)
_GROUP = (
    "我们班|个班|月子中心|宝宝|厂里|班里|班上|全班|班今天|小班|中班|大班|寝室|宿舍|全校|园里|幼儿园|学校|孩子们|学生|同学|小朋友|幼儿|老人|养老院|病区|工友|酒席|宴席|席上|食堂"
    r"|half (?:of|the)|\bclass\b|pupils|kids|children|students|residents|canteen|school lunch"
)
_MANY = (
    rf"都是|都在|都又|好几|多名|好多|十几|一半|倒了|接二连三|集体|一个传一个|又请假|{_N} ?(?:个|名|例|人)(?!月)|一桌|全寝室|全班|半个班|特别多|很多|成片|跟我一个屋|都(?=[又拉吐发])"
    r"|\bhalf\b|several|\ball\b|dozens?|\b\d+\b"
)
_OXYGEN = r"氧气|供氧|氧压|呼吸机|血氧|监护仪|透析机|透析做|透析到|血透|\b(?:oxygen|ventilators?|dialysis machines?)\b"
_CUT = r"停了|停机|停电|断了|断供|没了|没有了|报警|掉到|降到|下降|不够|中断|没电|跟不上|\b(?:stopp?ed|failed|cut off|ran out|dropp\w+|went off|alarm)\b"
_WIRE = "电线|杆子|景观灯|路灯|喷泉|高压线|线缆|电缆|裸线|线杆|电杆|灯杆|灯柱|路灯杆|电箱|配电柜|线垂|一根线|插座"
_LIVE = (
    "垂|耷拉|掉在|掉到|掉下|掉了|落在|断在|断了掉|滋滋|嗞嗞|吱吱|火花|漏电|打了一下|电了一下|麻了一下|电到|被电|电倒|触电|裸露|带电"
    r"|泡在水|泡着|麻得|在水里|电了"
)
_GUARDIAN = (
    "幼师|拆迁的人|拆迁队|驾驶员|学校|老师|教师|教练|护工|护理员|保育员|阿姨|宿管|城管|保安|民警|警察|派出所|协警|辅警|教官|院长|校长|班主任|医生"
    r"|\b(?:teachers?|guards?|carers?|caregivers?|nurses?|officers?|police)\b"
)
_BEAT = (
    "打人|打孩子|打学生|打老人|打我|打他|打她|打了我|打了他|打了孩子|打了学生|打骂|打得|打成|打伤|殴打|扇|耳光|巴掌|掌掴|踢(?!足|球|皮球)|踹|掐|拧耳|按在地|按倒"
    "|拖拽|拖鞋打|棍子打|拿.{1,5}打|用.{1,6}打|捆|绑|封.{0,4}嘴|关小黑|体罚|罚跪|摸女|乱摸|摸(?:我|她|学员|孩子|大腿|胸)|关在[^。，]{0,6}摸|动手动脚|电棍|用针扎|针扎|扎孩子"
    r"|\b(?:hit|hits|hitting|slapp\w+|beat|beats|beaten|kick\w*|punch\w*|dragg\w+)\b"
)
_BUS = r"校车|公交|大巴|客车|中巴|班车|接送车|\b(?:school bus|bus|coach|minibus)\b"
_BRAKE = r"(?:刹车|制动|脚刹)[^。，]{0,4}(?:失灵|不住|不灵|坏|没了|软|失效|踩空)|刹不住|没刹住|brakes? (?:have |had )?(?:fail\w*|gone|went)|(?:lost|no) (?:its |the )?brakes?"
_FUMES = r"烧炭|炭火|炭盆|炭炉|热水器|煤炉|煤气|地下室|发电机|沼气|化粪池|污水井|窨井|\b(?:fumes|water heater|generator|boiler|charcoal)\b"
_FAINT = (
    "晕|倒了|倒下|倒在|倒地|躺地|躺在地|没人应|叫不醒|头疼|头痛|站不起来|不省人事|昏|口吐白沫|拉走|软绵绵|下去一个倒一个|爬不起来"
    r"|\b(?:collapsed|dizzy|unconscious|faint\w*|carried out|passed out|ambulance)\b"
)
_DUMP = r"偷排|偷倒|直排|暗管|渗坑|倾倒|倒进|往[^。，]{0,5}(?:河|沟|江|湖|海|溪|井)里?[^。，]{0,3}(?:放|倒|排)|\bdump\w*|\bdischarg\w+"
_FOUL = r"污水|污泥|废水|废液|废渣|废油|固废|黑水|黑泥|酸水|泥浆|白浆|红水|毒|\b(?:sludge|waste|sewage|oil|chemicals?|acid)\b"
_RIVER = (
    "河|溪|江水|湖|塘|水库|水渠|沟里|井水|井里的水|那口井|自来水|水龙头|饮用水|水源|海水|海湾|湾里|泉水"
    r"|\b(?:creek|river|stream|well|lake|bay|pond|tap|taps|wetland)\b"
)
_SPOILT = (
    "发黑|变黑|黑水|乌黑|发红|变红|红水|是红的|红色|橙色|乳白|牛奶|白沫|泡沫|起沫|沫子|农药味|油花|油膜|柴油味|蓝的|绿的|翻白|死鱼|死虾|鱼.{0,4}死|虾.{0,4}死"
    r"|foam\w*|\borange\b|\b(?:turned|ran|runs|soup-|bright |rust-colou?red |)red\b|oily|pitch black|turned black|dead (?:fish|birds?|ducks?|gobies|shrimp)|\bdying\b"
)
_STINK = (
    "刺鼻|呛人|呛得|呛鼻|有点呛|辣眼|熏得|臭鸡蛋|烧塑料|化学味|药水味|农药味|氨味|恶臭|酸臭|怪味|怪怪的味|一股味|味儿?很冲|放什么气|味道呛"
    r"|acrid|chemical smell|rotten eggs?|stinging|pungent|burnt plastic|burning plastic|fumes|\bstench\b"
)
_BODY = (
    "窗关|关窗|闭窗|不敢开窗|嗓子|喉咙|眼睛|头晕|头疼|恶心|想吐|咳|睁不开|喘|胸闷|不敢呼吸|不敢开窗|流泪|流鼻血"
    r"|\b(?:throats?|eyes|dizzy|cough\w*|nausea|headaches?|nosebleeds?)\b"
)
_SMOKE = (
    "冒烟|冒黑烟|冒大烟|冒白烟|冒浓烟|浓烟|黑烟|全是烟|都是烟|烟灌|烟往|(?<![睡跟走坐站躺看忙带等穿背压拉附靠])着了|烧着|烧起来|烧了起来|还在烧|窜火|蹿火|火苗|喷火|冒火|往外烧"
    r"|\bon fire\b|in flames|smoke (?:is )?(?:pouring|coming|everywhere|billowing)|full of smoke|thick smoke|black smoke"
)
_HOUSE = (
    "楼|店|房|车(?!站)|棚|厂|仓库|桩|柜|集上|摊|院|屋|窗|家里|家属|市场|宿舍|隧道|街|机房|厨房|学校|教室|病房|酒店|宾馆|船|山上|林子|垃圾场|充电"
    r"|\b(?:flat|stairs?|stairwell|house|building|shop|warehouse|kitchen|school|hotel|roof|car|boat|market|hill|forest|apartment)\b"
)
_GAS = r"煤气|燃气|天然气|液化气|\bgas\b"
_PLANT = r"液氨|氨气|氯气|硫酸|盐酸|化学品|危化|罐车|槽车|储罐|化工|化肥厂|冷库|制冷|冷链|冷连|\b(?:ammonia|chlorine|tanker|chemical (?:plant|works)|cold store)\b"
_ESCAPES = "漏|白烟|黄烟|黄色的烟|冒烟|流了一地|呛|眼睛睁不开|氨味|酸味|刺鼻" r"|\b(?:leak\w*|spill\w*|fumes|cloud)\b"
_BANG = r"轰的?一声|嘭的?一声|砰的?一声|轰隆一声|“嘭”|一声巨响|巨响|跟?打雷一样|\b(?:huge|loud|massive) (?:bang|blast|boom)\b"
_WRECK = r"玻璃|火|烟|塌|飞出|震|碎|倒|炸|门窗|厂|仓库|罐|\b(?:windows?|smoke|flames|plant|warehouse)\b"
_MONEY = (
    "工资|工钱|血汗钱|加班费|货款|押金|定金|订金|会费|年卡|会员卡|卡里|保教费|学费|退费|退款|补偿款|安置费|青苗费|补贴|奖金|饭钱|租金|预付|预收|首付"
    r"|\b(?:wages|salary|salaries|deposits?|refunds?|membership|pensions?|compensation)\b"
)
_UNPAID = (
    "没拿到|没见到|没见着|没发|没给|没到账|没到|没结|没退|不退|不给|不发|拖着|拖到|拖了|拖欠|一分没|一分钱|没人付|要不回|要不到|退不了|跑路|关门|停园|截留|缩水"
    r"|找谁|联系不上|\b(?:unpaid|not been paid|haven't been paid|hasn't been paid|hasn't paid|haven't paid|never came|owed?|withheld)\b"
)

SCENES = (
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
        r"\b(found|recovered|pulled)\b[^.。]{0,30}\b(body|bodies)\b|\b(crushed|shot|stabbed|drowned|fell)\b[^.。]{0,40}\b(died|dead|to death)\b",
        then("捞上来", "没气|没了|不行了|凉了|硬了|身体都", 14),
        then(r"殡仪馆|抢救|icu|没挺过|遗像|灵堂|吊唁|车祸|走了水", r"走了(?!之|吗|几|一圈)", 20),
        then(r"(?:说|传|已经|一下子|人[，,]?)走了?", rf"{_N} ?(?:个|位|名|口)|俩|仨", 2),
        then(r"走了", r"(?:天|小时|夜|星期|周)才(?:被)?(?:人)?(?:发现|知道)", 6),
        r"没了?气了|\b(didn't make it|did not make it)\b",
    ),
    scene(
        "missing",
        3.0,
        True,
        "没回来 没回 没见人影 没人影 没下来 领走 音信 disappeared 没回家 没到家 找不到 没找到 不见了 走散 走丢 丢了 带走 拐 抱走 抢小孩 联系不上 关机 没声 没音讯 没消息 只上来 只回来 没出来 never_came_home missing lost_contact",
        then(
            _YOUNG + "|弟弟|妹妹",
            r"没回来|没回家|没到家|找不到|没找到|不见了|走散|走丢|丢了|没见人影|没人影|没下来|没见着人|被[^。]{0,14}(?:带走|拐|抱走|领走)|disappeared|never came home|went missing|(?:is|been) missing",
            26,
        ),
        r"(没找到|还没找到|没回来)[^。]{0,20}(谁看见|谁见过|求扩散|帮转|报警)",
        r"(missing)[^.。]{0,12}\b(child|boy|girl|toddler|baby|student|schoolboy|schoolgirl|daughter|son)\b",
        then(
            r"露营|驴友|登山|爬山|进山|上山|后山|河滩|出海|渔船|打鱼|船|矿上|矿下|井下|涨水|放水|洪水|带着?孩子",
            r"联系不上|失联|电话不通|打不通|没音讯|没有?一?点?音信|没消息|对讲机[^。]{0,6}没|没声|手机关机|没回来",
            40,
        ),
        then(rf"(?:下去|下井|进山|出海|进去)[^。]{{0,4}}{_N} ?个?人?", r"只[^。，]{0,4}(?:上来|回来|出来)", 8),
        then(_YOUNG + "|我姐|我妹|我妈|我爸|我老公|我老婆", "找不到[^。]{0,10}关机|手机关机[^。]{0,12}报警", 30),
    ),
    scene(
        "trapped",
        2.5,
        True,
        "船 渡轮 渔船 游船 ferry boat 挂在半空 对岸 没上来 电梯 缆车 索道 轿厢 吊篮 房顶 屋顶 车顶 沙洲 河滩 滩上 出不来 下不去 出不去 下不来 下面有人 底下有人 里面有人 里面还有人 里头还有人 上面还有人 敲管子 "
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
            r"熄火|失去动力|没动力|漂在|原地漂|在漂|漂流|进水|入水|歪了|歪咗|倾斜|要沉|沉了|主机[^。，]{0,4}坏|\b(?:engine died|engine failed|adrift|drifting|sinking|taking on water)\b",
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
        "掉 跌 滑进 滑到 滑下 从桥上 大桥上 卷到 卷走 swept 开进 栽 冲进 跳河 跳江 跳湖 跳桥 投河 投江 跳水库 下去 下水 游泳 野泳 fell jumped in_the_water hasn't_come_up went_under "
        "pulled_from went_in",
        then(_SOMEONE, rf"(?:掉|跌|滑|栽|摔|翻|冲|跳|落)(?:进|到|下|入|去|了)?[^。，]{{0,5}}(?:{_WATER}|水)", 14),
        then(_WATER, f"(?:{_SOMEONE})[^。]{{0,4}}(?:掉|跌|滑|跳)(?:下|进)去", 8),
        then("下去|下水|跳下|游泳|野泳|洗澡|游过去", "没(?:有)?(?:再)?(?:上来|浮|冒头)|沉了|沉下|沉入|没影了", 20),
        "(跳河|跳江|跳湖|跳桥|投河|投江|跳水库)(?!大?道)",
        then("(?:从|在)[^。，]{0,6}桥上", "下去了|跳了", 4),
        then("玩水|蹚水|洗脚", "卷到|卷走|冲走|没影", 16),
        then("车子?", rf"(?:冲|掉|开|翻|栽|坠)(?:进|入|到|下)[^。，]{{0,4}}(?:{_WATER}|水)", 6),
        rf"\b(fell|fallen|jumped|slipped|pulled|climbed|swept)\b[^.。]{{0,40}}\b(?:into|in|off|from) (?:the |a )?(?:[a-z]+ )?({_WATER_EN})",
        r"(someone|man|woman|boy|girl|child|swimmer|kid)s? in the (water)|(hasn't come up|did not come up|didn't come up|went under)",
    ),
    scene(
        "poisoning",
        3.0,
        True,
        "吃 喝 闻 倒了一片 倒一个 软绵绵 除草剂 dizzy solvent 误服 洗胃 菌子 蘑菇 野菜 烧炭 炭火 热水器 煤气 地下室 化粪池 沼气 污水井 发电机 农药 老鼠药 fumes heater numb sick",
        then(
            "(?:吃|喝|闻|误服|误食)(?:了|完|过|的|下)",
            r"抽搐|翻白眼|嘴唇发?[紫麻青]|洗胃|不省人事|昏倒|昏过去|晕倒|吐白沫|送急诊|急诊|拉走|发麻|口吐|倒了一片|眼睛看不见|往医院拉|往医院送|站不起来",
            34,
        ),
        "(洗胃)",
        near("菌子|野生菌|蘑菇|野菜|河豚", r"吐|抽|翻白|医院|幻觉|看见小人|拉走|120|昏|抢救", 24),
        near(_FUMES, _FAINT, 30),
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
        "请假 血丝便 流鼻血 same_fever fever ill 肺结核 器械 拉肚子 拉稀 又拉又吐 上吐下泻 呕吐 吐了 发烧 发热 起疹 疹子 疱疹 手足口 水痘 腮腺炎 诺如 结核 腹泻 腹痛 肚子疼 都是泡 丙肝 乙肝 艾滋 感染 床单 针头 手套 "
        "禽流感 throwing_up vomiting diarrhoea diarrhea rash sick norovirus",
        near(f"(?:{_GROUP})[^。]{{0,18}}?(?:{_MANY})", _SICK, 24),
        near(f"(?:{_MANY})[^。]{{0,20}}?(?:{_GROUP})", _SICK, 24),
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
        "浑身发紫 叫不应 一条直线 的氧 stopped_breathing 挂水 氧气 供氧 氧压 呼吸机 血氧 监护仪 透析 血透 口吐白沫 抽搐 叫不醒 打针 输液 吊瓶 疫苗 麻醉 oxygen ventilator ventilators dialysis",
        near(_OXYGEN, _CUT, 14),
        near(r"\b(?:oxygen|ventilators?|dialysis machines?)\b", r"\b(?:stopp?ed|failed|cut off|ran out|dropp\w+|went off|alarm)\b", 40),
        then("icu|重症|病房|手术室|住院", "氧(?:气)?[^。，]{0,3}(?:停|断)", 8),
        r"(stopped breathing|no pulse)",
        then(
            "(?:打|输|挂|接种)(?:了|完|过)?(?:针|液|水|吊瓶|疫苗)|诊所|麻醉|手术",
            "抽搐|休克|没醒|昏|吐白沫|icu|抢救|口吐|不行了|发紫|一条直线",
            24,
        ),
        then(f"{_SOMEONE}|我爸|我妈|摔下来|工人|后脑勺", "口吐白沫|抽搐|叫不应|浑身发紫|叫不醒|不省人事|没心跳|心脏骤停", 20),
        "(透析)[^。]{0,14}(停电|机器停|停机)",
    ),
    scene(
        "collapse",
        3.0,
        True,
        "塌 坍 垮 碎了 一推 砸穿 翻了 come_down bulging 倒了 倒下 倒塌 整面 歪 倾斜 掉下来 掉落 砸 陷 断了 脱落 往下掉 晃 抖 came_down collapsed leaning fell caved given_way gave_way shaking shakes",
        f"(?<!大)({_BUILT})[^。；树三观人设心态]{{0,12}}?({_FELL})",
        r"\b(ceiling|wall|roof|bridge|scaffolding|crane|balcony|building|hillside|tiles?)\b[^.。]{0,50}\b(came down|come down|collaps\w*|caved|leaning|given way|gave way|bulging|shaking)\b",
        f"({_FELL})[^。；树]{{0,6}}?(大坑|个坑|个洞|深坑|砖|整面墙|围挡)",
    ),
    scene(
        "collapse",
        3.0,
        True,
        "裂 缝 crack cracks cracked",
        f"(?:{_BUILT}|山)[^。；]{{0,24}}?({_CRACK})[^。]{{0,40}}?({_GRAVE_CRACK})",
        f"({_GRAVE_CRACK})[^。；]{{0,16}}?({_CRACK})",
    ),
    scene("collapse", 1.5, False, "裂 缝 crack cracks cracked", near(_BUILT, _CRACK, 20)),
    scene(
        "landslide",
        3.0,
        True,
        "山 坡 往下溜 裂口 冒沙 关不上 muddy_water hillside 泥石 石头 坝 堤 水库 闸 泄洪 下泄 放水 洪水 山洪 齐腰 齐胸 二楼 没过 dam dyke levee embankment hill",
        then("山|坡|崖|土方|渣堆|弃渣", "滑下来|下来了|塌了|塌下|垮|滚下|往下滚|往下滑|松动|裂了|裂开|轰隆隆|往下溜|裂口|在响", 14),
        then("石头|泥|土", "往下滚|滚下来|冲下来|盖住|埋住", 8),
        near(
            r"坝(?!村)|水库|河堤|江堤|堤防|大堤|闸口|\b(?:dam|dyke|dike|levee|embankment)\b",
            r"渗|冒水|冒浑|冒泡|漏水|一直是湿|湿漉|浑水|管涌|口子|灌水|往外灌|溃|决口|决堤|冒沙|关不上|seep\w*|leak\w*|muddy|breach\w*|coming out",
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
        near(_BANG, _WRECK, 24),
        near("库|厂|车间|仓|站|锅炉", "爆了|炸炉", 8),
        r"\b(blew up|blown up)\b[^.。]{0,40}\b(depot|plant|factory|warehouse|tank|shop|house)\b",
        then("罐|锅炉|电池|气瓶|煤气|高压锅|电瓶", "炸(?!锅|鸡|串|裂的)", 6),
    ),
    scene(
        "fire",
        2.5,
        True,
        "烧得 烧过 火线 flame 冒烟 冒黑烟 冒大烟 冒白烟 冒浓烟 浓烟 黑烟 都是烟 全是烟 烟灌 着了 烧着 烧起来 烧了 还在烧 窜火 蹿火 火苗 喷火 冒火 on_fire flames smoke",
        near(_HOUSE, _SMOKE, 18),
        then("真", "着了", 2),
        near(_HOUSE, "烧了起来|给烧了|在楼道里烧|烧得只剩|烧过去|烧过来|火线|火墙|火势", 14),
        r"\b(flames|smoke|blaze)\b[^.。]{0,40}\b(roof|house|building|station|shop|warehouse|school|window|stairs)",
    ),
    scene(
        "leak",
        2.5,
        True,
        "挖断 汽油 漂白水 嗤嗤 白雾 yellow_cloud cloud 煤气 燃气 天然气 液化气 液氨 氨 氯气 硫酸 盐酸 化学品 危化 罐车 槽车 储罐 化工 冷库 冷链 冷连 黄色的烟 黄烟 gas ammonia chlorine tanker chemical",
        then(_GAS, r"味(?!道不错)|臭|漏|滋滋|嘶嘶|ssss|\b(?:smells?|leak\w*|stinks?)\b", 14),
        r"\b(smells?|smelling|stinks|reeks)\b[^.。]{0,10}(gas)\b",
        near(_PLANT + "|加油站|液化气|气站|游泳馆", _ESCAPES + "|嗤嗤|白雾|汽油味|漂白水味", 20),
        near("挖断|挖破|挖漏", "燃气|天然气|煤气|气管", 8),
        r"\b(cloud|fumes|smoke)\b[^.。]{0,30}\b(factory|plant|works|depot)\b",
    ),
    scene(
        "pollution",
        2.5,
        True,
        "油桶 油花 粪水 蓝的 嗓子 喉咙 窗关 偷排 偷倒 直排 暗管 渗坑 倾倒 倒进 黑水 污水 废水 污泥 发黑 变黑 发红 变红 红水 红的 白沫 泡沫 沫子 农药味 油膜 油花 翻白 死鱼 死虾 漂 浮 死猪 死鸟 死鸡 "
        "foam foamed foams orange red dying dumping dumped sludge dead_fish dead_gobies oily",
        near(_DUMP, _FOUL, 20),
        near("取水口|水源地?|水库", "倒了|油桶|垃圾车|农药", 14),
        then("自来水|水龙头|出水|水", "黄[^。]{0,10}(?:味|腥|臭)|(?:味|腥|臭)[^。]{0,10}黄", 14),
        near(_RIVER, r"\b(?:foam\w*|orange|oily|turned black|soup-red|red water|dead (?:fish|birds?|ducks?|gobies|shrimp)|dying)\b", 80),
        near("嗓子|喉咙", "眼睛[^。，]{0,4}(?:睁不开|辣|流泪|疼)|睁不开眼|喘不上", 14),
        near("半夜|夜里|晚上|偷偷", "(?:放|排|倒)[^。，]{0,3}(?:黑水|污水|废水|脏水)", 12),
        near(_RIVER, _SPOILT, 22),
        then("漂着|漂了|漂满|浮着|浮了|浮满|浮在|翻白", "鱼|虾|鸟|天鹅|鸭|猪|鸡|白的|死", 14),
        near("死(?:猪|鸡|鸭|牛|羊|禽|鸟|天鹅)|病死[猪禽畜]", "沟|河|水源|水库|涝池|扔|漂|堆|编织袋|湖|塘|堰|臭", 24),
        then("黑水|污水|渗滤液|废水|粪水", "直接进|流进|流到|灌进|排进|流入", 6),
    ),
    scene(
        "pollution",
        2.5,
        True,
        "刺鼻 呛人 呛得 呛鼻 呛 辣眼 熏得 臭鸡蛋 烧塑料 化学味 药水味 农药味 氨味 恶臭 酸臭 怪味 放什么气 acrid chemical_smell rotten_eggs stinging fumes",
        near(_STINK, _BODY, 26),
        then("放什么气|排什么气|放气", "呛|味", 12),
    ),
    scene(
        "live_wire",
        2.5,
        True,
        "线在水 杆子 景观灯 喷泉 cable 电线 高压线 线缆 电缆 裸线 线杆 电杆 灯杆 灯柱 电箱 配电柜 线垂 变压器 火花 滋滋 嗞嗞 power_line power_lines wire wires cable cables",
        near(_WIRE, _LIVE, 18),
        near("变压器", "漏电|线[^。，]{0,6}(?:掉|垂|断)|被电|触电", 16),
        r"\b(power lines?|wires?|cables?)\b[^.。]{0,30}\b(hanging|down|sparking|dangling|on the ground|low enough|humming|in the water|came down)\b",
        r"\b(hanging|downed|sparking|dangling|fallen)\b[^.。]{0,12}\b(power lines?|wires?|cables?)\b",
    ),
    scene(
        "violence",
        2.5,
        True,
        "电棍 扎 砍 拖下来 摸 关在 打 扇 耳光 巴掌 踢 踹 掐 按在地 按倒 拖拽 捆 绑 封 体罚 罚跪 摸女 乱摸 拿着刀 持刀 拿刀 提着刀 举着刀 砍刀 knife machete hit slapped beat beaten kicked dragged",
        near(_GUARDIAN, _BEAT, 16),
        near("砍|捅|劈", "人了|(?:死|伤)人|一刀|血", 10),
        r"\b(bus driver|driver|guard|teacher)\b[^.。]{0,30}\b(dragged|beat|hit|kicked|slapped)\b",
        near("拿着?|提着?|举着?|挥着?|持", "刀(?!叉|具|削|片|法|切)|斧头|砍刀", 3),
        near("打|按|踢|踹", "肋骨断|骨折|血都出来|出血了|住院了", 20),
        near(f"{_YOUNG}|{_OLD}", "浑身是伤|全是青的|身上全是伤|胳膊上[^。]{0,6}青", 16),
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
        r"\b(standing|sitting|climbed)\b[^.。]{0,30}\b(wrong side|ledge|over the railing)|\b(threatening to jump|about to jump)\b|\b(note)\b[^.。]{0,30}\b(?:all|took) (?:his|her|the)[^.。]{0,8}(tablets|pills)",
    ),
    scene(
        "crash",
        2.0,
        True,
        "没刹住 酒味 车门 后门 went_off_the_road 校车 公交 大巴 客车 中巴 接送 面包车 接娃 接孩子 灰面包 刹不住 刹车 制动 school_bus bus coach minibus brakes brake",
        near(_BUS + f"|{_YOUNG}|乘客", _BRAKE, 30),
        near(
            r"校车|接送|接娃|接孩子|接学生|面包车|灰面包|\b(?:school bus|minibus)\b",
            rf"塞了|挤了|超员|超载|关不严|后备箱|(?:二|三|四)十[一二三四五六七八九]?个|[2-9]\d ?(?:个|名|人)",
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
        "(" + _BRAKE + ")",
        near("路口|车|桥头|大道", "又?撞了", 10),
        r"\b(lorry|truck|van|car)\b[^.。]{0,30}\b(collided|crash\w*|hit)\b",
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
    scene(
        "supply",
        1.0,
        False,
        "铁锈 没热水 electricity 又停水 停水 停电 没水 没电 水压 电压 跳闸 暖气 供暖 断网 网断 自来水 水龙头 停暖 no_water no_power no_heating out_of_water 全黑 亭了 水没了",
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
        "倒闭 给了一半 vanished 点链接 让我点 卡里 工资 工钱 血汗钱 货款 押金 定金 会费 年卡 会员卡 卡里 保教费 学费 退费 退款 补偿款 青苗费 补贴 一分没 一分钱 包工头 没拿到 没见 跑路 冒充 假冒 验证码 链接 刷单 "
        "wages salary salaries deposit refund membership paid unpaid compensation",
        near(_MONEY, _UNPAID, 20),
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
        near(_OLD, r"走失|走丢|没回(?:$|，|来)|没回来|没回家|找不到|走开|\bmissing\b", 26),
    ),
)
