"""The places that a text names: divisions of China and the desk's own villages, streets, schools and rivers.

A short name alone is often no place at all (大同小异, 朝阳产业) or a place elsewhere (there are four 鼓楼区). Such a name counts as sure only
with a second sign: its suffix, its parent or a part of it in the same text, an office of its own (朝阳警方), or another of the desk's places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import ahocorasick_rs
import msgspec

from huiying.core.clean.text import fold
from huiying.core.detect.divisions import Division, chain, divisions
from huiying.core.detect.query import HAN, HAN_CHARACTER

# Short names that are also words of everyday speech or names of other things: they need a second sign.
_WORDS = frozenset(
    "白银 日照 来宾 中卫 安康 阿里 和田 大庆 德州 开封 东方 黄山 长治 山南 安顺 白山 白城 玉树 大理 海西 海北 海东 黄南 四平 文山 红河 凉山 兴安 平凉 天水 "
    "宁德 三明 安庆 昌都 朝阳 大同 中山 吉安 平安 光明 互助 大方 大关 大通 太平 和平 团结 民乐 永胜 前进 向阳 新华 龙门 红旗 安居 文成 定安 武定 安定 太和 东山 "
    "西山 长安 长乐 长寿 方正 双流 上林 江山 新城 高明 青年 开化 富民 兴国 宁化 北海 洪江 青龙 白云 金山 宝山 清新 太湖 洪湖 天台 长白 集贤 新民 北安".split()
)
# Short names of counties that nobody takes for one without its suffix, whatever else the text names.
_NEVER = frozenset(
    "中方 合作 白玉 资源 公安 凤凰 友谊 友好 麒麟 建华 大名 西湖 南部 共和 武功 延长 泰山 江南 万年 通道 子长 运河 上高 小金 比如 天元 马龙 会同 南海 古城 大厂 "
    "东方 解放 城区 郊区 新区 市中 城关 城中 城东 城西 城南 城北 河东 河西 河南 江北 江东 江岸 海岸 港口 铁路 矿区 东区 西区".split()
)
_CITY_PROVINCES = frozenset({"北京市", "天津市", "上海市", "重庆市", "香港特别行政区", "澳门特别行政区"})
# In these a place is named without being meant. They are looked for like names, and being longer they win.
_PHRASES = (
    "大同小异 天下大同 世界大同 大同社会 朝阳产业 朝阳行业 朝阳群众 长治久安 德州扑克 哈密瓜 和田玉 阿里巴巴 阿里云 大理石 东方明珠 中山装 中山陵 "
    "中山大学 孙中山 白银价格 玉树临风 安康码 平安保险 太平洋 和平共处 寿比南山 海南鸡饭 重庆小面 兰州拉面 北京时间 北京烤鸭 上海滩 马里兰州 新东方 "
    "杀青海报 回应城市 沿海城市 各城市 老城区 造新城区 在新城区"
).split()
_STREET = re.compile(r"(?:[东西南北中]?(?:路|街|大道|大街|巷|胡同)|大厦|大酒店|花园|新村|牌|菜馆|饭店)")
_NO_SUFFIX = {"市": "场值面价集盈", "区": "别分块间域", "县": "", "省": "略心力去钱事", "州": "", "旗": "帜袍舰下", "盟": "友主约", "镇": "静定压", "乡": "亲愁音"}
_SUFFIXES = "省市县区州盟旗"
_OFFICE = re.compile(
    "(?:警方|公安(?!部)|法院|检察院|政府|消防|交警|城管|网信|卫健|教育局|教体局|应急|市场监管|融媒|供电|水务|医保|人社|住建|文旅|居民|市民|村民|人民医院)"
)
# Places with such names are in every county: they need a second sign too.
_EVERYWHERE = re.compile(
    "(?:人民|解放|和平|中山|建设|新华|胜利|团结|文化|光明|幸福|红旗|红星|友谊|劳动|民主|复兴|振兴|迎宾|滨河|滨江|环城|工业|中心|朝阳|向阳|东风|前进|长江|黄河"
    "|北京|上海|南京|东|西|南|北|新|老|大|小|上|下)[东西南北中]?(?:路|街|大道|大街|巷|广场|公园|桥|河|村|新村|小区|社区|市场)"
    "|(?:第?[一二三四五六七八九十]{1,2}|实验|中心|机关|希望|中心完全)(?:中学|高中|初中|小学|幼儿园|中|小|幼)|(?:人民|中心|中|妇幼|妇幼保健)(?:医|卫生)?院"
)
_IN_WORD = re.compile(rf"[^\W_{HAN}]")


# What a place of the desk's own may be.
KINDS = ("town", "village", "street", "estate", "school", "hospital", "water", "other")


class Why(StrEnum):
    """Why a mention is sure, or why it is not."""

    FULL = "full"
    WELL_KNOWN = "well_known"
    OWN = "own"
    SUFFIX = "suffix"
    CHAIN = "chain"
    OFFICE = "office"
    NEIGHBOUR = "neighbour"
    SHORT = "short"
    EVERYWHERE = "everywhere"


class OwnPlace(msgspec.Struct, frozen=True):
    """A place of the desk's own register. `within`: the place or division that it lies in. `common`: it needs a second sign."""

    name: str
    other_names: tuple[str, ...] = ()
    within: str = ""
    common: bool = False


class Mention(msgspec.Struct, frozen=True):
    """A place named from `start` to `end` of a folded text. `chains`: the divisions that it may be, province first; of a place of the desk's
    own, what it lies in and its name. `ours`: it is of the desk's own register, or is or lies in its division. `around`: our division
    lies in it."""

    text: str
    start: int
    end: int
    chains: tuple[tuple[str, ...], ...]
    ours: bool
    around: bool
    sure: bool
    why: Why

    @property
    def name(self) -> str:
        """The last name of the first chain."""
        return self.chains[0][-1]


class _Name(msgspec.Struct, frozen=True):
    """What a text may stand for. `sure` is why it needs no second sign, None where it does."""

    divisions: tuple[Division, ...] = ()
    own: OwnPlace | None = None
    sure: Why | None = None


class _Hit(msgspec.Struct):
    start: int
    end: int
    name: _Name
    sure: Why | None
    why_not: Why = Why.SHORT


class Gazetteer:
    """`own`: the desk's register; `home`: codes of the divisions that it answers for (none for a body that has no territory)."""

    def __init__(self, own: Sequence[OwnPlace] = (), home: Sequence[str] = ()) -> None:
        self._home = tuple(code for code in home if code in divisions())
        names: dict[str, _Name] = dict.fromkeys(map(fold, _PHRASES), _Name())
        names.update(_division_names(self._home))
        elsewhere = {text for text, name in names.items() if name.divisions and not any(map(self._ours, name.divisions))}
        for place in own:
            for text in filter(None, map(fold, (place.name, *place.other_names))):
                common = place.common or text in elsewhere or _EVERYWHERE.fullmatch(text) is not None
                names[text] = _Name(own=place, sure=None if common else Why.OWN)
        self._own = {place.name: place for place in own}
        self._by_text = names
        self._names = list(names.values())
        self._whole = [HAN_CHARACTER.search(text) is None for text in names]
        self._automaton = ahocorasick_rs.AhoCorasick(list(names), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def find(self, text: str) -> tuple[Mention, ...]:
        """The places that a folded text names, in its order. Of overlapping names the first counts, of those the longest."""
        hits = self._hits(text)
        if not hits:
            return ()
        self._confirm(hits)
        return tuple(self._mention(text, hit) for hit in hits)

    def ours(self, text: str) -> tuple[str, ...]:
        """The names of the desk's own places that a folded text surely names, each once, in its order."""
        return tuple(dict.fromkeys(mention.name for mention in self.find(text) if mention.sure and mention.ours))

    def elsewhere(self, text: str) -> str:
        """The city or county of others that a folded text surely names while it names none of ours; "" where there is none.

        A province is no answer: a text about ours often names it, and one about another says which city.
        """
        found = self.find(text)
        if any(mention.sure and mention.ours for mention in found):
            return ""
        named = (mention for mention in found if mention.sure and not mention.around)
        return next((mention.name for mention in named if len(mention.chains[0]) > 1 or mention.name in _CITY_PROVINCES), "")

    def _hits(self, text: str) -> list[_Hit]:
        hits = []
        for number, start, end in self._automaton.find_matches_as_indexes(text):
            name = self._names[number]
            if not name.divisions and name.own is None:
                continue
            if self._whole[number] and (_touches(text, start - 1) or _touches(text, end)):
                continue
            sure, why_not = name.sure, Why.SHORT
            if name.own is not None:
                why_not = Why.EVERYWHERE
            elif sure is not Why.FULL:
                if _STREET.match(text, end):
                    continue
                following = text[end : end + 1]
                if sure is None and _OFFICE.match(text, end):
                    sure = Why.OFFICE
                elif sure is None and following and following in _SUFFIXES and text[end + 1 : end + 2] not in (_NO_SUFFIX[following] or " "):
                    sure, end = Why.SUFFIX, end + 1
            elif text[end : end + 1] and text[end : end + 1] in _NO_SUFFIX.get(text[end - 1], ""):
                # 白银市场 is 白银 and a market
                end -= 1
                known = self._by_text.get(text[start:end])
                if known is None or not known.divisions:
                    continue
                name, sure = known, known.sure
            hits.append(_Hit(start, end, name, sure, why_not))
        return hits

    def _confirm(self, hits: list[_Hit]) -> None:
        """Look for second signs, and of several divisions of one name keep those that the rest of the text speaks for."""
        for hit in hits:
            others = [other for other in hits if other.name is not hit.name]
            if hit.name.own is not None:
                if hit.sure is None and (sign := self._sign_for_own(hit.name.own, others)):
                    hit.sure = sign
                continue
            kept = _widest([division for division in hit.name.divisions if any(_supports(other, division, hit) for other in others)], hit)
            near = any(other.name.own is not None and other.name.sure for other in others)
            home = tuple(division for division in hit.name.divisions if self._ours(division))
            if kept:
                hit.name = msgspec.structs.replace(hit.name, divisions=kept)
                hit.sure = hit.sure or Why.CHAIN
            elif home and (near or hit.sure) and len(hit.name.divisions) > 1:
                # people of a place do not say which of several of its name they mean
                hit.name = msgspec.structs.replace(hit.name, divisions=home)
                hit.sure = hit.sure or Why.NEIGHBOUR
            elif near and home:
                hit.sure = hit.sure or Why.NEIGHBOUR

    def _sign_for_own(self, place: OwnPlace, others: list[_Hit]) -> Why | None:
        for other in others:
            if other.name.own is not None:
                if other.name.own.name == place.within:
                    return Why.CHAIN
                if other.name.sure:
                    return Why.NEIGHBOUR
            elif any(division.name == place.within for division in other.name.divisions):
                return Why.CHAIN
            elif other.sure and any(map(self._ours, other.name.divisions)):
                return Why.CHAIN
        return None

    def _mention(self, text: str, hit: _Hit) -> Mention:
        own = hit.name.own
        if own is not None:
            chains: tuple[tuple[str, ...], ...] = (self._chain_of(own),)
        else:
            chains = tuple(chain(division.code) for division in hit.name.divisions)
        return Mention(
            text[hit.start : hit.end],
            hit.start,
            hit.end,
            chains,
            ours=own is not None or any(map(self._ours, hit.name.divisions)),
            around=any(map(self._around, hit.name.divisions)),
            sure=hit.sure is not None,
            why=hit.sure or hit.why_not,
        )

    def _chain_of(self, place: OwnPlace) -> tuple[str, ...]:
        names = [place.name]
        while (above := self._own.get(names[0])) is not None and above.within and above.within not in names:
            names.insert(0, above.within)
        top = next((one for one in divisions().values() if one.name == names[0] and (self._ours(one) or self._around(one))), None)
        return (*(chain(top.code)[:-1] if top else ()), *names)

    def _ours(self, division: Division) -> bool:
        return any(division.within(code) for code in self._home)

    def _around(self, division: Division) -> bool:
        return any(division.code != code and divisions()[code].within(division.code) for code in self._home)


def _touches(text: str, at: int) -> bool:
    return 0 <= at < len(text) and _IN_WORD.match(text[at]) is not None


def _supports(other: _Hit, division: Division, hit: _Hit) -> bool:
    """Whether another mention is of a division that this one lies in or holds.

    A province alone is too wide a sign for the short name of a county (云南大理古城 is no word of 古城区) unless it stands directly before.
    """
    for one in other.name.divisions:
        if one.code == division.code or not (one.within(division.code) or division.within(one.code)):
            continue
        wide = one.level == 1 and division.level == 3 and one.name not in _CITY_PROVINCES
        if not wide or hit.sure or other.end == hit.start:
            return True
    return False


def _widest(found: list[Division], hit: _Hit) -> tuple[Division, ...]:
    """Of a short name the division that holds all others, where one does: 朝阳 in 辽宁 is 朝阳市, not 朝阳县 in it."""
    for division in found if hit.sure is None else ():
        if all(other.within(division.code) for other in found):
            return (division,)
    return tuple(found)


def _division_names(home: Sequence[str]) -> Mapping[str, _Name]:
    """Full and short names. A short name is sure where it is no common word, and a province's, or the only city's or county of ours so called."""
    full: dict[str, list[Division]] = {}
    short: dict[str, list[Division]] = {}
    for division in divisions().values():
        full.setdefault(division.name, []).append(division)
        if division.short and not (division.level == 3 and division.short in _NEVER):
            short.setdefault(division.short, []).append(division)
    names: dict[str, _Name] = {}
    for text, found in short.items():
        top = min(found, key=lambda division: (division.level, division.code))
        # 大理 is 大理州 with 大理市 in it, 吉林 the province, 西安 the city and not a district of that name: the wider division is meant
        same = [division for division in found if division.level == top.level]
        alone = text not in _WORDS and len(same) == 1 and top.level < 3 or all(division.within(top.code) for division in found)
        known = alone and text not in _WORDS and (top.level < 3 or any(top.within(code) for code in home))
        names[fold(text)] = _Name((top,) if alone else tuple(found), sure=Why.WELL_KNOWN if known else None)
    for text, found in full.items():
        names[fold(text)] = _Name(tuple(found), sure=Why.FULL)
    return names


def own_names(places: Iterable[OwnPlace]) -> tuple[str, ...]:
    """All names of places that need no second sign, for what only looks for names."""
    return tuple(
        name for place in places if not place.common for name in (place.name, *place.other_names) if not _EVERYWHERE.fullmatch(fold(name))
    )
