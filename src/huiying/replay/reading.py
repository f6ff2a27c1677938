"""Reading item files in time order: plain, gzip or Zstandard JSONL, merged, with every bad line reported."""

from __future__ import annotations

import gzip
import heapq
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO, cast

import msgspec
import zstandard

from huiying.core.clean.dates import parse_date
from huiying.core.clean.urls import item_id
from huiying.core.collect.jsonl import read_line
from huiying.core.types import RawItem, Refusal

FAR_FUTURE = datetime(2200, 1, 1, tzinfo=UTC)
WINDOW = 2**31

Timed = tuple[datetime, RawItem]


@dataclass
class BadLine:
    """A line that was skipped: which file, which line, and why."""

    file: str
    number: int
    why: Refusal


@dataclass
class Scan:
    """What a first pass over the files found: how many good lines, which files are out of order, which lines are bad."""

    lines: int = 0
    unordered: set[Path] = field(default_factory=set)
    bad: list[BadLine] = field(default_factory=list)


def open_lines(path: Path) -> BinaryIO:
    """A byte stream of lines; refuses a file that cannot be opened."""
    try:
        if path.suffix == ".zst":
            stream = zstandard.ZstdDecompressor(max_window_size=WINDOW).stream_reader(path.open("rb"), closefd=True)
            return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, stream), 1 << 20))
        return cast(BinaryIO, gzip.open(path, "rb")) if path.suffix == ".gz" else path.open("rb")
    except OSError as error:
        raise Refusal("%(file)s cannot be opened: %(why)s.", file=path, why=error.strerror or error) from error


def _parsed(path: Path, bad: Callable[[BadLine], None]) -> Iterator[Timed]:
    with open_lines(path) as lines:
        number = 0
        try:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    raw = read_line(line)
                    at = raw.observed_at or parse_date(raw.published_raw, zone=UTC, now=FAR_FUTURE)
                    if at is None:
                        raise Refusal("the time %(time)s cannot be read", time=raw.published_raw)
                except Refusal as why:
                    bad(BadLine(str(path), number, why))
                    continue
                yield at, raw
        except (OSError, EOFError, zstandard.ZstdError) as error:
            raise Refusal("%(file)s breaks off after line %(number)s: %(why)s.", file=path, number=number, why=error) from error


def scan(paths: Sequence[Path], progress: Callable[[int], None]) -> Scan:
    """First pass: count and check every line, so that nothing is written before the input is known."""
    found = Scan()
    for path in paths:
        last: datetime | None = None
        for at, _ in _parsed(path, found.bad.append):
            if last is not None and at < last:
                found.unordered.add(path)
            last = at
            found.lines += 1
            if found.lines % 20_000 == 0:
                progress(found.lines)
    return found


def in_time_order(paths: Sequence[Path], unordered: set[Path]) -> Iterator[Timed]:
    """Every good line of every file, by time and then by id. A file that is out of order is sorted in memory."""

    def ignore(_: BadLine) -> None:
        """The scan has reported it."""

    def stream(path: Path) -> Iterator[Timed]:
        lines = _parsed(path, ignore)
        return iter(sorted(lines, key=itemgetter(0))) if path in unordered else lines

    merged = heapq.merge(*(stream(path) for path in paths), key=itemgetter(0))
    for _, same_time in groupby(merged, key=itemgetter(0)):
        moment = list(same_time)
        if len(moment) > 1:
            moment.sort(key=lambda timed: (item_id(timed[1]), msgspec.json.encode(timed[1])))
        yield from moment
