"""The curves of src/huiying/core/detect/emergence.py, found on the first half of the open streams.

A logistic regression on pieces of straight lines, each of which may only rise or only fall: is what stands around this title among the
events that will be public within a day? Titles of happenings that are public already say nothing. The threshold is the one that would have
been best where each quarter of the half is judged by curves that have not seen it. Nothing is written: the curves are printed.

Needs scipy, which is no dependency of the project: pip install scipy
"""

from __future__ import annotations

from argparse import Namespace
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.data import FOLDER, STREAMS, need, read_rows
from bench.scoring import table
from huiying.core.clean.text import fold
from huiying.core.clean.urls import item_id
from huiying.core.detect.emergence import values
from huiying.core.detect.happening import Lately
from huiying.core.detect.usual import bare
from huiying.replay.reading import in_time_order

DAY = 86400.0
WARM_UP, FIRST, SECOND, END = (
    datetime.fromisoformat(f"{day}T00:00:00+08:00").timestamp() for day in ("2024-06-10", "2024-07-01", "2024-11-15", "2025-04-01")
)
TOLD = 72 * 3600.0
RIDGE, LASSO = 2.0, 1.0
FOLDS = 4
# what a quantity is cut at, and whether more of it can only speak for (1) or against (-1) what comes
SHAPES: dict[str, tuple[tuple[float, ...], int]] = {
    "half_day": ((1, 2, 3, 4, 5, 6, 8, 10, 14), 1),
    "three_hours": ((1, 2, 3, 5, 8), 1),
    "hour": ((1, 2, 3, 5), 1),
    "near": ((2, 3, 4, 6, 8, 12), 1),
    "outlets": ((1, 2, 3), 1),
    "word_outlets": ((1, 2, 3), 1),
    "word_day": ((1, 2, 3, 4, 5, 6, 8, 10, 14), 1),
    "word_six": ((1, 2, 3, 4, 6, 8), 1),
    "surprise": ((0, 1, 2, 3, 4, 5, 6), 1),
    "word_usual": ((-2.4, -1, 0, 1, 2, 4), -1),
    "second_heat": ((-1, 0, 0.5, 1, 1.5, 2), 1),
    "word_heat": ((-1, 0, 1, 2, 2.5), 1),
    "rank": ((1, 3, 5, 10, 20, 40), -1),
    "gap": ((0, 0.5, 1, 2, 4, 8, 16), -1),
    "age": ((0, 2, 6, 12, 20), -1),
    "length": ((5, 8, 10, 13, 18, 25), 0),
    "nearest": ((0.15, 0.25, 0.35, 0.5, 0.7), 0),
    "cohesion": ((0.1, 0.15, 0.2, 0.3, 0.4, 0.6), 0),
    "word_near": ((0, 0.15, 0.3, 0.5), 1),
    "ahead": ((0.3, 0.7, 1, 1.3, 1.6), 1),
}
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Event:
    """When it was public, until when, its titles, and all titles that will ever tell of it."""

    at: float
    until: float
    titles: frozenset[str]
    ever: frozenset[str]


@dataclass
class Moments:
    """Every title that had something near it: when, the items of its happening, their titles, and what the curves look at."""

    at: Floats
    items: list[tuple[str, ...]]
    titles: list[frozenset[str]]
    values: dict[str, Floats]


def events(path: Path) -> list[Event]:
    """The events of a file of make_events.py."""
    rows = read_rows(need(path))
    return [
        Event(_seconds(row["t"]), _seconds(row["until"]), frozenset(row["titles"]), frozenset(row["titles"] + row["later_titles"]))
        for row in rows
    ]


def _seconds(text: str) -> float:
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def moments() -> Moments:
    """The streams once through the memory of the last day."""
    lately, known, said = Lately(), set(), {}
    at: list[float] = []
    items: list[tuple[str, ...]] = []
    found: defaultdict[str, list[float]] = defaultdict(list)
    for time, raw in in_time_order([need(path) for path in STREAMS], set()):
        now, key = time.timestamp(), item_id(raw)
        if key in known:
            lately.observe(key, raw.heat, raw.rank, raw.source)
            continue
        known.add(key)
        title = fold(raw.title)
        said[key] = bare(title)
        happening = lately.enter(key, raw.source, title, now, raw.heat, raw.rank)
        if happening is not None and now >= WARM_UP:
            at.append(now)
            items.append(happening.items)
            for name, value in values(happening).items():
                found[name].append(value)
    titles = [frozenset(said[item] for item in group) for group in items]
    return Moments(np.array(at), items, titles, {name: np.array(column) for name, column in found.items()})


def labels(seen: Moments, truth: list[Event]) -> npt.NDArray[np.int64]:
    """1 where an event comes within a day, 0 where none does, -1 where it is public already."""
    early, ever = _holders(truth, "titles"), _holders(truth, "ever")
    return np.array([_label(now, titles, truth, early, ever) for now, titles in zip(seen.at, seen.titles, strict=True)])


def _holders(truth: list[Event], part: str) -> dict[str, list[int]]:
    held: defaultdict[str, list[int]] = defaultdict(list)
    for number, event in enumerate(truth):
        for title in getattr(event, part):
            held[title].append(number)
    return held


def _label(now: float, titles: frozenset[str], truth: list[Event], early: dict[str, list[int]], ever: dict[str, list[int]]) -> int:
    if any(truth[number].at - DAY <= now < truth[number].at for number in _told(titles, early)):
        return 1
    return -1 if any(truth[number].at <= now <= truth[number].until + 3 * DAY for number in _told(titles, ever)) else 0


def _told(titles: frozenset[str], held: dict[str, list[int]]) -> list[int]:
    """Events of which at least two titles, and at least 40 % of the titles, tell."""
    shared = Counter(number for title in sorted(titles) for number in held.get(title, ()))
    return [number for number, count in shared.items() if count >= 2 and count >= 0.4 * len(titles)]


def ramps(seen: Moments) -> tuple[Floats, list[int]]:
    """One column for every piece of every curve, from 0 at its lower knot to 1 at its upper one; and its sign."""
    columns, signs = [], []
    for name, (knots, sign) in SHAPES.items():
        for low, high in pairwise(knots):
            columns.append(np.clip((seen.values[name] - low) / (high - low), 0, 1))
            signs.append(sign)
    return np.column_stack(columns), signs


def fit(columns: Floats, signs: list[int], wanted: npt.NDArray[np.bool_]) -> Floats:
    """Coefficients, the constant last: logistic regression with bounded signs, a ridge and a lasso."""
    from scipy.optimize import minimize

    truth = wanted.astype(float)

    def loss(given: Floats) -> tuple[float, Floats]:
        z, size = columns @ given[:-1] + given[-1], given[:-1]
        slope = 1 / (1 + np.exp(-z)) - truth
        value = np.sum(np.logaddexp(0, z) - truth * z) + RIDGE * np.sum(size**2) + LASSO * np.sum(np.abs(size))
        return float(value), np.append(columns.T @ slope + 2 * RIDGE * size + LASSO * np.sign(size), slope.sum())

    bounds = [(0, None) if sign > 0 else (None, 0) if sign < 0 else (None, None) for sign in signs]
    start = np.append(np.zeros(columns.shape[1]), -4.0)
    result: Floats = minimize(loss, start, jac=True, bounds=[*bounds, (None, None)], method="L-BFGS-B", options={"maxiter": 400}).x
    return result


def calls(seen: Moments, odds: Floats, least: float) -> list[int]:
    """The moments at which a desk would be called: once a happening, as core/warn/warner.py does."""
    told: dict[str, float] = {}
    made = []
    for number in np.flatnonzero(odds >= least).tolist():
        now, items = float(seen.at[number]), seen.items[number]
        known = [item for item in items if now - told.get(item, -TOLD) < TOLD]
        fresh = 2 * len(known) < len(items)
        for item in items:
            if item not in known:
                told[item] = now
        if fresh:
            made.append(number)
    return made


def judged(seen: Moments, made: list[int], truth: list[Event], start: float, end: float) -> tuple[float, float, float, float]:
    """F1, P, R and calls a day between two times, by the rules of the scorer without its repeats."""
    early, ever = _holders(truth, "titles"), _holders(truth, "ever")
    hit: set[int] = set()
    right = false = count = 0
    for number in made:
        now, titles = float(seen.at[number]), seen.titles[number]
        found = {event for event in _told(titles, early) if truth[event].at - DAY <= now < truth[event].at}
        inside = start <= now < end
        count += inside
        if found - hit:
            right += inside
        elif not found and not any(truth[event].at <= now <= truth[event].until + 3 * DAY for event in _told(titles, ever)):
            false += inside
        hit |= found
    counted = [number for number, event in enumerate(truth) if start <= event.at < end]
    precision = right / (right + false) if right + false else 0.0
    recall = sum(number in hit for number in counted) / len(counted)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f1, precision, recall, count / ((end - start) / DAY)


def best(seen: Moments, odds: Floats, truth: list[Event]) -> float:
    """The threshold with the best F1 of the first half, smoothed over its neighbours."""
    inside = (seen.at >= FIRST) & (seen.at < SECOND)
    tried = np.quantile(odds[inside], 1 - np.geomspace(0.006, 0.2, 24))
    found = np.array([judged(seen, calls(seen, odds, least), truth, FIRST, SECOND)[0] for least in tried])
    smooth = np.convolve(np.pad(found, 1, "edge"), [0.25, 0.5, 0.25], "valid")
    return float(tried[int(np.argmax(smooth))])


def run(_: Path, __: Namespace) -> None:
    """Fit, choose the threshold, print both and what they reach."""
    truth = events(FOLDER / "score" / "events_dev.jsonl")
    seen = moments()
    label = labels(seen, truth)
    columns, signs = ramps(seen)
    half = (seen.at >= FIRST) & (seen.at < SECOND)
    known = half & (label >= 0)
    given = fit(columns[known], signs, label[known] == 1)
    odds = columns @ given[:-1] + given[-1]
    apart = odds.copy()
    quarter = np.clip((seen.at - FIRST) / (SECOND - FIRST) * FOLDS, 0, FOLDS - 1).astype(int)
    for number in range(FOLDS):
        others = known & (quarter != number)
        held = fit(columns[others], signs, label[others] == 1)
        here = half & (quarter == number)
        apart[here] = columns[here] @ held[:-1] + held[-1]
    least = best(seen, apart, truth)
    rows: list[list[object]] = [
        ["first half, each quarter by curves of the others", *judged(seen, calls(seen, apart, least), truth, FIRST, SECOND)],
        ["second half", *judged(seen, calls(seen, odds, least), truth, SECOND, END)],
    ]
    table(["period", "F1", "P", "R", "calls a day"], rows)
    print(f"\nUSUAL = {given[-1]:.3f}\nCALLED = {least:.3f}\nCURVES = (")
    place = 0
    for name, (knots, _sign) in SHAPES.items():
        steps = given[place : place + len(knots) - 1]
        place += len(steps)
        points = np.concatenate([[0.0], np.cumsum(steps)]).round(2).tolist()
        print(f'    Curve("{name}", {tuple(map(float, knots))}, {tuple(points)}),')
    print(")")
