"""How fast items are put into stories on one core, against the plain baseline on the same items in the same run.

Processor time, both in turn, the median of the ratios of neighbours. Posts and articles are composed of real titles.
"""

from __future__ import annotations

import gc
import statistics
import time
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench import baseline
from bench.scoring import table
from bench.titles import chinese, composed, english
from huiying.core.group.grouper import Grouper
from huiying.core.types import Assignment, Item, Kind

PAIRS = 5
PACE = timedelta(seconds=5)
START = datetime(2026, 6, 1, tzinfo=UTC)
WARM_UP = 500


@dataclass(frozen=True)
class Length:
    """What is measured: texts of about so many characters (0: titles alone), how many, and how many a second are wanted."""

    name: str
    characters: int
    items: int
    wanted: int


LENGTHS = (
    Length("titles", 0, 20_000, 12_000),
    Length("posts", 120, 10_000, 4_000),
    Length("articles", 800, 3_000, 1_500),
)


def run(_: Path, options: Namespace) -> None:
    """Measure every length in both languages."""
    rows = []
    for lang, titles, separator in (("zh", chinese(), "。"), ("en", english(), ". ")):
        for length in LENGTHS:
            count = min(length.items, len(titles), options.items or length.items)
            texts = composed(titles, length.characters, count, separator)
            rows.append([f"{length.name}, {lang}", *_measured(_items(titles, texts, lang), length)])
    heads = [
        "items",
        "characters",
        "count",
        "stories, product / plain",
        "plain, items/s",
        "product, items/s",
        "product ÷ plain",
        "lowest … highest",
        "wanted",
    ]
    table(heads, rows)


def _items(titles: list[str], texts: list[str], lang: str) -> list[Item]:
    return [
        Item(id=str(n), source="b", kind=Kind.NEWS, url="", title=title, text=text, lang=lang, first_seen=START + n * PACE)
        for n, (title, text) in enumerate(zip(titles, texts, strict=False))  # there are more titles than texts
    ]


def _measured(items: list[Item], length: Length) -> list[object]:
    rows = [(item.id, item.title, item.text, item.first_seen.timestamp()) for item in items]
    _product(items[:WARM_UP])  # what is compiled on first use is compiled now
    plain, product = [], []
    stories = plain_stories = 0
    for _ in range(PAIRS):
        seconds, plain_stories = _timed(lambda: _plain(rows))
        plain.append(len(items) / seconds)
        seconds, stories = _timed(lambda: _product(items))
        product.append(len(items) / seconds)
    ratios = [fast / slow for fast, slow in zip(product, plain, strict=True)]
    return [
        round(statistics.median(len(item.title) + len(item.text) for item in items)),
        len(items),
        f"{stories:,} / {plain_stories:,}",
        round(statistics.median(plain)),
        round(statistics.median(product)),
        f"{statistics.median(ratios):.2f} ×",
        f"{min(ratios):.2f} … {max(ratios):.2f}",
        f"{length.wanted:,}/s",
    ]


def _plain(rows: list[baseline.Row]) -> int:
    return len({story for _, story in baseline.group(rows)})


def _product(items: list[Item]) -> int:
    found = Grouper().take(items, [True] * len(items))
    return len({assignment.story for assignment in found if isinstance(assignment, Assignment)})


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    gc.collect()
    began = time.process_time()
    stories = work()
    return time.process_time() - began, stories
