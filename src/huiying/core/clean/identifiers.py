"""Numbers, addresses and accounts that point to one person: where they stand in a text.

Patterns run over a view of the same length in which full-width forms are narrow, so every offset is one of the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiying.core.clean import births, contacts, doors, numbers
from huiying.core.clean.numbers import Span
from huiying.core.clean.profiles import of_body, people

_LETTER = re.compile("[A-Za-z]")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{5}")
_LONG = re.compile(
    r"\d(?:[ .·_/|~*,。，、()（）oO-]{0,3}\d){5}|[零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖洞拐勾]{3}|[oO]h |zero|double |seven "
)
_URL = re.compile(r"(?:https?://|www\.)[^\s\u3000-\u9fff\uff00-\uffef\"<>]+", re.I)
_OPEN, _CLOSE = r"[ ]?[\[(（【{<][ ]?", r"[ ]?[\])）】}>][ ]?"
_DOT = rf"(?:\.|{_OPEN}(?i:dot|点){_CLOSE}| (?i:dot) )"
_AT = re.compile(rf"[ ]?@[ ]?|{_OPEN}(?i:at|@|艾特){_CLOSE}| (?i:at) ")
_AT_SPELT = re.compile(r"[\[(（【{<] ?at\b| at [^\n]{1,64} dot ")
_LOCAL_PART = re.compile(rf"(?<![\w.+%-])[A-Za-z0-9](?:[\w.+%'#-]{{0,63}})(?:{_DOT}[\w+%-]{{1,30}}){{0,3}}\Z", re.A)
_DOMAIN = re.compile(rf"[A-Za-z0-9-]{{1,63}}(?:{_DOT}[A-Za-z0-9-]{{1,63}}){{0,5}}{_DOT}[A-Za-z]{{2,24}}(?![A-Za-z0-9-])")
_ROLES = frozenset(
    [
        "info",
        "contact",
        "office",
        "clerk",
        "warden",
        "volunteer",
        "booking",
        "event",
        "editor",
        "secretary",
        "enquiries",
        "enquiry",
        "inquiries",
        "complaints",
        "complaint",
        "press",
        "media",
        "news",
        "hr",
        "jobs",
        "careers",
        "recruitment",
        "admin",
        "webmaster",
        "support",
        "service",
        "services",
        "help",
        "helpdesk",
        "hotline",
        "reception",
        "council",
        "parish",
        "mayor",
        "env",
        "health",
        "planning",
        "housing",
        "highways",
        "licensing",
        "feedback",
        "editor",
        "letters",
        "noreply",
        "reply",
        "no",
        "customer",
        "customerservice",
        "sales",
        "bookings",
        "xinxiang",
        "zhaopin",
        "jubao",
        "tousu",
        "xinxi",
        "bangong",
        "bgs",
        "xinfang",
        "kefu",
        "fuwu",
        "zixun",
        "duty",
        "zhaobiao",
    ]
)
# What an office is called in the Latin writing of Chinese: nobody who has such a mailbox has it for themselves.
_OFFICE_WORDS = "zhaosheng zhaopin renshi jubao tousu xinfang bangong bangongshi xuanchuan baoming tougao jiaowu yijian"
_OFFICES = frozenset(_OFFICE_WORDS.split())

_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使] ?[A-HJ-NP-Za-hj-np-z]"
    r"(?:[·. -]{0,3}(?=(?:[A-Za-z·. -]{0,2}\d){3})[A-HJ-NP-Z0-9a-hj-np-z][·. -]?"
    r"[A-HJ-NP-Z0-9a-hj-np-z]{3,4}(?:[A-HJ-NP-Z0-9a-hj-np-z]|[挂学警港澳试超领])|(?=(?:[A-Z·. "
    r"-]{0,3}\d){3})(?:[·. -]{0,2}[A-HJ-NP-Z0-9]){5,6})(?![A-Za-z0-9])"
)
_LETTERED_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·]?(?=[A-Z]*\d[A-Z]*\d)[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
)
_BRITISH_PLATE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d\d ?[A-Z]{3}(?![A-Za-z0-9])")
_ACCOUNT = re.compile(
    r"(?<![A-Za-z0-9_-])(?:[vVwW][xX]|[qQ]{2}|[qQ](?=\d{6}))?(?P<token>[A-Za-z0-9][A-Za-z0-9_-]{4,24})(?![A-Za-z0-9_@]|\.[A-Za-z])"
)
_OPENING = "（(【「『/|｜=→·—-"
"""Signs between a word for an account and its name; the last is a hyphen, as a class of characters wants it."""
# Everything that may stand before an account's name, anchored where the name begins.
_ACCOUNT_CUE = re.compile(
    r"(?:微信[^，。]{0,4}，号是|微信|徽信|[vV]信|威信|薇信|微|[威薇](?=[:：❤])|[微vV]❤|[加➕][vV]|[vV](?=[:：])|[vVwW]"
    r"[xX]|[wW]e[cC]hat(?: (?:me|us))?(?: at| is| ID)?|WECHAT|wechat|[wW]hats[aA]pp|[tT]elegram|[sS]kype(?: name)?|[sS]"
    r"ignal|[iI]nsta(?:gram)?|[sS]napchat|[dD]iscord|"
    r"[mM]y handle(?: is|:)|QQ群?(?: is| was)?|[qQ]{2}群?|[qQ](?=[:：是]|[ ]?\Z)|(?:私|加|联系)[我你]?[ ]?[vV]|扣扣|[qQ]群|微博号|(?:抖音|"
    r"快手|小红书|微博|直播间|陌陌)(?=号|[IiAa]|[:：])|咨询|联系|私信|下单|代购|加我吧?|加(?=[ "
    r":：]))"
    rf"(?P<label>号码?|账号|群号|ID|id)?[\s:：为是@＠➕❤+“\"{_OPENING}]{{0,4}}\Z"
)
_BETWEEN = f' \t\r\n:：为是@＠➕❤+“"{_OPENING}'
_CUE_ENDS = frozenset("s信微薇威vVxXtTpPmMeElLQq群扣号码IDid询系单购我加间音手书博陌")
_CUE_EN = re.compile(r"wechat|whatsapp|telegram|skype|\bsignal\b|\binsta(?:gram)?\b|snapchat|discord|\bhandle\b|qq|\b[vw]x|\bv:")
_FAR_ACCOUNT = re.compile(
    r"(?:[sS]kype|[tT]elegram|[sS]ignal|[dD]iscord|[hH]andle(?: is)?)[ :@]{1,3}(?P<token>(?:live:)?[A-Za-z][\w.-]*[_.\d][\w.-]*\w)"
)
_WORDLIKE = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*\Z")
_QQ = re.compile(r"\d{5,12}\Z")
_SPACED_QQ = re.compile(
    rf"(?:[qQ]{{2}}|扣扣|企鹅|[加➕][qQ]|[qQ](?=[:：]))[号码是为:： {_OPENING}]{{0,4}}"
    r"(?P<token>[1-9](?:[ -]{0,2}\d){4,10})(?![\dA-Za-z])"
)
_UNIT_AFTER = re.compile(r"\s?(?:元|块|万|亿|年|月|日|号|点|人|个|次|份|套|%|℃|小时|分钟|米|公里|平|斤|吨)")
_HANDLE_TOKEN = re.compile(
    r"(?<![A-Za-z0-9_@./\\-])(?=[A-Za-z0-9]*_)(?=[A-Za-z0-9_]*[a-z])[A-Za-z][A-Za-z0-9_]{5,24}(?![A-Za-z0-9_@(/\\]|\.[A-Za-z])"
)
_MENTION = re.compile(
    r"(?<![A-Za-z0-9._%+-])@(?!了|过|着|一下)([A-Za-z0-9_\u4e00-\u9fff·-][A-Za-z0-9_.\u4e00-\u9fff·-]{0,28}[A-Za-z0-9_\u4e00-\u9fff·-"
    r"]|[A-Za-z0-9_\u4e00-\u9fff])"
)
_NAMED_NEAR = re.compile(r"[wW]e[cC]hat\b[^.\n]{0,40}? (?P<token>[a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?![\w@])")
_BY_NUMBER = re.compile(r"(?<![\w@])wxid_[a-z0-9_]{6,24}(?!\w)")
_FAR_QQ = re.compile(r"\bQQ\b[^\n]{0,60}?(?:add me|number|号码?)(?: is|是)?[:： ]{1,2}(?P<token>[1-9]\d{4,10})(?!\d)")
_SEVEN_DIGITS = re.compile(r"\d{7}")
_SERVICES = ("微信", "徽信", "威信", "薇信", "v", "V", "w", "W", "加v", "加V", "QQ", "qq")
_EVERYBODY = frozenset(("我", "你", "他", "她", "我们", "大家", "所有人", "全体", "全体成员", "楼主", "本人"))
_NO_HANDLE = re.compile(
    "[我你他她俺咱]们?家?(?:老公|老婆|老?[爸妈]|爸妈|妈妈|爸爸|儿子|女儿|闺女|朋友|闺蜜|兄弟|同学|邻居)|(?:[一二三四五六七八九十\\d初高大小]{1,3}(?:年级|班|号楼|栋|单元|组|期))[^@]{0,4}(?:家长|业主|同学|住户|老师|师生)们?|全体.{0,6}|[^@]{2,8}(?:网格|业主|家长|工作|服务|通知)群|(?:有关|相关|主管|职能|上级|各)(?:部门|单位|领导)|[我你他她]们?[了吧的啊]{0,2}|(?:物业|居委会?)(?:[小老大][\u4e00-\u9fff])?|(?:物业|小区|社区|官方)?(?:客服|管家|服务中心|前台|管理员|工作人员)"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_ADDING = re.compile(r"\b(?:add|dm|ping) ")


def find(view: str) -> list[Span]:
    """Every identifier in a narrow view, best reading first: a span that overlaps an earlier one in the list loses to it."""
    lower = view.lower()
    urls = [match.span() for match in _URL.finditer(view)] if "://" in view or "www." in lower else []
    spans: list[Span] = []
    profiles: list[Span] = []
    if "@" in view or "艾特" in view or ("at" in lower and _AT_SPELT.search(lower)):
        spans += _emails(view)
    if "/" in view:
        profiles += [(start, end, "account") for start, end in people(view)]
    if _LONG.search(view):
        spans += numbers.find(view)
    letters = _LETTER.search(view) is not None
    if letters:
        spans += [
            (match.start(), match.end(), "plate")
            for pattern in (_PLATE, _LETTERED_PLATE, _BRITISH_PLATE)
            for match in pattern.finditer(view)
        ]
    if "@" in view:
        spans += _mentions(view)
    if (_TOKEN.search(view) or _SPACED_QQ.search(view)) and (
        (not view.isascii() and _HAN.search(view)) or _CUE_EN.search(lower) or _ADDING.search(lower)
    ):
        accounts = list(_accounts(view))
        spans += accounts
        for _, end, _ in accounts if _SEVEN_DIGITS.search(view) else ():
            spans += [(*other, "account") for other in contacts.beside(view, end)]
    if "生" in view or "诞" in view or "orn " in view or "birth" in lower or "ob" in lower:
        spans += births.find(view)
    if letters or any(sign in view for sign in "号#牌栋幢座弄室户元址处区苑园里村寓府城湾庭家楼-"):
        spans += doors.find(view)
    return profiles + [span for span in spans if not any(start <= span[0] < end for start, end in urls)]


def _emails(view: str) -> Iterator[Span]:
    for match in _AT.finditer(view):
        domain = _DOMAIN.match(view, match.end(), match.end() + 160)
        if not domain or (match[0].lower() == " at " and not re.search(r"(?i)dot|点", domain[0])):
            continue
        first = max(0, match.start() - 100)
        local = _LOCAL_PART.search(view[first : match.start()])
        if local and not _role(local[0]) and not _BOX_OF_BODY.search(view[: first + local.start()][-24:]):
            yield first + local.start(), domain.end(), "email"


_BOX_OF_BODY = re.compile("(?:[局委办厅]|政府|中心|医院|法院)(?:官方|电子|公开|举报|意见|监督|投诉)?(?:信箱|邮箱)[：:为是]?[ ]?\\Z")


def _role(local: str) -> bool:
    """A mailbox of an office, not of a person."""
    words = re.split(r"[._+-]", local.lower())
    return any(word.rstrip("0123456789") in _OFFICES for word in words) or all(
        word in _ROLES or word.removesuffix("s") in _ROLES for word in words
    )


def _mentions(view: str) -> Iterator[Span]:
    for match in _MENTION.finditer(view):
        if not of_body(match[1]) and match[1] not in _EVERYBODY and not _NO_HANDLE.fullmatch(match[1]):
            yield match.start(), match.end(), "account"


def _accounts(view: str) -> Iterator[Span]:
    han = _HAN.search(view) is not None
    for match in _SPACED_QQ.finditer(view) if han else ():
        if not _UNIT_AFTER.match(view, match.end()):
            yield *match.span("token"), "account"
    for match in _ACCOUNT.finditer(view):
        start, end = match.span()  # wx88888 may itself be the name
        cue = _cue(view, start)
        if not cue and start < match.start("token"):
            start = match.start("token")
            cue = _cue(view, start)
        if not cue:
            continue
        token = view[start:end]
        if _QQ.match(token):
            accepted = cue[0][:1] in ("QqＱ扣" if token[0] == "0" else "QqＱ扣微威薇vVwW") and not _UNIT_AFTER.match(view, end)
        else:
            accepted = not token.replace("-", "").isdecimal() and (
                bool(cue["label"])
                or not _WORDLIKE.match(token)
                or _joined(token, cue[0])
                or (":" in cue[0] and han)
                or ("：" in cue[0] and cue[0].startswith(_SERVICES))
            )
        if accepted and not (cue[0][:1] in "vVwWqQ" and _inside_word(view, max(0, start - 24) + cue.start())):
            yield start, end, "account"
    for match in _FAR_ACCOUNT.finditer(view) if _CUE_EN.search(view.lower()) else ():
        yield match.start("token"), match.end("token"), "account"
    for start, end in contacts.find(view):
        yield start, end, "account"
    for match in _BY_NUMBER.finditer(view) if "wxid_" in view else ():
        yield match.start(), match.end(), "account"
    for match in _NAMED_NEAR.finditer(view) if "_" in view else ():
        yield match.start("token"), match.end("token"), "account"
    for match in _FAR_QQ.finditer(view) if "QQ" in view else ():
        yield match.start("token"), match.end("token"), "account"
    if han and "_" in view:  # in English such words are code
        for match in _HANDLE_TOKEN.finditer(view):
            yield match.start(), match.end(), "account"


_HERE = frozenset(["微信", "微信:", "微信：", "微信号", "徽信"])


def _joined(token: str, cue: str) -> bool:
    """Whether words joined by signs are somebody's account where a service is named: WeChat hannah-by-the-lake."""
    return token.count("-") >= (1 if cue in _HERE else 2) and cue.lower().startswith(("wechat", "微信", "telegram", "whatsapp"))


def _cue(view: str, start: int) -> re.Match[str] | None:
    lead = view[max(0, start - 24) : start]
    return _ACCOUNT_CUE.search(lead) if lead.rstrip(_BETWEEN)[-1:] in _CUE_ENDS else None


def _inside_word(view: str, position: int) -> bool:
    return position > 0 and view[position - 1].isascii() and view[position - 1].isalnum()
