"""What speaks for and against a whole Chinese name at a place: its surname, its characters and what stands on both its sides."""

from __future__ import annotations

import re

from huiying.core.clean import likely, torn
from huiying.core.clean.heads import HEADS, LONG
from huiying.core.clean.letters import ALONE, EVERYDAY, LEVELS, NEVER
from huiying.core.clean.pairs import NOUNS, PAIRS, PARTICLES, VERBS
from huiying.core.clean.surnames import COMPOUND, DISTINCT, RARE, SURNAMES, WEAK, WORDS
from huiying.core.clean.torn import TAKING

UNUSUAL = (
    frozenset(
        "蹇笃植羊暴撒折但年妥虎缐粘青亢勇菅睢眭逯妫骈郏闵仵侴门闪者肇昌降敏初矫母漕牵玉由甫硕竹种綦缴羽胶脱芈茆薄赫释铁锁陀隰雒雪革须风飞首香海呼力才信税嘎泉银果火"
        "后木谏仲鄞斛鉴弥拜把丑菊蔄幺户尕衣云"
        "钭伉於恽姒侬贲琚韶蓟濮俸骞戎羌莽淳逮旷滑凤支伏冶妥喇占原明扶怀磨闭奉岩刀虎保纳撒秋班危宰寸昂渠扁逢莱仓舍"
        "禚偰凃佀楮泮穰鬲郯呙皋凡盘起弄番玄折摆忽剪黑索承鲜来元随斯森侍修操达经库英呼智练权候普犹弋芶迮撖敦荔钦延拾"
    )
    - SURNAMES
    - RARE
)
"""Surnames that are rarer than the rare ones."""
COMMON = frozenset("王李张刘陈杨赵吴徐孙胡朱郭梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜")
FIRST = SURNAMES | RARE | UNUSUAL
_GOING_ON = frozenset("在被把和与给也都就还却已曾从因将对向请到来让收没不是时说称等要找用拿家的户跟同及以或若今昨明")
_OPENING = frozenset("时后前晨晚午夜给")
_OPENINGS_WORDS = """
刚才 当时 后来 随后 目前 近日 今年 去年 听说 据说 只有 只见 原来 其中 例如 比如 包括 还有 就是
说是 不是 正是 便是 而是 使得 伙同 委托 联系 通知 安排 聘请 雇佣 雇用 换成 改成 写成 认识 碰见
遇见 看见 听见 见到 遇到 碰到 找到 询问 走进 来到 认为 告诉 以及 跟着 追问 采访 看望 慰问 救出
救起 接走 带走 抱走 打伤 撞伤 起诉 投诉 举报 怀疑 指认 指控 担心 感谢 多亏 幸亏 支持 相信 祝贺
恭喜 欢迎 代表 代替 顶替 接替 帮助 资助 照顾 陪同 陪着 叫上 拉着 扶着 问下 如果 因为 由于 要求
允许 禁止 同意 发现 看到 听到 想起 记得 名叫 成了 有个
"""
_OPENINGS = frozenset(_OPENINGS_WORDS.split())
_TELLING_BEFORE = frozenset("的是有被和与跟给找叫由向对让把将请问姓在到以说及名同")
_TELLING_AFTER = frozenset("的被和与及等在是把给因以于向对将从让说称家户一两又也都就还已没不去来到有先主老同本为今")
_PERSON = frozenset("员人者师手工商主友户生医监管弟妹哥姐嫂叔伯舅姨姑爷奶婆妈爸娘夫妻儿女孙侄甥婿媳徒贩客兵犯方子护农售属")
_NO_PERSON_WORDS = """
施工 开工 加工 复工 停工 手工 分工 完工 动工 竣工 罢工 用工 分手 对手 右手 左手 动手 联手 双手
发生 产生 民生 出生 陌生 卫生 民主 自主 为主 监管 城管 尽管 不管 水管 血管 保管 接管 托管 做客
为人 让人 有人 没人 他人 别人 男女 妇女 少女 大夫 功夫 工夫 这儿 那儿 哪儿 双方 各方 地方 警方
多方 我方 官方 对方 方方 校方 医方 店方 院方 厂方 资方 处方 平方 配方 电子 样子 房子 车子 日子
句子 例子 面子 电商 协商 智商 招商 出售 零售 保护 爱护 养护 看护 维护 防护 守护 救护 附属 下属
所属 金属 直属 入户 开户 门户 账户 落户 窗户 监护 花生
"""
_NO_PERSON = frozenset(_NO_PERSON_WORDS.split())
_PLACE = frozenset("镇村县乡街巷路庙庄苑湾市区局厂店院校府城寨屯坝塘沟坡弄河山江湖岭洞桥站")
_SIDES = {
    sign: kind
    for kind, signs in {
        "edge": "\x00\n",
        "comma": "，,",
        "stop": "。；;！？!?…",
        "colon": "：:",
        "list": "、",
        "open": "（(",
        "close": "）)",
        "quote": '“”"「」『』',
        "book": "《》",
        "space": " \u3000",
        "mask": "〔〕\x01",
    }.items()
    for sign in signs
} | {"": "edge"}
_STRENGTH = {-1: "-", -0.5: "n", 0.5: "w", 1: "m", 1.5: "m", 2: "s", 2.5: "s"}
_NOTED_NEAR = 12


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


def around(text: str) -> list[str]:
    """What the whole text says about whom it is likely to name."""
    return (["voiced"] if likely.VOICE.search(text) else []) + (["prose"] if "。" in text else []) + (["long"] if len(text) >= 60 else [])


def before(text: str, start: int) -> tuple[str, list[str]]:
    """How much stands before a name at a place (one of "-nwms"), and the signs there."""
    char = text[start - 1 : start]
    value = likely.left(text[max(0, start - 24) : start])
    opened = value == -0.5 and (char in _OPENING or text[max(0, start - 2) : start] in _OPENINGS)
    if opened:
        value = 0.5
    found = ["left opens" if opened else f"left {value}"]
    if char == "、":
        head = _of_row(text, start)
        found.append(f"row of {_STRENGTH[head]}")
        value = max(value, head)
    if not han(char):
        return _STRENGTH[value], [*found, f"after {_side(char)}"]
    if char in TAKING:
        found.append("after taking")
        if torn.at_head(text, start):
            found.append("after torn taking")
    else:
        found.append("after torn" if torn.at_head(text, start) else "after han")
    two = text[max(0, start - 2) : start]
    if char in _PERSON and two not in _NO_PERSON:
        found.append("behind person")
    if char in _TELLING_BEFORE:
        found.append(f"behind {char}")
    return _STRENGTH[value], [*found, f"behind {_word(two, char)}"]


def of_name(text: str, start: int, end: int, doubt: str) -> list[str]:
    """The signs of the name itself: its surname, its characters and the words they make."""
    kind, size = surname(text, start)
    given = text[start + size : end]
    two = len(given) == 2
    likeness = weight(given)
    frequent = kind not in _SELDOM
    found = [f"{kind} {len(given)}", f"given {len(given)} {min(likeness, 6 if two else 3)} {frequent}"]
    if size == 1:
        found.append(f"everyday {EVERYDAY.get(text[start], 8)} {len(given)}")
        head = text[start : start + 2]
        if head in PAIRS:
            found.append(f"torn head {len(given)}")
        elif head in HEADS:
            found.append(f"seldom head {len(given)}")
    if two and given in PAIRS:
        found.append("word given" if likeness >= 3 else "word given weak")
    if two and given[0] == given[1]:
        found.append("doubled")
    if doubt:
        word = text[start : start + 2]
        kind = "noun" if word in NOUNS else "verb" if word in VERBS else "particle" if word in PARTICLES else "none"
        found.append(f"{doubt} {kind} {end - start}")
    if two and _free(text, start, end):
        found.append(f"free {min(likeness, 5)}")
    if two and text.find(text[start:end], end) >= 0:
        found.append("again")
    if text[end : end + 1] in _PLACE:
        found.append("before place")
    return found


def behind(text: str, start: int, end: int, left: str, doubt: str) -> list[str]:
    """The signs of what follows a name, and of both its sides together, by how much stands before it and whether it may be a word."""
    char = text[end : end + 1]
    value = likely.right(text[end : end + 14])
    kind, size = surname(text, start)
    given = end - start - size
    found = [f"right {value}", f"both {left}{_STRENGTH[value]}", f"given {given} {left}"]
    if doubt:
        found += [f"{doubt} {left}{_STRENGTH[value]}", f"{doubt} before {'han' if han(char) else _side(char)}"]
    if not han(char):
        found.append(f"before {_side(char)}")
    elif char in _GOING_ON:
        found.append("before going on")
    elif likely.TITLED.match(text, end):
        found.append("before title")
    elif text[end - 1] + char in PAIRS:
        found.append("before torn" if torn.at_tail(text, end) else "before torn bound")
    else:
        found.append("before han")
    if han(char) and text[end - 1] + char not in PAIRS:
        found.append(f"then {_word(text[end : end + 2], char)}")
    if char in _TELLING_AFTER:
        found.append(f"before {char}")
    beside = (_next_in_row(text, end), _last_in_row(text, start))
    if any(beside):
        found.append("in row with things" if -1 in beside else f"in row {sum(beside)}")
    if left == "w" and kind == "weak":
        found.append("weak at edge")
    if likely.NOTED.search(text, max(0, start - _NOTED_NEAR), end + _NOTED_NEAR):
        found.append("noted")
    return found


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
    if not han(char) or char in likely.LAST or char in _OPENING or not worded(text, start, start + 2):
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
    if given[0] in NEVER or not han(given[-1]) or given[-1] in (NEVER if len(given) < 2 else _NEVER_LAST):
        return True
    return (
        text[start:end] in LONG
        or given == text[start]
        or (size == 1 and text[start : start + 2] in _NOBODY)
        or ends_as_thing(given)
        or (text[base] in _TITLE_STARTS and likely.TITLED.match(text, base) is not None)
        or (text[start] == "傅" and text[start - 1 : start] == "师")
    )


def ends_as_thing(given: str) -> bool:
    """Whether a given name would be of a place, a body or goods, or a title."""
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


def doubtful(text: str, start: int, end: int, left: str) -> bool:
    """Whether nothing beside what may be a word says that a person is named."""
    value = likely.right(text[end : end + 14])
    titled = likely.TITLED.match(text, end) is not None and text[start : start + 2] not in VERBS
    return not (left in "sm" and value > 0) and value <= 1 and not titled


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


_NOBODY = frozenset(pair for pair in PARTICLES | frozenset(likely.KIN_WORDS) if pair[0] in FIRST)
"""Words of two characters that say when, how or whose, and name nobody."""
_NEVER_LAST = frozenset(char for char in NEVER if ALONE.get(char) in ("v", "d"))
"""Odd characters that are verbs or particles by themselves: they end no name."""
_DOUBTFUL = RARE | UNUSUAL
_SURE, _PERHAPS = 3, 2
_NO_GIVEN = re.compile(
    "(?:.?[日岁号姓]|[一二三四五六七八九十两几每本上下当]?月)|.?[镇村县乡街巷路庙庄苑市区局厂店院校屯寨衫帽裤鞋灯鱼病号楼室府份沟塘坝湾坡坞圩塬垭峪屿埠站卡巢峡岗塔墓祠庵潭班营堰陵州]|[镇村乡县州市塘坝堰屯沟].|[^园]园|[姐哥妹弟嫂叔伯姨婶爷奶总工队]"
    "|[县市省区镇乡村校院局所站会行厂班队科处股部厅司]长|主任|书记|经理|凌晨|[姐哥弟嫂叔伯姨婶爷奶]家|[大二三四五六七小老][叔伯婶爷奶]"
)
_NO_GIVEN_ENDS = frozenset(
    "镇村县乡街巷路庙庄苑市区局厂店院校屯寨衫帽裤鞋灯鱼病号楼室府月日份岁沟塘坝湾坡坞圩塬垭峪屿埠站卡巢峡岗塔墓祠庵潭班营堰陵州园姐哥妹弟嫂叔伯姨婶爷奶总工队"
    "长任记理晨家姓"
)
_TITLE_STARTS = frozenset("先女师老大阿同医教警律护经爷奶妈爸婆叔伯某氏")
_TITLES_BEGIN = frozenset("先女师大同医警教律护老爷奶妈爸婆叔")
_SELDOM = frozenset(["unusual", "rare", "weak"])
_ROW_NEXT = re.compile("(?:[（(][^（）()\n]{1,14}[)）])?[、和与及](?P<name>[\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])")
_ROW_LAST = re.compile("(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{2,4})(?:[（(][^（）()\n]{1,14}[)）])?[、和与及]\\Z")


def _next_in_row(text: str, end: int) -> int:
    """1 where what is listed next has the form of a name, -1 where it has not, 0 where nothing is listed."""
    if text[end : end + 1] not in _ROW_ENDS:
        return 0
    match = _ROW_NEXT.match(text, end)
    return 0 if match is None else 1 if _alike(text, *match.span("name")) else -1


def _last_in_row(text: str, start: int) -> int:
    if text[start - 1 : start] not in _ROW_STARTS:
        return 0
    match = _ROW_LAST.search(text, max(0, start - 24), start)
    return 0 if match is None else 1 if _alike(text, *match.span("name")) else -1


_ROW = re.compile(
    "(?P<first>[\u4e00-\u9fff]{2,12})(?:[（(][^（）()\n]{1,14}[)）])?、(?:[\u4e00-\u9fff]{2,4}(?:[（(][^（）()\n]{1,14}[)）])?、)*\\Z"
)


_ROW_ON = re.compile(
    "(?:[（(][^（）()\n]{1,14}[)）])?(?P<rest>(?:、[\u4e00-\u9fff]{2,4}(?:[（(][^（）()\n]{1,14}[)）])?(?![\u4e00-\u9fff]))*)"
)
_ITEM = re.compile("(?<=、)[\u4e00-\u9fff]{2,4}|\\A[\u4e00-\u9fff]{2,4}(?=、)")


def among_things(text: str, start: int, end: int) -> bool:
    """Whether one stands in a row that tells nobody's role and of which most cannot be names: 黄瓜、毛豆、石榴."""
    if text[end : end + 1] != "、" and text[start - 1 : start] != "、":
        return False
    head = _ROW.search(text, max(0, start - 48), start)
    first = head.start() if head else start
    row = text[first:start] + text[start:end] + (_ROW_ON.match(text, end) or [""])[0]
    items = [match.span() for match in _ITEM.finditer(row)]
    named = sum(_alike(row, *span) for span in items)
    return len(items) > 2 and 2 * named <= len(items) and _of_row(text, start) < 1


def _of_row(text: str, start: int) -> float:
    """How much stands before the first name of the row in which one stands: 候选人武夷、金秋、温泉."""
    match = _ROW.search(text, max(0, start - 48), start)
    if match is None:
        return -0.5
    end = match.end("first")
    return max(likely.left(text[max(0, first - 24) : first]) for first in (end - 2, end - 3) if first >= 0)


_ROW_STARTS = frozenset("、和与及")
_ROW_ENDS = _ROW_STARTS | frozenset("（(")


def _alike(text: str, start: int, end: int) -> bool:
    if text[start] not in FIRST and text[start : start + 2] not in COMPOUND:
        return False
    size = surname(text, start)[1]
    return 1 <= end - start - size <= 2 and text[start:end] not in PAIRS and text[end - 1] not in _PLACE and not unlikely(text, start, end)


def _free(text: str, start: int, end: int) -> bool:
    """Whether no everyday word of two characters touches a name."""
    return all(text[at : at + 2] not in PAIRS for at in range(max(0, start - 1), end))


def _word(two: str, one: str) -> str:
    if two in PAIRS:
        return "noun" if two in NOUNS else "verb" if two in VERBS else "particle"
    return "one " + ALONE.get(one, "x")


def _side(char: str) -> str:
    known = _SIDES.get(char)
    return known or ("digit" if char.isdigit() else "latin" if char.isascii() and char.isalpha() else "sign")


def han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
