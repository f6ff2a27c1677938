"""Time per item and memory while the live window fills: one process puts a million items of seven live days into stories.

The titles are made of halves of real hot-list titles and come through a pipe, so the process holds nothing but its stories.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import IO

import orjson

from bench.data import ROOT
from bench.picture import draw
from bench.scoring import table
from bench.stream import made_titles
from huiying.core.group.grouper import Grouper
from huiying.core.types import Decision, Item, Kind

ITEMS = 1_000_000
LIVE = timedelta(days=7)
START = datetime(2026, 6, 1, tzinfo=UTC)
WINDOWS = 20
BLOCK = 1000
PICTURE = ROOT / "docs" / "images" / "grouping-flat.svg"


def run(work: Path, options: Namespace) -> None:
    """Feed the measuring process, print what it found; a full run also renews the picture."""
    items = options.items or ITEMS
    found = work / "found.json"
    with subprocess.Popen([sys.executable, "-m", "bench.memory", str(items), str(found)], stdin=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdin is not None
        made = 0
        with suppress(BrokenPipeError):  # the process says itself what went wrong
            made = _feed(process.stdin, items)
            process.stdin.close()
    if process.returncode:
        sys.exit("The measuring process failed.")
    result = orjson.loads(found.read_bytes())
    windows = result["windows"]
    table(
        ["live items", "stories", "µs an item", "peak memory, MB"],
        [[live, stories, f"{spent:.1f}", round(peak)] for live, stories, spent, peak in windows],
    )
    full, bare, size = result["peak_mb"], result["bare_mb"], result["snapshot_mb"]
    print(
        f"\nPeak memory {full:.0f} MB, {full - bare:.0f} MB above the {bare:.0f} MB of the interpreter with the compiled code;"
        f" {(full - bare) * 1e6 / items:.0f} bytes a live item. Snapshot {size:.0f} MB, written in {result['dump_seconds']:.1f} s,"
        f" with a peak of {result['dump_peak_mb']:.0f} MB. Stories found {windows[-1][1]:,}, made {made:,}."
        f" Last window against the second: {windows[-1][2] / windows[1][2]:.2f} × the time an item."
    )
    if items >= ITEMS:
        PICTURE.write_text(_picture(windows), encoding="utf-8")
    else:
        print("\nA short run leaves the picture in docs/images as it is.")


def _feed(pipe: IO[bytes], items: int) -> int:
    from bench.titles import chinese  # not in the process that is measured

    stories = 0
    made = made_titles(chinese(), LIVE.total_seconds() / items)
    for at, story, title in islice(made, items):
        stories = max(stories, story + 1)
        pipe.write(orjson.dumps([at, title]) + b"\n")
    return stories


def _picture(windows: list[list[float]]) -> str:
    return draw(
        [(row[0], row[2]) for row in windows],
        title="Time to put one item into a story, while the live window fills",
        description=f"From {windows[0][2]:.0f} microseconds an item at {windows[0][0]:,} live items"
        f" to {windows[-1][2]:.0f} at {windows[-1][0]:,}.",
        across="live items",
        up="µs of processor time an item",
    )


def _items(lines: Iterator[bytes]) -> Iterator[Item]:
    for number, line in enumerate(lines):
        at, title = orjson.loads(line)
        seen = START + timedelta(seconds=at)
        yield Item(id=f"made:{number}", source="made", kind=Kind.HOTLIST, url="", title=title, text="", lang="zh", first_seen=seen)


def _memory_mb(field: str) -> float:
    """VmHWM, the peak, or VmRSS, what is held now; where the system does not tell, the peak that it bills.

    The bill is not asked first, because on Linux it begins with the memory of the process that started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith(field)) * 1024 / 1e6
    # ru_maxrss is kilobytes but for macOS, where it is bytes
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1024 if sys.platform != "darwin" else 1) / 1e6


def measure(items: int, found: Path) -> None:
    """The measuring process: items from standard input into stories."""
    stream: Iterator[Item] = _items(iter(sys.stdin.buffer))
    early = list(islice(stream, BLOCK))
    warm = Grouper()
    for item in early:  # what is compiled on first use is compiled now
        warm.assign(item)
    del warm
    stream = chain(early, stream)
    bare, grouper = _memory_mb("VmRSS"), Grouper()
    seen = stories = 0
    spent, windows, size = 0.0, [], max(1, items // WINDOWS)
    while block := list(islice(stream, min(BLOCK, size - seen % size))):
        began = time.process_time()
        placed = [grouper.assign(item) for item in block]
        spent += time.process_time() - began
        stories += sum(assignment.decision is Decision.NEW for assignment in placed)
        seen += len(block)
        if seen % size == 0:
            windows.append([seen, stories, spent / size * 1e6, _memory_mb("VmHWM")])
            spent = 0.0
    peak, began = _memory_mb("VmHWM"), time.process_time()
    dumped = len(grouper.dump())
    seconds = time.process_time() - began
    found.write_bytes(
        orjson.dumps(
            {
                "windows": windows,
                "bare_mb": bare,
                "peak_mb": peak,
                "snapshot_mb": dumped / 1e6,
                "dump_seconds": seconds,
                "dump_peak_mb": _memory_mb("VmHWM"),
            }
        )
    )


if __name__ == "__main__":
    measure(int(sys.argv[1]), Path(sys.argv[2]))
