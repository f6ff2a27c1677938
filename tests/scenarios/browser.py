"""A person at a real browser: signs in, presses what the page offers, and has every page looked over for barriers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from tests.scenarios.instance import PATIENCE
from tests.scenarios.people import PASSWORD

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SHOTS = os.environ.get("HUIYING_TEST_SHOTS", "")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, headless."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


class Person:
    """One member of staff, or somebody of the public, in a browser window of their own."""

    def __init__(self, browser: Browser, url: str, lang: str, username: str = "", width: int = 1280) -> None:
        self.url, self.lang, self.name, self.width = url, lang, username or "public", width
        self.context = browser.new_context(locale="zh-CN" if lang == "zh" else "en", viewport={"width": width, "height": 900})
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(500 * PATIENCE)
        self.errors: list[str] = []
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        if username:
            self.page.goto(url + "/sign-in/")
            self.sign_in(username)

    def sign_in(self, username: str) -> None:
        """Through the form."""
        self.page.fill("input[name=username]", username)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.locator("form:has(input[name=password]) button").first.click()
        self.page.wait_for_url("**/desk/**")

    def go(self, path: str) -> Page:
        """Open a page."""
        self.page.goto(self.url + path)
        return self.page

    def do(self, action: str, **fields: str | bool) -> Page:
        """Fill in the form that is sent to `action` and send it."""
        form = self.page.locator(f'form[action="{action}"]')
        folded = self.page.locator(f'details:not([open]):has(form[action="{action}"])')
        if folded.count():
            folded.locator("summary").first.click()
        for name, value in fields.items():
            field = form.locator(f'[name="{name}"]')
            if isinstance(value, bool):
                field.set_checked(value)
            elif field.evaluate("node => node.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        form.locator("button").first.click()
        self.page.wait_for_load_state()
        return self.page

    def offered(self, action: str) -> bool:
        """Whether the page offers the act."""
        return self.page.locator(f'form[action="{action}"]').count() > 0

    def text(self) -> str:
        """What the page says."""
        return self.page.inner_text("body")

    def look(self, name: str) -> None:
        """No barrier that axe can find; a picture where pictures are wanted."""
        found = Axe().run(self.page).response["violations"]
        assert found == [], f"{self.page.url}: " + "; ".join(f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found)
        assert self.page.evaluate("document.documentElement.scrollWidth") <= self.width, f"{self.page.url} is wider than the window"
        if SHOTS:
            Path(SHOTS).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=f"{SHOTS}/{self.lang}-{self.width}-{name}.png", full_page=True)
