"""A duty officer reads why items are in a story, who had it first, and decides what is one happening and what is two. In a real browser."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Instance

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]

SAID = {
    "zh": {
        "very strong": "说的是这件事，依据很充分。",
        "place": "地点相同：学府街",
        "number": "数字不同：3 / 5",
        "language": "语言不同",
        "copy": "转载：60 段文字中有 47 段相同",
        "first": "澜川论坛首发",
        "same": "可能是同一件事",
        "two": "可能是两件事",
        "old": "您打开的地址原属“望澜镇水质异常，多名居民反映”",
        "why": "一处停电，一处水质，不是一件事",
        "perhaps": "可能属于",
        "also": "可能也是",
    },
    "en": {
        "very strong": "Very strong evidence that it tells of this happening.",
        "place": "the same place: 学府街",
        "number": "another number: 3 / 5",
        "language": "in another language",
        "copy": "A copy: 47 of 60 passages are shared with",
        "first": "澜川论坛 had it first",
        "same": "Perhaps the same happening",
        "two": "Perhaps two happenings",
        "old": "The address you followed was that of “望澜镇水质异常，多名居民反映”",
        "why": "One is about power, the other about water",
        "perhaps": "Perhaps with",
        "also": "Perhaps also",
    },
}


@pytest.fixture
def desk(instance: Instance) -> Iterator[Instance]:
    """A desk with stories and proposals, and no worker that could add to them."""
    instance.people()
    command = [sys.executable, "-m", "tests.scenarios.regrouped"]
    made = subprocess.run(command, cwd=ROOT, env=instance.env, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    instance.start("--only", "web")
    instance.wait_for_web()
    yield instance


def number(desk: Instance, sql: str) -> int:
    ((found,),) = desk.query(sql)
    return int(found)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_duty_officer_joins_and_parts_stories(desk: Instance, lang: str) -> None:
    said = SAID[lang]
    merge = number(desk, "SELECT p.id FROM store_proposal p JOIN store_story s ON s.id = p.other_id WHERE s.key = 's-other'")
    split = number(desk, "SELECT id FROM store_proposal WHERE kind = 'split'")
    wrong = number(desk, f"SELECT id FROM store_proposal WHERE kind = 'merge' AND id != {merge}")
    third, power = (number(desk, f"SELECT id FROM store_story WHERE key = '{key}'") for key in ("s-third", "s-power"))
    with chromium() as browser:
        duty = Person(browser, desk.url, lang, "duty")
        author = Person(browser, desk.url, lang, "author")
        phone = Person(browser, desk.url, lang, "lead", width=390)

        # why, and who had it first
        duty.go("/desk/stories/s-water/")
        for key in ("very strong", "place", "number", "language", "copy"):
            assert said[key] in duty.text(), key
        picture = duty.page.locator("svg.spread")
        assert said["first"] in (picture.locator("desc").text_content() or "")
        assert (picture.locator("circle.report").count(), picture.locator("circle.copy").count(), picture.locator("polygon").count()) == (
            3,
            1,
            1,
        )
        assert picture.locator("path.from").count() == 1
        duty.page.locator("#origin details summary").click()
        assert duty.page.locator("#origin table tbody tr").count() == 5
        duty.look("story-evidence")
        with duty.page.expect_download() as saved:
            duty.page.locator('a[href$="/origin.csv"]').click()
        text = Path(saved.value.path()).read_text(encoding="utf-8")
        assert text.startswith("\ufeff")
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
        assert [row["outlet"] for row in rows] == ["澜川论坛", "澜川融媒", "岑州在线", "同城热榜", "Cenzhou Daily"]
        assert rows[2]["duplicate_of"] == "1"

        # the proposals, on the board and in their list
        duty.go("/desk/")
        duty.page.locator('#stories a[href="/desk/stories/"]').click()
        duty.page.wait_for_url("**/desk/stories/")
        assert said["same"] in duty.text() and said["two"] in duty.text()
        duty.look("stories")
        phone.go("/desk/stories/")
        phone.look("stories")
        phone.go("/desk/stories/s-water/")
        phone.look("story-evidence")
        author.go("/desk/stories/")
        assert not author.offered(f"/desk/proposals/{merge}/accept/")

        # a merge, the old address, and its undoing
        duty.do(f"/desk/proposals/{merge}/accept/")
        duty.page.wait_for_url("**/desk/stories/s-water/")
        duty.look("merged")
        duty.go("/desk/stories/s-other/")
        assert duty.page.url.endswith("/desk/stories/s-water/?from=s-other")
        assert said["old"] in duty.text()
        assert desk.query("SELECT items FROM store_story WHERE key = 's-water'") == [(7,)]
        duty.look("old-address")
        duty.do(f"/desk/proposals/{merge}/undo/")
        apart = desk.query("SELECT key, items FROM store_story WHERE key IN ('s-other', 's-water') ORDER BY key")
        assert apart == [("s-other", 2), ("s-water", 5)]
        duty.go("/desk/stories/s-other/")
        assert duty.page.url.endswith("/desk/stories/s-other/")

        # a refusal, with its reason
        duty.go("/desk/stories/")
        duty.do(f"/desk/proposals/{wrong}/refuse/", reason=said["why"])
        assert said["why"] in duty.text()

        # a split with its copy, and its undoing
        duty.do(f"/desk/proposals/{split}/accept/")
        assert desk.query("SELECT items, title FROM store_story WHERE key = 's-yunxi'") == [(2, "云溪镇也停电了")]
        duty.go("/desk/stories/s-yunxi/")
        duty.look("parted")
        duty.do(f"/desk/proposals/{split}/undo/")
        assert desk.query("SELECT items FROM store_story WHERE key = 's-power'") == [(3,)]

        # by hand: what a machine was not sure of, and items that were ticked
        duty.go("/desk/stories/s-power/")
        assert said["also"] in duty.text()
        duty.go("/desk/stories/s-third/")
        assert said["perhaps"] in duty.text()
        duty.look("perhaps")
        duty.page.locator(f'form.join[action="/desk/stories/{third}/merge/"] button').first.click()
        duty.page.wait_for_url("**/desk/stories/s-power/")
        duty.page.get_by_role("checkbox").last.check()
        duty.page.locator("#split-items button").click()
        duty.page.wait_for_load_state()
        assert desk.query(f"SELECT items FROM store_story WHERE id = {power}") == [(3,)]
        duty.go("/desk/stories/")
        duty.look("stories-decided")
        admin = Person(browser, desk.url, lang, "admin")
        admin.go("/desk/record/")
        admin.look("record-regrouped")
        assert [person.errors for person in (duty, author, phone, admin)] == [[], [], [], []]
    types = [row[0] for row in desk.query("SELECT type FROM event WHERE subject LIKE 'proposal:%' ORDER BY id")]
    assert types == [
        "merge_proposed", "split_proposed", "merge_proposed", "stories_merged", "merge_undone", "merge_refused", "story_split",
        "split_undone", "stories_merged", "story_split",
    ]  # fmt: skip
    assert desk.run("verify-record").returncode == 0
