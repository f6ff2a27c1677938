"""Names of private persons, found by what stands beside them; holders of public office keep theirs.

There is no name recogniser here: a name is masked where a cue says that a private person is named, and then wherever it stands in the text.
"""

from __future__ import annotations

import re

from huiying.core.clean.identifiers import Span
from huiying.core.clean.surnames import COMPOUND, SURNAMES, WEAK, WORDS

_HAN = "\u4e00-\u9fff"
_SURNAME = f"(?:{'|'.join(sorted(COMPOUND))}|[{''.join(sorted(SURNAMES))}])"
_LABELS = (
    "来电人|来访人|投诉人|反映人|举报人|咨询人|求助人|报警人|诉求人|申请人|联系人|收款人|收件人|寄件人|承租人|户名|收款名|姓名|名字是|名字|真名|本名|"
    "我叫|名叫|叫做|名为|签名|签字人|法定代表人|法人代表|法人"
)
_CALLED = "叫"
_ROLES = (
    "患者家属|死者家属|伤者家属|家属|患者|病人|伤者|死者|逝者|遇难者|幸存者|确诊者|感染者|家长|业主|村民|居民|市民|群众|学生|女生|男生|同学|毕业生|老师|教师|班主任|家教|"
    "医生|医师|大夫|护士长|护士|护理员|护工|保安|保洁员?|司机|驾驶员|车主|货主|乘客|游客|旅客|消费者|顾客|客户|租客|租户|住户|户主|房东|老板娘|老板|店主|店长|摊主|摊贩|商户|商贩|农户|"
    "养殖户|种植户|渔民|农民工|农民|民工|工友|工人|员工|职工|外卖员|快递员|骑手|犯罪嫌疑人|嫌疑人|嫌犯|肇事者|肇事司机|被告人|被告|原告|被申请人|受害人|受害者|被害人|当事人|知情人|目击者|"
    "男子|女子|老人|大爷|大妈|大叔|大婶|大姐|大哥|阿姨|爷爷|奶奶|外公|外婆|姥姥|姥爷|母亲|父亲|妈妈|爸爸|我妈|我爸|妻子|丈夫|老公|老婆|儿子|女儿|儿媳|女婿|孙子|孙女|哥哥|姐姐|弟弟|妹妹|"
    "叔叔|舅舅|姑姑|表哥|堂哥|表弟|男孩|女孩|男童|女童|女婴|男婴|邻居|网友|博主|志愿者|男主人|女主人|夫妇|会计|出纳|技术员|电工|焊工|维修工|维保员|检修工|施工员|包工头|中介|"
    "记者|通讯员|摄影|责任编辑|责编|编辑|作者|实习生|店员|导游|教练|园长|客服|收银员|服务员|厨师|推销员|业务员|销售|组长|实际控制人|老乡|烈士遗孀|孤儿|老兵|"
    "负责人|(?<![大中支总])队长|(?<!总)经理|董事长|总经理|总监"
)
_OFFICES = (
    "书记|[县市省区镇乡州]长|局长|厅长|部长|处长|科长|股长|所长|站长|(?<!班)主任|院长|校长|教导员|检察长|审判长|检察官|法官|[大支中总]队长|政委|主席|常委|委员|司令员?|发言人|总理|总统|"
    "议员|秘书长|村支书|支书|村主任|村长|居委会主任|镇党委副?书记|巡视员|调研员|专员|行长|会长|理事长|人大代表|政协委员|代表|首相|大使|参赞|外长|总指挥|指挥长"
)
_PUBLIC_HEAD = re.compile(
    r"(?:[局所办委厅院校站部队]|中心|政府|[镇乡县街道]{1,2}|水务|供水|自来水|供电|电力|燃气|公交|热力|地铁|城投|国投|水利|环卫)[^，。；、]{0,6}\Z"
)
_PRIVATE_HEAD = re.compile(r"(?:物业|景区|酒店|宾馆|餐厅|饭店|超市|工地|机构|店|厂|门诊|诊所|养老|托管|项目)[^，。；、]{0,6}\Z")
_HEADS = frozenset({"负责人", "总经理", "董事长", "经理"})
_CUE = re.compile(f"(?P<label>{_LABELS})|(?P<called>{_CALLED})|(?P<role>{_ROLES})")
_GAP = re.compile(r"(?:[是为][：:]?|系)?[ \u3000：:]{0,2}(?:[“\"「（(]\s?)?")
_OFFICE_BEFORE = re.compile(f"(?:{_OFFICES})[ \u3000]?\\Z")
_OFFICE_NAME = re.compile(f"(?:{_OFFICES})[ \u3000]?(?={_SURNAME}[{_HAN}])")
_OFFICE_IN_BRACKETS = re.compile(f"[（(][^）)]{{0,60}}?(?:{_OFFICES})|，(?:男|女)，[^。]{{0,60}}?(?:{_OFFICES})|(?:{_OFFICES})")
_STRICT_END = re.compile(f"\\Z|[^{_HAN}某氏]")
_LONG_END = re.compile(
    "来电|致电|来访|来信|反映|咨询|投诉|表示|介绍|告诉|回忆|认为|希望|要求|建议|怀疑|质疑|担心|报警|报案|身份证|手机|电话|微信|突然|今年|昨日|昨天|今天|近日|先生|女士|同学|老师|经理|一家|"
    "夫妇|夫妻|等人|被找到|获救|死亡|遇难|受伤|失联|走失|坠楼|溺亡|驾驶|涉嫌|解释|坦言|透露|发现|看到|提供|提出|申请|直言|强调|回应|承认|否认|证实|求助|请求|质问|感叹|哭诉|指着|站在|坐在"
)
_SHORT_END = frozenset("称说被的在因与向将已是对从及也把给让到就等并却又还只便所则且曾未拿")
_SOFT_END = frozenset("家和于自为带经受发提希要建怀担报今昨前突正没不有任男女站抱背住走失死遭落坠骑开坚清近其一来认告回问")
_MAYBE_SUFFIX = re.compile("某|氏|姓|先生|女士|师傅|大爷|大妈|阿姨|老师|同学|医生|经理|总\\b|哥|姐|婶|伯|叔|队长|老板|主任")
_ID_GAP = re.compile(
    f"(?P<name>{_SURNAME}[{_HAN}]{{1,2}})(?:经理|先生|女士|老师|师傅|医生|顾问|中介|房东)?[ \u3000，,、（(：:]{{0,3}}(?:男|女)?[，,]?"
    "(?:身份证号?码?|证件号?码?|手机号?码?|联系电话|联系方式|电话号?码?|联系|微信号?|邮箱|车牌号?|银行卡号?|卡号|住址?|家住)?[ \u3000：:是为（(]{0,2}\\Z"
)
_AGE = re.compile(
    f"(?<![{_HAN}])(?P<name>{_SURNAME}[{_HAN}]{{1,2}}?)(?:[，,（(][ \u3000]?(?:男|女|\\d{{1,3}}岁)|[，,（(]?(?:\\d{{1,3}}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]{{1,2}})岁|来电|致电)"
)
_AMOUNT = re.compile(f"(?<![{_HAN}])(?P<name>{_SURNAME}[{_HAN}]{{1,2}})[ \u3000：:]?\\d[\\d.,]*[ \u3000]?(?:万|千|元|块|天|个工|工日)")
_LEFT_EDGE = re.compile(f"[^{_HAN}]\\Z|\\A\\Z|(?:{_ROLES}|{_LABELS}|{_CALLED})\\Z")
_NOT_GIVEN = frozenset("某氏的了着过们么是不吗呢吧啊哦呀")

_ENGLISH_NAME = r"[A-Z][a-z]+(?:[-'][A-Z]?[a-z]+)*"
_ENGLISH_FULL = rf"{_ENGLISH_NAME}(?: [A-Z]\.)?(?: {_ENGLISH_NAME}){{1,2}}"
_ENGLISH_CUE = re.compile(
    rf"\b(?:(?:Mr|Mrs|Ms|Miss|Mx)\.? (?P<titled>{_ENGLISH_FULL})"
    rf"|(?i:named|called|name is|name was|names? of|identified as|nurse|resident|villager|patient|caller|parent|tenant|neighbou?r|student|pupil|teacher|driver|victim|suspect|passenger|"
    rf"shopkeeper|landlord|landlady|wife|husband|son|daughter|mother|father|sister|brother|grandmother|grandfather|widow|owner|worker|farmer|fisherman|customer|complainant|contact),? "
    rf"(?P<cued>{_ENGLISH_FULL}))(?![A-Za-z])"
)
_ENGLISH_OFFICE = re.compile(
    r"(?i:mayor|director|secretary|spokes(?:man|woman|person)|governor|chief|head|president|principal|minister|commissioner|magistrate|deputy|judge|inspector|"
    r"county head|superintendent|councillor|senator|official|premier|chair(?:man|woman)?|captain)"
)
_ENGLISH_NOT_NAMES = frozenset(
    "The This That These Those County City Town Street Road River Park School Hospital Middle Primary High District Province Village Bridge Station University College Company Group Bureau Police Hotel "
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday North South East West New Old Lake Valley Square".split()
)


def may_hold(text: str) -> bool:
    """A cheap test: False where nothing here can match, apart from a name beside an identifier."""
    if text.isascii():
        return _ENGLISH_CUE.search(text) is not None
    return _CUE.search(text) is not None or _AGE.search(text) is not None or "万" in text or "元" in text or _ENGLISH_CUE.search(text) is not None


def find(text: str, identifiers: list[Span]) -> list[Span]:
    """Every place where a private person's name stands. `identifiers` are the masked spans of the text: a name right before one is that person's."""
    found: set[str] = set()
    if may_hold(text):
        found |= _by_cue(text) | _by_form(text) | _english(text)
    for start, _, kind in identifiers:
        if kind != "address" or text[max(0, start - 1)] in "（(":
            found |= _beside(text, start)
    if not found:
        return []
    kept = _officials(text, found)
    return sorted(span for name in found - kept for span in _places(text, name))


def _by_cue(text: str) -> set[str]:
    found = set()
    for match in _CUE.finditer(text):
        role = match["role"]
        if role in _HEADS and _public_head(text, match.start()):
            continue
        gap = _GAP.match(text, match.end())
        start = gap.end() if gap else match.end()
        bracketed = start > match.end() and text[start - 1] in "（(“\"「"
        end = _name_end(text, start, sure=match["label"] is not None, wary=match["called"] is not None or bracketed)
        if end:
            found.add(text[start:end])
    return found


def _public_head(text: str, position: int) -> bool:
    before = text[max(0, position - 14) : position]
    return _PUBLIC_HEAD.search(before) is not None and _PRIVATE_HEAD.search(before) is None


def _name_end(text: str, start: int, *, sure: bool, wary: bool) -> int:
    """Where the name that begins at `start` ends, 0 where none begins there.

    `sure`: the cue is a label, so that even an unusual surname counts. `wary`: a name only if nothing but an end follows it.
    """
    first = text[start : start + 1]
    base = 2 if text[start : start + 2] in COMPOUND else 1 if first in SURNAMES else 0
    if not base:
        return _unusual_end(text, start) if sure else 0
    if text[start : start + 2] in WORDS or text[start + base : start + base + 1] in _NOT_GIVEN:
        return 0
    two, three = start + base + 1, start + base + 2
    if not _is_han(text, two - 1) or _MAYBE_SUFFIX.match(text, start + base):
        return 0
    if _STRICT_END.match(text, two):
        return two
    if wary:
        return three if _is_han(text, three - 1) and _STRICT_END.match(text, three) else 0
    if _LONG_END.match(text, two):
        return two
    third = text[two : two + 1]
    if third in _SHORT_END:
        return two
    if third in "和跟" and text[three : three + 1] in SURNAMES:
        return two
    if third in _NOT_GIVEN:
        return 0
    if _STRICT_END.match(text, three) or _LONG_END.match(text, three):
        return three
    after = text[three : three + 1]
    if after in _SHORT_END or after in _SOFT_END:
        return three if first not in WEAK or sure else 0
    if third in _SOFT_END:
        return two if first not in WEAK or sure else 0
    return three if first not in WEAK and (sure or text[start : start + 1] in _DISTINCT) else 0


# Surnames that begin next to no word: what follows such a one after a cue is a name even if it runs on.
_DISTINCT = SURNAMES - WEAK - frozenset("张王李陈周胡孙许曾段谢余史顾侯齐路毛秦孔叶范阎罗宋唐曹郑朱苏丁汤毕纪童曲封古祖")


def _unusual_end(text: str, start: int) -> int:
    for length in (3, 2):
        end = start + length
        word = text[start:end]
        if len(word) == length and all(map(_han, word)) and not _NOT_GIVEN & set(word) and (_STRICT_END.match(text, end) or _LONG_END.match(text, end)):
            return end if word not in ("不详", "不明", "保密", "匿名", "未知", "本人", "同上", "如下", "见下", "不符", "核实") else 0
    return 0


def _han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _is_han(text: str, position: int) -> bool:
    return _han(text[position : position + 1] or " ")


def _acceptable(name: str) -> bool:
    return name[:2] not in WORDS and not _NOT_GIVEN & set(name) and not _MAYBE_SUFFIX.search(name, 1)


def _by_form(text: str) -> set[str]:
    """Names by what follows them: sex, age, a call; or several in a row with what each is owed."""
    found = {match["name"] for match in _AGE.finditer(text) if _acceptable(match["name"]) and match["name"][0] not in "年于时"}
    owed = [match["name"] for match in _AMOUNT.finditer(text) if _acceptable(match["name"]) and match["name"][0] not in WEAK]
    return found | set(owed) if len(owed) > 1 else found


def _beside(text: str, position: int) -> set[str]:
    before = text[max(0, position - 24) : position]
    match = _ID_GAP.search(before)
    if not match or not _acceptable(match["name"]) or (match["name"][0] in WEAK and len(match["name"]) < 3):
        return set()
    left = before[: match.start()]
    return {match["name"]} if _LEFT_EDGE.search(left) else set()


def _officials(text: str, names: set[str]) -> set[str]:
    """Which of the names stand beside a public office somewhere in the text."""
    kept = set()
    for name in names:
        for match in re.finditer(re.escape(name), text):
            before, after = text[max(0, match.start() - 8) : match.start()], text[match.end() : match.end() + 80]
            if name.isascii():
                beside = _english_office(text[max(0, match.start() - 40) : match.start()], after)
            else:
                beside = bool(_OFFICE_BEFORE.search(before) or _OFFICE_IN_BRACKETS.match(after))
            if beside:
                kept.add(name)
                break
    return kept


def _places(text: str, name: str) -> list[Span]:
    pattern = rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])" if name.isascii() else re.escape(name)
    return [(match.start(), match.end(), "name") for match in re.finditer(pattern, text)]


def _english(text: str) -> set[str]:
    found = set()
    for match in _ENGLISH_CUE.finditer(text):
        name = match["titled"] or match["cued"]
        words = name.split()
        while words and words[-1] in _ENGLISH_NOT_NAMES:
            words.pop()
        if len(words) > 1 and words[0] not in _ENGLISH_NOT_NAMES:
            found.add(" ".join(words))
    return found


def _english_office(before: str, after: str) -> bool:
    clause = re.split(r"[.;!?]", before)[-1]
    return bool(re.search(_ENGLISH_OFFICE.pattern + r"[\w ]{0,25},? \Z", clause) or re.match(r",? (?:the |a |our )?(?:[\w]+ ){0,3}" + _ENGLISH_OFFICE.pattern, after))
