"""Deadlines of the desk: one policy table, each row with the clock it runs on and the rule it comes from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum

import msgspec

from huiying.core.case.calendar import WEEKENDS_ONLY, WorkCalendar
from huiying.core.types import Level, Refusal

STEPS = (50, 80, 100)
"""Per cent of the time gone at which a timer speaks up."""

OUR_OWN = "our own proposal"


class Preset(StrEnum):
    """How strict the deadlines are."""

    GRAVE = "grave"
    OTHER = "other"
    OUTAGE = "outage"
    COUNCIL = "council"


class Clock(StrEnum):
    """When a timer starts. 国办发〔2016〕61号 and 80号 do not say: all four are kept, and the policy names one."""

    EARLIEST = "earliest"
    EVENT_KNOWN = "event_known"
    FIRST_PUBLIC = "first_public"
    DETECTED = "detected"
    TOLD_BY_SUPERIOR = "told_by_superior"


class Clocks(msgspec.Struct, frozen=True, kw_only=True):
    """The start times known for one thing, aware UTC; None where not known.

    For a timer that follows an act of the desk, `event_known` is that act: the task assigned, the error known, the last word
    given. `promised` is the time of the next word that the public was told.
    """

    event_known: datetime | None = None
    first_public: datetime | None = None
    detected: datetime | None = None
    told_by_superior: datetime | None = None
    promised: datetime | None = None
    opened: datetime | None = None
    """When the whole matter began, for a limit that holds only in its first hours (`Limit.within`)."""

    def start(self, clock: Clock) -> tuple[Clock, datetime] | None:
        """The clock that counts and its time; for `earliest` the earliest known of the four. None when it is not known."""
        four = (
            (Clock.EVENT_KNOWN, self.event_known),
            (Clock.FIRST_PUBLIC, self.first_public),
            (Clock.DETECTED, self.detected),
            (Clock.TOLD_BY_SUPERIOR, self.told_by_superior),
        )
        known = [(name, at) for name, at in four if at is not None and clock in (Clock.EARLIEST, name)]
        return min(known, key=lambda pair: pair[1], default=None)

    def together(self, other: Clocks) -> Clocks:
        """Of two things that are one: of each clock the earlier time, so that joining them never gives anybody more time."""
        return Clocks(**{name: min(filter(None, pair), default=None) for name, pair in self._pairs(other).items()})

    def corrected(self, other: Clocks) -> Clocks:
        """These clocks with what has become known since. Refuses a later time than the one known: no clock is ever set back."""
        for old, new in self._pairs(other).values():
            if old is not None and new is not None and new > old:
                raise Refusal("A clock that runs can only be found to have begun earlier, never later. It stays as it is.")
        return self.together(other)

    def _pairs(self, other: Clocks) -> dict[str, tuple[datetime | None, datetime | None]]:
        return {name: (getattr(self, name), getattr(other, name)) for name in self.__struct_fields__}


class Unit(StrEnum):
    """What a limit counts. Minutes and hours run through nights and holidays; working days do not."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"


class Rule(msgspec.Struct, frozen=True):
    """Where a limit comes from: document number and clause, or our own proposal. An empty clause was not read: check it."""

    document: str = OUR_OWN
    clause: str = ""
    note: str = ""

    @property
    def ours(self) -> bool:
        """Whether no outside rule stands behind the number."""
        return self.document == OUR_OWN


class Limit(msgspec.Struct, frozen=True):
    """How long a duty may take, and who says so. `amount` is None where only the promised time counts.

    `within`: the amount holds only so many hours after the matter began; later the promised time alone counts. 0: always.
    """

    amount: int | None
    unit: Unit = Unit.HOURS
    rule: Rule = Rule()
    within: int = 0


class Timer(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the policy: a duty, its clock, and its limit under each preset.

    Where nothing is said for an outage the grave limit counts, and for a council the other one. `absent`: presets without such a duty.
    """

    name: str
    clock: Clock
    grave: Limit
    other: Limit
    outage: Limit | None = None
    council: Limit | None = None
    absent: frozenset[Preset] = frozenset()

    def shipped(self, preset: Preset) -> Limit | None:
        """The limit as shipped; None where there is no such duty under this preset."""
        if preset in self.absent:
            return None
        spare = self.grave if preset in (Preset.GRAVE, Preset.OUTAGE) else self.other
        return {Preset.OUTAGE: self.outage, Preset.COUNCIL: self.council}.get(preset) or spare

    def limit(self, preset: Preset) -> Limit:
        """The limit that counts. Refuses where there is no such duty."""
        found = self.shipped(preset)
        if found is None:
            raise Refusal('There is no timer "%(timer)s" under these deadlines.', timer=self.name)
        return found

    def hours(self, preset: Preset) -> float:
        """The limit in hours. Refuses a limit that hours cannot say: working days, or a promise."""
        limit = self.limit(preset)
        if limit.amount is None or limit.unit in (Unit.DAYS, Unit.WORKING_DAYS):
            raise Refusal('The timer "%(timer)s" is not counted in hours.', timer=self.name)
        return limit.amount / 60 if limit.unit == Unit.MINUTES else float(limit.amount)


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """When a duty ends, why, and since when it runs. Times are aware UTC. A provisional time may move with the next calendar."""

    due_at: datetime
    provisional: bool
    rule: Rule
    clock: Clock
    started_at: datetime
    timer: str = ""
    limit: Limit | None = None


_PAGERDUTY = "PagerDuty incident response documentation"
_PROMISED = Rule(note="as promised")
_OUTAGE_WORD = Rule(_PAGERDUTY, "", "an example of the trade, not a rule")

ACKNOWLEDGE = Timer(
    name="acknowledge",
    clock=Clock.DETECTED,
    grave=Limit(15, Unit.MINUTES),
    other=Limit(30, Unit.MINUTES),
    outage=Limit(5, Unit.MINUTES, _OUTAGE_WORD),
    council=Limit(30, Unit.MINUTES),
)
REPORT_UP = Timer(
    name="report_up",
    clock=Clock.EARLIEST,
    grave=Limit(20, Unit.MINUTES, Rule("a county's notice of 2 May 2018", "", "20 minutes by phone, 40 in writing; a local example")),
    other=Limit(2, Unit.HOURS, Rule("a rule of the city of Lanzhou", "", "county to city; a local example")),
    council=Limit(1),
    absent=frozenset({Preset.OUTAGE}),
)
S0 = Timer(
    name="s0",
    clock=Clock.EARLIEST,
    grave=Limit(1),
    other=Limit(4),
    outage=Limit(5, Unit.MINUTES, _OUTAGE_WORD),
    council=Limit(1),
)
S1 = Timer(
    name="s1",
    clock=Clock.EARLIEST,
    grave=Limit(5, Unit.HOURS, Rule("国办发〔2016〕80号", "", "authoritative information")),
    other=Limit(48, Unit.HOURS, Rule("国办发〔2016〕61号", "三", "first answer")),
    outage=Limit(10, Unit.MINUTES, _OUTAGE_WORD),
    council=Limit(24),
)
CONFERENCE = Timer(
    name="conference",
    clock=Clock.EARLIEST,
    grave=Limit(24, Unit.HOURS, Rule("国办发〔2016〕61号、80号", "", "press conference on a grave event")),
    other=Limit(None, Unit.HOURS, _PROMISED),
    outage=Limit(None, Unit.HOURS, _PROMISED),
)
NEXT_UPDATE = Timer(
    name="next_update",
    clock=Clock.EVENT_KNOWN,
    grave=Limit(24, Unit.HOURS, Rule(note="as promised, at most 24 hours")),
    other=Limit(None, Unit.HOURS, _PROMISED),
    outage=Limit(20, Unit.MINUTES, Rule(_PAGERDUTY, "", "every 20 minutes in the first 2 hours, then as promised"), within=2),
    council=Limit(None, Unit.HOURS, _PROMISED),
)
TASK_ANSWER = Timer(
    name="task_answer",
    clock=Clock.EVENT_KNOWN,
    grave=Limit(2),
    other=Limit(24),
    outage=Limit(30, Unit.MINUTES),
    council=Limit(24),
)
CORRECTION = Timer(
    name="correction",
    clock=Clock.EVENT_KNOWN,
    grave=Limit(2),
    other=Limit(3, Unit.WORKING_DAYS, Rule("辽宁省政府网站管理办法", "", "answer to a report of an error; a local example")),
    outage=Limit(2),
    council=Limit(3, Unit.WORKING_DAYS),
)
REVIEW = Timer(
    name="review",
    clock=Clock.EVENT_KNOWN,
    grave=Limit(3, Unit.DAYS, _OUTAGE_WORD),
    other=Limit(5, Unit.WORKING_DAYS, _OUTAGE_WORD),
    outage=Limit(3, Unit.DAYS, Rule(_PAGERDUTY, "", "3 days, 5 working days where it was less grave")),
    council=Limit(5, Unit.WORKING_DAYS),
)


_PROMISED = Rule(note="as promised")
CONCERN = Timer(name="concern", clock=Clock.EVENT_KNOWN, grave=Limit(24), other=Limit(5, Unit.WORKING_DAYS))
COMMITMENT = Timer(
    name="commitment", clock=Clock.EVENT_KNOWN, grave=Limit(None, Unit.HOURS, _PROMISED), other=Limit(None, Unit.HOURS, _PROMISED)
)
INSTRUCTION = Timer(name="instruction", clock=Clock.EVENT_KNOWN, grave=Limit(4), other=Limit(48))
ENQUIRY = Timer(name="enquiry", clock=Clock.EVENT_KNOWN, grave=Limit(2), other=Limit(24))
RETROSPECT = Timer(name="retrospect", clock=Clock.EVENT_KNOWN, grave=Limit(2), other=Limit(2))
CONTEST = Timer(name="contest", clock=Clock.EVENT_KNOWN, grave=Limit(2, Unit.WORKING_DAYS), other=Limit(5, Unit.WORKING_DAYS))
CORRECTION_REQUEST = Timer(
    name="correction_request",
    clock=Clock.EVENT_KNOWN,
    grave=Limit(1, Unit.WORKING_DAYS),
    other=Limit(3, Unit.WORKING_DAYS, Rule("辽宁省政府网站管理办法", "", "answer to a report of an error; a local example")),
)

TIMERS: dict[str, Timer] = {
    row.name: row
    for row in (
        ACKNOWLEDGE,
        REPORT_UP,
        S0,
        S1,
        CONFERENCE,
        NEXT_UPDATE,
        TASK_ANSWER,
        CORRECTION,
        CONCERN,
        COMMITMENT,
        INSTRUCTION,
        ENQUIRY,
        RETROSPECT,
        CONTEST,
        CORRECTION_REQUEST,
        REVIEW,
    )
}

_TOLD_THE_PUBLIC = frozenset({NEXT_UPDATE.name, COMMITMENT.name, CONFERENCE.name, INSTRUCTION.name})
"""Timers whose end somebody named: it counts, but never beyond the policy's own limit."""

_GRAVE_LEVELS = frozenset({Level.ORANGE.value, Level.RED.value, "Ⅰ", "Ⅱ"})


def preset_of(level: str) -> Preset:
    """Grave for an orange or red warning or case, also written Ⅱ and Ⅰ; otherwise other."""
    return Preset.GRAVE if level in _GRAVE_LEVELS else Preset.OTHER


def due(
    timer: Timer,
    preset: Preset,
    clocks: Clocks,
    calendar: WorkCalendar = WEEKENDS_ONLY,
    *,
    limit: Limit | None = None,
    clock: Clock | None = None,
) -> Due:
    """When the duty ends. Refuses when the clock that the policy names is not known, or nothing was promised.

    A time that was promised counts for the timers of promises, but never beyond the policy's own limit. `limit` and `clock` are the desk's
    own (core/case/policy.py), in place of the preset's.
    """
    limit, start = limit or timer.limit(preset), clocks.start(clock or timer.clock)
    if start is None:
        raise Refusal('The timer "%(timer)s" cannot start: its clock "%(clock)s" is not known.', timer=timer.name, clock=timer.clock.value)
    clock, started = start
    over = limit.within > 0 and clocks.opened is not None and started - clocks.opened > timedelta(hours=limit.within)
    ends = [] if limit.amount is None or over else [end(started, limit.amount, limit.unit, calendar)]
    if timer.name in _TOLD_THE_PUBLIC and clocks.promised is not None:
        ends.append((clocks.promised, False))
    if not ends:
        raise Refusal('The timer "%(timer)s" needs the time that was promised.', timer=timer.name)
    due_at, provisional = min(ends, key=lambda found: found[0])
    return Due(
        due_at=due_at.astimezone(UTC),
        provisional=provisional,
        rule=limit.rule,
        clock=clock,
        started_at=started.astimezone(UTC),
        timer=timer.name,
        limit=limit,
    )


def progress(started: datetime, due_at: datetime, now: datetime) -> float:
    """The share of the time that is gone: 0 at the start, 1 when due, above 1 when late."""
    if due_at <= started:
        return 1.0
    return max(0.0, (now - started) / (due_at - started))


def step(started: datetime, due_at: datetime, now: datetime) -> int:
    """The highest of the steps 50, 80 and 100 per cent that is reached, or 0. Exact: a step is reached at its very microsecond."""
    if due_at <= started:
        return STEPS[-1]
    return max((per_cent for per_cent in STEPS if 100 * (now - started) >= per_cent * (due_at - started)), default=0)


def end(started: datetime, amount: int, unit: Unit, calendar: WorkCalendar) -> tuple[datetime, bool]:
    """When a length of time is over, and whether that is provisional. Only working days ask the calendar."""
    if unit == Unit.WORKING_DAYS:
        return calendar.after(started, amount)
    length = {Unit.MINUTES: timedelta(minutes=amount), Unit.HOURS: timedelta(hours=amount), Unit.DAYS: timedelta(days=amount)}[unit]
    return started + length, False
