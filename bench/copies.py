"""Near-duplicates: controlled edits of real texts put back together, and the speed against the plain way in the same run.

Each text and its seven edits (see bench/edits.py) come in one shuffled order; items of one canonical item are one group, and a pair is
right if both were made of one text. English texts are the bodies of real articles, and parts of five sentences of them; there are too few
real Chinese ones, so these are composed of real questions of one forum's hot list, by time, each used once.

Speed is processor time of fingerprint, look-up and remembering of folded texts with few copies among them, product and plain way in turn.
"""

from __future__ import annotations

import re
import statistics
import tarfile
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import orjson

from bench.data import FOLDER, STREAMS, need
from bench.edits import edited
from bench.scoring import table
from bench.shingles import Shingles
from bench.titles import composed, titles_of
from huiying.core.clean.text import fold
from huiying.core.group.dedup import Dedup, DedupConfig
from huiying.core.group.fingerprint import fingerprint
from huiying.core.types import Kind

ARTICLES = FOLDER / "data" / "edges" / "article-extraction-benchmark.tar.xz"
FORUM = STREAMS[1]
PAIRS = 5
TIMED = 20_000
LEAST_SENTENCES = 4
PACE = 5.0
POST = 145  # characters, of which a title's are left out


def run(_: Path, options: Namespace) -> None:
    """Measure quality, then speed."""
    questions, bodies = titles_of(FORUM), _bodies()
    sets = (
        ("posts, zh", "zh", _texts(questions, 5, 500)),
        ("reports, zh", "zh", _texts(questions[2500:], 12, 200)),
        ("articles, zh", "zh", _texts(questions[4900:], 35, 150)),
        ("parts of articles, en", "en", [part for body in bodies for part in _parts(body)[:4]][:500]),
        ("articles, en", "en", _long_enough(bodies)),
    )
    rows: list[list[object]] = []
    for name, lang, texts in sets:
        made = edited(texts, lang)
        origins, folded = [origin for origin, _ in made], [fold(text) for _, text in made]
        precision, recall = pair_score(origins, product(folded))
        plain = Shingles()
        other = f1(*pair_score(origins, list(map(plain.see, folded))))
        size = round(statistics.mean(map(len, texts)))
        rows.append([name, len(texts), size, precision, recall, f1(precision, recall), other])
    table(["texts", "count", "characters", "pair P", "pair R", "pair F1", "plain way, F1"], rows)
    print()
    count = options.items or TIMED
    posts = composed(questions, POST, min(count, len(questions) // 5), "。")
    speeds = (("titles, zh", questions[:count]), ("posts, zh", posts))
    table(
        ["items", "characters", "count", "plain way, items/s", "product, items/s", "product ÷ plain way", "lowest … highest"],
        [[name, round(statistics.mean(map(len, texts))), len(texts), *_speeds(list(map(fold, texts)))] for name, texts in speeds],
    )


def product(texts: list[str]) -> list[int]:
    """For every folded text the number of its canonical one."""
    dedup, found = Dedup(DedupConfig()), []
    for number, text in enumerate(texts):
        mark = fingerprint(Kind.NEWS, "", text)
        copy = None if mark is None else dedup.find(mark, number * PACE)
        if mark is not None and copy is None:
            dedup.remember(mark, number, number * PACE)
        found.append(number if copy is None else copy.of)
    return found


def pair_score(gold: list[int], found: list[int]) -> tuple[float, float]:
    """Precision and recall of the pairs of items that are in one group."""
    pairs = [sum(n * (n - 1) for n in Counter(labels).values()) for labels in (gold, found, zip(gold, found, strict=True))]
    return pairs[2] / max(1, pairs[1]), pairs[2] / max(1, pairs[0])


def f1(precision: float, recall: float) -> float:
    """Harmonic mean."""
    return 2 * precision * recall / max(1e-9, precision + recall)


def _speeds(texts: list[str]) -> list[object]:
    product(texts[:100])  # what is compiled on first use is compiled now
    plain, ours = [], []
    for _ in range(PAIRS):
        shingles = Shingles()
        plain.append(_timed(lambda seen=shingles: list(map(seen.see, texts))))
        ours.append(_timed(lambda: product(texts)))
    ratios = sorted(a / b for a, b in zip(plain, ours, strict=True))
    rates = [f"{len(texts) / statistics.median(times):,.0f}" for times in (plain, ours)]
    return [*rates, f"{statistics.median(ratios):.1f} ×", f"{ratios[0]:.1f} … {ratios[-1]:.1f}"]


def _timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _texts(sentences: list[str], size: int, count: int) -> list[str]:
    return ["。".join(sentences[at * size : (at + 1) * size]) + "。" for at in range(count)]


def _bodies() -> list[str]:
    with tarfile.open(need(ARTICLES)) as archive:
        file = archive.extractfile("article-extraction-benchmark/ground-truth.json")
        assert file is not None
        pages = orjson.loads(file.read())
    return [pages[key]["articleBody"] for key in sorted(pages) if re.match(r"[\x00-\x7f‐-⁯]*$", pages[key]["articleBody"][:200])]


def _parts(body: str) -> list[str]:
    """Five whole sentences each, of usual length: no lists and tables."""
    sentences = [found for found in re.findall(r"\S.*?[.!?]+(?=\s)", body) if 40 <= len(found) <= 200]
    return [" ".join(sentences[at : at + 5]) for at in range(0, len(sentences) - 4, 5)]


def _long_enough(texts: list[str]) -> list[str]:
    return [text for text in texts if len(re.findall(r"[.!?]\s", text)) >= LEAST_SENTENCES - 1]
