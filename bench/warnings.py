"""Emergence on the open streams: the second half of the events, on which nothing is tuned, beside plain detectors.

Plain detectors run over the stories of the same replay and over plain stories (bench/baseline.py), which are coarser; their thresholds are
those with the best F1 of the first half.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from bench.baseline import group
from bench.data import FOLDER, STREAMS, need, read_rows
from bench.detectors import DETECTORS
from bench.judge import ZONE, Judge
from bench.moments import Moments, moments
from bench.scoring import replay, score, table
from bench.series import DAY
from bench.tuning import scored, tuned, warn

FIRST, SECOND, END = "2024-07-01", "2024-11-15", "2025-04-01"
HEADS = ["detector", "stories", "setting", "F1 (95 %)", "P", "R", "median lead h", "warnings a day", "R at 5 a day", "R of 社会"]


def run(work: Path, _: Namespace) -> None:
    """Replay the streams once; score what it warned of, and what plain detectors would have."""
    files = [need(path) for path in STREAMS]
    events = need(FOLDER / "score" / "events_dev.jsonl")
    out = work / "streams"
    summary = replay(out, files)
    own = [
        score("score_warnings.py", events, *files, out / "warnings.jsonl", "--from", since, "--to", until, "--tz", ZONE)
        for since, until in ((SECOND, END), (FIRST, SECOND))
    ]
    judge = Judge(events, files)
    assigned = {row["id"]: row["story"] for row in read_rows(out / "assignments.jsonl")}
    rows = [row("product", "its own", "default", own[0])]
    for name, stories in (("its own", assigned), ("plain", plain(judge))):
        since, until = judge.midnight(FIRST) - 7 * DAY, judge.midnight(END)
        rows += beside(judge, moments(stories, judge.times, judge.titles, since, until), name)
    rows.append(row(f"product, {FIRST} … {SECOND}", "its own", "default", own[1]))
    table(HEADS, rows)
    print(f"\n{orjson.dumps(summary).decode()}")


def plain(judge: Judge) -> dict[str, str]:
    """The stories of the plain baseline."""
    order = sorted(judge.times, key=lambda item: (judge.times[item], item))
    return dict(group((item, judge.titles[item], "", judge.times[item]) for item in order if judge.titles[item]))


def beside(judge: Judge, seen: Moments, stories: str) -> Iterator[list[object]]:
    """A row of the second half for every published setting of a detector, and for the setting that was best on the first half."""
    first, second, end = map(judge.midnight, (FIRST, SECOND, END))
    for detector in DETECTORS:
        scores = scored(detector, seen)
        best = tuned(seen, scores, lambda made: judge.score(made, first, second, blind=True), first, second)
        for setting, least in (*detector.published, (f"{best:.1f}, tuned", best)):
            yield row(detector.name, stories, setting, judge.score(warn(seen, scores(least), least), second, end))


def row(name: str, stories: str, setting: str, found: dict[str, Any]) -> list[object]:
    """The cells of a row, of what the scorer found."""
    low, high = (f"{found[edge]:.3f}".removeprefix("0") for edge in ("f1_low", "f1_high"))
    lead = found["lead_p50"]
    return [
        name,
        stories,
        setting,
        f"{found['f1']:.3f} ({low} … {high})".removeprefix("0"),
        found["p"],
        found["r"],
        None if lead is None else f"{lead:.1f}",
        f"{found['warnings_per_day']:.1f}",
        found.get("at_5_a_day", {}).get("r"),
        found["by_cat"].get("社会", [0, None])[1],
    ]
