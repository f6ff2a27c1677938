"""What the brakes remember is the same in every web process of a desk, and on no disc."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from huiying.commands import up
from huiying.commands.up import share_memory
from huiying.web.tally import Tally
from huiying.web.throttle import Throttle

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
FAIL = """
from datetime import datetime
from huiying.web.throttle import Throttle
for _ in range(2): Throttle(most=4).failed("lin-8841", datetime.fromisoformat("{now}"))
"""


def test_failures_at_two_processes_count_together(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    monkeypatch.setenv("HUIYING_SHARED", "")
    monkeypatch.setattr(up, "MEMORY", tmp_path)
    folder = Path(share_memory())
    request.addfinalizer(lambda: shutil.rmtree(folder))
    throttle = Throttle(most=4)
    for _ in range(2):
        subprocess.run([sys.executable, "-c", FAIL.format(now=NOW.isoformat())], check=True)
    assert throttle.wait("lin-8841", NOW) == timedelta(minutes=5)
    assert throttle.wait("wang", NOW) is None
    assert b"lin-8841" not in b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    throttle.worked("lin-8841")
    assert Throttle(most=4).wait("lin-8841", NOW) is None


def test_a_tally_alone_is_its_own_and_keeps_names_that_were_there_last() -> None:
    one, other = Tally("form", 2), Tally("form", 2)
    for number in range(4):
        one.add(f"name-{number}", NOW + timedelta(seconds=number), 3)
    assert len(one) == 2 and len(other) == 0
    assert one.times("name-0") == [] and one.times("name-3") == [NOW + timedelta(seconds=3)]
    for _ in range(5):
        one.add("name-3", NOW, 3)
    assert one.times("name-3") == [NOW] * 3


def test_without_memory_to_share_one_process_serves_the_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HUIYING_WEB_PROCESSES", "3")
    monkeypatch.setattr(up, "MEMORY", tmp_path)
    assert up.web_processes() == 3
    monkeypatch.setattr(up, "MEMORY", tmp_path / "none")
    assert up.web_processes() == 1, "what the brakes remember never goes to a disk"
