"""The scorer of early warnings, called in this process: hundreds of thresholds are judged over the same streams and events."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.data import FOLDER, need

ZONE = "Asia/Shanghai"
OFFSET = 8 * 3600


class Judge:
    """What the scorer knows: every item's normalised title and first observation, and the events."""

    def __init__(self, events: Path, streams: Sequence[Path]) -> None:
        folder = str(need(FOLDER / "score" / "score_warnings.py").parent)
        sys.path.insert(0, folder)
        try:
            self._scorer = importlib.import_module("score_warnings")
        finally:
            sys.path.remove(folder)
        self._items = self._scorer.Items(streams)
        self._events = self._scorer.read_events(events)
        self.times: dict[str, float] = self._items.t
        self.titles: dict[str, str] = self._items.title

    def midnight(self, day: str) -> float:
        """When a day begins where the streams are from, in seconds."""
        return float(self._scorer.midnight(day, ZONE))

    def score(self, warnings: list[dict[str, Any]], since: float, until: float, blind: bool = False) -> dict[str, Any]:
        """What the command prints for these warnings. `blind`: as one who knows no event from `until` on."""
        events = [event for event in self._events if event["t"] < until] if blind else self._events
        result: dict[str, Any] = self._scorer.score(events, warnings, self._items, since, until, offset=OFFSET)
        return result
