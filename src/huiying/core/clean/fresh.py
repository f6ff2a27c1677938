"""Which items of a reading are new. Sources use one id for several items, give an item another id at every reading, or one id to all.

Two things must not happen: an item whose content is known is told of again, and an item is lost because it shares another's id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from urllib.parse import urlsplit

import msgspec

from huiying.core.types import Item


class Stored(msgspec.Struct, frozen=True):
    """What is kept of an item that came before under some id."""

    url: str
    title: str


class Known(msgspec.Struct, frozen=True):
    """What a source said before: items by their id, the marks of contents, and pages (address and title) of late."""

    ids: dict[str, Stored]
    marks: frozenset[str]
    pages: frozenset[tuple[str, str]] = frozenset()


def mark_of(item: Item) -> str:
    """What an item says, in 32 characters: the same words under a new id are not news.

    A title alone says too little (every 停水通知 has the same), so that its page counts with it, or its date where it has no page.
    """
    rest = item.text or (item.url if telling(item.url) else "") or (item.published_at.isoformat() if item.published_at else "")
    return _digest(item.title, rest)


def telling(url: str) -> bool:
    """Whether an address can tell one item from another: the front page of a site cannot."""
    parts = urlsplit(url)
    return parts.path not in ("", "/") or bool(parts.query)


def another_id(item: Item) -> str:
    """The id of an item whose own id belongs to another: the same at every reading."""
    return f"{item.id[:200]}#{_digest(item.url, item.title, '' if item.title else item.text)[:16]}"


def fresh(items: Sequence[Item], known: Known) -> list[tuple[Item, str]]:
    """The items that are not known, oldest first, each once and with its mark.

    An item under a known id is an edit of it as long as it keeps its page or its title; otherwise it is another item, under
    `another_id`. One under a new id is known where its content is, or where its page and title are.
    """
    shared = {url for url, count in Counter(item.url for item in items).items() if count > 1}
    ids, marks, pages = dict(known.ids), set(known.marks), set(known.pages)
    found = []
    for item in sorted(items, key=lambda item: (item.at, item.id)):
        mark = mark_of(item)
        if mark in marks:
            continue
        before = ids.get(item.id)
        if before is not None:
            item = msgspec.structs.replace(item, id=another_id(item))
            if _same(item, before) or item.id in ids:
                continue
        elif (item.url, item.title) in pages and item.title and telling(item.url) and item.url not in shared:
            continue
        ids[item.id] = Stored(item.url, item.title)
        marks.add(mark)
        found.append((item, mark))
    return found


def _same(item: Item, before: Stored) -> bool:
    """Whether what now stands under an id is still the item that stood there."""
    if item.url and item.url == before.url and telling(item.url):
        return True
    if item.title or before.title:
        return item.title == before.title
    return not (telling(item.url) and telling(before.url))


def _digest(*parts: str) -> str:
    return blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
