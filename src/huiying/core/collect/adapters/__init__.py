"""Every kind of source that can be put on the register, by name."""

from __future__ import annotations

from huiying.core.collect.adapter import About, Adapter, Body, Carriage
from huiying.core.collect.adapters.feed import FEED
from huiying.core.collect.adapters.file import FILE
from huiying.core.collect.adapters.gdelt import GDELT
from huiying.core.collect.adapters.georeport import GEOREPORT
from huiying.core.collect.adapters.jetstream import JETSTREAM
from huiying.core.collect.adapters.mailbox import MAILBOX
from huiying.core.collect.adapters.mastodon import MASTODON
from huiying.core.collect.adapters.newsnow import NEWSNOW
from huiying.core.collect.adapters.page import PAGE
from huiying.core.collect.adapters.push import PUSH
from huiying.core.collect.adapters.rsshub import RSSHUB
from huiying.core.collect.adapters.sitemap import SITEMAP
from huiying.core.collect.adapters.youtube import YOUTUBE
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import Refusal

ADAPTERS: dict[str, Adapter] = {
    adapter.name: adapter
    for adapter in (
        *(FEED, SITEMAP, PAGE),
        *(GEOREPORT, MAILBOX, PUSH, FILE, MASTODON, JETSTREAM, YOUTUBE, GDELT, NEWSNOW, RSSHUB),
    )
}


def adapter(name: str) -> Adapter:
    """The adapter of that name. Refuses a name that no adapter has."""
    if name not in ADAPTERS:
        raise Refusal("%(name)s is no way to read a source; the ways are %(known)s.", name=name, known=", ".join(ADAPTERS))
    return ADAPTERS[name]


def read_body(name: str, body: Body, of: About, voice: Voice | None) -> Reading:
    """What the adapter of that name makes of a body. Raises Refusal for a body that is none of its kind."""
    return adapter(name).read(body, of, voice)


def carried(*ways: Carriage) -> tuple[str, ...]:
    """The names of the adapters whose bytes come in one of these ways."""
    return tuple(name for name, found in ADAPTERS.items() if found.carriage in ways)
