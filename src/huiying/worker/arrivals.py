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

AT_ONCE = 5  # arrivals in one turn, so that fetched sources are not kept waiting


def take_arrivals(pipeline: LivePipeline, now: datetime) -> int:
    """Take the oldest arrivals in. Returns how many new items there were."""
    count = 0
    for row in models.Arrival.objects.select_related("source").order_by("id")[:AT_ONCE]:
        items = msgspec.convert(row.items, list[Item])
        count += store(pipeline, row.source, fresh(row.source, items), gone=row.gone, now=now, also=partial(acts.taken, row))
    return count


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
