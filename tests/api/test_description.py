"""The OpenAPI document is kept to: random calls of every operation meet no error of ours and no answer that it does not name."""

from __future__ import annotations

import pytest
from bench.api import KEY, hold
from tests.api.everything import fill

from huiying.api import cases, operations

pytestmark = pytest.mark.django_db


def test_every_answer_stands_in_the_document(db: None, settings) -> None:
    """Two of three calls are made by one who plays every part, the third by one who may only look. The bench makes many more."""
    settings.SEAL_KEY = KEY
    everyone, little = fill()
    held = hold(everyone, everyone, little, examples=2, edges=False)
    assert not held.wrong, "\n\n".join(held.wrong.values())
    assert len(held.answers) == len([row for row in operations() if row[2] != "public"])


def test_an_answer_that_does_not_stand_there_is_noticed(db: None, settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SEAL_KEY = KEY
    everyone, _ = fill()
    monkeypatch.setattr(cases, "listing", lambda *_: {"results": [{"id": "x"}], "next": None})
    held = hold(everyone, examples=3, edges=False, only="/api/v1/cases")
    assert "500" in held.wrong["GET /api/v1/cases"] and "GET /api/v1/cases/{id}" not in held.wrong
