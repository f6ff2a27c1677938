"""What the invented county's duty officer says of a warning: what the stream's own labels say of most of its items."""

from __future__ import annotations

import functools
from collections import Counter
from datetime import datetime

import msgspec

from huiying.core.review.verdict import Verdict
from huiying.demo.county import DATA
from huiying.store import models


class _Label(msgspec.Struct):
    id: str
    story: str


class _Story(msgspec.Struct):
    story: str
    should_warn: bool
    warn_by: datetime | None


@functools.cache
def _labels() -> tuple[dict[str, str], dict[str, _Story]]:
    items = (msgspec.json.decode(line, type=_Label) for line in (DATA / "labels.jsonl").read_bytes().splitlines())
    stories = (msgspec.json.decode(line, type=_Story) for line in (DATA / "stories.jsonl").read_bytes().splitlines())
    return {row.id: row.story for row in items}, {row.story: row for row in stories}


def opinion(warning: models.Warning) -> str:
    """useful, late where it came after the time by which it should have, or wrong."""
    items, stories = _labels()
    counts = Counter(label for key in warning.items if (label := items.get(key.rpartition(":")[2])) is not None)
    if not counts:
        return Verdict.WRONG.value
    most = min(counts, key=lambda label: (-counts[label], label))
    story = stories.get(most)
    if story is None or not story.should_warn:
        return Verdict.WRONG.value
    late = story.warn_by is not None and warning.raised_at > story.warn_by
    return (Verdict.LATE if late else Verdict.USEFUL).value
