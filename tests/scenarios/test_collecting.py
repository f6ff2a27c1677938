"""Sources as a new operator adds them, and the ways in which they are refused."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from tests.scenarios.instance import Feeds, Instance, eventually

TIMES = 20


def test_a_source_that_is_no_feed_is_refused_in_the_persons_language(instance: Instance, feeds: Feeds) -> None:
    feeds.raw["/page"] = (b"<!doctype html><html><title>News</title><body>Hello</body></html>", "text/html")
    english = instance.run("source", "add", feeds.base + "/page", "--allow-private", check=False)
    chinese = instance.run("source", "add", feeds.base + "/page", "--allow-private", check=False, lang="zh_CN.UTF-8")
    assert english.returncode == chinese.returncode == 2
    assert "page" in english.stderr
    assert any("\u4e00" <= letter <= "\u9fff" for letter in chinese.stderr)
    assert instance.query("SELECT count(*) FROM store_source") == [(0,)]


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/feed",
        "http://localhost:{port}/feed",
        "http://2130706433:{port}/feed",
        "http://0x7f.1:{port}/feed",
        "http://[::1]:{port}/feed",
    ],
)
def test_a_private_address_is_refused_unless_it_is_allowed(instance: Instance, feeds: Feeds, address: str) -> None:
    feeds.add("/feed", "1", "一")
    refused = instance.run("source", "add", address.format(port=feeds.server.server_address[1]), check=False)
    assert refused.returncode == 2
    assert "--allow-private" in refused.stderr or "private" in refused.stderr
    assert feeds.fetches == []


def test_a_failing_source_says_why_and_recovers(instance: Instance, feeds: Feeds) -> None:
    feeds.add("/feed", "1", "一")
    instance.run("source", "add", feeds.base + "/feed", "--name", "澜川论坛", "--every", "1", "--allow-private")
    good = feeds.entries.pop("/feed")
    instance.start("--only", "worker")
    eventually(lambda: instance.query("SELECT failures FROM store_source") != [(0,)], "a failure")
    assert "404" in instance.run("source", "list").stdout
    feeds.entries["/feed"] = good
    from tests.scenarios.instance import hurry

    hurry(instance)
    eventually(lambda: instance.query("SELECT count(*) FROM store_item") == [(1,)], "the item")
    types = [type for (type,) in instance.query("SELECT type FROM event ORDER BY id")]
    assert types.count("source_failing") == types.count("source_recovered") == 1


def test_opml_comes_in_and_goes_out(instance: Instance, tmp_path: Path) -> None:
    outlines = "".join(f'<outline type="rss" text="来源{n}" xmlUrl="http://news{n}.example/feed"/>' for n in range(3))
    path = tmp_path / "in.opml"
    path.write_text(
        f'<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="组">{outlines}</outline></body></opml>', encoding="utf-8"
    )
    assert "3 added" in instance.run("source", "import", str(path)).stdout
    again = instance.run("source", "import", str(path), check=False)
    assert again.returncode == 1 and "0 added, 3 not" in again.stdout
    instance.run("source", "export", str(tmp_path / "out.opml"))
    assert all(f"http://news{n}.example/feed" in (tmp_path / "out.opml").read_text(encoding="utf-8") for n in range(3))


def test_the_same_words_under_a_new_id_are_not_news(instance: Instance, feeds: Feeds) -> None:
    feeds.add("/feed", "1", "望澜镇今晚停水", "检修，22时恢复。")
    instance.run("source", "add", feeds.base + "/feed", "--name", "澜川论坛", "--every", "1", "--allow-private")
    instance.start("--only", "worker")
    eventually(lambda: instance.query("SELECT count(*) FROM store_item") == [(1,)], "the item")
    feeds.entries["/feed"] = []
    feeds.add("/feed", "1-new", "望澜镇今晚停水", "检修，22时恢复。")
    feeds.add("/feed", "2", "小雏菊幼儿园亲子运动会", "周五上午。")
    from tests.scenarios.instance import hurry

    hurry(instance)
    eventually(lambda: instance.query("SELECT count(*) FROM store_item") == [(2,)], "the second item")
    assert {key for (key,) in instance.query("SELECT key FROM store_item")} == {"澜川论坛:1", "澜川论坛:2"}


def test_twenty_real_feeds_are_collected(instance: Instance, feeds: Feeds, shared: Path) -> None:
    import feedparser

    expected: dict[str, int] = {}
    with tarfile.open(shared / "data" / "edges" / "real-feeds.tar.xz") as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            if not member.isfile() or not member.name.endswith((".xml", ".rss", ".atom", ".rdf")):
                continue
            file = archive.extractfile(member)
            body = file.read() if file else b""
            entries = feedparser.parse(body).entries
            ids = {entry.get("id") or entry.get("link") or entry.get("title") for entry in entries}
            if len(entries) < 2 or len(ids) != len(entries) or len(expected) == TIMES:
                continue
            path = f"/real/{len(expected)}"
            feeds.raw[path] = (body, "application/xml")
            expected[path] = len(entries)
    assert len(expected) == TIMES
    adding = ["--allow-private", "--no-test"]
    instance.run_all(*(["source", "add", feeds.base + path, "--name", path, *adding] for path in expected))
    instance.start()
    eventually(
        lambda: instance.query("SELECT count(*) FROM store_source WHERE succeeded_at IS NOT NULL") == [(TIMES,)], "every feed read", 60
    )
    counted = dict(instance.query("SELECT s.name, count(*) FROM store_item i JOIN store_source s ON s.id = i.source_id GROUP BY s.name"))
    lost = {path: (counted.get(path, 0), wanted) for path, wanted in expected.items() if counted.get(path, 0) < wanted}
    # the only items fewer: two entries of one feed with the very same words
    assert sum(wanted - got for got, wanted in lost.values()) <= 3, lost
