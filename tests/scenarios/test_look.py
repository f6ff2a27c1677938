"""Contrast and barriers in both appearances, over the main pages of desk and public, in Chinese and in English."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Feeds, Instance
from tests.scenarios.test_desk import desk
from tests.scenarios.test_keys import begin

pytestmark = pytest.mark.browser
__all__ = ["desk"]

DESK = (
    "",
    "warnings/",
    "warnings/1/",
    "cases/",
    "cases/1/",
    "statements/",
    "statements/1/",
    "watches/",
    "duty/",
    "duty/deadlines/",
    "proof/",
)
PUBLIC = ("/", "/statements/", "/corrections/", "/register/")
WIDTHS = {"light": 390, "dark": 1920}
# the scenarios look at light pages with every rule; here it is the colours, and what a wide and a narrow page do to them
RULES = {"runOnly": ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]}


def test_both_appearances_can_be_read(desk: Instance, feeds: Feeds) -> None:
    begin(desk, feeds)
    with chromium() as browser:
        duty, author = Person(browser, desk.url, "zh", "duty"), Person(browser, desk.url, "zh", "author")
        duty.go("/desk/warnings/1/")
        duty.do("/desk/warnings/1/acknowledge/")
        duty.do("/desk/warnings/1/open/", title="望澜镇自来水发黄")
        author.go("/desk/cases/1/")
        author.do("/desk/cases/1/statement/", stage="S1", lang="zh")
        for lang in ("zh", "en"):
            reader = Person(browser, desk.url, lang, "lead")
            for theme, width in WIDTHS.items():
                reader.page.set_viewport_size({"width": width, "height": 900})
                reader.width = width
                reader.go("/desk/keys/")
                reader.page.locator(f'.theme button[value="{theme}"]').click()
                assert reader.page.locator("html").get_attribute("data-theme") == theme
                for path in (*(f"/desk/{one}" for one in DESK), *PUBLIC):
                    reader.go(path)
                    found = Axe().run(reader.page, options=RULES).response["violations"]
                    said = [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]
                    assert said == [], f"{lang} {theme} {width} {path}"
                    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} is wider than {width}"
            reader.context.close()
