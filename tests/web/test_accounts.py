"""Accounts: second factors, sessions, one-time codes, keys with scopes, idempotency, and what a browser is told to be careful about."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from tests import scene as made

from huiying.actions import factor, member, sign_in, token
from huiying.actions.actor import OPERATOR
from huiying.core import account
from huiying.core.roles import Role
from huiying.core.types import Refusal
from huiying.store import models
from huiying.web import throttle
from huiying.web.tally import Tally

SEAL = "a sealing key that is long enough for a test"
RFC_KEY = b"12345678901234567890"


@pytest.fixture(autouse=True)
def fresh(settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SEAL_KEY = SEAL
    for one in (throttle.throttle, throttle.code_throttle):
        monkeypatch.setattr(one, "_failures", Tally("test", 100))


def enter(name: str = "canary-duty", password: str = made.PASSWORD, **headers: str) -> Client:
    client = Client(headers={"accept-language": "en", **headers})
    client.post("/sign-in/", {"username": name, "password": password})
    return client


def with_app(scene: made.Scene, role: str = "duty") -> list[str]:
    """An app that used a code of an hour ago, and recovery codes."""
    now = datetime.now(UTC) - timedelta(hours=1)
    code = account.app_code(RFC_KEY, account.step_of(now))
    factor.add_app(scene.actors[role], key=RFC_KEY, code=code, name="phone", now=now)
    return factor.new_codes(scene.actors[role], now=now)


def code_now() -> str:
    return account.app_code(RFC_KEY, account.step_of(datetime.now(UTC)))


@pytest.mark.parametrize(("at", "code"), [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")])
def test_the_codes_are_those_of_the_rfc(at: int, code: str) -> None:
    moment = datetime.fromtimestamp(at, UTC)
    assert account.app_code(RFC_KEY, account.step_of(moment)) == code
    step = account.matching_step(RFC_KEY, f" {code[:3]} {code[3:]}", moment + timedelta(seconds=30), 0)
    assert step == account.step_of(moment)
    assert account.matching_step(RFC_KEY, code, moment, step) is None, "used once"
    assert account.matching_step(RFC_KEY, code, moment + timedelta(seconds=90), 0) is None, "too old"
    assert account.matching_step(RFC_KEY, "٢٨٧٠٨٢", moment, 0) is None


def test_the_password_alone_lets_nobody_in_who_has_an_app(scene: made.Scene) -> None:
    with_app(scene)
    client = enter()
    assert client.get("/desk/").status_code == 302
    assert client.post("/sign-in/second/", {"code": "000000"}).status_code == 403
    code = code_now()
    assert client.post("/sign-in/second/", {"code": code, "next": "https://evil.example/"})["Location"] == "/desk/"
    assert client.get("/desk/").status_code == 200
    again = enter()
    assert again.post("/sign-in/second/", {"code": code}).status_code == 403, "a code works once"


def test_a_recovery_code_works_once_and_stands_on_the_record(scene: made.Scene) -> None:
    codes = with_app(scene)
    assert enter().post("/sign-in/second/", {"code": codes[0].upper()}).status_code == 302
    assert enter().post("/sign-in/second/", {"code": codes[0]}).status_code == 403
    entry = models.Entry.objects.get(type="recovery_code_used")
    assert json.loads(entry.data)["left"] == 9 and codes[0] not in entry.data


def test_codes_cannot_be_tried_without_end_nor_without_the_password(scene: made.Scene) -> None:
    with_app(scene)
    client = enter()
    answers = [client.post("/sign-in/second/", {"code": "000000"}).status_code for _ in range(6)]
    assert answers == [403] * 5 + [429]
    assert Client().post("/sign-in/second/", {"code": code_now()})["Location"] == "/sign-in/"


def test_what_was_typed_survives_both_steps(scene: made.Scene) -> None:
    with_app(scene)
    client = Client()
    carried = {"typed_for": "/desk/watches/add/", "typed:query": "停水 管网"}
    asked = client.post("/sign-in/", {"username": "canary-duty", "password": made.PASSWORD, **carried})
    assert "停水 管网" in asked.content.decode()
    sent = client.post("/sign-in/second/", {"code": code_now(), **carried})
    assert 'action="/desk/watches/add/"' in sent.content.decode() and "停水 管网" in sent.content.decode()


def test_the_key_of_an_app_is_not_stored_in_the_clear(scene: made.Scene) -> None:
    with_app(scene)
    assert all(RFC_KEY not in bytes(row.secret) for row in models.Factor.objects.all())


def test_a_required_factor_closes_everything_but_the_account_from_its_day_on(scene: made.Scene) -> None:
    today = scene.now.date()
    member.set_second_factor(OPERATOR, roles=["approver"], since=today + timedelta(days=7), now=scene.tick())
    client = enter("canary-approver")
    assert client.get("/desk/").status_code == 200 and "Your role will need" in client.get("/desk/account/").content.decode()
    member.set_second_factor(OPERATOR, roles=["approver"], since=today - timedelta(days=1), now=scene.tick())
    key = scene.token("approver")
    call = Client(headers={"authorization": f"Bearer {key}"})
    for path in ("/desk/", "/desk/cases/", "/desk/statements/1/"):
        assert client.get(path)["Location"] == "/desk/account/", path
    assert client.post("/desk/statements/1/approve/")["Location"] == "/desk/account/"
    assert client.get("/api/v1/cases").status_code == call.get("/api/v1/cases").status_code == 403
    assert enter("canary-duty").get("/desk/").status_code == 200, "other roles go on"
    begun = client.post("/desk/account/app/", {"password": made.PASSWORD})
    letters = re.search(r'id="app-key">([^<]+)<', begun.content.decode())[1]
    import base64

    raw = base64.b32decode(letters.replace(" ", ""))
    assert begun["Cache-Control"] == "no-store"
    given = account.app_code(raw, account.step_of(datetime.now(UTC)))
    shown = client.post("/desk/account/app/confirm/", {"code": given, "name": "phone"})
    assert len(re.findall(r"<code>[a-z2-9-]{14}</code>", shown.content.decode())) == 10
    assert client.get("/desk/").status_code == 200 and call.get("/api/v1/cases").status_code == 200
    last = models.Factor.objects.get(kind="app")
    refused = client.post(f"/desk/account/factors/{last.pk}/drop/", {"password": made.PASSWORD})
    assert refused.status_code == 409 and models.Factor.objects.filter(pk=last.pk).exists()


def test_what_weakens_an_account_asks_for_the_password(scene: made.Scene) -> None:
    with_app(scene)
    client = Client()
    client.force_login(scene.member("duty"))
    row = models.Factor.objects.get(kind="app")
    for path in (f"factors/{row.pk}/drop", "codes", "password", "app", "passkey"):
        assert client.post(f"/desk/account/{path}/", {"password": "wrong", "new": "another long pass phrase"}).status_code == 409, path
    assert models.Factor.objects.filter(member=row.member).count() == 11


def test_nobody_touches_what_is_another_persons(scene: made.Scene) -> None:
    with_app(scene, "leader")
    other = enter("canary-leader")
    scene.token("leader")
    client = enter("canary-duty")
    pk = models.Factor.objects.filter(kind="app").get().pk
    assert client.post(f"/desk/account/factors/{pk}/drop/", {"password": made.PASSWORD}).status_code == 409
    assert client.post(f"/desk/account/keys/{models.Token.objects.get().pk}/end/").status_code == 404
    sign_in.begun(scene.member("leader"), session="x" * 32, way="password", browser="", now=scene.tick())
    assert client.post(f"/desk/account/sessions/{models.SignIn.objects.get(session='x' * 32).pk}/end/").status_code == 404
    assert models.Token.objects.get().ended_at is None and other is not None


def test_sessions_are_listed_without_an_address_and_end_from_elsewhere(scene: made.Scene) -> None:
    here = enter(**{"user-agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0"})
    there = enter(**{"user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0 Safari/537.36"})
    text = here.get("/desk/account/").content.decode()
    assert "Firefox, Windows" in text and "Chrome, Linux" in text and "127.0.0.1" not in text
    assert here.post("/desk/account/sessions/end/").status_code == 302
    assert there.get("/desk/").status_code == 302 and here.get("/desk/").status_code == 200


def test_a_session_gets_a_new_key_at_every_step(scene: made.Scene) -> None:
    with_app(scene)
    client = Client()
    client.get("/sign-in/passkey/")
    client.post("/sign-in/passkey/")
    planted = client.cookies["sessionid"].value
    client.post("/sign-in/", {"username": "canary-duty", "password": made.PASSWORD})
    between = client.cookies["sessionid"].value
    client.post("/sign-in/second/", {"code": code_now()})
    after = client.cookies["sessionid"].value
    assert len({planted, between, after}) == 3
    for old in (planted, between):
        stranger = Client()
        stranger.cookies["sessionid"] = old
        assert stranger.get("/desk/").status_code == 302


def test_a_new_password_ends_the_other_sessions(scene: made.Scene) -> None:
    here, there = enter(), enter()
    new = {"password": made.PASSWORD, "new": "another long pass phrase"}
    assert here.post("/desk/account/password/", new).status_code == 302
    assert here.get("/desk/").status_code == 200 and there.get("/desk/").status_code == 302


def test_a_one_time_code_works_once_for_a_day_and_guesses_are_no_entries(scene: made.Scene) -> None:
    old, row = enter(), scene.member("duty")
    now = datetime.now(UTC)
    code = member.reset_password(OPERATOR, row, reason="lost", now=now)
    before = models.Entry.objects.count()
    client = Client(headers={"accept-language": "en"})
    given = {"username": "canary-duty", "password": "another long pass phrase"}
    assert client.post("/sign-in/reset/", {**given, "code": "aaaa-aaaa-aaaa"}).status_code == 403
    assert models.Entry.objects.count() == before
    assert client.post("/sign-in/reset/", {**given, "code": code, "password": "short"}).status_code == 409
    assert client.post("/sign-in/reset/", {**given, "code": code.upper()}).status_code == 200
    assert client.post("/sign-in/reset/", {**given, "code": code}).status_code == 403
    assert old.get("/desk/").status_code == 302
    assert enter(password="another long pass phrase").get("/desk/").status_code == 200
    assert not models.Entry.objects.filter(data__contains=code).exists()
    row.refresh_from_db()
    member.reset_password(OPERATOR, row, reason="lost", now=now - timedelta(hours=25))
    row.refresh_from_db()
    assert not member.code_fits(row, "", now) and row.reset_until < now


def test_closing_an_account_ends_everything_at_once(scene: made.Scene) -> None:
    client, row = enter(), scene.member("duty")
    call = Client(headers={"authorization": f"Bearer {scene.token('duty')}"})
    member.close_account(scene.actors["admin"], row, reason="left", now=scene.tick())
    assert client.get("/desk/").status_code == 302 and call.get("/api/v1/cases").status_code == 401
    assert enter().get("/desk/").status_code == 302
    row.refresh_from_db()
    member.reopen_account(scene.actors["admin"], row, reason="came back", now=scene.tick())
    assert enter().get("/desk/").status_code == 200 and call.get("/api/v1/cases").status_code == 401


def test_one_administrator_stays_and_nobody_changes_themselves(scene: made.Scene) -> None:
    admin, row = scene.actors["admin"], scene.member("admin")
    given = {"reason": "x", "now": scene.tick()}
    for act, more in ((member.close_account, {}), (member.change_member, {"roles": ["duty"], "department": None})):
        with pytest.raises(Refusal, match="last administrator"):
            act(OPERATOR, row, **more, **given)
        with pytest.raises(Refusal, match="Nobody changes"):
            act(admin, row, **more, **given)
    with pytest.raises(Refusal, match="Nobody changes"):
        member.reset_password(admin, row, **given)
    with pytest.raises(Refusal, match="reason"):
        member.change_member(admin, scene.member("duty"), roles=["duty", "verifier"], department=None, reason=" ", now=scene.tick())
    member.change_member(admin, scene.member("duty"), roles=["duty", "verifier"], department=None, reason="x", now=scene.tick())
    data = json.loads(models.Entry.objects.filter(type="user_changed").get().data)
    assert (data["before"], data["roles"], data["reason"]) == (["duty"], ["duty", "verifier"], "x")


def test_the_people_page_adds_somebody_who_chooses_the_password(scene: made.Scene) -> None:
    client = enter("canary-admin")
    added = client.post("/desk/people/add/", {"username": "new", "name": "New", "roles": ["duty", "verifier"], "department": ""})
    code = re.search(r"<code>([a-z2-9-]+)</code>", added.content.decode())[1]
    assert added["Cache-Control"] == "no-store"
    Client().post("/sign-in/reset/", {"username": "new", "code": code, "password": "another long pass phrase"})
    assert enter("new", "another long pass phrase").get("/desk/").status_code == 200
    refused = client.post("/desk/people/add/", {"username": "x", "name": "X", "roles": ["admin", "duty"]})
    assert refused.status_code == 409 and 'value="X"' in refused.content.decode()


def test_a_key_carries_its_scopes_until_it_expires(scene: made.Scene) -> None:
    row, now = scene.member("duty"), scene.tick()
    key = token.issue_token(OPERATOR, row, name="reader", scopes=["desk.view"], days=1, now=now)
    call = Client(headers={"authorization": f"Bearer {key}", "accept-language": "en"})
    assert call.get("/api/v1/cases").status_code == 200
    refused = call.post("/api/v1/warnings/1/acknowledge")
    assert refused.status_code == 403 and "token does not carry" in refused.json()["error"]["message"]
    with pytest.raises(Refusal):
        token.issue_token(OPERATOR, row, scopes=["statement.approve"], now=now)
    models.Token.objects.update(expires_at=now - timedelta(seconds=1))
    assert call.get("/api/v1/cases").status_code == 401


def test_a_key_never_carries_more_than_its_member_has_left(scene: made.Scene) -> None:
    key = scene.token("duty")
    given = {"roles": ["privacy"], "department": None, "reason": "x", "now": scene.tick()}
    member.change_member(OPERATOR, scene.member("duty"), **given)
    call = Client(headers={"authorization": f"Bearer {key}"})
    assert call.post("/api/v1/warnings/1/acknowledge").status_code == 403


def test_the_same_call_sent_again_does_nothing_again(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    call = Client(headers={"authorization": f"Bearer {scene.token('duty')}"})

    def send(text: str, key: str = "k1"):
        body = json.dumps({"text": text})
        return call.post(f"/api/v1/cases/{opened.pk}/claims", body, content_type="application/json", headers={"idempotency-key": key})

    first, again = send("a"), send("a")
    assert first.status_code == again.status_code == 201 and first.content == again.content
    assert again["Idempotent-Replayed"] == "true" and "Idempotent-Replayed" not in first
    assert models.Claim.objects.count() == 1
    assert send("b").status_code == 409
    assert send("b", "k2").status_code == 201 and send("a", "").status_code == 400
    models.Once.objects.update(made_at=scene.now - timedelta(hours=25))
    assert send("a").status_code == 201 and models.Claim.objects.count() == 3
    assert models.Once.objects.count() == 1, "what is older than a day is gone"
    refused = send("")
    assert refused.status_code == 409, "the key is taken"


def test_the_key_of_one_member_means_nothing_to_another(scene: made.Scene) -> None:
    opened = made.open_case(scene)
    for role in ("duty", "verifier"):
        call = Client(headers={"authorization": f"Bearer {scene.token(role)}", "idempotency-key": "same"})
        answer = call.post(f"/api/v1/cases/{opened.pk}/claims", json.dumps({"text": role}), content_type="application/json")
        assert answer.status_code == 201
    assert models.Claim.objects.count() == 2


def test_an_unsealed_note_is_kept_in_no_answer(scene: made.Scene) -> None:
    from huiying.actions import sealed

    opened = made.open_case(scene)
    sealed.write_note(scene.actors["duty"], opened, subject="other", text="secret-canary", now=scene.tick())
    call = Client(headers={"authorization": f"Bearer {scene.token('duty')}", "idempotency-key": "k"})
    pk = models.SealedNote.objects.get().pk
    assert call.post(f"/api/v1/sealed-notes/{pk}/read").json()["text"] == "secret-canary"
    assert models.Once.objects.count() == 0


@pytest.mark.parametrize("answer", ["x", "[]", "{}", '{"id":"a","rawId":"a","type":"public-key","response":{}}', "9" * 30_000])
def test_a_wrong_passkey_answer_lets_nobody_in(scene: made.Scene, answer: str) -> None:
    client = Client(headers={"accept-language": "en"})
    client.post("/sign-in/passkey/")
    assert client.post("/sign-in/passkey/", {"credential": answer}).status_code == 403
    assert client.get("/desk/").status_code == 302


def test_every_answer_tells_the_browser_to_be_careful(scene: made.Scene) -> None:
    client = enter()
    for path in ("/", "/sign-in/", "/desk/", "/desk/account/", "/nowhere/", "/api/v1/cases", "/sign-in/reset/"):
        answer = client.get(path)
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy, path
        assert answer["X-Content-Type-Options"] == "nosniff" and answer["X-Frame-Options"] == "DENY", path
        assert answer["Referrer-Policy"] == "same-origin" and answer["Cross-Origin-Opener-Policy"] == "same-origin", path
        if answer["Content-Type"].startswith("text/html"):
            assert not re.search(r"<script(?![^>]*src=)|<style| style=| on[a-z]+=", answer.content.decode()), path
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"


def test_a_foreign_host_name_is_refused(scene: made.Scene, settings) -> None:
    settings.ALLOWED_HOSTS = ["desk.example.org"]
    assert Client(headers={"host": "evil.example"}).get("/sign-in/").status_code == 400


def test_every_form_needs_its_key(scene: made.Scene) -> None:
    from tests.web.test_permissions import EVERY

    client = Client(enforce_csrf_checks=True)
    client.force_login(scene.member("admin"))
    exempt = {pattern.name for path, pattern in EVERY if getattr(pattern.callback, "csrf_exempt", False) and not path.startswith("api/")}
    # its address is the secret; what comes to a hook is signed; a form of the public has no session to be misused and sets no cookie;
    # the interface asks for the key of a session itself
    assert exempt == {"acknowledge_link", "hook", "hook_hub", "public_ask", "public_contest"}
    for path in ("people/add", "account/password", "account/sessions/end", "people/1/close", "cases/1/seal"):
        assert client.post(f"/desk/{path}/").status_code == 403, path


@pytest.mark.parametrize(
    ("name", "value"),
    [("HUIYING_SESSION_HOURS", "abc"), ("HUIYING_SESSION_HOURS", "inf"), ("HUIYING_PORT", "http"), ("HUIYING_LOG_LEVEL", "loud")],
)
def test_an_odd_setting_is_named(tmp_path, name: str, value: str) -> None:
    env = {**os.environ, "HUIYING_HOME": str(tmp_path), name: value, "LANG": "en"}
    done = subprocess.run([sys.executable, "-m", "huiying", "user", "list"], env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and name in done.stderr and "Traceback" not in done.stderr, done.stderr


def test_the_roles_of_a_new_desk_that_need_a_factor_are_those_that_bind_the_body() -> None:
    from huiying.store.models.desk import second_factor_roles

    assert set(second_factor_roles()) == {Role.APPROVER, Role.PUBLISHER, Role.LEADER, Role.ADMIN}
    assert account.needs_second_factor(["leader"], second_factor_roles(), date(2026, 7, 1), date(2026, 7, 1))
    assert not account.needs_second_factor(["leader"], second_factor_roles(), date(2026, 7, 1), date(2026, 6, 30))
    assert not account.needs_second_factor(["duty"], second_factor_roles(), date(2026, 7, 1), date(2026, 7, 2))
