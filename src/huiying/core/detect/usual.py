"""How often each piece of a title is used in general, in a memory of fixed size.

The pieces are pairs of neighbouring characters, hashed into a table: there is no list of words, and none of names.
What is usual is the mean of 28 days, without today and yesterday: what is new now does not count as usual (the guard band of EARS C2).
"""

from __future__ import annotations

import re
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
import xxhash

SLOTS = 1 << 19
DAY = 86400.0
DAYS = 28
GUARD = 2  # days, the present one among them, that do not count as usual
MOST_USES = 65535
FLOOR = 0.2  # uses a day: a piece never seen counts as one seen every fifth day
MOST_PIECES = 64
_SAID = re.compile(r"[^\W_]+")

Slots = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


def pieces(folded: str) -> list[str]:
    """The pieces of a folded title, each once, in order: pairs of neighbouring characters, spaces and punctuation left out."""
    said = bare(folded)
    return list(dict.fromkeys([said[at : at + 2] for at in range(len(said) - 1)]))[:MOST_PIECES]


def bare(folded: str) -> str:
    """What a folded title says, without spaces and punctuation."""
    return "".join(_SAID.findall(folded))


def slots(words: list[str]) -> dict[int, str]:
    """Where these pieces stand in the table. Of two that share a place the first is kept."""
    found: dict[int, str] = {}
    for word in words:
        found.setdefault(xxhash.xxh3_64_intdigest(word.encode("utf-8", "surrogatepass")) & (SLOTS - 1), word)
    return found


class UsualState(msgspec.Struct, array_like=True):
    """What a table remembers: the first and the present day, titles, and the values of the places in use."""

    begun: int
    today: int
    titles: int
    places: bytes
    uses: bytes
    ring_at: bytes
    ring: bytes


class Usual:
    """Uses a day of every piece. Days are those of UTC; an item that is late counts for the day that has been reached."""

    def __init__(self) -> None:
        self._begun = self._today = -1
        self._titles = 0
        self._uses = np.zeros(SLOTS, np.uint32)
        self._ring = np.zeros((DAYS + GUARD, SLOTS), np.uint16)

    def add(self, places: Slots, at: float) -> None:
        """A title with these pieces was seen at `at` (seconds)."""
        day = int(at // DAY)
        if self._begun < 0:
            self._begun = self._today = day
        for passed in range(max(self._today + 1, day - len(self._ring) + 1), day + 1):
            self._ring[passed % len(self._ring)] = 0
        self._today = max(self._today, day)
        self._titles += 1
        self._uses[places] += 1
        row = self._ring[self._today % len(self._ring)]
        row[places] += row[places] < MOST_USES

    def rarity(self, places: Slots) -> Floats:
        """The inverse document frequency of each piece over all titles: the logarithm of titles for one that holds it."""
        found: Floats = np.log((self._titles + 1.0) / (self._uses[places].astype(np.float64) + 0.5))
        return np.maximum(found, 0.01)

    def a_day(self, places: Slots) -> Floats:
        """Uses a day of each piece over at most DAYS days before the guard band; 0 where nothing is known yet."""
        days = min(DAYS, self._today - self._begun - GUARD + 1)
        if days <= 0:
            return np.zeros(len(places))
        before = (self._today - GUARD - np.arange(days)) % len(self._ring)
        found: Floats = self._ring[before][:, places].sum(axis=0, dtype=np.int64) / days
        return found

    def state(self) -> UsualState:
        """What to hand to `restore`."""
        used = np.flatnonzero(self._uses)
        ring = np.flatnonzero(self._ring)
        return UsualState(
            self._begun,
            self._today,
            self._titles,
            used.astype(np.int32).tobytes(),
            self._uses[used].tobytes(),
            ring.astype(np.int32).tobytes(),
            self._ring.ravel()[ring].tobytes(),
        )

    def restore(self, state: UsualState) -> None:
        """Takes up what `state` gave, in a new table."""
        self._begun, self._today, self._titles = state.begun, state.today, state.titles
        self._uses[np.frombuffer(state.places, np.int32)] = np.frombuffer(state.uses, np.uint32)
        self._ring.ravel()[np.frombuffer(state.ring_at, np.int32)] = np.frombuffer(state.ring, np.uint16)


def normalised(array: Floats) -> Any:
    """The vector at length one."""
    return array / (np.sqrt(np.dot(array, array)) + 1e-12)
