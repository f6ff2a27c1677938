"""Everything on the labelled counties: copies, stories, watches, warnings, identities."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from bench.data import COUNTIES, need, plain_identities
from bench.scoring import replay, score, table

COLUMNS = (
    "b3_f1",
    "pair_f1",
    "missed_new",
    "dup_f1",
    "watches_exact",
    "warned_in_time",
    "false_warnings_per_week",
    "level_exact",
    "level_within_one",
    "pii_leaks",
)


def run(work: Path, _: Namespace) -> None:
    """Replay each county with its watches, where it has any, and without; score all of it."""
    rows: list[list[object]] = []
    for name, folder in COUNTIES.items():
        own = need(folder) / "watches.json"
        for queries in ([own] if own.exists() else []) + [None]:
            label = name if queries else f"{name}, no watches"
            gold = plain_identities(folder, work / f"{label}-gold")
            if queries is None:
                (gold / "watches.json").write_bytes(b"[]")
            replay(work / label, [folder / "items.jsonl"], queries)
            found = score("score_gold.py", gold, work / label)
            rows.append([label, *(found[column] for column in COLUMNS)])
    table(["stream", *(column.replace("_", " ") for column in COLUMNS)], rows)
