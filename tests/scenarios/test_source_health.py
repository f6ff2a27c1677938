"""The duty lead looks after sources in a real browser: one that fails, one that is gone, one whose limits change; in both languages."""

from __future__ import annotations

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Feeds, Instance, eventually, hurry

pytestmark = pytest.mark.browser

SAID = {
    "zh": {
        "inside": "内网地址",
        "gone": "已失效",
        "not_seen": "没有看到的",
        "refused": "不能是 3",
        "limits": "10 至 45 分钟",
        "rest": "要求暂不读取",
        "sum": "登记的 5 个来源中",
    },
    "en": {
        "inside": "address inside a network",
        "gone": "gone",
        "not_seen": "What we do not see",
        "refused": "not 3",
        "limits": "10 to 45 minutes",
        "rest": "asked to be left alone",
        "sum": "Of 5 sources on the register",
    },
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sources_are_looked_after(instance: Instance, feeds: Feeds, lang: str) -> None:
    said = SAID[lang]
    instance.people()
    feeds.add("/good", "1", "望澜镇学府街今晚停水", "学府街一带从今晚八点起停水。")
    feeds.status["/gone"] = (410, {})
    feeds.status["/inside"] = (302, {"Location": "http://169.254.169.254/latest/meta-data/"})
    for name, path in (("paper", "/good"), ("archive", "/gone"), ("portal", "/inside"), ("forum", "/later"), ("bbs", "/paused")):
        instance.run("source", "add", feeds.base + path, "--name", name, "--kind", "news", "--every", "1", "--allow-private", "--no-test")
    instance.run("source", "pause", "bbs")
    instance.start()
    instance.wait_for_web()
    eventually(lambda: instance.query("SELECT count(*) FROM store_source WHERE fetched_at IS NOT NULL") == [(4,)], "every source read", 60)
    with chromium() as browser:
        lead = Person(browser, instance.url, lang, "lead")
        lead.go("/desk/")
        assert said["not_seen"] in lead.page.inner_text("#sources") and said["gone"] in lead.page.inner_text("#sources")
        lead.page.click("#sources a[href='/desk/sources/unseen/']")
        lead.page.wait_for_url("**/desk/sources/unseen/")
        assert said["sum"] in lead.text()
        lead.look("unseen")
        lead.page.click("#failing a[href='/desk/sources/3/']")
        lead.page.wait_for_url("**/desk/sources/3/")
        assert "169.254.169.254" in lead.text() and said["inside"] in lead.page.inner_text("#history")
        lead.look("source-failing")

        lead.go("/desk/sources/1/")
        assert lead.page.locator("svg.health rect.items").count() == 1 and lead.page.locator("svg.health rect.read-good").count() == 1
        lead.do("/desk/sources/1/limits/", interval="10", slowest="3")
        assert said["refused"] in lead.text() and lead.page.locator("#sources-1-limits-slowest").input_value() == "3"
        lead.look("source-refused")
        lead.do("/desk/sources/1/limits/", interval="10", slowest="45")
        assert said["limits"] in lead.text()
        feeds.add("/good", "2", "望澜镇供水恢复", "二十二时恢复。")
        lead.do("/desk/sources/1/read-now/")
        eventually(lambda: instance.query("SELECT count(*) FROM store_item") == [(2,)], "the second item")
        lead.go("/desk/sources/1/")
        lead.look("source")

        # a host that asks for rest gets it for all of its sources
        feeds.status["/later"] = (429, {"Retry-After": "1800"})
        hurry(instance)
        eventually(lambda: instance.query("SELECT count(*) FROM store_source WHERE held_until IS NOT NULL") == [(5,)], "the host's rest")
        lead.go("/desk/sources/1/")
        assert said["rest"] in lead.text()
        lead.do("/desk/sources/1/read-now/")
        assert lead.page.locator("[role=alert], .refusal").count() >= 1

        narrow = Person(browser, instance.url, lang, "lead", width=390)
        for path, name in (("/desk/sources/1/", "source"), ("/desk/sources/2/", "source-gone"), ("/desk/sources/unseen/", "unseen")):
            narrow.go(path)
            narrow.look(name)
    shown = instance.run("source", "unseen", lang="zh_CN" if lang == "zh" else "en").stdout
    assert all(name in shown for name in ("archive", "portal", "forum", "bbs")) and "169.254.169.254" in shown
    assert "× " in instance.run("source", "show", "paper").stdout
