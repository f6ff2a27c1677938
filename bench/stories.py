"""Grouping against labelled stories, one default configuration for all, beside the plain baseline (bench/baseline.py).

A cell of two figures is product / plain baseline. After accepted proposals: the product's proposed merges and splits, and the
stories that it said an item is perhaps of, went past somebody
who knows the labels (bench/accepting.py); the last column says how many were accepted.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from bench import baseline
from bench.accepting import accept, offered, read_proposals, seconds
from bench.data import COUNTIES, FOLDER, labelled, need, of_language, read_rows, stripped
from bench.scoring import figure, replay, score, table

SETS = FOLDER / "data" / "stories"
MEASURES = {"B³ F1": "b3_f1", "pair F1": "pair_f1", "missed new": "missed_new", "NMI": "nmi", "stories": "stories"}


@dataclass(frozen=True)
class Labelled:
    """A set: a file of items that carry their story, or a folder of items and labels."""

    name: str
    path: Path
    lang: str = ""

    def gold(self, work: Path) -> Path:
        """Its items, each with its story."""
        target = work / f"{self.name}.gold.jsonl"
        if need(self.path).is_dir():
            return labelled(self.path, target)
        return of_language(self.path, target, self.lang) if self.lang else self.path


ALL = (
    Labelled("OG2021, English titles", SETS / "og2021_dev.jsonl", "en"),
    Labelled("OG2021, nine languages", SETS / "og2021_dev.jsonl"),
    Labelled("UCI headlines", SETS / "uci_dev.jsonl"),
    Labelled("MStream news titles", SETS / "news_dev.jsonl"),
    Labelled("MStream tweets", SETS / "tweets_dev.jsonl"),
    *(Labelled(name, folder) for name, folder in COUNTIES.items()),
)


def run(work: Path, _: Namespace) -> None:
    """Replay and score every set."""
    rows = []
    for labelled_set in ALL:
        gold = labelled_set.gold(work)
        out = work / labelled_set.name
        replay(out, [stripped(gold, work / f"{labelled_set.name}.jsonl")])
        product = score("score_stories.py", gold, out / "assignments.jsonl")
        plain = score("score_stories.py", gold, _plainly(gold, out / "plain.jsonl"))
        cells = [f"{figure(product[key])} / {figure(plain[key])}" for key in MEASURES.values()]
        rows.append([labelled_set.name, *cells, product["gold_stories"], *_after_proposals(gold, out)])
    table(["set", *MEASURES, "labelled stories", "B³ F1 after accepted proposals", "pair F1 after", "accepted"], rows)


def _rows(gold: Path) -> dict[str, dict[str, Any]]:
    """Item → its row, in order of time."""
    rows = read_rows(gold)
    return {f"{row['source']}:{row['id']}": row for row in sorted(rows, key=_at)}


def _at(row: Mapping[str, Any]) -> float:
    return seconds(row.get("published_at") or row["observed_at"])


def _written(stories: Mapping[str, str], target: Path) -> Path:
    target.write_bytes(b"".join(orjson.dumps({"id": item, "story": story}) + b"\n" for item, story in stories.items()))
    return target


def _plainly(gold: Path, target: Path) -> Path:
    rows = ((item, row.get("title") or "", row.get("text") or "", _at(row)) for item, row in _rows(gold).items())
    return _written(dict(baseline.group(rows)), target)


def _after_proposals(gold: Path, out: Path) -> tuple[object, object, object]:
    path = out / "proposals.jsonl"
    if not path.exists():
        return None, None, None
    rows = _rows(gold)
    decided = list(read_rows(out / "assignments.jsonl"))
    assigned = {row["id"]: row["story"] for row in decided}
    times = {item: _at(row) for item, row in rows.items()}
    proposals = [*offered(decided, times), *read_proposals(path)]
    labels = {item: str(row["story"]) for item, row in rows.items() if row["story"] is not None}
    outcome = accept(assigned, times, labels, proposals)
    found = score("score_stories.py", gold, _written({item: outcome.stories[item] for item in rows}, out / "accepted.jsonl"))
    return found["b3_f1"], found["pair_f1"], f"{outcome.accepted:,} of {len(proposals):,}"
