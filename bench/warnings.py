"""Emergence on the open streams: the second half of the events, on which nothing is tuned."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import orjson

from bench.data import FOLDER, STREAMS, need
from bench.scoring import replay, score, table


def run(work: Path, _: Namespace) -> None:
    """Replay the streams once, and score both halves."""
    files = [need(path) for path in STREAMS]
    summary = replay(work / "streams", files)
    rows: list[list[object]] = []
    for name, since, until in (("first half", "2024-07-01", "2024-11-15"), ("second half", "2024-11-15", "2025-04-01")):
        found = score(
            "score_warnings.py", FOLDER / "score" / "events_dev.jsonl", *files, work / "streams" / "warnings.jsonl",
            "--from", since, "--to", until, "--tz", "Asia/Shanghai",
        )  # fmt: skip
        rows.append([name, *(found[column] for column in ("f1", "p", "r", "lead_p50", "warnings_per_day"))])
    table(["period", "F1", "P", "R", "median lead h", "warnings a day"], rows)
    print(orjson.dumps(summary).decode())
