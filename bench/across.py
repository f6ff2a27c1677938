"""How many English reports of a Chinese story come to it, on the labelled counties.

Counted are items in English whose story already has items in Chinese. *Joined*: put into a story most of whose items are of theirs.
*Perhaps*: began a story of their own, and that one was named as near. *Elsewhere*: put into another story.
"""

from __future__ import annotations

from argparse import Namespace
from collections import Counter, defaultdict
from pathlib import Path

from bench.data import COUNTY, DEMO, SHUOYUAN, XIYU, labelled, read_rows, stripped
from bench.scoring import replay, table

COUNTIES = {"developed-on county": COUNTY, "demonstration": DEMO, "second invented county": SHUOYUAN, "third invented county": XIYU}
COLUMNS = ("joined", "perhaps", "alone", "elsewhere")


def run(work: Path, _: Namespace) -> None:
    """Replay each county and count."""
    rows: list[list[object]] = []
    for name, folder in COUNTIES.items():
        gold = labelled(folder, work / f"{name}.gold.jsonl")
        replay(work / name, [stripped(gold, work / f"{name}.jsonl")])
        found = count(gold, work / name / "assignments.jsonl")
        rows.append([name, sum(found.values()), *(found[column] for column in COLUMNS)])
    table(["stream", "English reports of a Chinese story", *COLUMNS], rows)


def count(gold: Path, assignments: Path) -> Counter[str]:
    """How the English items fared."""
    labels = {f"{row['source']}:{row['id']}": row for row in read_rows(gold)}
    spoken: dict[str, set[str]] = defaultdict(set)
    inside: dict[str, Counter[str]] = defaultdict(Counter)
    found: Counter[str] = Counter()
    for row in read_rows(assignments):
        label = labels[row["id"]]
        story, lang = str(label["story"]), label["lang"]
        if lang == "en" and "zh" in spoken[story]:
            found[_fared(row, story, inside)] += 1
        spoken[story].add(lang)
        inside[row["story"]][story] += 1
    return found


def _fared(row: dict[str, object], story: str, inside: dict[str, Counter[str]]) -> str:
    def is_theirs(key: object) -> bool:
        return 2 * inside[str(key)][story] > inside[str(key)].total()

    if inside[str(row["story"])]:
        return "joined" if is_theirs(row["story"]) else "elsewhere"
    near = row.get("perhaps")
    return "perhaps" if isinstance(near, dict) and is_theirs(near["story"]) else "alone"
