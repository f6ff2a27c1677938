"""`kill -9` of the worker, or of everything at once, at random moments during intake of every kind: nothing lost, doubled or half."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections import Counter
from contextlib import ExitStack

import pytest

from tests.scenarios.instance import Instance, eventually, hurry
from tests.scenarios.people import PASSWORD
from tests.scenarios.publishers import City, Listing, Mailbox, Paper, Publisher, Sitemap, Told, Words, register_all
from tests.scenarios.senders import Bringer, Pusher
from tests.worker.dovecot import dovecot, installed

KILLS = int(os.environ.get("HUIYING_TEST_KILLS", "6"))
MACHINE = 4  # every so manieth kill takes the whole desk, as if the machine went down
STARTING = 0.25  # of the kills come while the worker starts, the others while it reads
LONGEST = 1.8  # seconds from the moment that it reads
LAST_WORDS = 0.15  # seconds from a delivery and a file to the end of the machine
KEPT = 0.5  # of the ends of the machine come as soon as the delivery is stored, before anybody hears of it
FILES, PUSHED = "12345", "热线系统"
QUIET = 150.0  # seconds


class Desk:
    """The desk under test, and what it must hold in the end."""

    def __init__(self, instance: Instance, publishers: list[Publisher], dice: random.Random) -> None:
        self.instance, self.publishers, self.dice = instance, publishers, dice
        self.words, self.wanted = Words(), list[Told]()
        self.half = 0  # kills that came while something announced was not yet stored
        self.process = instance.start()

    def announce(self) -> None:
        for one in self.publishers:
            self.wanted += one.announce(self.words)

    def items(self) -> list[Told]:
        rows = self.instance.query("SELECT s.name, i.title, i.text FROM store_item i JOIN store_source s ON s.id = i.source_id")
        return [Told(*row) for row in rows]

    def kill(self, number: int, pusher: Pusher, bringer: Bringer) -> None:
        """Wait for a moment that the dice chose, and kill the worker or everything."""
        before = self.asked()
        eventually(self.instance.worker_pid, "a running worker")
        if self.dice.random() >= STARTING:
            eventually(lambda: self.asked() > before, "a worker that reads")
        time.sleep(self.dice.uniform(0.0, LONGEST))
        whole = number % MACHINE == MACHINE - 1
        if whole:
            self.wanted += pusher.announce(self.words) + bringer.announce(self.words)
            if self.dice.random() < KEPT:
                self.delivered(pusher.given)
            else:
                time.sleep(self.dice.uniform(0.0, LAST_WORDS))
        self.half += not set(self.wanted) <= set(self.items())
        pid = self.instance.worker_pid()
        if whole:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(timeout=20)
            self.process = self.instance.start()
        elif pid is not None:
            os.kill(pid, signal.SIGKILL)

    def delivered(self, count: int) -> None:
        """Wait for the very moment in which so many deliveries are stored."""
        connection = sqlite3.connect(f"file:{self.instance.home / 'huiying.sqlite3'}?mode=ro", uri=True, timeout=20)
        until = time.monotonic() + 10
        while time.monotonic() < until and connection.execute("SELECT count(*) FROM store_delivery").fetchone()[0] < count:
            time.sleep(0.0005)
        connection.close()

    def asked(self) -> int:
        return sum(len(one.site.fetches) for one in self.publishers if not isinstance(one, Mailbox))

    def quiet(self) -> None:
        """Let it run until everything is there, and then once more through every source."""

        def everything() -> bool:
            hurry(self.instance)
            time.sleep(0.5)
            return set(self.wanted) <= set(self.items())

        try:
            eventually(everything, "every item", QUIET)
        except AssertionError as late:
            raise AssertionError(f"{late}; not stored: {sorted(set(self.wanted) - set(self.items()))[:5]}") from None
        (now,) = self.instance.query("SELECT max(succeeded_at) FROM store_source")[0]
        hurry(self.instance)
        fetched = "SELECT count(*) FROM store_source WHERE adapter NOT IN ('push', 'file') AND succeeded_at > ?"
        eventually(lambda: self.instance.query(fetched, now) == [(len(self.publishers),)], "another reading of every source", QUIET)
        eventually(lambda: self.instance.query("SELECT count(*) FROM store_arrival") == [(0,)], "an empty waiting room")


@pytest.fixture
def publishers() -> list[Publisher]:
    return [
        Paper(1),
        Paper(2, slow=True),
        Sitemap("网站地图", "127.0.0.13", dated=True),
        Sitemap("无日期地图", "127.0.0.14", dated=False),
        Listing("通知公告", "127.0.0.15"),
        City("127.0.0.16"),
    ]


def test_a_killed_worker_loses_and_doubles_nothing(instance: Instance, publishers: list[Publisher]) -> None:
    with ExitStack() as stack:
        # without Dovecot the others are killed all the same
        publishers += [Mailbox(stack.enter_context(dovecot()))] if installed() else []
        for one in publishers:
            if not isinstance(one, Mailbox):
                stack.callback(one.site.close)
        register_all(instance, publishers)
        killed(instance, publishers)


def killed(instance: Instance, publishers: list[Publisher]) -> None:
    instance.run("user", "add", "lead", "--name", "Lead", "--role", "duty_lead", stdin=PASSWORD + "\n")
    for name, way in ((PUSHED, "push"), (FILES, "file")):
        instance.run("source", "add", "--as", way, "--name", name)
    number = {name: str(pk) for pk, name in instance.query("SELECT id, name FROM store_source")}
    key = instance.run("source", "key", PUSHED).stdout.split()[-1]
    desk = Desk(instance, publishers, random.Random(7))
    pusher = Pusher(PUSHED, instance.url, number[PUSHED], key)
    bringer = Bringer(FILES, instance.url, number[FILES], "lead")
    # of a first reading a sitemap without dates gives some, by design: it must have had it
    desk.announce()
    first = "SELECT count(*) FROM store_source WHERE succeeded_at IS NOT NULL AND adapter NOT IN ('push', 'file')"
    hurry(desk.instance)
    eventually(lambda: instance.query(first) == [(len(publishers),)], "a first reading of every source")
    for kill in range(KILLS):
        desk.announce()
        desk.wanted += pusher.announce(desk.words) + bringer.announce(desk.words)
        hurry(desk.instance)
        desk.kill(kill, pusher, bringer)
    pusher.finish()
    bringer.finish()
    desk.quiet()
    instance.stop()
    print(f"\n{KILLS} kills, {desk.half} with something half done; {len(desk.wanted)} items;", end=" ")
    print(*(f"{one.name}: {one.accepted} taken, {one.unanswered} without an answer, {one.again} again." for one in (pusher, bringer)))
    assert desk.half, "no kill came while anything was to be read"
    holds(desk)
    assert pusher.again and bringer.again, "nothing that was kept was sent again"


def holds(desk: Desk) -> None:
    """Each once, whole, in one story; every count of it the same; the record verified."""
    query, count = desk.instance.query, len(desk.wanted)
    stored = Counter(desk.items())
    assert stored == Counter(desk.wanted), (sorted(Counter(desk.wanted) - stored)[:5], sorted(stored - Counter(desk.wanted))[:5])
    assert query("SELECT count(*), count(DISTINCT key) FROM store_item") == [(count, count)]
    assert query("SELECT count(*), count(DISTINCT item_id) FROM store_membership") == [(count, count)]
    assert query("SELECT sum(items) FROM store_story") == [(count,)]
    assert query("SELECT sum(json_extract(data, '$.count')) FROM event WHERE type = 'items_collected'") == [(count,)]
    brought = query("SELECT sum(json_extract(data, '$.new')) FROM event WHERE type = 'file_imported'")
    assert brought == [(sum(one.source == FILES for one in desk.wanted),)], "a file that was brought again brought nothing new"
    # the history of readings and its days are part of the same transactions
    read = "SELECT sum(h.items) FROM {} h JOIN store_source s ON s.id = h.source_id"
    of_fetches, of_days = (query(read.format(table)) for table in ("store_sourcefetch", "store_sourceday"))
    fetched = {one.name for one in desk.publishers if not isinstance(one, Mailbox)}
    assert of_fetches == of_days == [(sum(one.source in fetched for one in desk.wanted),)]
    assert query("SELECT sum(times) FROM store_sourcefetch") == query("SELECT sum(good + bad) FROM store_sourceday")
    assert "entries hold" in desk.instance.run("verify-record").stdout
