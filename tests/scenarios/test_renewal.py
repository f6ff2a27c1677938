"""How an open board renews itself: once for a burst, not while nobody looks, and then what was missed."""

from __future__ import annotations

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Instance, eventually

pytestmark = pytest.mark.browser
# a stream that the test speaks through, and a tab that it can hide
HELD = """
window.EventSource = class extends EventTarget { constructor() { super(); window.stream = this; } };
window.tell = (type) => window.stream.dispatchEvent(new MessageEvent("record", { data: JSON.stringify({ type }) }));
window.away = false;
Object.defineProperty(document, "hidden", { get: () => window.away });
window.leave = (away) => { window.away = away; document.dispatchEvent(new Event("visibilitychange")); };
"""


def test_a_burst_renews_once_more_and_a_hidden_board_waits(instance: Instance) -> None:
    instance.people()
    instance.start("--only", "web")
    instance.wait_for_web()
    with chromium() as browser:
        duty = Person(browser, instance.url, "en", "duty")
        duty.page.add_init_script(HELD)
        duty.go("/desk/")
        asked: list[str] = []
        duty.page.on("request", lambda request: asked.append(request.url) if "/desk/board/" in request.url else None)
        duty.page.evaluate("for (let n = 0; n < 30; n++) tell('shift_started')")
        eventually(lambda: len(asked) > 1 or duty.page.wait_for_timeout(100), "the renewal for the rest of the burst")
        duty.page.wait_for_timeout(2500)
        assert [url.rsplit("/", 2)[1] for url in asked] == ["duty", "duty"]  # the first at once, the rest in one
        asked.clear()
        duty.page.evaluate("leave(true); tell('shift_started'); tell('hush_noted')")
        duty.page.wait_for_timeout(2500)
        assert asked == []
        duty.page.evaluate("leave(false)")
        eventually(
            lambda: {url.rsplit("/", 2)[1] for url in asked} == {"duty", "sources"} or duty.page.wait_for_timeout(100), "the renewal"
        )
        assert duty.errors == []
