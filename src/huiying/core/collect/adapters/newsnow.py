"""A hot list from a newsnow server that the operator runs or answers for."""

from __future__ import annotations

import html
import re
from urllib.parse import urlencode, urlsplit, urlunsplit

import msgspec

from huiying.core.collect.adapter import About, Adapter, Body, Option
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import Kind, RawItem, Refusal

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}\Z")


class _Entry(msgspec.Struct):
    id: str | int | float | None = None
    title: str = ""
    url: str = ""
    pubDate: str | int | float | None = None


class _List(msgspec.Struct):
    items: list[_Entry] = []
    status: str = ""
    message: str = ""


def address(about: About) -> str:
    """The list of one of its sources."""
    parts = urlsplit(about.url)
    folder = parts.path.rstrip("/").removesuffix("/api/s")
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/api/s", urlencode({"id": str(about.options.get("id") or "")}), ""))


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """Titles and addresses in the order of the list, with their rank."""
    try:
        found = msgspec.json.decode(body.content, type=_List)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal("This is not a list of a newsnow server: %(reason)s.", reason=str(error)) from None
    if found.status not in ("success", "cache"):
        raise Refusal("This is not a list of a newsnow server: %(reason)s.", reason=found.message[:200] or found.status[:40] or "no status")
    return Reading("", tuple(_item(entry, rank, about) for rank, entry in enumerate(found.items, 1) if entry.title))


def _item(entry: _Entry, rank: int, about: About) -> RawItem:
    date = entry.pubDate
    return RawItem(
        source=about.name,
        native_id="" if entry.id is None else str(entry.id),
        kind=about.kind,
        url=entry.url,
        title=html.escape(entry.title, quote=False),
        published_raw="" if date is None else str(int(date)) if isinstance(date, float) else str(date),
        rank=rank,
    )


def _id(value: object) -> None:
    if not _ID.match(str(value)):
        raise Refusal("%(value)s is not the name of a list; it stands in the address of the newsnow server after id=.", value=value)


NEWSNOW = Adapter(
    name="newsnow",
    title="Hot list of your own newsnow server",
    terms="You run the server or answer for it: some of its lists are taken from sites that offer no interface. Put on the register "
    "only those you may read.",
    personal="It gives titles and addresses; nothing about persons is read, and titles are masked as any text.",
    read=read,
    kind=Kind.HOTLIST,
    address=address,
    options=(Option("id", "Name of the list", help="As in /api/s?id=…", check=_id),),
)
