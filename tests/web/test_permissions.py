"""Who is let into which page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from tests import scene as made

from huiying.core.roles import GRANTS, PERMISSIONS, Role
from huiying.web.permission import PER_OPERATION, permission_of

# acknowledge_link needs no session: its signed address is for one member and one act. What comes to a hook is signed.
OPEN = {
    *("home", "sign_in", "sign_in_second", "sign_in_passkey", "sign_in_reset", "sign_out", "set_language", "acknowledge_link"),
    *("hook", "hook_hub", "set_theme", "sign_in_identity", "sign_in_identity_back"),
}


def patterns(found: list, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in found:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern.url_patterns, before + str(pattern.pattern))
        else:
            yield before + str(pattern.pattern), pattern


EVERY = list(patterns(get_resolver().url_patterns))
DESK = [
    (f"/{path}".replace("<int:pk>", "7").replace("<slug:name>", "now").replace("<str:key>", "x").replace("<str:word>", "x"), p)
    for path, p in EVERY
    if path.startswith("desk/")
]


def test_every_page_declares_a_permission() -> None:
    assert len(EVERY) > 50
    for path, pattern in EVERY:
        permission = permission_of(pattern.callback)
        assert permission in PERMISSIONS or permission == PER_OPERATION, path


def test_only_public_pages_are_open() -> None:
    for path, pattern in EVERY:
        if permission_of(pattern.callback) == "public":
            assert pattern.name in OPEN or str(pattern.name).startswith("public_"), path


def test_a_view_without_a_permission_is_not_run(rf, settings) -> None:
    from django.core.exceptions import PermissionDenied

    from huiying.web.guard import PermissionGuard

    def forgotten(request: HttpRequest) -> HttpResponse:
        return HttpResponse("secret")

    with pytest.raises(PermissionDenied):
        PermissionGuard(lambda request: HttpResponse()).process_view(rf.get("/"), forgotten, (), {})


@pytest.mark.parametrize(("path", "pattern"), DESK, ids=[path for path, _ in DESK])
def test_a_stranger_is_asked_to_sign_in(db: None, path: str, pattern: URLPattern) -> None:
    response = Client().get(path)
    assert (response.status_code, response["Location"]) == (302, f"{settings.LOGIN_URL}?next={path}")
    assert Client().post(path, {"text": "a word of mine"}).status_code == 401


@pytest.mark.parametrize("role", list(Role))
def test_each_role_gets_through_to_exactly_what_it_is_granted(scene: made.Scene, role: Role) -> None:
    """Whoever gets through meets a thing that does not exist, or a form with nothing in it: anything but 403."""
    client = Client()
    client.force_login(scene.member(role.value))
    for path, pattern in DESK:
        if pattern.name == "live":
            continue
        answers = {client.get(path).status_code, client.post(path).status_code}
        if permission_of(pattern.callback) in GRANTS[role]:
            assert not answers & {401, 403, 500}, f"{role} {path}"
        else:
            assert answers == {403}, f"{role} {path}"


def test_whoever_may_not_is_told_so_in_their_language(scene: made.Scene) -> None:
    for language, said in (("zh-hans", "您的角色不包含这一权限"), ("en", "Your role does not include this")):
        client = Client(headers={"accept-language": language})
        client.force_login(scene.member("author"))
        response = client.get("/desk/record/")
        assert response.status_code == 403
        assert said in response.content.decode()


def test_what_does_not_exist_is_said_plainly(scene: made.Scene) -> None:
    client = Client(headers={"accept-language": "zh-hans"})
    assert "没有这个页面" in client.get("/nowhere/").content.decode()
    client.force_login(scene.member("duty"))
    response = client.get("/desk/cases/99/")
    assert response.status_code == 404
    assert "没有这个页面" in response.content.decode()
