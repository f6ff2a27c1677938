"""The calls of the detector and what became of them, and the cases with how they were learned of: read from the record alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from huiying.core.review.timeline import read_data, subjects_of
from huiying.core.review.verdict import Verdict, together
from huiying.core.types import Event, Level
from huiying.core.warn.rule import rule_of

WINDOW = timedelta(hours=6)
LEAST_PEAK = 5
"""A busiest window with fewer items is no peak that one could come before."""

TYPES = frozenset(
    {
        "warning_raised",
        "warning_level_changed",
        "warning_acknowledged",
        "warning_dismissed",
        "warning_attached",
        "warning_feedback",
        "case_opened",
        "items_collected",
    }
)
"""The events that are read; all others change nothing."""


class Call(msgspec.Struct):
    """One time that the detector called people to a story: from the first raise until it was dismissed, with the highest level reached.

    A story that was dismissed and comes up again is another call.
    """

    warning: str
    story: str
    at: datetime
    level: Level
    rule: str
    watch: str
    sources: tuple[str, ...]
    first_public: datetime | None
    acknowledged: datetime | None = None
    dismissed: datetime | None = None
    case: str = ""
    feedback: dict[str, Verdict] = {}

    @property
    def verdict(self) -> Verdict | None:
        """What most people said of it."""
        return together(self.feedback.values())

    @property
    def worth(self) -> bool | None:
        """Whether it was worth it: it led to a case or most said so; not where most called it wrong, or it was dismissed and nobody said
        anything. None: not known (yet), or a duplicate."""
        if self.case or self.verdict in (Verdict.USEFUL, Verdict.LATE):
            return True
        if self.verdict is Verdict.WRONG:
            return False
        return False if self.dismissed is not None and self.verdict is None else None

    @property
    def outcome(self) -> str:
        """case, useful, false, dismissed (as a duplicate) or open."""
        if self.case:
            return "case"
        worth = self.worth
        return "useful" if worth else "false" if worth is False else "dismissed" if self.dismissed else "open"


class Opened(msgspec.Struct, frozen=True):
    """One case: when it was opened, and when and from whom it was known; `warning` is empty where no warning led to it."""

    case: str
    at: datetime
    warning: str
    known_by: str
    known: datetime
    stories: tuple[str, ...]


class Calls(msgspec.Struct, frozen=True):
    """Everything that was read. `arrivals` are (time, items) of each story, `items` of each source its items, both over the whole record
    that was given."""

    calls: tuple[Call, ...]
    cases: tuple[Opened, ...]
    arrivals: dict[str, list[tuple[datetime, int]]]
    items: dict[str, int]

    def peak(self, story: str) -> datetime | None:
        """When the story's busiest six hours were full; None where even they had few items."""
        times, best, at, held = self.arrivals.get(story, []), 0, None, 0
        start = 0
        for moment, count in times:
            held += count
            while moment - times[start][0] >= WINDOW:
                held -= times[start][1]
                start += 1
            if held > best:
                best, at = held, moment
        return at if best >= LEAST_PEAK else None

    def earliest(self, story: str) -> datetime | None:
        """When the detector first called to the story."""
        return min((call.at for call in self.calls if call.story == story), default=None)


def read(events: Iterable[Event]) -> Calls:
    """Read a record, in the order of its ids whatever the order given."""
    found = _Reader()
    for event in sorted((event for event in events if event.type in TYPES), key=lambda event: event.id):
        getattr(found, event.type)(event, read_data(event), datetime.fromisoformat(event.at))
    found.join()
    return Calls(tuple(found.calls), tuple(found.cases), found.arrivals, found.items)


class _Reader:
    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.current: dict[str, Call] = {}
        self.cases: list[Opened] = []
        self.arrivals: dict[str, list[tuple[datetime, int]]] = {}
        self.items: dict[str, int] = {}

    def warning_raised(self, event: Event, data: dict[str, object], at: datetime) -> None:
        public, moment = data.get("first_public"), data.get("at")
        call = Call(
            warning=event.subject,
            story=str(data.get("story", "")),
            at=datetime.fromisoformat(moment) if isinstance(moment, str) and moment else at,
            level=Level(str(data.get("level", Level.BLUE))),
            rule=rule_of(str(data.get("strategy", ""))),
            watch=str(data.get("watch") or ""),
            sources=_names(data.get("sources")),
            first_public=datetime.fromisoformat(public) if isinstance(public, str) and public else None,
        )
        self.current[event.subject] = call
        self.calls.append(call)

    def warning_level_changed(self, event: Event, data: dict[str, object], at: datetime) -> None:
        call = self.current.get(event.subject)
        if call is None or (call.dismissed is not None and not call.case):
            self.warning_raised(event, data, at)
            return
        level = Level(str(data.get("level", call.level)))
        if level.rank > call.level.rank:
            call.level = level

    def warning_acknowledged(self, event: Event, data: dict[str, object], at: datetime) -> None:
        call = self.current.get(event.subject)
        if call is not None and call.acknowledged is None:
            call.acknowledged = at

    def warning_dismissed(self, event: Event, data: dict[str, object], at: datetime) -> None:
        if (call := self.current.get(event.subject)) is not None:
            call.dismissed = at

    def warning_attached(self, event: Event, data: dict[str, object], at: datetime) -> None:
        call = self.current.get(event.subject)
        if call is not None:
            call.case = next(iter(subjects_of(data, "case")), "")

    def warning_feedback(self, event: Event, data: dict[str, object], at: datetime) -> None:
        call = self.current.get(event.subject)
        if call is not None and data.get("verdict") in set(Verdict):
            call.feedback = {**call.feedback, event.actor: Verdict(str(data["verdict"]))}

    def case_opened(self, event: Event, data: dict[str, object], at: datetime) -> None:
        warning = next(iter(subjects_of(data, "warning")), "")
        known = data.get("event_known")
        stories = _names(data.get("stories"))
        if warning in self.current:
            self.current[warning].case = event.subject
            stories = stories or (self.current[warning].story,)
        moment = datetime.fromisoformat(known) if isinstance(known, str) and known else at
        self.cases.append(Opened(event.subject, at, warning, str(data.get("known_by") or ""), moment, stories))

    def items_collected(self, event: Event, data: dict[str, object], at: datetime) -> None:
        source, count = str(data.get("source", "")), data.get("count")
        self.items[source] = self.items.get(source, 0) + (count if isinstance(count, int) else 0)
        stories = data.get("stories")
        pairs = stories.items() if isinstance(stories, dict) else [(story, 1) for story in _names(stories)]
        for story, number in pairs:
            self.arrivals.setdefault(str(story), []).append((at, int(number)))

    def join(self) -> None:
        """A story whose case somebody opened by hand has that case, whoever was first."""
        for case in self.cases:
            for call in self.calls:
                if not case.warning and not call.case and call.story in case.stories:
                    call.case = case.case


def _names(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
