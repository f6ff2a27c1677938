"""Ten thousand boolean watches against titles and against posts of about 215 characters, beside looking at every watch for every item.

Queries are made from pieces of the titles, seeded: an OR-group of three AND an OR-group of three, every third of them NEAR/20 instead
of AND, every second with NOT an OR-group of two. `wide`: groups of five, no piece in two watches. Medians of three, processor time.
"""

from __future__ import annotations

import random
import statistics
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import orjson

from bench.data import STREAMS, need
from bench.scoring import table
from huiying.core.clean.text import fold
from huiying.core.detect.parsing import parse
from huiying.core.detect.query import And, Near, Node, Not, Or, Term
from huiying.core.detect.watch import Watches
from huiying.core.types import WatchQuery
from huiying.replay.reading import open_lines

QUERIES = 10_000
TITLES = 20_000
NAIVE = 100
ROUNDS = 3
NAMED_BY = (3, 400)
SEED = 1


def run(work: Path, _: Namespace) -> None:
    """Compile, match, compare."""
    titles = read_titles()
    short = [(title, "") for title in titles]
    long = [(titles[at], "，".join(titles[at + 1 : at + 12])) for at in range(0, len(titles) - 12, 10)]
    rows: list[list[object]] = []
    for label, words in (("10,000 watches, 9,000 terms", 9_000), ("10,000 watches, wide", 0)):
        queries = make_queries(titles, words)
        watches = Watches(queries)
        trees = [parse(query.query) for query in queries]
        for kind, items in (("titles", short), ("posts", long)):
            folded = [(fold(title), fold(text)) for title, text in items]
            folding = clock(lambda items=items: [(fold(title), fold(text)) for title, text in items])
            matching = clock(lambda watches=watches, folded=folded: [watches.match_folded(*fields) for fields in folded])
            naive = clock(lambda trees=trees, folded=folded: [sum(holds(tree, fields) for tree in trees) for fields in folded[:NAIVE]])
            found = sum(len(watches.match_folded(*fields)) for fields in folded)
            length = statistics.mean(len(title) + len(text) for title, text in items)
            rows.append(
                [
                    f"{label}, {kind} of {length:.0f} characters",
                    round(len(items) / (matching + folding)),
                    round(len(items) / matching),
                    round(len(items) / folding),
                    f"{(naive / NAIVE) / (matching / len(items)):,.0f} ×",
                    round(found / len(items), 2),
                ]
            )
    heads = ["watches and items", "items a second", "without folding", "folding alone", "against looking at every watch", "matches an item"]
    table(heads, rows)
    print()
    table(["change among 10,000 watches", "seconds"], changes(make_queries(titles, 9_000)))


def changes(queries: Sequence[WatchQuery]) -> list[list[object]]:
    """How long it takes to take up a change."""
    other = [*queries]
    other[5000] = WatchQuery(name=queries[5000].name, query="(停水 OR 断水) AND 小区")
    watches = Watches(queries)
    rows: list[list[object]] = [["all compiled anew", clock(lambda: Watches(queries))]]
    for label, wanted in (("one taken away", queries[1:]), ("one added", queries), ("one changed", other)):
        times = []
        for _ in range(ROUNDS):
            times.append(clock(lambda wanted=wanted: watches.change(wanted), rounds=1))
            watches.change(queries if label != "one added" else queries[1:])
        rows.append([label, statistics.median(times)])
    return rows


def read_titles() -> list[str]:
    """Titles of three hot lists, each once, mixed."""
    seen: dict[str, None] = {}
    for path in STREAMS:
        before = len(seen)
        with open_lines(need(path)) as lines:
            for line in lines:
                seen.setdefault(orjson.loads(line).get("title") or "", None)
                if len(seen) - before > TITLES:
                    break
    titles = [title for title in seen if title]
    random.Random(SEED).shuffle(titles)  # noqa: S311 - repeatable
    return titles[:TITLES]


def make_queries(titles: Sequence[str], words: int) -> list[WatchQuery]:
    """Ten thousand queries over so many words of two and three characters; 0 words: twelve new ones for every query."""
    counts: Counter[str] = Counter()
    for title in map(fold, titles):
        counts.update({title[at : at + size] for size in (2, 3) for at in range(len(title) - size + 1)})
    known = sorted(word for word, count in counts.items() if NAMED_BY[0] <= count <= NAMED_BY[1] and word.isalnum())
    draw = random.Random(SEED)  # noqa: S311 - repeatable
    if words:
        known = draw.sample(known, min(words, len(known)))
        take: Callable[[int], list[str]] = lambda count: draw.sample(known, count)  # noqa: E731
    else:
        rare = sorted(word for word, count in counts.items() if count < NAMED_BY[0] and word.isalnum())
        draw.shuffle(rare)
        everything = iter([*known, *rare][: QUERIES * 12])
        take = lambda count: [next(everything) for _ in range(count)]  # noqa: E731
    queries = []
    for number in range(QUERIES):
        group = [" OR ".join(take(count)) for count in ((3, 3, 2) if words else (5, 5, 2))]
        query = f"({group[0]}) {'NEAR/20' if number % 3 == 0 else 'AND'} ({group[1]})"
        queries.append(WatchQuery(name=f"w{number:05}", query=f"{query} NOT ({group[2]})" if number % 2 else query))
    return queries


def holds(node: Node, fields: tuple[str, str]) -> bool:
    """The plain way: walk the tree of a watch and look for each word; NEAR by characters, which titles hardly tell from tokens."""
    match node:
        case Term():
            return node.text in fields[0] or node.text in fields[1]
        case Not():
            return not holds(node.part, fields)
        case And():
            return all(holds(part, fields) for part in node.parts)
        case Or():
            return any(holds(part, fields) for part in node.parts)
        case Near():
            return any(
                abs(field.find(left.text) - field.find(right.text)) <= node.distance
                for field in fields
                for left in node.left
                if left.text in field
                for right in node.right
                if right.text in field
            )


def clock(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median of this process's own time."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return statistics.median(times)
