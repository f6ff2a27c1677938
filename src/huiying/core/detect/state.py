"""What one live story has gathered, and the facts it gives at a moment."""

from __future__ import annotations

from bisect import insort

import msgspec

from huiying.core.detect.burst import GUARD, HOUR, PAST, WINDOW, count_between, past_rate
from huiying.core.detect.concern import Concern
from huiying.core.detect.danger import NONE, Danger
from huiying.core.detect.happening import Happening
from huiying.core.detect.severity import Severity
from huiying.core.types import Kind

_PRUNE_AT = 64
# Voices that are remembered one by one: more than any rule asks for.
_VOICES = 16


class Report(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One item of a story that is no copy: when (seconds), where, and of what kind."""

    at: float
    source: str
    kind: Kind


class Tally(msgspec.Struct, gc=False, array_like=True):
    """The reports of a story that has more than one: sorted times, and when each source and kind last spoke."""

    times: list[float] = []
    lines: list[float] = []
    tickets: list[float] = []
    sources: dict[str, float] = {}
    kinds: dict[Kind, float] = {}

    def add(self, report: Report) -> None:
        """Takes up one report."""
        insort(self.times, report.at)
        if report.kind is Kind.HOTLIST:
            insort(self.lines, report.at)
        elif report.kind is Kind.HOTLINE:
            insort(self.tickets, report.at)
        self.sources[report.source] = max(report.at, self.sources.get(report.source, report.at))
        self.kinds[report.kind] = max(report.at, self.kinds.get(report.kind, report.at))

    def prune(self, before: float) -> None:
        """Forgets reports that no window reaches any more."""
        for name in ("times", "lines", "tickets"):
            kept: list[float] = getattr(self, name)
            if len(kept) > _PRUNE_AT and kept[0] < before:
                setattr(self, name, [time for time in kept if time >= before])


class Counts(msgspec.Struct, frozen=True, gc=False):
    """Reports in the burst window and the story's own rate of them; what spoke for it within the evidence hours."""

    reports: int
    past: float | None
    independent: int
    outlets: int
    kinds: tuple[Kind, ...]
    tickets: int


class StoryState(msgspec.Struct, gc=False, array_like=True):
    """A live story. `begun` and `last` are seconds; everything from `members` on is of the present wave only."""

    begun: float
    last: float
    items: list[str]
    peak: int = 0
    only: Report | None = None
    tally: Tally | None = None
    members: int = 0
    watched: int = 0
    best_rank: int = 0
    likeness: float = 0.0
    joined: int = 0
    toll: int = 0
    immediate: str = ""
    drill: bool = False
    vulnerable: str = ""
    conduct: str = ""
    place: str = ""
    watches: tuple[str, ...] = ()
    harms: dict[str, tuple[str, float]] | None = None
    aside: dict[str, tuple[str, str]] | None = None
    local: bool = False
    plea: str = ""
    calm: int = 0
    far: int = 0
    voices: list[float] = []
    cared: float = 0.0
    heard_of: int = 0
    doubtful: int = 0
    signs: int = 0
    announced: str = ""
    danger: float = NONE
    happening: Happening | None = None
    happened: float = 0.0

    def next_wave(self, now: float) -> StoryState:
        """The story after a quiet time: its past is kept, what spoke for it then is not."""
        return StoryState(begun=self.begun, last=now, items=self.items, peak=self.peak, only=self.only, tally=self.tally)

    def add(self, report: Report, now: float) -> None:
        """Counts one report. Most stories never have a second one, so the tally is made for that."""
        if self.tally is None and self.only is None:
            self.only = report
            return
        if self.tally is None:
            self.tally = Tally()
            if self.only is not None:
                self.tally.add(self.only)
                self.only = None
        self.tally.add(report)
        self.tally.prune(now - PAST - GUARD)

    def weigh(self, severity: Severity, near: bool) -> None:
        """Takes up what an item says of harm; `near`: it is a report that concerns this desk, so one may be enough."""
        self.drill |= severity.drill
        for harm in severity.harms:
            if harm.context:
                self.aside = {**(self.aside or {}), harm.name: (harm.word, harm.context)}
            else:
                self.harms = {**(self.harms or {}), harm.name: (harm.word, harm.weight)}
                if harm.immediate and near:
                    self.immediate = self.immediate or harm.word
        self.toll = max(self.toll, severity.toll)
        self.vulnerable = self.vulnerable or severity.vulnerable
        self.conduct = self.conduct or severity.conduct

    def hear(self, said: Concern, severity: Severity, near: bool, at: float, about: float, danger: Danger) -> None:
        """Takes up what a report does that is not from elsewhere, the log-odds of what it is `about` and that it tells of a `danger`;
        `near` where it says itself that it is of this county."""
        self.local |= near
        self.plea = self.plea or said.plea or next((harm.word for harm in severity.harms if not harm.context), "")
        self.calm += said.calm
        self.cared += about
        self.danger = max(self.danger, danger.odds)
        self.doubtful += danger.doubtful
        self.signs += danger.sign
        self.heard_of += 1
        insort(self.voices, at)
        del self.voices[:-_VOICES]

    @property
    def care(self) -> float:
        """The mean of what such reports are about."""
        return self.cared / self.heard_of if self.heard_of else 0.0

    def heard(self, now: float, hours: float) -> int:
        """How many such reports came in the hours before `now`."""
        return count_between(self.voices, now - hours * HOUR, now + 1.0)

    def counts(self, now: float, evidence_hours: float) -> Counts:
        """The counts at `now`."""
        end = now + 1.0
        since = now - evidence_hours * HOUR
        if self.tally is None:
            return _counts_of_one(self.only, now, since)
        tally = self.tally
        return Counts(
            reports=count_between(tally.times, now - WINDOW, end),
            past=past_rate(tally.times, self.begun, now),
            independent=count_between(tally.times, since, end) - count_between(tally.lines, since, end),
            outlets=sum([seen >= since for seen in tally.sources.values()]),
            kinds=tuple(sorted([kind for kind, seen in tally.kinds.items() if seen >= since])),
            tickets=count_between(tally.tickets, since, end),
        )


def _counts_of_one(report: Report | None, now: float, since: float) -> Counts:
    if report is None or report.at < since:
        return Counts(0, None, 0, 0, (), 0)
    return Counts(
        int(report.at >= now - WINDOW), None, int(report.kind is not Kind.HOTLIST), 1, (report.kind,), int(report.kind is Kind.HOTLINE)
    )
