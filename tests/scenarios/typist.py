"""A person without a mouse: reaches every control by Tab, sees where the focus is, and has every page looked over for barriers."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

from tests.scenarios.browser import Person

MOST_TABS = 400
FOCUSED = "node => node === document.activeElement"
SEEN = "node => { const s = getComputedStyle(node); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }"


class Typist(Person):
    """Everything by keys. What cannot be reached, or has the focus and does not show it, fails the scenario."""

    keys = 0

    def press(self, key: str) -> None:
        """One key."""
        self.page.keyboard.press(key)
        self.keys += 1

    def reach(self, control: Locator, what: str) -> None:
        """Go on by Tab until the control has the focus, once around the page at most."""
        for _ in range(MOST_TABS):
            if control.evaluate(FOCUSED):
                assert control.evaluate(SEEN), f"{what} has the focus and does not show it on {self.page.url}"
                return
            self.press("Tab")
        raise AssertionError(f"{what} cannot be reached by keyboard on {self.page.url}")

    def enter(self, field: Locator, value: str | bool, what: str) -> None:
        """Fill one control in."""
        if field.get_attribute("type") == "hidden":
            field.evaluate("(node, value) => { node.value = value; }", value)
            return
        if field.get_attribute("type") == "radio":
            self._pick(field, what)
            return
        self.reach(field, what)
        kind = field.evaluate("node => node.tagName === 'INPUT' ? node.type : node.tagName")
        if isinstance(value, bool):
            if field.is_checked() != value:
                self.press("Space")
        elif kind == "SELECT":
            self._choose(field, value, what)
        elif kind == "datetime-local":
            field.fill(value)  # its parts are asked for in the order of the reader's own system
        else:
            self.press("Control+a")
            self.page.keyboard.insert_text(value)
            self.keys += len(value)

    def _pick(self, field: Locator, what: str) -> None:
        name = field.get_attribute("name")
        group = self.page.locator(f'input[type="radio"][name="{name}"]')
        self.reach(self.page.locator(f'input[type="radio"][name="{name}"]:checked').or_(group.first).first, what)
        for _ in range(group.count()):
            if field.is_checked():
                return
            self.press("ArrowDown")
        assert field.is_checked(), what

    def _choose(self, field: Locator, value: str, what: str) -> None:
        values = field.evaluate("node => [...node.options].map(option => option.value)")
        assert value in values, f"{what} does not offer {value!r} but {values}"
        at = values.index(field.input_value())
        for _ in range(abs(values.index(value) - at)):
            self.press("ArrowDown" if values.index(value) > at else "ArrowUp")
        assert field.input_value() == value, what

    def send(self, button: Locator, what: str) -> Page:
        """Press a button and see where it leads."""
        self.reach(button, what)
        with self.page.expect_navigation():
            self.press("Enter")
        self.page.wait_for_load_state()
        return self.page

    def do(self, action: str, **fields: str | bool) -> Page:
        """Fill in the form that is sent to `action` and send it."""
        assert self.offered(action), f"{action} is not offered to {self.name} on {self.page.url}"
        form = self.page.locator(f'form[action="{action}"]').first
        folded = self.page.locator(f'details:not([open]):has(form[action="{action}"])')
        if folded.count():
            self.reach(folded.locator("summary").first, f"the summary of {action}")
            self.press("Enter")
        for name, value in fields.items():
            self.enter(form.locator(f'[name="{name}"]'), value, f"{name} of {action}")
        return self.send(form.locator("button").first, f"the button of {action}")

    def write(self, number: int, title: str, rows: list[tuple[str, str, tuple[int, ...]]], next_word: str = "") -> None:
        """Fill in the editor of a statement and submit it: kind, sentence and the claims on which it rests."""
        self.go(f"/desk/statements/{number}/")
        page = self.page
        self.enter(page.locator('input[name="title"]'), title, "the title")
        if next_word:
            self.enter(page.locator('input[name="next_update_at"]'), next_word, "the time of the next word")
        for place, (kind, text, claims) in enumerate(rows):
            self.enter(page.locator(f'textarea[name="s{place}-text"]'), text, f"sentence {place}")
            self.enter(page.locator(f'select[name="s{place}-kind"]'), kind, f"the kind of sentence {place}")
            for box in page.locator(f'input[name="s{place}-claims"]').all():
                self.enter(box, box.get_attribute("value") in {str(claim) for claim in claims}, f"a claim of sentence {place}")
        self.submit(number)

    def submit(self, number: int) -> None:
        """Lay the text before a second person."""
        self.send(self.page.locator(f'button[formaction="/desk/statements/{number}/submit/"]'), "the button that submits")
        refused = self.page.locator('[role="alert"]')
        assert refused.count() == 0, refused.inner_text()
        self.look("submitted")
