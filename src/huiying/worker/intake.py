"""What happens to what was read: new items, pipeline, one transaction."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from huiying import settings
from huiying.actions.ingest import take_in
from huiying.actions.source import Success, note_failure, note_successes
from huiying.actions.source_health import follow, hold_host, note_gone
from huiying.actions.visit import Visit
from huiying.core.clean.fresh import Known, Stored, another_id, fresh, mark_of
from huiying.core.clean.item import clean
from huiying.core.clean.urls import item_id
from huiying.core.collect.loss import lost
from huiying.core.collect.moves import settled
from huiying.core.collect.reading import Reading
from huiying.core.collect.schedule import LONGEST, next_due, parse_retry_after
from huiying.core.collect.seen import SEEN, noted
from huiying.core.collect.voice import SPEAKING
from huiying.core.types import Item, Kind, RawItem, Refusal
from huiying.store import models
from huiying.store.keys import held, known
from huiying.worker.cadence import Cadence
from huiying.worker.fetch import FetchResult
from huiying.worker.refused import FetchRefused

if TYPE_CHECKING:  # the pipeline is compiled: a second at every start of who only reads
    from huiying.core.pipeline import Outputs
    from huiying.worker.live import LivePipeline


log = logging.getLogger(__name__)

PAGES_LIVE = timedelta(days=30)
REASON_NOT_READABLE = "not_a_feed"
SOON = timedelta(minutes=1)  # when articles were left
SKEWED = 300.0  # seconds by which a clock may be wrong before dates are put right by it
LIES = timedelta(hours=1)  # news older than this that a server called "not modified"
WINDOWS = frozenset({"feed"})  # adapters that read a list which forgets its oldest entries
FULL_EVERY = timedelta(days=7)  # validators live so long; NetNewsWire gives them eight days
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?([A-Za-z0-9._-]{2,32})""")
TOO_MANY = timedelta(minutes=10)  # a host that says 429 and not for how long


@dataclass(frozen=True)
class Outcome:
    """What came of reading one source: a reading, nothing new (`reading` None), or the refusal that ended it. `mark` is of the body,
    `ms` how long it took. `unfinished`: articles were left for the next reading.
    """

    source: int
    result: FetchResult | None = None
    mark: str = ""
    reading: Reading | None = None
    refusal: Refusal | None = None
    unfinished: bool = False
    ms: int = 0

    @property
    def reason(self) -> str:
        """The name of the refusal."""
        if isinstance(self.refusal, FetchRefused):
            return self.refusal.reason
        # an adapter names its refusal among the values, which come through wherever it was parsed
        return str(self.refusal.values.get("named", REASON_NOT_READABLE)) if self.refusal is not None else ""

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to take in: the source could be read and said nothing new."""
        return self.refusal is None and self.result is not None and self.reading is None

    def visit(self, kind: str = "", *, items: int = 0, lost: int = 0) -> Visit:
        """The line of the history. Where people speak for themselves the size is left out: it would tell how long their names were."""
        if self.refusal is not None or self.result is None:
            return Visit("failed", self.reason, getattr(self.refusal, "status", None), self.ms)
        outcome = "changed" if items else "not_modified" if self.result.not_modified else "unchanged"
        size = 0 if kind in SPEAKING else len(self.result.body)
        return Visit(outcome, "", self.result.status, self.ms, items, size, lost)


def take(pipeline: LivePipeline, outcome: Outcome, now: datetime, *, cadence: Cadence | None = None) -> int:
    """Store the outcome of one reading. Returns how many new items there were. Never loses what was stored before."""
    source = models.Source.objects.get(pk=outcome.source)
    result, reading = outcome.result, outcome.reading
    if outcome.refusal is not None or result is None:
        assert outcome.refusal is not None
        fail(source, outcome.refusal, reason=outcome.reason, now=now, visit=outcome.visit())
        return 0
    cleaned = cleaned_items(source, reading.items, now, result.skew) if reading else []
    taken = new_items(source, cleaned, now)
    items = [item for item, _ in taken]
    gone = missed(source, cleaned, len(taken))
    pipeline.use_current_setup(now)
    outputs = pipeline.process(items, now)
    voices = counted(pipeline, reading, outputs) if reading else {}
    wait = interval_of(source, cadence, now)
    changes = kept(source, outcome, now) | learned(source, cleaned, items, gone, now) | {"wait": wait.total_seconds() / 60}
    try:
        last = take_in(
            source,
            items=items,
            fingerprints=[mark for _, mark in taken],
            outputs=outputs,
            voices=voices,
            due_at=now + SOON if outcome.unfinished else due(source, result, reading, changed=bool(items), now=now, interval=wait),
            changes=changes,
            now=now,
            visit=outcome.visit(source.kind, items=len(items), lost=gone),
        )
    except Exception:
        log.exception("%s: nothing was stored; the pipeline is loaded anew", source.name)
        pipeline.load(now)
        raise
    if items:
        pipeline.stored(last, now)
        if cadence is not None:
            cadence.heard(source.pk, items)
    arrived(source, now)
    return len(items)


def take_quiet(outcomes: Sequence[Outcome], now: datetime, *, cadence: Cadence | None = None) -> None:
    """Note many readings that brought nothing, in one transaction."""
    rows = models.Source.objects.in_bulk([outcome.source for outcome in outcomes])
    notes = []
    for outcome in outcomes:
        source, result = rows[outcome.source], outcome.result
        assert result is not None
        wait = interval_of(source, cadence, now)
        later = due(source, result, None, changed=False, now=now, interval=wait)
        notes.append(Success(source, later, kept(source, outcome, now) | {"wait": wait.total_seconds() / 60}, outcome.visit(source.kind)))
    note_successes(notes, now=now)
    for note in notes:
        arrived(note.source, now)


def interval_of(source: models.Source, cadence: Cadence | None, now: datetime) -> timedelta:
    """How long a source may be left alone."""
    return cadence.interval(source, now) if cadence is not None else timedelta(minutes=source.interval)


def arrived(source: models.Source, now: datetime) -> None:
    """After a success: go where it said for days that it has moved to."""
    if settled(old=source.url, new=source.moved_to, times=source.moved_times, since=source.moved_since, now=now):
        before = source.url
        if follow(source, source.moved_to, now=now):
            log.info("%s has moved from %s to %s", source.name, before, source.url)


def counted(pipeline: LivePipeline, reading: Reading, outputs: Outputs) -> dict[str, int]:
    """About how many distinct voices the stories of these new items have by now; only stories in which one was heard."""
    spoke = {item_id(raw): voice for raw, voice in zip(reading.items, reading.voices, strict=False) if voice is not None}
    heard = [(a.story, spoke[a.item]) for a in outputs.assignments if a.item in spoke]
    for story, voice in heard:
        pipeline.voices.hear(story, voice)
    return {story: pipeline.voices.about(story) or 0 for story, _ in heard}


def cleaned_items(source: models.Source, raws: tuple[RawItem, ...], now: datetime, skew: float | None = None) -> list[Item]:
    """The items of a reading, cleaned. Dates in the future are put right where the source's clock is known to be ahead."""
    zone = ZoneInfo(source.zone)
    ahead = timedelta(seconds=skew) if skew is not None and skew > SKEWED else timedelta(0)
    return [clean(raw, first_seen=now, zone=zone, ahead=ahead) for raw in raws]


def new_items(source: models.Source, items: Sequence[Item], now: datetime) -> list[tuple[Item, str]]:
    """The items that the desk does not have yet, oldest first, each once."""
    if not items:
        return []
    rows = models.Item.objects.filter(key__in={name for item in items for name in (item.id, another_id(item))})
    ids = {key: Stored(url, title) for key, url, title in rows.values_list("key", "url", "title")}
    of_source = models.Item.objects.filter(source=source)
    marks = frozenset(of_source.filter(fingerprint__in={mark_of(item) for item in items}).values_list("fingerprint", flat=True))
    unknown = {item.url for item in items if item.id not in ids and item.url}
    late = of_source.filter(url__in=unknown, first_seen__gte=now - PAGES_LIVE) if unknown else of_source.none()
    taken = fresh(items, Known(ids, marks, frozenset(late.values_list("url", "title"))))
    # what was erased by law or taken back stays gone, however often its source shows it
    buried, said = known(source, (item.id for item, _ in taken), (mark for _, mark in taken))
    return [(item, mark) for item, mark in taken if item.id not in buried and mark not in said]


def unknown(raws: Sequence[RawItem]) -> frozenset[int]:
    """Which of these items, by their place, the desk neither has nor had: nobody reads the page of an item that was erased."""
    keys = [item_id(raw) for raw in raws]
    have = held(keys)
    return frozenset(place for place, key in enumerate(keys) if key not in have)


def missed(source: models.Source, cleaned: Sequence[Item], taken: int) -> int:
    """About how many items went by between the last reading and this one."""
    if source.adapter not in WINDOWS or source.kind == Kind.HOTLIST:
        return 0
    dates = [item.published_at for item in cleaned if item.published_at is not None]
    return lost(dates, entries=len(cleaned), known=len(cleaned) - taken, before=source.newest_at or source.item_at)


def learned(source: models.Source, cleaned: Sequence[Item], new: Sequence[Item], gone: int, now: datetime) -> dict[str, object]:
    """What a reading tells of its source: its newest date, whether it lost anything, whether it lied about being unchanged."""
    changes: dict[str, object] = {}
    dates = [item.published_at for item in cleaned if item.published_at is not None]
    if dates:
        changes["newest_at"] = max(dates)
    if gone:
        changes["lost_at"] = now
    # asked without conditions after a week of "not modified", and there is news from before the last of those answers
    asked_anew = source.etag + source.last_modified and source.validators_at and now - source.validators_at >= FULL_EVERY
    said = source.succeeded_at if asked_anew and source.failures == 0 else None
    if said is not None and any(item.published_at is not None and item.published_at < said - LIES for item in new):
        changes["conditional"] = False
    return changes


def kept(source: models.Source, outcome: Outcome, now: datetime) -> dict[str, object]:
    """What to remember of a fetch for the next one."""
    result, reading = outcome.result, outcome.reading
    assert result is not None
    changes: dict[str, object] = {"skew": result.skew} if result.skew is not None else {}
    if result.moved and result.moved == source.moved_to:
        changes["moved_times"] = source.moved_times + 1
    elif result.moved != source.moved_to:
        changes |= {"moved_to": result.moved[:2000], "moved_times": int(bool(result.moved)), "moved_since": now if result.moved else None}
    if result.not_modified:
        return changes
    # a server that gives another body under the same tag cannot be asked whether anything changed
    stale = bool(result.etag) and result.etag == source.etag and outcome.mark != source.fingerprint
    changes |= {
        "etag": "" if stale else result.etag[:500],
        "last_modified": result.last_modified[:100],
        "validators_at": now,
        "fingerprint": outcome.mark,
    }
    if reading is not None and reading.named:
        # in the same transaction as the items: what is not stored was not seen
        changes["progress"] = {**source.progress, SEEN: noted(reading.named, source.progress.get(SEEN))}
    return changes | ({"charset": reading.charset, "declared": declared(result)} if reading else {})


def declared(result: FetchResult) -> str:
    """The charset that a body says it has, in its header or its first line."""
    found = _DECLARED.search(result.body[:200])
    return (result.charset or (found[1].decode("ascii") if found else "")).lower()[:32]


def due(
    source: models.Source,
    result: FetchResult,
    reading: Reading | None,
    *,
    changed: bool,
    now: datetime,
    interval: timedelta | None = None,
) -> datetime:
    """When to read the source next after a success."""
    return next_due(
        now=now,
        interval=timedelta(minutes=source.interval) if interval is None else interval,
        outcome="changed" if changed else "unchanged",
        failures=0,
        retry_after=parse_retry_after(result.retry_after, now),
        ttl=timedelta(minutes=reading.ttl_minutes) if reading and reading.ttl_minutes else None,
        max_age=timedelta(seconds=result.max_age) if result.max_age else None,
        advice=advice(),
        source=source.name,
    )


def advice() -> timedelta:
    """How far a publisher's advice (ttl, Cache-Control, Expires) may put off a reading."""
    return timedelta(minutes=settings.number("HUIYING_LONGEST_ADVICE"))


def fail(source: models.Source, refused: Refusal, *, reason: str, now: datetime, visit: Visit | None = None) -> None:
    """Store that a source could not be read, and when to try again. A host that asks for rest gets it for all of its sources."""
    retry_after = parse_retry_after(getattr(refused, "retry_after", ""), now)
    status = getattr(refused, "status", None)
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
    note_failure(source, reason=reason, template=refused.template, values=values, due_at=later, now=now, visit=visit)
    if status == 429 or (status == 503 and retry_after is not None):
        hold_host(getattr(refused, "host", ""), now + min(TOO_MANY if retry_after is None else retry_after, LONGEST))
    if status == 410:
        note_gone(source, now=now)
