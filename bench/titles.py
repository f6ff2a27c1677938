"""Real titles in the order of their streams, and longer texts made of them."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

import orjson

from bench.data import FOLDER, STREAMS, need
from huiying.replay.reading import open_lines

LABELLED = FOLDER / "data" / "stories"
NEWS = ("uci_dev", "og2021_dev")
FORUM = FOLDER / "data" / "streams" / "hn_front_20min.dev.jsonl.zst"
FORUM_PART = 15_000
STRIDE = 7919
SINCE = "2024-06-01"  # from here on all three Chinese streams run


def chinese() -> list[str]:
    """Distinct titles of the open hot lists, by time."""
    rows = heapq.merge(*map(_read, STREAMS), key=itemgetter("observed_at"))
    return _distinct(row["title"] for row in rows if row["observed_at"] >= SINCE)


def english() -> list[str]:
    """Distinct titles of two labelled sets of news and of a forum's front page, mixed evenly, each in its own order."""
    news = [_distinct(row["title"] for row in _read(LABELLED / f"{name}.jsonl") if row["lang"] == "en") for name in NEWS]
    forum = _distinct(row["title"] for row in _read(FORUM))
    spread = [[(place / len(titles), title) for place, title in enumerate(titles)] for titles in (*news, forum[:FORUM_PART])]
    mixed = [title for _, title in heapq.merge(*spread, key=itemgetter(0))]
    return _distinct([*mixed, *forum[FORUM_PART:]])


def titles_of(stream: Path) -> list[str]:
    """Distinct titles of one stream, by time."""
    return _distinct(row["title"] for row in _read(stream))


def composed(titles: list[str], characters: int, count: int, separator: str) -> list[str]:
    """Texts that make an item of about so many characters together with a title each: of titles that stand far apart, none in two texts
    while there are enough of them, so that no two texts are copies."""
    parts = max(1, round(characters / (sum(map(len, titles)) / len(titles)))) - 1
    return [separator.join(titles[(number * parts + part + 1) * STRIDE % len(titles)] for part in range(parts)) for number in range(count)]


def _read(path: Path) -> Iterator[dict[str, Any]]:
    with open_lines(need(path)) as lines:
        yield from map(orjson.loads, lines)


def _distinct(titles: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, titles)))
