"""How often each piece of a title is used in general, in a memory of fixed size that fades.

The pieces are pairs of neighbouring characters, hashed into a table: there is no list of words, and none of names.
Today and the two days before are kept apart, so that what is new now does not count as usual (the guard band of EARS C2).
"""

from __future__ import annotations

import re
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
import xxhash

SLOTS = 1 << 20
DAY = 86400.0
KEPT = float(np.exp2(-1 / 28))  # of a count from day to day: half of it is forgotten in four weeks
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
    """What a table remembers: the places in use with their values, and the titles taken up."""

    begun: int
    day: int
    titles: list[float]
    places: bytes
    days: bytes
    recent: bytes
    old: bytes


class Usual:
    """Uses a day of every piece. Days are those of UTC; an item that is late counts for the day that has been reached."""

    def __init__(self) -> None:
        self._begun = self._today = -1
        self._days = np.zeros(SLOTS, np.int32)
        self._recent = np.zeros((SLOTS, 3), np.float32)
        self._old = np.zeros(SLOTS, np.float32)
        self._titles = [0.0, 0.0, 0.0, 0.0]

    def add(self, places: Slots, at: float) -> None:
        """A title with these pieces was seen at `at` (seconds)."""
        day = int(at // DAY)
        if self._begun < 0:
            self._begun = self._today = day
        if day > self._today:
            passed = day - self._today
            self._titles = _shifted(self._titles, passed)
            self._today = day
        self._titles[0] += 1
        self._settle(places)
        self._recent[places, 0] += 1

    def rarity(self, places: Slots) -> Floats:
        """The inverse document frequency of each piece: the logarithm of titles for one that holds it."""
        held = self._old[places] + self._recent[places].sum(axis=1)
        out: Floats = np.log((sum(self._titles) + 1.0) / (held.astype(np.float64) + 0.5))
        return np.maximum(out, 0.01)

    def a_day(self, places: Slots) -> Floats:
        """Uses a day of each piece before the guard band. Zero where nothing is known. The pieces must have been added just now."""
        age = self._today - self._begun - 2
        if age <= 0:
            return np.zeros(len(places))
        effective = max(1.0, (1.0 - KEPT**age) / (1.0 - KEPT))
        out: Floats = self._old[places].astype(np.float64) / effective
        return out

    def _settle(self, places: Slots) -> None:
        """Moves counts of days that have passed since a place was used last out of the three recent days."""
        passed = self._today - self._days[places]
        stale = passed > 0
        if not stale.any():
            return
        where, passed = places[stale], passed[stale]
        recent, old = self._recent[where], self._old[where]
        for _ in range(3):
            moving = passed > 0
            old = np.where(moving, old * KEPT + recent[:, 2], old)
            recent = np.where(moving[:, None], np.column_stack([np.zeros(len(where), np.float32), recent[:, :2]]), recent)
            passed = passed - moving
        self._old[where] = old * np.float32(KEPT) ** passed
        self._recent[where] = recent
        self._days[where] = self._today

    def state(self) -> UsualState:
        """What to hand to `restore`."""
        used = np.flatnonzero((self._old > 0) | self._recent.any(axis=1))
        return UsualState(
            self._begun,
            self._today,
            self._titles,
            used.astype(np.int32).tobytes(),
            self._days[used].tobytes(),
            self._recent[used].tobytes(),
            self._old[used].tobytes(),
        )

    def restore(self, state: UsualState) -> None:
        """Takes up what `state` gave."""
        used = np.frombuffer(state.places, np.int32)
        self._begun, self._today, self._titles = state.begun, state.day, list(state.titles)
        self._days[used] = np.frombuffer(state.days, np.int32)
        self._recent[used] = np.frombuffer(state.recent, np.float32).reshape(-1, 3)
        self._old[used] = np.frombuffer(state.old, np.float32)


def _shifted(counts: list[float], days: int) -> list[float]:
    today, yesterday, before, old = counts
    for _ in range(min(days, 3)):
        today, yesterday, before, old = 0.0, today, yesterday, old * KEPT + before
    return [today, yesterday, before, old * KEPT ** max(0, days - 3)]


def normalised(array: Floats) -> Any:
    """The vector at length one."""
    return array / (np.sqrt(np.dot(array, array)) + 1e-12)
