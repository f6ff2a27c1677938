"""Items that came otherwise than by fetching: from the web, a file, a mailbox or a stream. One transaction takes them or none of them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from django.db import transaction

from huiying.actions import arrival as acts
from huiying.actions.erasure import withdraw
from huiying.actions.ingest import take_in
from huiying.core import types
from huiying.core.types import Item, RawItem
from huiying.store import models
from huiying.store.keys import known
from huiying.worker.intake import cleaned_items, mark_of, new_items
from huiying.worker.mailbox import Post, kept

if TYPE_CHECKING:  # the pipeline is compiled: a second at every start of who only reads
    from huiying.worker.live import LivePipeline


log = logging.getLogger(__name__)

REST = timedelta(minutes=10)  # of an arrival that could not be taken in
AT_ONCE = 5  # arrivals in one turn, so that fetched sources are not kept waiting


class Arrivals:
    """What waits to be taken in. One that cannot be is put aside for a while and keeps nobody else waiting; it is never dropped."""

    def __init__(self) -> None:
        self._aside: dict[int, datetime] = {}

    def take(self, pipeline: LivePipeline, now: datetime) -> int:
        """Take the oldest in. Returns how many new items there were."""
        count = 0
        self._aside = {pk: until for pk, until in self._aside.items() if until > now}
        for row in models.Arrival.objects.exclude(pk__in=self._aside).select_related("source").order_by("id")[:AT_ONCE]:
            try:
                count += take_arrival(pipeline, row, now)
            except Exception:
                log.exception("%s: what came %s cannot be taken in; the next try is in %s", row.source.name, row.came_at, REST)
                self._aside[row.pk] = now + REST
                pipeline.load(now)  # whatever broke, the next one is not taken through a memory that is ahead of the tables
        return count


def take_arrival(pipeline: LivePipeline, row: models.Arrival, now: datetime) -> int:
    """Take one arrival in. Returns how many of its items were new."""
    items = msgspec.convert(row.items, list[Item])
    return store(pipeline, row.source, fresh(row.source, items), gone=row.gone, now=now, also=partial(acts.taken, row))


def take_raw(
    pipeline: LivePipeline,
    source: models.Source,
    raws: Sequence[RawItem],
    *,
    gone: Sequence[str] = (),
    changes: dict[str, object],
    now: datetime,
) -> int:
    """Take raw items of a source in, with what changed about the source itself: how far it was read. Returns how many were new."""
    return store(pipeline, source, new_items(source, cleaned_items(source, tuple(raws), now), now), gone=gone, changes=changes, now=now)


def take_letters(pipeline: LivePipeline, pk: int, post: Post, now: datetime) -> int:
    """Take the letters of one turn in. When more are there, the next turn follows at once."""
    source = models.Source.objects.get(pk=pk)
    source.due_at = now if post.more else now + timedelta(minutes=source.interval)
    return take_raw(pipeline, source, post.reading.items, changes=kept(source, post), now=now)


def fresh(source: models.Source, items: Sequence[types.Item]) -> list[tuple[Item, str]]:
    """Those of these items that the desk does not have, each once, with their fingerprints."""
    marks = {item.id: mark_of(item) for item in items}
    ids, said = known(source, marks, marks.values())
    found = []
    for item in items:
        if item.id not in ids and marks[item.id] not in said:
            ids.add(item.id)
            said.add(marks[item.id])
            found.append((item, marks[item.id]))
    return found


def store(
    pipeline: LivePipeline,
    source: models.Source,
    found: Sequence[tuple[Item, str]],
    *,
    gone: Sequence[str] = (),
    changes: dict[str, object] | None = None,
    now: datetime,
    also: Callable[[], None] = lambda: None,
) -> int:
    """New items through the pipeline and into the tables, what was taken back out of them, and `also`: one transaction."""
    items = [item for item, _ in found]
    pipeline.use_current_setup(now)
    try:
        with transaction.atomic():
            outputs = pipeline.process(items, now)
            last = take_in(
                source,
                items=items,
                fingerprints=[mark for _, mark in found],
                outputs=outputs,
                due_at=source.due_at,
                changes=changes or {},
                now=now,
            )
            if gone:
                withdraw(source, gone, now=now)
            also()
    except Exception:
        log.exception("%s: nothing was stored; the pipeline is loaded anew", source.name)
        pipeline.load(now)
        raise
    if items:
        pipeline.stored(last, now)
    return len(items)
