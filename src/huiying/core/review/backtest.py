"""What would have been otherwise under another rule: two lists of warnings about the same items, compared story by story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

import msgspec

from huiying.core.review.interval import Share, share
from huiying.core.types import Level, Warning

WEEK = timedelta(days=7)


class Highest(msgspec.Struct, frozen=True):
    """A story within the time that was looked at: its first raise, and the first at its highest level, with the score of that one."""

    level: Level
    score: float
    first_at: datetime


class Change(msgspec.Struct, frozen=True):
    """One story that would have been warned of otherwise; None: not at all."""

    story: str
    before: Highest | None
    after: Highest | None


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One rule over the time: stories warned of, by level and by week, and how they compare with what is known of them.

    `precision`: of the warned stories that people judged, those they judged worth it. `recall`: of the stories known to be worth it, those
    warned of.
    """

    stories: int
    raises: int
    levels: dict[str, int]
    weeks: tuple[int, ...]
    precision: Share
    recall: Share


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """The present rule beside the changed one, over [start, end). `earlier` and `later` count stories warned of under both."""

    start: datetime
    end: datetime
    before: Side
    after: Side
    appear: tuple[Change, ...]
    vanish: tuple[Change, ...]
    level: tuple[Change, ...]
    earlier: int
    later: int


def highest(warnings: Iterable[Warning], start: datetime, end: datetime) -> dict[str, Highest]:
    """For every story warned of in [start, end), in the order of their first raise."""
    found: dict[str, Highest] = {}
    for warning in warnings:
        if not start <= warning.at < end:
            continue
        known = found.get(warning.story)
        if known is None:
            found[warning.story] = Highest(warning.level, warning.score, warning.at)
        elif warning.level.rank > known.level.rank:
            found[warning.story] = Highest(warning.level, warning.score, known.first_at)
    return found


def compare(
    before: Iterable[Warning],
    after: Iterable[Warning],
    *,
    start: datetime,
    end: datetime,
    good: Collection[str] = (),
    bad: Collection[str] = (),
) -> Comparison:
    """The difference. `good` and `bad` are the stories of that time that people judged worth a warning, and not."""
    old, new = list(before), list(after)
    was, would = highest(old, start, end), highest(new, start, end)
    both = [story for story in was if story in would]
    return Comparison(
        start=start,
        end=end,
        before=_side(old, was, start, end, good, bad),
        after=_side(new, would, start, end, good, bad),
        appear=tuple(Change(story, None, found) for story, found in would.items() if story not in was),
        vanish=tuple(Change(story, found, None) for story, found in was.items() if story not in would),
        level=tuple(Change(story, was[story], would[story]) for story in both if was[story].level != would[story].level),
        earlier=sum(would[story].first_at < was[story].first_at for story in both),
        later=sum(would[story].first_at > was[story].first_at for story in both),
    )


def _side(
    warnings: list[Warning], found: dict[str, Highest], start: datetime, end: datetime, good: Collection[str], bad: Collection[str]
) -> Side:
    weeks = [0] * max(1, -((start - end) // WEEK))
    for one in found.values():
        weeks[(one.first_at - start) // WEEK] += 1
    right = sum(story in good for story in found)
    judged = right + sum(story in bad for story in found)
    levels = Counter(one.level.value for one in found.values())
    return Side(
        stories=len(found),
        raises=sum(start <= warning.at < end for warning in warnings),
        levels={level.value: levels[level.value] for level in Level},
        weeks=tuple(weeks),
        precision=share(right, judged),
        recall=share(right, len(good)),
    )
