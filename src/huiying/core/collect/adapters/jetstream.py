"""Posts of the Bluesky network from a Jetstream server, as far as the desk's watches find them."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit, urlunsplit

import msgspec

from huiying.core.collect.adapter import About, Adapter, Body, Carriage, Option
from huiying.core.collect.own_id import own_id, without_handles
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import Kind, RawItem, Refusal

COLLECTION = "app.bsky.feed.post"
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class _Record(msgspec.Struct):
    # Neither facets nor reply nor embed: they name others.
    text: str = ""
    createdAt: str = ""
    langs: list[str] | None = None


class _Commit(msgspec.Struct):
    operation: str = ""
    collection: str = ""
    rkey: str = ""
    record: _Record | None = None


class _Message(msgspec.Struct):
    kind: str = ""
    time_us: int = 0
    did: str = ""  # goes into the digest of the post's id and nowhere else
    commit: _Commit | None = None


_decode = msgspec.json.Decoder(_Message).decode


class Posted(msgspec.Struct, frozen=True):
    """One message: at which microsecond of the stream, and the post that came or the id of one that its writer took back."""

    time_us: int
    item: RawItem | None = None
    gone: str = ""


def address(about: About) -> str:
    """The stream of posts. Where to go on is added by whoever listens."""
    parts = urlsplit(about.url)
    return urlunsplit((parts.scheme, parts.netloc, "/subscribe", f"wantedCollections={COLLECTION}", ""))


def message(line: bytes, about: About) -> Posted | None:
    """What one message says; None for what is no post. Raises Refusal for bytes that are no message.

    A post that was changed counts as taken back: its writer no longer stands by the words we have.
    """
    try:
        said = _decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refusal("This is not a message of a Jetstream server: %(reason)s.", reason=str(error)) from None
    commit = said.commit
    if said.kind != "commit" or commit is None or commit.collection != COLLECTION or not (said.did and commit.rkey):
        return Posted(said.time_us) if said.time_us else None
    key = own_id(about.salt, said.did, commit.rkey)
    if commit.operation in ("delete", "update"):
        return Posted(said.time_us, gone=key)
    if commit.operation != "create" or commit.record is None or not _wanted(commit.record, about):
        return Posted(said.time_us)
    item = RawItem(
        source=about.name,
        native_id=key,
        kind=about.kind,
        text=html.escape(without_handles(commit.record.text), quote=False),
        lang=(commit.record.langs or [""])[0],
        published_raw=commit.record.createdAt,
    )
    return Posted(said.time_us, item)


def _wanted(record: _Record, about: About) -> bool:
    wanted = set(_LANGUAGE.findall(str(about.options.get("languages") or "").lower()))
    said = {found[0] for lang in record.langs or () if (found := _LANGUAGE.match(lang.lower()))}
    return bool(record.text.strip()) and (not wanted or not said or bool(wanted & said))


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """The posts in messages, one a line."""
    found = [one for line in body.content.splitlines() if line.strip() and (one := message(line, about)) is not None]
    gone = [one.gone for one in found if one.gone]
    return Reading("", tuple(one.item for one in found if one.item and one.item.native_id not in gone), gone=tuple(gone))


JETSTREAM = Adapter(
    name="jetstream",
    title="Bluesky posts (Jetstream)",
    terms="Jetstream servers give the public posts of the network to everybody; you may run one. A post that its writer deletes is "
    "erased here too.",
    personal="Whoever wrote is never kept, nor whom a post mentions. Only posts that a watch finds are kept, without address, their id "
    "as a digest.",
    read=read,
    carriage=Carriage.STREAM,
    kind=Kind.POST,
    address=address,
    options=(Option("languages", "Languages", "zh, en", help="Like zh, en; empty for all."),),
)
