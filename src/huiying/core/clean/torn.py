"""Names that would begin or end inside an everyday word: 桥|梁发黄 is a bridge and no Liang."""

from __future__ import annotations

import re
from collections.abc import Iterable

from huiying.core.clean import likely
from huiying.core.clean.cues import LABELS, LOOSE_ROLES, ROLES, TICKET
from huiying.core.clean.letters import LEVELS
from huiying.core.clean.offices import places
from huiying.core.clean.pairs import PAIRS, VERBS
from huiying.core.clean.shapes import weight
from huiying.core.clean.surnames import COMPOUND

_SURE = 1.5  # who somebody is stands before it: the word may end there whatever its last character makes with the surname
_PLAINLY_GIVEN = 5  # no everyday word goes on so
_GIVEN = 3
_BEARERS = tuple(word for word in f"{ROLES}|{LOOSE_ROLES}|{TICKET}|{LABELS}|房主".split("|") if word.isalpha())
_LONG_BEARERS = tuple(word for word in _BEARERS if len(word) > 2)
_GOES_ON = re.compile("等[\\d一二两三四五六七八九十名人]|立案")
_TALENTS = re.compile("才(?![旦让仁吉郎珍])[公补引住政服安津计市招交房奖认评培].")
_JOINING = frozenset("和与跟及的被把")
_ON_AVERAGE = frozenset(["平均", "人均", "户均"])
_LEADING = frozenset("经遭获受因将均曾仍")
"""What begins what befell somebody, where a verb goes on: 生财|经救治."""
TAKING = frozenset("和与跟给被把由让叫找向对为请替是及同问像陪帮因据于查见劝抓救约到将令使受自按姓")


def at_head(text: str, start: int) -> int:
    """How many words of two characters overlap in a chain that ends with the first character of a name, 0 where the name begins freely.

    In 乡村民宿 three do: 乡村, 村民 and 民宿. Read from the left, only an odd number tears the name.
    """
    count = 0
    while count < start and text[start - count - 1 : start - count + 1] in PAIRS:
        count += 1
    return count if count % 2 else 0


def at_both(text: str, start: int, end: int) -> bool:
    """Whether everyday words reach over both ends of what stands at a place: the 村民 in 乡村民宿 are no villagers.

    So does 人才: who 申请人才公寓 is no 申请人.
    """
    if text[end - 1] == "人" and _TALENTS.match(text, end):
        return True
    return start > 0 and text[start - 1 : start + 1] in PAIRS and text[end - 1 : end + 1] in PAIRS


def at_tail(text: str, end: int) -> bool:
    """Whether an everyday word reaches over the place where a name ends, and none that begins right behind it explains the rest."""
    if text[end - 1 : end + 1] not in PAIRS or text[end] in _JOINING or _GOES_ON.match(text, end):
        return False
    if text[end] in _LEADING and text[end - 1 : end + 1] not in _ON_AVERAGE and text[end + 1 : end + 3] in VERBS:
        return False
    count = 1
    while text[end + count - 1 : end + count + 1] in PAIRS:
        count += 1
    return count % 2 == 1 or LEVELS.get(text[end - 1], 0) <= 0


def whole(text: str, names: Iterable[str]) -> set[str]:
    """The names of which at least one place tears no word; one that only its last character tears goes on without it."""
    kept = set()
    for name in names:
        free = [start for start in places(text, name) if not _headless(text, start, name)]
        if not free:
            continue
        if all(at_tail(text, start + len(name)) for start in free):
            shorter = name[:-1]
            if len(shorter) > (2 if shorter in COMPOUND else 1) and shorter not in PAIRS and not at_tail(text, free[0] + len(shorter)):
                kept.add(shorter)
            continue
        kept.add(name)
    return kept


def _headless(text: str, start: int, name: str) -> bool:
    # The last of a word for whoever does something is no surname behind the rest of it: 志愿|者.
    if text[start] == "者" and "\u4e00" <= text[start - 1 : start] <= "\u9fff" and not text.endswith(_BEARERS, 0, start):
        return text[max(0, start - 2) : start] in VERBS or likely.left(text[max(0, start - 24) : start]) < 1
    chain = at_head(text, start)
    if not chain or text.endswith(_LONG_BEARERS, 0, start):
        return False
    # Whoever does something is called by it: 租赁人|马兆全, and 人马 are none.
    if chain == 1 and text[start - 1] == "人" and text[max(0, start - 3) : start - 1] in VERBS and weight(name[1:]) >= _GIVEN:
        return name[1:] in PAIRS
    borne = text.endswith(_BEARERS, 0, start) and likely.left(text[max(0, start - 24) : start]) >= _SURE
    if borne and (chain == 1 or weight(name[1:]) >= _PLAINLY_GIVEN):
        return False
    return text[start - 1] not in TAKING or name[1:] in PAIRS or name[-2:] in PAIRS
