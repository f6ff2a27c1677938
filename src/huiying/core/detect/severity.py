"""What an item says of harm, judged in its context.

What is only a drill, a film, a memory, a denial, an aftermath or a figure of speech does not count, nor does what is far from the desk's
own places. Hearsay counts, but is not called on alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

import ahocorasick_rs
import msgspec

from huiying.core.clean.text import fold
from huiying.core.detect.harm import context, harmless, kinds, people
from huiying.core.detect.harm.scene import AROUND, Scene
from huiying.core.detect.harm.scenes import SCENES
from huiying.core.detect.harm.toll import toll
from huiying.core.detect.query import HAN

BETWEEN = "…"  # the pieces of a scene, as its harm names them
_BREAK = "\n"
_SENTENCE_END = re.compile(r"[。！？!?;…\n]|\.(?= )")
_IN_WORD = re.compile(rf"[^\W_{HAN}]")
_HAN = re.compile(f"[{HAN}]")
_PLACE = re.compile(rf"([{HAN}]{{2,4}}?)(?:省|市|县|自治州|自治区)")
_MOST_FOUND = 200


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


class _Found(msgspec.Struct, frozen=True, gc=False):
    name: str
    weight: float
    immediate: bool
    word: str
    start: int
    end: int


_NONE = Severity()
_ONLY_DRILL = Severity(drill=True)
_Meaning = kinds.Harm | Scene | str


class Judge:
    """Finds and judges words and scenes of harm. `places` are the desk's own; where they are known, harm in a place of another name is
    elsewhere."""

    def __init__(self, places: Iterable[str] = ()) -> None:
        self._places = tuple(sorted({fold(place) for place in places} - {""}))
        self._needs = {word: tuple(_split(others)) for word, others in kinds.NEEDS.items()}
        meanings: dict[str, list[_Meaning]] = {}
        for scene in SCENES:
            for word in _split(scene.triggers):
                meanings.setdefault(word, []).append(scene)
        for harm in kinds.HARMS:
            for word in _split(f"{harm.zh} {harm.en}"):
                meanings.setdefault(word, []).append(harm)
        for name, listed in (
            ("vulnerable", f"{people.VULNERABLE_ZH} {people.VULNERABLE_EN}"),
            ("conduct", f"{people.CONDUCT_ZH} {people.CONDUCT_EN}"),
        ):
            for word in _split(listed):
                meanings.setdefault(word, []).append(name)
        meanings.update({word: [] for word in _split(f"{harmless.ZH} {harmless.EN}")})
        # a longer pattern hides the shorter ones within it, so it means all that they mean; what is harmless means nothing
        patterns = sorted(meanings)
        self._meanings = [_with_inner(pattern, meanings) for pattern in patterns]
        self._whole = [_HAN.search(pattern) is None for pattern in patterns]
        self._automaton = ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def judge(self, title: str, text: str, at: datetime) -> Severity:
        """What two folded fields say at this time."""
        whole = f"{title}{_BREAK}{text}"
        hits = self._automaton.find_matches_as_indexes(whole)
        if not hits:
            return _ONLY_DRILL if context.is_drill(whole) else _NONE
        found, vulnerable, conduct = self._read(whole, hits[:_MOST_FOUND])
        drill = context.is_drill(whole)
        if not found:
            return Severity((), " ".join(vulnerable), " ".join(conduct), 0, drill)
        common = "drill" if drill else context.of_text(whole) or self._elsewhere(whole)
        hearsay = context.is_hearsay(whole)
        harms: dict[str, Harm] = {}
        people_named = 0
        for one in found:
            low, high = _sentence(whole, one.start, one.end)
            sentence, before = whole[low:high], whole[low : one.start]
            aside = common or context.of_sentence(sentence, before, at) or context.of_another(one.name, before)
            if not aside:
                people_named = max(people_named, toll(sentence))
            immediate = one.immediate and not aside and not hearsay
            known = harms.get(one.name)
            if known is None or (not aside and (bool(known.context), immediate, one.weight) > (False, known.immediate, known.weight)):
                harms[one.name] = Harm(one.name, one.word, 0.0 if aside else one.weight, immediate, aside)
        return Severity(tuple(harms.values()), " ".join(vulnerable), " ".join(conduct), people_named, drill)

    def _read(self, whole: str, hits: list[tuple[int, int, int]]) -> tuple[list[_Found], dict[str, None], dict[str, None]]:
        """Every word and scene of harm in its order, and the words for who is at risk and what officials did."""
        found: list[_Found] = []
        vulnerable: dict[str, None] = {}
        conduct: dict[str, None] = {}
        seen: set[int] = set()
        grouped: list[tuple[kinds.Harm, str, int, int]] = []
        for pattern, start, end in hits:
            meanings = self._meanings[pattern]
            if not meanings or (self._whole[pattern] and _inside_word(whole, start, end)):
                continue
            word = whole[start:end]
            for meaning in meanings:
                if isinstance(meaning, str):
                    (vulnerable if meaning == "vulnerable" else conduct)[word] = None
                elif isinstance(meaning, Scene):
                    if id(meaning) not in seen and (one := _in_scene(meaning, whole, start, end)):
                        seen.add(id(meaning))
                        found.append(one)
                elif self._has_need(word, whole):
                    grouped.append((meaning, word, start, end))
        for harm, word, start, end in grouped:
            found.append(_Found(harm.name, harm.weight, harm.immediate and (not harm.with_group or bool(vulnerable)), word, start, end))
        return found, vulnerable, conduct

    def _has_need(self, word: str, whole: str) -> bool:
        needed = self._needs.get(word)
        return not needed or any(other in whole for other in needed)

    def _elsewhere(self, whole: str) -> str:
        if any(place in whole for place in self._places):
            return ""
        return "elsewhere" if context.is_abroad(whole) or (self._places and _PLACE.search(whole)) else ""


def beside_harm(title: str, text: str, severity: Severity) -> tuple[str, str]:
    """Two folded fields without the words of harm that call at once: those speak for themselves, the rest says what it is all about."""
    for harm in severity.harms:
        if harm.immediate:
            for piece in harm.word.split(BETWEEN):
                title, text = title.replace(piece, " "), text.replace(piece, " ")
    return title, text


def _with_inner(pattern: str, meanings: dict[str, list[_Meaning]]) -> tuple[_Meaning, ...]:
    own = meanings[pattern]
    if not own:
        return ()
    inner = [meaning for word, listed in meanings.items() if word != pattern and word in pattern for meaning in listed]
    return tuple(dict.fromkeys([*own, *(meaning for meaning in inner if isinstance(meaning, Scene))]))


def _in_scene(scene: Scene, whole: str, start: int, end: int) -> _Found | None:
    match = scene.pattern.search(whole, max(0, start - AROUND), min(len(whole), end + AROUND))
    if match is None:
        return None
    word = BETWEEN.join(group for group in match.groups() if group)
    return _Found(scene.kind, scene.weight, scene.immediate, word, match.start(), match.end())


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
