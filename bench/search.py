"""A search for the weights of grouping (src/huiying/core/group/weights.py), on labelled sets that are then no longer held-out.

First a regression: every decision of a replay is a choice among the candidate stories and a new one, whose evidence is 0 (McFadden's
conditional logit). Under weights that make the labelled choices likely other decisions come up, so it is repeated. Then CMA-ES, from the
best of the present weights, those and what lies between, on what is measured: B³, pair F1 and missed new stories. It ends with the time, so
two runs differ.
The spaced row is searched on English sets, the two others on twelve labelled counties. Nothing is written: the weights are printed.

Needs scipy and cma, which are not dependencies of the project: pip install scipy cma
"""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from bench import stories
from bench.data import MADE_ON
from bench.recording import Decisions, Recorder, Stream, read, together
from bench.recording import replay as replayed
from bench.scoring import figure, table
from huiying.core.group.arrays import Doubles
from huiying.core.group.evidence import weights as present_weights
from huiying.core.group.pieces import EVIDENCE, PIECES

ROUNDS = 3
RIDGE = 2e-3
STEPS_OF_FIT = 80
# between the present weights and those of the regression
SHARES = (0.35, 0.65)
POPULATION = 16
SEED = 1
# what one unit of mean change costs, lest weights without effect wander
CHANGE = 1e-3
REPORT_SECONDS = 20.0


@dataclass(frozen=True)
class Scores:
    """How items were put together: B³ F1, pair F1, and the share of labelled stories whose first item went into an older story."""

    b3: float
    pair: float
    missed: float


@dataclass(frozen=True)
class Wanted:
    """The figures beyond which a gain counts only a tenth; without `missed` a missed story counts a little always."""

    b3: float
    pair: float
    missed: float | None = None


COUNTY_WANTED = Wanted(0.88, 0.82, 0.06)
ENGLISH = {
    "OG2021, English titles": Wanted(0.80, 0.62, 0.12),
    "UCI headlines": Wanted(0.80, 0.80),
    "MStream news titles": Wanted(0.74, 0.73),
    "MStream tweets": Wanted(0.86, 0.88),
}
COUNTIES = dict.fromkeys(MADE_ON, COUNTY_WANTED)


@dataclass(frozen=True)
class Part:
    """Rows of weights that are searched together: on which sets, which pieces CMA-ES may move, its first step, and how much more a decision
    for a new story counts in the regression."""

    rows: tuple[int, ...]
    sets: Mapping[str, Wanted]
    pieces: tuple[str, ...]
    step: float
    new_weight: float


PARTS = {
    # headlines show nothing about kinds that no English set has
    "spaced": Part(
        (0,),
        ENGLISH,
        tuple(
            name
            for name in EVIDENCE
            if name not in ("hotline", "hotlist", "post", "notice", "question") and not name.startswith("comment")
        ),
        0.06,
        0.9,
    ),
    # what depends on the stream: the counties are too small to move everything
    "unspaced": Part(
        (1, 2),
        COUNTIES,
        (
            "bias", "live", "rate", "joining", "known", "chance", "terms", "size", "busy", "idle", "log_alike", "rival", "log_rival", "age",
            "items_since", "shared", "covered", "no_concept", "short", "letters", "alike", "raw_alike", "rarity", "concepts_rarity",
            "comment", "post", "comment_busy", "short_busy", "sense", "no_sense", "rival_sense",
        ),
        0.08,
        1.4,
    ),
}  # fmt: skip


def harmonic(one: float, other: float) -> float:
    """The harmonic mean, 0 where both are."""
    return 2 * one * other / (one + other) if one + other else 0.0


def scores(labels: Sequence[str | None], found: Sequence[str]) -> Scores:
    """Of items in order of time; those without a label open stories but are not scored."""
    scored = [(label, story) for label, story in zip(labels, found, strict=True) if label is not None]
    wanted, made, both = Counter(label for label, _ in scored), Counter(story for _, story in scored), Counter(scored)
    b3 = harmonic(
        sum(count * count / made[story] for (_, story), count in both.items()) / len(scored),
        sum(count * count / wanted[label] for (label, _), count in both.items()) / len(scored),
    )
    right = _pairs(both)
    pair = harmonic(right / _pairs(made) if _pairs(made) else 1.0, right / _pairs(wanted) if _pairs(wanted) else 1.0)
    opened: set[str] = set()
    seen: set[str] = set()
    missed = 0
    for label, story in zip(labels, found, strict=True):
        if label is not None and label not in seen:
            seen.add(label)
            missed += story in opened
        opened.add(story)
    return Scores(b3, pair, missed / len(seen))


def _pairs(counts: Mapping[Any, int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def shortfall(got: Scores, wanted: Wanted) -> float:
    """What CMA-ES makes small: how far the figures stay behind what is wanted and a little more."""
    behind = max(0.0, wanted.b3 + 0.015 - got.b3) + max(0.0, wanted.pair + 0.02 - got.pair) - 0.1 * (got.b3 + got.pair)
    return behind + (0.05 * got.missed if wanted.missed is None else 0.7 * max(0.0, got.missed - wanted.missed + 0.01))


def unlikelihood(weights: Doubles, decisions: Decisions) -> tuple[float, Doubles]:
    """Minus the weighted logarithm of the probability of the right choices, and its gradient by weight."""
    rows = np.arange(len(decisions.right))
    of = np.repeat(np.arange(len(decisions.first)), np.diff([*decisions.first, len(rows)]))
    total = (decisions.pieces @ weights.T)[rows, decisions.pairing]
    highest = np.maximum(np.maximum.reduceat(total, decisions.first), 0.0)
    odds, new = np.exp(total - highest[of]), np.exp(-highest)
    every = np.add.reduceat(odds, decisions.first) + new
    right = np.add.reduceat(np.where(decisions.right, odds, 0.0), decisions.first)
    right = np.maximum(np.where(decisions.has_right, right, new), 1e-300)
    loss = float(decisions.weight @ (np.log(every) - np.log(right)))
    slope = decisions.weight[of] * (odds / every[of] - np.where(decisions.right, odds / right[of], 0.0))
    by_row = np.zeros((len(rows), len(weights)), np.float32)
    by_row[rows, decisions.pairing] = slope
    return loss, (by_row.T @ decisions.pieces).astype(np.float64)


def scale_of(decisions: Decisions) -> Doubles:
    """How far each piece varies: weights times this are of one size."""
    scale = decisions.pieces.std(0, dtype=np.float64)
    return np.where(scale < 1e-3, 1.0, scale)


def fit(start: Doubles, decisions: Decisions, rows: Sequence[int], scale: Doubles) -> Doubles:
    """The rows of weights that make the decisions likeliest, with a small penalty for large ones."""
    minimize = _needed("scipy.optimize").minimize
    scaled = replace(decisions, pieces=decisions.pieces / scale.astype(np.float32))
    free, whole = list(rows), start * scale

    def loss(flat: Doubles) -> tuple[float, Doubles]:
        whole[free] = flat.reshape(len(free), PIECES)
        value, gradient = unlikelihood(whole.astype(np.float32), scaled)
        return value + RIDGE * float(flat @ flat), gradient[free].ravel() + 2 * RIDGE * flat

    found = minimize(loss, whole[free].ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS_OF_FIT})
    whole[free] = found.x.reshape(len(free), PIECES)
    return whole / scale


def _needed(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError:
        sys.exit("The search needs two packages that the project does not: pip install scipy cma")


def run(work: Path, options: Namespace) -> None:
    """Search the rows that are asked for, share the time between them, print the weights and what they change."""
    for module in ("scipy.optimize", "cma"):
        _needed(module)
    streams = {}
    for labelled_set in stories.ALL:
        if labelled_set.name in ENGLISH or labelled_set.name in COUNTIES:
            streams[labelled_set.name] = read(labelled_set, work)
            print(f"{labelled_set.name}: {len(streams[labelled_set.name].ids):,} items", flush=True)
    before = present_weights()
    after = before
    parts = [PARTS[options.rows]] if options.rows else list(PARTS.values())
    for part in parts:
        after = searched(part, after, streams, 60 * options.minutes / len(parts))
    after = rounded(after)
    print(f"\n```python\n{body(after)}```\n")
    rows: list[list[object]] = []
    for name, stream in streams.items():
        old, new = (scores(stream.labels, replayed(stream, weights)) for weights in (before, after))
        rows.append([name, *(f"{figure(getattr(old, key))} / {figure(getattr(new, key))}" for key in ("b3", "pair", "missed"))])
    table(["set", "B³ F1, before / after", "pair F1", "missed new"], rows)


def searched(part: Part, start: Doubles, streams: Mapping[str, Stream], seconds: float) -> Doubles:
    """The best weights that were found in the time; those to start from where there were no better."""

    def loss(weights: Doubles) -> float:
        return sum(shortfall(scores(streams[name].labels, replayed(streams[name], weights)), wanted) for name, wanted in part.sets.items())

    best, least = start, loss(start)
    until = time.monotonic() + seconds  # only now: the first replay may have compiled
    print(f"\nrows {part.rows}: {least:.4f} to start from", flush=True)
    fitted, scale = start, np.ones(PIECES)
    earlier: list[Decisions] = []
    began = time.monotonic()
    for number in range(ROUNDS):
        took, began = time.monotonic() - began, time.monotonic()
        if number and began + took > until - seconds / 2:
            break
        recorded = [recorded_decisions(streams[name], fitted, part) for name in part.sets]
        if not number:
            scale = scale_of(together(recorded))
        fitted = fit(fitted, together([*earlier, *recorded]), part.rows, scale)
        earlier = recorded
        value = loss(fitted)
        print(f"regression {number + 1}: {value:.4f}", flush=True)
        if value < least:
            best, least = fitted, value
    for share in SHARES:
        mixed = (1 - share) * start + share * fitted
        value = loss(mixed)
        print(f"{share:.0%} of it: {value:.4f}", flush=True)
        if value < least:
            best, least = mixed, value
    return evolved(best, least, loss, part, scale, until)


def recorded_decisions(stream: Stream, weights: Doubles, part: Part) -> Decisions:
    """The decisions that come up under these weights."""
    recorder = Recorder(part.rows)
    replayed(stream, weights, recorder)
    return recorder.decisions(part.new_weight)


def evolved(start: Doubles, least: float, loss: Callable[[Doubles], float], part: Part, scale: Doubles, until: float) -> Doubles:
    """CMA-ES from the start until the time is up."""
    columns = [EVIDENCE.index(name) for name in part.pieces]
    at = np.ix_(part.rows, columns)
    origin = (start * scale)[at].ravel()
    strategy = _needed("cma").CMAEvolutionStrategy(origin, part.step, {"popsize": POPULATION, "seed": SEED, "verbose": -9})
    best, tried, told = start, 0, time.monotonic()
    while True:
        asked, losses = strategy.ask(), []
        for flat in asked:
            if time.monotonic() > until:
                print(f"CMA-ES: {tried:,} tried, {least:.4f}", flush=True)
                return best
            weights = start.copy()
            weights[at] = flat.reshape(len(part.rows), len(columns)) / scale[columns]
            losses.append(loss(weights) + CHANGE * float(np.abs(flat - origin).mean()))
            tried += 1
            if losses[-1] < least:
                best, least = weights, losses[-1]
            if time.monotonic() > told + REPORT_SECONDS:
                told = time.monotonic()
                print(f"CMA-ES: {tried:,} tried, {least:.4f}", flush=True)
        strategy.tell(asked, losses)


def rounded(weights: Doubles) -> Doubles:
    """As they are written: four digits."""
    return np.array([[float(f"{weight:.4g}") for weight in row] for row in weights])


def body(weights: Doubles) -> str:
    """The table of src/huiying/core/group/weights.py."""
    lines = [f'    "{name}": ({", ".join(repr(float(w)) for w in weights[:, n])}),\n' for n, name in enumerate(EVIDENCE)]
    return f"WEIGHTS: dict[str, tuple[float, float, float]] = {{\n{''.join(lines)}}}\n"
