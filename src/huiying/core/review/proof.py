"""What warnings were worth in a period: precision, misses, lead, false alarms, counted from the record alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

import msgspec

from huiying.core.review.calls import Call, Calls, Opened, read
from huiying.core.review.interval import Share, share
from huiying.core.review.measures import Spread, spread
from huiying.core.review.verdict import Verdict
from huiying.core.types import Event, Level

WEEK = timedelta(days=7)
FEWEST = 5
"""Sources with fewer items than this in the record are counted together: behind so few may stand one person."""
OTHERS = "others"
NONE = ""


class Times(msgspec.Struct, frozen=True):
    """Lengths of time in seconds, sorted; a 90th percentile only of ten or more."""

    values: tuple[float, ...]
    spread: Spread


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a breakdown. `worth` are the calls known to have been worth it, of those of which it is known."""

    name: str
    calls: int
    cases: int
    false: int
    open: int
    worth: Share


class Week(msgspec.Struct, frozen=True):
    """The calls of one week: level → outcome → how many."""

    start: datetime
    calls: dict[str, dict[str, int]]


class Missed(msgspec.Struct, frozen=True):
    """A case that no warning had called to before it was known otherwise. `late`: a warning came, so many seconds after."""

    case: str
    known_by: str
    late: float | None


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """Calls raised and cases opened in [start, end), with what the record says of them by now.

    `feedback`: of the calls that people judged, those they found useful or late, against wrong. `opened`: of the calls that were decided,
    those that led to a case. `found`: of the cases, those that a warning had called to before anybody else told of them. `after_public`:
    from the first public item to the call. `before_known`: from the call to when somebody else told of it. `before_peak`: from the call to
    the story's busiest six hours; below zero it came after them.
    """

    start: datetime
    end: datetime
    calls: int
    levels: dict[str, int]
    verdicts: dict[str, int]
    unsaid: int
    feedback: Share
    opened: Share
    undecided: int
    found: Share
    missed: tuple[Missed, ...]
    after_public: Times
    before_known: Times
    before_peak: Times
    false_alarms: int
    false_a_week: float
    acknowledge: Times
    unacknowledged: int
    weeks: tuple[Week, ...]
    by_level: tuple[Row, ...]
    by_rule: tuple[Row, ...]
    by_watch: tuple[Row, ...]
    by_source: tuple[Row, ...]


def prove(events: Iterable[Event], start: datetime, end: datetime) -> Proof:
    """The proof of [start, end) from a record."""
    record = read(events)
    calls = [call for call in record.calls if start <= call.at < end]
    cases = [case for case in record.cases if start <= case.at < end]
    verdicts = Counter(call.verdict for call in calls)
    right = verdicts[Verdict.USEFUL] + verdicts[Verdict.LATE]
    decided = [call for call in calls if call.case or call.dismissed is not None]
    missed = [found for case in cases if (found := _missed(case, record)) is not None]
    false = sum(call.worth is False for call in calls)
    peaks = [(call, peak) for call in calls if (peak := record.peak(call.story)) is not None]
    return Proof(
        start=start,
        end=end,
        calls=len(calls),
        levels={level.value: sum(call.level is level for call in calls) for level in Level},
        verdicts={verdict.value: verdicts[verdict] for verdict in Verdict},
        unsaid=verdicts[None],
        feedback=share(right, right + verdicts[Verdict.WRONG]),
        opened=share(sum(bool(call.case) for call in decided), len(decided)),
        undecided=len(calls) - len(decided),
        found=share(len(cases) - len(missed), len(cases)),
        missed=tuple(missed),
        after_public=_times((call.at - call.first_public).total_seconds() for call in calls if call.first_public is not None),
        before_known=_times(_leads(cases, record)),
        before_peak=_times((peak - call.at).total_seconds() for call, peak in peaks),
        false_alarms=false,
        false_a_week=round(false * WEEK / (end - start), 3),
        acknowledge=_times((call.acknowledged - call.at).total_seconds() for call in calls if call.acknowledged is not None),
        unacknowledged=sum(call.acknowledged is None for call in calls),
        weeks=_weeks(calls, start, end),
        by_level=_rows(calls, lambda call: [call.level.value], [level.value for level in Level]),
        by_rule=_rows(calls, lambda call: [call.rule]),
        by_watch=_rows(calls, lambda call: [call.watch]),
        by_source=_rows(calls, lambda call: _outlets(call, record)),
    )


def _warned(case: Opened, record: Calls) -> datetime | None:
    return min((at for story in case.stories if (at := record.earliest(story)) is not None), default=None)


def _missed(case: Opened, record: Calls) -> Missed | None:
    """A case from a warning is none; one opened by hand is, unless the detector had called to its story before it was known."""
    if case.warning:
        return None
    at = _warned(case, record)
    if at is not None and at <= case.known:
        return None
    return Missed(case.case, case.known_by, (at - case.known).total_seconds() if at is not None else None)


def _leads(cases: Sequence[Opened], record: Calls) -> list[float]:
    """For the cases of which somebody told us, how long before the detector had called. Below zero: it came after."""
    told = [(case, at) for case in cases if case.known_by and (at := _warned(case, record)) is not None]
    return [(case.known - at).total_seconds() for case, at in told]


def _outlets(call: Call, record: Calls) -> list[str]:
    return sorted({source if record.items.get(source, 0) >= FEWEST else OTHERS for source in call.sources})


def _times(seconds: Iterable[float]) -> Times:
    ordered = tuple(sorted(seconds))
    return Times(ordered, spread(ordered))


def _weeks(calls: Sequence[Call], start: datetime, end: datetime) -> tuple[Week, ...]:
    count = max(1, -((start - end) // WEEK))
    weeks = [Week(start + number * WEEK, {level.value: {} for level in Level}) for number in range(count)]
    for call in calls:
        held = weeks[(call.at - start) // WEEK].calls[call.level.value]
        held[call.outcome] = held.get(call.outcome, 0) + 1
    return tuple(weeks)


def _rows(calls: Sequence[Call], names: Callable[[Call], Sequence[str]], order: Sequence[str] = ()) -> tuple[Row, ...]:
    """One row a name, those with most calls first unless an order is given. A call may stand in several rows."""
    held: dict[str, list[Call]] = {name: [] for name in order}
    for call in calls:
        for name in names(call):
            held.setdefault(name, []).append(call)
    rows = [
        Row(
            name=name,
            calls=len(found),
            cases=sum(bool(call.case) for call in found),
            false=sum(call.worth is False for call in found),
            open=sum(call.worth is None for call in found),
            worth=share(sum(call.worth is True for call in found), sum(call.worth is not None for call in found)),
        )
        for name, found in held.items()
    ]
    return tuple(rows if order else sorted(rows, key=lambda row: (row.name == OTHERS, -row.calls, row.name)))
