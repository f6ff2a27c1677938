"""The score of a story: a sum of named contributions, each measured against what is usual."""

from __future__ import annotations

import math

import msgspec

from huiying.core.detect import emergence
from huiying.core.detect.burst import Peaks, past_p
from huiying.core.detect.danger import DOUBT, ENOUGH, NONE
from huiying.core.detect.happening import Happening
from huiying.core.detect.state import Counts
from huiying.core.types import Contribution

STRATEGY = "named-sum@2026-11-27.4"


COHESION_USUAL = 0.3
ABOUT_USUAL = 0.5  # log-odds that speak neither for nor against
ENOUGH_WATCHED = 1 / 3
MANY_PEOPLE = 3
PACE_HOURS = 3.0  # in which a concern that spreads finds its next voice
STEADY_HOURS = 48.0
MOST_ASIDE = 2


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What one unit of each part adds. One default for every stream: it is the one that is measured.

    On a dense stream a happening that is just worth a call has `emergence_least`, and `emergence` more for each unit of log-odds.
    """

    emergence: float = 0.35
    emergence_least: float = 6.2
    growth: float = 2.7
    growth_most: float = 9.0
    independent: float = 0.25
    independent_most: float = 3.0
    outlet: float = 0.15
    outlet_most: float = 2.0
    kind: float = 0.15
    hotline: float = 2.2
    hotline_most: float = 4.0
    severity: float = 0.3
    severity_most: float = 1.5
    far: float = 0.1
    immediate: float = 32.0
    toll_many: float = 40.0
    concern: float = 5.4
    concern_most: float = 16.2
    about: float = 5.5
    about_most: float = 8.8
    calm: float = -7.8
    set_aside: float = -2.5
    elsewhere: float = -2.25
    vulnerable: float = 0.4
    conduct: float = 1.0
    watch: float = 0.75
    watch_most: float = 7.5
    place: float = 1.0
    unwatched: float = -5.85
    reach: float = 0.25
    drill: float = -12.0
    cohesion: float = 1.5


class Facts(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What is known of one story's present wave.

    `harms` are (kind, word, weight), `aside` (kind, word, why it does not count). `watch_share` is the share of all items that satisfy the
    watch, `watched_part` that of the story's items that satisfy any; `watched`: the desk has watches. `best_rank` 0: on no ranked list.
    `immediate` is the word of a harm that one report near the desk named and that is to be called at once, "" where there is none.
    `care`: the mean log-odds of what its reports are about. `danger`: the greatest log-odds that one of them tells of a danger.
    `doubtful`: every report has many words that speak of another matter, and no two of them name such a harm. `announced`: the heading of
    an announcement of what is to be seen where and when a report tells it.
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
    danger: float = NONE
    doubtful: bool = False
    announced: str = ""

    @property
    def doubted(self) -> bool:
        """Whether a harm is named that is to be called at once while all else in every report speaks of another matter."""
        return bool(self.immediate) and self.doubtful and not self.dense

    @property
    def at_once(self) -> bool:
        """Whether one report is enough to call: it names a harm that is, or all that it tells sounds like a danger."""
        if self.dense:
            return bool(self.immediate)
        told = self.danger >= ENOUGH and not self.drill
        return not self.announced and (told or (bool(self.immediate) and not self.doubted))

    @property
    def is_ours(self) -> bool:
        """Whether a watch, a place of the desk or a ticket says that the story concerns this desk."""
        return self.watched_part >= ENOUGH_WATCHED or bool(self.place) or self.counts.tickets > 0

    @property
    def near(self) -> bool:
        """Whether enough says that the story concerns this desk."""
        return self.is_ours or bool(self.immediate) or self.local


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
    elif facts.announced and not facts.dense:
        parts.append(Contribution(name="announced", value=1.0, weight=w.drill, detail=facts.announced))
    if facts.watch is not None:
        # A watch that found one stray item of many says little about the story.
        gain = min(1.0, 2 * facts.watched_part) * min(w.watch_most, max(0.0, -math.log2(facts.watch_share) - 1) * w.watch)
        parts.append(Contribution(name="watch", value=facts.watched_part, baseline=facts.watch_share, weight=gain, detail=facts.watch))
    # where much is published, most of it is elsewhere: what needs no saying takes nothing
    if facts.far and not facts.local and not facts.dense:
        parts.append(Contribution(name="elsewhere", value=facts.far, weight=w.elsewhere))
    # where much is published, most of it is of other places: it takes a watch, a place of the desk or a ticket
    if facts.quick > 1 and not facts.drill and (not facts.dense or facts.is_ours):
        gain = min(w.concern_most, math.log2(facts.quick) * w.concern)
        parts.append(Contribution(name="concern", value=facts.quick, baseline=1.0, weight=gain, detail=facts.plea))
    # a drill, and what is to be called at once, are what they are; where much is published, what stands around a title says more
    if not (facts.dense or facts.drill or facts.at_once):
        parts.extend(_matter(facts, w))
    if facts.watched and facts.watched_part < ENOUGH_WATCHED and not facts.at_once:
        gain = (1 - facts.watched_part / ENOUGH_WATCHED) * w.unwatched
        parts.append(Contribution(name="unwatched", value=facts.watched_part, baseline=ENOUGH_WATCHED, weight=gain))
    if facts.place:
        parts.append(Contribution(name="place", value=1.0, weight=w.place, detail=facts.place))
    return tuple(parts)


def _matter(facts: Facts, w: Weights) -> list[Contribution]:
    """What the reports are about, and how many of them only announce, thank or praise, or tell of harm that does not count."""
    parts: list[Contribution] = []
    if facts.care:
        gain = max(-w.about_most, min(w.about_most, (facts.care - ABOUT_USUAL) * w.about))
        parts.append(Contribution(name="about", value=round(facts.care, 6), baseline=ABOUT_USUAL, weight=gain))
    if facts.calm:
        share = min(1.0, facts.calm / max(1, facts.steady))
        parts.append(Contribution(name="calm", value=facts.calm, weight=share * w.calm))
    if facts.aside:
        parts.append(Contribution(name="set_aside", value=len(facts.aside), weight=min(MOST_ASIDE, len(facts.aside)) * w.set_aside))
    return parts


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
        gain = min(left, weight * share * w.severity)
        left -= gain
        parts.append(Contribution(name=f"severity.{name}", value=1.0, weight=gain, detail=word))
    if facts.doubted:
        parts.append(Contribution(name="doubted", value=round(facts.danger, 6), baseline=DOUBT, detail=facts.immediate))
    elif facts.immediate and facts.at_once:
        parts.append(Contribution(name="call_at_once", value=1.0, weight=w.immediate, detail=facts.immediate))
    elif facts.at_once:
        parts.append(Contribution(name="danger", value=round(facts.danger, 6), baseline=ENOUGH, weight=w.immediate))
    for name, word, context in facts.aside:
        parts.append(Contribution(name=f"severity.{name}", value=0.0, detail=f"{word} ({context})"))
    if facts.toll > 1:
        gain = share * w.severity * min(1.5, math.log2(facts.toll) / 2)
        gain += w.toll_many if facts.at_once and facts.toll >= MANY_PEOPLE else 0.0
        parts.append(Contribution(name="toll", value=facts.toll, baseline=1.0, weight=gain))
    if facts.vulnerable and facts.harms:
        parts.append(Contribution(name="vulnerable", value=1.0, weight=w.vulnerable * share, detail=facts.vulnerable))
    if facts.conduct:
        parts.append(Contribution(name="official_conduct", value=1.0, weight=w.conduct * share, detail=facts.conduct))
    return parts
