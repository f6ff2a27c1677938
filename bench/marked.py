"""Sentences with what is personal in them marked where it stands: `来电人{name:…}，打过{keep:12345}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

_MARK = re.compile(r"\{([a-z]+):([^{}]*)\}")


class Sentence(msgspec.Struct, frozen=True):
    """A text, where it holds what must go (start, end, kind), and where what must stay (start, end)."""

    voice: str
    text: str
    goes: tuple[tuple[int, int, str], ...]
    stays: tuple[tuple[int, int], ...]


class _Row(msgspec.Struct):
    voice: str
    marked: str


def unmark(voice: str, marked: str) -> Sentence:
    """The sentence without its marks."""
    text, goes, stays, position = "", [], [], 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        kind, inner = match.groups()
        (stays.append((len(text), len(text) + len(inner))) if kind == "keep" else goes.append((len(text), len(text) + len(inner), kind)))
        text += inner
        position = match.end()
    return Sentence(voice, text + marked[position:], tuple(goes), tuple(stays))


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a file, one JSON object a line: voice, marked."""
    for line in path.read_bytes().splitlines():
        row = msgspec.json.decode(line, type=_Row)
        yield unmark(row.voice, row.marked)
