"""By the keyboard alone from an unread warning to an approved holding statement; and what is being written is never lost."""

from __future__ import annotations

import time

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Feeds, Instance, eventually, hurry
from tests.scenarios.people import PASSWORD
from tests.scenarios.test_desk import POSTS, desk

pytestmark = pytest.mark.browser
__all__ = ["desk"]


class Hands:
    """A person who has no mouse. Counts the keys that were pressed."""

    def __init__(self, person: Person) -> None:
        self.person, self.page, self.count = person, person.page, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1

    def on(self) -> str:
        """What has the focus, in words."""
        held = "document.activeElement"
        return str(self.page.evaluate(f"{held} === document.body ? '' : {held}.innerText || {held}.name || ''")).strip()

    def until(self, key: str, text: str, most: int = 20) -> None:
        """Press a key until what has the focus says this."""
        while text not in self.on():
            assert most, f"{text} cannot be reached with {key}; the focus is on {self.on()!r}"
            self.press(key)
            most -= 1

    def goes(self, address: str, *keys: str) -> None:
        """Press keys and see where they lead."""
        self.press(*keys)
        self.page.wait_for_url(address)
        self.page.wait_for_load_state()


def begin(desk: Instance, feeds: Feeds) -> None:
    """A warning that nobody has read."""
    for feed, guid, title, text in POSTS:
        feeds.add(f"/{feed}", guid, title, text)
    hurry(desk)
    eventually(lambda: desk.query("SELECT count(*) FROM store_warning")[0][0], "a warning")


def test_from_a_warning_to_an_approved_text_without_a_mouse(desk: Instance, feeds: Feeds) -> None:
    begin(desk, feeds)
    with chromium() as browser:
        duty, author, approver = (Hands(Person(browser, desk.url, "zh", name)) for name in ("duty", "author", "approver"))
        start = time.monotonic()
        duty.goes("**/desk/warnings/", "g", "w")
        duty.press("j")
        duty.person.look("keys-warnings")
        duty.goes("**/desk/warnings/*/", "a")
        assert desk.query("SELECT count(*) FROM event WHERE type = 'warning_acknowledged'") == [(1,)]
        duty.until("n", "设立专案")
        duty.press("Enter", "Tab")
        duty.goes("**/desk/cases/1/", "Control+Enter")
        first = time.monotonic() - start

        author.goes("**/desk/cases/", "g", "c")
        author.press("j")
        author.goes("**/desk/cases/1/", "Enter")
        author.until("n", "起草首次回应")
        author.press("Enter", "Tab")
        author.goes("**/desk/statements/1/", "Control+Enter")
        author.until("n", "保存并提交审签")
        author.press("Enter")
        eventually(lambda: desk.query("SELECT state FROM store_statement") == [("approval",)], "the submission")

        approver.goes("**/desk/statements/", "g", "t")
        approver.press("j")
        approver.goes("**/desk/statements/1/", "Enter")
        approver.until("n", "审签这份文本")
        approver.press("Enter")
        eventually(lambda: desk.query("SELECT state FROM store_statement") == [("approved",)], "the approval")
        seconds, count = time.monotonic() - start, duty.count + author.count + approver.count
        print("keys:", duty.count, author.count, approver.count, f"seconds: {first:.1f} to the case, {seconds:.1f} in all")
        assert count <= 40

        # the help: opens, is read without a barrier, closes; no key does anything in a field, and all of them can be turned off
        page = duty.page
        duty.press("?")
        page.locator("#keys-help[open]").wait_for()
        duty.person.look("keys-help")
        duty.press("Escape")
        assert page.locator("#keys-help[open]").count() == 0
        duty.press("/")
        page.keyboard.type("jka?gw")
        assert page.locator(".find input").input_value() == "jka?gw" and page.url.endswith("/desk/cases/1/")
        duty.press("Escape")
        assert duty.on() != "q"
        duty.person.go("/desk/keys/")
        duty.person.look("keys")
        duty.person.do("/desk/keys/turn/")
        duty.press("?", "g", "w")
        assert page.locator("#keys-help[open]").count() == 0 and page.url.endswith("/desk/keys/")
        assert [person.person.errors for person in (duty, author, approver)] == [[], [], []]


class Mouse:
    """A person who only clicks. Counts the clicks."""

    def __init__(self, person: Person) -> None:
        self.page, self.count = person.page, 0

    def click(self, selector: str, leads: str = "") -> None:
        """One click; `leads`: the page on which it ends."""
        self.page.locator(selector).first.click()
        self.count += 1
        if leads:
            self.page.wait_for_url(leads)
        self.page.wait_for_load_state()


def test_the_same_way_with_a_mouse_and_without_a_word_written(desk: Instance, feeds: Feeds) -> None:
    begin(desk, feeds)
    with chromium() as browser:
        duty, author, approver = (Mouse(Person(browser, desk.url, "zh", name)) for name in ("duty", "author", "approver"))
        start = time.monotonic()
        duty.click('main a[href="/desk/warnings/1/"]', "**/desk/warnings/*/")
        duty.click('form[action$="/acknowledge/"] button')
        duty.click('details:has(form[action$="/open/"]) > summary')
        duty.click('form[action$="/open/"] button', "**/desk/cases/1/")
        author.click('.nav a[href="/desk/cases/"]', "**/desk/cases/")
        author.click('main a[href="/desk/cases/1/"]', "**/desk/cases/1/")
        author.click('details:has(form[action$="/holding/"]) > summary')
        author.click('form[action$="/holding/"] button', "**/desk/statements/1/")
        author.click('button[value="submit"]')
        approver.click('.nav a[href="/desk/statements/"]', "**/desk/statements/")
        approver.click('main a[href="/desk/statements/1/"]', "**/desk/statements/1/")
        approver.click('form[action$="/approve/"] button')
        eventually(lambda: desk.query("SELECT state FROM store_statement") == [("approved",)], "the approval")
        clicks = duty.count + author.count + approver.count
        print("clicks:", duty.count, author.count, approver.count, f"seconds: {time.monotonic() - start:.1f}")
        assert clicks <= 12


def test_what_is_being_written_is_never_lost(desk: Instance, feeds: Feeds) -> None:
    begin(desk, feeds)
    with chromium() as browser:
        duty, author, both = (Person(browser, desk.url, "en", name) for name in ("duty", "author", "both"))
        duty.go("/desk/warnings/1/")
        duty.do("/desk/warnings/1/acknowledge/")
        duty.do("/desk/warnings/1/open/", title="Tap water")
        author.go("/desk/cases/1/")
        author.do("/desk/cases/1/statement/", stage="S1", lang="en")
        text, page = "The mains are being flushed.", author.page
        offer = page.locator(".draft")

        # a page that is closed: the text is offered with its time, and more rows than the page has come back
        author.go("/desk/statements/1/")
        page.fill('textarea[name="s0-text"]', text)
        page.locator('button[value="more"]').click()
        page.fill('textarea[name="s3-text"]', "A second sentence.")
        page.goto(desk.url + "/desk/cases/")
        author.go("/desk/statements/1/")
        assert "Your unsent text of" in offer.inner_text() and page.locator('textarea[name="s3-text"]').count() == 0
        author.look("draft-offered")
        offer.get_by_text("Put back").click()
        assert page.locator('textarea[name="s0-text"]').input_value() == text
        assert page.locator('textarea[name="s3-text"]').input_value() == "A second sentence."

        # a session that ends: carried through the sign-in, and forgotten once the desk has it
        author.context.clear_cookies()
        page.locator('button[value="save"]').click()
        page.fill("input[name=username]", "author")
        page.fill("input[name=password]", PASSWORD)
        page.locator("form:has(input[name=password]) button").first.click()
        page.locator('form[action="/desk/statements/1/edit/"] button').click()
        page.locator(".told").wait_for()
        author.go("/desk/statements/1/")
        assert offer.count() == 0 and page.locator('textarea[name="s0-text"]').input_value() == text

        # thrown away stays away
        page.fill('textarea[name="s0-text"]', "Never mind.")
        page.goto(desk.url + "/desk/cases/")
        author.go("/desk/statements/1/")
        offer.get_by_text("Throw away").click()
        author.go("/desk/statements/1/")
        assert offer.count() == 0

        # two people: nothing is overwritten, and the text is put together from both
        both.go("/desk/statements/1/")
        both.page.fill('textarea[name="s0-text"]', "The mains and tanks are being flushed.")
        page.fill('textarea[name="s0-text"]', "The mains are being repaired.")
        both.page.locator('button[value="save"]').click()
        both.page.locator(".told").wait_for()
        page.locator('button[value="save"]').click()
        page.locator("#conflict").wait_for()
        assert page.locator("#conflict del").first.is_visible() and page.locator("#conflict ins").first.is_visible()
        author.look("two-texts")
        page.locator('input[name="pick-0"][value="both"]').check()
        page.locator('button[value="merge"]').click()
        assert page.locator('textarea[name="s1-text"]').input_value() == "The mains are being repaired."
        page.locator('button[value="save"]').click()
        page.locator(".told").wait_for()
        ((stored,),) = desk.query("SELECT json_array_length(content, '$.sentences') FROM store_statement WHERE id = 1")
        assert stored == 3

        # the board moves on under the hands of a reader without taking what they hold
        duty.go("/desk/")
        duty.page.locator("#items a").first.focus()
        held = duty.page.evaluate("document.activeElement.getAttribute('href')")
        came(desk, feeds, duty, "4")
        assert duty.page.evaluate("document.activeElement.getAttribute('href')") == held
        duty.page.evaluate("document.querySelector('#items').insertAdjacentHTML('beforeend', '<textarea id=\"note\"></textarea>')")
        duty.page.fill("#note", "half a sen")
        duty.page.locator("body").evaluate("() => document.activeElement.blur()")
        feeds.add("/bbs", "5", "望澜小学门口修路", "路面开挖。")
        hurry(desk)
        duty.page.locator("#items > .waits").wait_for(timeout=20_000)
        assert duty.page.locator("#note").input_value() == "half a sen"
        duty.page.fill("#note", "")
        duty.page.locator("body").evaluate("() => document.activeElement.blur()")
        duty.page.get_by_text("望澜小学门口修路").first.wait_for(timeout=20_000)
        assert [error for person in (duty, author, both) for error in person.errors if not refused(error)] == []


def came(desk: Instance, feeds: Feeds, person: Person, guid: str) -> None:
    """A new item stands on the open board."""
    feeds.add("/bbs", guid, f"集市今天开张 {guid}", "人很多。")
    hurry(desk)
    person.page.get_by_text(f"集市今天开张 {guid}").first.wait_for(timeout=20_000)


def refused(error: str) -> bool:
    """What the console says of an answer that the test asked for."""
    return "409" in error or "401" in error
