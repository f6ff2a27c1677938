"""Running a replay and a scorer as a user would: as commands."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.data import FOLDER, need


def replay(out: Path, files: list[Path], watches: Path | None = None) -> dict[str, Any]:
    """`huiying replay` into a folder; its summary."""
    words = [sys.executable, "-m", "huiying", "replay", *map(str, files), "--out", str(out)]
    subprocess.run([*words, *(["--watches", str(watches)] if watches else [])], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    return json.loads((out / "summary.json").read_text())


def score(script: str, *arguments: object) -> dict[str, Any]:
    """The first line of a scorer's output."""
    words = [sys.executable, str(need(FOLDER / "score" / script)), *map(str, arguments)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603
    return json.loads(done.stdout.splitlines()[0])


def figure(cell: object) -> str:
    """A cell as people read it: .760, 1,328, – where there is nothing."""
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:.3f}".removeprefix("0")
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


def table(heads: list[str], rows: list[list[object]]) -> None:
    """Print a Markdown table."""
    print("| " + " | ".join(heads) + " |")
    print("|" + " --- |" * len(heads))
    for row in rows:
        print("| " + " | ".join(map(figure, row)) + " |", flush=True)
