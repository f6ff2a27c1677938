"""What happens to what was read: new items, pipeline, one transaction."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from zoneinfo import ZoneInfo

from huiying.actions.ingest import take_in
from huiying.actions.source import note_failure
from huiying.core.clean.item import clean
from huiying.core.clean.urls import item_id
from huiying.core.collect.reading import Reading
from huiying.core.collect.schedule import next_due, parse_retry_after
from huiying.core.pipeline import Outputs
from huiying.core.types import Item, RawItem, Refusal
from huiying.store import models
from huiying.store.keys import known
from huiying.worker.fetch import FetchResult
from huiying.worker.live import LivePipeline
from huiying.worker.refused import FetchRefused

log = logging.getLogger(__name__)

REASON_NOT_READABLE = "not_a_feed"


@dataclass(frozen=True)
class Outcome:
    """What came of reading one source: a reading, nothing new (`reading` None), or the refusal that ended it. `mark` is of the body."""

    source: int
    result: FetchResult | None = None
    mark: str = ""
    reading: Reading | None = None
    refusal: Refusal | None = None

    @property
    def reason(self) -> str:
        """The name of the refusal."""
        return self.refusal.reason if isinstance(self.refusal, FetchRefused) else REASON_NOT_READABLE


def take(pipeline: LivePipeline, outcome: Outcome, now: datetime) -> int:
    """Store the outcome of one reading. Returns how many new items there were. Never loses what was stored before."""
    source = models.Source.objects.get(pk=outcome.source)
    result, reading = outcome.result, outcome.reading
    if outcome.refusal is not None or result is None:
        assert outcome.refusal is not None
        fail(source, outcome.refusal, reason=outcome.reason, now=now)
        return 0
    fresh = new_items(source, reading.items, now) if reading else []
    items = [item for item, _ in fresh]
    pipeline.use_current_setup(now)
    outputs = pipeline.process(items, now)
    voices = counted(pipeline, reading, outputs) if reading else {}
    try:
        last = take_in(
            source,
            items=items,
            fingerprints=[mark for _, mark in fresh],
            outputs=outputs,
            voices=voices,
            due_at=due(source, result, reading, changed=bool(items), now=now),
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


def mark_of(item: Item) -> str:
    """What an item says, in 32 characters: the same words under a new id are not news."""
    return blake2b(f"{item.title}\n{item.text}".encode(), digest_size=16).hexdigest()


def new_items(source: models.Source, raws: tuple[RawItem, ...], now: datetime) -> list[tuple[Item, str]]:
    """Cleaned items that the desk does not have yet, oldest first, each once."""
    zone = ZoneInfo(source.zone)
    cleaned: dict[str, Item] = {}
    for raw in raws:
        item = clean(raw, first_seen=now, zone=zone)
        cleaned.setdefault(item.id, item)
    marks = {item.id: mark_of(item) for item in cleaned.values()}
    known_ids, known_marks = known(source, cleaned, marks.values())
    fresh = []
    for item in sorted(cleaned.values(), key=lambda item: (item.at, item.id)):
        if item.id in known_ids or marks[item.id] in known_marks:
            continue
        known_marks.add(marks[item.id])
        fresh.append((item, marks[item.id]))
    return fresh


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
