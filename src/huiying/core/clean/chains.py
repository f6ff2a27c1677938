"""Doors of homes that are told part by part, as they are written in China: 26弄8支弄3号202室, 甲栋四楼西户, 15#2-601."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPOKEN = "一二三四五六七八九十零〇百"
_NUMBER = rf"(?:[甲乙丙丁戊]?\d{{1,4}}(?:-\d{{1,2}})?|[{_SPOKEN}]{{1,4}}|[甲乙丙丁戊]|[A-Za-z]\d{{0,3}}|[东西南北中](?=单元))"
_UNITS = {
    "lane": "支弄|弄",
    "yard": "号大?院",
    "house": "号楼|[#＃]楼?|栋楼?|幢|座(?!谈|机|位|落)",
    "stairs": "单元门?|梯(?!子)|门(?![口市诊面店])",
    "floor": "楼(?![上下道梯栋盘房板顶])|层",
    "number": "号",
}
_UNIT = "|".join(f"(?P<{name}>{units})" for name, units in _UNITS.items())
_MOST_PARTS = 8
_PART = re.compile(rf"(?P<count>{_NUMBER})\s?(?:{_UNIT})\s?")
_START = re.compile(
    rf"(?<![\d.:/年月日第A-Za-z{_SPOKEN}-]){_NUMBER}\s?(?:支弄|弄|号大?院|号楼|[#＃]|栋|幢|座|单元|"
    rf"号(?=\s?(?:附|\d{{1,2}}[楼层]|家属楼|\d{{1,3}}\s?[栋幢]|\d{{1,2}}-\d{{1,2}}-\d|\d{{1,2}}-\d{{3}}|[{_SPOKEN}]{{1,3}}楼)))"
)
_ROOM = re.compile(
    rf"(?:(?:[A-Za-z]?\d{{2,4}}[A-Za-z]?|[A-Za-z]?\d{{1,4}}(?:-\d{{1,4}}-\d{{1,4}}|-\d{{1,4}})|[{_SPOKEN}]{{3,4}}|[{_SPOKEN}]{{1,3}}(?=[室户]))"
    rf"(?![\d.:/%A-Za-z]|\s?(?:年|月|元|户[居人停断无受用都外确误均已全共因]|吨|孔|人|米|平|名|多|余|万|层|楼|栋|幢|单元|个|次|天))\s?(?:寝?室|户(?!型|数)|房(?!价|租|贷|产|源)|号(?!楼|线|机))?"
    rf"|\d{{1,2}}\s?[Ff](?![A-Za-z])|[东西南北中左右][边侧手]?边?(?:户(?!外)|屋|首|间(?!教|办|铺)|那[户家])|[左右]手边?|(?P<few>\d{{1,2}}\s?(?:室|户(?!外|型|数|[停断无受用居确误均已全共因])|号(?!楼|线|机|门|井|院)))|(?P<far>[东西](?=[，。；、）)]|\Z))|[顶底]楼)"
)
_ANNEX = re.compile(rf"附\s?(?:\d{{1,3}}(?:-\d{{1,4}})?|[{_SPOKEN}]{{1,3}})号?|之[{_SPOKEN[:9]}](?![^，。；、）)\s])")
_SHARED = re.compile("楼|大厅|电梯|过道|走廊|门口|公共|平台|梯|住户|居民")
# Rows of low houses have no streets.
_IN_ROWS = re.compile(
    rf"(?:[村庄屯寨湾坪组]|社区|住址|家属院|大院|老院|平房|宿舍|工房|住在?)[^，。；、\d]{{0,4}}?(?P<door>第?{_NUMBER}\s?排\s?(?:第?[东西]?数?)?{_NUMBER}\s?[号户家间])(?!楼|线|座|教|办)"
)
_PLATE = re.compile(r"门牌号?(?:码|是|为|[:：])?\s?(?P<door>[A-Za-z]?\d{1,4}(?:-\d{1,4}){0,2}号?)(?![\d.:/块元个张])")
_HYPHENS = re.compile(
    r"(?<=[区苑园里村寓府城湾庭居阁轩墅邸郡岸都湖山台期房楼院])\s?"
    r"(?P<door>(?:[A-Za-z]\d{0,2}|\d{1,3})-(?:[A-Za-z]|\d{1,2})-\d{3,4})(?![\d-])"
)


def find(view: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a door stand one behind another down to the room, the floor of some stairs, or a number in a lane."""
    end = 0
    for match in _START.finditer(view):
        if match.start() < end:
            continue
        last = _last(view, match.start())
        if last:
            end = last
            yield match.start(), last
    for pattern, sign in ((_IN_ROWS, "排"), (_PLATE, "门牌"), (_HYPHENS, "-")):
        if sign in view:
            for match in pattern.finditer(view):
                yield match.span("door")


def _last(view: str, start: int) -> int:
    """Where a chain that begins at a place ends, 0 where it leads to nobody's door."""
    parts: list[str] = []
    position = start
    while len(parts) < _MOST_PARTS and (match := _PART.match(view, position)):
        kind = match.lastgroup or ""
        if parts and _ORDER[kind] < _ORDER[parts[-1]]:
            break
        parts.append(kind)
        position = match.end()
    annex = _ANNEX.match(view, position) if parts and parts[-1] == "number" else None
    if annex:
        return annex.end()
    room = _ROOM.match(view, position) if parts else None
    alone = len(parts) < 2
    if room and not (alone and (parts == ["floor"] or room["far"] or room["few"] or (parts == ["number"] and "-" not in room[0]))):
        return room.end()
    deep = parts[-1:] == ["floor"] and not alone and parts[-2] in ("stairs", "number", "lane") and not _SHARED.match(view, position)
    lane = not alone and parts[-1] == "number"
    return len(view[:position].rstrip()) if deep or lane else 0


_ORDER = {"lane": 0, "yard": 1, "number": 2, "house": 3, "stairs": 4, "floor": 5}
