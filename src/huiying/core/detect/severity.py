"""Words of harm in an item, judged in their context.

What is only a drill, a film, a memory, a denial, an aftermath or a figure of speech does not count, nor does what is far from the desk's
own places. Hearsay counts, but is not called on alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

import ahocorasick_rs
import msgspec

from huiying.core.clean.text import fold
from huiying.core.detect import words
from huiying.core.detect.query import HAN

_BREAK = "\n"
_SENTENCE_END = re.compile(r"[。！？!?;…\n]|\.(?= )")
_IN_WORD = re.compile(rf"[^\W_{HAN}]")
_HAN = re.compile(f"[{HAN}]")

_DRILL = re.compile(r"演练|演习|拉练|应急培训|\bdrills?\b|\bexercise\b|\bsimulat(?:ed|ion)\b")
_REAL = re.compile(r"(?:不是|并非|没有?)演[练习]|演[练习][吗?]|\bnot a drill\b|\bno drill\b")
_FICTION = re.compile(
    r"电影|电视剧|古装剧|短剧|剧组|剧情|拍戏|拍摄现场|开播|大结局|第[一二三四五六七八九十\d]+集|男主|女主|编剧|小说|网文|漫画|动漫|番剧"
    r"|游戏|玩家|抽卡|副本|综艺|剧本杀|角色|书评|预告片|\b(?:films?|movies?|episodes?|novels?|tv series|video games?|gamers?|trailer"
    r"|season \d|box office|fiction|anime)\b"
)
_PAST = re.compile(
    r"年前|周年|旧闻|旧视频|旧照|老视频|历史上|往年|当年|上世纪|那年|纪念日|忌日|十年|\byears? ago\b|\banniversary\b|\bdecades? ago\b"
    r"|\bhistory of\b|\bin memory\b|\bold (?:video|photo|clip)s?\b"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年|\b(?:in|of|since|from) ((?:19|20)\d\d)\b")
_DATE = re.compile(r"(?<!\d)(?:(\d{1,2})月)?(\d{1,2})日(?![元均常后内报游前])")
# What is dated further back than this is not happening now; a report is seldom later.
_NEWS_DAYS = 3
_ANIMAL = re.compile(r"(?:[犬狗猫鸡鸭鹅猪牛羊鱼鸟]|\b(?:animals?|dogs?|cats?|ducks?|birds?|cattle|pigs)\b)[^人。，,]{0,12}$")
_OF_ANIMALS = frozenset({"death", "violence"})
_DENIAL = re.compile(
    r"辟谣|谣言|不实|不属实|虚假|假消息|误传|子虚乌有|并未发生|没有发生|纯属|编造|捏造|系.{0,12}(?:剪辑|摆拍|拍摄|演练)"
    r"|\b(?:hoax|debunked|rumou?rs? (?:is|are) false|not true|false alarm|fake news)\b"
)
# A text that says so of a matter speaks of all of it, not of one sentence.
_CLARIFIED = re.compile(r"官方结果|可以散了|(?:别|不要)再?传了|辟谣[^\n]*\n|\b(?:fact[- ]check|officials? den(?:y|ies|ied))\b")
_AFTERMATH = re.compile(
    r"回访|加高|增设|加装|善后|抚恤|赔付|追责|复盘|重新开放|恢复(?:通车|供应|正常)|已(?:全部)?(?:整改|修复|更换|处置完|清运|排除)"
    r"|整改(?:完|到位|情况|方案|通报)|(?:处置|清挖|清运|抢修|维修|修复)(?:完毕|完成|结束)|调查(?:报告|结果|情况|组查明)"
    r"|原因.{0,4}查明|拉网|开展.{0,12}排查|\b(?:aftermath|compensation|investigation (?:found|finds)|inquiry|lessons|reopen(?:s|ed)?)\b"
)
_ADVERT = re.compile(r"抽奖|抽.{1,3}台|扣1领|领资料|关注我|点进主页|转发即可|\bgiveaway\b")
_HEARSAY = re.compile(
    r"真的假的|真的吗|是真是假|是不是真的|谁能证实|求证|\b(?:is (?:this|it) true|can anyone confirm|true or false|real or fake)\b"
)
_DEBTOR = re.compile(r"(?:老板|公司|企业|分包|总包|包工头|商家|店家|平台|中介|房东|开发商|负责人|机构|代理)[^，。,、]{0,6}$")
# Only directly before the word, or a few characters away.
_ABSENT = re.compile(
    r"(?:无人员?|无一人?|无|未见|未受|未|没有人员?|没有人|没人|没有|没|不会|免于)[\s被]{0,2}$"
    r"|(?:未造成|未发生|未发现|未出现|排除)[^，。,]{0,6}$"
    r"|\b(?:nobody|no one|no|without|not|never)(?: (?:was|were|is|has been|have been|been|reported|people))*\s$"
)
_PREVENTED = re.compile(
    r"(?:(?<!消)防|防止|防范|谨防|预防|严防|以防|避免|杜绝|警惕|提防|防治|治理|如何应对|怎么办"
    r"|\b(?:prevent|prevents|preventing|avoid|avoiding|against|risk of))[^\s,，。、]{0,4}\s?$"
)
_PLACE = re.compile(rf"([{HAN}]{{2,4}}?)(?:省|市|县|自治州|自治区)")
_NUMBER = "(?P<n>\\d{1,4}|[一二两三四五六七八九十百]{1,3})"
_TOLL = (
    re.compile(
        rf"{_NUMBER}余?(?![岁月日号楼栋年时分])(?:名|位|个|户|家|人)?[{HAN}]{{0,5}}?(?:死|遇难|身亡|丧生|失联|失踪|被埋|掩埋|被困|遇险|溺亡)"
    ),
    re.compile(rf"(?:死亡|遇难|身亡|失联|失踪|被埋|被困|掩埋民?房?屋?约?){_NUMBER}余?(?:名|位|个|户|家|人)"),
    re.compile(r"(?P<n>\d{1,4})(?: [a-z]+){0,2} (?:dead|killed|missing|trapped|drowned|died)\b"),
    re.compile(r"\b(?:killed|kills|killing) (?:at least )?(?P<n>\d{1,4})\b"),
)
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


class Harm(msgspec.Struct, frozen=True, gc=False):
    """A kind of harm that an item names. `context` is empty where it counts, else why it does not: drill, fiction, past, denied, absent,
    prevention, animal, elsewhere, aftermath, debtor, advert. `immediate`: this report alone is enough to call."""

    name: str
    word: str
    weight: float
    immediate: bool
    context: str = ""


class Severity(msgspec.Struct, frozen=True, gc=False):
    """What an item says about harm: one Harm a kind (the one that counts where there is any), the people at risk, official conduct, and
    the greatest number of people named as dead, missing, buried or trapped."""

    harms: tuple[Harm, ...] = ()
    vulnerable: str = ""
    conduct: str = ""
    toll: int = 0
    drill: bool = False


_NONE = Severity()
_ONLY_DRILL = Severity(drill=True)


class Judge:
    """Finds and judges words of harm. `places` are the desk's own; where they are known, harm in a place of another name is elsewhere."""

    def __init__(self, places: Iterable[str] = ()) -> None:
        self._places = tuple(sorted({fold(place) for place in places} - {""}))
        self._needs = {word: tuple(_split(others)) for word, others in words.NEEDS.items()}
        meaning: dict[str, words.Harm | str] = {}
        for harm in words.HARMS:
            meaning.update(dict.fromkeys(_split(f"{harm.zh} {harm.en}"), harm))
        meaning.update(dict.fromkeys(_split(f"{words.VULNERABLE_ZH} {words.VULNERABLE_EN}"), "vulnerable"))
        meaning.update(dict.fromkeys(_split(f"{words.CONDUCT_ZH} {words.CONDUCT_EN}"), "conduct"))
        meaning.update(dict.fromkeys(_split(f"{words.HARMLESS_ZH} {words.HARMLESS_EN}"), ""))
        patterns = sorted(meaning)
        self._meaning = [meaning[pattern] for pattern in patterns]
        self._whole = [_HAN.search(pattern) is None for pattern in patterns]
        self._automaton = ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def judge(self, title: str, text: str, at: datetime) -> Severity:
        """What two folded fields say at this time."""
        whole = f"{title}{_BREAK}{text}"
        found = self._automaton.find_matches_as_indexes(whole)
        if not found:
            return _ONLY_DRILL if "演" in whole and _DRILL.search(whole) else _NONE
        harms: dict[str, Harm] = {}
        places: list[tuple[words.Harm, int, int]] = []
        vulnerable: list[str] = []
        conduct: list[str] = []
        for pattern, start, end in found:
            meaning = self._meaning[pattern]
            if meaning == "" or (self._whole[pattern] and _inside_word(whole, start, end)):
                continue
            if isinstance(meaning, words.Harm):
                places.append((meaning, start, end))
            else:
                (vulnerable if meaning == "vulnerable" else conduct).append(whole[start:end])
        drill = bool(_DRILL.search(whole)) and not _REAL.search(whole)
        toll = 0
        if places:
            common = "drill" if drill else _common(whole) or self._elsewhere(whole)
            hearsay = bool(_HEARSAY.search(whole))
            for harm, start, end in places:
                needed = self._needs.get(whole[start:end])
                if needed and not any(other in whole for other in needed):
                    continue
                low, high = _sentence(whole, start, end)
                context = common or _context(whole[low:high], whole[low:start], at) or _of_another(harm.name, whole[low:start])
                if not context:
                    toll = max(toll, _toll(whole[low:high]))
                known = harms.get(harm.name)
                if known is None or (not context and (known.context or harm.weight > known.weight)):
                    immediate = harm.immediate and not context and not hearsay and (not harm.with_group or bool(vulnerable))
                    harms[harm.name] = Harm(harm.name, whole[start:end], 0.0 if context else harm.weight, immediate, context)
        return Severity(tuple(harms.values()), " ".join(dict.fromkeys(vulnerable)), " ".join(dict.fromkeys(conduct)), toll, drill)

    def _elsewhere(self, whole: str) -> str:
        if not self._places or any(place in whole for place in self._places):
            return ""
        return "elsewhere" if _PLACE.search(whole) else ""


def _split(listed: str) -> list[str]:
    return [word.replace("_", " ") for word in listed.split()]


def _inside_word(whole: str, start: int, end: int) -> bool:
    return bool((start and _IN_WORD.match(whole, start - 1)) or (end < len(whole) and _IN_WORD.match(whole, end)))


def _sentence(whole: str, start: int, end: int) -> tuple[int, int]:
    low = 0
    for stop in _SENTENCE_END.finditer(whole, 0, start):
        low = stop.end()
    after = _SENTENCE_END.search(whole, end)
    return low, after.start() if after else len(whole)


def _common(whole: str) -> str:
    """What all of a text is, whatever it names."""
    for context, pattern in (("fiction", _FICTION), ("advert", _ADVERT), ("denied", _CLARIFIED), ("aftermath", _AFTERMATH)):
        if pattern.search(whole):
            return context
    return ""


def _context(sentence: str, before: str, at: datetime) -> str:
    if _DENIAL.search(sentence):
        return "denied"
    if _PAST.search(sentence) or any(int(zh or en) < at.year for zh, en in _YEAR.findall(sentence)) or _is_dated_back(sentence, at):
        return "past"
    near = before[-24:]
    if _ABSENT.search(near):
        return "absent"
    return "prevention" if _PREVENTED.search(near) else ""


def _of_another(harm: str, before: str) -> str:
    if harm in _OF_ANIMALS and _ANIMAL.search(before):
        return "animal"
    return "debtor" if harm == "missing" and _DEBTOR.search(before) else ""


def _is_dated_back(sentence: str, at: datetime) -> bool:
    """Whether every date in the sentence (月日 or 日, the last such day before `at`) lies more than a few days back."""
    dates = [_last(int(month or 0), int(day), at) for month, day in _DATE.findall(sentence)]
    return bool(dates) and all(date is not None and at - date > timedelta(days=_NEWS_DAYS) for date in dates)


def _last(month: int, day: int, at: datetime) -> datetime | None:
    """The latest such day that is no more than one day after `at`, for `at` is UTC and the text local; None where there is none."""
    year, wanted = at.year, month or at.month
    for _ in range(3):
        try:
            date = at.replace(year=year, month=wanted, day=day, hour=0, minute=0, second=0, microsecond=0)
        except ValueError:
            date = None
        if date is not None and date - at <= timedelta(days=1):
            return date
        if month:
            year -= 1
        else:
            year, wanted = (year, wanted - 1) if wanted > 1 else (year - 1, 12)
    return None


def _toll(sentence: str) -> int:
    return max((_number(found["n"]) for pattern in _TOLL for found in pattern.finditer(sentence)), default=0)


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, _, ones = text.rpartition("十")
    if "百" in text:
        return 100
    return (_DIGITS.get(tens, 1) * 10 if "十" in text else 0) + _DIGITS.get(ones, 0)
