"""Names that would begin or end inside an everyday word: 桥|梁发黄 is a bridge and no Liang."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from huiying.core.clean import likely
from huiying.core.clean.letters import LEVELS
from huiying.core.clean.pairs import PAIRS
from huiying.core.clean.surnames import COMPOUND

_SURE = 1.5  # who somebody is stands before it: the word may end there whatever its last character makes with the surname
_JOINING = frozenset("和与跟及的被把")
TAKING = frozenset("和与跟给被把由让叫找向对为请替是及同问像陪帮因据于查见劝抓救约到将令使受自按姓")


def at_head(text: str, start: int) -> bool:
    """Whether an everyday word reaches over the place where a name begins, and none ends right before it."""
    return start > 0 and text[start - 1 : start + 1] in PAIRS and text[max(0, start - 2) : start] not in PAIRS


def at_both(text: str, start: int, end: int) -> bool:
    """Whether everyday words reach over both ends of what stands at a place: the 村民 in 乡村民宿 are no villagers."""
    return start > 0 and text[start - 1 : start + 1] in PAIRS and text[end - 1 : end + 1] in PAIRS


def at_tail(text: str, end: int) -> bool:
    """Whether an everyday word reaches over the place where a name ends, and none begins right behind it."""
    return text[end - 1 : end + 1] in PAIRS and text[end] not in _JOINING and (text[end : end + 2] not in PAIRS or LEVELS.get(text[end - 1], 0) <= 0)


def whole(text: str, names: Iterable[str]) -> set[str]:
    """The names of which at least one place tears no word; one that only its last character tears goes on without it."""
    kept = set()
    for name in names:
        places = [start for start in _starts(text, name) if not _headless(text, start, name)]
        if not places:
            continue
        if all(at_tail(text, start + len(name)) for start in places):
            shorter = name[:-1]
            if len(shorter) > (2 if shorter in COMPOUND else 1) and shorter not in PAIRS and not at_tail(text, places[0] + len(shorter)):
                kept.add(shorter)
            continue
        kept.add(name)
    return kept


def _headless(text: str, start: int, name: str) -> bool:
    if not at_head(text, start) or likely.left(text[max(0, start - 24) : start]) >= _SURE:
        return False
    return text[start - 1] not in TAKING or name[1:] in PAIRS or name[-2:] in PAIRS


def _starts(text: str, name: str) -> Iterator[int]:
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + len(name))
