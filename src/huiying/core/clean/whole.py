"""Whole Chinese names by the weight of all signs together, where no single word gives them away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from huiying.core.clean import likely, rows, shapes, signs
from huiying.core.clean.cues import LOOSE_ROLES, ROLES
from huiying.core.clean.leanings import BIAS, leanings
from huiying.core.clean.letters import NEVER
from huiying.core.clean.pairs import VERBS
from huiying.core.clean.surnames import COMPOUND

CANDIDATE = re.compile(
    f"(?:{'|'.join(sorted(COMPOUND))}|[{''.join(sorted(shapes.FIRST))}])"
    f"(?=[^\\W{''.join(sorted(NEVER))}]|{'|'.join(f'{first}[{lasts}]' for first, lasts in shapes.ACTS.items())})"
)
_ENOUGH = {"voiced": 0.4, "prose": 0.8, "bare": 1.9, "headline": 7.4}
"""Log-odds from which a name is believed: where complaints, courts and wards speak; in other prose; in a few words; in a headline."""
_TITLED_ENOUGH = 2.9  # a headline calls those whom everybody knows by their bare names
# More than what stands on both sides of a name, and behind it, still made good in the sets: nothing is asked of them below.
_BESIDE, _BEHIND = 3.0, 4.5
_SOFTLY = 0.5
_VERBAL = frozenset("种植盖储代补修催查扶使承时")
"""Surnames that are hardly ever one without who somebody is before them: 以前种玉米, 请储水."""
_GIVEN = 2
"""How much each character of a given name must look like one behind such a surname."""
_ACTS_ON = re.compile(f"[向对给跟替为把][^，。；、]{{0,4}}(?:{ROLES}|{LOOSE_ROLES})们?\\Z")
_BORNE = 2.0
"""How much stands before whoever is private though a match or a show is told of right beside: 村民尉红玲摘得插秧比赛头名."""
_SPOKEN = re.compile("[我你咱俺您]|[他她]家")
_SENTENCES = re.compile("[。！；，：]")
_OF_PLACE = re.compile(
    "大[街道桥坝楼院]|[镇乡街巷庙庄苑湾寨屯坝塘沟坡河江湖岭洞桥垸圩坳]|[村县市](?![民长医委])|分?厂(?![里长工])|[分总支][店院校]|路(?![上过边口])|家园|小区|社区|水库|大坝|大道|广场|大厦|公司|集团|"
    "超市|饭店|诊所|医院|中学|小学|幼儿园|托[管育]|大学|学院|故居|纪念|杯(?!子)|奖|剧院|书院|牌|酒(?!后|驾)|茶|麻辣烫|鸭脖|烤鸭|包子|饺子|馄饨|米线|烧烤|炸鸡|蛋糕|食品|(?:大)?药[房店]|眼镜店?|珠宝|金店|家具|理发|造型|美容|健身|口腔|牙科|足道|画室|书店|杂货|便利店|服饰|旗舰店|专卖|养生|会所|会馆|瑜伽|推拿|按摩|理疗|艾灸|月子|家政|影楼|婚庆|车行|商行|门市|批发部|经营部|生鲜|大排档|奶茶|农庄|山庄|驾校|连锁|卤味|凉皮|豆腐|烧鸡|面馆|火锅|米粉|酱|药"
)


def find(text: str, headline: bool = False) -> set[str]:
    """The names that all signs together speak for."""
    whole = signs.around(text)
    bias = leanings()[BIAS] + _sum(whole)
    clauses = _SENTENCES.search(text) is not None
    spoken = "long" in whole or _SPOKEN.search(text) is not None
    kind = (
        "voiced"
        if "voiced" in whole and clauses
        else "prose"
        if "prose" in whole or (spoken and clauses)
        else "headline"
        if headline
        else "bare"
    )
    enough = _ENOUGH[kind]
    found: set[str] = set()
    position = 0
    for match in CANDIDATE.finditer(text):
        start = match.start()
        if start < position or shapes.hopeless(text, start):
            continue
        name = _best(text, start, bias, enough)
        if name and not rows.among_things(text, start, start + len(name)) and not _of_something_else(text, name):
            found.add(name)
            position = start + len(name)
    return found


def _best(text: str, start: int, bias: float, enough: float) -> str:
    base = start + shapes.surname(text, start)[1]
    if enough == _ENOUGH["headline"] and any(likely.TITLED.match(text, end) for end in (base + 1, base + 2)):
        enough = _TITLED_ENOUGH
    best, most, side = "", enough, None
    for end in (base + 2, base + 1):
        if shapes.impossible(text, start, end):
            continue
        doubt = shapes.doubt_of(text, start, end)
        score = bias + _sum(signs.characters(text, start, end)) + _sum(signs.of_name(text, start, end, doubt))
        if score + _BESIDE < most:
            continue
        if side is None:
            strength, marks = signs.before(text, start)
            side = strength, _sum(marks)
            if strength == "-" or (
                text[start] in _VERBAL and strength not in "sm" and shapes.weight(text[base:end]) < _GIVEN * (end - base)
            ):
                return ""
            if text[start : start + 2] in VERBS and _ACTS_ON.search(text, max(0, start - 12), start):
                return ""
        score += side[1]
        if score + _BEHIND < most:
            continue
        score += _sum(signs.behind(text, start, end, side[0], doubt))
        if score > most:
            best, most = text[start:end], score
    return best


def _sum(found: list[str]) -> float:
    weights = leanings()
    return sum([weights.get(sign, 0.0) for sign in found])


def of_place(text: str, name: str) -> bool:
    """Whether a place, a body or goods are called so somewhere in the text."""
    return any(_OF_PLACE.match(text, position + len(name)) for position in _starts(text, name))


def meant(text: str, start: int, end: int) -> bool:
    """Whether somebody is meant where an everyday word stands that is also somebody's name in the text: 来电人白露称白露过后."""
    if _OF_PLACE.match(text, end):
        return False
    return likely.left(text[max(0, start - 24) : start]) >= 1 or likely.right(text[end : end + 14]) >= _SOFTLY


def _of_something_else(text: str, name: str) -> bool:
    """Whether a place, a body or goods are called so somewhere in the text, or somebody of the stage."""
    return of_place(text, name) or any(
        text[position - 1 : position] == "《"
        or (
            likely.noted(text, position, position + len(name), 8)
            and not text.startswith("同学", position + len(name))
            and likely.left(text[max(0, position - 24) : position]) < _BORNE
        )
        for position in _starts(text, name)
    )


def _starts(text: str, name: str) -> Iterator[int]:
    """Where a name stands, though one place may overlap another."""
    position = text.find(name)
    while position >= 0:
        yield position
        position = text.find(name, position + 1)
