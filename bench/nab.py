"""Surges in ten series of tweet volumes with labelled windows, scored as the Numenta Anomaly Benchmark scores its standard profile.

The formula (Lavin & Ahmad 2015, standard profile): in each window the earliest alert counts, by its place: 1 at the left edge, falling
along a sigmoid to 0 at the right one; a missed window is -1; an alert outside costs up to 0.11, less shortly after a window. The first 15
per cent (750 points at most) are not scored. 0 is no alert at all, 100 every window at its first moment. Only these ten series, so not
comparable with a scoreboard over all of NAB.
"""

from __future__ import annotations

import csv
import gzip
import math
from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from random import Random
from typing import NamedTuple

import orjson

from bench.data import FOLDER, need
from bench.scoring import table
from huiying.core.detect.volume import Volume, VolumeConfig

SERIES = FOLDER / "data" / "streams" / "nab_tweets"
BUCKET = 300.0
FALSE_ALARM = 0.11
PROBATION, PROBATION_MOST = 0.15, 750
REST = 288  # points, a day: no method alerts twice in it
DEFAULT = VolumeConfig(bucket=BUCKET)
CHOICES = [
    VolumeConfig(bucket=BUCKET, window=window, threshold=threshold, record=record)
    for window, threshold, record in product((900.0, 1800.0, 3600.0), (3.0, 3.5, 4.0), (0.8, 0.9, 1.0))
]


class Series(NamedTuple):
    """One file: seconds, counts, and the labelled windows as first and last index."""

    name: str
    times: list[float]
    counts: list[int]
    windows: list[tuple[int, int]]


class Scored(NamedTuple):
    """What one series gave: raw score, windows, windows hit, false alarms."""

    raw: float
    windows: int
    hit: int
    false: int


def read(folder: Path) -> list[Series]:
    """The ten series by name."""
    labels = orjson.loads(need(folder / "windows.json").read_bytes())
    found = []
    for path in sorted(folder.glob("*.csv.gz")):
        with gzip.open(path, "rt") as lines:
            rows = [(_seconds(row["timestamp"]), int(float(row["value"]))) for row in csv.DictReader(lines)]
        times = [at for at, _ in rows]
        name = path.name.removesuffix(".csv.gz")
        windows = []
        for first, last in labels[f"realTweets/{name}.csv"]:
            start, end = _seconds(first), _seconds(last)
            inside = [number for number, at in enumerate(times) if start <= at <= end]
            windows.append((inside[0], inside[-1]))
        found.append(Series(name.removeprefix("Twitter_volume_"), times, [count for _, count in rows], windows))
    return found


def _seconds(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


def sigmoid(place: float) -> float:
    """1 far before the edge of a window, 0 on it, -1 far after it."""
    return -1.0 if place > 3.0 else 2.0 / (1.0 + math.exp(5.0 * place)) - 1.0


def score(alerts: Sequence[int], length: int, windows: Sequence[tuple[int, int]]) -> Scored:
    """The raw score of one series' alerts (indices)."""
    probation = int(min(PROBATION * length, PROBATION_MOST))
    best = [-1.0] * len(windows)
    cost, false = 0.0, 0
    for alert in alerts:
        if alert < probation:
            continue
        inside = [number for number, (first, last) in enumerate(windows) if first <= alert <= last]
        for number in inside:
            first, last = windows[number]
            best[number] = max(best[number], sigmoid(-(last - alert + 1) / (last - first + 1)) / sigmoid(-1.0))
        if not inside:
            false += 1
            before = [window for window in windows if window[1] < alert]
            place = (alert - before[-1][1]) / (before[-1][1] - before[-1][0]) if before else math.inf
            cost += FALSE_ALARM * sigmoid(place)
    return Scored(sum(best) + cost, len(windows), sum(value > -1.0 for value in best), false)


def total(scored: Sequence[Scored]) -> float:
    """The normalised score, 0 to 100 and below."""
    windows = sum(one.windows for one in scored)
    return 100.0 * (sum(one.raw for one in scored) + windows) / (2.0 * windows)


def ours(config: VolumeConfig, series: Series) -> list[int]:
    """The product's alerts."""
    volume = Volume(config)
    return [number for number, (at, count) in enumerate(zip(series.times, series.counts, strict=True)) if volume.update(at, count).surge]


def ewma(series: Series) -> list[float]:
    """SigniTrend (Schubert et al. 2014): distance from an exponentially weighted mean in its own deviations, half-life three days."""
    gain, mean, variance = 1 - 0.5 ** (1 / 864), 0.0, 0.0
    made = []
    for count in series.counts:
        made.append((count - mean) / (math.sqrt(variance) + 1.0))
        change = count - mean
        mean += gain * change
        variance = (1 - gain) * (variance + gain * change * change)
    return made


def windowed_gaussian(series: Series) -> list[float]:
    """NAB's own baseline: deviations from the mean of the last 6,400 points."""
    made, window, total_, squares = [], 6400, 0.0, 0.0
    for number, count in enumerate(series.counts):
        known = min(number, window)
        mean = total_ / known if known else 0.0
        deviation = math.sqrt(max(squares / known - mean * mean, 0.0)) if known else 0.0
        made.append((count - mean) / max(deviation, 1e-6) if known else 0.0)
        total_, squares = total_ + count, squares + count * count
        if number >= window:
            old = series.counts[number - window]
            total_, squares = total_ - old, squares - old * old
    return made


def ears_c2(series: Series) -> list[float]:
    """EARS C2 (Hutwagner et al. 2003) on hours: seven days at this hour, two days of guard, deviation of 0.5 at least."""
    hours = [0] * (len(series.counts) // 12 + 1)
    made = []
    for number, count in enumerate(series.counts):
        hour = number // 12
        hours[hour] += count
        past = [hours[hour - 24 * day] for day in range(3, 10) if hour - 24 * day >= 0]
        if number % 12 != 11 or len(past) < 7:
            made.append(0.0)
            continue
        mean = sum(past) / 7
        deviation = math.sqrt(sum((value - mean) ** 2 for value in past) / 6)
        made.append((hours[hour] - mean) / max(deviation, 0.5))
    return made


def by_chance(series: Series) -> list[float]:
    """Random figures."""
    chance = Random(series.name)  # noqa: S311 - repeatable
    return [chance.random() for _ in series.counts]


def above(scores: Sequence[float], threshold: float) -> list[int]:
    """Where scores reach the threshold, at most once a day."""
    alerts: list[int] = []
    for number, value in enumerate(scores):
        if value >= threshold and (not alerts or number - alerts[-1] > REST):
            alerts.append(number)
    return alerts


def best_of(scores: Sequence[Sequence[float]], series: Sequence[Series]) -> list[Scored]:
    """What a baseline reaches at the threshold that suits it best on these very series."""
    pooled = sorted(value for one in scores for value in one)
    thresholds = {pooled[-int(count)] for step in range(40) if (count := 10 ** (1 + step * 0.075)) < len(pooled)}

    def at(threshold: float) -> list[Scored]:
        return [score(above(one, threshold), len(one), s.windows) for one, s in zip(scores, series, strict=True)]

    return max((at(threshold) for threshold in sorted(thresholds)), key=total)


def run(_work: Path, _: Namespace) -> None:
    """Print the table."""
    series = read(SERIES)
    points = sum(len(one.counts) for one in series)
    print(f"{len(series)} series, {points:,} points of five minutes, {sum(len(one.windows) for one in series)} windows\n")

    def with_config(config: VolumeConfig) -> list[Scored]:
        return [score(ours(config, one), len(one.counts), one.windows) for one in series]

    mine, choices = with_config(DEFAULT), [with_config(config) for config in CHOICES]
    left_out = []
    for number in range(len(series)):
        others = max(choices, key=lambda scored: sum(one.raw for place, one in enumerate(scored) if place != number))
        left_out.append(others[number])
    rows: list[list[object]] = [
        _row("product, default configuration (in-sample)", mine, points),
        _row("product, settings chosen on the other nine series", left_out, points),
    ]
    baselines: tuple[tuple[str, Callable[[Series], list[float]]], ...] = (
        ("SigniTrend EWMA z", ewma),
        ("windowed Gaussian", windowed_gaussian),
        ("EARS C2 on hours", ears_c2),
        ("random", by_chance),
    )
    for name, method in baselines:
        rows.append(_row(f"{name}, best threshold in-sample", best_of([method(one) for one in series], series), points))
    table(["detector", "NAB score", "windows hit", "P", "R", "false alarms", "false alarms a series-week"], rows)
    totals = sorted(total(one) for one in choices)
    print(f"\nall {len(choices)} settings tried: {totals[0]:.1f} … {totals[len(totals) // 2]:.1f} (median) … {totals[-1]:.1f}")
    print("by series: " + ", ".join(f"{one.name} {total([scored]):.0f}" for one, scored in zip(series, mine, strict=True)))


def _row(name: str, scored: Sequence[Scored], points: int) -> list[object]:
    hit, windows, false = (sum(getattr(one, what) for one in scored) for what in ("hit", "windows", "false"))
    weeks = points * BUCKET / (7 * 86400)
    precision = hit / (hit + false) if hit + false else 0.0
    return [name, f"{total(scored):.1f}", f"{hit} of {windows}", precision, hit / windows, false, f"{false / weeks:.2f}"]
