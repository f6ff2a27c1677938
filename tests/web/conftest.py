"""A desk with a person at every post, each in a window of their own, and a clock that the test holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from tests import scene as made

from huiying import clock


class Window:
    """One member's browser without scripts."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def get(self, path: str) -> Any:
        return self.client.get(path)

    def text(self, path: str) -> str:
        response = self.client.get(path)
        assert response.status_code == 200, path
        return words(response)

    def post(self, path: str, **fields: Any) -> Any:
        return self.client.post(path, fields)


def words(response: Any) -> str:
    """What a page says, without its tags."""
    body = re.sub(r"<(script|style|title)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body)))


@pytest.fixture
def scene(db: None, monkeypatch: pytest.MonkeyPatch) -> made.Scene:
    """The desk of tests/publish/scene.py; every page is shown at the scene's own time."""
    desk = made.set_up()
    monkeypatch.setattr(clock, "now", lambda: desk.tick())
    return desk


@pytest.fixture
def window(scene: made.Scene) -> Callable[..., Window]:
    """A window for the member with this role."""

    def open_window(role: str, language: str = "en") -> Window:
        client = Client(headers={"accept-language": language})
        client.force_login(scene.member(role))
        return Window(client)

    return open_window
