"""Floors under what was measured with the default configuration, so that a change that costs quality is seen."""

import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from huiying.core.group.grouper import Grouper
from huiying.core.types import Decision, Item, Kind

DATA = Path(os.environ.get("HUIYING_SHARED") or Path(__file__).parents[3].parent / "shared") / "data"

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the labelled data sets are not on this machine")


def rows_of(name):
    with (DATA / name).open("rb") as lines:
        return [orjson.loads(line) for line in lines]


def assigned(rows):
    """Assignments of rows in time order, by id."""
    items = [
        Item(
            id=row["id"],
            source=row["source"],
            kind=Kind(row["kind"]),
            url="",
            title=row["title"] or "",
            text=row.get("text") or "",
            lang=row["lang"],
            first_seen=datetime.fromisoformat(row["published_at"]).astimezone(UTC),
        )
        for row in rows
    ]
    grouper = Grouper()
    return {item.id: grouper.assign(item) for item in sorted(items, key=lambda item: item.first_seen)}


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall)


def scores(gold, found):
    """F1 of BCubed and F1 of pairs."""
    wanted, got = Counter(gold.values()), Counter(found.values())
    both = Counter((gold[i], found[i]) for i in gold)
    b3 = f1(sum(n * n / got[g] for (_, g), n in both.items()) / len(gold), sum(n * n / wanted[w] for (w, _), n in both.items()) / len(gold))
    pairs = {name: sum(n * (n - 1) for n in counts.values()) for name, counts in (("w", wanted), ("g", got), ("b", both))}
    return b3, f1(pairs["b"] / pairs["g"], pairs["b"] / pairs["w"])


@pytest.mark.parametrize(
    ("name", "lang", "b3", "pair"),
    [("og2021_dev.jsonl", "en", 0.74, 0.53), ("uci_dev.jsonl", "en", 0.74, 0.80), ("news_dev.jsonl", "en", 0.69, 0.66)],
)
def test_stories_of_news_titles(name, lang, b3, pair):
    rows = [row for row in rows_of(f"stories/{name}") if row["lang"] == lang]
    found = assigned(rows)
    measured = scores({row["id"]: row["story"] for row in rows}, {i: a.story for i, a in found.items()})
    assert measured[0] >= b3
    assert measured[1] >= pair


def test_stories_and_copies_of_a_county():
    found = assigned(rows_of("county_dev/items.jsonl"))
    labels = {row["id"]: row for row in rows_of("county_dev/labels.jsonl")}
    b3, pair = scores({i: row["story"] for i, row in labels.items()}, {i: a.story for i, a in found.items()})
    assert b3 >= 0.55
    assert pair >= 0.32
    said = {i for i, a in found.items() if a.decision == Decision.DUPLICATE}
    copies = {i for i, row in labels.items() if row["duplicate_of"] is not None}
    assert f1(len(said & copies) / len(said), len(said & copies) / len(copies)) >= 0.93
