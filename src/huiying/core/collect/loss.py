"""About how many items were gone from a source's list before it was read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

FEW = 5
MOST = 9999


def lost(published: Sequence[datetime], *, entries: int, known: int, before: datetime | None) -> int:
    """About how many items passed by unread, 0 where none need have.

    A list that still shows an item of the last reading (`known`) has shown everything since. Where all its `entries` are new, the time
    between the newest item of the last reading (`before`) and the oldest of this one went by unseen: as many items as this list shows in
    the same time, and at least one. Short lists say nothing, and neither does the first reading.
    """
    if known or entries < FEW or before is None:
        return 0
    if not published or min(published) <= before:
        # undated, or old items under new names: nothing can be counted, and a list that was renewed as a whole need not have lost any
        return 0 if published else 1
    span = (max(published) - min(published)).total_seconds()
    if span <= 0:
        return 1
    unseen = (min(published) - before).total_seconds()
    return min(max(1, round(unseen * (len(published) - 1) / span) - 1), MOST)
