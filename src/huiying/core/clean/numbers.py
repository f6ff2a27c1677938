"""Numbers that point to one person by their form or check digit: identity papers, bank cards, phones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiying.core.clean.publics import free_number, of_body
from huiying.core.clean.view import ends

Span = tuple[int, int, str]  # start, end, kind

_S = r"[ .·_/|~*-]"  # what people put between digits
_LEFT = r"(?<![\dA-Za-z])"
_ID_18 = re.compile(rf"(?<!\d)[1-9]{_S}{{0,3}}\d(?:{_S}{{0,3}}\d){{15}}{_S}{{0,3}}[\dXx×](?!\d)")
_ID_15 = re.compile(rf"(?<![0-9A-Za-z])[1-9]\d(?:{_S}?\d){{13}}(?![0-9A-Za-z])")
_BORN_18 = re.compile(r".{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_BORN_15 = re.compile(r"(?:[1-6]\d|71|8[12]|99).{4}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_ID_CUE = re.compile(r"(?:身份证|居民证|证件|证号|身份号码|公民身份|护照|\bID\b|identity|passport)\D{0,10}\Z", re.I)
_PAPER = re.compile(
    r"(?:(?:身份证|居民证|护照|通行证|回乡证|台胞证|居住证|军官证|士兵证|残疾证|驾驶证|"
    r"驾照|证件|社保|医保|社会保障|学籍|学|住院|病历|病案|就诊|门诊|准考证|死亡证)(?:卡|"
    r"证)?(?:号码?|编号|)|(?<![可业营案记权格书照产])证号|"
    r"(?i:\bpassport|\bidentity card|\bID|driving licen[cs]e|driver'?s licen[cs]e|social "
    r"security|\bSSN|national insurance|\bNINO|\bNHS|patient|medical record|\bMRN|student|"
    r"admission|residence permit|hospital)(?i: (?:number|no\.?|id|card))*)"
    r"[ :：为是（(#.,，“\"]{0,4}(?i:(?:is|was|number|no\.?)[ :]{0,2}){0,2}(?P<paper>(?!\d{1,2}[年月日]"
    r")[A-Z]{0,3}[ -]?\d(?:[ -]?\d){4,19}(?:[ -]?[A-DXx]|\([0-9A]\))?)(?![0-9A-Za-z年月日元]"
    r")"
)
_IN_BRACKETS = re.compile(r"(?<=[（(])[EGDSPHMCK][A-Z]?\d{7,8}(?=[）)])")
_HONG_KONG = re.compile(r"(?<![0-9A-Za-z])[A-Z]{1,2}\d{6} ?[（(][\dA][）)]")
_TAIWAN = re.compile(r"(?<![0-9A-Za-z])[A-Z][1289]\d{8}(?![0-9A-Za-z])")
_INSURANCE = re.compile(r"(?<![0-9A-Za-z])[A-CEGHJ-PQR-TW-Z][A-CEGHJ-NPQR-TW-Z][ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D](?![0-9A-Za-z])")
_SOCIAL = re.compile(r"(?<![\d-])\d{3}[- ]\d{2}[- ]\d{4}(?![\d-])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_TAIWAN_AREAS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"

_CARD = re.compile(rf"(?<![\d=])(?<!\d\.)\d(?:{_S}{{0,3}}\d){{11,18}}(?!\d)")
_FRACTION = re.compile(r"\d{1,3}\.\d+")
_CARD_CUE = re.compile(
    r"(?:银行卡|储蓄卡|信用卡|工资卡|收款卡|缴费卡|社保卡|借记卡|[农工建中商]行卡|[邮社]储?卡|的卡(?=[是：:])|卡号|账号|帐号|账户|帐户|\bcard\b|\baccount\b"
    r"|\bICBC\b|\bCCB\b|\bBOC\b|\bABC\b)\D{0,8}\Z",
    re.I,
)
_OF_MONEY = re.compile("卡尾号|转账|打款|汇款|付款|收款|到账|发放|户名|[打转汇取][到入进走给]|里的钱")
_IN_FOURS = re.compile(r"(?:\d{4}[ -]){3,4}\d{1,4}|\d{6}(?:[ -]\d{3,5}){2,4}")
_BANK_ACCOUNT = re.compile(
    r"(?i:\baccount (?:number|no\.?)|\ba/c(?: no\.?)?|\bsort code)[ :#]{0,2}(?:is |was )?(?P<number>\d[\d -]{4,20}\d)(?![0-9A-Za-z])"
)
_CODE = re.compile(
    r"(?:编号|单号|户号|表号|客户号|缴费号|订单|工单|案号|流水|批号|货号|代码|登记号|文号|证书|许可证|备案|期号|"
    r"型号|序列号|frame|serial|\bNo\.?|#|order|ref\w*|invoice|[A-Z]{2}|[A-Z]{2}-)\s?[：:为是]"
    r"?\s?(?i:no\.? ?|number ?)?\Z"
)

_UNIT = r"\s?(?:[美港日欧]?元|万(?![达科])|亿|吨|公里|平(?:方|米)|米(?![粉线饭])|公?斤|%|％|kg|km)"
_MOBILE = re.compile(
    rf"(?<!\d)(?<!\d[.:])(?:(?:\(?\+?\(?(?:00)?86\)?)[ .-]{{0,2}})?(?P<number>(?:[(（](?=\d{{3,4}}[)）]))?1[ .·_/|"
    rf"~*,。，、-]{{0,3}}[3-9](?:[ .·_/|~*,。，、()（）-]{{0,3}}\d){{9}})"
    rf"(?!\d|\.\d|[A-Z]|{_UNIT})"
)
_NUMBER_BEFORE = re.compile(r"\d,\Z")
_GROUPS = frozenset(
    {
        (11,),
        (3, 4, 4),
        (3, 8),
        (7, 4),
        (4, 4, 3),
        (4, 3, 4),
        (3, 3, 5),
        (5, 6),
        (6, 5),
        (3, 2, 2, 2, 2),
        (3, 5, 3),
        (5, 3, 3),
        (1,) * 11,
        (3, 4, 2, 2),
        (1, 10),
        (2, 9),
        (4, 7),
    }
)
_SURE_GROUPS = frozenset({(11,), (3, 4, 4)})
_PHONE_CUE = re.compile(
    r"(?:电话|手机|号码|联系|致电|热线|微信|咨询|座机|☎|📞|加[vV微我]|[vV][xX]|(?i:tel|"
    r"phone|mobile|call|ring|text|contact|whatsapp|cell)\w*)[^\d。！？\n]{0,8}\Z"
)
_NUMERAL = "零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖洞拐勾"
_SPOKEN = re.compile(
    rf"(?<![{_NUMERAL}\d])(?=[\dOo，,、 -]{{0,32}}[{_NUMERAL}])[一幺1壹][，,、 -]{{0,2}}[三四五六七八九叁肆伍陆柒捌玖"
    rf"拐勾3-9](?:[，,、 -]{{0,2}}[{_NUMERAL}\dOo]){{9}}(?![{_NUMERAL}\d])"
)
_LETTERED = re.compile(rf"(?<![0-9A-Za-z])(?=[\d .-]{{0,20}}[OolI])[1lI][ .-]?[3-9](?:[ .-]?[\dOolI]){{9}}(?![0-9A-Za-z]|{_UNIT})")
_WORDS = r"(?i:(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine|hundred|double|triple)\b)"
_SAID = re.compile(rf"\b{_WORDS}(?:[ ,-]{{1,2}}{_WORDS}){{6,14}}")
# Landlines of China and the United Kingdom begin with a nought, numbers of North America are three groups, others have a plus.
_NATIONAL = re.compile(
    r"(?<![\dA-Za-z.,])(?<![\dA-Za-z][=/-])(?<!\d:)(?:(?:\+?\(?(?:00)?(?:86|44)\)?[ .-]{0,2}(?:\(0\)[ ]?)?)(?=[1-9]"
    r")|[（(]0|(?=0))(?:0?[1-9]\d{1,4})[)）]?[ ./—–-]{0,3}\d{2,8}(?:[ .—–-]{1,2}\d{1,6}){0,3}(?!\d|"
    r"[.,:/]\d|-\d)"
)
# An area that there is not is one where the word for a telephone stands before it.
_NOWHERE = re.compile(r"(?:电话|座机|固话|宅电)号?码?[是为]?[ ：:（(]{0,2}(?P<number>000\d[ -]?\d{7,8})(?!\d|-\d)")
_EXTENSION = re.compile(r"\s?(?:转|(?i:ext?n?\.?)|#|-)\s?\d{1,5}(?!\d)")
_TURNED = re.compile(r"\s?转\s?\d{1,5}(?!\d)")  # a borrowed number that is turned to somebody's own
_AMERICAN = re.compile(
    r"(?<![\dA-Za-z.,])(?<![\dA-Za-z][=/-])(?<!\d:)"
    r"(?:\+?1[ .-])?(?:[（(][2-9]\d\d[)）] ?|[2-9]\d\d[ .-])\d{3}[ .-]\d{4}(?![\dA-Za-z]|[.,:/-]\d)"
)
_ABROAD = re.compile(
    r"(?<![\dA-Za-z.,])(?:\+|00)(?:[2-79]\d|[2-79]\d\d|1|8[1-79]\d?)(?:[ .()-]{1,2}\d{1,10}){1,6}(?!\d)|(?<![\dA-Za-z.,])\+\d{9,15}(?!\d)"
)
_LOCAL = re.compile(r"(?:电话|座机|固话|宅电|小灵通)[号码]{0,2}(?:[：:是为 ]|打)?[ ]?(?P<number>[2-8]\d{2,3}[ -]?\d{4})(?!\d|[.:/年]|-\d)")

_LOCAL_EN = re.compile(
    r"\b(?i:(?:(?:phone|mobile|cell) )?number(?:'s| is| was)?|(?:call|ring|text|phone|tel|mobile|cell|home)(?: (?:me|him|her|us|them))?)"
    r"[ :.]{1,3}(?:(?:on|at) )?(?P<number>\d{3}[- ]\d{4})(?![\d-]|[.,:]\d)"
)
# Said in two pieces, so that no machine reads it: 154 0000 开头，后面 1234.
_IN_PIECES = re.compile(
    r"(?<!\d)1[3-9]\d[ -]?\d{4}[^\d。！？\n]{0,6}(?:后面|后四位|末四位|尾号|最后四位|再加|接着)[^\d。！？\n]{0,4}\d{4}(?!\d)"
)
_LETTER = re.compile("[A-Z]")
_SEVEN = re.compile(r"\d(?:[ .·_/|~*()（）-]{0,3}\d){6}")
_TWELVE = re.compile(rf"\d(?:{_S}{{0,3}}\d){{11}}")
_PAPER_HINT = re.compile(
    "[证号]|护照|驾照|社保|医保|[Pp]assport|ID|icen[cs]e|SSN|NINO|NHS|MRN|(?i:security|insurance|patient|student|record|permit|hospital|admission)"
)
_SPOKEN_HINT = re.compile(f"[{_NUMERAL}\\dOo](?:[，,、 -]{{0,2}}[{_NUMERAL}\\dOo]){{6}}")
_SAID_HINT = re.compile(
    "(?i:zero|oh|o|nought|one|two|seven|eight|nine|double) (?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|double)"
)


def find(view: str) -> Iterator[Span]:
    """Numbers of papers, cards and phones, in this order of certainty."""
    yield from _identities(view)
    yield from _cards(view)
    yield from _phones(view)


def _digits(text: str) -> str:
    return re.sub(r"[^0-9A-Za-z]", "", text).upper()


def _identities(view: str) -> Iterator[Span]:
    if _TWELVE.search(view):
        for match in _ID_18.finditer(view):
            digits = _digits(match[0].replace("×", "X"))
            if (_BORN_18.match(digits) and (check_digit(digits) or not ends(_CODE, view, match.start()))) or ends(
                _ID_CUE, view, match.start()
            ):
                yield match.start(), match.end(), "id"
        for match in _ID_15.finditer(view):
            born = _BORN_15.match(_digits(match[0])) and not ends(_CODE, view, match.start())
            if ends(_ID_CUE, view, match.start()) or (born and not re.search("[单码]号?", view[max(0, match.start() - 6) : match.start()])):
                yield match.start(), match.end(), "id"
    if _PAPER_HINT.search(view):
        for match in _PAPER.finditer(view):
            yield match.start("paper"), match.end("paper"), "id"
    if _LETTER.search(view):
        for pattern in (_IN_BRACKETS, _HONG_KONG, _INSURANCE):
            for match in pattern.finditer(view):
                yield match.start(), match.end(), "id"
        for match in _TAIWAN.finditer(view):
            if _taiwan(match[0]) and not ends(_CODE, view, match.start()):
                yield match.start(), match.end(), "id"
    if "SSN" in view or "ocial security" in view.lower():
        for match in _SOCIAL.finditer(view):
            yield match.start(), match.end(), "id"


def check_digit(digits: str) -> bool:
    """Whether the last of 18 characters is the check character of ISO 7064 MOD 11-2 over the rest (GB 11643)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:17], strict=True))
    return digits[17] == "10X98765432"[total % 11]


def valid_identity(digits: str) -> bool:
    """Whether 18 characters are formed as a resident identity number: a day of a month, which need not exist, and the check character."""
    return _BORN_18.match(digits) is not None and check_digit(digits)


def _taiwan(paper: str) -> bool:
    area = _TAIWAN_AREAS.index(paper[0]) + 10
    return (
        area // 10 + area % 10 * 9 + sum(int(digit) * weight for digit, weight in zip(paper[1:], (8, 7, 6, 5, 4, 3, 2, 1, 1), strict=True))
    ) % 10 == 0


def _cards(view: str) -> Iterator[Span]:
    for match in _CARD.finditer(view) if _TWELVE.search(view) else ():
        digits = _digits(match[0])
        if _FRACTION.fullmatch(match[0]):
            continue
        if ends(_CARD_CUE, view, match.start()) or (len(digits) >= 16 and _of_bank(view, match, digits)):
            yield match.start(), match.end(), "card"
    for match in _BANK_ACCOUNT.finditer(view) if "a" in view else ():
        yield match.start("number"), match.end("number"), "card"


def _of_bank(view: str, match: re.Match[str], digits: str) -> bool:
    """Whether so long a number is a card's by its check digit, or money is spoken of and it is written as cards are or stands alone."""
    if len(set(digits)) < 3 or ends(_CODE, view, match.start()):
        return False
    money = _OF_MONEY.search(view, max(0, match.start() - 40), match.end() + 6) is not None
    return (
        luhn(digits)
        or view[match.start() - 1 : match.start()] == "卡"
        or (money and (_IN_FOURS.fullmatch(match[0]) is not None or match[0].isdecimal()))
    )


def luhn(digits: str) -> bool:
    """The check digit of ISO/IEC 7812-1."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _phones(view: str) -> Iterator[Span]:
    for match in _MOBILE.finditer(view):
        cued = ends(_PHONE_CUE, view, match.start())
        if not cued and ends(_CODE, view, match.start()):
            continue
        groups = tuple(map(len, re.findall(r"\d+", match["number"])))
        lists = re.search("[,。，、]", match["number"]) or ends(_NUMBER_BEFORE, view, match.start())
        if cued or (groups in _SURE_GROUPS if lists else groups in _GROUPS or _told_slowly(match["number"], groups)):
            longer = _TURNED.match(view, match.end())
            yield match.start(), longer.end() if longer else match.end(), "phone"
    for match in _IN_PIECES.finditer(view) if "后" in view or "尾号" in view or "末" in view or "接着" in view else ():
        yield match.start(), match.end(), "phone"
    for hint, pattern in ((_SPOKEN_HINT, _SPOKEN), (_SPOKEN_HINT, _LETTERED), (_SAID_HINT, _SAID)):
        for match in pattern.finditer(view) if hint.search(view) else ():
            if pattern is not _LETTERED or sum(map(str.isdigit, match[0])) >= 7:
                yield match.start(), match.end(), "phone"
    for pattern in (_NATIONAL, _NOWHERE, _AMERICAN, _ABROAD, _LOCAL, _LOCAL_EN) if _SEVEN.search(view) else ():
        for match in pattern.finditer(view):
            start, end = match.span("number" if "number" in pattern.groupindex else 0)
            digits = _digits(view[start:end])
            if pattern is _NATIONAL and not _national(digits):
                continue
            longer = _EXTENSION.match(view, end)
            if free_number(digits) or ends(_CODE, view, start) or (not _mobile_abroad(digits) and of_body(view, start, end)):
                continue
            yield start, longer.end() if longer else end, "phone"


def _told_slowly(number: str, groups: tuple[int, ...]) -> bool:
    """Whether only one kind of sign parts a number whose first piece shows that it is a mobile's: 154 0000 5 1 1 9."""
    return groups[0] in (3, 4, 7) and len(set(re.findall(r"\D+", number))) == 1


def _national(digits: str) -> bool:
    if digits.startswith(("86", "0086")) and len(digits) >= 11:
        return 11 <= len(digits.removeprefix("00")) <= 13
    if digits.startswith(("44", "0044")):
        return 11 <= len(digits.removeprefix("00")) <= 13
    return digits[0] == "0" and digits[1] != "0" and 10 <= len(digits) <= 12


def _mobile_abroad(digits: str) -> bool:
    return re.match(r"(?:(?:00)?440?|0)7\d{9}\Z", digits) is not None
