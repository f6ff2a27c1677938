"""Every text of the product has its Chinese, and the compiled catalogue is that of the written one."""

from __future__ import annotations

import io
import re

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from tests.web.msgids import SOURCE, every, plurals

FOLDER = SOURCE / "locale" / "zh_Hans" / "LC_MESSAGES"
PLACE = re.compile(r"%\(\w+\)[\d.]*[a-z]|%%|\{\w+\}")


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return read_po(io.BytesIO((FOLDER / "django.po").read_bytes()), locale="zh_Hans")


def translation(catalogue: Catalog, text: str) -> str:
    message = catalogue.get(text)
    if message is None:
        return ""
    return message.string if isinstance(message.string, str) else message.string[0]


def test_every_text_has_a_translation(catalogue: Catalog) -> None:
    known = {word for message in catalogue if message.id for word in ([message.id] if isinstance(message.id, str) else message.id)}
    assert sorted(f"{name}: {text}" for text, name in every().items() if text not in known) == []


def test_no_translation_is_empty(catalogue: Catalog) -> None:
    assert [text for text in every() if text not in set(plurals().values()) and not translation(catalogue, text)] == []


def test_what_counts_is_translated_as_a_pair(catalogue: Catalog) -> None:
    pairs = {message.id for message in catalogue if isinstance(message.id, tuple)}
    assert {pair for pair in plurals().items() if pair not in pairs} == set()


def test_places_are_kept(catalogue: Catalog) -> None:
    wrong = [
        text
        for text in every()
        if text not in set(plurals().values()) and set(PLACE.findall(text)) != set(PLACE.findall(translation(catalogue, text)))
    ]
    assert wrong == []


def test_nothing_is_translated_that_is_not_said(catalogue: Catalog) -> None:
    said = every()
    assert [
        message.id for message in catalogue if message.id and (message.id if isinstance(message.id, str) else message.id[0]) not in said
    ] == []


def test_the_compiled_catalogue_is_fresh(catalogue: Catalog) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    assert compiled.getvalue() == (FOLDER / "django.mo").read_bytes(), "run: pybabel compile -D django -d src/huiying/locale"
