"""`python -m bench stories|gold|warnings|speed`."""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import orjson

from bench.data import DEMO, FOLDER, need, of_language, plain_identities, stripped
from bench.scoring import replay, score, table
from huiying.demo.county import county
from huiying.replay.reading import open_lines

STREAMS = ("weibo_hourly.dev.jsonl.zst", "zhihu_hourly.dev.jsonl.zst", "douyin_hourly.dev.jsonl.zst")
PAIRS = 3


def stories(work: Path) -> None:
    """Grouping against labelled stories, one default configuration for all."""
    rows: list[list[object]] = []
    for name, lang in (("og2021_dev", "en"), ("og2021_dev", ""), ("uci_dev", ""), ("news_dev", ""), ("tweets_dev", "")):
        gold = need(FOLDER / "data" / "stories" / f"{name}.jsonl")
        label = f"{name} {lang}".strip()
        bare = stripped(gold, work / f"{label}.jsonl", lang)
        gold = of_language(gold, work / f"{label}.gold.jsonl", lang) if lang else gold
        summary = replay(work / label, [bare])
        found = score("score_stories.py", gold, work / label / "assignments.jsonl")
        rows.append([label, found["b3_f1"], found["pair_f1"], found["missed_new"], found["nmi"], summary["stories"], found["gold_stories"]])
    table(["set", "B³ F1", "pair F1", "missed new", "NMI", "stories", "gold stories"], rows)


def gold(work: Path) -> None:
    """Everything on the two labelled counties: copies, stories, watches, warnings, identities."""
    watches = work / "demo-watches.json"
    watches.write_bytes(orjson.dumps([{"name": w.name, "query": w.query} for w in county().watches]))
    rows: list[list[object]] = []
    columns = (
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
    for name, folder, queries in (
        ("county_dev", FOLDER / "data" / "county_dev", FOLDER / "data" / "county_dev" / "watches.json"),
        ("demonstration", DEMO, DEMO / "watches.json"),
    ):
        labelled = plain_identities(need(folder), work / f"{name}-gold")
        replay(work / name, [folder / "items.jsonl"], queries)
        found = score("score_gold.py", labelled, work / name)
        rows.append([name, *(found[column] for column in columns)])
    table(["stream", *(column.replace("_", " ") for column in columns)], rows)


def warnings(work: Path) -> None:
    """Emergence on the open streams: the second half of the events, on which nothing is tuned."""
    files = [need(FOLDER / "data" / "streams" / name) for name in STREAMS]
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


def speed(work: Path) -> None:
    """Replay time as a multiple of merely decoding the same lines, in pairs; the median of the ratios."""
    for label, files in (
        ("open streams", [FOLDER / "data" / "streams" / name for name in STREAMS]),
        ("county_dev", [FOLDER / "data" / "county_dev" / "items.jsonl"]),
    ):
        ratios, rates = [], []
        for number in range(PAIRS):
            began = time.perf_counter()
            for path in files:
                with open_lines(need(path)) as lines:
                    for line in lines:
                        orjson.loads(line)
            baseline = time.perf_counter() - began
            summary = replay(work / f"speed-{number}", files)
            ratios.append(summary["seconds"] / baseline)
            rates.append(summary["items_per_second"])
        print(
            f"{label}: {statistics.median(ratios):.1f} × decoding alone, median of {PAIRS} pairs; {statistics.median(rates):,.0f} items/s"
        )


BENCHES = {"stories": stories, "gold": gold, "warnings": warnings, "speed": speed}


def main() -> None:
    """Run the named benches, all of them by default."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *BENCHES], default=list(BENCHES))
    for name in parser.parse_args().names:
        print(f"\n{name}: {BENCHES[name].__doc__}\n")
        with tempfile.TemporaryDirectory() as folder:
            BENCHES[name](Path(folder))


if __name__ == "__main__":
    main()
