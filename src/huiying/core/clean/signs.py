"""What speaks for and against a whole Chinese name at a place: its surname, its characters and what stands on both its sides."""

from __future__ import annotations

from huiying.core.clean import likely, rows, torn
from huiying.core.clean.heads import HEADS
from huiying.core.clean.letters import ALONE, EVERYDAY
from huiying.core.clean.pairs import NOUNS, PAIRS, PARTICLES, VERBS
from huiying.core.clean.shapes import OPENING, PLACE, han, surname, weight
from huiying.core.clean.torn import TAKING

_GOING_ON = frozenset("在被把和与给也都就还却已曾从因将对向请到来让收没不是时说称等要找用拿家的户跟同及以或若今昨明")
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


def around(text: str) -> list[str]:
    """What the whole text says about whom it is likely to name."""
    return (["voiced"] if likely.VOICE.search(text) else []) + (["prose"] if "。" in text else []) + (["long"] if len(text) >= 60 else [])


def before(text: str, start: int) -> tuple[str, list[str]]:
    """How much stands before a name at a place (one of "-nwms"), and the signs there."""
    char = text[start - 1 : start]
    value = likely.left(text[max(0, start - 24) : start])
    opened = value == -0.5 and (char in OPENING or text[max(0, start - 2) : start] in _OPENINGS)
    if opened:
        value = 0.5
    found = ["left opens" if opened else f"left {value}"]
    if char == "、":
        head = rows.head_of(text, start)
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
    if text[end : end + 1] in PLACE:
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
    beside = (rows.next_to(text, end), rows.last_before(text, start))
    if any(beside):
        found.append("in row with things" if -1 in beside else f"in row {sum(beside)}")
    if left == "w" and kind == "weak":
        found.append("weak at edge")
    if left != "s" and likely.noted(text, start, end, _NOTED_NEAR):
        found.append("noted")
    return found


def characters(text: str, start: int, end: int) -> list[str]:
    """The characters of a name and up to four on each side of it, alone and together; `^` and `$` are where a field begins and ends."""
    ahead = f"\x00{text[max(0, start - _REACH) : start]}"[-_REACH:].translate(_BEGINS)
    follows = f"{text[end : end + _REACH]}\x00"[:_REACH].translate(_ENDS)
    last, first, given = ahead[-1], follows[0], text[start + 1 : end]
    return [
        *[f"<{ahead[at:]}" for at in range(len(ahead))],
        *[f">{follows[:size]}" for size in range(1, len(follows) + 1)],
        f"{last}|{first}",
        f"{ahead[-2:]}|{first}",
        f"{last}|{follows[:2]}",
        f"surname {text[start]}",
        f"given {given}",
        f"given begins {given[0]}",
        f"given {len(given)} ends {given[-1]}",
    ]


_REACH = 4
_BEGINS, _ENDS = ({ord(char): edge for char in "\x00\n\r\t"} for edge in "^$")
_SELDOM = frozenset(["unusual", "rare", "weak"])


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
