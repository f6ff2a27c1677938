"""Signing in by the body's identity provider: a real provider on loopback, a browser without scripts, and everything that may be wrong."""

from __future__ import annotations

import base64
import hmac
import json
import logging
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from tests import scene as made
from tests.provider import CLIENT, SECRET, IdentityProvider

from huiying.actions import factor, identity, member
from huiying.actions.actor import OPERATOR
from huiying.core import account
from huiying.core.identity import Provider, read_provider, two_factors
from huiying.core.types import Refusal
from huiying.publish import identity as door
from huiying.store import models
from huiying.web import throttle
from huiying.web.carried import MOST, fold, unfold
from huiying.web.tally import Tally

KEY = b"12345678901234567890"


@pytest.fixture
def provider(settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[IdentityProvider]:
    running = IdentityProvider()
    settings.OIDC = Provider(running.issuer, CLIENT, SECRET, name="县统一认证 / County sign-in")
    settings.SEAL_KEY = "a sealing key that is long enough for a test"
    for one in (throttle.throttle, throttle.code_throttle, throttle.identity_throttle):
        monkeypatch.setattr(one, "_failures", Tally("test", 100))
    yield running
    running.close()


@pytest.fixture
def linked(scene: made.Scene, provider: IdentityProvider) -> made.Scene:
    identity.link_identity(OPERATOR, scene.member("duty"), subject="subject-1", reason="same person", now=scene.tick())
    return scene


def begin(client: Client, **fields: str) -> str:
    """The address at the provider that the page leads to."""
    answer = client.post("/sign-in/identity/", fields)
    assert answer.status_code == 200 and answer["Cache-Control"] == "no-store"
    found = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', answer.content.decode())
    assert found, answer.content.decode()
    return unescape(found[1])


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def at_provider(address: str) -> str:
    """What the browser does there: the path and question to which it is sent back."""
    try:
        urllib.request.build_opener(_Stay).open(address, timeout=5)
    except urllib.error.HTTPError as answer:
        assert answer.code == 302
        parts = urlsplit(answer.headers["Location"])
        assert parts.netloc == "testserver"
        return f"{parts.path}?{parts.query}"
    raise AssertionError("it did not send the browser back")


def enter(client: Client | None = None, **fields: str) -> tuple[Client, Any]:
    client = client or Client(headers={"accept-language": "en"})
    return client, client.get(at_provider(begin(client, **fields)))


def inside(client: Client) -> bool:
    return client.get("/desk/").status_code == 200


def test_it_is_off_until_it_is_set(scene: made.Scene, settings) -> None:
    settings.OIDC = None
    client = Client()
    assert "sign-in-identity" not in client.get("/sign-in/").content.decode()
    assert client.post("/sign-in/identity/").status_code == client.get("/sign-in/identity/back/?code=x&state=y").status_code == 404
    with pytest.raises(Refusal, match="not set up"):
        identity.link_identity(OPERATOR, scene.member("duty"), subject="x", reason="y", now=scene.tick())


def test_a_linked_member_comes_in_under_a_new_session(linked: made.Scene, provider: IdentityProvider) -> None:
    client = Client(headers={"accept-language": "en"})
    assert "Sign in with County sign-in" in client.get("/sign-in/").content.decode()
    to = begin(client, next="/desk/cases/")
    asked, before = dict(parse_qsl(urlsplit(to).query)), client.cookies["sessionid"].value
    assert asked["scope"] == "openid" and asked["redirect_uri"] == "http://testserver/sign-in/identity/back/"
    answer = client.get(at_provider(to))
    assert (answer.status_code, answer["Location"], answer["Cache-Control"]) == (302, "/desk/cases/", "no-store")
    assert client.cookies["sessionid"].value != before and inside(client)
    assert models.SignIn.objects.get().way == "oidc"
    assert "with the identity provider" in client.get("/desk/account/").content.decode()
    sent = [fields for method, _path, fields in provider.requests if method == "POST"]
    assert [set(one) for one in sent] == [{"grant_type", "code", "redirect_uri", "code_verifier"}]
    assert models.Entry.objects.filter(type__contains="refused").count() == 0


def test_another_site_is_never_gone_on_to(linked: made.Scene) -> None:
    assert enter(next="https://evil.example/")[1]["Location"] == "/desk/"


def test_a_provider_that_takes_the_secret_among_the_fields_gets_it_there(linked: made.Scene, provider: IdentityProvider) -> None:
    provider.description = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert inside(enter()[0])


@pytest.mark.parametrize("change", [{"state": "wrong"}, {"state": ""}, {"code": ""}, {"code": "made-up"}, {"iss": "https://evil.example"}])
def test_a_wrong_state_code_or_issuer_lets_nobody_in(linked: made.Scene, provider: IdentityProvider, change: dict[str, str]) -> None:
    client = Client(headers={"accept-language": "en"})
    path, _, query = at_provider(begin(client)).partition("?")
    answer = client.get(f"{path}?{urlencode({**dict(parse_qsl(query)), **change})}")
    assert answer.status_code == 403 and 'role="alert"' in answer.content.decode() and not inside(client)
    if "state" in change:
        assert not [one for one in provider.requests if one[0] == "POST"], "a foreign answer is not even asked about"


def test_an_answer_counts_once_and_only_in_the_browser_that_asked(linked: made.Scene, provider: IdentityProvider) -> None:
    client, thief = Client(), Client()
    back = at_provider(begin(client))
    begin(thief)
    assert thief.get(back).status_code == 403 and not inside(thief)
    assert client.get(back).status_code == 302
    again = Client()
    assert again.get(back).status_code == 403
    client.post("/sign-out/")
    assert client.get(back).status_code == 403 and not inside(client)


def test_a_code_that_was_used_elsewhere_is_worth_nothing(linked: made.Scene, provider: IdentityProvider) -> None:
    client = Client()
    back = at_provider(begin(client))
    provider._codes.clear()
    assert client.get(back).status_code == 403 and not inside(client)


def test_a_sign_in_is_over_with_its_first_answer(linked: made.Scene) -> None:
    client = Client()
    back = at_provider(begin(client))
    state = dict(parse_qsl(urlsplit(back).query))["state"]
    assert client.get(f"/sign-in/identity/back/?{urlencode({'state': state, 'error': 'server_error'})}").status_code == 403
    assert client.get(back).status_code == 403 and not inside(client)


def test_a_provider_that_names_itself_in_its_answers_must(linked: made.Scene, provider: IdentityProvider) -> None:
    provider.description = {"authorization_response_iss_parameter_supported": True}
    client, answer = enter()
    assert answer.status_code == 403 and not inside(client)
    back = at_provider(begin(client))
    assert client.get(f"{back}&{urlencode({'iss': provider.issuer})}").status_code == 302 and inside(client)


def test_an_answer_that_is_right_and_too_long_is_not_read(linked: made.Scene, provider: IdentityProvider) -> None:
    path, body = "/realm/.well-known/openid-configuration", json.dumps(provider.described()).encode()
    provider.answers[path] = 200, body + b" " * door.MOST_BYTES
    assert Client().post("/sign-in/identity/").status_code == 503
    provider.answers[path] = 200, body + b" " * (door.MOST_BYTES - len(body))
    assert inside(enter()[0])


def test_an_answer_after_too_long_a_time_is_none(linked: made.Scene) -> None:
    client = Client()
    back = at_provider(begin(client))
    session = client.session
    session["away"] = {**session["away"], "at": (datetime.now(UTC) - timedelta(minutes=11)).isoformat()}
    session.save()
    assert client.get(back).status_code == 403 and not inside(client)


NOW = int(time.time())
WRONG = {
    "nonce": {"nonce": "of another sign-in"},
    "no nonce": {"nonce": None},
    "audience": {"aud": "another program"},
    "audiences": {"aud": [CLIENT, "another program"]},
    "party": {"azp": "another program"},
    "issuer": {"iss": "https://evil.example"},
    "expired": {"exp": NOW - 3600},
    "never ends": {"exp": None},
    "in a word": {"exp": "tomorrow"},
    "from the future": {"iat": NOW + 3600},
    "not before": {"nbf": NOW + 3600},
    "nobody": {"sub": None},
    "odd subject": {"sub": ["subject-1"]},
}


@pytest.mark.parametrize("claims", WRONG.values(), ids=WRONG.keys())
def test_a_token_that_does_not_hold_lets_nobody_in(linked: made.Scene, provider: IdentityProvider, claims: dict[str, Any]) -> None:
    provider.claims = claims
    client, answer = enter()
    assert answer.status_code == 403 and "did not hold" in answer.content.decode() and not inside(client)


def letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def by_hand(header: dict[str, Any], claims: dict[str, Any], sign: Callable[[bytes], bytes]) -> str:
    said = ".".join(letters(json.dumps(part).encode()) for part in (header, claims))
    return f"{said}.{letters(sign(said.encode()))}"


def unsigned(claims: dict[str, Any]) -> str:
    return by_hand({"alg": "none"}, claims, lambda _said: b"")


def by_secret(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET * 4))


def by_stranger(claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS256", "kid": "first"}, claims, RSAKey.generate_key(2048))


@pytest.mark.parametrize("sign", [unsigned, by_secret, by_stranger, lambda _claims: "a.b.c", lambda _claims: "回应", lambda _claims: ""])
def test_a_token_that_its_keys_did_not_sign_lets_nobody_in(linked: made.Scene, provider: IdentityProvider, sign: Any) -> None:
    provider.sign = sign
    client, answer = enter()
    assert answer.status_code == 403 and "did not hold" in answer.content.decode() and not inside(client)


def test_a_public_key_is_no_secret_to_sign_with(linked: made.Scene, provider: IdentityProvider) -> None:
    pem = provider.key.as_pem(private=False)
    provider.sign = lambda claims: by_hand({"alg": "HS256", "kid": "first"}, claims, lambda said: hmac.digest(pem, said, "sha256"))
    client, answer = enter()
    assert answer.status_code == 403 and not inside(client)


def test_a_new_key_works_at_once_and_one_taken_back_does_not(linked: made.Scene, provider: IdentityProvider) -> None:
    assert inside(enter()[0])
    old = provider.key
    provider.turn_keys()
    assert inside(enter()[0])
    provider.key = old
    client, answer = enter()
    assert answer.status_code == 403 and not inside(client)


def test_a_token_that_names_no_key_is_tried_with_all(linked: made.Scene, provider: IdentityProvider) -> None:
    provider.sign = lambda claims: jwt.encode({"alg": "PS256"}, claims, provider.key, algorithms=["PS256"])
    keys = [RSAKey.generate_key(2048, {"kid": "other"}), provider.key]
    published: list[dict[str, Any]] = [{"kty": "new"}, {}, *(dict(key.as_dict(private=False)) for key in keys)]
    provider.answers["/realm/keys"] = 200, json.dumps({"keys": [*published, 7]}).encode()
    assert inside(enter()[0])


def test_whoever_is_not_linked_is_told_what_to_do_and_nobody_is_made(scene: made.Scene, provider: IdentityProvider) -> None:
    count = models.Member.objects.count()
    provider.who = {"sub": "a <stranger>", "preferred_username": "canary-duty", "email": "canary-duty"}
    client, answer = enter()
    text = answer.content.decode()
    assert answer.status_code == 403 and "“a &lt;stranger&gt;”" in text and "on the page People" in text and not inside(client)
    assert models.Member.objects.count() == count and 'name="password"' in text
    chinese = enter(Client(headers={"accept-language": "zh-hans"}))[1].content.decode()
    assert "县统一认证表示您是" in chinese and "County" not in chinese


def test_a_closed_member_is_refused(linked: made.Scene) -> None:
    member.close_account(OPERATOR, linked.member("duty"), reason="left", now=linked.tick())
    client, answer = enter()
    assert answer.status_code == 403 and "is closed" in answer.content.decode() and not inside(client)


@pytest.mark.parametrize(
    ("claim", "who", "opens"),
    [
        ("email", {"email": "lin@desk.example", "email_verified": True}, True),
        ("email", {"email": "lin@desk.example", "email_verified": False}, False),
        ("email", {"email": "lin@desk.example"}, False),
        ("preferred_username", {"preferred_username": "lin@desk.example"}, True),
        ("preferred_username", {"preferred_username": "Lin@desk.example"}, False),
        ("preferred_username", {"preferred_username": ["lin@desk.example"]}, False),
        ("upn", {"sub": "lin@desk.example"}, False),
    ],
)
def test_the_claim_that_the_settings_name_says_who_it_is(
    scene: made.Scene, provider: IdentityProvider, settings, claim: str, who: dict[str, Any], opens: bool
) -> None:
    settings.OIDC = Provider(provider.issuer, CLIENT, SECRET, claim=claim)
    identity.link_identity(OPERATOR, scene.member("duty"), subject="lin@desk.example", reason="same person", now=scene.tick())
    provider.who = {"sub": "subject-1", **who}
    assert inside(enter()[0]) is opens


def test_another_issuer_or_claim_opens_no_link(linked: made.Scene, provider: IdentityProvider, settings) -> None:
    settings.OIDC = Provider(provider.issuer, CLIENT, SECRET, claim="preferred_username")
    provider.who = {"sub": "x", "preferred_username": "subject-1"}
    assert not inside(enter()[0])


AMR = [
    (["pwd"], False),
    (["otp"], False),
    (["pwd", "sms"], False),
    (["pwd", "otp"], True),
    (["mfa", "pwd"], True),
    (["hwk", "fpt"], True),
    ("mfa", False),
    (None, False),
    ([["mfa"]], False),
]


@pytest.mark.parametrize(("amr", "counts"), AMR)
def test_two_factors_are_what_the_provider_says_they_are(amr: object, counts: bool) -> None:
    at = Provider("https://id.example", CLIENT, SECRET, acr=("silver", "gold"))
    assert two_factors(at, {"amr": amr}) is counts
    assert two_factors(at, {"amr": amr, "acr": "gold"}) and two_factors(at, {"amr": amr, "acr": "bronze"}) is counts
    assert two_factors(Provider("https://id.example", CLIENT, SECRET), {"amr": amr, "acr": "gold"}) is counts


def required(scene: made.Scene, role: str) -> None:
    since = scene.now.date() - timedelta(days=1)
    member.set_second_factor(OPERATOR, roles=[role], since=since, now=scene.tick())


def test_one_factor_at_the_provider_is_one_factor_here(linked: made.Scene, provider: IdentityProvider) -> None:
    required(linked, "duty")
    provider.who = {"sub": "subject-1", "amr": ["pwd"]}
    client, answer = enter()
    assert answer.status_code == 302 and client.get("/desk/")["Location"] == "/desk/account/"
    provider.who = {"sub": "subject-1", "amr": ["pwd", "mfa"]}
    assert inside(enter()[0])


def test_the_desks_own_second_factor_is_asked_where_the_provider_had_one(linked: made.Scene, provider: IdentityProvider) -> None:
    now = datetime.now(UTC) - timedelta(hours=1)
    code = account.app_code(KEY, account.step_of(now))
    factor.add_app(linked.actors["duty"], key=KEY, code=code, name="phone", now=now)
    client, answer = enter(next="/desk/cases/")
    assert answer.status_code == 200 and 'id="second"' in answer.content.decode() and not inside(client)
    code = account.app_code(KEY, account.step_of(datetime.now(UTC)))
    assert client.post("/sign-in/second/", {"code": code, "next": "/desk/cases/"})["Location"] == "/desk/cases/"
    provider.who = {"sub": "subject-1", "amr": ["mfa"]}
    assert enter()[1].status_code == 302


def test_a_context_is_asked_for_and_counts(linked: made.Scene, provider: IdentityProvider, settings) -> None:
    settings.OIDC = Provider(provider.issuer, CLIENT, SECRET, acr=("silver", "gold"))
    required(linked, "duty")
    provider.who = {"sub": "subject-1", "acr": "gold"}
    client = Client()
    to = begin(client)
    assert dict(parse_qsl(urlsplit(to).query))["acr_values"] == "silver gold"
    client.get(at_provider(to))
    assert inside(client)


def test_what_was_typed_survives_the_way_and_lies_nowhere_readable(linked: made.Scene, provider: IdentityProvider) -> None:
    typed = {"typed_for": "/desk/watches/add/", "typed:query": "停水 canary words", "typed:name": "停水"}
    client = Client()
    to = begin(client, **typed)
    (row,) = Session.objects.all()
    kept = json.dumps(row.get_decoded())
    assert "canary" not in kept and "停水" not in kept and (row.expire_date - datetime.now(UTC)) < timedelta(minutes=11)
    answer = client.get(at_provider(to)).content.decode()
    assert 'action="/desk/watches/add/"' in answer and 'value="停水 canary words"' in answer
    provider.who = None
    client = Client(headers={"accept-language": "en"})
    refused = client.get(at_provider(begin(client, **typed))).content.decode()
    assert "You did not sign in at County sign-in" in refused and 'name="typed:query" value="停水 canary words"' in refused


def test_what_is_too_long_stays_on_the_page(linked: made.Scene) -> None:
    answer = Client().post("/sign-in/identity/", {"typed_for": "/desk/watches/add/", "typed:query": "长 文" * MOST})
    assert answer.status_code == 409 and 'name="typed:query"' in answer.content.decode() and Session.objects.count() == 0
    folded = fold([("a", "b\nc")], "state")
    assert folded is not None and unfold(folded, "state") == [("a", "b\nc")] and unfold(folded, "other") == []


AWAY = "cannot be asked just now"


@pytest.mark.parametrize(
    "description",
    [
        {"issuer": "https://evil.example"},
        {"token_endpoint": "https://evil.example/token"},
        {"token_endpoint": "http://127.0.0.1:9/token"},
        {"jwks_uri": None},
        {"jwks_uri": 7},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": "http://[bad"},
        {"token_endpoint_auth_methods_supported": ["private_key_jwt"]},
        {"token_endpoint_auth_methods_supported": 7},
    ],
)
def test_a_description_that_leads_elsewhere_is_not_followed(
    linked: made.Scene, provider: IdentityProvider, description: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    provider.description = description
    answer = Client(headers={"accept-language": "en"}).post("/sign-in/identity/")
    assert answer.status_code == 503 and AWAY in answer.content.decode()
    assert "evil" not in answer.content.decode() and provider.issuer in caplog.text


BAD = [
    (500, b""),
    (404, b"{}"),
    (302, b""),
    (200, b""),
    (200, b"<html>"),
    (200, b"[]"),
    (200, b"null"),
    (200, b"x" * 300_000),
    (200, b"[" * 9000),
]


@pytest.mark.parametrize("path", ["/realm/.well-known/openid-configuration", "/realm/token", "/realm/keys"])
@pytest.mark.parametrize(("status", "body"), BAD)
def test_a_provider_that_answers_wrongly_is_a_calm_page(
    linked: made.Scene, provider: IdentityProvider, path: str, status: int, body: bytes
) -> None:
    client = Client(headers={"accept-language": "en"})
    provider.answers[path] = status, body
    answer = client.post("/sign-in/identity/") if path.endswith("configuration") else client.get(at_provider(begin(client)))
    assert answer.status_code in (403, 503) and 'role="alert"' in answer.content.decode() and not inside(client)
    assert 'name="password"' in answer.content.decode(), "the password works all the same"


def test_a_provider_that_is_away_or_slow_holds_nobody_up(
    linked: made.Scene, provider: IdentityProvider, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(door, "SECONDS", 0.3)
    client = Client(headers={"accept-language": "en"})
    back = at_provider(begin(client))
    provider.wait = 1.0
    began = time.monotonic()
    answer = client.get(back)
    assert answer.status_code == 503 and AWAY in answer.content.decode() and time.monotonic() - began < 0.9
    provider.close()
    monkeypatch.setattr(door, "_known", {})
    assert client.post("/sign-in/identity/").status_code == 503
    began = time.monotonic()
    assert client.post("/sign-in/identity/").status_code == 503 and time.monotonic() - began < 0.2
    assert client.post("/sign-in/", {"username": "canary-duty", "password": made.PASSWORD}).status_code == 302
    assert SECRET not in caplog.text and "code=" not in caplog.text


def test_no_more_than_two_wait_for_a_provider_at_once(provider: IdentityProvider, monkeypatch: pytest.MonkeyPatch) -> None:
    assert door._room.acquire(blocking=False) and door._room.acquire(blocking=False)
    try:
        with pytest.raises(door.NotAnswered):
            door.described(Provider(provider.issuer, CLIENT, SECRET))
        assert provider.requests == []
    finally:
        door._room.release(2)


def test_sign_ins_that_come_to_nothing_must_wait_and_passwords_need_not(linked: made.Scene, provider: IdentityProvider) -> None:
    provider.claims = {"nonce": "wrong"}
    answers = [enter()[1].status_code for _each in range(20)]
    assert set(answers) == {403}
    client = Client(headers={"accept-language": "en"})
    answer = client.post("/sign-in/identity/")
    assert answer.status_code == 429 and "Too many sign-ins failed" in answer.content.decode()
    assert client.post("/sign-in/", {"username": "canary-duty", "password": made.PASSWORD}).status_code == 302


def test_the_form_needs_its_key(linked: made.Scene) -> None:
    assert Client(enforce_csrf_checks=True).post("/sign-in/identity/").status_code == 403


def test_a_link_is_on_the_record_and_holds_no_name(linked: made.Scene) -> None:
    at, duty = linked, linked.member("duty")
    entry = models.Entry.objects.get(type="identity_linked")
    assert json.loads(entry.data)["reason"] == "same person" and "subject-1" not in entry.data
    row = models.Identity.objects.get()
    assert row.member_id == duty.pk and "subject-1" not in row.digest and len(row.digest) == 64
    admin = at.actors["admin"]
    with pytest.raises(Refusal, match="linked to the account of"):
        identity.link_identity(admin, at.member("leader"), subject=" subject-1 ", reason="x", now=at.tick())
    for subject in ("", "  ", "a\nb", "x" * 256):
        with pytest.raises(Refusal):
            identity.link_identity(admin, at.member("leader"), subject=subject, reason="x", now=at.tick())
    with pytest.raises(Refusal, match="their own account"):
        identity.link_identity(admin, at.member("admin"), subject="y", reason="x", now=at.tick())
    with pytest.raises(Refusal, match="Your role"):
        identity.link_identity(at.actors["duty"], at.member("leader"), subject="y", reason="x", now=at.tick())
    with pytest.raises(Refusal, match="reason"):
        identity.unlink_identity(admin, duty, reason=" ", now=at.tick())


def test_taking_the_link_away_ends_what_it_opened(linked: made.Scene, window) -> None:
    client, _ = enter()
    admin, pk = window("admin"), linked.member("duty").pk
    assert "or the identity provider" in admin.text("/desk/people/") and "Linked to County sign-in since" in admin.text(
        f"/desk/people/{pk}/"
    )
    assert admin.post(f"/desk/people/{pk}/unlink/", reason="another person now").status_code == 302
    assert not inside(client) and not inside(enter()[0])
    assert "Not linked to County sign-in" in admin.text(f"/desk/people/{pk}/")
    assert admin.post(f"/desk/people/{pk}/unlink/", reason="again").status_code == 409
    assert admin.post(f"/desk/people/{pk}/link/", subject="subject-2", reason="a new card").status_code == 302
    assert json.loads(models.Entry.objects.filter(type="identity_linked").last().data)["replaced"] is False
    assert not inside(enter()[0])
    assert admin.post(f"/desk/people/{pk}/link/", subject="subject-1", reason="the old card").status_code == 302
    assert inside(enter()[0]) and models.Identity.objects.count() == 1
    assert models.Entry.objects.get(type="identity_unlinked").subject == f"member:{pk}"


@pytest.mark.parametrize(
    "issuer",
    ["http://id.example", "ftp://id.example", "https://", "https://id.example?x=1", "https://a@id.example", "id.example", "https://id.example:x",
     "https://id.example/ x", "http://127.0.0.1.example", "https://id.example#x"],
)  # fmt: skip
def test_an_issuer_without_tls_is_refused(issuer: str) -> None:
    with pytest.raises(ValueError, match="HUIYING_OIDC_ISSUER"):
        read_provider(issuer=issuer, client="c", secret="s", claim="sub", name="", acr="")


def test_the_settings_are_read_with_care() -> None:
    given = {"client": "c", "secret": "s", "claim": "sub", "name": "", "acr": "a  b"}
    for issuer in ("https://id.example/realms/x", "http://127.0.0.1:8080", "http://localhost/", "http://[::1]:1"):
        found = read_provider(issuer=issuer, **given)
        assert found is not None and found.acr == ("a", "b") and "'s'" not in repr(found)
    assert read_provider(issuer="https://id.example/realms/x", **given) == Provider(
        "https://id.example/realms/x", "c", "s", name="id.example", acr=("a", "b")
    )
    for missing in ("client", "secret"):
        assert read_provider(issuer="https://id.example", **{**given, missing: ""}) is None
    with pytest.raises(ValueError, match="HUIYING_OIDC_CLAIM"):
        read_provider(issuer="https://id.example", **{**given, "claim": "aud"})


def test_no_secret_stands_in_a_log_or_a_page(linked: made.Scene, provider: IdentityProvider, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "huiying")
    provider.claims = {"nonce": "wrong"}
    client, answer = enter()
    assert SECRET not in caplog.text + answer.content.decode() and "subject-1" not in caplog.text
    assert "its ID token does not hold" in caplog.text and client
