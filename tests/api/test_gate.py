"""Who may do what: every operation against every role, and who is not let in at all."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from tests import scene as made

from huiying.actions import token
from huiying.actions.actor import OPERATOR
from huiying.api import operations
from huiying.core.roles import GRANTS, PERMISSIONS, Role
from huiying.store import models

OPERATIONS = [row for row in operations() if row[2] != "public"]


def address(path: str) -> str:
    return path.replace("{id}", "7")


def test_every_operation_declares_a_permission_of_the_desk() -> None:
    assert len(OPERATIONS) > 40
    assert {permission for _, _, permission in OPERATIONS} <= PERMISSIONS.keys()
    assert [path for _, path, permission in operations() if permission == "public"] == ["/api/v1/openapi.json"]


def test_every_address_of_the_interface_is_one_of_its_operations() -> None:
    from huiying.api.urls import urlpatterns

    version = urlpatterns[0]
    known = {path.removeprefix("/api/v1/") for _, path, _ in operations()}
    found = {str(pattern.pattern).replace("<", "{").replace(">", "}") for pattern in version.url_patterns}
    assert found - {""} == known


def test_what_changes_something_needs_more_than_reading() -> None:
    assert all(permission not in ("desk.view", "record.view") for method, _, permission in OPERATIONS if method != "GET")
    assert all(permission in ("desk.view", "record.view", "receiver.manage") for method, _, permission in OPERATIONS if method == "GET")


@pytest.mark.parametrize("role", list(Role))
def test_each_role_gets_through_to_exactly_what_it_is_granted(scene: made.Scene, by, role: Role) -> None:
    """A caller who gets through meets a row that does not exist, or an empty body: anything but 401 and 403."""
    caller = by(role.value)
    for method, path, permission in OPERATIONS:
        status = caller(method, address(path).removeprefix("/api/v1")).status_code
        if permission in GRANTS[role]:
            assert status not in (401, 403, 500), f"{role} {method} {path}"
        else:
            assert status == 403, f"{role} {method} {path}"


def test_nobody_gets_anything_without_signing_in(db: None) -> None:
    for method, path, _ in OPERATIONS:
        answer = Client().generic(method, address(path))
        assert answer.status_code == 401, path
        assert answer["WWW-Authenticate"] == "Bearer"
        assert answer.json()["error"]["code"] == "sign_in"


@pytest.mark.parametrize("header", ["Bearer wrong", "Bearer", "Basic YTpi", "Bearer \udcff", "x"])
def test_a_wrong_token_is_never_let_in_even_with_a_session(scene: made.Scene, header: str) -> None:
    client = Client()
    client.force_login(scene.member("duty"))
    assert client.get("/api/v1/stories").status_code == 200
    assert client.get("/api/v1/stories", HTTP_AUTHORIZATION=header).status_code == 401


def test_the_token_itself_is_not_kept(scene: made.Scene) -> None:
    key = scene.token("duty")
    assert key not in [row.digest for row in models.Token.objects.all()]
    digest = models.Token.objects.get().digest
    assert Client(headers={"authorization": f"Bearer {digest}"}).get("/api/v1/stories").status_code == 401
    assert Client(headers={"authorization": f"Bearer {key}"}).get("/api/v1/stories").status_code == 200


def test_the_token_of_somebody_who_left_no_longer_works(scene: made.Scene, by) -> None:
    caller = by("duty")
    assert caller.get("/stories").status_code == 200
    models.Member.objects.filter(pk=scene.member("duty").pk).update(is_active=False)
    assert caller.get("/stories").status_code == 401


def test_a_session_must_prove_that_the_request_is_from_our_own_pages(scene: made.Scene) -> None:
    raised = made.take_in(scene)
    client = Client(enforce_csrf_checks=True)
    client.force_login(scene.member("duty"))
    assert client.get("/api/v1/warnings").status_code == 200
    path = f"/api/v1/warnings/{raised.pk}/acknowledge"
    answer = client.post(path, content_type="application/json")
    assert answer.status_code == 403
    client.get("/")
    token = client.cookies["csrftoken"].value
    assert client.post(path, content_type="application/json", headers={"x-csrftoken": token}).status_code == 200


def test_a_token_needs_no_such_proof(scene: made.Scene) -> None:
    raised = made.take_in(scene)
    client = Client(enforce_csrf_checks=True, headers={"authorization": f"Bearer {scene.token('duty')}"})
    assert client.post(f"/api/v1/warnings/{raised.pk}/acknowledge", content_type="application/json").status_code == 200


def test_an_act_that_a_role_does_not_include_stands_on_the_record(scene: made.Scene, by, opened) -> None:
    before = models.Entry.objects.count()
    assert by("auditor").post(f"/cases/{opened.pk}/assess", {"level": "red"}).status_code == 403
    last = models.Entry.objects.order_by("-id").first()
    assert last is not None
    # one entry for the token, one for the refusal
    assert models.Entry.objects.count() == before + 2
    assert (last.type, last.actor) == ("act_refused", "canary-auditor")
    assert "case.assess" in json.loads(last.data)["why"]


def test_an_operation_without_a_permission_is_run_for_nobody(scene: made.Scene) -> None:
    from django.test import RequestFactory
    from ninja import NinjaAPI

    from huiying.actions.recording import NotAllowed
    from huiying.api.gate import undeclared

    api = NinjaAPI(urls_namespace="undeclared", auth=undeclared)
    api.get("/open")(lambda request: "secret")
    with pytest.raises(NotAllowed):
        api.urls[0][2].callback(RequestFactory().get("/open"))


def test_a_page_guard_lets_only_the_interface_check_for_itself() -> None:
    from django.urls import get_resolver

    from huiying.web.permission import PER_OPERATION, permission_of

    def walk(patterns, prefix=""):
        for pattern in patterns:
            path = prefix + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern.url_patterns, path)
            else:
                yield path, permission_of(pattern.callback)

    assert all(path.startswith("api/") for path, permission in walk(get_resolver().url_patterns) if permission == PER_OPERATION)


def test_a_token_can_be_issued_twice(scene: made.Scene) -> None:
    first, second = (token.issue_token(OPERATOR, scene.member("duty"), now=scene.tick()) for _ in range(2))
    assert first != second
