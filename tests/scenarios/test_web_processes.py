"""Several web processes serve one desk from one address: one that dies is started again and nobody is turned away meanwhile."""

from __future__ import annotations

import os
import signal
import urllib.request
from pathlib import Path

from tests.scenarios.instance import Instance, eventually


def webs(parent: int) -> set[int]:
    """The web processes of a desk."""
    found = set()
    for path in Path("/proc").glob("[0-9]*"):
        try:
            above = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            words = (path / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if above == parent and b"web" in words:
            found.add(int(path.name))
    return found


def status(url: str) -> int:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return int(answer.status)


def test_one_that_dies_is_started_again_and_the_others_go_on(tmp_path: Path) -> None:
    desk = Instance(tmp_path / "desk")
    desk.env["HUIYING_WEB_PROCESSES"] = "2"
    desk.init()
    assert desk.start().pid
    try:
        desk.wait_for_web()
        first = webs(desk.process.pid)
        assert len(first) == 2
        os.kill(min(first), signal.SIGKILL)
        assert [status(f"{desk.url}/sign-in/") for _ in range(10)] == [200] * 10
        eventually(lambda: len(webs(desk.process.pid) - {min(first)}) == 2, "the second web process")
        assert status(f"{desk.url}/sign-in/") == 200
    finally:
        desk.stop()
