"""Which deadlines a desk goes by: the preset for each kind and level, what it changed about them and within which bounds."""

from __future__ import annotations

import msgspec

from huiying.core.case.calendar import WEEKENDS_ONLY, WorkCalendar
from huiying.core.case.duties import TIMERS, Clock, Clocks, Due, Limit, Preset, Timer, Unit, due, preset_of
from huiying.core.types import Level, Refusal
from huiying.core.warn.category import Category

MOST: dict[Unit, int] = {Unit.MINUTES: 1440, Unit.HOURS: 720, Unit.DAYS: 90, Unit.WORKING_DAYS: 60}
"""The largest number of each unit."""

FACTOR = 4
"""A limit without a national rule may be made at most so many times as long as the preset's."""

PROMISED_MOST = 168
"""Hours: what may be set at most where a preset only says `as promised`."""

_HOURS = {Unit.MINUTES: 1 / 60, Unit.HOURS: 1.0, Unit.DAYS: 24.0, Unit.WORKING_DAYS: 24.0}
_NATIONAL = ("国办发", "国务院")
CLOCKED = frozenset(name for name, row in TIMERS.items() if row.clock is Clock.EARLIEST)
"""The timers whose rules do not say when they start: the desk may name the clock."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """The preset for cases of one level, one kind, both, or (where both are empty) all others."""

    preset: Preset
    level: str = ""
    category: str = ""

    @property
    def weight(self) -> int:
        """How exactly it is said: a kind counts more than a level."""
        return 2 * bool(self.category) + bool(self.level)


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """A limit that the desk set in place of a preset's, with the rule it cites; `clock` where it named another than the preset."""

    timer: str
    preset: Preset
    limit: Limit
    clock: Clock | None = None


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a desk decided about its deadlines. Empty: the presets as shipped, grave for orange and red."""

    choices: tuple[Choice, ...] = ()
    changed: tuple[Changed, ...] = ()

    def preset(self, level: str, category: str = "") -> Preset:
        """The preset that counts: the most exact choice that fits, otherwise by level."""
        fits = [row for row in self.choices if row.level in ("", level) and row.category in ("", category)]
        return max(fits, key=lambda row: row.weight).preset if fits else preset_of(level)

    def change(self, timer: str, preset: Preset) -> Changed | None:
        """What the desk changed about one limit."""
        return next((row for row in self.changed if (row.timer, row.preset) == (timer, preset)), None)

    def limit(self, timer: Timer, preset: Preset) -> Limit | None:
        """The limit that counts; None where the preset knows no such duty."""
        change = self.change(timer.name, preset)
        return change.limit if change else timer.shipped(preset)

    def clock(self, timer: Timer, preset: Preset) -> Clock:
        """The clock that counts."""
        change = self.change(timer.name, preset)
        return change.clock if change and change.clock else timer.clock

    def choose(self, choice: Choice) -> Policy:
        """With this choice in place of one for the same level and kind."""
        rest = [row for row in self.choices if (row.level, row.category) != (choice.level, choice.category)]
        return msgspec.structs.replace(self, choices=tuple(sorted([*rest, choice], key=lambda row: (row.category, row.level))))

    def forget(self, level: str, category: str) -> Policy:
        """Without the choice for this level and kind."""
        return msgspec.structs.replace(self, choices=tuple(row for row in self.choices if (row.level, row.category) != (level, category)))

    def set(self, changed: Changed) -> Policy:
        """With this limit in place of an earlier one."""
        return msgspec.structs.replace(self, changed=(*self.shipped(changed.timer, changed.preset).changed, changed))

    def shipped(self, timer: str, preset: Preset) -> Policy:
        """With the preset's own limit again."""
        return msgspec.structs.replace(self, changed=tuple(row for row in self.changed if (row.timer, row.preset) != (timer, preset)))


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A desk's policy with its calendar: all it takes to say when a duty is due."""

    policy: Policy = Policy()
    calendar: WorkCalendar = WEEKENDS_ONLY

    def knows(self, timer: Timer, level: str, category: str = "") -> bool:
        """Whether there is such a duty for a matter of this level and kind."""
        return self.policy.limit(timer, self.policy.preset(level, category)) is not None

    def due(self, timer: Timer, level: str, clocks: Clocks, category: str = "") -> Due:
        """When the duty ends. Where the clock that the desk named is not known the timer's own counts: a clock must not stop a timer."""
        preset = self.policy.preset(level, category)
        limit, clock = self.policy.limit(timer, preset), self.policy.clock(timer, preset)
        if limit is None:
            raise Refusal('There is no timer "%(timer)s" under these deadlines.', timer=timer.name)
        known = clock if clocks.start(clock) is not None else timer.clock
        return due(timer, preset, clocks, self.calendar, limit=limit, clock=known)


def hours_of(limit: Limit) -> float | None:
    """About how long a limit is; a day of either sort counts 24 hours. None where only a promise counts."""
    return None if limit.amount is None else limit.amount * _HOURS[limit.unit]


def check_limit(timer: str, preset: Preset, limit: Limit, clock: Clock | None) -> Timer:
    """Whether a desk may set this limit. Returns the row of the policy that it is for."""
    row = TIMERS.get(timer)
    if row is None:
        raise Refusal("%(name)s is not a timer; the timers are %(timers)s.", name=timer, timers=", ".join(TIMERS))
    shipped = row.limit(preset)
    if limit.amount is None or not 1 <= limit.amount <= MOST[limit.unit]:
        raise Refusal("A limit is a whole number from 1 to %(most)d of its unit.", most=MOST[limit.unit])
    if row.name == "acknowledge" and limit.unit not in (Unit.MINUTES, Unit.HOURS):
        raise Refusal("A warning is acknowledged within minutes or hours.")
    most = hours_of(shipped)
    national = shipped.rule.document.startswith(_NATIONAL)
    longest = PROMISED_MOST if most is None else most if national else most * FACTOR
    wanted = hours_of(limit) or 0.0
    if wanted > longest:
        if national:
            raise Refusal("%(document)s sets this limit. A desk may make it shorter, never longer.", document=shipped.rule.document)
        raise Refusal("This is too long: at most %(most)s hours, four times what is proposed.", most=f"{longest:g}")
    if national and limit.unit is Unit.WORKING_DAYS:
        raise Refusal("%(document)s counts hours that run through nights and holidays.", document=shipped.rule.document)
    if clock is not None and row.name not in CLOCKED:
        raise Refusal("This timer starts with an act of the desk; its clock cannot be chosen.")
    return row


def check_choice(choice: Choice) -> Choice:
    """Whether there is such a level and kind."""
    if choice.level and choice.level not in set(Level):
        raise Refusal("%(level)s is not a level; the levels are %(levels)s.", level=choice.level, levels=", ".join(Level))
    if choice.category and choice.category not in set(Category):
        raise Refusal(
            "%(category)s is not a kind of concern; the kinds are %(categories)s.",
            category=choice.category,
            categories=", ".join(Category),
        )
    return choice
