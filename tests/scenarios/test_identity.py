"""Signing in by the body's identity provider in a real browser: linked on the page People, away and back, with what was typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.provider import CLIENT, SECRET, IdentityProvider
from tests.scenarios.browser import Person, chromium
from tests.scenarios.instance import Instance
from tests.scenarios.people import PASSWORD

pytestmark = pytest.mark.browser
SAID = {
    "zh": ("用县统一认证登录", "县统一认证表示您是", "您没有在县统一认证登录", "现在无法询问县统一认证"),
    "en": (
        "Sign in with County sign-in",
        "County sign-in says that you are",
        "You did not sign in at County sign-in",
        "cannot be asked just now",
    ),
}


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    running = IdentityProvider()
    yield running
    running.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_member_signs_in_by_the_bodys_own_provider(instance: Instance, provider: IdentityProvider, lang: str) -> None:
    offered, stranger, refused, down = SAID[lang]
    instance.env |= {"HUIYING_OIDC_ISSUER": provider.issuer, "HUIYING_OIDC_CLIENT_ID": CLIENT, "HUIYING_OIDC_CLIENT_SECRET": SECRET}
    instance.env |= {"HUIYING_OIDC_NAME": "县统一认证 / County sign-in"}
    for name in ("duty", "admin"):
        instance.run("user", "add", name, "--name", name.title(), "--role", name, stdin=PASSWORD + "\n")
    instance.start("--only", "web")
    instance.wait_for_web()
    with chromium() as browser:
        who = Person(browser, instance.url, lang, width=390 if lang == "zh" else 1280)
        who.go("/sign-in/?next=/desk/cases/")
        assert offered in who.text()
        who.look("sign-in-offered")
        who.page.click("#sign-in-identity button")
        who.page.wait_for_selector("#told")
        assert stranger in who.text() and "subject-1" in who.text()
        who.look("sign-in-unlinked")

        admin = Person(browser, instance.url, lang, "admin", width=1280 if lang == "zh" else 390)
        admin.go("/desk/people/")
        admin.page.click("#staff tr:has-text('duty') a")
        admin.page.wait_for_selector("#person-roles")
        (pk,) = instance.query("SELECT id FROM store_member WHERE username = 'duty'")[0]
        admin.do(f"/desk/people/{pk}/link/", subject="subject-1", reason="the same person")
        assert admin.page.locator("#identity").count() == 1 and admin.page.locator("#refusal").count() == 0
        admin.look("person-linked")

        who.page.click("#sign-in-identity button")
        who.page.wait_for_url("**/desk/cases/")
        who.go("/desk/watches/")
        who.context.clear_cookies(name="sessionid")
        who.do("/desk/watches/add/", name="停水", query="停水 管网")
        who.page.click("#sign-in-identity button")
        who.page.wait_for_selector("#resend")
        assert "停水 管网" in who.text() and who.page.locator('#resend input[name="query"]').input_value() == "停水 管网"
        who.page.click("#resend button")
        who.page.wait_for_url("**/desk/watches/**")
        assert instance.query("SELECT name FROM store_watch") == [("停水",)]

        who.page.click("#sign-out")
        who.page.wait_for_url("**/sign-in/")
        provider.who = None
        who.page.click("#sign-in-identity button")
        who.page.wait_for_selector("#told")
        assert refused in who.text()
        provider.who = {"sub": "subject-1"}
        provider.answers["/realm/token"] = 500, b""
        who.page.click("#sign-in-identity button")
        who.page.wait_for_function("text => document.body.innerText.includes(text)", arg=down)
        who.look("sign-in-away")
        # the console tells of every answer that is no success; nothing else may stand there
        assert [text for text in who.errors if "status of 4" not in text and "status of 503" not in text] == []
        assert admin.errors == []
    assert instance.run("user", "unlink", "duty", "--reason", "left the project").stdout
    assert "identity_unlinked" in [type for (type,) in instance.query("SELECT type FROM event")]
    assert SECRET not in instance.log.read_text(encoding="utf-8") and "Traceback" not in instance.log.read_text(encoding="utf-8")
