"""Are feeds read as their corpora expect, beside feedparser alone; and real feeds without loss and wrong date; and real robots.txt?"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
import time
import warnings
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import feedparser

from bench import feed_cases, feed_validator
from bench.data import FOLDER
from huiying.core.clean.dates import parse_date
from huiying.core.collect.feeds import parse_feed
from huiying.core.collect.robots import allowed, crawl_delay
from huiying.core.types import Kind, Refusal

EDGES = FOLDER / "data" / "edges"
_OPENED = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?(?:item|entry)[\s>]")
_COMMENT = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.S)
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2}) (\d{1,2}):(\d\d):(\d\d)\Z")
SHANGHAI = ZoneInfo("Asia/Shanghai")


def run(work: Path, options: argparse.Namespace) -> None:
    """Print one table; what is not there is said and left out. On standard error: every case in which we do not agree."""
    warnings.simplefilter("ignore")
    print("| what | cases | ours | feedparser alone |\n| --- | --- | --- | --- |")
    for name, table in (
        ("feedparser-tests.tar.xz", feed_cases.table),
        ("feedvalidator.tar.xz", feed_validator.table),
        ("real-feeds.tar.xz", real),
        ("robots", robots),
    ):
        path = EDGES / name
        if not path.exists():
            print(f"| {name}: not there, left out | – | – | – |")
            continue
        rows, wrong = table(path)
        print("\n".join(rows), flush=True)
        print("\n".join(wrong), file=sys.stderr, flush=True)


def real(archive: Path) -> tuple[list[str], list[str]]:
    """Real feeds: items kept, of those that a plain count of elements finds; and dates that are wrong, of those that can be told."""
    feeds, items, dated = 0, Counter[str](), Counter[str]()
    wrong = []
    for name, body in feed_cases.files(archive):
        if name.endswith(("LICENSE", ".serde.json")):
            continue
        count = _elements(body)
        if not count:
            continue
        feeds += 1
        try:
            found = parse_feed(body, source="s", kind=Kind.NEWS, url="https://feed.example/").items
        except Refusal as refused:
            found = ()
            wrong.append(f"{name}: {refused}")
        alone = feedparser.parse(io.BytesIO(body)).entries
        items.update(there=count, ours=len(found), alone=len(alone))
        if len(found) != count:
            wrong.append(f"{name}: {count} items, {len(found)} read")
        for item in found:
            truth = _truth(item.published_raw)
            got = parse_date(item.published_raw, zone=SHANGHAI, now=feed_cases.LATER)
            if truth is not None:
                dated["there"] += 1
                dated["ours"] += got != truth
                if got != truth:
                    wrong.append(f"{name}: {item.published_raw} read as {got}")
        for entry in alone:
            truth, moment = _truth(_raw(entry)), dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
            dated["alone"] += truth is not None and (moment is None or datetime(*moment[:6], tzinfo=UTC) != truth)
    return [
        f"| {feeds} real feeds: items kept | {items['there']:,} | {items['ours']:,} | {items['alone']:,} |",
        f"| {feeds} real feeds: dates wrong or missed | {dated['there']:,} | {dated['ours']:,} | {dated['alone']:,} |",
    ], wrong


def _raw(entry: Any) -> str:
    return str(dict.get(entry, "published") or dict.get(entry, "updated") or dict.get(entry, "created") or "").strip()


def _elements(body: bytes) -> int:
    """How many items a feed has, by counting its elements and nothing else."""
    if body.lstrip().startswith(b"{"):
        try:
            return len(json.loads(body, strict=False).get("items", ()))
        except ValueError:
            return 0
    # one byte a character: no charset that is guessed wrong may eat a bracket
    text = feed_cases.text_of(body) if b"\0" in body[:4] or body[:2] in (b"\xff\xfe", b"\xfe\xff") else body.decode("latin-1")
    return len(_OPENED.findall(_COMMENT.sub("", text)))


def _truth(raw: str) -> datetime | None:
    match = _SLASHED.match(raw)
    if match:  # as people in China write it
        return datetime(*map(int, match.groups()), tzinfo=SHANGHAI).astimezone(UTC)  # type: ignore[arg-type,misc]
    return feed_validator.moment_of(raw)


def robots(folder: Path) -> tuple[list[str], list[str]]:
    """Google's cases, and real files: each read, none may break or take long."""
    cases = json.loads((folder / "google-cases.json").read_text(encoding="utf-8"))
    wrong = [case for case in cases if allowed(case["robots_txt"], agent=case["agent"], url=case["url"]) is not case["allowed"]]
    rows = [f"| Google's robots.txt cases | {len(cases)} | {len(cases) - len(wrong)} | – |"]
    count, delays, slowest = 0, 0, 0.0
    for _, body in feed_cases.files(folder / "protego-test_data-4231-robots.tar.xz"):
        start = time.process_time()
        text = body.decode("utf-8", "replace")
        allowed(text, agent="Huiying", url="https://site.example/news/feed.xml")
        delays += crawl_delay(text, agent="Huiying") is not None
        slowest = max(slowest, time.process_time() - start)
        count += 1
    rows.append(f"| real robots.txt read without a fault ({delays} ask for a delay; slowest {slowest:.2f} s) | {count:,} | {count:,} | – |")
    return rows, [f"{case['case']}: {case['agent']} {case['url']}" for case in wrong]
