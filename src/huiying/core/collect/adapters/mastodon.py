"""Public posts under one hashtag on a Mastodon server."""

from __future__ import annotations

import html
import re
from urllib.parse import quote, urlsplit, urlunsplit

import msgspec

from huiying.core.collect.adapter import About, Adapter, Body, Option
from huiying.core.collect.own_id import own_id, without_handles
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import Kind, RawItem, Refusal

_TAG = re.compile(r"\w{1,100}\Z")


class _Other(msgspec.Struct):
    """Another's post that was passed on: that there is one is all that is read of it."""


class _Status(msgspec.Struct):
    # No account, no mentions, no media; no url either: it holds the handle of who wrote.
    id: str | int
    visibility: str = ""
    content: str | None = None
    spoiler_text: str | None = None
    created_at: str | None = None
    language: str | None = None
    reblog: _Other | None = None


class _Said(msgspec.Struct):
    error: str = ""


def address(about: About) -> str:
    """The newest forty posts under the hashtag."""
    parts = urlsplit(about.url)
    tag = quote(str(about.options.get("tag") or "").lstrip("#＃"), safe="")
    query = "limit=40" + ("&local=true" if about.options.get("local") == "1" else "")
    return urlunsplit((parts.scheme, parts.netloc, f"/api/v1/timelines/tag/{tag}", query, ""))


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """The public posts of a timeline. Their id is kept as a digest, their address not at all: both lead to a person."""
    try:
        found = msgspec.json.decode(body.content, type=list[_Status] | _Said)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal("This is not a timeline of a Mastodon server: %(reason)s.", reason=str(error)) from None
    if isinstance(found, _Said):
        raise Refusal("The Mastodon server does not give its timeline: %(reason)s.", reason=found.error[:200])
    host = urlsplit(body.url).hostname or ""
    return Reading("", tuple(_item(status, host, about) for status in found if status.visibility == "public" and status.reblog is None))


def _item(status: _Status, host: str, about: About) -> RawItem:
    warned = f"<p>{html.escape(status.spoiler_text, quote=False)}</p>" if status.spoiler_text else ""
    return RawItem(
        source=about.name,
        native_id=own_id(about.salt, host, str(status.id)),
        kind=about.kind,
        text=without_handles(warned + (status.content or "")),
        lang=status.language or "",
        published_raw=status.created_at or "",
    )


def _tag(value: object) -> None:
    if not _TAG.match(str(value).lstrip("#＃")):
        raise Refusal("%(value)s is not one hashtag; write it without spaces, like 停水.", value=value)


MASTODON = Adapter(
    name="mastodon",
    title="Hashtag on a Mastodon server",
    terms="The server gives public timelines to programs by a documented interface and limits how often; its own terms apply. Some "
    "servers refuse.",
    personal="Whoever wrote is never read, nor whom a post mentions; its address holds the handle and is not kept, its id only as a "
    "digest.",
    read=read,
    kind=Kind.POST,
    address=address,
    options=(
        Option("tag", "Hashtag", help="One, without #.", check=_tag),
        Option("local", "Posts of", "0", choices=(("0", "every server that it knows"), ("1", "this server alone"))),
    ),
)
