"""A search for the weights of a story's score on sparse streams (src/huiying/core/detect/score.py), on labelled counties.

Every signal of a replay is kept with what its parts are in units of their weights. Random weights are then tried on all of it: a warning is
the first signal of a story at or above blue, judged as the scorer of labelled counties judges it. What is looked for: many stories in time
at few false warnings on all counties, with the two that the desk is measured by within what is wanted of them. Nothing is written: the best
are printed. The table of what reports are about (care.npz) is as it is shipped, so on the counties it was made on these figures are better
than an unseen county's; tools/care.py --check says by how much.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from bench.data import FOLDER, MADE_ON, need, read_rows
from bench.scoring import table
from huiying.core.detect import detector
from huiying.core.detect.detector import Signal
from huiying.core.detect.score import Weights
from huiying.core.group.arrays import Doubles
from huiying.core.pipeline import Setup, State, prepare, step
from huiying.core.types import Contribution
from huiying.core.warn.levels import LevelTable
from huiying.core.warn.warner import WarnConfig, Warner
from huiying.replay.reading import in_time_order, scan
from huiying.replay.run import read_watches

# Part of a score → the weight that it is proportional to.
PARTS = {
    "growth": "growth",
    "hotline_tickets": "hotline",
    "concern": "concern",
    "about": "about",
    "calm": "calm",
    "set_aside": "set_aside",
    "elsewhere": "elsewhere",
    "official_conduct": "conduct",
    "watch": "watch",
    "unwatched": "unwatched",
}
TRIED = 400
SPREAD = (0.5, 0.75, 1.0, 1.3, 1.8)
SEED = 5
MEASURED = ("developed-on county", "demonstration")
IN_TIME, FALSE = 0.95, 3.0
SHOWN = 8


@dataclass(frozen=True)
class Kept:
    """A county's signals, of each what every part of PARTS adds for a weight of 1 and what all others add; and how it is judged."""

    signals: list[Signal]
    units: Doubles
    rest: Doubles
    judge: Callable[[list[dict[str, Any]]], dict[str, Any]]


def kept(folder: Path) -> Kept:
    """Replay a county with its watches, where it has any."""
    scorer = _scorer()
    items, labels = list(read_rows(need(folder) / "items.jsonl")), list(read_rows(folder / "labels.jsonl"))
    stories = {row["story"]: row for row in read_rows(folder / "stories.jsonl")}
    story_of = {row["id"]: row["story"] for row in labels}
    relevant = {row["story"] for row in labels if row["relevant"]}
    times = [scorer.epoch(row.get("published_at") or row["observed_at"]) for row in items]
    weeks = (max(times) - min(times)) / (7 * scorer.DAY)

    def judge(warnings: list[dict[str, Any]]) -> dict[str, Any]:
        scorer.mark_repeats(warnings)
        result: dict[str, Any] = scorer.warning_scores(warnings, stories, story_of, relevant, weeks)
        return result

    signals = _signals(folder)
    units = np.array([[_unit(signal.contributions, part) for part in PARTS] for signal in signals])
    rest = np.array([sum(part.weight for part in signal.contributions if part.name not in PARTS) for signal in signals])
    return Kept(signals, units, rest, judge)


def _unit(parts: tuple[Contribution, ...], name: str) -> float:
    return sum(part.weight for part in parts if part.name == name) / float(getattr(Weights(), PARTS[name]))


def _signals(folder: Path) -> list[Signal]:
    """Every signal, with the ids that the input has."""
    watches = read_watches(folder / "watches.json")[1] if (folder / "watches.json").exists() else ()
    state, found, own = State(Setup(watches=watches)), list[Signal](), dict[str, str]()
    signal_of = detector.Detector._signal

    def keep(*given: Any) -> Signal:
        signal = signal_of(*given)
        found.append(signal)
        return signal

    path = folder / "items.jsonl"
    detector.Detector._signal = keep  # type: ignore[method-assign]
    try:
        for at, raw in in_time_order((path,), scan((path,), lambda _: None).unordered):
            item = prepare(state, raw, first_seen=at, zone=UTC)
            own[item.id] = raw.native_id
            state, _ = step(state, [item], at)
    finally:
        detector.Detector._signal = signal_of  # type: ignore[method-assign]
    return [msgspec.structs.replace(signal, items=tuple(own[item] for item in signal.items)) for signal in found]


def _scorer() -> Any:
    """The scorer of labelled counties, with the times that it reads."""
    folder = str(need(FOLDER / "score" / "score_gold.py").parent)
    sys.path.insert(0, folder)
    try:
        import score_gold

        return score_gold
    finally:
        sys.path.remove(folder)


def judged(county: Kept, weights: Doubles, levels: LevelTable) -> tuple[float, float]:
    """Which share of the stories to be warned of was warned of in time, and how many warnings a week were false."""
    warner, made = Warner(WarnConfig(table=levels)), []
    for signal, score in zip(county.signals, (county.rest + county.units @ weights).tolist(), strict=True):
        told = warner.consider(msgspec.structs.replace(signal, score=score))
        if told:
            at = signal.at.astimezone(UTC).timestamp()
            made.append({"at": at, "story": told.story, "level": told.level.value, "items": set(told.items), "score": score})
    found = county.judge(sorted(made, key=lambda warning: (warning["at"], warning["story"])))
    return found["warned_in_time"] or 0.0, found["false_warnings_per_week"]


def worth(found: dict[str, tuple[float, float]]) -> float:
    """What the search makes large."""
    in_time, false = (float(np.mean([pair[at] for pair in found.values()])) for at in (0, 1))
    value = in_time - 0.05 * max(0.0, false - FALSE)
    for name in MEASURED:
        value -= 2 * max(0.0, IN_TIME - found[name][0]) + 0.15 * max(0.0, found[name][1] - FALSE)
    return value


def run(_: Path, __: Namespace) -> None:
    """Try and print."""
    counties = {name: kept(folder) for name, folder in MADE_ON.items()}
    start, levels = np.array([float(getattr(Weights(), weight)) for weight in PARTS.values()]), LevelTable()
    dice, tried = np.random.default_rng(SEED), list[tuple[float, Doubles, dict[str, tuple[float, float]]]]()
    for number in range(TRIED):
        weights = start * (dice.choice(SPREAD, len(PARTS)) if number else 1.0)
        found = {name: judged(county, weights, levels) for name, county in counties.items()}
        tried.append((worth(found), weights, found))
    rows: list[list[object]] = []
    for value, weights, found in [tried[0], *sorted(tried, key=lambda one: -one[0])[:SHOWN]]:
        in_time, false = (float(np.mean([pair[at] for pair in found.values()])) for at in (0, 1))
        said = " ".join(f"{weight} {size:g}" for weight, size in zip(PARTS.values(), weights.round(2), strict=True))
        rows.append([said, value, in_time, false, *(figure for name in MEASURED for figure in found[name])])
    heads = ["weights, the present ones first", "worth", "in time, mean", "false a week, mean"]
    table([*heads, *(f"{name}: {what}" for name in MEASURED for what in ("in time", "false a week"))], rows)
