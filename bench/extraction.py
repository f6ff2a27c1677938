"""The text of articles on 181 pages, scored as the article extraction benchmark scores it: runs of four words, right or too many.

Precision and recall are means over pages, F1 is of the two means. The milliseconds are of this process, decoding included.
"""

from __future__ import annotations

import gzip
import re
import statistics
import tarfile
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import orjson

from bench.data import FOLDER, need
from bench.scoring import table
from huiying.core.collect.adapter import About, Body
from huiying.core.collect.article import block_text, read_article
from huiying.core.collect.document import document
from huiying.core.types import Refusal

ARCHIVE = FOLDER / "data" / "edges" / "article-extraction-benchmark.tar.xz"
ABOUT = About(name="bench", url="https://example.org/", now=datetime(2026, 11, 26, tzinfo=UTC))
_WORD = re.compile(r"\w+")


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words; a shorter text is one run."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)) if words)


def scored(pairs: list[tuple[str, str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of (true, found) texts. A page where nothing was found counts for recall alone."""
    precisions, recalls = [], []
    for true, found in pairs:
        wanted, got = runs(true), runs(found)
        right = sum((wanted & got).values())
        if got:
            precisions.append(right / sum(got.values()))
        if wanted:
            recalls.append(right / sum(wanted.values()))
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    return precision, recall, 2 * precision * recall / (precision + recall)


def ours(body: Body) -> str:
    """As the product reads it."""
    try:
        return read_article(body, ABOUT).text
    except Refusal:
        return ""


def plain(body: Body) -> str:
    """trafilatura alone, in its fast mode without comments."""
    from trafilatura.core import bare_extraction

    found = bare_extraction(body.content.decode("utf-8", "replace"), fast=True, include_comments=False)
    return str(getattr(found, "text", "") or "")


def everything(body: Body) -> str:
    """All that a reader sees of the page."""
    return block_text(document(body).tree.find("body"))


def paragraphs(body: Body) -> str:
    """Every paragraph of the page."""
    return "\n".join(map(block_text, document(body).tree.xpath("//p")))


WAYS: dict[str, Callable[[Body], str]] = {
    "product": ours,
    "trafilatura alone": plain,
    "every paragraph": paragraphs,
    "the whole page": everything,
}


def run(work: Path, options: Namespace) -> None:
    """Print the table."""
    with tarfile.open(need(ARCHIVE)) as archive:
        archive.extractall(work, filter="data")
    folder = next(work.iterdir())
    truth = orjson.loads((folder / "ground-truth.json").read_bytes())
    bodies = {key: Body(gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()), row["url"]) for key, row in truth.items()}
    rows: list[list[object]] = []
    for name, way in WAYS.items():
        began = time.process_time()
        pairs = [(row["articleBody"], way(bodies[key])) for key, row in truth.items()]
        spent = (time.process_time() - began) * 1000 / len(pairs)
        rows.append([name, *scored(pairs), round(spent)])
    table(["way", "precision", "recall", "F1", "ms a page"], rows)
