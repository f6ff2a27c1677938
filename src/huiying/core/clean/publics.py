"""Whether a number or a door is published by a body or is somebody's own: by who is spoken of in its sentence."""

from __future__ import annotations

import re

from huiying.core.clean.view import after, before, ends

_BODY = (
    r"(?:(?:[局委]|(?<![包代补申停照督承举开难])办)(?!宿舍|家属|小区)|(?<![一二两三])厅|残联|妇联|供销社|办公[室厅]?|中心|政府|医院|卫生院|保健院|诊所|学校|中学|小学|大学|"
    r"学院|幼儿园|公司|集团|银行|支行|[支大中总]队|派出所|法院|检察院|服务站|车站|水厂|"
    r"电厂|酒店|宾馆|超市|商场|商店|门店|营业厅|大厅|"
    r"大厦|广场|单位|招[聘办生标]|报名|校区|园区|工业园|车管所|律师事务所|社区|居委会|"
    r"村委会|业委会|街道办|工会|红十字|消协|报社|电视台|剧院|博物馆|图书馆|体育馆|公园|"
    r"景区|便利店|药店|书店|饭店|餐馆|饭馆|面馆|餐厅|小吃|茶馆|网吧|理发店|美容|诊室|店面|(?<!出租)门面|商铺|旺铺|铺面|铺子"
    r"|临街|驿站|代收点|网点|楼盘|样板[间房]|售楼[部处]|经营部|营业点|代办点|服务点|驻点|采购人|"
    r"菜场|市场|仓库|写字楼|工厂|影院|影城|健身房|加油站|服务区|纪念馆|展览馆|窗口|服务台|[少青文]\S{0,2}宫|[\u4e00-\u9fff]管所|校医室|医务室|保卫[科处]|教务处|政教处|总务处|财务[科室处]|[镇乡]上|店[里内]|便民服务|检验科|化验室|护士站|[医武茶书画会公旅棋]馆|药房|KTV|酒吧|歌厅|足浴|洗浴|棋牌室|网咖|粮油店|故居|祠堂|教堂|养老院|敬老院|福利院|合作社|事务所|营业部|"
    r"分店|总店|专卖店|旗舰店)"
)
_LINE = (
    r"(?:[可请](?:拨打?|打(?!座机|手机|电话|[我他她家]))|欢迎(?:致电|拨打)|公众号或?(?:致电|拨打)|[局委办站所院校厂社队室部科处厅馆司台]的?(?:联系|咨询|值班|服务|办公)?电话[：:]?(?=\Z)|[Qq]uestions[^.]{0,20}\bcall|如有异议，?请?(?:拨打?|致电|联系|向)?|热线|悬赏|线索|爆料|报料|办案|征集|专线|咨询(?=电话|热线|专线|号码|台|处|[^\u4e00-\u9fff]|\Z)|"
    r"总台|[前柜]台|车控室|劳动监察|法官助理|书记员|异议[，,]?请?拨打?|[科股所站局院校]长[，,：: ]{0,2}(?=\Z)|"
    r"公[告示]，?(?=联系|咨询|电话)|值班|(?<![我他她您你家人者主户])(?:登记|求助|异议|受理|理赔|报案|挂号|订餐|送水|调度|接种|征兵|招生|退费|缴费|查询|法援|仲裁|调解|反馈|售后|值守|认领|救[援助]|报修|申诉|复核|领取|发放)电话|举报|监督|报警|抢修|应急|投诉电话|客服|公开电话|总机|传真|预约)"
)
_BODY_EN = (
    r"\b(?i:council|clerk|office|helpline|hotline|floodline|duty|enquir\w+|inquir\w+|police|"
    r"hospital|clinic|surgery|station|department|agency|bureau|"
    r"authority|(?:county|crown|high|district|magistrates'?|family|the|of) court|school|college|library|museum|"
    r"switchboard|front desk|counter|administration|"
    r"press|"
    r"customer services?|"
    r"reception|ltd|limited|inc|shop|store|stores|cafe|café|restaurant|locker|karaoke bar|KTV|CDC|bar|salon|gym|hotel|pub|"
    r"offices?|company|church|hall|centre|center|stall|market|sold out|branch|bank|supermarket|building site|plc|charity|bus stop)\b"
    r"(?! (?:Road|Rd|Street|St|Avenue|Ave|Lane|Terrace|Close|Drive|Row|Crescent|Rise|Way|Place|Grove|Hill|Approach|Mews|Walk|View)\b)"
)
_OWN = (
    r"(?:[我俺咱](?![查问打拨看听们国局院校县市镇区办委厅]|公司|单位|中心|在网上)|本人|家[里住中属人长]|[他她]|先生|女士|"
    r"师傅|[大老小]?[姐哥婶嫂]|阿姨|大[爷妈]|老板|房东|租客|业主|来电人|来访人|投诉人|"
    r"反映人|求助人|申请人|诉求人|当事人|失主|村民|居民|患者|老伴|儿媳|[儿女]子|女儿|老人|"
    r"老汉|独居|住户|户主|"
    r"户号|被执行人|身份号码|身份证|来电(?=咨询|反映|投诉|称)|留的(?:座机|电话|号码|手机)|手机|看[车房货](?=电话|座机|请?打)|私人|本宅|家电|宅电|被告(?!.{0,16}公司)|原告|证人|来信人|(?<![国大专哪商厂独作])家(?![庭电公店长]))"
)
_OWN_EN = (
    r"(?:\b(?:[Mm]y|[Mm]e|I|I'm|I'?ve|mine|his|her|their|our|Mr|Mrs|Ms|Miss|[Rr]esident|"
    r"[Nn]eighbours?|[Ll]andlord|[Tt]enant|[Hh]usband|[Ww]ife|[Ss]on|[Dd]aughter|[Hh]ome|"
    r"[Ll]iv(?:e|es|ed|ing)|CALLER)\b)"
)
_PUBLIC = re.compile(f"{_LINE}|{_BODY}|{_BODY_EN}")
_A_BODY = re.compile(f"{_BODY}|{_BODY_EN}|办案|值班|抢修|客服")
_PRIVATE = re.compile(f"{_OWN}|{_OWN_EN}")
_LAST_LINE = re.compile(
    r"(?:拨打?|致电)(?:1\d{2}|123\d\d)[^，。]{0,2}(?:或|、|/|和)\Z|\b(?:info|office|clerk|council|enquir\w+|contact|complaints?|press|health|env|planning|housing|highways|licensing|service|"
    r"support|reception)[\w.]{0,20}@[\w.-]{4,40}\W{1,3}(?:(?i:tel|phone|or|and|call)\W{0,2}){0,2}\Z|"
    f"(?:{_LINE}|办公|服务)(?:电话|专线|热线|号码|座机)?[ （(：:为是]{{0,3}}\\Z|(?i:hotline|"
    f"duty|helpline|floodline|enquir\\w+|inquir\\w+|switchboard)[ a-z]{{0,12}}[: ]{{0,2}}\\Z"
)
_EARLIER = 160
# The line of a firm that somebody complains of is no line that the firm gives out here; those who bring water and light have lines for all.
_ACCUSED = re.compile(
    "(?<!供[水电热气])(?<!自来水)(?<!公交|水务|热力|燃气|电力|客运|银行|保险|交通|地铁|通信|网络)"
    "(?:公司|店[面铺里内家]?|商家|厂家|中介|机构|门市|会所|诊所|驾校|网点|班(?<=培训班|托管班|辅导班)|"
    "超市|饭店|酒店|宾馆|民宿|健身房|美容院|维修点|驿站|物业)的?(?:联系)?(?:座机|电话|号码)[是为:：]?[ ]?\\Z"
)
_COMPLAINT = re.compile("来[电信访]人|来电反映|市民反映|工单|投诉人|诉求|信访人|举报人|求助人|反映人|居民反映")
_CALLERS = re.compile("[。\n\x00](?:联系方式|联系电话|来电号码|电话|手机)[：:]\\Z")
_OTHER_LINE = re.compile(r"(?<!\d)1\d{2}[\d -]{8,12}(?:或者?|/|、)\s?\Z")
_LABEL = re.compile(r"\A\W*(?:(?:咨询|联系|订票|报名|预约)?电话|服务台|(?i:tel|phone|telephone))[ .:：]*\Z")
_OF_CALLER = re.compile(rf"来[电访信]|[诉投反求申失户事]\S{{0,2}}[人主]|联系人|本人|[我俺咱]|住(?!院|建)|寻|{_OWN_EN}")
_CALL = re.compile("(?:拨打|致电|电话)[：:]?\\Z")
_ASKED_THERE = re.compile("(?:进行)?(?:咨询|查询|举报|了解|核实)")
_FREE = re.compile(
    r"(?:\+?44)?0?(?:800|808|300|303|330|333|345|344|370|371|84[345]|87[0-3])\d{6,7}\Z|"
    r"1?(?:800|888|877|866|855|844|833)\d{7}\Z|[48]00\d{7}\Z|10(?:6|10)\d*\Z|96\d{3,}\Z"
)


_BODY_JUST_BEFORE = re.compile(rf"{_BODY_EN},? (?:at |in |on )?\Z|{_BODY}[（(：:，,]?(?:地址|位于|在)[：:]?\Z")
_FIRM = re.compile(r"[ \w'.-]{0,30}?\b(?:Ltd|Limited|PLC|plc|Inc)\b")
_BODY_THERE = re.compile(
    rf"的?[^，。；、,;（）()反我你他她\d住家]{{0,4}}{_BODY}(?!宿舍|家属|小区|旁|对面|附近|门口|楼上|隔壁|居民|住户|村民|老师|医生|员工|职工|的[^，。]{{0,6}}家)"
)
_NAMED_BEHIND = re.compile(rf"[（(][^（）()]{{0,16}}{_BODY}")
_BODY_BEHIND = re.compile(rf"[^，。；、,;（）()反]{{0,10}}{_BODY}(?!家属)")
_BODY_BEHIND_EN = re.compile(r"[ \w'.-]{0,40}" + _BODY_EN)


_IN_STREET = re.compile("[路街道]\\d{1,4}号\\Z")
_ADVERT = re.compile("开业|特价|优惠|到店|营业|新店|招牌|批发|门面|旺铺|打折|[前满]\\S{1,3}位|免费品尝|欢迎光临")
_OPEN, _CLOSE = ("(", "（"), (")", "）")
_WAY_THERE = re.compile(r"(?:[^\W在于址到至]{2,6}?(?:省|市|县|(?<![校园厂院])区|镇|乡|街道|社区|村|路|街|巷|弄|苑|里))+\Z")
_LIVES_THERE = re.compile(r"(?:(?<!入)(?<!居)住(?!所|院|户|房|宿)(?:在|址)?|家在)[^，。；、\d]{0,18}\Z")
_DEEP = re.compile(r"单元\s?\d{3,4}|[栋幢]\s?\d{3,4}室")
"""A stair and a room in it: nobody but people who live there is told apart so."""
_ROOM = re.compile(r"[栋幢]\s?\d{3,4}\Z")
"""A house and a room alone, which are as much where they stand in brackets behind a name."""


def free_number(digits: str) -> bool:
    """A number of a kind that only bodies rent: 400-…, 0300 …, 1-800-…"""
    return _FREE.match(digits) is not None


def of_body(view: str, start: int, end: int) -> bool:
    """Whether a line belongs to a body: announced as its line, or a body and no private person is spoken of in the sentence before it."""
    lead = before(view, start)
    if _ASKED_THERE.match(view, end) and _CALL.search(lead):
        return True
    if _ACCUSED.search(lead) and _COMPLAINT.search(view):
        return False
    if _OTHER_LINE.search(lead) or (ends(_CALLERS, view, start) and _COMPLAINT.search(view)):
        return False
    if _LAST_LINE.search(lead):
        return True
    private = list(_PRIVATE.finditer(lead))
    public = list(_PUBLIC.finditer(lead))
    if public:
        return not private or (private[-1].end() < public[-1].start() and public[-1].end() > len(lead) - 10)
    if private:
        return False
    earlier = view[max(0, start - _EARLIER) : start]
    told = _LABEL.search(lead) is not None and _A_BODY.search(earlier) is not None and _OF_CALLER.search(earlier) is None
    return told or _NAMED_BEHIND.match(view, end) is not None or bool(re.match(r"[ )）]*\(?office hours", after(view, end)))


def door_of_body(view: str, start: int, end: int) -> bool:
    """Whether a door is a body's: a body stands right behind it, or before it in a sentence that speaks of nobody's home."""
    lead, rest = before(view, start), after(view, end, 24)
    private, led = _PRIVATE.search(lead) is not None, _WAY_THERE.sub("", lead)
    if _FIRM.match(rest) or _BODY_THERE.match(rest) or (private and _BODY_JUST_BEFORE.search(led)):
        return True
    if private or _PRIVATE.match(rest.lstrip("，, ")):
        return False
    if ends(_LIVES_THERE, view, start):
        return False
    if _IN_STREET.search(view, max(0, start - 1), end) and _ADVERT.search(view, max(0, start - 80), end + 40):
        return True
    if _DEEP.search(view, start, end) or (_ROOM.search(view, start, end) and view[start - 1 : start] in _OPEN and rest[:1] in _CLOSE):
        return _BODY_BEHIND.match(rest) is not None
    return any(pattern.match(rest) for pattern in (_BODY_BEHIND, _BODY_BEHIND_EN)) or _A_BODY.search(led) is not None
