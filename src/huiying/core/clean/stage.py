"""Whether somebody is spoken of as those are whom everybody knows: in the tale of a match, or in what is told about the stage."""

from __future__ import annotations

import re

from huiying.core.clean import likely, shapes
from huiying.core.clean.offices import places

_STADIUM = re.compile(
    "球迷|球队|赛季|青训|终场|[主客]场|积分|联赛|转会|德比|点球|世界杯|国足|锋线|主帅|替补|绝杀|加时赛?|半场|进球|赛后|主教练|外援|头球|"
    "[前后中]卫|门将|老将|小将|新秀|[男女]足|[男女][篮排]|国乒|季后赛|揭幕战|首战|总决赛|[跳远补]投|三分球?|篮板|助攻|盖帽|扣篮|抢断|"
    "晋级|系列赛|分之一决赛|任意球|扳平|补时|角球|远射|[主客]队|零封|抢七|破发|大满贯|[美法温澳]网|女单|男单|[男女混]双|国[羽足青]|亚运会?|奥运会?|世[锦乒]赛|队友|球王|小组赛|大赛奖杯|[四八十][六]?强(?!赛区)|下一轮|教练组|拦网|发球|扣球|主攻手?|副攻|二传|[险完小大]胜|命中|得分|全队|对手|金靴|帽子戏法|梅开二度|破门|扑救|单打|双打|局点|赛点|夺冠|卫冕"
)
_SHOW = re.compile(
    "网曝|狗仔|绯闻|塌房|恋情|官宣|同回(?:酒店|住处|公寓)|举止亲密|神秘[男女]子|粉丝|热搜|顶流|爱豆|圈外|[男女]星|艺人|影[后帝]|新剧|"
    "剧组|节目组|大结局|看哭|追剧|剧情|演技|男主|女主|热播剧?|编剧|专辑|新歌|开票|巡演|嘉宾|退赛|综艺|路透|代言|番位|出道|选秀|饭圈|应援|人设|机场照|红毯|杀青|工作室(?=[还也]?[没尚暂未已]?[未有]?(?:回应|发|声明|否认|辟谣))"
)
_POSITION = re.compile("(?:队长|替补|球员|主攻手?|副攻手?|二传手?|[前后中]锋|[前后中]卫|门将|外援|老将|小将|新秀|射手|选手)\\Z")
_SENTENCE_ENDS = "。！？\n\x00"
_ENOUGH = 2
_BORNE, _BEFALLEN = 1.0, 1.5
"""What stands before or behind somebody private, even where stars are."""


def known(text: str, names: set[str]) -> set[str]:
    """Which of the names are spoken of so wherever they stand."""
    bare = {
        name for name in names if shapes.han(name[0]) and not any(_private(text, start, start + len(name)) for start in places(text, name))
    }
    if not bare:
        return set()
    if len(set(_SHOW.findall(text))) >= _ENOUGH:
        return bare
    if len(set(_STADIUM.findall(text))) < _ENOUGH:
        return set()
    return {name for name in bare if all(_in_match(text, start, start + len(name)) for start in places(text, name))}


def _private(text: str, start: int, end: int) -> bool:
    """Whether what stands right beside a name is of somebody private, and no position in a team."""
    borne = likely.left(text[max(0, start - 24) : start]) >= _BORNE or likely.right(text[end : end + 14]) >= _BEFALLEN
    return borne and _POSITION.search(text, max(0, start - 4), start) is None


def _in_match(text: str, start: int, end: int) -> bool:
    first = max(text.rfind(sign, 0, start) for sign in _SENTENCE_ENDS) + 1
    last = min((place for sign in _SENTENCE_ENDS if (place := text.find(sign, end)) >= 0), default=len(text))
    return len(set(_STADIUM.findall(text, first, last))) >= _ENOUGH
