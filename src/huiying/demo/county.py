"""The invented county as data: its desk, its sources, and the stream of items with their labels."""

from __future__ import annotations

from datetime import datetime
from importlib.resources import files

import msgspec

from huiying.core.warn.route import Playbook

DATA = files("huiying.demo") / "data"


class StreamItem(msgspec.Struct, frozen=True):
    """One invented item as a source would publish it, with the public handle that the desk must drop."""

    id: str
    source: str
    kind: str
    url: str
    published_at: datetime
    title: str
    text: str
    lang: str
    author: str | None = None
    heat: float | None = None


class Body(msgspec.Struct, frozen=True):
    """The body that runs the demonstration's desk."""

    name_zh: str
    name_en: str
    zone: str


class DemoWatch(msgspec.Struct, frozen=True):
    """A watch of the demonstration."""

    name: str
    query: str
    lead_department: str
    place: str = ""
    topics: tuple[str, ...] = ()


class County(msgspec.Struct, frozen=True):
    """Everything but the stream. Members are (user name, shown name, role, department); sources (path, name, kind, format)."""

    body: Body
    places: tuple[str, ...]
    departments: tuple[tuple[str, str], ...]
    members: tuple[tuple[str, str, str, str], ...]
    sources: tuple[tuple[str, str, str, str], ...]
    watches: tuple[DemoWatch, ...]
    playbooks: tuple[Playbook, ...]


def county() -> County:
    """The invented county."""
    return msgspec.json.decode((DATA / "desk.json").read_bytes(), type=County)


def stream() -> tuple[StreamItem, ...]:
    """Every invented item in time order."""
    lines = (DATA / "items.jsonl").read_bytes().splitlines()
    return tuple(msgspec.json.decode(line, type=StreamItem) for line in lines)
