"""The score of a story: a sum of named contributions, each measured against what is usual."""

from __future__ import annotations

import math

import msgspec

from huiying.core.detect import emergence
from huiying.core.detect.burst import Peaks, past_p
from huiying.core.detect.happening import Happening
from huiying.core.detect.state import Counts
from huiying.core.types import Contribution

STRATEGY = "named-sum@2026-11-26"


COHESION_USUAL = 0.3
ABOUT_USUAL = 0.5  # log-odds that speak neither for nor against
ENOUGH_WATCHED = 1 / 3
MANY_PEOPLE = 3
# A concern that spreads: a second voice within hours, or a third within days.
PACE_HOURS = 3.0
STEADY_HOURS = 48.0
_OWED = frozenset({"fraud", "official_conduct"})


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What one unit of each part adds. One default for every stream: it is the one that is measured.

    On a dense stream a happening that is just worth a call has `emergence_least`, and `emergence` more for each unit of log-odds.
    """

    emergence: float = 0.35
    emergence_least: float = 6.2
    growth: float = 1.6
    growth_most: float = 6.0
    independent: float = 0.8
    independent_most: float = 3.0
    outlet: float = 0.5
    outlet_most: float = 2.0
    kind: float = 0.4
    hotline: float = 0.8
    hotline_most: float = 2.0
    severity_most: float = 5.0
    far: float = 0.1
    immediate: float = 32.0
    toll_many: float = 40.0
    concern: float = 8.0
    about: float = 5.0
    about_most: float = 8.0
    elsewhere: float = -5.0
    vulnerable: float = 0.8
    conduct: float = 0.6
    watch: float = 0.55
    watch_most: float = 4.2
    place: float = 1.0
    unwatched: float = -4.0
    reach: float = 0.25
    drill: float = -3.0
    cohesion: float = 2.0


class Facts(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is known of one story's present wave.

    `harms` are (kind, word, weight), `aside` (kind, word, why it does not count). `watch_share` is the share of all items that satisfy the
    watch, `watched_part` that of the story's items that satisfy any; `watched`: the desk has watches. `best_rank` 0: on no ranked list.
    `immediate` is the word of a harm that one report near the desk named and that is to be called at once, "" where there is none.
    """

    counts: Counts
    harms: tuple[tuple[str, str, float], ...]
    aside: tuple[tuple[str, str, str], ...]
    immediate: str
    toll: int
    vulnerable: str
    conduct: str
    watch: str | None
    watch_share: float
    watched_part: float
    watched: bool
    place: str
    best_rank: int
    cohesion: float | None
    drill: bool
    dense: bool = False
    happening: Happening | None = None
    local: bool = False
    plea: str = ""
    calm: int = 0
    far: int = 0
    quick: int = 0
    steady: int = 0
    care: float = 0.0

    @property
    def spreads(self) -> bool:
        """Whether a concern of this county is told by several in so short a time that it will be told by more."""
        if self.drill or not self.plea or 2 * self.calm > self.steady or self.far > self.steady:
            return False
        # where much is published, most of it is of other places: it takes a watch, a place of the desk or a ticket
        if self.dense and not (self.watched_part >= ENOUGH_WATCHED or self.place or self.counts.tickets):
            return False
        if not self.local and (self.far or self.quick < 3):
            return False
        # one call for help in finding someone is the dispatcher's, however many pass it on
        if any(kind == "stranger" for kind, _, _ in self.harms):
            return False
        owed = bool(self.conduct) or any(kind in _OWED for kind, _, _ in self.harms)
        return self.quick > 1 or self.steady > 2 or (self.steady > 1 and owed)

    @property
    def near(self) -> bool:
        """Whether enough says that the story concerns this desk."""
        return self.watched_part >= ENOUGH_WATCHED or bool(self.place) or self.counts.tickets > 0 or bool(self.immediate) or self.local


def contributions(facts: Facts, peaks: Peaks, weights: Weights) -> tuple[Contribution, ...]:
    """The parts that add or take something, in a fixed order; the score is the sum of their weights."""
    w, counts = weights, facts.counts
    parts = _dense(facts, w) if facts.dense else _sparse(facts, peaks, w)
    if counts.tickets:
        gain = min(w.hotline_most, (1 + math.log2(counts.tickets)) * w.hotline)
        parts.append(Contribution(name="hotline_tickets", value=counts.tickets, weight=gain))
    if facts.near or not facts.dense:
        parts.extend(_harm(facts, w))
    if 0 < facts.best_rank <= 10 and not facts.dense:
        gain = w.reach * (2 if facts.best_rank <= 3 else 1)
        parts.append(Contribution(name="reach", value=facts.best_rank, baseline=10.0, weight=gain))
    if facts.drill:
        parts.append(Contribution(name="announced_drill", value=1.0, weight=w.drill))
    if facts.watch is not None:
        # A watch that found one stray item of many says little about the story.
        gain = min(1.0, 2 * facts.watched_part) * min(w.watch_most, max(0.0, -math.log2(facts.watch_share) - 1) * w.watch)
        parts.append(Contribution(name="watch", value=facts.watched_part, baseline=facts.watch_share, weight=gain, detail=facts.watch))
    # where much is published, most of it is elsewhere: what needs no saying takes nothing
    if facts.far and not facts.local and not facts.dense:
        parts.append(Contribution(name="elsewhere", value=facts.far, weight=w.elsewhere))
    if facts.spreads:
        parts.append(Contribution(name="concern", value=facts.steady, baseline=1.0, weight=w.concern, detail=facts.plea))
    # a drill, and what is to be called at once, are what they are; where much is published, what stands around a title says more
    if facts.care and not (facts.dense or facts.drill or facts.immediate):
        gain = max(-w.about_most, min(w.about_most, (facts.care - ABOUT_USUAL) * w.about))
        parts.append(Contribution(name="about", value=round(facts.care, 6), baseline=ABOUT_USUAL, weight=gain))
    if facts.watched and facts.watched_part < ENOUGH_WATCHED and not (facts.immediate or facts.spreads):
        gain = (1 - facts.watched_part / ENOUGH_WATCHED) * w.unwatched
        parts.append(Contribution(name="unwatched", value=facts.watched_part, baseline=ENOUGH_WATCHED, weight=gain))
    if facts.place:
        parts.append(Contribution(name="place", value=1.0, weight=w.place, detail=facts.place))
    return tuple(parts)


def _dense(facts: Facts, w: Weights) -> list[Contribution]:
    """Volume where much is published: what stands around the story's newest titles, whatever stories it stands in."""
    if facts.happening is None:
        return []
    return emergence.contributions(facts.happening, w.emergence, w.emergence_least)


def _sparse(facts: Facts, peaks: Peaks, w: Weights) -> list[Contribution]:
    """Volume where little is published: every report counts."""
    parts: list[Contribution] = []
    counts = facts.counts
    if counts.reports > 1:
        p = max(peaks.p_value(counts.reports), past_p(counts.reports, counts.past))
        gain = min(w.growth_most, -math.log10(max(p, 1e-12)) * w.growth)
        baseline = peaks.mean if counts.past is None else max(peaks.mean, counts.past)
        parts.append(Contribution(name="growth", value=counts.reports, baseline=baseline, weight=gain, p=p))
        if facts.cohesion is not None and facts.cohesion < COHESION_USUAL:
            gain = (facts.cohesion - COHESION_USUAL) * w.cohesion
            parts.append(Contribution(name="cohesion", value=facts.cohesion, baseline=COHESION_USUAL, weight=gain))
    if counts.independent > 1:
        gain = min(w.independent_most, math.log2(counts.independent) * w.independent)
        parts.append(Contribution(name="independent_reports", value=counts.independent, baseline=1.0, weight=gain))
    if counts.outlets > 1:
        gain = min(w.outlet_most, (counts.outlets - 1) * w.outlet)
        parts.append(Contribution(name="outlets", value=counts.outlets, baseline=1.0, weight=gain))
    if len(counts.kinds) > 1:
        gain = (len(counts.kinds) - 1) * w.kind
        parts.append(Contribution(name="kinds", value=len(counts.kinds), baseline=1.0, weight=gain, detail=" ".join(counts.kinds)))
    return parts


def _harm(facts: Facts, w: Weights) -> list[Contribution]:
    """Each kind of harm once; together at most `severity_most`, the gravest first. Words set aside are shown with weight 0.

    In an announced drill nothing of this weighs, whoever took it for real.
    """
    parts: list[Contribution] = []
    share = 0.0 if facts.drill else 1.0 if facts.near else w.far
    left = w.severity_most * share
    for name, word, weight in sorted(facts.harms, key=lambda harm: (-harm[2], harm[0])):
        gain = min(left, weight * share)
        left -= gain
        parts.append(Contribution(name=f"severity.{name}", value=1.0, weight=gain, detail=word))
    if facts.immediate:
        parts.append(Contribution(name="call_at_once", value=1.0, weight=w.immediate, detail=facts.immediate))
    for name, word, context in facts.aside:
        parts.append(Contribution(name=f"severity.{name}", value=0.0, detail=f"{word} ({context})"))
    if facts.toll > 1:
        gain = share * min(1.5, math.log2(facts.toll) / 2)
        gain += w.toll_many if facts.immediate and facts.toll >= MANY_PEOPLE else 0.0
        parts.append(Contribution(name="toll", value=facts.toll, baseline=1.0, weight=gain))
    if facts.vulnerable and facts.harms:
        parts.append(Contribution(name="vulnerable", value=1.0, weight=w.vulnerable * share, detail=facts.vulnerable))
    if facts.conduct:
        parts.append(Contribution(name="official_conduct", value=1.0, weight=w.conduct * share, detail=facts.conduct))
    return parts
