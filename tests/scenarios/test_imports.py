"""An export of a hotline in a real browser: a wrong column is named with its row, the right one is taken and remembered; an erasure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Instance, eventually
from tests.scenarios.people import PASSWORD

pytestmark = pytest.mark.browser

HEADS = "工单编号,来电时间,来电人,联系电话,所属街道,诉求类别,诉求内容\n"
FIRST = (
    "GD001,2026-05-30 09:05,金丝雀,15400007731,望澜镇,供水,自来水发黄三天了，请打15400007731\n"
    "GD002,尽快,金丝雀,15400007731,城关镇,路灯,路灯不亮，出行不便\n"
    "GD003,2026-05-30 10:20,金丝雀,15400007731,城关镇,噪声,夜间施工噪声很大\n"
)
SAID = {
    "zh": {"wrong": "第 2 行", "never": "从不读取", "refused": "1 行未接受", "kept": "上一份文件", "receipt": "回执", "new": "新增 2 行"},
    "en": {"wrong": "Row 2", "never": "never read", "refused": "1 refused", "kept": "last file", "receipt": "Receipt", "new": "2 new"},
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_file_with_a_wrong_column_then_the_right_one(instance: Instance, tmp_path: Path, lang: str) -> None:
    said = SAID[lang]
    for name, role in (("lead", "duty_lead"), ("privacy", "privacy")):
        instance.run("user", "add", name, "--name", name.title(), "--role", role, stdin=PASSWORD + "\n")
    instance.start()
    instance.wait_for_web()
    first, second, broken = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv"
    first.write_bytes((HEADS + FIRST).encode("gb18030"))
    second.write_text(HEADS + FIRST + "GD004,2026-05-31 08:00,金丝雀,15400007731,望澜镇,供水,又停水了没人管\n", encoding="utf-8")
    broken.write_bytes(b"%PDF-1.4")
    with chromium() as browser:
        lead = Person(browser, instance.url, lang, "lead")
        page = lead.go("/desk/sources/")
        page.locator('a[href="/desk/sources/files/"]').click()
        page.wait_for_load_state()
        lead.look("imports-empty")
        lead.do("/desk/sources/files/add/", name="12345", kind="hotline")

        def bring(path: Path) -> None:
            page.set_input_files("input[type=file]", path)
            page.locator("#imports-1 button").click()
            page.wait_for_load_state()

        bring(broken)
        assert page.locator("#refusal").count() == 1
        bring(first)
        text = lead.text()
        assert text.count(said["never"]) == 2 and "金丝雀" not in text and "15400007731" not in text
        assert page.locator("#column-6").input_value() == "text" and page.locator("#column-2").count() == 0
        lead.look("import-columns")
        # the time is read from the text by mistake
        page.select_option("#column-1", "")
        page.select_option("#column-6", "time")
        page.select_option("#column-5", "text")
        page.click("#bring")
        page.wait_for_load_state()
        assert said["wrong"] in lead.text() and "诉求内容" in page.locator("#refusal").inner_text()
        assert page.locator("#column-6").input_value() == "time", "what was chosen stands there again"
        lead.look("import-wrong")
        assert instance.query("SELECT count(*) FROM store_arrival") == [(0,)] == instance.query("SELECT count(*) FROM store_item")
        page.select_option("#column-6", "text")
        page.select_option("#column-5", "category")
        page.select_option("#column-1", "time")
        page.click("#bring")
        page.wait_for_load_state()
        assert said["refused"] in lead.text() and said["new"] in lead.text()
        lead.look("import-done")
        eventually(lambda: instance.query("SELECT count(*) FROM store_item") == [(2,)], "two items")
        lead.go("/desk/sources/files/")
        bring(second)
        assert said["kept"] in lead.text()
        narrow = Person(browser, instance.url, lang, "lead", width=390)
        page.click("#bring")
        page.wait_for_load_state()
        eventually(lambda: instance.query("SELECT count(*) FROM store_item") == [(3,)], "the third item alone")
        narrow.go("/desk/sources/files/")
        narrow.look("imports")
        narrow.page.set_input_files("input[type=file]", second)
        narrow.page.locator("#imports-1 button").click()
        narrow.page.wait_for_load_state()
        narrow.look("import-columns")

        privacy = Person(browser, instance.url, lang, "privacy")
        privacy.go("/desk/erasure/")
        privacy.look("erasure")
        privacy.do("/desk/erasure/erase/", item="999", basis="《个人信息保护法》第四十七条")
        assert privacy.page.locator("#refusal").count() == 1
        privacy.do("/desk/erasure/erase/", item="1", basis="《个人信息保护法》第四十七条")
        assert said["receipt"] in privacy.text()
        privacy.look("erased")
        privacy.do("/desk/erasure/days/", **{"days-post": "90"})
        assert instance.query("SELECT retention FROM store_desk") == [('{"post": 90}',)]
        Person(browser, instance.url, lang, "privacy", width=390).go("/desk/erasure/")
        scrubbed = "SELECT count(*) FROM event WHERE type = 'storage_scrubbed'"
        eventually(lambda: instance.query(scrubbed) != [(0,)], "the database was written anew")
        assert [error for error in lead.errors if "409" not in error] == []
    for path in instance.home.rglob("*"):
        if path.is_file():
            body = path.read_bytes()
            assert "自来水发黄".encode() not in body and b"15400007731" not in body and "金丝雀".encode() not in body, path.name
