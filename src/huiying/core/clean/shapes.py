"""What the characters of a name tell by themselves: its surname, and whether they are more of an everyday word."""

from __future__ import annotations

import re

from huiying.core.clean import likely
from huiying.core.clean.heads import HEADS, LONG
from huiying.core.clean.letters import ALONE, LEVELS, NEVER
from huiying.core.clean.pairs import NOUNS, PAIRS, PARTICLES, VERBS
from huiying.core.clean.surnames import COMPOUND, DISTINCT, RARE, SURNAMES, WEAK, WORDS

UNUSUAL = (
    frozenset(
        "蹇笃植尉那冶卡羊暴撒折但年妥虎缐粘青亢勇菅睢眭逯妫骈郏闵仵侴门闪者肇昌降敏初矫母漕牵玉由甫硕竹种綦缴羽胶脱芈茆薄赫释铁锁陀隰雒雪革须风飞首香海呼力才信税嘎泉银果火"
        "后木谏仲鄞斛鉴弥拜把丑菊蔄幺户尕衣云"
        "归蓬俎郅邾贠钭伉於恽姒侬贲琚韶蓟濮俸骞戎羌莽淳逮旷滑凤支伏冶妥喇占原明扶怀磨闭奉岩刀虎保纳撒秋班危宰寸昂渠扁逢莱仓舍"
        "禚偰凃佀楮泮穰鬲郯呙皋凡盘起弄番玄折摆忽剪黑索承鲜来元随斯森侍修操达经库英呼智练权候普犹弋芶迮撖敦荔钦延拾"
    )
    - SURNAMES
    - RARE
)
"""Surnames that are rarer than the rare ones."""
COMMON = frozenset("王李张刘陈杨赵吴徐孙胡朱郭梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜")
FIRST = SURNAMES | RARE | UNUSUAL
PLACE = frozenset("镇村县乡街巷路庙庄苑湾市区局厂店院校府城寨屯坝塘沟坡弄河山江湖岭洞桥站")
OPENING = frozenset("时后前晨晚午夜给")
_NOBODY = frozenset(pair for pair in PARTICLES | frozenset(likely.KIN_WORDS) if pair[0] in FIRST)
"""Words of two characters that say when, how or whose, and name nobody."""
_NEVER_LAST = frozenset(char for char in NEVER if ALONE.get(char) in ("v", "d"))
"""Odd characters that are verbs or particles by themselves: they end no name."""
_AT_ONCE = frozenset("急凉火装手重落实力迷")
_DOUBTFUL = RARE | UNUSUAL
_SURE, _PERHAPS = 3, 2
_NO_GIVEN = re.compile(
    "(?:.?[日岁号姓]|[一二三四五六七八九十两几每本上下当]?月)|.?[率镇村县乡街巷路庙庄苑市区局厂店院校屯寨衫帽裤鞋灯鱼病号楼室府份沟塘坝湾坡坞圩塬垭峪屿埠站卡巢峡岗塔墓祠庵潭班营堰陵州坪滩疃夼垛郡嘴咀]|镇[^豪宇伟海涛雄鹏业辉华强国邦威权坤洪杰鑫宏宁]|[村乡县州市塘坝堰屯沟].|[^园]园|[姐哥妹弟嫂叔伯姨婶爷奶总工队]"
    "|[县市省区镇乡村校院局所站会行厂班队科处股部厅司]长|主任|书记|经理|凌晨|[姐哥弟嫂叔伯姨婶爷奶]家|[大二三四五六七小老][叔伯婶爷奶]"
)
_NO_GIVEN_ENDS = frozenset(
    "镇村县乡街巷路庙庄苑市区局厂店院校屯寨衫帽裤鞋灯鱼病号楼室府月日份岁率沟塘坝湾坡坞圩塬垭峪屿埠站卡巢峡岗塔墓祠庵潭班营堰陵州坪滩疃夼垛郡嘴咀园姐哥妹弟嫂叔伯姨婶爷奶总工队"
    "长任记理晨家姓"
)
_OF_FAMILIES = PLACE | frozenset("圩坳垸垭垄岔峪洼窑铺店埠堡埂畈垅冲坎凹")
ACTS = {
    "向": "阳前东荣红军明华辉南宇山海",
    "改": "芳英花琴兰香玲梅莲霞云珍凤秀娥改",
    "占": "军国山魁奎胜强江元海平林金",
    "土": "生旺根养林金水",
    "会": "芳英玲琴娟霞兰敏",
    "招": "弟娣男财",
    "战": "胜军国友",
    "政": "国军华伟",
} | dict.fromkeys("换跟想接带", "弟娣")
GIVEN_ACTS = frozenset(first + last for first, lasts in ACTS.items() for last in lasts) | {"建设", "解放", "跃进", "抗美", "支边"}
"""Given names that begin or end with what else hardly ever is in one: 向阳, 改芳, 招弟, 建设."""
_TITLE_STARTS = frozenset("先女小兽师老大阿同医教警律护经爷奶妈爸婆叔伯某氏")
_TITLES_BEGIN = frozenset("先女师大同医警教律护老爷奶妈爸婆叔")


def _kind(char: str) -> str:
    if char in UNUSUAL:
        return "unusual"
    if char in RARE:
        return "rare"
    if char in WEAK:
        return "weak"
    if char in DISTINCT:
        return "plain" if char in COMMON else "distinct"
    return "common" if char in COMMON else "other"


_KINDS = {char: (_kind(char), 1) for char in FIRST}
_OTHER, _COMPOUND = ("other", 1), ("compound", 2)
_COMPOUND_HEADS = frozenset(name[0] for name in COMPOUND)


def surname(text: str, start: int) -> tuple[str, int]:
    """What kind of surname stands at a place, and its length in characters."""
    char = text[start]
    if char in _COMPOUND_HEADS and text[start : start + 2] in COMPOUND:
        return _COMPOUND
    return _KINDS.get(char, _OTHER)


def unlikely(text: str, start: int, end: int) -> bool:
    """Whether no name stands there, as far as its characters tell."""
    return impossible(text, start, end) or worded(text, start, end)


def worded(text: str, start: int, end: int) -> bool:
    """Whether the name begins as an everyday word does: 高兴, 石头. Somebody is called so, but only what surrounds it can tell."""
    head = text[start : start + 2]
    return head in WORDS or (text[start] in _DOUBTFUL and (head in PAIRS or head in HEADS))


def hopeless(text: str, start: int) -> bool:
    """Whether a word begins there in the middle of a sentence, behind nothing that names a person and before no title: no more is asked."""
    char = text[start - 1 : start]
    if not han(char) or char in likely.LAST or char in OPENING or not worded(text, start, start + 2):
        return False
    base = start + surname(text, start)[1]
    return text[base + 1 : base + 2] not in _TITLES_BEGIN and text[base + 2 : base + 3] not in _TITLES_BEGIN


def impossible(text: str, start: int, end: int) -> bool:
    """Whether no name stands there whatever surrounds it."""
    size = surname(text, start)[1]
    base = start + size
    given = text[base:end]
    if len(given) != end - base or not given:
        return True
    if not (han(given[0]) and han(given[-1])):
        return True
    if given not in GIVEN_ACTS and (given[0] in NEVER or given[-1] in (NEVER if len(given) < 2 else _NEVER_LAST)):
        return True
    if text[start] == "万" and text[start - 1 : start].isdigit():
        return True
    if text[end : end + 1] == "着" and text[end + 1 : end + 2] not in _AT_ONCE:
        return True  # what somebody is doing: 晁明|背着
    return (
        text[start:end] in LONG
        or given[0] == text[start]
        or (size == 1 and text[start : start + 2] in _NOBODY)
        or ends_as_thing(given)
        or (text[base] in _TITLE_STARTS and likely.TITLED.match(text, base) is not None)
        or (text[start] == "傅" and text[start - 1 : start] == "师")
        or (text[start] == "路" and text[start - 1 : start].isdigit())
    )


def ends_as_thing(given: str) -> bool:
    """Whether a given name would be of a place, a body or goods, or a title."""
    if given[0] == "家" and given[-1] in _OF_FAMILIES:
        return True
    return (given[-1] in _NO_GIVEN_ENDS or given[0] in _NO_GIVEN_ENDS) and _NO_GIVEN.fullmatch(given) is not None


def wordlike(text: str, start: int, end: int) -> bool:
    """Whether the characters of a name are more of an everyday word."""
    size = surname(text, start)[1]
    given = text[start + size : end]
    likeness = weight(given)
    return (
        (size == 1 and len(given) == 1 and (text[start:end] in PAIRS or text[start:end] in HEADS))
        or (text[start] in _DOUBTFUL and likeness < (_PERHAPS if len(given) == 2 else _SURE))
        or (likeness <= _SURE and given in VERBS)
        or (likeness < (_PERHAPS if size == 1 else _SURE) and given in NOUNS)
    )


def doubt_of(text: str, start: int, end: int) -> str:
    """Why a name may be an everyday word: it begins as one, its last character is odd, or all of it is more of one."""
    if worded(text, start, end):
        return "worded"
    if text[end - 1] in NEVER:
        return "odd"
    return "doubted" if wordlike(text, start, end) else ""


def weight(given: str) -> int:
    """How much the characters of a given name are such: the sum of their levels."""
    return sum([LEVELS.get(char, 0) for char in given])


def han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
