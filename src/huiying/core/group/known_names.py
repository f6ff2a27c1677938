"""Names of the stream's own places and bodies, learnt as it goes: met twice with its ending (青石镇), one is known without (青石)."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from huiying.core.group.arrays import Bytes
from huiying.core.group.compiled import compiled
from huiying.core.group.names import names_of
from huiying.core.group.pinyin import pinyin, syllables
from huiying.core.group.reading import PLACES, REGIONS, Codes
from huiying.core.group.slabs import Ints
from huiying.core.group.tokens import TITLE_WEIGHT

REGION_KINDS = frozenset({"county", "city", "province"})
TIMES_MET = 2
MOST_KNOWN = 20_000
_SIZES = (3, 2)
_BUCKETS = 1 << 16


class Place(NamedTuple):
    """A name in an item: its group, how often it stands there (title twice), and the name as written."""

    group: int
    times: int
    label: str


class KnownNames:
    """Remembers the names that were met, the last MOST_KNOWN of them."""

    def __init__(self, met: dict[str, tuple[int, int]] | None = None) -> None:
        self.met = met or {}
        self._beginnings = np.zeros(_BUCKETS, np.uint8)
        for core, (_, times) in self.met.items():
            if times >= TIMES_MET:
                self._know(core)

    def find(self, words: str, codes: Codes, original: str, title: int) -> dict[str, Place]:
        """Reading in Latin letters → name, of the first `title` characters and the rest; `codes` are those of the words. Takes up the
        names it finds."""
        found: dict[str, Place] = {}
        taken: set[int] = set()
        for name in names_of(words, original):
            group = REGIONS if name.kind in REGION_KINDS else PLACES
            _note(found, pinyin(name.core), group, TITLE_WEIGHT if name.start < title else 1, name.core)
            if name.core.isascii():
                _note_end(found, name.core, group)
            else:
                taken.update(range(name.start, name.end))
                if " " not in name.core:
                    self._meet(name.core, group)
        if self.met and not words.isascii():
            self._find_bare(words, codes, title, taken, found)
        return found

    def _meet(self, core: str, group: int) -> None:
        known, times = self.met.pop(core, (group, 0))
        self.met[core] = (known, times + 1)
        if times + 1 == TIMES_MET:
            self._know(core)
        if len(self.met) > MOST_KNOWN:
            del self.met[next(iter(self.met))]

    def _know(self, core: str) -> None:
        """Note how a name begins, so that no other places of a text are looked up. What was noted for a forgotten name does no harm."""
        if len(core) in _SIZES:
            self._beginnings[_bucket(ord(core[0]), ord(core[1]))] |= 1 << len(core)

    def _find_bare(self, words: str, codes: Codes, title: int, taken: set[int], found: dict[str, Place]) -> None:
        met = self.met
        places = np.empty((len(_SIZES) * len(codes), 2), np.int32)
        for at, size in places[: _beginnings(codes, self._beginnings, places)].tolist():
            core = words[at : at + size]
            known = met.get(core)
            if known is not None and known[1] >= TIMES_MET and at not in taken and len(core) == size:
                taken.update(range(at, at + size))
                _note(found, pinyin(core), known[0], TITLE_WEIGHT if at < title else 1, core)


@compiled
def _bucket(first: int | np.int64, second: int | np.int64) -> int | np.int64:
    return (31 * first + second) % _BUCKETS


@compiled
def _beginnings(codes: Codes, beginnings: Bytes, found: Ints) -> int:
    """Fill in where a known name may begin, by its first two characters, and of what size it is: the longer ones first; how many there
    are."""
    count = 0
    for size in _SIZES:
        for at in range(len(codes) - 1):
            if beginnings[_bucket(np.int64(codes[at]), np.int64(codes[at + 1]))] & (1 << size):
                found[count, 0], found[count, 1] = at, size
                count += 1
    return count


def _note(found: dict[str, Place], reading: str, group: int, times: int, label: str) -> None:
    before = found.get(reading)
    found[reading] = Place(min(group, before.group), before.times + times, before.label) if before else Place(group, times, label)


def _note_end(found: dict[str, Place], core: str, group: int) -> None:
    """The shape of 黄栌沟村 gives 栌沟: a transliteration of three syllables or more agrees by its last two as well."""
    parts = syllables(core) if core.isalpha() else None
    if parts and len(parts) > max(_SIZES) - 1:
        found.setdefault("".join(parts[-2:]), Place(group, 1, core))
