"""`kill -9` of the worker, or of everything at once, at random moments during intake: nothing lost, nothing doubled, the record holds."""

from __future__ import annotations

import os
import random
import signal
import time

from tests.scenarios.instance import Feeds, Instance, eventually

KILLS = int(os.environ.get("HUIYING_TEST_KILLS", "8"))
MACHINE = 4  # every so manieth kill takes the whole desk, as if the machine went down
SOURCES = 3
SLOW = 1.2  # seconds in which the body of the last source comes: most kills find it half read
BURST = 12


def test_a_killed_worker_loses_and_doubles_nothing(instance: Instance, feeds: Feeds) -> None:
    dice = random.Random(7)
    paths = [f"/feed{number}" for number in range(SOURCES)]
    feeds.slow[paths[-1]] = SLOW
    wanted: set[str] = set()
    for path in paths:
        feeds.add(path, f"{path}-first", "第一条", "开始")
        wanted.add(f"{path}-first")
        instance.run("source", "add", feeds.base + path, "--name", path.strip("/"), "--every", "1", "--allow-private")
    hurry(instance)
    process = instance.start()
    for kill in range(KILLS):
        for path in paths:
            for number in range(BURST):
                guid = f"{path}-{kill}-{number}"
                feeds.add(path, guid, f"望澜镇第{kill}次第{number}条消息", f"内容{dice.random():.12f}，各不相同，{guid}。")
                wanted.add(guid)
        hurry(instance)
        eventually(instance.worker_pid, "a running worker")
        time.sleep(dice.uniform(0.0, 2.5))
        pid = instance.worker_pid()
        if kill % MACHINE == MACHINE - 1:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=20)
            process = instance.start()
        elif pid is not None:
            os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 90

    def everything() -> bool:
        assert time.monotonic() < deadline
        hurry(instance)
        return {key.partition(":")[2] for (key,) in instance.query("SELECT key FROM store_item")} >= wanted

    eventually(everything, "every item", 90)
    instance.stop()
    keys = [key for (key,) in instance.query("SELECT key FROM store_item")]
    assert len(keys) == len(set(keys)) == len(wanted)
    assert instance.query("SELECT count(*) FROM store_membership") == [(len(wanted),)]
    counted = instance.query("SELECT sum(items) FROM store_story")
    assert counted == [(len(wanted),)]
    collected = instance.query("SELECT sum(json_extract(data, '$.count')) FROM event WHERE type = 'items_collected'")
    assert collected == [(len(wanted),)]
    # the history of readings and its days are part of the same transactions
    assert (
        instance.query("SELECT sum(items) FROM store_sourcefetch")
        == instance.query("SELECT sum(items) FROM store_sourceday")
        == [(len(wanted),)]
    )
    assert instance.query("SELECT sum(times) FROM store_sourcefetch") == instance.query("SELECT sum(good + bad) FROM store_sourceday")
    assert "entries hold" in instance.run("verify-record").stdout


def hurry(instance: Instance) -> None:
    """Make every source due now, as if its interval had passed; none of it in the middle of a transaction of the worker's."""
    import sqlite3

    connection = sqlite3.connect(instance.home / "huiying.sqlite3", timeout=20)
    with connection:
        connection.execute("UPDATE store_source SET due_at = '2000-01-01 00:00:00'")
    connection.close()
