"""A caller for every role, and a case that has a published statement."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests import scene as made

Call = Callable[..., Any]


class Caller:
    """One member with a token. `language` is what the caller reads."""

    def __init__(self, token: str, language: str = "en") -> None:
        self.client = Client(headers={"authorization": f"Bearer {token}", "accept-language": language})

    def __call__(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        data = body if isinstance(body, str) else json.dumps(body) if body is not None else ""
        return self.client.generic(method, f"/api/v1{path}", data, content_type="application/json", headers=headers)

    def get(self, path: str) -> Any:
        return self("GET", path)

    def post(self, path: str, body: object = None) -> Any:
        return self("POST", path, body)

    def put(self, path: str, body: object) -> Any:
        return self("PUT", path, body)


class Callers:
    """Callers by role; the token is made when it is first needed."""

    def __init__(self, scene: made.Scene) -> None:
        self.scene = scene
        self._made: dict[tuple[str, str], Caller] = {}

    def __call__(self, role: str, language: str = "en") -> Caller:
        if (role, language) not in self._made:
            self._made[role, language] = Caller(self.scene.token(role), language)
        return self._made[role, language]


@pytest.fixture
def scene(db: None) -> made.Scene:
    return made.set_up()


@pytest.fixture
def by(scene: made.Scene) -> Callers:
    return Callers(scene)


@pytest.fixture
def opened(scene: made.Scene):
    return made.open_case(scene)


@pytest.fixture
def settled(scene: made.Scene, opened):
    return made.settle(scene, opened, "出厂水余氯为每升0.6毫克")
