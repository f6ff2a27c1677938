"""The two sides of scenes of harm: people, places, things, and what befalls them. Parts of regular expressions, folded."""

from __future__ import annotations

N = r"(?:\d{1,3}|[一二两三四五六七八九十几好多俩仨]{1,3})"
YOUNG = (
    "孩子|小孩|小朋友|娃|幼儿|婴儿|宝宝|女儿|儿子|闺女|侄子|侄女|孙子|孙女|外甥|学生|同学|女童|男童|男孩|女孩"
    r"|\b(?:boys?|girls?|child|children|kids?|pupils?|students?|daughter|son|toddler)\b|year-old"
)
OLD = (
    r"爷爷|奶奶|老人|大爷|大妈|老太太|老头|外公|外婆|姥姥|姥爷|痴呆|失智|\b(?:elderly|dementia|grandpa"
    r"|grandma|grandfather|grandmother)\b"
)
SOMEONE = (
    rf"{YOUNG}|{OLD}|有人|男的|女的|男子|女子|游客|大人|小伙|姑娘|司机|工人|一个人|俩人|两个人|几个人|钓鱼的|同伴"
    r"|\b(?:someone|somebody|man|woman|swimmer|tourist|two people|a person)\b"
)
WATER = "河|江|湖|塘|渠|潭|水库|水里|水中|水坑|海里|池子|池里|深沟|水沟|溪|井里|井口|堰"
WATER_EN = r"(?:river|canal|lake|water|reservoir|pond|sea|well|creek|ditch|weir)\b"
BUILT = (
    "戏台|井架|玻璃顶|吊臂|天桥|走廊|架子|墙|楼体|楼板|楼梯|房子|房屋|老屋|屋顶|桥|坝|堤|窑|看台|天花板|吊顶"
    "|顶棚|护栏|栏杆|围挡|脚手架|塔吊|吊车|雨棚|广告牌|瓷砖|玻璃|石头"
    "|边坡|路面|地面|马路|阳台|招牌|烟囱|水塔|支架|楼|挑檐|保温层"
    r"|\b(?:ceiling|wall|roof|bridge|scaffolding|crane|balcony|building|fa[cç]ade|stand|grandstand|pavement|road|tiles?)\b"
)
FELL = (
    "塌了|一推就倒|碎了|砸穿|翻了|塌下|塌陷|塌掉|塌个|塌出|坍|垮了|垮下|倒了|倒下|倒塌|倒在|整面|歪了|歪着"
    "|倾斜|掉下来|掉落|掉了一|砸下来|砸在|砸到|砸穿|砸了(?:人|车|路|我)|陷下去|陷了|下陷|断了"
    "|拍下来|脱落|往下掉|在晃|还在晃|晃得|在抖|抖得|都抖"
    r"|came down|comes? down|collaps\w*|caved|leaning|fell\b|falling|given way|gave way|gives way|shak(?:es|ing)"
)
CRACK = r"裂|缝|cracks?\b|cracked|cracking"
GRAVE_CRACK = (
    "越来越|往大里|一天比一天|能看见外面|扩大|变宽|掉土|掉渣|在晃|在抖|都抖|钢筋露|露出来|露筋|能伸进|伸进去"
    "|巴掌|手掌|拳头|一指宽|住着人|不愿搬|不敢住|看台|教室|山上|后山|坝|堤"
    r"|wider|widening|growing|hand in"
)
SICK = (
    "拉肚子|拉稀|又拉又吐|上吐下泻|呕吐|吐了|都吐|发烧|发热|起疹|疹子|疱疹|手足口|腮腺炎|水痘|诺如|肺结核"
    "|腹泻|腹痛|肚子疼|肚子痛|都是泡|都是吐|又吐|拉血|血丝便|流鼻血|出鼻血|咳血"
    r"|throwing up|threw up|vomit\w*|diarrh\w*|been sick|fell ill|same fever|feverish|rash\b|norovirus|hand,? foot"
)
GROUP = (
    "我们班|个班|月子中心|宝宝|厂里|班里|班上|全班|班今天|小班|中班|大班|寝室|宿舍|全校|园里|幼儿园|学校"
    "|孩子们|学生|同学|小朋友|幼儿|老人|养老院|病区|工友|酒席|宴席|席上|食堂"
    r"|half (?:of|the)|\bclass\b|pupils|kids|children|students|residents|canteen|school lunch"
)
MANY = (
    rf"都是|都在|都又|好几|多名|好多|十几|一半|倒了|接二连三|集体|一个传一个|又请假|{N} ?(?:个|名|例|人)(?!月)"
    r"|一桌|全寝室|全班|半个班|特别多|很多|成片|跟我一个屋|都(?=[又拉吐发])"
    r"|\bhalf\b|several|\ball\b|dozens?|\b\d+\b"
)
OXYGEN = r"氧气|供氧|氧压|呼吸机|血氧|监护仪|透析机|透析做|透析到|血透|\b(?:oxygen|ventilators?|dialysis machines?)\b"
CUT = (
    r"停了|停机|停电|断了|断供|没了|没有了|报警|掉到|降到|下降|不够|中断|没电|跟不上|\b(?:stopp?ed|failed|cut "
    r"off|ran out|dropp\w+|went off|alarm)\b"
)
WIRE = "电线|杆子|景观灯|路灯|喷泉|高压线|线缆|电缆|裸线|线杆|电杆|灯杆|灯柱|路灯杆|电箱|配电柜|线垂|一根线|插座"
LIVE = (
    "垂|耷拉|掉在|掉到|掉下|掉了|落在|断在|断了掉|滋滋|嗞嗞|吱吱|火花|漏电|打了一下|电了一下|麻了一下|电到|被电|电倒|触电|裸露|带电"
    r"|泡在水|泡着|麻得|在水里|电了"
)
GUARDIAN = (
    "幼师|拆迁的人|拆迁队|驾驶员|学校|老师|教师|教练|护工|护理员|保育员|阿姨|宿管|城管|保安|民警|警察|派出所"
    "|协警|辅警|教官|院长|校长|班主任|医生"
    r"|\b(?:teachers?|guards?|carers?|caregivers?|nurses?|officers?|police)\b"
)
BEAT = (
    "打人|打孩子|打学生|打老人|打我|打他|打她|打了我|打了他|打了孩子|打了学生|打骂|打得|打成|打伤|殴打|扇"
    "|耳光|巴掌|掌掴|踢(?!足|球|皮球)|踹|掐|拧耳|按在地|按倒"
    "|拖拽|拖鞋打|棍子打|拿.{1,5}打|用.{1,6}打|捆|绑|封.{0,4}嘴|关小黑|体罚|罚跪|摸女|乱摸|摸(?:我|她|学员"
    "|孩子|大腿|胸)|关在[^。，]{0,6}摸|动手动脚|电棍|用针扎|针扎|扎孩子"
    r"|\b(?:hit|hits|hitting|slapp\w+|beat|beats|beaten|kick\w*|punch\w*|dragg\w+)\b"
)
BUS = r"校车|公交|大巴|客车|中巴|班车|接送车|\b(?:school bus|bus|coach|minibus)\b"
BRAKE = (
    r"(?:刹车|制动|脚刹)[^。，]{0,4}(?:失灵|不住|不灵|坏|没了|软|失效|踩空)|刹不住|没刹住|brakes? (?:have |had )?(?:fail\w*|gone"
    r"|went)|(?:lost|no) (?:its |the )?brakes?"
)
FUMES = r"烧炭|炭火|炭盆|炭炉|热水器|煤炉|煤气|地下室|发电机|沼气|化粪池|污水井|窨井|\b(?:fumes|water heater|generator|boiler|charcoal)\b"
FAINT = (
    "晕|倒了|倒下|倒在|倒地|躺地|躺在地|没人应|叫不醒|头疼|头痛|站不起来|不省人事|昏|口吐白沫|拉走|软绵绵|下去一个倒一个|爬不起来"
    r"|\b(?:collapsed|dizzy|unconscious|faint\w*|carried out|passed out|ambulance)\b"
)
DUMP = r"偷排|偷倒|直排|暗管|渗坑|倾倒|倒进|往[^。，]{0,5}(?:河|沟|江|湖|海|溪|井)里?[^。，]{0,3}(?:放|倒|排)|\bdump\w*|\bdischarg\w+"
FOUL = r"污水|污泥|废水|废液|废渣|废油|固废|黑水|黑泥|酸水|泥浆|白浆|红水|毒|\b(?:sludge|waste|sewage|oil|chemicals?|acid)\b"
RIVER = (
    "河|溪|江水|湖|塘|水库|水渠|沟里|井水|井里的水|那口井|自来水|水龙头|饮用水|水源|海水|海湾|湾里|泉水"
    r"|\b(?:creek|river|stream|well|lake|bay|pond|tap|taps|wetland)\b"
)
SPOILT = (
    "发黑|变黑|黑水|乌黑|发红|变红|红水|是红的|红色|橙色|乳白|牛奶|白沫|泡沫|起沫|沫子|农药味|油花|油膜"
    "|柴油味|蓝的|绿的|翻白|死鱼|死虾|鱼.{0,4}死|虾.{0,4}死"
    r"|foam\w*|\borange\b|\b(?:turned|ran|runs|soup-|bright |rust-colou?red |)red\b|oily|pitch black"
    r"|turned black|dead (?:fish|birds?|ducks?|gobies|shrimp)|\bdying\b"
)
STINK = (
    "刺鼻|呛人|呛得|呛鼻|有点呛|辣眼|熏得|臭鸡蛋|烧塑料|化学味|药水味|农药味|氨味|恶臭|酸臭|怪味|怪怪的味"
    "|一股味|味儿?很冲|放什么气|味道呛"
    r"|acrid|chemical smell|rotten eggs?|stinging|pungent|burnt plastic|burning plastic|fumes|\bstench\b"
)
BODY = (
    "窗关|关窗|闭窗|不敢开窗|嗓子|喉咙|眼睛|头晕|头疼|恶心|想吐|咳|睁不开|喘|胸闷|不敢呼吸|不敢开窗|流泪|流鼻血"
    r"|\b(?:throats?|eyes|dizzy|cough\w*|nausea|headaches?|nosebleeds?)\b"
)
SMOKE = (
    "冒烟|冒黑烟|冒大烟|冒白烟|冒浓烟|浓烟|黑烟|全是烟|都是烟|烟灌|烟往"
    "|(?<![睡跟走坐站躺看忙带等穿背压拉附靠])着了|烧着|烧起来|烧了起来|还在烧|窜火|蹿火|火苗|喷火|冒火|往外烧"
    r"|\bon fire\b|in flames|smoke (?:is )?(?:pouring|coming|everywhere|billowing)|full of smoke|thick smoke|black smoke"
)
HOUSE = (
    "楼|店|房|车(?!站)|棚|厂|仓库|桩|柜|集上|摊|院|屋|窗|家里|家属|市场|宿舍|隧道|街|机房|厨房|学校|教室"
    "|病房|酒店|宾馆|船|山上|林子|垃圾场|充电"
    r"|\b(?:flat|stairs?|stairwell|house|building|shop|warehouse|kitchen|school|hotel|roof|car|boat|market|hill|forest|apartment)\b"
)
GAS = r"煤气|燃气|天然气|液化气|\bgas\b"
PLANT = (
    r"液氨|氨气|氯气|硫酸|盐酸|化学品|危化|罐车|槽车|储罐|化工|化肥厂|冷库|制冷|冷链|冷连|\b(?:ammonia"
    r"|chlorine|tanker|chemical (?:plant|works)|cold store)\b"
)
ESCAPES = "漏|白烟|黄烟|黄色的烟|冒烟|流了一地|呛|眼睛睁不开|氨味|酸味|刺鼻" r"|\b(?:leak\w*|spill\w*|fumes|cloud)\b"
BANG = r"轰的?一声|嘭的?一声|砰的?一声|轰隆一声|“嘭”|一声巨响|巨响|跟?打雷一样|\b(?:huge|loud|massive) (?:bang|blast|boom)\b"
WRECK = r"玻璃|火|烟|塌|飞出|震|碎|倒|炸|门窗|厂|仓库|罐|\b(?:windows?|smoke|flames|plant|warehouse)\b"
MONEY = (
    "工资|工钱|血汗钱|加班费|货款|押金|定金|订金|会费|年卡|会员卡|卡里|保教费|学费|退费|退款|补偿款|安置费"
    "|青苗费|补贴|奖金|饭钱|租金|预付|预收|首付"
    r"|\b(?:wages|salary|salaries|deposits?|refunds?|membership|pensions?|compensation)\b"
)
UNPAID = (
    "没拿到|没见到|没见着|没发|没给|没到账|没到|没结|没退|不退|不给|不发|拖着|拖到|拖了|拖欠|一分没|一分钱"
    "|没人付|要不回|要不到|退不了|跑路|关门|停园|截留|缩水"
    r"|找谁|联系不上|\b(?:unpaid|not been paid|haven't been paid|hasn't been paid|hasn't paid|haven't paid|never came|owed?|withheld)\b"
)
