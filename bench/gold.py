"""Everything on the two labelled counties: copies, stories, watches, warnings, identities."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import orjson

from bench.data import COUNTY, DEMO, need, plain_identities
from bench.scoring import replay, score, table
from huiying.demo.county import county

COLUMNS = (
    "b3_f1",
    "pair_f1",
    "missed_new",
    "dup_f1",
    "watches_exact",
    "warned_in_time",
    "false_warnings_per_week",
    "level_exact",
    "pii_leaks",
)


def run(work: Path, _: Namespace) -> None:
    """Replay each county with its watches, and score all of it."""
    watches = work / "demo-watches.json"
    watches.write_bytes(orjson.dumps([{"name": w.name, "query": w.query} for w in county().watches]))
    rows: list[list[object]] = []
    for name, folder, queries in (
        ("developed-on county", COUNTY, COUNTY / "watches.json"),
        ("demonstration", DEMO, DEMO / "watches.json"),
    ):
        labelled = plain_identities(need(folder), work / f"{name}-gold")
        replay(work / name, [folder / "items.jsonl"], queries)
        found = score("score_gold.py", labelled, work / name)
        rows.append([name, *(found[column] for column in COLUMNS)])
    table(["stream", *(column.replace("_", " ") for column in COLUMNS)], rows)
