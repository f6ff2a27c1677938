"""Doors of homes: what comes after the street, in Chinese and English. The street itself stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiying.core.clean import chains
from huiying.core.clean.numbers import Span
from huiying.core.clean.publics import door_of_body
from huiying.core.clean.view import ends

_N = r"(?:\d{1,4}|[一二三四五六七八九十零〇]{1,4})"
_NOT_A_DOOR = (
    r"(?!楼|院|线|文|令|台|站|口|门(?![前口])|机|公告|车(?!库)|厅|窗|选手|病|床|地块|标段|段|灯|[至到~-]"
    r"\d|井|泵|闸|桥|坑|矿|煤|仓|库|池|炉|厂|桩|公交|铺子?|点|前|晚|早|下午|上午|凌晨|"
    r"起|开始|拆除[作工]|拆迁[工现]|施工|改造[工项]|工地|围挡|基坑)"
)
# A house, its stairs and the room; the number in a street; house, stairs and room as numbers alone.
_HOUSE = re.compile(
    rf"(?:{_N}\s?号院?\s?(?={_N}\s?(?:号楼|栋|幢|座)))?(?:[甲乙丙丁]?{_N}\s?(?:号楼|号院|栋|幢|座|弄)|"
    rf"(?<![A-Za-z])[A-Za-z]\s?[座栋幢])\s?(?:[A-Za-z]座)?(?:\s?{_N}\s?号(?=\s?\d{{3}}))?(?:\s?(?:[A-Za-z]|{_N})\s?单元)"
    rf"?\s?(?:{_N}\s?[层楼]\s?)?(?:[A-Za-z]?\d{{2,4}}|[一二三四五六七八九十零〇]{{3,4}}|"
    rf"{_N}(?=室|户))"
    r"(?!\d|\s?(?:年|月|元|户[居人确误均已全共因]|人|米|平|名|多|余|万|%|楼|层))\s?(?:室|户|房|号)?|"
    rf"{_N}\s?(?:号楼|栋|幢|座)\s?{_N}\s?[层楼]\s?[A-Za-z]\s?[室户房]"
)
_SIDE = re.compile(
    rf"(?:{_N}号院)?{_N}\s?(?:号楼|栋|幢|座)\s?{_N}\s?单元\s?(?:(?:{_N}\s?[层楼]|顶楼|底楼)\s?)?[东西南北中]边?户|"
    rf"{_N}\s?(?:号楼|号院|栋|幢|座)\s?(?:(?:[A-Za-z]|{_N})\s?(?:单元|门)\s?)?{_N}\s?[层楼]\s?(?:[东西南北中左右]边?[户首]|"
    rf"[东西南北中左右]边)"
    rf"|{_N}\s?(?:号楼|栋|幢|座)\s?{_N}\s?门\s?{_N}\s?号|{_N}\s?(?:号楼|栋|幢|座)(?:底商|商铺|门面)?(?:楼上|楼下)\s?\d{{3,4}}|"
    rf"(?:(?<=住)|(?<=我们院)){_N}\s?(?:号楼|栋|幢|座)(?:底楼|顶楼|{_N}\s?[层楼])"
    rf"|{_N}\s?(?:号楼|号院|栋|幢|座)\s?(?:[A-Za-z]|{_N})\s?(?:单元|门)\s?{_N}\s?[层楼](?!楼道|楼梯|大厅|电梯|过道|走廊|门口|公共|梯|住户|居民)"
)
_ROOM = re.compile(
    r"(?:楼上|楼下|隔壁|对门|住(?!院)|家在|邻居|业主|住户|租住|房号|门牌号?|公寓|宿舍|家属院|小区|花园|家园|"
    r"[苑里庭府邸])[^，。；、\d]{0,4}?(?<![第约共近超达余计有已总仅剩\d-])(?P<room>[A-Z]?\d{3,4}\s?(?:室|户(?!居|数)|房间?(?!价|租|贷)))"
    r"|(?:楼上|楼下|隔壁|对门)(?P<bare>\d{3,4})(?=的|家|住|那|又|天|[，。！])"
)
_LIVING_AT = r"家住|现住|租住|(?<![入居])住(?!所|院|户|房|宿)"
_HOME_AT = re.compile(
    rf"(?:{_LIVING_AT}(?:址?[：:])?)"
    r"[\u4e00-\u9fff]{0,14}?(?P<door>\d{1,4}号(?:[一二三四五六七八九十\d]{1,2}[楼层])?)(?!楼|线|院|机|文|台|站|井|桥)"
)
# A house and a room alone, where somebody is said to live: 家住胜利巷7-402.
_HOME_PAIR = re.compile(
    rf"(?:家在|其位于|{_LIVING_AT}(?:在|址?[：:])?)"
    r"[\u4e00-\u9fff]{2,18}(?P<door>\d{1,2}-\d{3,4})(?![\d-]|[号元年])"
)
_OF_VILLAGER = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,3}[ \u3000]"
    r"(?:[\u4e00-\u9fff]{2,8}[村庄屯寨]|[\u4e00-\u9fff]{2,8}组)(?P<door>\d{1,3}号)(?=[ \u3000，、。；]|\Z)"
)
_BESIDE = re.compile(r"(?:隔壁|对面|对门)(?P<door>\d{1,4}号)(?!楼|线|院|机|文|台|站)")
_IN_STREET = re.compile(
    r"(?:[路街巷弄坊]|道(?<=大道)|同(?<=胡同)|(?P<village>[村组坞坪庄寨屯湾岭塘里苑园区]"
    rf"))(?P<door>\s?[甲乙丙丁]?{_N}\s?(?:-\d{{1,3}})?号(?:附\d{{1,2}}号|院?\d{{1,2}}排\d{{1,3}}[号户]|[前后东西南北内]院|车库|\d{{1,2}}-\d{{1,4}}(?!\d)|后楼(?:\s?{_N}\s?[层楼])?)?{_NOT_A_DOOR}"
    rf"(?:\s?(?:{_N}\s?单元)?\s?\d{{2,4}}\s?(?:室|户))?)"
)
_NUMBERED = re.compile(r"[区苑园里村寓府城湾庭居阁轩墅邸郡岸都湖山台号](?P<door>\s?\d{1,3}-\d{1,2}-\d{2,4})(?![\d-])")
# How many live somewhere, or have signed, is nobody's door: 共11栋1024户, 住户640户.
_COUNTED = re.compile("[共有建含计约成括]\\d*\\Z")
_OF_ALL = re.compile("(?:业主|住户|小区|花园|家园|家属院)\\Z")
_DAY = re.compile(r"\s?(?:[12]?\d|3[01]|[一二三]?十?[一二三四五六七八九]?)号\Z")
_LIVES = re.compile(r"(?:住|家在|老家|我是|户口在|位于|地址|门牌|房屋|户籍|户主|[省市县][^，。；、\d]{0,8}[乡镇])[^，。；、\d]{0,16}\Z")
_UNIT_ROOM = re.compile(
    rf"(?<![栋幢座楼])(?:[A-Za-z]|{_N})\s?单元\s?(?:[A-Za-z]?\d{{3,4}}\s?(?:室|户|房|号)?|\d{{1,2}}号(?!楼)|(?:顶楼|底楼|{_N}\s?[楼层])?\s?[东西南北中]边?\s?{_N}?户)"
)
_ADDRESS_LABEL = re.compile(
    r"(?:地址|住址|住处)[：:为在是]{0,2}\s?(?:[\u4e00-\u9fff]{2,24}?)??(?P<door>[A-Za-z]?-?\d{1,4}(?:-\d{1,4}){0,3}(?:号(?:[前后东西南北]?[院楼](?:\d{1,2}[层楼])?)|[号室])?)(?![\d.:/年月日元%号])"
)
_GROUP_DOOR = re.compile(
    rf"[村屯寨庄塘湾坪院苑园里](?P<door>(?:第?[一二三四五六七八九十\d]{{1,3}}(?:组|社|队|生产队|排|区|巷)"
    rf"|[东西南北中上下前后](?:头|边|片|坡))\s?{_N}\s?号(?!楼|线|文|令|台|站|口|井|泵|闸|"
    r"桥|坑)(?:院)?)"
    rf"|[街巷路道弄同坊](?P<first>[甲乙丙丁]{_N}号(?!楼|线|台|站|院\d))"
)
_LISTED = re.compile(r"(?<![\d-])(?P<room>(?:\d{1,2}-)?\d{1,2}-\d{3,4})(?=[ \u3000]?[\u4e00-\u9fff]{2,4}(?:[ \u3000,，:：、(（。]|\Z|\d))")
_LIST = re.compile("接龙|物业费|名单|业委会|团购|业主|房号|楼栋|单元|代收|代取|联名|签名|交费|缴费|住户")
_HOME_OF = re.compile("单元|楼上|楼下|邻居|漏水|装修|隔壁|对门|住户|裂缝|物业|楼道|楼栋|业主|租客|房东|入户")
_BARE = re.compile(
    r"(?<![\d.:/年月日第-])(?P<room>[A-Z]?\d{3,4}[A-Z]?)(?=的(?:[\u4e00-\u9fff]{2,3}[把又天说在没从被也就]|住户|邻居|业主"
    r"|租客|那家|人家|小孩|孩子|男|女|老)|"
    r"(?:住户|业主|租客|邻居|那家|她家|他家|人家))|(?:(?<![涨降跌升高达增加减])[来到去上在住敲]|住在|楼上|楼下)(?P<home>(?!1(?:1[0249]|2[02])(?![\d家门室]))[A-Z]?\d{3,4}[A-Z]?)(?=看|过|家"
    r"|敲|门口|修|查|漏|的|[，。；！]|\Z)"
)
_GROUP = re.compile(
    rf"(?:住|家在|位于|户籍|[（(村])(?P<door>(?:第?{_N}|[\u4e00-\u9fff]{{1,2}}?)[组社队寨]\s?{_N}\s?号)(?!楼|线|文|台|站|[井泵闸桥坑])"
)
_BARE_ROOM = re.compile(
    r"(?:[\u4e00-\u9fff][（(]|(?:例|如|房间?号?)[:：]|\A|[\n\x00]|[\u4e00-\u9fff][ \u3000]|我是|我家|家住|房号[:：是]?|"
    r"业主)\s?(?P<room>\d{1,2}-\d{1,2}-\d{3,4})(?![\d-])"
)
# Three numbers of house, stairs and room, the last of a floor and one of its first rooms, are nobody's date or score.
_BY_NUMBERS = re.compile(r"(?<![\d.-])(?<![号表图第码凭])\d{1,2}-\d{1,2}-(?:[1-9]|[1-3]\d)(?:0[1-9]|1[0-2])(?![\d.-]|\s?[年月])")
_OWN_ROOM = re.compile(r"(?:我|你|他|她|俺|咱)家\s?(?P<room>\d{3,4})(?!\d|\s?[元块年平万亩斤吨头只株棵])")
_STREET = (
    r"(?:[A-Z][\w'-]+\.? ){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Alley|Terrace|Close|"
    r"Drive|Row|Crescent|Rise|Parade|Croft|Mount|Vale|Fold|Yard|Cottages|Villas|Approach|Meadows?|Gardens|Court|Way|Place|Grove|Hill|Mews|Square|Walk|Boulevard|"
    r"Blvd)\b"
)
_HOUSE_EN = r"(?:[Nn]o\.? ?)?\d{1,4}[A-Za-z]?(?:[-/]\d{1,4}[A-Za-z]?)?"
_ENGLISH_DOOR = re.compile(
    rf"\b(?:(?P<entrance>(?:Unit|Entrance) \d{{1,2}},? (?:Room|Flat|Apt\.?|Apartment) [A-Z]?\d{{2,4}})\b|"
    rf"(?:Flat|Apartment|Apt\.?|Unit|Room|House(?= [A-Z]?\d{{1,3}}[A-Za-z]?, \d))\s?#?(?:[A-Z]?\d{{1,4}}[A-Za-z]?|[A-Z])\b"
    rf"(?P<block>,? (?:Building|Block|Tower) (?:[A-Z]?\d{{1,3}}|[A-Z])\b)?(?P<along>,? {_HOUSE_EN}(?= {_STREET}))?"
    rf"|(?P<hall>(?:Building|Block|Tower) (?:[A-Z]?\d{{1,3}}[A-Z]?|[A-Z]),? (?:Room|Flat|Unit|Apt\.?|Apartment) [A-Z]?\d{{2,4}}[A-Z]?|"
    rf"(?:Tower|Unit|Building|Bldg\.?|Block) [A-Z\d]{{1,2}}, ?\d{{3,4}}|(?:Tower|Building|Block) [A-Z]-\d{{3,4}})\b|"
    rf"(?P<house>(?:\d{{1,2}}/\d{{1,2}},? (?=\d))?{_HOUSE_EN})(?=,? {_STREET})|"
    rf"(?P<village>[Nn]o\.? ?\d{{1,3}}[A-Za-z]?)(?=,? (?:[A-Z][a-z]+ ){{1,2}}Village\b))"
)
_AFTER_STREET = re.compile(rf"{_STREET}, (?P<house>[Nn]o\.? ?\d{{1,4}}[A-Za-z]?(?:, (?:\d{{1,2}}(?:st|nd|rd|th)|ground|top) floor)?)")
_FLAT_BY_NUMBERS = re.compile(r"\b(?:in|at|of|from|flat|room|to) (?P<house>\d{1,2}-\d{1,2}-\d{3,4})\b")
_HOUSE_NUMBER = re.compile(r"\b(?:[Hh]ouse|[Dd]oor) (?:number|[Nn]o\.?) (?:is )?(?P<house>\d{1,4}[A-Za-z]?)\b")
_NEIGHBOUR_DOOR = re.compile(
    r"(?i:neighbours?|tenants?|lives?|living|flat|home|resident)\b[^.!?\n]{0,40}? (?:at|in|from|of) (?:[Nn]o\.? ?"
    r"|number )?(?P<house>\d{1,3}[A-Z])\b|"
    r"(?P<floor>(?:Ground|First|Second|Third|Top|Upper|Lower|Basement)(?: Floor)? Flat(?:,? \d{1,3}[A-Za-z]?)?)|"
    r"(?P<block>\b(?:Bldg|Building|Block)\.? ?\w{1,3}, ?(?:Unit|Entrance) ?\w{1,3}, ?(?:#|Room |Apt\.? ?|Flat )\d{2,4})|"
    r"\b(?:from|at|of|in) (?P<number>(?:[Nn]umber|[Nn]o\.?) \d{1,3}[A-Za-z]?)"
    r"(?= (?:has|had|is|was|says|said|who|keeps?|and|with)\b|[,.;!?']|\Z)|"
    r"possession of (?P<claimed>(?:[Nn]o\.? ?)?\d{1,4}[A-Za-z]?(?= [A-Z]))"
)
_FLOOR_AND_ROOM = re.compile(
    r"(?<![\d第])(?P<floor>[1-9]\d?)\s?[层楼]\s?(?P=floor)\d{2}(?!\d|[-.:/%\d]|\s?[元块年万人米平个台])\s?(?:室|房|号)?(?![教会办诊手病检窗])"
)
_DIGIT = re.compile(r"[\d一二三四五六七八九十]")
_CHAINED = re.compile("号\\s?\\d{1,2}[楼层]|[栋幢座弄排附#]|号[楼院]|单元|门牌|-")
_HOUSE_SIGN = re.compile("[栋幢座弄]|号[楼院]")
_STREET_END = re.compile(
    r"Flat|\d-\d{1,2}-\d|Bldg|at \d|of \d|Ap(?:t|artment)|Unit|Room|[Nn]umber |[Nn]o\.? |\d[A-Za-z]?,? [A-Z][a-z]|Tower"
)
_ROOM_OF_BODY = re.compile(r"(?:Unit|Room)")
_HOME_EN = re.compile(r"\b(?:[Ll]iv(?:e|es|ing|ed)|[Ss]tay(?:s|ing|ed)?|I'm in|[Hh]ome|[Rr]esid(?:e|es|ing|ent)|[Mm]y)\b[^.!?]{0,60}\Z")


def find(view: str) -> Iterator[Span]:
    """The doors of homes: a house, stairs and room, the number in a street; not those of bodies."""
    if _DIGIT.search(view) is None:
        return
    # Of two readings that overlap the longer is the whole door.
    yield from sorted(_chinese(view), key=lambda span: span[0] - span[1])
    if _STREET_END.search(view):
        yield from _english(view)


def _chinese(view: str) -> Iterator[Span]:
    for match in _GROUP_DOOR.finditer(view) if "号" in view else ():
        yield (*match.span(match.lastgroup or 0), "address")
    for start, end in chains.find(view) if _CHAINED.search(view) else ():
        if not _counted(view, start, end) and not door_of_body(view, start, end):
            yield start, end, "address"
    houses = [match.span() for match in _HOUSE.finditer(view)] if _HOUSE_SIGN.search(view) else []
    doors = [(start, end, False) for start, end in houses if not _counted(view, start, end)]
    if "号" in view:
        for match in _IN_STREET.finditer(view):
            start, end = match.span("door")
            # After the name of a village "9号" may as well be a day.
            doors.append((start, end, match["village"] is not None and _DAY.match(view, start, end) is not None))
    if "-" in view and _LIST.search(view):
        for match in _LISTED.finditer(view):
            yield match.start("room"), match.end("room"), "address"
    for pattern in (_BESIDE, _OF_VILLAGER, _HOME_AT) if "号" in view else ():
        for match in pattern.finditer(view):
            yield (*match.span("door"), "address")
    for match in _GROUP.finditer(view) if "号" in view else ():
        yield match.start("door"), match.end("door"), "address"
    if "-" in view:
        doors += [(*match.span("door"), False) for pattern in (_NUMBERED, _HOME_PAIR) for match in pattern.finditer(view)]
    for start, end, perhaps_a_day in doors:
        if not (perhaps_a_day and not ends(_LIVES, view, start)) and not door_of_body(view, start, end):
            yield start, end, "address"
    for match in _BY_NUMBERS.finditer(view) if view.count("-") > 1 else ():
        yield match.start(), match.end(), "address"
    for match in _UNIT_ROOM.finditer(view) if "单元" in view else ():
        yield match.start(), match.end(), "address"
    if "楼" in view or "层" in view or "门" in view:
        for match in _SIDE.finditer(view):
            yield match.start(), match.end(), "address"
        for match in _FLOOR_AND_ROOM.finditer(view):
            if not door_of_body(view, match.start(), match.end()):
                yield match.start(), match.end(), "address"
    if any(sign in view for sign in ("室", "户", "房", "楼上", "楼下", "隔壁", "对门")):
        for match in _ROOM.finditer(view):
            start, end = match.span(match.lastgroup or 0)
            all_of_them = view[end - 1] == "户" and _OF_ALL.search(view, max(0, start - 4), start)
            if not all_of_them and not door_of_body(view, start, end):
                yield start, end, "address"
    for pattern in (_OWN_ROOM, _BARE_ROOM) if "-" in view or "家" in view else ():
        for match in pattern.finditer(view):
            yield match.start("room"), match.end("room"), "address"
    if "址" in view or "住处" in view:
        for match in _ADDRESS_LABEL.finditer(view):
            if not door_of_body(view, match.start("door"), match.end("door")):
                yield match.start("door"), match.end("door"), "address"
    if _HOME_OF.search(view):
        for match in _BARE.finditer(view):
            yield (*match.span(match.lastgroup or 0), "address")


def _counted(view: str, start: int, end: int) -> bool:
    return view[end - 1] == "户" and _COUNTED.search(view, max(0, start - 8), start) is not None


def _english(view: str) -> Iterator[Span]:
    for match in _NEIGHBOUR_DOOR.finditer(view):
        yield (*match.span(match.lastgroup or 0), "address")
    for match in _ENGLISH_DOOR.finditer(view):
        if (
            _ROOM_OF_BODY.match(match[0])
            and not ((match["block"] or match["along"] or match["entrance"]) and not door_of_body(view, match.start(), match.end()))
            and not ends(_HOME_EN, view, match.start(), 80)
        ):
            continue
        if not match["house"] or not door_of_body(view, match.start(), match.end()):
            yield match.start(), match.end(), "address"
    for pattern in (_HOUSE_NUMBER, _AFTER_STREET, _FLAT_BY_NUMBERS):
        for match in pattern.finditer(view):
            yield match.start("house"), match.end("house"), "address"
