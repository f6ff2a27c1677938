"""What each live story has gathered so far, and the signal that every new item of it gives."""

from __future__ import annotations

from bisect import insort
from datetime import datetime

import msgspec

from huiying.core.clean.text import fold
from huiying.core.detect.burst import GUARD, HOUR, PAST, WINDOW, Peaks, count_between, past_rate
from huiying.core.detect.score import STRATEGY, Facts, Weights, contributions
from huiying.core.detect.severity import Judge, Severity
from huiying.core.types import Assignment, Contribution, Decision, Item, Kind, Refusal, WatchQuery


class DetectConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of the detector; the defaults are the ones that are measured.

    `watched`: the desk has watches, so a story that none has matched needs far more. `places`: the desk's own place names. A story is
    forgotten after `idle_days` without an item; after `quiet_hours` without one, a new item begins a new wave, counted from nothing.
    """

    watched: bool = False
    places: tuple[str, ...] = ()
    idle_days: float = 14.0
    quiet_hours: float = 72.0
    evidence_hours: float = 72.0
    weights: Weights = Weights()


class Signal(msgspec.Struct, frozen=True, kw_only=True):
    """A story as it stands at `at`. `contributions` sum to `score`; `items` are all its ids; `immediate`: one report is enough to call;
    `new_wave`: the story was quiet before the wave that this signal belongs to."""

    story: str
    at: datetime
    score: float
    contributions: tuple[Contribution, ...]
    items: tuple[str, ...]
    immediate: bool
    watch: str | None


class _Watch(msgspec.Struct):
    name: str
    seen: int


class _Story(msgspec.Struct, gc=False):
    begun: float
    last: float
    items: list[str]
    times: list[float]
    peak: int = 0
    best_rank: int = 0
    likeness: float = 0.0
    joined: int = 0
    toll: int = 0
    immediate: bool = False
    drill: bool = False
    watched: int = 0
    lines: list[float] = []
    hotline: list[float] = []
    sources: dict[str, float] = {}
    kinds: dict[Kind, float] = {}
    harms: dict[str, tuple[str, float]] | None = None
    aside: dict[str, tuple[str, str]] | None = None
    vulnerable: str = ""
    conduct: str = ""
    watches: tuple[str, ...] = ()
    place: str = ""


class _State(msgspec.Struct):
    strategy: str
    clock: float
    items: int
    watch_counts: dict[str, int]
    peaks: list[tuple[int, list[int]]]
    stories: list[tuple[str, _Story]]
    lines: list[tuple[str, str]]


class Detector:
    """Follows the live stories. Items come in order of `first_seen`; the clock is the latest seen."""

    def __init__(self, config: DetectConfig = DetectConfig()) -> None:  # noqa: B008 - frozen
        self._config = config
        self.watched = config.watched
        self._judge = Judge(config.places)
        self._places = tuple(sorted({fold(place) for place in config.places} - {""}))
        self._peaks = Peaks()
        self._clock = 0.0
        self._items = 0
        self._watch_counts: dict[str, int] = {}
        self._stories: dict[str, _Story] = {}
        self._lines: dict[str, str] = {}

    def update(self, item: Item, assignment: Assignment, watches: tuple[WatchQuery, ...] = ()) -> Signal:
        """Takes up a new item with its story and the watches it satisfies; the story's signal."""
        now = item.first_seen.timestamp()
        self._forget(now)
        self._items += 1
        for watch in watches:
            self._watch_counts[watch.name] = self._watch_counts.get(watch.name, 0) + 1
        story = self._enter(assignment.story, item.id, now)
        if item.kind is Kind.HOTLIST:
            self._lines[item.id] = assignment.story
        if watches:
            story.watched += 1
            story.watches = tuple(sorted({*story.watches, *(watch.name for watch in watches)}))
        if assignment.decision is not Decision.DUPLICATE:
            self._count(story, item, assignment, bool(watches), now)
        return self._signal(assignment.story, story, item.first_seen, now)

    def observe(self, item: Item) -> Signal | None:
        """A hot-list entry was seen again: its rank may have risen. The story's signal; None where nothing rose or it is no longer live."""
        now = item.first_seen.timestamp()
        self._forget(now)
        name = self._lines.get(item.id)
        story = self._stories.get(name) if name is not None else None
        if name is None or story is None or not _rises(item.rank, story.best_rank):
            return None
        story.best_rank = item.rank or 0
        return self._signal(name, story, item.first_seen, now)

    def _enter(self, name: str, item_id: str, now: float) -> _Story:
        story = self._stories.pop(name, None)
        if story is None:
            story = _Story(begun=now, last=now, items=[item_id], times=[])
        else:
            if now - story.last >= self._config.quiet_hours * HOUR:
                story = _Story(begun=story.begun, last=now, items=story.items, times=story.times, peak=story.peak)
            story.items.append(item_id)
            story.last = now
        self._stories[name] = story
        return story

    def _count(self, story: _Story, item: Item, assignment: Assignment, watched: bool, now: float) -> None:
        at = min(item.at.timestamp(), now)
        insort(story.times, at)
        if len(story.times) > 64 and story.times[0] < now - PAST - GUARD:
            story.times = [time for time in story.times if time >= now - PAST - GUARD]
        if assignment.decision is Decision.JOIN:
            story.likeness += assignment.score
            story.joined += 1
        if item.kind is Kind.HOTLIST:
            insort(story.lines, at)
        elif item.kind is Kind.HOTLINE:
            insort(story.hotline, at)
        if _rises(item.rank, story.best_rank):
            story.best_rank = item.rank or 0
        story.sources[item.source] = max(at, story.sources.get(item.source, at))
        story.kinds[item.kind] = max(at, story.kinds.get(item.kind, at))
        title, text = fold(item.title), fold(item.text)
        place = next((place for place in self._places if place in title or place in text), "")
        story.place = story.place or place
        # A line of a hot list is an echo; it takes a report to call at once, and one that concerns this desk: a ticket of its own hotline does.
        near = item.kind is not Kind.HOTLIST and (watched or bool(place) or item.kind is Kind.HOTLINE)
        self._weigh(story, self._judge.judge(title, text, item.first_seen), near)

    def _weigh(self, story: _Story, severity: Severity, near: bool) -> None:
        story.drill |= severity.drill
        for harm in severity.harms:
            if harm.context:
                story.aside = {**(story.aside or {}), harm.name: (harm.word, harm.context)}
            else:
                story.harms = {**(story.harms or {}), harm.name: (harm.word, harm.weight)}
                story.immediate |= harm.immediate and near
        story.toll = max(story.toll, severity.toll)
        story.vulnerable = story.vulnerable or severity.vulnerable
        story.conduct = story.conduct or severity.conduct

    def _signal(self, name: str, story: _Story, at: datetime, now: float) -> Signal:
        watch, share = self._rarest(story.watches)
        end = now + 1.0
        since = now - self._config.evidence_hours * HOUR
        day = count_between(story.times, now - WINDOW, end)
        while story.peak < day:
            story.peak += 1
            self._peaks.rise(now, story.begun, story.peak)
        facts = Facts(
            reports=day,
            past=past_rate(story.times, story.begun, now),
            independent=count_between(story.times, since, end) - count_between(story.lines, since, end),
            outlets=sum([seen >= since for seen in story.sources.values()]),
            kinds=tuple(sorted([kind for kind, seen in story.kinds.items() if seen >= since])),
            hotline=count_between(story.hotline, since, end),
            harms=tuple([(kind, word, weight) for kind, (word, weight) in (story.harms or {}).items()]),
            aside=tuple([(kind, *pair) for kind, pair in (story.aside or {}).items() if kind not in (story.harms or {})]),
            toll=story.toll,
            vulnerable=story.vulnerable,
            conduct=story.conduct,
            watch=watch,
            watch_share=share,
            place=story.place,
            best_rank=story.best_rank,
            cohesion=story.likeness / story.joined if story.joined else None,
            drill=story.drill,
            watched=self.watched,
        )
        parts = contributions(facts, self._peaks, self._config.weights)
        return Signal(
            story=name,
            at=at,
            score=round(sum([part.weight for part in parts]), 6),
            contributions=parts,
            items=tuple(story.items),
            immediate=story.immediate and not story.drill,
            watch=watch,
        )

    def _rarest(self, names: tuple[str, ...]) -> tuple[str | None, float]:
        """The watch that says most, being satisfied least often, and the share of items that satisfy it."""
        if not names:
            return None, 1.0
        counts = self._watch_counts
        name = min(names, key=lambda name: (counts[name], name))
        return name, min(1.0, (counts[name] + 1) / (self._items + 100))

    def _forget(self, now: float) -> None:
        self._clock = max(self._clock, now)
        limit = self._clock - self._config.idle_days * 24 * HOUR
        while self._stories:
            name = next(iter(self._stories))
            story = self._stories[name]
            if story.last >= limit:
                return
            for item_id in story.items:
                self._lines.pop(item_id, None)
            del self._stories[name]

    def dump(self) -> bytes:
        """Everything needed to go on exactly as if there had been no stop."""
        state = _State(
            STRATEGY,
            self._clock,
            self._items,
            self._watch_counts,
            self._peaks.state(),
            list(self._stories.items()),
            list(self._lines.items()),
        )
        return msgspec.msgpack.encode(state)

    @classmethod
    def load(cls, data: bytes, config: DetectConfig = DetectConfig()) -> Detector:  # noqa: B008 - frozen
        """The detector that `dump` saved. Raises Refusal where the bytes are not a snapshot of this strategy."""
        try:
            state = msgspec.msgpack.decode(data, type=_State)
        except msgspec.MsgspecError as error:
            raise Refusal("The snapshot of the detector cannot be read: %(error)s.", error=error) from error
        if state.strategy != STRATEGY:
            raise Refusal("The snapshot of the detector is of %(found)s, not of %(wanted)s.", found=state.strategy, wanted=STRATEGY)
        self = cls(config)
        self._clock, self._items, self._watch_counts = state.clock, state.items, state.watch_counts
        self._peaks.restore(state.peaks)
        self._stories = dict(state.stories)
        self._lines = dict(state.lines)
        return self


def _rises(rank: int | None, best: int) -> bool:
    return rank is not None and rank > 0 and (best == 0 or rank < best)
