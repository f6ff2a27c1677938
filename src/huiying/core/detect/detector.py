"""Follows the live stories and turns every new item into its story's signal."""

from __future__ import annotations

from datetime import datetime

import msgspec

from huiying.core.clean.text import fold
from huiying.core.detect.announced import MOST, Announcement, announced, announcement
from huiying.core.detect.burst import HOUR, WINDOW, Peaks
from huiying.core.detect.care import about
from huiying.core.detect.concern import NOTHING, OFFICIAL, concern
from huiying.core.detect.danger import beside, danger
from huiying.core.detect.emergence import DENSE_DAY
from huiying.core.detect.happening import Lately, LatelyState
from huiying.core.detect.near import Home, HomeState, Nearness
from huiying.core.detect.score import PACE_HOURS, STEADY_HOURS, STRATEGY, Facts, Weights, contributions
from huiying.core.detect.severity import Judge, beside_harm
from huiying.core.detect.state import Report, StoryState
from huiying.core.group.reading import read
from huiying.core.types import Assignment, Contribution, Decision, Item, Kind, Refusal, WatchQuery

# Until so many items have passed, how often a watch is satisfied is little known.
_WATCH_PRIOR = 100
HEADING = 60  # characters of a text without a title that stand for one
_TOLD = frozenset({Kind.POST, Kind.COMMENT, Kind.QUESTION})


class DetectConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of the detector; the defaults are the ones that are measured.

    `watched`: the desk has watches, so a story that none has matched needs far more. `places`: the desk's own place names. A story is
    forgotten after `idle_days` without an item; after `quiet_hours` without one, a new item begins a new wave. Reports, outlets, kinds and
    tickets speak for a story for `evidence_hours`.
    """

    watched: bool = False
    places: tuple[str, ...] = ()
    idle_days: float = 7.0
    quiet_hours: float = 72.0
    evidence_hours: float = 24.0
    weights: Weights = Weights()


class Signal(msgspec.Struct, frozen=True, kw_only=True):
    """A story as it stands at `at`. `contributions` sum by weight to `score`; `immediate`: a harm was reported that is to be called at
    once; `watches`: those that its items satisfy, `watch` the rarest of them.

    `items` are all its ids so far. On a dense stream they are those of the happening its newest titles belong to, whatever stories they
    stand in, and `shared` is true: another story may have been called about for the same.
    """

    story: str
    at: datetime
    score: float
    contributions: tuple[Contribution, ...]
    items: tuple[str, ...]
    immediate: bool
    watch: str | None
    watches: tuple[str, ...] = ()
    shared: bool = False


class _State(msgspec.Struct, array_like=True):
    strategy: str
    clock: float
    items: int
    watch_counts: dict[str, int]
    peaks: list[tuple[int, list[int]]]
    stories: list[tuple[str, StoryState]]
    lines: list[tuple[str, str]]
    home: HomeState
    lately: LatelyState
    announced: list[Announcement] = []


class Detector:
    """One pass over items in order of `first_seen`; the clock is the latest seen."""

    def __init__(self, config: DetectConfig = DetectConfig()) -> None:  # noqa: B008 - frozen
        self._config = config
        self._judge = Judge(config.places)
        self._places = tuple(sorted({fold(place) for place in config.places} - {""}))
        self._home = Home(config.places)
        self._peaks = Peaks()
        self._lately = Lately()
        self._announced: list[Announcement] = []
        self._clock = 0.0
        self._items = 0
        self._watch_counts: dict[str, int] = {}
        self._stories: dict[str, StoryState] = {}
        self._lines: dict[str, str] = {}

    def update(self, item: Item, assignment: Assignment, watches: tuple[WatchQuery, ...] = ()) -> Signal:
        """Takes up a new item with its story and the watches it satisfies; the story's signal."""
        now = item.first_seen.timestamp()
        self._forget(now)
        self._items += 1
        story = self._enter(assignment.story, item.id, now)
        story.members += 1
        heading = fold(item.title or item.text[:HEADING])
        happening = self._lately.enter(item.id, item.source, heading, now, item.heat, item.rank)
        if happening is not None:
            story.happening, story.happened = happening, now
        if item.kind is Kind.HOTLIST:
            self._lines[item.id] = assignment.story
        if watches:
            for watch in watches:
                self._watch_counts[watch.name] = self._watch_counts.get(watch.name, 0) + 1
            story.watched += 1
            story.watches = tuple(sorted({*story.watches, *(watch.name for watch in watches)}))
        if assignment.decision is not Decision.DUPLICATE:
            self._count(story, item, assignment, watches, now)
        return self._signal(assignment.story, story, item.first_seen, now)

    def observe(self, item: Item) -> Signal | None:
        """A hot-list entry was seen again: its rank may have risen. The story's signal; None where nothing rose or it is no longer live."""
        now = item.first_seen.timestamp()
        self._forget(now)
        self._lately.observe(item.id, item.heat, item.rank, item.source)
        name = self._lines.get(item.id)
        story = self._stories.get(name) if name is not None else None
        if name is None or story is None or not _rises(item.rank, story.best_rank):
            return None
        story.best_rank = item.rank or 0
        return self._signal(name, story, item.first_seen, now)

    def _enter(self, name: str, item_id: str, now: float) -> StoryState:
        story = self._stories.pop(name, None)
        if story is None:
            story = StoryState(begun=now, last=now, items=[item_id])
        else:
            if now - story.last >= self._config.quiet_hours * HOUR:
                story = story.next_wave(now)
            story.items.append(item_id)
            story.last = max(story.last, now)
        self._stories[name] = story
        return story

    def _count(self, story: StoryState, item: Item, assignment: Assignment, watches: tuple[WatchQuery, ...], now: float) -> None:
        story.add(Report(min(item.at.timestamp(), now), item.source, item.kind), now)
        if assignment.decision is Decision.JOIN:
            story.likeness += assignment.likeness
            story.joined += 1
        if _rises(item.rank, story.best_rank):
            story.best_rank = item.rank or 0
        title, text = fold(item.title), fold(item.text)
        place = next((place for place in self._places if place in title or place in text), "")
        story.place = story.place or place
        whole = f"{title}\n{text}"
        if item.kind in OFFICIAL and (found := announcement(title, text, item.first_seen)):
            self._announced = [*(one for one in self._announced if one.until >= now), found][-MOST:]
        report = item.kind is not Kind.HOTLIST
        nearness = self._home.look(item, whole, bool(watches)) if report else Nearness.UNKNOWN
        said = concern(item.kind, whole) if report else NOTHING
        severity = self._judge.judge(title, text, item.first_seen)
        # A line of a hot list is an echo. It takes a report that concerns this desk, or that is told first-hand and names no place.
        told_here = item.kind in _TOLD and self._home.usual(item.source)
        story.far += report and nearness is Nearness.FAR
        unplaced = nearness is Nearness.UNKNOWN and (story.local or not story.far)
        near = nearness is Nearness.NEAR or (unplaced and (said.first_hand or told_here))
        story.weigh(severity, report and near)
        if report and nearness is not Nearness.FAR and not said.noise:
            local = nearness is Nearness.NEAR or (unplaced and told_here and said.first_hand)
            story.announced = story.announced or announced(self._announced, whole, now)
            calls = any(harm.immediate for harm in severity.harms)
            terms = read(title, text)
            matter = about(item.kind, read(*beside_harm(title, text, severity)) if calls else terms)
            told = danger(terms, beside(item.kind, severity, near and calls, said.calm))
            story.hear(said, severity, local, min(item.at.timestamp(), now), matter, told)

    def _signal(self, name: str, story: StoryState, at: datetime, now: float) -> Signal:
        watch, share = self._rarest(story.watches)
        counts = story.counts(now, self._config.evidence_hours)
        while story.peak < counts.reports:
            story.peak += 1
            self._peaks.rise(now, story.begun, story.peak)
        dense = self._lately.titles >= DENSE_DAY
        happening = story.happening if dense and now - story.happened < WINDOW else None
        facts = Facts(
            counts=counts,
            harms=tuple([(kind, *pair) for kind, pair in (story.harms or {}).items()]),
            aside=tuple([(kind, *pair) for kind, pair in (story.aside or {}).items() if kind not in (story.harms or {})]),
            immediate="" if story.drill else story.immediate,
            toll=story.toll,
            vulnerable=story.vulnerable,
            conduct=story.conduct,
            watch=watch,
            watch_share=share,
            watched_part=story.watched / story.members,
            watched=self._config.watched,
            place=story.place,
            best_rank=story.best_rank,
            cohesion=story.likeness / story.joined if story.joined else None,
            drill=story.drill,
            dense=dense,
            happening=happening,
            local=story.local,
            plea=story.plea,
            calm=story.calm,
            far=story.far,
            quick=story.heard(now, PACE_HOURS),
            steady=story.heard(now, STEADY_HOURS),
            care=story.care,
            danger=story.danger,
            announced=story.announced,
            doubtful=0 < story.heard_of == story.doubtful and story.signs < 2,
        )
        parts = contributions(facts, self._peaks, self._config.weights)
        return Signal(
            story=name,
            at=at,
            score=round(sum([part.weight for part in parts]), 6),
            contributions=parts,
            items=happening.items if happening else tuple(story.items),
            immediate=facts.at_once,
            watch=watch,
            watches=story.watches,
            shared=happening is not None,
        )

    def _rarest(self, names: tuple[str, ...]) -> tuple[str | None, float]:
        """The watch that says most, being satisfied least often, and the share of items that satisfy it."""
        if not names:
            return None, 1.0
        counts = self._watch_counts
        name = min(names, key=lambda name: (counts[name], name))
        return name, min(1.0, (counts[name] + 1) / (self._items + _WATCH_PRIOR))

    def _forget(self, now: float) -> None:
        self._clock = max(self._clock, now)
        limit = self._clock - self._config.idle_days * 24 * HOUR
        while self._stories:
            name, story = next(iter(self._stories.items()))
            if story.last >= limit:
                return
            if self._lines:
                for item_id in story.items:
                    self._lines.pop(item_id, None)
            del self._stories[name]

    def dump(self) -> bytes:
        """Everything needed to go on exactly as if there had been no stop."""
        peaks, stories, lines = self._peaks.state(), list(self._stories.items()), list(self._lines.items())
        home, lately = self._home.state, self._lately.state()
        return msgspec.msgpack.encode(
            _State(STRATEGY, self._clock, self._items, self._watch_counts, peaks, stories, lines, home, lately, self._announced)
        )

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
        self._home = Home(config.places, state.home)
        self._lately = Lately.restored(state.lately)
        self._announced = state.announced
        return self


def _rises(rank: int | None, best: int) -> bool:
    return rank is not None and rank > 0 and (best == 0 or rank < best)
