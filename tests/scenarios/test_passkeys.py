"""People at a real browser: a passkey of a virtual device, an app, a sealed note and the people page, in Chinese and in English."""

from __future__ import annotations

import pytest

from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Instance
from tests.scenarios.people import PASSWORD

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_passkey_signs_in_alone_and_as_the_second_step(instance: Instance, lang: str) -> None:
    for name in ("approver", "admin"):
        instance.run("user", "add", name, "--name", name.title(), "--role", name, stdin=PASSWORD + "\n")
    instance.start("--only", "web")
    instance.wait_for_web()
    url = instance.url.replace("127.0.0.1", "localhost")  # a passkey belongs to a name, never to a number
    with chromium() as browser:
        who = Person(browser, url, lang, "approver", width=390 if lang == "zh" else 1280)
        device = who.context.new_cdp_session(who.page)
        device.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
        }
        device.send("WebAuthn.addVirtualAuthenticator", {"options": options | {"automaticPresenceSimulation": True}})

        who.go("/desk/account/")
        who.look("account")
        who.do("/desk/account/passkey/", password=PASSWORD)
        who.look("account-passkey")
        who.page.fill("#name", "laptop")
        who.page.click("#account-passkey-confirm button")
        who.page.wait_for_selector("#secrets")
        assert who.page.locator("#secrets li").count() == 10
        who.look("recovery-codes")
        recovery = who.page.locator("#secrets code").first.inner_text()

        who.page.click("#sign-out")
        who.page.wait_for_url("**/sign-in/")
        who.look("sign-in")
        who.page.click("#sign-in-passkey button")
        who.page.wait_for_selector("#passkey button:visible")
        who.look("sign-in-passkey")
        who.page.click("#passkey button")
        who.page.wait_for_url("**/desk/")

        for step in ("#second-passkey button", "#second button"):
            who.page.click("#sign-out")
            who.page.wait_for_url("**/sign-in/")
            who.page.fill("#username", "approver")
            who.page.fill("#password", PASSWORD)
            who.page.click("#sign-in button")
            who.page.wait_for_selector("#second-passkey button:visible")
            who.look("second-step")
            if step == "#second button":
                who.page.fill("#code", recovery)
            who.page.click(step)
            who.page.wait_for_url("**/desk/")

        who.go("/desk/account/")
        who.do("/desk/account/app/", password=PASSWORD)
        assert who.page.locator("img.qr").evaluate("node => node.naturalWidth") > 0
        who.look("account-app")
        assert who.errors == []

        admin = Person(browser, url, lang, "admin", width=1280 if lang == "zh" else 390)
        admin.go("/desk/people/")
        admin.look("people")
        admin.page.click("#staff a >> nth=1")
        admin.page.wait_for_selector("#person-roles")
        admin.look("person")
        assert admin.errors == []
