"""Names right behind a word that says that a private person is named: a role, a label, what somebody is called."""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick, MatchKind

from huiying.core.clean import things, torn
from huiying.core.clean.cues import CALLED, LABELS, LOOSE_ROLES, ROLES, TICKET, public_head
from huiying.core.clean.going_on import goes_on
from huiying.core.clean.letters import ALONE, LEVELS
from huiying.core.clean.pairs import PAIRS, VERBS
from huiying.core.clean.shapes import FIRST, ends_as_thing, han
from huiying.core.clean.surnames import COMPOUND, DISTINCT, SURNAMES, WEAK, WORDS
from huiying.core.clean.trades import TRADES

_HAN = "\u4e00-\u9fff"
_SURELY_CALLED = frozenset({"我叫", "名叫", "名字叫", "名字是", "真名", "本名"})
_PEOPLE = frozenset("员人者师手工商主友户生医监管安东家长客")
_ALWAYS_NAMED = frozenset(["犯罪嫌疑人", "嫌疑人", "被告人", "被害人", "肇事者"])
_HEADS = frozenset({"负责人", "经理"})
CLASS_OF = {
    word: kind
    for kind, words in (("loose", LOOSE_ROLES), ("role", ROLES), ("called", CALLED), ("label", LABELS), ("ticket", TICKET))
    for word in words.split("|")
}
CLASS_OF |= {word: "role" for word in TRADES.split() if word not in CLASS_OF}
_WORDS = tuple(CLASS_OF)
_CUES = AhoCorasick(list(_WORDS), matchkind=MatchKind.LeftmostLongest)
# 大队长 is an office, 队长 a job.
_GREATER = {"队长": "大中支总"}
_GAP = re.compile(r"(?:[是系][：:]?|为(?=[\u4e00-\u9fff]{2,3}(?:[，,。；;、（(\n\x00]|\Z)))?[ \u3000：:]{0,2}(?:[“\"「（(]\s?)?")
_PUNCTUATION = re.compile('[，,（(、。；;：:）)〔“”"」！？!?…]')
_STRICT_END = re.compile(f"\\Z|[^{_HAN}某氏]")
_LONG_END = re.compile(
    "道歉|致歉|赔礼|现金|人民币|来电|致电|来访|来信|反映|咨询|投诉|表示|介绍|告诉|回忆|认为|希望|要求|建议|怀疑|质疑|担心|报警|报案|身份证|手机|电话|微信|突然|"
    "今年|昨日|昨天|今天|近日|先生|女士|同学|老师|经理|一家|"
    "夫妇|夫妻|等人|被找到|获救|死亡|遇难|受伤|失联|走失|坠楼|溺亡|驾驶|涉嫌|解释|接受|坦言|透露|发现|看到|提供|提出|申请|直言|强调|"
    "全程|始终|一直|主动|第一时间|立即|立刻|马上|迅速|随即|随后|当场|亲自|不慎|不幸|独自|最终|终于|曾经|自称|属于|连续|多次|分别|第[一二三]个|"
    "回应|承认|否认|证实|求助|请求|质问|感叹|哭诉|指着|站在|坐在"
)
_SHORT_END = frozenset("或替救吃喝杀做仅竟获称说被的在因与向将已是对从及也把给让到就等并却又还只便所则且曾未拿")
_SOFT_END = frozenset("家和于自为带经受发提希要建怀担报今昨前突正没不有任男女站抱背住走失死遭落坠骑开坚清近其一来认告回问")
TITLE = re.compile(
    "某|氏|姓|先生|女士|师傅|大爷|大妈|阿姨|老师|老汉|老太|老伯|同学|医生|经理|总\\b|哥|姐|嫂|婶|伯|叔|队长|老板|主任|"
    "[警法]官|检察官|[局科处所站镇县市区校院股部厅司]长|书记"
)
_SELDOM = FIRST - SURNAMES
_NO_NAME_WORDS = """
不详 不明 保密 匿名 未知 本人 同上 如下 见下 不符 核实 电话 手机 地址 住址 退休 无法 多次 等人 他人 别人 家人
朋友 公司 单位 老师 医生 信息 身份 隐私 资料 诉求 情况 代表 家属 邻居 夫妇 夫妻 一家 两人 三人 多人 未留 不愿
要求 反映 表示 方式 邮箱 微信 座机 传真 单位
"""
_OF_OFFICES = frozenset("科处室部办股局委队组")
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())
NOT_GIVEN = frozenset("某氏的了着过们么是不吗呢吧啊哦呀")


def find(text: str) -> set[str]:
    """The names right behind such words."""
    found = set()
    for number, position, after in _CUES.find_matches_as_indexes(text):
        word = _WORDS[number]
        kind = CLASS_OF[word]
        if text[position - 1 : position] in _GREATER.get(word, ()) or (word in _HEADS and public_head(text, position)):
            continue
        if torn.at_both(text, position, after) or (kind == "called" and things.called_so(text, position)):
            continue
        gap = _GAP.match(text, after)
        start = gap.end() if gap else after
        if text[after : after + 1] == "为" and start == after + 1 and text[start : start + 2] in PAIRS:
            continue
        opened = start > after and text[start - 1] in '（(“"「：:'
        if kind in ("ticket", "label"):
            end = _name_end(text, start, sure=True) or (_unusual_end(text, start) if kind == "ticket" or opened else 0)
        elif kind == "called" or opened:
            end = _whole_name_end(text, start) if word not in ("签名", "署名") or opened else 0
            end = 0 if end == start + 2 and word == "叫" and not LEVELS.get(text[end - 1]) else end
            end = end or (_worded_end(text, start) if word in _SURELY_CALLED else 0)
        elif kind == "loose":
            end = _whole_name_end(text, start) if start == after else 0
            end = end if (end - start > 2 and text[start] not in _SELDOM) or text[start : start + 1] in DISTINCT else 0
            end = end or (_name_end(text, start, sure=False) if text[start : start + 1] in DISTINCT else 0)
        else:
            end = _name_end(text, start, sure=word in _ALWAYS_NAMED)
            end -= end > start + 2 and text[end - 1] == "犯"  # 被告人高雪|犯盗窃罪
        if end and not (kind == "role" and text[start:end] in VERBS) and not ends_as_thing(text[start + 1 : end]):
            found.add(text[start:end])
    return found


def _surname_end(text: str, start: int) -> int:
    """Where the surname of a name that may begin at `start` ends, 0 where no name can begin there."""
    base = start + (2 if text[start : start + 2] in COMPOUND else 1 if text[start : start + 1] in FIRST else 0)
    given = text[base : base + 1]
    if base == start + 1 and text[start] in _SELDOM and not PAIRS.isdisjoint((text[start : base + 1], text[base : base + 2])):
        return 0
    if text[start : start + 1] == "傅" and text[start - 1 : start] == "师":
        return 0
    if base == start or text[start : start + 2] in WORDS or given in NOT_GIVEN or not han(given) or TITLE.match(text, base):
        return 0
    return base


def _whole_name_end(text: str, start: int) -> int:
    """The end of a name that is followed by punctuation, or by the end of the text where it is long enough to be sure of."""
    base = _surname_end(text, start)
    if not base:
        return 0
    for end in (base + 1, base + 2):
        if _PUNCTUATION.match(text, end) or (
            text[end : end + 1] in ("", "\x00") and end - start == 3 and text[start] not in WEAK and text[start] not in _SELDOM
        ):
            return end if not _SHORT_END & set(text[base:end]) and all(map(han, text[base:end])) else 0
    return 0


def _name_end(text: str, start: int, *, sure: bool) -> int:
    """Where the name that begins at `start` ends, 0 where none begins there. `sure`: the cue leaves no doubt that a name follows."""
    base = _surname_end(text, start)
    if not base:
        return 0
    two, three = base + 1, base + 2
    weak = (text[start] in WEAK or text[start] in _SELDOM) and base - start == 1 and not sure
    ends = _PUNCTUATION if weak else _STRICT_END
    if ends.match(text, two) or _LONG_END.match(text, two) or (goes_on(text, two) and not weak):
        return two if not weak or _PUNCTUATION.match(text, two) or text[two : two + 2] in ("来电", "致电") else 0
    third = text[two : two + 1]
    if not han(third) or third in NOT_GIVEN:
        return 0
    if third in _SHORT_END or (third in "和跟" and text[three : three + 1] in SURNAMES):
        return 0 if weak else two
    if ends.match(text, three) or _LONG_END.match(text, three) or goes_on(text, three):
        return three
    after = text[three : three + 1]
    if after in _SHORT_END:
        return three
    if weak:
        return 0
    if after in _SOFT_END:
        return three
    if third in _SOFT_END:
        return two
    return three if (sure and text[start] not in WEAK) or text[start] in DISTINCT else 0


def _unusual_end(text: str, start: int) -> int:
    """The end of two or three characters that stand where only a name can, with no surname that we know."""
    for end in (start + 3, start + 2):
        word = text[start:end]
        if len(word) == end - start and all(map(han, word)) and (_PUNCTUATION.match(text, end) or text[end : end + 2] in ("来电", "反映")):
            return (
                0
                if word in _NO_NAMES
                or word in VERBS
                or (len(word) > 2 and ALONE.get(word[0]) in ("v", "d") and not any(map(LEVELS.get, word[1:])))
                or (len(word) > 2 and word[:2] in PAIRS and not LEVELS.get(word[2]))
                or TITLE.search(word)
                or word[-1] in _OF_OFFICES
                or (NOT_GIVEN | _SHORT_END) & set(word)
                or _CUES.find_matches_as_indexes(word)
                else end
            )
    return 0


def _worded_end(text: str, start: int) -> int:
    """The end of an everyday word, as a few are called, where nothing but a name can follow: 真名董事，."""
    if text[start : start + 1] not in FIRST:
        return 0
    for end in (start + 2, start + 3):
        name = text[start:end]
        if _PUNCTUATION.match(text, end) and all(map(han, name)):
            fit = name not in VERBS and name[-1] not in _PEOPLE and not (NOT_GIVEN | _SHORT_END) & set(name[1:])
            return end if fit and not TITLE.search(name, 1) else 0
    return 0
