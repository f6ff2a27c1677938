"""The one interface of everything that can be read: an adapter is one file in `adapters/`, with its terms and what it says of persons.

An adapter is pure. It names the address to read and makes items of the bytes that came from there; the network is the worker's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

import msgspec

from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import Kind, Refusal


class Carriage(StrEnum):
    """How the bytes of a source reach the desk."""

    FETCHED = "fetched"
    MAILBOX = "mailbox"
    STREAM = "stream"
    PUSHED = "pushed"
    FILE = "file"


class Body(msgspec.Struct, frozen=True):
    """Bytes as they came from `url` (after redirects), with what the transport declared of them."""

    content: bytes
    url: str
    content_type: str = ""
    charset: str = ""


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What an adapter may know of the source it reads for.

    `zone` is the IANA name for dates without an offset, `charset` what was remembered from the last reading, `options` what the desk set
    (the adapter's own names), `since` when an item was last taken in, None before the first. Times are aware UTC. `salt` is a secret of the
    desk for this source: an id that leads to a person is kept as a digest made with it (collect/own_id.py).
    """

    name: str
    url: str
    now: datetime
    kind: Kind = Kind.NEWS
    zone: str = "UTC"
    charset: str = ""
    options: Mapping[str, object] = MappingProxyType({})
    since: datetime | None = None
    salt: bytes = b""


class Option(msgspec.Struct, frozen=True):
    """Something a desk may set for a source. `label` and `help` are message ids; `check` raises Refusal for what cannot be used."""

    name: str
    label: str
    default: object = ""
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    check: Callable[[object], None] | None = None


ARTICLES = Option(
    "articles",
    "Full text of articles",
    "teaser",
    "Pages are read under the robots.txt of their site, at most ten in one reading.",
    (("never", "never read"), ("teaser", "read where only a teaser is given"), ("always", "always read")),
)
"""What an adapter with `articles` lets a desk choose."""


class Adapter(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of source. All texts are message ids in plain words.

    `title` names it; `terms` says on what permission it is read and whose terms apply; `personal` says which data of persons such a
    source carries and that they are dropped or masked. `read` raises Refusal for a body that is none of its kind. `address` gives what to
    fetch now, where that is not simply the source's own address. With `articles` the page of an item may be read for its full text.
    """

    name: str
    title: str
    terms: str
    personal: str
    read: Callable[[Body, About, Voice | None], Reading]
    carriage: Carriage = Carriage.FETCHED
    kind: Kind = Kind.NEWS
    address: Callable[[About], str] = lambda about: about.url
    options: tuple[Option, ...] = ()
    articles: bool = False

    def settled(self, given: Mapping[str, object]) -> dict[str, object]:
        """The options with their defaults. Refuses a name the adapter does not have, and a value that its check refuses."""
        known = {option.name: option for option in self.options}
        for name in given:
            if name not in known:
                raise Refusal(
                    "%(adapter)s has no setting %(name)s; it has: %(known)s.", adapter=self.name, name=name, known=", ".join(known) or "–"
                )
        chosen = {name: given.get(name, option.default) for name, option in known.items()}
        for name, option in known.items():
            if option.choices and chosen[name] not in {value for value, _ in option.choices}:
                raise Refusal(
                    "%(value)s cannot be set for %(name)s; choose one of: %(known)s.",
                    value=chosen[name],
                    name=name,
                    known=", ".join(value for value, _ in option.choices),
                )
            if option.check is not None:
                option.check(chosen[name])
        return chosen
