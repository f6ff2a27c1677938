"""Names of private persons, found by what stands beside them; holders of public office keep theirs.

There is no name recogniser here: a name is masked where a cue says that a private person is named, and then wherever it stands in the text.
"""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick, MatchKind

from huiying.core.clean import english, likely, offices, peoples, strangers, things, torn, whole
from huiying.core.clean.cues import CALLED, LABELS, LOOSE_ROLES, ROLES, TICKET, public_head
from huiying.core.clean.figures import FIGURES
from huiying.core.clean.heads import LONG
from huiying.core.clean.letters import LEVELS
from huiying.core.clean.numbers import Span
from huiying.core.clean.pairs import PAIRS, VERBS
from huiying.core.clean.shapes import FIRST, PLACE, ends_as_thing, unlikely, wordlike
from huiying.core.clean.surnames import COMPOUND, DISTINCT, GIVEN, RARE, SURNAMES, WEAK, WORDS

_HAN = "\u4e00-\u9fff"
_SURNAME = f"(?:{'|'.join(sorted(COMPOUND))}|[{''.join(sorted(SURNAMES))}])"
_SURELY_CALLED = frozenset({"我叫", "名叫", "名字叫", "名字是", "真名", "本名"})
_PEOPLE = frozenset("员人者师手工商主友户生医监管安东家长客")
_HEADS = frozenset({"负责人", "经理"})
_CLASS_OF = {
    word: kind
    for kind, words in (("loose", LOOSE_ROLES), ("role", ROLES), ("called", CALLED), ("label", LABELS), ("ticket", TICKET))
    for word in words.split("|")
}
_WORDS = tuple(_CLASS_OF)
_CUES = AhoCorasick(list(_WORDS), matchkind=MatchKind.LeftmostLongest)
# 大队长 and 总经理 are offices, not jobs.
_GREATER = {"队长": "大中支总", "经理": "总"}
_GAP = re.compile(r"(?:[是系][：:]?)?[ \u3000：:]{0,2}(?:[“\"「（(]\s?)?")
_PUNCTUATION = re.compile('[，,（(、。；;：:）)〔“”"」！？!?…]')
_STRICT_END = re.compile(f"\\Z|[^{_HAN}某氏]")
_LONG_END = re.compile(
    "现金|人民币|来电|致电|来访|来信|反映|咨询|投诉|表示|介绍|告诉|回忆|认为|希望|要求|建议|怀疑|质疑|担心|报警|报案|身份证|手机|电话|微信|突然|"
    "今年|昨日|昨天|今天|近日|先生|女士|同学|老师|经理|一家|"
    "夫妇|夫妻|等人|被找到|获救|死亡|遇难|受伤|失联|走失|坠楼|溺亡|驾驶|涉嫌|解释|接受|坦言|透露|发现|看到|提供|提出|申请|直言|强调|"
    "回应|承认|否认|证实|求助|请求|质问|感叹|哭诉|指着|站在|坐在"
)
_SHORT_END = frozenset("称说被的在因与向将已是对从及也把给让到就等并却又还只便所则且曾未拿")
_SOFT_END = frozenset("家和于自为带经受发提希要建怀担报今昨前突正没不有任男女站抱背住走失死遭落坠骑开坚清近其一来认告回问")
_TITLE = re.compile(
    "某|氏|姓|先生|女士|师傅|大爷|大妈|阿姨|老师|老汉|老太|老伯|同学|医生|经理|总\\b|哥|姐|婶|伯|叔|队长|老板|主任|"
    "[警法]官|检察官|[局科处所站镇县市区校院股部厅司]长|书记"
)
_ID_GAP = re.compile(
    f"(?P<name>{_SURNAME}[{_HAN}]{{1,2}})(?:经理|先生|女士|老师|师傅|医生|顾问|中介|房东)?[ \u3000，,、（(：:]{{0,3}}(?:男|女)?[，,]?"
    "(?:身份证号?码?|证件号?码?|手机号?码?|联系电话|联系方式|电话号?码?|联系|微信号?|邮箱|车牌号?|银行卡号?|卡号|住址?|家住)?"
    "[ \u3000：:是为（(]{0,2}\\Z"
)
_GIVEN = f"[{''.join(sorted(GIVEN))}]"
_AGE = re.compile(
    f"(?:(?<![{_HAN}\\d])|(?<=本人))(?P<name>{_SURNAME}[{_HAN}]{{1,2}}?)(?:[，,（(][ \u3000]?(?:[男女][，,、）)。]|\\d{{1,3}}岁)|"
    "(?:\\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]{1,2})岁(?=[，,。；、]|\\Z)|来电|致电)"
    f"|(?<![{_HAN}\\d])(?P<seldom>[{''.join(sorted(FIRST - SURNAMES))}][{_HAN}]{{1,2}})(?:来电|致电)"
    f"|(?<=[村屯寨组社庄塘湾坪坞])(?P<villager>[{_HAN}]{_GIVEN}{{1,2}})(?:来电|致电)"
    f"|(?<=[村屯寨组庄])(?P<household>[{''.join(sorted(SURNAMES))}]{_GIVEN}{{1,2}})户(?!籍|外|口)"
    f"|(?:\\A|[：:。！\\n\x00])(?P<addressed>[{''.join(sorted(SURNAMES))}][{_HAN}]{{1,2}})(?:同志|先生|女士|家长)[，,:：！!] ?[您你]"
)
_ROW_SURNAME = f"(?:{_SURNAME}|[{''.join(sorted(RARE))}])"
_BY_WAY = "(?:同学|女士|先生|师傅|老师)?(?:[（(][^（）()]{1,14}[)）])?"
_ROW_ON = re.compile(
    f"{_BY_WAY}(?:[、和与及跟]|以及|[ \u3000]{{1,2}}(?={_ROW_SURNAME}{_GIVEN}{{1,2}}(?:[ \u3000、，,。；;（(\x00]|\\Z)))[ \u3000]?"
    f"(?P<name>{_ROW_SURNAME}{_GIVEN}{{1,2}}?)(?=[^{_HAN}]|\\Z|[等和与及跟的在被均都也共两三四是说称因获到向把从将就已]|同学|女士|先生|"
    f"师傅|夫妇|兄弟|姐妹|父子|母女|母子|以及|受伤|[一二三四五六七八九十]人)"
)
_ROW_BACK = re.compile(f"(?<![{_HAN}])(?P<name>{_SURNAME}{_GIVEN}{{1,2}}){_BY_WAY}(?:[、和与及跟]|以及)\\Z")
_LONGEST_ROW = 12
_SELDOM = FIRST - SURNAMES
_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(f"(?<!\\d)\\d{{1,2}}[.．、]?[ \u3000]?(?P<name>[{_HAN}]{{2,3}}?)(?=妈妈|爸爸|奶奶|爷爷|家长|[^{_HAN}]|\\Z)")
_SPACED = re.compile(
    f"姓名[：: ]{{0,2}}(?P<name>{_SURNAME} ?(?:(?<= )|(?= ))[{_HAN}](?: [{_HAN}])?)(?=[ ，,]*(?:性别|年龄|身份|电话|联系|班级|[男女]\\b|出生|民族)|\\Z)"
)
_GAPPED = re.compile(f"(?<![{_HAN}])(?P<name>{_SURNAME}[ \u3000]{{1,2}}[{_HAN}])(?=、|[两三四五六七八九十等\\d]|[ \u3000]{{2}}|[，。；]|\\Z)")
_PAY = frozenset("万千元块天工")
_OWED = re.compile(f"[{_HAN}]\\d[\\d.,]* ?(?:万|千|元|块|天|个工|工日)[，、,；]")
_AMOUNT = re.compile(f"(?<![{_HAN}])(?P<name>{_SURNAME}[{_HAN}]{{1,2}})[ \u3000：:]?\\d[\\d.,]*[ \u3000]?(?:万|千|元|块|天|个工|工日)")
_LEFT_EDGE = re.compile(f"(?:联系|请找|致电|[找打])\\Z|[^{_HAN}]\\Z|\\A\\Z|(?:{ROLES}|{LOOSE_ROLES}|{TICKET}|{LABELS}|{CALLED})\\Z")
_NO_NAME_WORDS = """
不详 不明 保密 匿名 未知 本人 同上 如下 见下 不符 核实 电话 手机 地址 住址 退休 无法 多次 等人 他人 别人 家人
朋友 公司 单位 老师 医生 信息 身份 隐私 资料 诉求 情况 代表 家属 邻居 夫妇 夫妻 一家 两人 三人 多人 未留 不愿
要求 反映 表示 方式
"""
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())
_JOINING = frozenset("和与跟及同向对在把被说称来因")
_NOT_GIVEN = frozenset("某氏的了着过们么是不吗呢吧啊哦呀")


def find(text: str, identifiers: list[Span]) -> list[Span]:
    """Every place where a private person's name stands.

    `identifiers` are the masked spans of the text: a name right before one is that person's.
    """
    found = english.find(text)
    if not text.isascii():
        found |= (
            _by_cue(text)
            | _by_form(text)
            | torn.whole(text, _able(text, likely.find(text)) | whole.find(text))
            | peoples.find(text)
            | strangers.find(text)
        )
    for start, _, kind in identifiers:
        if kind != "address" or text[max(0, start - 1)] in "（(":
            found |= _beside(text, start)
    if not found:
        return []
    found = {name for name in found - FIGURES if " ".join(name.split()[:2]) not in FIGURES and not things.looks_so(text, name)}
    found |= _in_a_row(text, found - offices.holders(text, found)) - FIGURES if found and not text.isascii() else set()
    kept = offices.holders(text, found)
    # Of two names that begin at one place the longer is meant, unless it only takes in what joins the shorter to the next.
    found = {name for name in found if not (name[-1] in _JOINING and name[:-1] in found)}
    return sorted((span for name in found - kept for span in _places(text, name)), key=lambda span: (span[0], -span[1]))


def _able(text: str, names: set[str]) -> set[str]:
    sure = {name for name in names if not unlikely(name, 0, len(name)) and not (name[0] in RARE and wordlike(name, 0, len(name)))}
    return {name for name in sure if not whole.of_place(text, name)}


def _in_a_row(text: str, named: set[str]) -> set[str]:
    """Who is named in one breath with somebody: 邢玉兰、冯大有和雷长庚."""
    row: set[str] = set()
    new = named
    for _ in range(_LONGEST_ROW):
        new = (
            {
                other
                for name in new
                if _han(name[0])
                for start in offices.places(text, name)
                for other in (*_next(text, start + len(name)), *_last(text, start))
            }
            - row
            - named
        )
        if not new:
            break
        row |= new
    return row


def _next(text: str, end: int) -> list[str]:
    match = _ROW_ON.match(text, end)
    return [match["name"]] if match and _acceptable(match["name"]) else []


def _last(text: str, start: int) -> list[str]:
    match = _ROW_BACK.search(text, max(0, start - 24), start)
    return [match["name"]] if match and _acceptable(match["name"]) else []


def _by_cue(text: str) -> set[str]:
    found = set()
    for number, position, after in _CUES.find_matches_as_indexes(text):
        word = _WORDS[number]
        kind = _CLASS_OF[word]
        if text[position - 1 : position] in _GREATER.get(word, ()) or (word in _HEADS and public_head(text, position)):
            continue
        if torn.at_both(text, position, after) or (kind == "called" and things.called_so(text, position)):
            continue
        gap = _GAP.match(text, after)
        start = gap.end() if gap else after
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
            end = _name_end(text, start, sure=False)
        if end:
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
    if base == start or text[start : start + 2] in WORDS or given in _NOT_GIVEN or not _han(given) or _TITLE.match(text, base):
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
            return end if not _SHORT_END & set(text[base:end]) and all(map(_han, text[base:end])) else 0
    return 0


def _name_end(text: str, start: int, *, sure: bool) -> int:
    """Where the name that begins at `start` ends, 0 where none begins there. `sure`: the cue leaves no doubt that a name follows."""
    base = _surname_end(text, start)
    if not base:
        return 0
    two, three = base + 1, base + 2
    weak = (text[start] in WEAK or text[start] in _SELDOM) and base - start == 1 and not sure
    ends = _PUNCTUATION if weak else _STRICT_END
    if ends.match(text, two) or _LONG_END.match(text, two):
        return two if not weak or _PUNCTUATION.match(text, two) or text[two : two + 2] in ("来电", "致电") else 0
    third = text[two : two + 1]
    if not _han(third) or third in _NOT_GIVEN:
        return 0
    if third in _SHORT_END or (third in "和跟" and text[three : three + 1] in SURNAMES):
        return 0 if weak else two
    if ends.match(text, three) or _LONG_END.match(text, three):
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
        if len(word) == end - start and all(map(_han, word)) and (_PUNCTUATION.match(text, end) or text[end : end + 2] in ("来电", "反映")):
            return (
                0
                if word in _NO_NAMES
                or word in VERBS
                or (len(word) > 2 and word[:2] in PAIRS and not LEVELS.get(word[2]))
                or _TITLE.search(word)
                or (_NOT_GIVEN | _SHORT_END) & set(word)
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
        if _PUNCTUATION.match(text, end) and all(map(_han, name)):
            fit = name not in VERBS and name[-1] not in _PEOPLE and not (_NOT_GIVEN | _SHORT_END) & set(name[1:])
            return end if fit and not _TITLE.search(name, 1) else 0
    return 0


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _acceptable(name: str) -> bool:
    if (
        name[:2] in WORDS
        or name in LONG
        or name in _CLASS_OF
        or name[1:] in _CLASS_OF
        or name in likely.KIN_WORDS
        or (name[-1] in PLACE and ends_as_thing(name[1:]))
    ):
        return False
    return not _NOT_GIVEN & set(name) and not _TITLE.search(name, 1)


def _by_form(text: str) -> set[str]:
    """Names by what follows them: sex, age, a call; or several in a row with what each is owed."""
    found = set()
    if any(word in text for word in ("岁", "来电", "致电", "男", "女")):
        aged = {match["name"] or match["seldom"] or _unworded(match["villager"] or match["household"] or match["addressed"]) for match in _AGE.finditer(text)} - {""}
        aged = {name for name in aged if _acceptable(name) and name[0] not in "年于时"}
        found |= {name for name in aged if name[0] not in _SELDOM or not unlikely(name, 0, len(name))}
    found |= {match["name"] for match in _SPACED.finditer(text)} if "姓名" in text else set()
    gapped = {match["name"] for match in _GAPPED.finditer(text)} if " " in text else set()
    found |= gapped if len(gapped) > 1 or ("姓名" in text and gapped) else set()
    rolled = {match["name"] for match in _NUMBERED.finditer(text)} if _DIGIT.search(text) else set()
    if len(rolled) > 2:
        able = {name for name in rolled if name[0] in FIRST or name[:2] in COMPOUND}
        found |= able if 2 * sum(not unlikely(name, 0, len(name)) for name in able) > len(rolled) else set()
    if _PAY.isdisjoint(text):
        return found
    if len(_OWED.findall(text)) > 1:
        owed = [match["name"] for match in _AMOUNT.finditer(text) if _acceptable(match["name"])]
        owed = [name for name in owed if name[0] not in WEAK or len(name) == 3]
        found |= set(owed) if len(owed) > 1 else set()
    return found


def _unworded(name: str | None) -> str:
    if not name:
        return ""
    return "" if {name[:2], name[1:]} & PAIRS else name


def _beside(text: str, position: int) -> set[str]:
    before = text[max(0, position - 24) : position]
    match = _ID_GAP.search(before)
    if not match or not _acceptable(match["name"]) or (match["name"][0] in WEAK and len(match["name"]) < 3):
        return set()
    left = before[: match.start()]
    if left[-1:] + match["name"][0] in PAIRS:
        return set()
    name = match["name"]
    return {name} if _LEFT_EDGE.search(left) or (len(name) == 3 and all(char in GIVEN for char in name[1:])) else set()


def _places(text: str, name: str) -> list[Span]:
    latin = not _han(name[0])
    found = [(start, start + len(name), "name") for start in offices.places(text, name)]
    if len(found) > 1 and not latin and (unlikely(name, 0, len(name)) or wordlike(name, 0, len(name))):
        found = [span for span in found if whole.meant(text, *span[:2])] or found
    return [span for span in found if not latin or not (text[span[0] - 1 : span[0]].isalpha() or text[span[1] : span[1] + 1].isalpha())]
