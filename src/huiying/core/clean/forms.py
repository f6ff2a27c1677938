"""Names by the form of what stands around them: sex, age, a call, a reply, a list of what each is owed."""

from __future__ import annotations

import re

from huiying.core.clean.cued import CLASS_OF, NOT_GIVEN, TITLE
from huiying.core.clean.cues import LABELS, LOOSE_ROLES, ROLES, TICKET
from huiying.core.clean.heads import LONG
from huiying.core.clean.letters import LEVELS
from huiying.core.clean.likely import KIN_WORDS
from huiying.core.clean.pairs import PAIRS
from huiying.core.clean.shapes import FIRST, PLACE, ends_as_thing, unlikely
from huiying.core.clean.surnames import COMPOUND, GIVEN, SURNAMES, WEAK, WORDS

_HAN = "\u4e00-\u9fff"
SURNAME = f"(?:{'|'.join(sorted(COMPOUND))}|[{''.join(sorted(SURNAMES))}])"
ANY_GIVEN = f"[{''.join(sorted(GIVEN))}]"
_AGE = re.compile(
    f"(?:(?<![{_HAN}\\d])|(?<=本人))(?P<name>{SURNAME}[{_HAN}]{{1,2}}?)(?:[，,（(][ \u3000]?(?:[男女][，,、）)。]|\\d{{1,3}}岁)|"
    "(?:\\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]{1,2})岁(?=[，,。；、]|\\Z)|来电|致电)"
    f"|(?<![{_HAN}\\d])(?P<seldom>[{''.join(sorted(FIRST - SURNAMES))}][{_HAN}]{{1,2}})(?:来电|致电)"
    f"|(?<=[村屯寨组社庄塘湾坪坞])(?P<villager>[{_HAN}]{ANY_GIVEN}{{1,2}})(?:来电|致电)"
    f"|(?<=[村屯寨组庄])(?P<household>[{''.join(sorted(SURNAMES))}]{ANY_GIVEN}{{1,2}})户(?!籍|外|口)"
    f"|(?:\\A|[：:。！\\n\x00])(?P<addressed>[{''.join(sorted(SURNAMES))}][{_HAN}]{{1,2}})(?:同志|先生|女士|家长)[，,:：！!] ?[您你]"
)
_STRANGER = re.compile(f"(?<![{_HAN}\\d])(?P<name>[{_HAN}][{''.join(sorted(LEVELS))}]{{2}})(?=[（(]\\d{{1,3}}岁)")
"""Who has no surname that a list knows and an age in brackets: 拓小明（29岁）."""
_SELDOM = FIRST - SURNAMES
_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(f"(?<![\\d.])\\d{{1,2}}[.．、]?[ \u3000]?(?P<name>(?!万)[{_HAN}]{{2,3}}?)(?=妈妈|爸爸|奶奶|爷爷|家长|[^{_HAN}]|\\Z)")
_SPACED = re.compile(
    f"姓名[：: ]{{0,2}}(?P<name>{SURNAME} ?(?:(?<= )|(?= ))[{_HAN}](?: [{_HAN}])?)"
    "(?=[ ，,\\n]*(?:性别|年龄|身份|电话|联系|班级|[男女]\\b|出生|民族)|\\Z)"
)
_GAPPED = re.compile(
    f"(?:(?<![{_HAN}])|(?<=[请由有]))(?P<name>{SURNAME}[ \u3000]{{1,2}}[{_HAN}])(?=、|[两三四五六七八九十等\\d]|[ \u3000]{{2}}"
    f"|[，。；]|\\Z)"
)
# A gap behind the surname, as columns leave it: 市民仝 桂荣来电.
_GAPPED_BEHIND = re.compile(
    f"(?:{ROLES}|{LOOSE_ROLES}|{TICKET}|{LABELS})[：:]?(?P<name>[{''.join(sorted(FIRST))}][ \u3000]{{1,2}}"
    f"{ANY_GIVEN}(?:[ \u3000]?{ANY_GIVEN})?)(?![ \u3000]?[{_HAN}](?:[ \u3000]|\\Z))"
)
_SCORED = re.compile(
    f"(?:\\d{{1,2}}号|\\d{{1,2}}-\\d{{1,2}}-\\d{{3,4}})[ \u3000]?(?P<name>{SURNAME}[{_HAN}]{{1,2}})(?=[ \u3000]?\\d|[、；，]\\d|[ \u3000])"
)
_LISTED = re.compile(f"名单(?:如下)?[：:] ?(?P<names>(?:[{_HAN}]{{2,4}}[ \u3000、]){{2,}}[{_HAN}]{{2,4}})(?=[，。；\\n\x00]|\\Z)")
# Whom an employer takes from work: 暂停侯敏产科值班, 与邢小满解除劳动合同.
_TAKING_FROM_WORK = ("暂停", "停止", "终止", "中止", "取消", "撤销", "解除", "吊销", "恢复", "续签", "签订")
_RELIEVED = re.compile(
    f"(?:暂停|停止|终止|中止|取消|撤销|解除|吊销|恢复)(?:了|对|与|和)?(?P<name>{SURNAME}{ANY_GIVEN}{{1,2}})的?(?:[^，。；的]{{0,4}}的?)"
    "(?:值班|执业|教学|接诊|坐诊|上岗|任教|授课|劳动|聘用|劳务|岗位|工作)|"
    f"[与和同将把对](?P<parted>{SURNAME}{ANY_GIVEN}{{1,2}})(?:解除|终止|签订|续签)(?:了)?(?:劳动|聘用|劳务|租赁|承包|供养|用工)"
)
# Whoever writes a letter stands alone at its end.
_SIGNED = re.compile(f"(?:[。！!？?；;…）)—\n]|[班组级]|[ \u3000])[ \u3000]?(?P<name>{SURNAME}{ANY_GIVEN}{{2}})\\Z")
_PAY = frozenset("万千元块天工升票斤亩箱盒份次件袋")
_UNIT = "(?:万|千|元|块|天|个工|工日|毫升|票|公?斤|亩|箱|盒|份|次|件|袋)"
_OWED = re.compile(f"[{_HAN}][ \u3000]?\\d[\\d.,]* ?{_UNIT}[，、,；]")
_AMOUNT = re.compile(f"(?<![{_HAN}])(?P<name>{SURNAME}[{_HAN}]{{1,2}})[ \u3000：:]?\\d[\\d.,]*[ \u3000]?{_UNIT}")


def find(text: str) -> set[str]:
    """Names by what follows them: sex, age, a call; or several in a row with what each is owed."""
    found = set()
    if any(word in text for word in ("岁", "来电", "致电", "男", "女", "户", "同志", "，您", "，你", "：您", "：你")):
        aged = {
            match["name"] or match["seldom"] or match["addressed"] or _unworded(match["villager"] or match["household"])
            for match in _AGE.finditer(text)
        } - {""}
        aged |= (
            {name for match in _STRANGER.finditer(text) if (name := _unworded(match["name"]))}
            if "岁" in text and ("（" in text or "(" in text)
            else set()
        )
        aged = {name for name in aged if acceptable(name) and name[0] not in "年于时"}
        found |= {name for name in aged if name[0] not in _SELDOM or not unlikely(name, 0, len(name))}
    found |= {match["name"] for match in _SPACED.finditer(text)} if "姓名" in text else set()
    if any(map(text.__contains__, _TAKING_FROM_WORK)):
        relieved = {match["name"] or match["parted"] for match in _RELIEVED.finditer(text)}
        found |= {name for name in relieved if acceptable(name) and not unlikely(name, 0, len(name)) and name not in PAIRS}
    signed = _SIGNED.search(text, max(0, len(text) - 6))
    found |= {signed["name"]} if signed and acceptable(signed["name"]) and not unlikely(signed["name"], 0, 3) else set()
    gapped = {match["name"] for match in _GAPPED.finditer(text)} if " " in text else set()
    found |= {match["name"] for match in _GAPPED_BEHIND.finditer(text)} if " " in text or "\u3000" in text else set()
    found |= gapped if len(gapped) > 1 or ("姓名" in text and gapped) else set()
    if "名单" in text:
        listed = [name for match in _LISTED.finditer(text) for name in re.split("[ \u3000、]", match["names"])]
        found |= {name for name in listed if name[0] in FIRST and acceptable(name)} if _mostly_names(listed) else set()
    scored = {match["name"] for match in _SCORED.finditer(text) if acceptable(match["name"])} if _DIGIT.search(text) else set()
    found |= scored if len(scored) > 1 else set()
    rolled = {match["name"] for match in _NUMBERED.finditer(text)} if _DIGIT.search(text) else set()
    if len(rolled) > 2:
        able = {name for name in rolled if name[0] in FIRST or name[:2] in COMPOUND}
        found |= able if 2 * sum(not unlikely(name, 0, len(name)) for name in able) > len(rolled) else set()
    if _PAY.isdisjoint(text):
        return found
    if len(_OWED.findall(text)) > 1:
        owed = [match["name"] for match in _AMOUNT.finditer(text) if acceptable(match["name"])]
        owed = [name for name in owed if name[0] not in WEAK or len(name) == 3]
        found |= set(owed) if len(owed) > 1 else set()
    return found


def acceptable(name: str) -> bool:
    if (
        name[:2] in WORDS
        or name in LONG
        or name in CLASS_OF
        or name[1:] in CLASS_OF
        or name in KIN_WORDS
        or (name[-1] in PLACE and ends_as_thing(name[1:]))
    ):
        return False
    return not NOT_GIVEN & set(name) and not TITLE.search(name, 1)


def _mostly_names(listed: list[str]) -> bool:
    return 2 * sum(name[0] in FIRST and len(name) < 4 and not unlikely(name, 0, len(name)) for name in listed) > len(listed)


def _unworded(name: str | None) -> str:
    if not name:
        return ""
    return "" if {name[:2], name[1:]} & PAIRS else name
