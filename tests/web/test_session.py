"""Signing in, and a session that ends while somebody writes."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.test import Client
from tests import scene as made

from huiying.store.models import Watch
from huiying.web.throttle import Throttle
from huiying.web.views import session

NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def fresh_throttle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "throttle", Throttle())


def signing_in(client: Client, name: str = "canary-duty", password: str = made.PASSWORD, **more: str):
    return client.post("/sign-in/", {"username": name, "password": password, **more})


def hidden(response) -> dict[str, str]:
    """The hidden fields of a page, without the key of the form."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', response.content.decode())
    return {unescape(name): unescape(value) for name, value in found if name not in ("csrfmiddlewaretoken", "next")}


def test_the_right_password_opens_the_desk(scene: made.Scene) -> None:
    client = Client()
    assert signing_in(client)["Location"] == "/desk/"
    assert client.get("/desk/").status_code == 200


def test_a_wrong_password_opens_nothing_and_says_so(scene: made.Scene) -> None:
    client = Client(headers={"accept-language": "en"})
    response = signing_in(client, password="something else")
    assert response.status_code == 403
    assert "The user name or the password is wrong." in response.content.decode()
    assert client.get("/desk/").status_code == 302


def test_a_page_that_was_asked_for_comes_after_signing_in_but_no_other_site(scene: made.Scene) -> None:
    assert signing_in(Client(), next="/desk/cases/")["Location"] == "/desk/cases/"
    for elsewhere in ("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"):
        assert signing_in(Client(), next=elsewhere)["Location"] == "/desk/", elsewhere


def test_signing_out_ends_the_session_and_needs_a_form(scene: made.Scene) -> None:
    client = Client()
    signing_in(client)
    assert client.get("/sign-out/").status_code == 405
    client.post("/sign-out/")
    assert client.get("/desk/").status_code == 302


def test_too_many_wrong_passwords_must_wait_even_with_the_right_one(scene: made.Scene) -> None:
    client = Client(headers={"accept-language": "en"})
    for _ in range(10):
        assert signing_in(client, password="wrong").status_code == 403
    response = signing_in(client)
    assert response.status_code == 429
    assert "Too many wrong passwords" in response.content.decode()
    assert signing_in(Client(), name="canary-duty_lead").status_code == 302, "another person is not locked out"


def test_the_throttle_lets_in_again_after_its_time_and_stays_small() -> None:
    throttle = Throttle(most=2, wait=timedelta(minutes=5), kept=3)
    throttle.failed("lin", NOW)
    assert throttle.wait("lin", NOW) is None
    throttle.failed("lin", NOW)
    assert throttle.wait("lin", NOW + timedelta(minutes=1)) == timedelta(minutes=4)
    assert throttle.wait("lin", NOW + timedelta(minutes=5)) is None
    throttle.failed("lin", NOW)
    throttle.worked("lin")
    throttle.failed("lin", NOW)
    assert throttle.wait("lin", NOW) is None
    for name in "abcdef":
        throttle.failed(name, NOW)
    assert len(throttle._failures) == 3


def test_no_button_signs_in_without_a_password_outside_the_demonstration(scene: made.Scene, settings) -> None:
    settings.DEMO = False
    client = Client()
    assert 'name="demo"' not in client.get("/sign-in/").content.decode()
    assert client.post("/sign-in/", {"demo": "canary-duty"}).status_code == 403
    assert client.get("/desk/").status_code == 302
    settings.DEMO = True
    assert 'value="canary-duty"' in client.get("/sign-in/").content.decode()
    assert client.post("/sign-in/", {"demo": "canary-duty"}).status_code == 302
    assert client.get("/desk/").status_code == 200


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_what_was_typed_survives_the_end_of_a_session(scene: made.Scene, language: str) -> None:
    typed = {"name": "停水", "query": '停水 OR "no water"\nOR <b>', "place": "", "topics": "水", "department": "", "level": ""}
    client = Client(headers={"accept-language": language})
    ended = client.post("/desk/watches/add/", typed)
    assert ended.status_code == 401
    assert ("登录已过期" if language == "zh-hans" else "session has ended") in ended.content.decode()
    carried = hidden(ended)
    asked = client.post("/sign-in/", {"username": "canary-duty", "password": "wrong", **carried})
    assert hidden(asked) == carried, "a wrong password loses nothing either"
    back = client.post("/sign-in/", {"username": "canary-duty", "password": made.PASSWORD, **carried})
    assert back.status_code == 200
    assert 'action="/desk/watches/add/"' in back.content.decode()
    assert hidden(back) == typed
    assert Watch.objects.count() == 0, "nothing is sent before the person sends it"
    assert client.post("/desk/watches/add/", hidden(back)).status_code == 302
    assert Watch.objects.get(name="停水").query == typed["query"]


def test_an_old_key_of_a_form_loses_nothing(scene: made.Scene) -> None:
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    client.force_login(scene.member("duty"))
    response = client.post("/desk/watches/add/", {"name": "停水", "query": "停水"}, headers={"origin": "http://testserver"})
    assert response.status_code == 403
    assert hidden(response) == {"name": "停水", "query": "停水"}
    assert 'action="/desk/watches/add/"' in response.content.decode()


def test_what_another_site_sends_is_not_carried_on(scene: made.Scene) -> None:
    for signed_in in (True, False):
        client = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
        if signed_in:
            client.force_login(scene.member("duty"))
        for sender in ({"origin": "https://evil.example"}, {"referer": "https://evil.example/page"}, {"origin": "null"}):
            response = client.post("/desk/watches/add/", {"name": "evil words"}, headers=sender)
            assert response.status_code == 403
            assert "evil words" not in response.content.decode(), sender


def test_an_address_elsewhere_is_never_sent_to(scene: made.Scene) -> None:
    response = signing_in(Client(), typed_for="https://evil.example/take", **{"typed:text": "words"})
    assert (response.status_code, response["Location"]) == (302, "/desk/")
