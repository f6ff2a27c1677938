"""A duty officer keeps watches in a real browser: a wrong query, mended, tried and added; a list of words; places; a change in view."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Feeds, Instance, eventually

pytestmark = pytest.mark.browser

POSTS = (
    ("1", "望澜镇学府街今晚停水", "学府街一带从今晚八点起停水，请储水。"),
    ("2", "望澜镇又没水了", "家里没水了，打电话没人接，什么时候恢复？"),
    ("3", "Water cut in Wanglan", "No water in Xuefu Street since eight."),
    ("4", "望澜镇图书馆周末开放", "周末有讲座，欢迎参加。"),
)
SAID = {
    "zh": {
        "wrong": "第 14 个字符",
        "found": "5 条中有 1 条符合。",
        "more": "词表已修改，从下一条内容起 1 个关注词随之改变：停水。",
        "sure": "确定",
        "come": "条增加",
    },
    "en": {
        "wrong": "Character 14",
        "found": "1 of 5 items matches.",
        "more": "The list is changed, and with it 1 watch from the next item on: 停水.",
        "sure": "✓ sure",
        "come": "come",
    },
}


@pytest.fixture
def desk(instance: Instance, feeds: Feeds) -> Iterator[Instance]:
    """A running desk with its people and five items of a forum."""
    instance.people()
    feeds.add("/bbs", "0", "今天的天气很好", "适合散步。")
    instance.run("source", "add", feeds.base + "/bbs", "--name", "bbs", "--kind", "post", "--every", "1", "--allow-private")
    for guid, title, text in POSTS:
        feeds.add("/bbs", guid, title, text)
    instance.start()
    instance.wait_for_web()
    eventually(lambda: instance.query("SELECT count(*) FROM store_item") == [(5,)], "the first items")
    yield instance


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_watches_words_and_places(desk: Instance, feeds: Feeds, lang: str) -> None:
    said = SAID[lang]
    with chromium() as browser:
        duty = Person(browser, desk.url, lang, "duty")
        duty.go("/desk/watches/words/")
        duty.look("word-lists-empty")
        duty.do("/desk/watches/words/add/", name="停水", words="停水")
        assert "@停水" in duty.text()

        duty.go("/desk/watches/")
        page = duty.do("/desk/watches/test/", query="@停水 AND （街 OR")
        assert said["wrong"] in duty.text() and page.locator(".pointed").count() == 1
        duty.look("wrong-query")
        assert page.locator("#watches-test-query").input_value() == "@停水 AND （街 OR"
        page = duty.do("/desk/watches/test/", query="@停水 AND （街 OR 镇）")
        assert said["found"] in duty.text()
        assert page.locator("mark").first.inner_text() in ("镇", "学府街", "街", "停水")
        assert page.locator("svg.days").get_attribute("aria-label")
        duty.look("tried-query")
        assert page.locator("#watches-add-query").input_value() == "@停水 AND （街 OR 镇）"
        duty.do("/desk/watches/add/", name="停水", place="望澜镇", department="1")
        assert desk.query("SELECT query, place FROM store_watch") == [("@停水 AND （街 OR 镇）", "望澜镇")]

        duty.go("/desk/watches/words/")
        duty.do("/desk/watches/words/1/change/", words="停水\n没水\nwater cut")
        assert said["more"] in duty.text()
        duty.look("word-lists")

        duty.go("/desk/watches/places/")
        duty.look("places-empty")
        duty.do("/desk/watches/places/home/", names="济南市历下区")
        duty.do("/desk/watches/places/add/", name="学府街", kind="street", other_names="Xuefu Street", within="历下区")
        duty.do("/desk/watches/places/import/", table="名称\t类别\t易混\n人民路\t路\t是\n望澜小学\t学校\t")
        page = duty.go("/desk/watches/places/")
        page.fill("#text", "学府街和人民路都停水了，与朝阳无关")
        page.locator("#look button").click()
        page.wait_for_load_state()
        assert said["sure"] in duty.text() and page.locator("#look-up li").count() == 3
        duty.look("places")

        # new items go by the changed list at once
        feeds.add("/bbs", "5", "望澜镇北街没水", "已经两个小时了。")
        eventually(
            lambda: (
                desk.query("SELECT count(*) FROM store_match m JOIN store_item i ON i.id = m.item_id WHERE i.title = '望澜镇北街没水'")
                == [(1,)]
            ),
            "the match by a word of the changed list",
            90,
        )

        duty.go("/desk/watches/1/")
        page = duty.page
        page.fill("#watches-1-change-query", "@停水")
        page.click("#try")
        page.wait_for_load_state()
        assert page.locator("#difference mark").count() > 0 and said["come"] in duty.text()
        assert desk.query("SELECT query FROM store_watch") == [("@停水 AND （街 OR 镇）",)]
        duty.look("difference")
        page.click("#save")
        page.wait_for_load_state()
        assert desk.query("SELECT query FROM store_watch") == [("@停水",)]
        assert page.locator("del").first.inner_text() == "@停水 AND （街 OR 镇）" and page.locator("ins").first.inner_text() == "@停水"
        duty.look("watch")
        assert duty.errors == [] or all("400" in error for error in duty.errors)

        narrow = Person(browser, desk.url, lang, "duty", width=390)
        for path, name in (
            ("/desk/watches/", "watches"),
            ("/desk/watches/1/", "watch"),
            ("/desk/watches/words/", "word-lists"),
            ("/desk/watches/places/?text=学府街，朝阳", "places"),
        ):
            narrow.go(path)
            narrow.look(name)
        narrow.go("/desk/watches/")
        narrow.do("/desk/watches/test/", query="停水 |断水")
        narrow.look("wrong-query")
        narrow.do("/desk/watches/test/", query="停水 OR 没水")
        narrow.look("tried-query")

    with_caret = desk.run("watch", "test", "停水、断水", check=False, lang="zh_CN" if lang == "zh" else "en")
    assert with_caret.returncode == 2 and "停水、断水\n    ^\n" in with_caret.stderr
