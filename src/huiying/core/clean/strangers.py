"""Names with a surname that no list knows, right behind who somebody is: 村民印小满."""

from __future__ import annotations

import re

from huiying.core.clean import likely, shapes
from huiying.core.clean.letters import ALONE, LEVELS, NEVER
from huiying.core.clean.pairs import PAIRS, VERBS
from huiying.core.clean.surnames import COMPOUND, RARE, SURNAMES, WEAK

_GIVEN = "".join(sorted(LEVELS))
_NICKNAMES = frozenset("小老阿大")
_KNOWN = "".join(sorted((shapes.FIRST - shapes.UNUSUAL - RARE) | NEVER | _NICKNAMES))
_CANDIDATE = re.compile(f"(?<=[{''.join(sorted(likely.LAST))}])(?=[\u4e00-\u9fff])[^{_KNOWN}][\u4e00-\u9fff]?[{_GIVEN}]")
_KNOWN_ONES = frozenset(_KNOWN)
# A plain surname and two characters of which one hardly ever is in a name, where nothing but a name is left before the next sign.
_ODDLY = re.compile(
    f"(?P<name>[{''.join(sorted(SURNAMES - WEAK))}](?<=[{''.join(sorted(likely.LAST))}].)[\u4e00-\u9fff]{{2}})(?=[、，。；（(])"
)
_NOT_ODD = re.compile("[某氏的了着过们么是不吗呢吧啊哦呀个几]")
_LEFT, _RIGHT = 2.0, 0.5
_LEAST = {"n": 2, "x": 2, "v": 4, "d": 5}
"""How much the given name must look like one, by what its first character is as a word: noun, none, verb, particle."""


def find(text: str) -> set[str]:
    """The names at places where somebody has just been told what they are."""
    found = set()
    for match in _CANDIDATE.finditer(text):
        start = match.start()
        end = end_of(text, start)
        if end and likely.left(text[max(0, start - 24) : start]) >= _LEFT:
            found.add(text[start:end])
    for match in _ODDLY.finditer(text):
        start, end = match.span("name")
        odd = not _NOT_ODD.search(text, start, end) and not _worded(text, start, end)
        if odd and likely.left(text[max(0, start - 24) : start]) >= _LEFT:
            found.add(text[start:end])
    return found


def _worded(text: str, start: int, end: int) -> bool:
    """Whether an everyday word stands in a name or reaches over its beginning."""
    return any(text[place : place + 2] in PAIRS for place in range(start - 1, end - 1)) or (
        shapes.ends_as_thing(text[start + 1 : end]) or likely.TITLED.match(text, start + 1) is not None
    )


def end_of(text: str, start: int) -> int:
    """Where a name with a surname that no list knows ends, 0 where none begins."""
    if text[start] in _KNOWN_ONES:
        return 0
    if text[start : start + 2] in COMPOUND or text[start - 1 : start + 1] in PAIRS:
        return 0
    least = _LEAST[ALONE.get(text[start], "x")]
    for end in (start + 3, start + 2):
        name = text[start:end]
        if len(name) < end - start or not all(LEVELS.get(char) for char in name[1:]) or shapes.ends_as_thing(name[1:]):
            continue
        if any(text[place : place + 2] in PAIRS for place in range(start, end)):
            continue
        weight = sum(LEVELS.get(char, 0) for char in name[1:])
        if weight >= least and (likely.right(text[end : end + 14]) >= _RIGHT or (weight > least and _does(text, end))):
            return end
    return 0


def _does(text: str, end: int) -> bool:
    """Whether what follows tells what somebody does."""
    return text[end : end + 2] in VERBS or ALONE.get(text[end : end + 1]) in ("v", "d")
