"""Children in which hostile bytes are parsed: what each ends with, and that the worker stays whole."""

from __future__ import annotations

import asyncio
import operator
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from huiying.core.collect.feeds import parse_feed
from huiying.core.collect.opml import read_opml
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Door
from huiying.core.types import Kind, Refusal
from huiying.worker.child import Children, VoiceAt
from huiying.worker.refused import FetchRefused

SECRET = b"a secret of thirty-two bytes ....."
LEVELS = 100_000
BIG = 8_000_000


def rss(items: str | bytes) -> bytes:
    inside = items.encode() if isinstance(items, str) else items
    return b'<rss version="2.0"><channel><title>t</title>' + inside + b"</channel></rss>"


GOOD = rss("<item><guid>1</guid><title>停水</title><author>Somebody Invented</author></item>")
# what merely costs much is read where the machine is quick enough; it never costs more than the child may
BOUNDED = {"read", "time", "memory"}
HOSTILE = {
    "entities": (b'<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + rss("&b;"), {"entities of its own"}),
    "levels": (rss(b"<item>" + b"<a>" * LEVELS + b"</a>" * LEVELS + b"</item>"), BOUNDED | {"depth"}),
    "brackets": (b"<" * BIG, BOUNDED | {"not a feed"}),
    "attributes": (rss(b"<item " + b" ".join(b'a%d="x"' % n for n in range(600_000)) + b"/>"), BOUNDED),
    "number": (b'{"version":"https://jsonfeed.org/version/1","items":[{"id":' + b"9" * BIG + b"}]}", {"could not be read"}),
    "ampersands": (rss(b"<item><title>" + b"&" * BIG + b"</title></item>"), BOUNDED),
    "sections": (rss(b"<![CDATA[" * 800_000 + b"<!ENTITY"), {"entities of its own"}),
    "objects": (b'{"a":' * 1_000_000, {"depth", "could not be read"}),
}


def feed_of(children: Children, body: bytes) -> Any:
    return children.parse(parse_feed, body, source="s", kind=Kind.POST, url="https://paper.example/feed", voice=VoiceAt("s"))


def with_children(work: Callable[[Children], Any], **options: Any) -> Any:
    async def run() -> Any:
        async with Children(SECRET, **options) as children:
            return await work(children)

    return asyncio.run(run())


def test_a_feed_comes_back_whole_with_the_numbers_of_the_door() -> None:
    feed = with_children(lambda children: feed_of(children, GOOD))
    assert isinstance(feed, Reading)
    assert [item.title for item in feed.items] == ["停水"]
    assert feed.voices == (Door(SECRET).voice("s", "Somebody Invented"),)


def test_every_hostile_body_is_refused_and_the_next_feed_is_read() -> None:
    async def work(children: Children) -> dict[str, str]:
        outcomes = {}
        for name, (body, _) in HOSTILE.items():
            try:
                outcomes[name] = f"read {await feed_of(children, body)}"[:200]
            except FetchRefused as refused:
                assert refused.reason == "parse"
                outcomes[name] = str(refused.values["cause"])
            except Refusal as refused:
                outcomes[name] = str(refused)
            assert len((await feed_of(children, GOOD)).items) == 1
        return outcomes

    outcomes = with_children(work)
    for name, (_, expected) in HOSTILE.items():
        assert any(word in outcomes[name] for word in expected), (name, outcomes[name])


def test_why_a_child_could_not_is_named() -> None:
    async def work(children: Children) -> list[tuple[str, str]]:
        found = []
        for function, args in ((operator.mul, (b"x", 10**9)), (os.abort, ()), (time.sleep, (60,)), (operator.truediv, (1, 0))):
            with pytest.raises(FetchRefused) as caught:
                await children.parse(function, *args)
            found.append((caught.value.reason, str(caught.value.values["cause"])))
        assert await children.parse(operator.add, 1, 2) == 3
        return found

    assert with_children(work, wall=3.0) == [("parse", "memory"), ("parse", "crash"), ("parse", "time"), ("parse", "crash")]


def test_a_refusal_keeps_its_sentence_and_values() -> None:
    async def work(children: Children) -> None:
        await children.parse(read_opml, b"<html/>")

    with pytest.raises(Refusal) as caught:
        with_children(work)
    with pytest.raises(Refusal) as direct:
        read_opml(b"<html/>")
    assert (caught.value.template, caught.value.values) == (direct.value.template, direct.value.values)
    assert not isinstance(caught.value, FetchRefused)


def test_many_at_once_and_one_that_is_given_up() -> None:
    async def work(children: Children) -> list[int]:
        lost = asyncio.create_task(children.parse(time.sleep, 60))
        await asyncio.sleep(0.5)
        lost.cancel()
        with pytest.raises(asyncio.CancelledError):
            await lost
        feeds = await asyncio.gather(*(feed_of(children, GOOD) for _ in range(20)))
        return [len(feed.items) for feed in feeds]

    assert with_children(work) == [1] * 20


def test_the_secret_and_the_environment_stay_where_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUIYING_SECRET_KEY", "of-the-web-only")

    async def work(children: Children) -> tuple[int, str | None]:
        await feed_of(children, GOOD)
        child = await children.parse(os.getpid)
        for process in Path("/proc").glob("[0-9]*"):
            for name in ("cmdline", "environ"):
                try:
                    seen = (process / name).read_bytes()
                except OSError:
                    continue
                assert SECRET not in seen and SECRET.hex().encode() not in seen, process
        return child, await children.parse(os.getenv, "HUIYING_SECRET_KEY")

    child, environment = with_children(work)
    assert child != os.getpid() and environment is None


def test_no_child_outlives_the_worker() -> None:
    async def work(children: Children) -> list[int]:
        return [await children.parse(os.getpid), await children.parse(os.getppid)]

    for number in with_children(work):
        assert not Path(f"/proc/{number}").exists()


def test_a_nursery_that_died_is_replaced() -> None:
    async def work(children: Children) -> int:
        nursery = await children.parse(os.getppid)
        os.kill(nursery, 9)
        with pytest.raises(FetchRefused):
            await children.parse(time.sleep, 60)  # the child ends at the wall, and there is nobody to tell of it
        return len((await feed_of(children, GOOD)).items)

    assert with_children(work, wall=1.0) == 1
