"""The desk's own table of levels: from a score to blue, yellow, orange or red."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from huiying.core.detect.detector import Signal
from huiying.core.types import Level


class LevelTable(msgspec.Struct, frozen=True, kw_only=True):
    """Least scores of the levels. `id` is dated; a changed table has a new one.

    What is to be called at once has a part of the score that alone lifts it to orange, and to red where several people are named dead,
    missing, buried or trapped: a reader finds the reason of a level among the parts of its score.
    """

    id: str = "levels@2026-11-25"
    blue: float = 6.2
    yellow: float = 6.9
    orange: float = 30.0
    red: float = 70.0

    def least(self, level: Level) -> float:
        """The score from which a story has this level."""
        return {Level.BLUE: self.blue, Level.YELLOW: self.yellow, Level.ORANGE: self.orange, Level.RED: self.red}[level]


class Rise(msgspec.Struct, frozen=True, kw_only=True):
    """What it would take to reach the next level: so much more score."""

    level: Level
    missing: float


def level_of(signal: Signal, table: LevelTable, least: Mapping[str, Level] | None = None) -> Level | None:
    """The level of a story; None where it deserves no warning. `least` gives for a watch the least level of a story it finds."""
    found = [least[watch] for watch in signal.watches if watch in least] if least else []
    found.extend(level for level in Level if signal.score >= table.least(level))
    return max(found, key=lambda level: level.rank, default=None)


def next_rise(signal: Signal, table: LevelTable, least: Mapping[str, Level] | None = None) -> Rise | None:
    """What it would take for the story to rise one level; None where it is red already."""
    level = level_of(signal, table, least)
    if level is Level.RED:
        return None
    following = list(Level)[0 if level is None else level.rank + 1]
    return Rise(level=following, missing=round(max(0.0, table.least(following) - signal.score), 6))
