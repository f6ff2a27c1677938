"""What a query would have matched in the stored items of the last days, or what a changed one would match instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from huiying.core.detect.parsing import parse
from huiying.core.detect.watch import Watches, read_lists
from huiying.core.types import WatchQuery
from huiying.store.convert import item_of
from huiying.store.knowledge import word_lists
from huiying.store.models import Item

DAYS = 7
MOST = 20_000
SHOWN = 20


@dataclass(frozen=True)
class Trial:
    """`count` of the `of` newest items match, on `days` oldest first; `first` are the newest of them. `cut`: there were more than `of`."""

    count: int
    of: int
    cut: bool
    days: tuple[tuple[date, int], ...]
    first: tuple[Item, ...]


@dataclass(frozen=True)
class Difference:
    """How the matches of two queries differ: the newest items that come and go, and how many of each."""

    came: int
    went: int
    stayed: int
    first_came: tuple[Item, ...]
    first_went: tuple[Item, ...]


def try_query(query: str, *, now: datetime, zone: ZoneInfo, days: int = DAYS) -> Trial:
    """Match a query against the items of the last days, today among them. Nothing is stored. Raises Refusal for a wrong query."""
    watches = _watches(trial=query)
    today = now.astimezone(zone).date()
    volume = Counter({today - timedelta(days=ago): 0 for ago in range(days)})
    of = 0
    first: list[Item] = []
    for row in _recent(now, zone, days):
        of += 1
        if watches.match(item_of(row)):
            volume[row.first_seen.astimezone(zone).date()] += 1
            if len(first) < SHOWN:
                first.append(row)
    return Trial(volume.total(), of, of == MOST, tuple(sorted(volume.items())), tuple(first))


def compare(before: str, after: str, *, now: datetime, zone: ZoneInfo, days: int = DAYS) -> Difference:
    """Which of the items of the last days a changed query would match that it did not, and the other way round."""
    watches = _watches(before=before, after=after)
    found: dict[tuple[str, ...], list[Item]] = {("after",): [], ("before",): []}
    counts: Counter[tuple[str, ...]] = Counter()
    for row in _recent(now, zone, days):
        names = watches.match(item_of(row))
        counts[names] += 1
        if names in found and len(found[names]) < SHOWN:
            found[names].append(row)
    return Difference(
        counts[("after",)], counts[("before",)], counts[("after", "before")], tuple(found[("after",)]), tuple(found[("before",)])
    )


def _watches(**queries: str) -> Watches:
    lists = word_lists()
    for query in queries.values():
        parse(query, read_lists(lists))  # here a refusal names the place in the query
    return Watches([WatchQuery(name=name, query=query) for name, query in queries.items()], lists)


def _recent(now: datetime, zone: ZoneInfo, days: int) -> Iterator[Item]:
    begin = datetime.combine(now.astimezone(zone).date() - timedelta(days=days - 1), time(), zone)
    rows = Item.objects.filter(first_seen__gte=begin, first_seen__lte=now).select_related("source", "membership__story").order_by("-id")
    return rows[:MOST].iterator(chunk_size=1000)
