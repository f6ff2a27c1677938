"""What happens to a fetched body: feed, new items, pipeline, one transaction."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from huiying.actions.ingest import take_in
from huiying.actions.source import note_failure
from huiying.core.clean.fresh import Known, Stored, another_id, fresh, mark_of
from huiying.core.clean.item import clean
from huiying.core.clean.urls import item_id
from huiying.core.collect.feeds import Feed, parse_feed
from huiying.core.collect.schedule import next_due, parse_retry_after
from huiying.core.collect.voice import SPEAKING, Door
from huiying.core.pipeline import Outputs
from huiying.core.types import Item, Kind, RawItem, Refusal
from huiying.store import models
from huiying.worker.fetch import FetchResult
from huiying.worker.live import LivePipeline
from huiying.worker.refused import FetchRefused

log = logging.getLogger(__name__)

VALIDATORS_LIVE = timedelta(days=8)
PAGES_LIVE = timedelta(days=30)
REASON_NOT_A_FEED = "not_a_feed"


@dataclass(frozen=True)
class Fetched:
    """What came of reading one source."""

    source: int
    result: FetchResult | None
    failure: FetchRefused | None


def take(pipeline: LivePipeline, fetched: Fetched, now: datetime) -> int:
    """Store the outcome of one fetch. Returns how many new items there were. Never loses what was stored before."""
    source = models.Source.objects.get(pk=fetched.source)
    if fetched.failure is not None or fetched.result is None:
        assert fetched.failure is not None
        fail(source, fetched.failure, reason=fetched.failure.reason, now=now)
        return 0
    result = fetched.result
    try:
        feed = None if result.not_modified or unchanged(source, result.body, pipeline.door) else read(source, result, pipeline.door)
    except Refusal as refused:
        fail(source, refused, reason=REASON_NOT_A_FEED, now=now)
        return 0
    taken = new_items(source, feed.items, now) if feed else []
    items = [item for item, _ in taken]
    pipeline.use_current_setup(now)
    outputs = pipeline.process(items, now)
    voices = counted(pipeline, feed, outputs) if feed else {}
    try:
        last = take_in(
            source,
            items=items,
            fingerprints=[mark for _, mark in taken],
            outputs=outputs,
            voices=voices,
            due_at=due(source, result, feed, changed=bool(items), now=now),
            changes=kept(source, result, feed, pipeline.door, now),
            now=now,
        )
    except Exception:
        log.exception("%s: nothing was stored; the pipeline is loaded anew", source.name)
        pipeline.load(now)
        raise
    if items:
        pipeline.stored(last, now)
    return len(items)


def read(source: models.Source, result: FetchResult, door: Door) -> Feed:
    """The feed in a body. Raises Refusal where it is none."""
    speaking = Kind(source.kind) in SPEAKING
    return parse_feed(
        result.body,
        source=source.name,
        kind=Kind(source.kind),
        url=result.final_url,
        content_type=result.content_type,
        charset=result.charset,
        remembered=source.charset,
        voice=(lambda name: door.voice(source.name, name)) if speaking else None,
    )


def counted(pipeline: LivePipeline, feed: Feed, outputs: Outputs) -> dict[str, int]:
    """About how many distinct voices the stories of these new items have by now; only stories in which one was heard."""
    spoke = {item_id(raw): voice for raw, voice in zip(feed.items, feed.voices, strict=False) if voice is not None}
    heard = [(a.story, spoke[a.item]) for a in outputs.assignments if a.item in spoke]
    for story, voice in heard:
        pipeline.voices.hear(story, voice)
    return {story: pipeline.voices.about(story) or 0 for story, _ in heard}


def new_items(source: models.Source, raws: tuple[RawItem, ...], now: datetime) -> list[tuple[Item, str]]:
    """Cleaned items that the desk does not have yet, oldest first, each once."""
    zone = ZoneInfo(source.zone)
    items = [clean(raw, first_seen=now, zone=zone) for raw in raws]
    rows = models.Item.objects.filter(key__in={name for item in items for name in (item.id, another_id(item))})
    ids = {key: Stored(url, title) for key, url, title in rows.values_list("key", "url", "title")}
    of_source = models.Item.objects.filter(source=source)
    marks = frozenset(of_source.filter(fingerprint__in={mark_of(item) for item in items}).values_list("fingerprint", flat=True))
    unknown = {item.url for item in items if item.id not in ids and item.url}
    late = of_source.filter(url__in=unknown, first_seen__gte=now - PAGES_LIVE) if unknown else of_source.none()
    return fresh(items, Known(ids, marks, frozenset(late.values_list("url", "title"))))


def unchanged(source: models.Source, body: bytes, door: Door) -> bool:
    """Whether this very body was taken in before, since the worker began."""
    return door.mark(body) == source.fingerprint


def kept(source: models.Source, result: FetchResult, feed: Feed | None, door: Door, now: datetime) -> dict[str, object]:
    """What to remember of a fetch for the next one."""
    if result.not_modified:
        return {}
    changes: dict[str, object] = {
        "etag": result.etag[:500],
        "last_modified": result.last_modified[:100],
        "validators_at": now,
        "fingerprint": door.mark(result.body),
    }
    return changes | ({"charset": feed.charset} if feed else {})


def due(source: models.Source, result: FetchResult, feed: Feed | None, *, changed: bool, now: datetime) -> datetime:
    """When to read the source next after a success."""
    return next_due(
        now=now,
        interval=timedelta(minutes=source.interval),
        outcome="changed" if changed else "unchanged",
        failures=0,
        retry_after=parse_retry_after(result.retry_after, now),
        ttl=timedelta(minutes=feed.ttl_minutes) if feed and feed.ttl_minutes else None,
        max_age=timedelta(seconds=result.max_age) if result.max_age else None,
        source=source.name,
    )


def fail(source: models.Source, refused: Refusal, *, reason: str, now: datetime) -> None:
    """Store that a source could not be read, and when to try again."""
    retry_after = parse_retry_after(getattr(refused, "retry_after", ""), now)
    later = next_due(
        now=now,
        interval=timedelta(minutes=source.interval),
        outcome="failed",
        failures=source.failures + 1,
        retry_after=retry_after,
        ttl=None,
        max_age=None,
        source=source.name,
    )
    values: dict[str, object] = {name: str(value) for name, value in refused.values.items()}
    log.warning("%s: %s", source.name, refused)
    note_failure(source, reason=reason, template=refused.template, values=values, due_at=later, now=now)
