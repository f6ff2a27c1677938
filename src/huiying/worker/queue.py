"""Which sources are read next: those that have been due the longest, never two of one host at a time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from huiying.core.collect.adapter import Carriage
from huiying.core.collect.adapters import carried
from huiying.store.models import Source


def due_sources(now: datetime, *, most: int, busy: Collection[int] = (), hosts: Collection[str] = ()) -> list[Source]:
    """At most `most` sources that are due, the longest waiting first, one of each host; none that is in hand, none at these hosts.

    A host whose hundreds of sources all wait takes one place, not all of them.
    """
    chosen: list[int] = []
    taken = set(hosts) - {""}
    fetched = carried(Carriage.FETCHED, Carriage.MAILBOX)
    waiting = Source.objects.filter(active=True, due_at__lte=now, adapter__in=fetched).order_by("due_at", "id").values_list("pk", "host")
    for pk, host in waiting.iterator(chunk_size=500) if most > 0 else ():
        if pk in busy or host in taken:
            continue
        chosen.append(pk)
        if host:
            taken.add(host)
        if len(chosen) == most:
            break
    rows = Source.objects.in_bulk(chosen)
    return [rows[pk] for pk in chosen if pk in rows]
