"""Forecasts of a story's further reports against what came: on labelled counties, and on open hot-list streams."""

from __future__ import annotations

import heapq
import subprocess
from argparse import Namespace
from bisect import bisect_right
from collections import defaultdict
from datetime import UTC, datetime
from math import log2
from pathlib import Path

import orjson

from bench.data import COUNTY, DEMO, SHUOYUAN, STREAMS, XIYU, need, read_rows
from bench.scoring import replay, table
from huiying.core.detect.forecast import AGAIN, AT_MOST, HORIZONS, HOUR, QUIET, Outlook, Rates, outlook
from huiying.core.detect.rates import WINDOW_DAYS, Passed, learn
from huiying.core.review.foresight import Scored, foresight, loss

DAY = 24 * HOUR
SHIFT = 8 * HOUR
QUARTERS = (("2024-01-01", "2024-04-01"), ("2024-07-01", "2024-10-01"), ("2024-12-01", "2025-03-01"))
Stories = dict[str, list[float]]
HELD = ["stream", "hours", "forecasts", "80 % range held", "ranges of more than one count", "of these held", "50 % range held"]
_PLAIN = ("same as before", "none", "mean of that age")
ERRORS = ["stream", "hours", "reports, mean", "error, median", _PLAIN[0], "error, mean", *_PLAIN, "pinball", *_PLAIN]
Row = tuple[list[object], list[object]]


def run(work: Path, _: Namespace) -> None:
    """Measure the counties by their labels, the streams by the stories and the warnings of a replay."""
    rows: list[Row] = []
    for name, folder in (("developed-on county", COUNTY), ("demonstration", DEMO), ("second county", SHUOYUAN), ("third county", XIYU)):
        stories = labelled_stories(folder)
        rows += measure(name, stories, {key: times[0] for key, times in stories.items()})
    files = [need(path) for path in STREAMS]
    replay(work / "streams", files)
    stories, warned = replayed(work / "streams", files)
    for since, until in QUARTERS:
        chosen, starts = within(stories, warned, since, until)
        rows += measure(f"hot lists, {since} … {until}", chosen, starts)
    table(HELD, [held for held, _ in rows])
    print("\nErrors in reports; a cell beside *error* or *pinball* is the same figure of a plain guess.\n")
    table(ERRORS, [errors for _, errors in rows])


def labelled_stories(folder: Path) -> Stories:
    """When the reports of each labelled story came, copies left out."""
    labels = {row["id"]: row for row in read_rows(need(folder / "labels.jsonl"))}
    stories: Stories = defaultdict(list)
    for row in read_rows(folder / "items.jsonl"):
        label = labels[row["id"]]
        if label.get("story") and not label.get("duplicate_of"):
            stories[label["story"]].append(datetime.fromisoformat(row["published_at"]).timestamp())
    return {key: sorted(times) for key, times in stories.items()}


def replayed(folder: Path, files: list[Path]) -> tuple[Stories, dict[str, float]]:
    """When the entries of each story were first seen, copies left out; and when each story was first warned of."""
    first: dict[str, float] = {}
    for path in files:
        lines = subprocess.run(["zstd", "-dcq", "--long=27", str(path)], check=True, capture_output=True).stdout.splitlines()  # noqa: S603, S607
        for row in map(orjson.loads, lines):
            first.setdefault(f"{row['source']}:{row['id']}", datetime.fromisoformat(row["observed_at"]).timestamp())
    stories: Stories = defaultdict(list)
    for row in read_rows(folder / "assignments.jsonl"):
        if row["decision"] != "duplicate" and row["id"] in first:
            stories[row["story"]].append(first[row["id"]])
    warned: dict[str, float] = {}
    for row in read_rows(folder / "warnings.jsonl"):
        warned.setdefault(row["story"], datetime.fromisoformat(row["at"]).timestamp())
    return {key: sorted(times) for key, times in stories.items()}, warned


def within(stories: Stories, warned: dict[str, float], since: str, until: str) -> tuple[Stories, dict[str, float]]:
    """The stories warned of within a period. Nothing from before it is known."""
    start, end = (datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() for day in (since, until))
    chosen = {key: [at for at in stories[key] if at < end + 2 * DAY] for key, at in warned.items() if start <= at < end and key in stories}
    return chosen, {key: warned[key] for key in chosen}


def moments(times: list[float], start: float) -> list[float]:
    """When the desk would make a forecast: when the story is warned of, then whenever one is due."""
    found, at = [start], start
    while True:
        seen = bisect_right(times, at)
        coming = times[seen] if seen < len(times) else None
        again = at + AGAIN * HOUR
        at = again if coming is None else min(again, max(coming, at + AT_MOST * HOUR))
        if at - times[bisect_right(times, at) - 1] >= QUIET * HOUR:
            if coming is None:
                return found
            at = max(coming, at)
        found.append(at)


class Line:
    """Forecasts for one horizon and what came, beside three plain guesses."""

    def __init__(self) -> None:
        self.scored: list[Scored] = []
        self.inner: list[bool] = []
        self.aged: list[float] = []

    def add(self, made: Outlook, number: int, actual: int, aged: float) -> None:
        part = made.parts[number]
        self.scored.append(
            Scored(hours=part.hours, median=part.median, low=part.low, high=part.high, before=made.before[number], actual=actual)
        )
        self.inner.append(part.inner_low <= actual <= part.inner_high)
        self.aged.append(aged)

    def row(self, name: str, hours: int) -> Row:
        found = next(one for one in foresight(self.scored) if one.hours == hours)
        wide = [row for row in self.scored if row.high > row.low]
        came = [row.actual for row in self.scored]
        count = len(came)
        aged = list(zip(came, self.aged, strict=True))
        held = [found.inside / count, len(wide) / count, sum(row.low <= row.actual <= row.high for row in wide) / len(wide)]
        none = sum(came) / count
        errors = [
            none, found.error, found.error_same, found.mean_error, found.mean_error_same, none, sum(abs(a - g) for a, g in aged) / count,
            found.pinball, found.pinball_same, found.pinball_none, sum(loss(a, g, g, g) for a, g in aged) / count,
        ]  # fmt: skip
        return [name, hours, count, *held, sum(self.inner) / count], [name, hours, *(f"{value:.2f}" for value in errors)]


def measure(name: str, stories: Stories, starts: dict[str, float]) -> list[Row]:
    """Go through the stream in time; learn once a day from what has passed, as the desk does."""
    end = max(times[-1] for times in stories.values())
    todo = sorted((at, key) for key, times in stories.items() for at in moments(times, starts[key]))
    lines, rates, learned = {hours: Line() for hours in HORIZONS}, Rates(), 0.0
    coming: list[tuple[float, int, float, Passed]] = []
    passed: list[tuple[float, Passed]] = []
    since: list[Passed] = []
    of_age: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    known = sorted(at for times in stories.values() for at in times)
    for at, key in todo:
        while coming and coming[0][0] <= at:
            _, _, begun, row = heapq.heappop(coming)
            passed.append((at, row))
            since.append(row)
            tally = of_age[row.hours, age_class(begun)]
            tally[0] += row.actual
            tally[1] += 1
        if at - learned >= DAY:
            passed = [(when, row) for when, row in passed if when >= at - WINDOW_DAYS * DAY]
            lately = known[bisect_right(known, at - WINDOW_DAYS * DAY) : bisect_right(known, at)]
            hours = [0] * 24
            for when in lately:
                hours[int((when + SHIFT) // HOUR) % 24] += 1
            rates, learned, since = learn([row for _, row in passed], since, rates, hours), at, []
        times = stories[key]
        made = outlook([datetime.fromtimestamp(one, UTC) for one in times], datetime.fromtimestamp(at, UTC), rates, SHIFT)
        if made is None or at + HORIZONS[-1] * HOUR > end:
            continue
        age = at - times[0]
        for number, part in enumerate(made.parts):
            actual = bisect_right(times, at + part.hours * HOUR) - bisect_right(times, at)
            total, seen = of_age[part.hours, age_class(age)]
            lines[part.hours].add(made, number, actual, total / seen if seen else 0.0)
            row = Passed(
                hours=part.hours, decaying=made.decaying, busy=made.busy[number], actual=actual, wide=part.wide, inside=part.holds(actual)
            )
            heapq.heappush(coming, (at + part.hours * HOUR + HOUR, len(lines[part.hours].scored), age, row))
    return [line.row(name, hours) for hours, line in lines.items()]


def age_class(age: float) -> int:
    """Stories of about the same age: hours by their power of two."""
    return int(log2(1 + age / HOUR))
