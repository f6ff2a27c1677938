"""Numbers and addresses that point to one person: where they stand in a text.

Patterns run over a view of the same length in which full-width forms are narrow, so every offset is one of the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

Span = tuple[int, int, str]  # start, end, kind

_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2010: 0x2D, 0x2013: 0x2D, 0x2014: 0x2D, 0xA0: 0x20}
_WIDE = re.compile("[\u3000\uff10-\uff19\uff20-\uff3a\uff41-\uff5a\u2010\u2013\u2014\xa0]")
# Every branch begins with a character or a set of them: that keeps the search fast.
_HINT = re.compile(
    r"\d(?:[ .·-]?\d){6}|@|_|[零〇一二三四五六七八九幺两]{11}|\d\s?(?:号|栋|幢|座|室|弄|单元|-)|[一二三四五六七八九十]\s?(?:号|栋|幢|单元)|"
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-Za-z]|微信|微\s?[:：]?\s?[A-Za-z0-9]|[vV][xX信]|[vV][:：]|[wW][xX]|[qQ][qQ群]|扣扣|"
    r"[wW]e[cC]hat|WECHAT|WhatsApp|Telegram|[加➕]\s?[vVwW我A-Za-z0-9]|抖音号|快手号|小红书号|咨询\s?[A-Za-z]|联系\s?[A-Za-z]|私信\s?[A-Za-z]|下单\s?[A-Za-z]|代购\s?[A-Za-z]|"
    r"地址|住址|住处|Flat|Ap[at]|证[件号]|身份|护照|\d+[A-Z]? (?:[A-Z][\w'-]+ )+[RSALT]|[\[(（]\s?at"
)
_LONG_NUMBER = re.compile(r"\d(?:[ .·-]{0,3}\d){6}|[零〇一二三四五六七八九幺两]{11}")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{5}")
_URL = re.compile(r"(?:https?://|www\.)[^\s\u3000-\u9fff\uff00-\uffef\"<>]+", re.I)
_EMAIL = re.compile(
    r"(?<![\w.+%-])[A-Za-z0-9][\w.+%-]{0,63}(?:@|\s?[\[(（]\s?at\s?[\])）]\s?)(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}(?![A-Za-z0-9-])", re.A
)

_ID_18 = re.compile(r"(?<![0-9A-Za-z])[1-9]\d(?:[ -]?\d){15}[ -]?[\dXx](?![0-9A-Za-z])")
_ID_15 = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{14}(?![0-9A-Za-z])")
_ID_CUE = re.compile(r"(?:身份证|证件|证号|公民身份|居民证|护照|\bID\b|identity|passport)\D{0,10}\Z", re.I)
_PASSPORT = re.compile(r"(?<![0-9A-Za-z])[A-Z]{1,2}\d{7,8}(?![0-9A-Za-z])")
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

_CARD = re.compile(r"(?<![0-9A-Za-z./=])\d(?:[ -]?\d){11,18}(?![0-9A-Za-z/])")
_CARD_CUE = re.compile(r"(?:银行卡|储蓄卡|信用卡|工资卡|收款卡|缴费卡|社保卡|卡号|账号|帐号|账户|帐户|\bcard\b|\baccount\b)\D{0,8}\Z", re.I)
_NUMBER_CUE = re.compile(
    r"(?:编号|单号|订单|工单|案号|流水|批号|货号|代码|登记号|文号|证书|许可证|备案|期号|\bNo\.?|#|order|ref\w*)\s?[：:为是]?\s?\Z", re.I
)

_MOBILE = re.compile(
    r"(?<![\dA-Za-z.])(?:\(?\+?\(?(?:00)?86\)?[ -]?)?"
    r"(1[3-9]\d(?:[ .·-]{0,3}\d{4}){2}|1[3-9]\d{5}[ -]{1,2}\d{4}|1[3-9]\d[ -]{1,2}\d{8}|1[3-9]\d{2}[ -]\d{3}[ -]\d{4}|1[ ][3-9](?: \d){9})"
    r"(?![\dA-Za-z]|\.\d|\s?(?:[美港日欧]?元|万|亿|吨|公里|平|米|公?斤|人|户|%|％))"
)
_SPOKEN = re.compile(
    r"(?<![零〇一二三四五六七八九幺两])[一幺][三四五六七八九][零〇一二三四五六七八九幺两]{9}(?![零〇一二三四五六七八九幺两])"
)
_LANDLINE = re.compile(
    r"(?<![\dA-Za-z.-])(?:\(0\d{2,3}\)\s?|(?:\+?86[ -]?)?0[1-9]\d{1,2}[ -])[2-8]\d{2,3}[ -]?\d{4}(?!\d)"
    r"(?:\s?(?:转|ext\.?|-)\s?\d{1,5}(?!\d))?"
    r"|(?<![\dA-Za-z.-])0(?:10|2\d)[2-8]\d{7}(?!\d)|(?<![\dA-Za-z.-])0[3-9]\d{2}[2-8]\d{6,7}(?!\d)"
)
_OFFICE_LINE = re.compile(
    r"(?:热线|咨询|值班|举报|监督|服务|报警|抢修|应急|办公|投诉|客服|公开|hotline|duty|enquir\w+|inquir\w+)(?:电话|专线|号码|line|phone)?\s?[（(：:为是]?\s?\Z",
    re.I,
)

_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-HJ-NP-Za-hj-np-z][·.•・ -]?"
    r"(?=(?:[A-Za-z]?\d){3})[A-HJ-NP-Z0-9a-hj-np-z]{4,5}[A-HJ-NP-Z0-9a-hj-np-z挂学警港澳](?![A-Za-z0-9])"
)

_ACCOUNT_CUE = re.compile(
    r"(?:(?:微信|[vV]信|威信|薇信|微|[加➕][vV]|[vV](?=[:：])|[vVwW][xX]|[wW]e[cC]hat|WECHAT|WhatsApp|Telegram|QQ群?|[qQ]{2}群?|扣扣|[qQ]群|(?:抖音|快手|小红书|微博|直播间|陌陌)(?=号|[IiAa]|[:：])|"
    r"咨询|联系|私信|下单|代购|加我|加(?=[ :：]))(?P<label>号码?|账号|群号|ID|id)?)"
    r"[\s:：为是@＠➕+“\"（(]{0,4}(?P<token>[A-Za-z0-9][A-Za-z0-9_-]{4,24})(?![A-Za-z0-9_@.])"
)
_WORDLIKE = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*\Z")
_QQ = re.compile(r"[1-9]\d{4,11}\Z")
_UNIT_AFTER = re.compile(r"\s?(?:元|块|万|亿|年|月|日|号|点|人|个|次|份|套|%|℃|小时|分钟|米|公里|平|斤|吨)")
_HANDLE_TOKEN = re.compile(
    r"(?<![A-Za-z0-9_@./\\-])(?=[A-Za-z0-9]*_)(?=[A-Za-z0-9_]*[a-z])[A-Za-z][A-Za-z0-9_]{5,24}(?![A-Za-z0-9_@(/\\]|\.[A-Za-z])"
)
_MENTION = re.compile(r"(?<![A-Za-z0-9._%+-])@([A-Za-z0-9_\u4e00-\u9fff·-]{1,30})")
_PUBLIC_BODY = re.compile(
    r"(?:发布|公安|警方|警察|派出所|交警|消防|法院|检察|政府|政务|网信|应急|卫健|教育局?|宣传|日报|晚报|早报|新闻网?|融媒|电视台?|广播|气象|共青团|人民网|新华社|央视\w*|"
    r"在线|辟谣|12345|疾控|医院|大学|中学|小学|水务|供电|公交|地铁|热线)\w{0,2}\Z"
)
_EVERYBODY = frozenset(("我", "你", "他", "她", "我们", "大家", "所有人", "全体成员", "楼主", "本人"))
_HAN = re.compile("[\u4e00-\u9fff]")

_N = r"(?:\d{1,4}|[一二三四五六七八九十零〇]{1,4})"
_DOOR = re.compile(
    rf"{_N}\s?(?:号楼|号院|栋|幢|座|弄)\s?(?:[A-Za-z]座)?(?:\s?(?:[A-Za-z]|{_N})\s?单元)?\s?(?:{_N}\s?[层楼]\s?)?(?:[A-Za-z]?\d{{2,4}}|[一二三四五六七八九十零〇]{{3,4}}|{_N}(?=室|户))"
    r"(?!\d|\s?(?:年|月|元|户[居人]|人|米|平|名|多|余|万|%))\s?(?:室|户|房|号)?"
    rf"|(?:(?<=[路街巷弄坊])|(?<=大道)|(?<=胡同)|(?P<village>(?<=[村组坞坪庄寨屯湾岭塘里苑园区])))\s?{_N}\s?(?:-\d{{1,3}})?号(?!楼|院|线|文|令|台|站|口|门|机|公告|车|厅|窗|选手|病|床|地块|标段|井|泵|闸|桥|坑|矿|煤|仓|库|池|炉|厂|桩|公交|铺子?|点|前|晚|早|下午|上午|凌晨|起|开始)"
    rf"(?:\s?(?:{_N}\s?单元)?\s?\d{{2,4}}\s?(?:室|户))?"
    r"|(?<=[区苑园里村寓府城湾庭])\s?\d{1,3}[-—]\d{1,2}[-—]\d{2,4}(?![\d-])"
)
_DAY = re.compile(r"\s?(?:[12]?\d|3[01]|[一二三]?十?[一二三四五六七八九]?)号\Z")
_LIVES = re.compile(r"(?:住|家在|位于|地址|门牌|房屋|户籍)[^，。；、\d]{0,16}\Z")
_UNIT_ROOM = re.compile(rf"(?<![栋幢座楼])(?:[A-Za-z]|{_N})\s?单元\s?[A-Za-z]?\d{{3,4}}\s?(?:室|户|房|号)?")
_ADDRESS_LABEL = re.compile(
    r"(?:地址|住址|住处)[：:为在是]{0,2}\s?[\u4e00-\u9fff]{2,24}?(?P<door>[A-Za-z]?-?\d{1,4}(?:-\d{1,4}){0,3}[号室]?)(?![\d.:/年月日元%号])"
)
_ENGLISH_DOOR = re.compile(
    r"\b(?:(?:Flat|Apartment|Apt\.?)\s?#?[A-Z]?\d{1,4}[A-Z]?\b(?:,? (?:Building|Block) [A-Z]?\d{1,3}\b)?"
    r"|(?:No\.? ?)?\d{1,4}[A-Z]?(?=,? (?:[A-Z][\w'-]+ ){1,3}(?:Road|Rd|Street|Avenue|Ave|Lane|Alley|Terrace)\b))"
)


def narrow(text: str) -> str:
    """The same text, character for character, with full-width letters, digits and signs narrow."""
    return text.translate(_NARROW) if _WIDE.search(text) else text


def may_hold(view: str) -> bool:
    """A cheap test: False where no pattern of this file can match."""
    return _HINT.search(view) is not None


def find(view: str) -> list[Span]:
    """Every identifier in a narrow view, best reading first: a span that overlaps an earlier one in the list loses to it."""
    if not may_hold(view):
        return []
    urls = [match.span() for match in _URL.finditer(view)] if "://" in view or "www." in view.lower() else []
    spans: list[Span] = []
    if "at" in view or "@" in view:
        spans += _emails(view)
    if _LONG_NUMBER.search(view):
        spans += [*_identities(view), *_cards(view), *_phones(view)]
    spans += [(match.start(), match.end(), "plate") for match in _PLATE.finditer(view)]
    if "@" in view:
        spans += _mentions(view)
    if _TOKEN.search(view):
        spans += _accounts(view)
    spans += _doors(view)
    return [span for span in spans if not any(start <= span[0] < end for start, end in urls)]


def _emails(view: str) -> Iterator[Span]:
    for match in _EMAIL.finditer(view):
        yield match.start(), match.end(), "email"


def _identities(view: str) -> Iterator[Span]:
    for match in _ID_18.finditer(view):
        digits = re.sub(r"[ -]", "", match[0]).upper()
        if len(digits) == 18 and (valid_identity(digits) or _before(_ID_CUE, view, match.start())):
            yield match.start(), match.end(), "id"
    for pattern in (_ID_15, _PASSPORT):
        for match in pattern.finditer(view):
            if _before(_ID_CUE, view, match.start()):
                yield match.start(), match.end(), "id"


def valid_identity(digits: str) -> bool:
    """Whether 18 characters are a resident identity number by GB 11643: a birthday and the check character of ISO 7064 MOD 11-2."""
    try:
        date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_ID_WEIGHTS, digits[:17], strict=True))
    return digits[17] == "10X98765432"[total % 11]


def _cards(view: str) -> Iterator[Span]:
    for match in _CARD.finditer(view):
        digits = re.sub(r"[ -]", "", match[0])
        cued = _before(_CARD_CUE, view, match.start())
        if cued or (len(digits) >= 16 and luhn(digits) and len(set(digits)) > 2 and not _before(_NUMBER_CUE, view, match.start())):
            yield match.start(), match.end(), "card"


def luhn(digits: str) -> bool:
    """The check digit of ISO/IEC 7812-1."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _phones(view: str) -> Iterator[Span]:
    for pattern in (_MOBILE, _SPOKEN):
        for match in pattern.finditer(view):
            if not _before(_NUMBER_CUE, view, match.start()):
                yield match.start(), match.end(), "phone"
    for match in _LANDLINE.finditer(view):
        # The lines of public offices are there to be called.
        if not _before(_OFFICE_LINE, view, match.start()):
            yield match.start(), match.end(), "phone"


def _mentions(view: str) -> Iterator[Span]:
    for match in _MENTION.finditer(view):
        if not _PUBLIC_BODY.search(match[1]) and match[1] not in _EVERYBODY:
            yield match.start(), match.end(), "account"


def _accounts(view: str) -> Iterator[Span]:
    for match in _ACCOUNT_CUE.finditer(view):
        token = match["token"]
        if _QQ.match(token):
            accepted = match[0][:1] in "QqＱ扣微" and not _UNIT_AFTER.match(view, match.end("token"))
        else:
            accepted = not token.isdecimal() and (
                bool(match["label"]) or not _WORDLIKE.match(token) or (":" in match[0] and _HAN.search(view) is not None)
            )
        if accepted and not (match[0][:1] in "vVwW" and _inside_word(view, match.start())):
            yield match.start("token"), match.end("token"), "account"
    if "_" in view and _HAN.search(view):  # in English such words are code
        for match in _HANDLE_TOKEN.finditer(view):
            yield match.start(), match.end(), "account"


def _doors(view: str) -> Iterator[Span]:
    for match in _DOOR.finditer(view):
        # After the name of a village "9号" may as well be a day.
        if match["village"] is None or not _DAY.match(match[0]) or _before(_LIVES, view, match.start()):
            yield match.start(), match.end(), "address"
    for pattern in (_UNIT_ROOM, _ENGLISH_DOOR) if "单元" in view else (_ENGLISH_DOOR,):
        for match in pattern.finditer(view):
            yield match.start(), match.end(), "address"
    if "址" in view or "住处" in view:
        for match in _ADDRESS_LABEL.finditer(view):
            yield match.start("door"), match.end("door"), "address"


def _before(pattern: re.Pattern[str], view: str, position: int) -> bool:
    return pattern.search(view[max(0, position - 20) : position]) is not None


def _inside_word(view: str, position: int) -> bool:
    return position > 0 and view[position - 1].isascii() and view[position - 1].isalnum()
