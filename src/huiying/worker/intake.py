"""What happens to what was read: new items, pipeline, one transaction."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from huiying.actions.ingest import take_in
from huiying.actions.source import note_failure
from huiying.core.clean.fresh import Known, Stored, another_id, fresh, mark_of
from huiying.core.clean.item import clean
from huiying.core.clean.urls import item_id
from huiying.core.collect.reading import Reading
from huiying.core.collect.schedule import next_due, parse_retry_after
from huiying.core.pipeline import Outputs
from huiying.core.types import Item, RawItem, Refusal
from huiying.store import models
from huiying.worker.fetch import FetchResult
from huiying.worker.live import LivePipeline
from huiying.worker.refused import FetchRefused

log = logging.getLogger(__name__)

PAGES_LIVE = timedelta(days=30)
REASON_NOT_READABLE = "not_a_feed"
SOON = timedelta(minutes=1)  # when articles were left


@dataclass(frozen=True)
class Outcome:
    """What came of reading one source: a reading, nothing new (`reading` None), or the refusal that ended it. `mark` is of the body.

    `unfinished`: articles were left for the next reading.
    """

    source: int
    result: FetchResult | None = None
    mark: str = ""
    reading: Reading | None = None
    refusal: Refusal | None = None
    unfinished: bool = False

    @property
    def reason(self) -> str:
        """The name of the refusal."""
        if isinstance(self.refusal, FetchRefused):
            return self.refusal.reason
        # an adapter names its refusal among the values, which come through wherever it was parsed
        return str(self.refusal.values.get("named", REASON_NOT_READABLE)) if self.refusal is not None else ""


def take(pipeline: LivePipeline, outcome: Outcome, now: datetime) -> int:
    """Store the outcome of one reading. Returns how many new items there were. Never loses what was stored before."""
    source = models.Source.objects.get(pk=outcome.source)
    result, reading = outcome.result, outcome.reading
    if outcome.refusal is not None or result is None:
        assert outcome.refusal is not None
        fail(source, outcome.refusal, reason=outcome.reason, now=now)
        return 0
    taken = new_items(source, reading.items, now) if reading else []
    items = [item for item, _ in taken]
    pipeline.use_current_setup(now)
    outputs = pipeline.process(items, now)
    voices = counted(pipeline, reading, outputs) if reading else {}
    try:
        last = take_in(
            source,
            items=items,
            fingerprints=[mark for _, mark in taken],
            outputs=outputs,
            voices=voices,
            due_at=now + SOON if outcome.unfinished else due(source, result, reading, changed=bool(items), now=now),
            changes=kept(result, reading, outcome.mark, now),
            now=now,
        )
    except Exception:
        log.exception("%s: nothing was stored; the pipeline is loaded anew", source.name)
        pipeline.load(now)
        raise
    if items:
        pipeline.stored(last, now)
    return len(items)


def counted(pipeline: LivePipeline, reading: Reading, outputs: Outputs) -> dict[str, int]:
    """About how many distinct voices the stories of these new items have by now; only stories in which one was heard."""
    spoke = {item_id(raw): voice for raw, voice in zip(reading.items, reading.voices, strict=False) if voice is not None}
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


def unknown(raws: Sequence[RawItem]) -> frozenset[int]:
    """Which of these items, by their place, the desk does not have."""
    keys = [item_id(raw) for raw in raws]
    have = set(models.Item.objects.filter(key__in=keys).values_list("key", flat=True))
    return frozenset(place for place, key in enumerate(keys) if key not in have)


def kept(result: FetchResult, reading: Reading | None, mark: str, now: datetime) -> dict[str, object]:
    """What to remember of a fetch for the next one."""
    if result.not_modified:
        return {}
    changes: dict[str, object] = {
        "etag": result.etag[:500],
        "last_modified": result.last_modified[:100],
        "validators_at": now,
        "fingerprint": mark,
    }
    return changes | ({"charset": reading.charset} if reading else {})


def due(source: models.Source, result: FetchResult, reading: Reading | None, *, changed: bool, now: datetime) -> datetime:
    """When to read the source next after a success."""
    return next_due(
        now=now,
        interval=timedelta(minutes=source.interval),
        outcome="changed" if changed else "unchanged",
        failures=0,
        retry_after=parse_retry_after(result.retry_after, now),
        ttl=timedelta(minutes=reading.ttl_minutes) if reading and reading.ttl_minutes else None,
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
