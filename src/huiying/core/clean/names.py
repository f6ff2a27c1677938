"""Names of private persons, found by what stands beside them; holders of public office keep theirs.

There is no name recogniser here: a name is masked where a cue says that a private person is named, and then wherever it stands in the text.
"""

from __future__ import annotations

import re

from huiying.core.clean import cued, english, forms, likely, offices, peoples, pinyin, rows, stage, strangers, things, torn, whole
from huiying.core.clean.cued import CLASS_OF
from huiying.core.clean.cues import CALLED, LABELS, LOOSE_ROLES, ROLES, TICKET
from huiying.core.clean.figures import FIGURES
from huiying.core.clean.forms import ANY_GIVEN, SURNAME, acceptable
from huiying.core.clean.letters import ALONE, LEVELS
from huiying.core.clean.numbers import Span
from huiying.core.clean.pairs import PAIRS, VERBS
from huiying.core.clean.shapes import FIRST, han, unlikely, wordlike
from huiying.core.clean.surnames import GIVEN, RARE, SURNAMES, WEAK

_HAN = "\u4e00-\u9fff"
_ID_GAP = re.compile(
    f"(?P<name>{SURNAME}[{_HAN}]{{1,2}})(?:经理|先生|女士|老师|师傅|医生|顾问|中介|房东)?[ \u3000，,、（(：:]{{0,3}}(?:男|女)?[，,]?"
    "(?:(?:公民)?身份证?号?码?|证件号?码?|手机号?码?|联系电话|联系方式|电话号?码?|联系|微信号?|邮箱|车牌号?|银行卡号?|卡号|住址?|家住)?"
    "[ \u3000：:是为（(]{0,2}\\Z"
)
_ROW_SURNAME = f"(?:{SURNAME}|[{''.join(sorted(RARE))}])"
_BY_WAY = "(?:同学|女士|先生|师傅|老师)?(?:[（(][^（）()]{1,14}[)）])?"
_ROW_ON = re.compile(
    f"{_BY_WAY}(?:[、和与及跟]|以及|[ \u3000]{{1,2}}(?={_ROW_SURNAME}{ANY_GIVEN}{{1,2}}(?:[ \u3000、，,。；;（(\x00]|\\Z)))[ \u3000]?"
    f"(?P<name>{_ROW_SURNAME}{ANY_GIVEN}{{1,2}}?)(?=[^{_HAN}]|\\Z|[等和与及跟的在被均都也共两三四是说称因获到向把从将就已半连昨今当帮冒]|同学|女士|先生|"
    f"师傅|夫妇|兄弟|姐妹|父子|母女|母子|以及|受伤|身体|情绪|病情|伤势|[一二三四五六七八九十]人)"
)
_ROW_BACK = re.compile(f"(?<![{_HAN}])(?P<name>{SURNAME}{ANY_GIVEN}{{1,2}}){_BY_WAY}(?:[、和与及跟]|以及)\\Z")
_ANYBODY = f"(?:{SURNAME}|[{''.join(sorted(FIRST))}](?={ANY_GIVEN}{{2}}))"
_BEHIND_PHONE = re.compile(
    f"[ \u3000，、]{{0,2}}(?:找|联系人|姓名|机主|户主)?[：:]?(?P<name>{_ANYBODY}{ANY_GIVEN}{{1,2}})(?=\\Z|[，。！；\n\x00])"
)
# Whom to turn to, or whose number a list gives, whatever the surname: 批发找蓬立军，微信…
_TURNED_TO = re.compile(
    f"(?:找|联系|咨询|致电|打给|[；;：:。\n\x00]|\\d[.．、)）] ?)(?P<name>[{_HAN}]{ANY_GIVEN}{{2}})"
    "[ \u3000，,：:（(]{1,2}(?:微信号?|电话|手机号?|(?:公民)?身份证?号?码?)?[：:]?\\Z"
)
_LIKE_A_NAME = 3
_LONGEST_ROW = 12
_BORNE = 2.0
_LEFT_EDGE = re.compile(
    f"(?:联系|请找|致电|转[到给]|[打付汇]给|[找打]|网格|身份证|[驾行]驶证|学生证|[医社]保卡|银行卡)\\Z|[^{_HAN}]\\Z|\\A\\Z|(?:{ROLES}|{LOOSE_ROLES}|{TICKET}|{LABELS}|{CALLED})\\Z"
)
_LINKS = frozenset("、和与及跟")
_JOINING = frozenset("和与跟及同向对在把被说称来因未")


def find(text: str, identifiers: list[Span], headline: bool = False) -> list[Span]:
    """Every place where a private person's name stands.

    `identifiers` are the masked spans of the text: a name right before one is that person's. In a `headline` bare names are of those whom
    everybody knows.
    """
    found = english.find(text) | pinyin.find(text)
    if not text.isascii():
        found |= (
            cued.find(text)
            | forms.find(text)
            | _free(text, torn.whole(text, _able(text, likely.find(text)) | whole.find(text, headline)))
            | peoples.find(text)
            | strangers.find(text)
        )
    for start, end, kind in identifiers:
        if kind != "address" or text[max(0, start - 1)] in "（(":
            found |= _beside(text, start)
        if kind == "phone":
            found |= _reached(text, end)
    if not found:
        return []
    found -= stage.known(text, found)
    found = {
        name
        for name in found - _renowned(text, found) - CLASS_OF.keys()
        if name[1:] not in CLASS_OF and (" " not in name or " ".join(name.split()[:2]) not in FIGURES) and not things.looks_so(text, name)
    }
    found |= _in_a_row(text, found - offices.holders(text, found)) - FIGURES if found and not text.isascii() else set()
    kept = offices.holders(text, found)
    # Of two names that begin at one place the longer is meant, unless it only takes in what joins the shorter to the next.
    found = {name for name in found if not (name[-1] in _JOINING and name[:-1] in found)}
    return sorted((span for name in found - kept for span in _places(text, name)), key=lambda span: (span[0], -span[1]))


def _renowned(text: str, names: set[str]) -> set[str]:
    """Those that history or a book knows, unless who somebody private is stands right before: 嫌疑人马超."""
    return {
        name
        for name in names & FIGURES
        if not any(likely.left(text[max(0, start - 24) : start]) >= _BORNE for start in offices.places(text, name))
    }


def _able(text: str, names: set[str]) -> set[str]:
    sure = {name for name in names if not unlikely(name, 0, len(name)) and not (name[0] in RARE and wordlike(name, 0, len(name)))}
    return _free(text, sure)


def _free(text: str, names: set[str]) -> set[str]:
    """Those of which no place or body is called."""
    return {name for name in names if not whole.of_place(text, name)}


def _in_a_row(text: str, named: set[str]) -> set[str]:
    """Who is named in one breath with somebody: 邢玉兰、冯大有和雷长庚."""
    row = rows.others(text, named) | rows.by_units(text, named) if len(named) > 1 and "、" in text else set()
    new = named | row
    for _ in range(_LONGEST_ROW):
        new = (
            {
                other
                for name in new
                if han(name[0])
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
    if match:
        return [match["name"]] if acceptable(match["name"]) else []
    stranger = strangers.end_of(text, end + 1) if text[end : end + 1] in _LINKS and end + 1 < len(text) else 0
    return [text[end + 1 : stranger]] if stranger else []


def _last(text: str, start: int) -> list[str]:
    match = _ROW_BACK.search(text, max(0, start - 24), start)
    return [match["name"]] if match and acceptable(match["name"]) else []


def _beside(text: str, position: int) -> set[str]:
    before = text[max(0, position - 24) : position]
    turned = _TURNED_TO.search(before)
    if turned and turned["name"][0] not in SURNAMES and _plain(turned["name"]):
        return {turned["name"]}
    match = _ID_GAP.search(before)
    if not match or not acceptable(match["name"]) or (match["name"][0] in WEAK and len(match["name"]) < 3):
        return set()
    if match["name"][1:] in VERBS:
        return set()
    left = before[: match.start()]
    if left[-1:] + match["name"][0] in PAIRS:
        return set()
    name = match["name"]
    return {name} if _LEFT_EDGE.search(left) or (len(name) == 3 and all(char in GIVEN for char in name[1:])) else set()


def _plain(name: str) -> bool:
    """Whether three characters of which no two are a word may be a name, whatever the first is."""
    told = PAIRS.isdisjoint((name[:2], name[1:])) and ALONE.get(name[0]) not in ("v", "p") and acceptable(name)
    return told and sum(LEVELS.get(char, 1) for char in name[1:]) >= _LIKE_A_NAME


def _reached(text: str, end: int) -> set[str]:
    """Who is named right behind a phone: 15400001234 王秀兰."""
    match = _BEHIND_PHONE.match(text, end)
    if not match or not acceptable(match["name"]) or unlikely(match["name"], 0, len(match["name"])):
        return set()
    return set() if wordlike(match["name"], 0, len(match["name"])) else {match["name"]}


def _places(text: str, name: str) -> list[Span]:
    latin = not han(name[0])
    found = [(start, start + len(name), "name") for start in offices.places(text, name)]
    if len(found) > 1 and not latin and (unlikely(name, 0, len(name)) or wordlike(name, 0, len(name))):
        found = [span for span in found if whole.meant(text, *span[:2])] or found
    return [span for span in found if not latin or not (text[span[0] - 1 : span[0]].isalpha() or text[span[1] : span[1] + 1].isalpha())]
