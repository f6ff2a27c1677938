"""What has the form of a name and is none where it stands: days, what is counted, families, rivers, firms, dishes, acts, beasts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from huiying.core.clean import likely, shapes
from huiying.core.clean.cues import LABELS, ROLES, TICKET
from huiying.core.clean.heads import HEADS
from huiying.core.clean.letters import ALONE, LEVELS
from huiying.core.clean.offices import places
from huiying.core.clean.pairs import NOUNS, PAIRS, VERBS
from huiying.core.clean.surnames import RARE, SURNAMES, WEAK

_SELDOM = WEAK | RARE | shapes.UNUSUAL
_DAY = re.compile(".?(?:周|星期)[一二三四五六日天末]|[单双]月.?|第五[天年月日次个名届期批轮号页章条项季层楼期周]")
_NUMERALS = frozenset("一二三四五六七八九十两几半百千")
_ORDERS = frozenset("告人诉证之老小初期周唯统第")
"""What stands before a numeral that counts nothing: 原告一, 老三, 周一."""
_MEASURES = frozenset("孔张项章段车家盘块位户米方包桶代届班路支把份封管叶")
_WATERS = frozenset("河江湖溪海")
_OF_WATER = re.compile(
    "水(?!费|表|电|卡|管|工|泵|军)|[河江湖]?[岸畔堤段]|发[红黄黑绿白臭浑]|涨|断流|流域|[上中下]游|沿[岸线]|两岸|入[海河江]口?|汛|决口|漫[堤溢滩过]|倒灌|源头|支流"
)
_FIRM = re.compile(
    "化工|纺织|印染|建材|物流|五金|塑料|橡胶|制品|树脂|米业|面业|粮油|油脂|木业|石业|竹业|茶业|酒业|水产|置业|商贸|机械(?!师|员|厂工)|陶瓷|重工|矿业|药业|乳业|实业|制衣|制药|光电|新能源|旅行社|保洁公司"
)
_WHOLE_FIRM = re.compile("[^\x00-\x7f的是与和及向被把对将给名旗经开，。、；：（）《》]{0,8}(?:有限(?:责任)?公司|股份公司)")
_ONE_OF = re.compile("一(?:出租[屋房]|居民[楼区]|民[房宅居]|小区|工地|商[铺场]|饭店|餐馆|学校|小学|中学|幼儿园|工厂|车间|仓库|养殖场|矿)")
_BEAST = re.compile("[没未不](?:拴|牵绳|系绳)|(?:狗|犬|猫)(?![蛋娃])")
_COLOURS, _BEASTS, _CHILDREN = frozenset("黄白花金"), frozenset("狗猫犬狼猪鸡鸭鹅牛蛇蜂鼠"), frozenset("娃蛋剩子儿仔宝")
"""Surnames that are colours, the beasts they are of, and how a child is named after one."""
_MUDDY = frozenset("汤水泥沙土烟灰毛")
_METALS = frozenset("金铁铜")
_DYNASTIES, _OF_DYNASTY = frozenset("隋唐宋元明秦晋梁陈魏齐吴楚燕赵韩"), frozenset("军兵朝廷王帝宗将")
_STREETS = frozenset("路街巷桥")
_THEN = frozenset(["", *"和与南北东西入攻率"])
_LONG_AGO = re.compile("史[学书料载册]|[县方]志(?!愿)|朝廷|[王南北隋唐宋元明清汉秦晋梁陈魏齐周]朝|起义|相传|公元|年间|古代|里供的?|供奉")
_WITHERING = re.compile("[叶苗花水管柳桑杨梁柏麻车房井]发[黄白黑红绿臭霉卷皱烂枯热烫软浑苦蔫]")
_TORN = frozenset(["程师", "安抚", "石料", "石材", "余额", "金额"])
"""What begins a name only where a word is torn: 工|程师."""
_NOBODY = frozenset(
    ["阎王", "融得进", "双锁", "冀籍", "代发", "路虎", "代其", "代为", "代牧", "代销", "全名", "全称", "原话", "敬启", "席间", "席时"]
)
_MASTERS = frozenset("影律教厨医技理药")
"""What stands before 师: a word for who somebody is, which no name tears."""
_DISHES = frozenset("丸草茶薯糕粽粥饭饼醋膏芋蒜葱椒鲊")
_NEVER_THIRD = frozenset("酒宴寺庙祠")
_CITIES = frozenset(["乌鲁木齐", "呼和浩特", "齐齐哈尔", "牡丹江", "石家庄", "张家口", "连云港"])
_COMPOUNDS = re.compile("(?:高峰(?=[期时日值段])|西门(?=岗|口|外|内|桥|站|街|路))")
_CROWDED = re.compile("(?:[上下]班|[早晚午]|上下?学|放学|用[电水气]|客流|车流|出行|交通|返程|返乡|就诊|就餐|购物|旅游|病例|流感)\\Z")
_PARTIES = frozenset(["代建", "承建", "参建", "施工", "承租", "承包", "承运", "保管", "支付", "经办", "管理"])
_FOR_OTHERS = frozenset("上班课购驾言理收办签缴领煎管养写练跑打拿取买卖")
_GOODS = frozenset("露霜膏液粉乳剂油")
_SHARE = re.compile("一半|半数|百分|多数|大头|[\\d一二三四五六七八九两]成|\\d")
_LIVING_IN = re.compile(r"\b(?:[Ll]iv|[Ss]tay|[Rr]esid)(?:e|es|s|ed|ing)? in \Z")
_MADE_TO = re.compile(f"[让请叫找](?:{ROLES})\\Z")
_CALLED_THING = re.compile(
    "(?:[这那才统也]|[这那]就|(?:台风|[狗猫犬店菜歌书村酒药]|品牌|软件|平台|产品|游戏|餐厅|公司|饭店|小区|电影|节目|项目|病)(?:的?(?:名字|名称?))?)\\Z"
)
_ASKED_FOR = re.compile(f"(?:{TICKET}|{LABELS})[：: ]?\\Z")
_POINTED_AT = re.compile("[这那](?:个|种|片|条|些|块|座|道)\\Z")
_TURNING = frozenset("转变")
_WITHIN = frozenset("里家")
_FOR_SO_LONG = re.compile("[\\d一二两三四五六七八九十几数多]+(?:小时|天|日|夜|晚|年|月|周|次|场|个)")
_FEASTS = frozenset(["国庆", "元旦", "中秋", "春节", "清明", "端午", "元宵", "重阳", "立春", "冬至"])
_AROUND_A_FEAST = re.compile("[后前期假节长当]|放假|小长假")
_NUMBER_OF_PAPER = re.compile("[〔\\[（(]\\d{4}[〕\\])）]")
_AMONG_PLACES = re.compile(
    "(?:、[\u4e00-\u9fff]{2,6}){0,6}(?:等[\\d一二三四五六七八九十两几多]*|[两三四五六七八九十\\d]+)个?(?:行政|自然)?(?:村|[乡镇]|街道|社区|小区|景[区点]|地(?!块)|山区|道路|公路|线路|路段|河道)"
    "|(?:、[\u4e00-\u9fff]{1,6}?){1,6}(?:村|[乡镇]|社区|小区|街道)(?=[停断限供等共受全沿]|部分|一带|[^\u4e00-\u9fff]|\\Z)"
)
_LIKE_A_NAME, _MAYBE_A_NAME = 3, 2
_BEARING = 2.0


def looks_so(text: str, name: str) -> bool:
    """Whether a name is something else wherever it stands in the text."""
    if not shapes.han(name[0]):
        return all(_LIVING_IN.search(text, max(0, start - 16), start) for start in places(text, name))
    return _by_itself(name) or all(map(_test(text, name), places(text, name)))


def called_so(text: str, position: int) -> bool:
    """Whether what is called something, by the word for it at a place, is nobody: 那叫管涌, 台风名字叫麻薯."""
    return _CALLED_THING.search(text, max(0, position - 8), position) is not None


def _by_itself(name: str) -> bool:
    given = name[shapes.surname(name, 0)[1] :]
    if name[:2] in _TORN or _DAY.fullmatch(name) or given in _WITHIN or (name[0] == "代" and given in _FOR_OTHERS):
        return True
    if name[0] in _COLOURS and name[1] in _BEASTS and name[-1] not in _CHILDREN:
        return True
    if name in _NOBODY or (name[0] in _COLOURS and name[1] in _MUDDY and name[-1] == "子") or (name[0] == "时" and given in VERBS):
        return True
    return len(name) == 3 and (
        name[0] == name[2]
        or (name[0] in _METALS and name[2] == "子" and given in NOUNS)
        or (name[2] == "方" and name[:2] in _PARTIES)
        or name[2] in _NEVER_THIRD
        or (name[2] in _GOODS and name[:2] in PAIRS)
        or (name[0] in _SELDOM and ALONE.get(name[0]) == "v" and given in NOUNS and shapes.weight(given) < _MAYBE_A_NAME)
        or (name[0] == "把" and shapes.weight(given) < _LIKE_A_NAME)
    )


def _test(text: str, name: str) -> Callable[[int], bool]:
    return lambda start: any(_at(text, name, start, start + len(name)))


def _at(text: str, name: str, start: int, end: int) -> Iterator[bool]:
    before = text[max(0, start - 24) : start]
    yield before[-1:] in _NUMERALS and name[0] in _MEASURES and before[-2:-1] not in _ORDERS
    yield before[-1:].isdigit() and name[0] == "米"
    yield name[-1] in _WATERS and _OF_WATER.match(text, end) is not None
    yield name[-1] in SURNAMES and likely.TITLED.match(text, end) is not None and before[-1:] + name[0] in PAIRS
    yield name[1] in "小老阿" and name[-1] in SURNAMES and before[-1:] + name[0] in PAIRS
    yield text[start - 1 : end] in _CITIES or text[start - 1 : end + 1] in _CITIES
    yield name[1:] == "高峰" and before[-1:] + name[0] in ("出程", "返程", "归程")
    yield name[:2] == "高峰" and _CROWDED.search(before) is not None
    yield name[1] in _STREETS and before[-1:] + name[0] in PAIRS
    yield _COMPOUNDS.match(text, start) is not None and likely.left(before) < _BEARING
    yield name[0] == "谈" and before[-1:] == "约"
    yield name[0] == "师" and before[-1:] in _MASTERS
    yield name[0] == "娘" and before.endswith("老板")
    yield _FIRM.match(text, end) is not None
    yield _WHOLE_FIRM.match(text, end) is not None and likely.left(before) < _BEARING
    if name[2:] in _THEN and name[0] in _DYNASTIES and name[1] in _OF_DYNASTY:
        yield likely.left(before) < _BEARING and _LONG_AGO.search(text) is not None
    yield _WITHERING.fullmatch(name) is not None and likely.left(before) < _BEARING
    yield name[-1] == name[-2] and before.endswith(("你们的", "大家的", "咱们的"))
    yield name[0] == "向" and name[-1] in SURNAMES and likely.TITLED.match(text, end) is not None and likely.left(before) < _BEARING
    yield name[0] == "连" and _FOR_SO_LONG.match(text, end) is not None
    yield name[1:] in _FEASTS and _AROUND_A_FEAST.match(text, end) is not None
    yield name in VERBS and shapes.han(text[end : end + 1] or " ") and likely.right(text[end : end + 14]) < 1
    yield _NUMBER_OF_PAPER.match(text, end) is not None
    yield _AMONG_PLACES.match(text, end) is not None
    yield _BEAST.match(text, end) is not None
    yield len(name) == 2 and _ONE_OF.match(text, end) is not None
    yield len(name) == 2 and name[1] in _DISHES and likely.left(before) < _BEARING
    yield ALONE.get(name[0]) == "v" and name[1:] in NOUNS and _MADE_TO.search(before) is not None
    yield name[-1] == "占" and _SHARE.match(text, end) is not None
    if len(name) == 2 and name[0] in shapes.UNUSUAL and LEVELS.get(name[1], 0) < _MAYBE_A_NAME:
        yield likely.right(text[end : end + 14]) < 1 and _ASKED_FOR.search(before) is None
    yield name[1:2] in _TURNING and before[-1:] in ("由", "从")
    yield name[0] in _SELDOM and (name in PAIRS or name in HEADS or name[-1] == name[-2]) and _POINTED_AT.search(before) is not None
