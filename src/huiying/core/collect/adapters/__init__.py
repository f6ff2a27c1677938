"""Every kind of source that can be put on the register, by name."""

from __future__ import annotations

from huiying.core.collect.adapter import About, Adapter, Body
from huiying.core.collect.adapters.feed import FEED
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import Refusal

ADAPTERS: dict[str, Adapter] = {adapter.name: adapter for adapter in (FEED,)}


def adapter(name: str) -> Adapter:
    """The adapter of that name. Refuses a name that no adapter has."""
    if name not in ADAPTERS:
        raise Refusal("%(name)s is no way to read a source; the ways are %(known)s.", name=name, known=", ".join(ADAPTERS))
    return ADAPTERS[name]


def read_body(name: str, body: Body, of: About, voice: Voice | None) -> Reading:
    """What the adapter of that name makes of a body. Raises Refusal for a body that is none of its kind."""
    return adapter(name).read(body, of, voice)
