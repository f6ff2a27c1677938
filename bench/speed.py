"""Replay time as a multiple of merely decoding the same lines, in pairs; the median of the ratios."""

from __future__ import annotations

import statistics
import time
from argparse import Namespace
from pathlib import Path

import orjson

from bench.data import COUNTY, STREAMS, need
from bench.scoring import replay, table
from huiying.replay.reading import open_lines

PAIRS = 3


def run(work: Path, _: Namespace) -> None:
    """Decode, replay, decode, replay …"""
    rows: list[list[object]] = []
    for label, files in (("open streams", STREAMS), ("developed-on county", (COUNTY / "items.jsonl",))):
        ratios, rates, lines = [], [], 0
        for number in range(PAIRS):
            alone, lines = _decoding(files)
            summary = replay(work / f"speed-{number}", list(files))
            ratios.append(summary["seconds"] / alone)
            rates.append(summary["items_per_second"])
        rows.append([f"{label}, {lines:,} lines", f"{statistics.median(ratios):.0f} ×", round(statistics.median(rates))])
    table(["input", "replay time against decoding the same lines alone", "new items a second"], rows)


def _decoding(files: tuple[Path, ...]) -> tuple[float, int]:
    began, count = time.perf_counter(), 0
    for path in files:
        with open_lines(need(path)) as lines:
            for line in lines:
                orjson.loads(line)
                count += 1
    return time.perf_counter() - began, count
