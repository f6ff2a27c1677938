"""The second look at the stories: every ten minutes of the desk's time, if something new came in since the last."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from huiying.actions.proposal import propose
from huiying.worker.live import LivePipeline

log = logging.getLogger(__name__)

EVERY = timedelta(minutes=10)


class SecondLook:
    """When the last look was, and how far the items had come by then."""

    def __init__(self) -> None:
        self._at: datetime | None = None
        self._item = 0

    def due(self, pipeline: LivePipeline, now: datetime) -> bool:
        """Whether it is time and there is something new to look at."""
        return pipeline.item > self._item and (self._at is None or now - self._at >= EVERY)

    def take(self, pipeline: LivePipeline, now: datetime) -> int:
        """Look, and store what is news. Returns how many proposals are new. A fault of the look never stops the intake."""
        self._at, self._item = now, pipeline.item
        try:
            fresh = propose(pipeline.state.grouper.second_look(now), now=now)
        except Exception:
            log.exception("the second look at the stories failed; the next follows in %d minutes", EVERY.total_seconds() // 60)
            return 0
        return len(fresh)
