"""Names of Chinese places and bodies in English text: Qingshi Town, Linjiang No. 2 Primary School, Yunxi County People's Hospital."""

from __future__ import annotations

import re

from .latin_name_words import ENDINGS, MIDDLES, ORDINARY
from .name_table import rows
from .pinyin import LEAST_LETTERS, is_pinyin, syllables

MOST_SYLLABLES = 4
# A word, a number or a mark, sought by its first character.
_WORD = re.compile(r"[A-Za-zü\d.,;:!?()\"“”|–—&](?:(?<=[A-Za-zü])[A-Za-zü]*(?:['’][A-Za-z]+)?|(?<=\d)\d*|)")
_ANY_LETTERS = re.compile("[A-Za-z][A-Za-z]{3}")
_ENDING_KIND = {ending: kind for kind, endings in rows(ENDINGS).items() for ending in endings.split("; ")}
_MIDDLES = {word: key for word, _, key in (pair.partition("=") for pair in rows(MIDDLES)["words"].split("; "))}
_MOST_WORDS = 3
_ENDING_STARTS = frozenset(ending.split(" ")[0] for ending in _ENDING_KIND)
_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5",
    "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10"
}  # fmt: skip
_DIRECTIONS = {"east": "dong", "west": "xi", "south": "nan", "north": "bei", "middle": "zhong"}
_LEVELS = {"primary school": "primary", "elementary school": "primary", "middle school": "middle", "high school": "middle"}
_LEVELS |= {"secondary school": "middle", "junior high": "middle"}


def _is_name(word: str, *, cased: bool) -> bool:
    lower = word.lower()
    if is_pinyin(lower) or (len(lower) < 4 and word[:1].isupper() and cased and syllables(lower) is not None and lower not in ORDINARY):
        return True
    return cased and word[0].isupper() and len(word) > 2 and lower not in ORDINARY and lower not in _MIDDLES


def _core(words: list[str], end: int, kind: str, ending: str, *, cased: bool) -> tuple[str, int]:
    """The core of a name whose ending begins at this word, "" for none, and the word it begins at."""
    at = end
    number = direction = ""
    middles: list[str] = []
    while at > 0:
        word = words[at - 1].lower().replace("’", "'")
        if kind == "road" and word in _DIRECTIONS and not direction:
            direction = _DIRECTIONS[word]
        elif word in _ORDINALS and kind in ("school", "hospital", "kindergarten"):
            number = _ORDINALS[word]
        elif (
            word.isdigit()
            and at > 1
            and (words[at - 2].lower() == "no" or (words[at - 2] == "." and words[max(0, at - 3)].lower() == "no"))
        ):
            number = word
            at -= 1 if words[at - 2].lower() == "no" else 2
        elif word in _MIDDLES and kind not in ("county", "town", "village"):
            middles.append(_MIDDLES[word])
        else:
            break
        at -= 1
    if number:
        return f"{number} {_LEVELS.get(ending, '')}".strip(), at
    generic = next((word for word in reversed(middles) if word), "") if kind in ("school", "kindergarten", "hospital") else ""
    own = ""
    if at > 0 and _is_name(words[at - 1], cased=cased):
        own = words[at - 1].lower().replace("’", "'").removesuffix("'s").replace("'", "")
    if generic and (generic in ("people", "tcm", "maternal") or not own):
        return generic, at
    return (own + direction, at - 1) if own else ("", at)


def latin_names_of(text: str) -> list[tuple[str, str, int, int]]:
    """(core, kind, start, end) of the names in an English text; kind "place" is a transliterated word that no ending follows."""
    if not _ANY_LETTERS.search(text):
        return []
    words = _WORD.findall(text)
    lower = [word.lower() for word in words]
    cased = text != text.lower()
    found: list[tuple[str, str, int, int]] = []
    taken = -1
    for at, word in enumerate(lower):
        if at <= taken:
            continue
        ending, kind, size = _ending(lower, at) if word in _ENDING_STARTS else ("", "", 0)
        if kind:
            core, first = _core(words, at, kind, ending, cased=cased)
            if core:
                start, taken = min(first, at), at + size - 1
                if found and found[-1][1] == "place" and found[-1][2] >= start:
                    found.pop()
                found.append((core, kind, start, taken))
        elif len(word) >= LEAST_LETTERS and (not cased or words[at][0].isupper()):
            bare = word.replace("’", "'").removesuffix("'s")
            if is_pinyin(bare) and 2 <= len(syllables(bare) or ()) <= MOST_SYLLABLES:
                found.append((bare.replace("'", ""), "place", at, at))
    if not found:
        return []
    spans = [match.span() for match in _WORD.finditer(text)]
    return [(core, kind, spans[first][0], spans[last][1]) for core, kind, first, last in found]


def _ending(lower: list[str], at: int) -> tuple[str, str, int]:
    """The longest ending of names that begins at this word, its kind and its number of words; empty and 0 for none."""
    for size in range(min(_MOST_WORDS, len(lower) - at), 0, -1):
        ending = " ".join(lower[at : at + size])
        if ending in _ENDING_KIND:
            return ending, _ENDING_KIND[ending], size
    return "", "", 0
