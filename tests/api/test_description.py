"""The OpenAPI document is kept to: random calls of every operation meet no error of ours and no answer that it does not name."""

from __future__ import annotations

import pytest
from bench.api import KEY, hold
from tests.api.everything import fill

pytestmark = pytest.mark.django_db


@pytest.fixture
def tokens(db: None, settings) -> tuple[str, str]:
    settings.SEAL_KEY = KEY
    return fill()


@pytest.mark.parametrize("caller", ["who plays every part", "who may only look"])
def test_every_answer_stands_in_the_document(tokens: tuple[str, str], caller: str) -> None:
    everyone, little = tokens
    held = hold(everyone if caller == "who plays every part" else little, examples=3, edges=False)
    assert not held.wrong, "\n\n".join(held.wrong.values())
    assert len(held.answers) == 200
