"""A running worker takes its second look by itself, after something new came in."""

from __future__ import annotations

from tests.scenarios.instance import Feeds, Instance, eventually


def test_a_worker_looks_again_after_new_items(instance: Instance, feeds: Feeds) -> None:
    feeds.add("/bbs", "1", "学府街自来水发黄", "学府街一带的自来水从昨晚开始发黄。")
    instance.run("source", "add", feeds.base + "/bbs", "--name", "bbs", "--every", "1", "--allow-private")
    instance.start("--only", "worker")
    eventually(lambda: "second look:" in instance.log.read_text(), "the second look")
    assert "the second look at the stories failed" not in instance.log.read_text()
    assert instance.query("SELECT count(*) FROM store_item") == [(1,)]
