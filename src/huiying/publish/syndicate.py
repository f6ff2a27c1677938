"""The Atom feed of statements (RFC 4287): a correction keeps the entry's id and moves `updated`."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from xml.etree import ElementTree

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, override

from huiying.core.record import GENESIS
from huiying.core.statement.content import Content
from huiying.publish import plain, revisions
from huiying.store.models import Entry

ATOM = "http://www.w3.org/2005/Atom"
LONGEST = 50
"""Statements in the feed; older ones stay on the pages."""


@dataclass(frozen=True)
class FeedEntry:
    """One statement as the feed shows it. `html` is the content; `lang` is a BCP 47 tag; times are aware."""

    id: str
    title: str
    link: str
    lang: str
    html: str
    published: datetime
    updated: datetime


@dataclass(frozen=True)
class Feed:
    """The frame around the entries. `body` is the only author there is; `updated` is the feed's own time while it has no entry."""

    id: str
    title: str
    subtitle: str
    body: str
    lang: str
    home: str
    address: str
    updated: datetime


def feed(frame: Feed, entries: Sequence[FeedEntry]) -> bytes:
    """The Atom document as UTF-8; the same rows give the same bytes."""
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": frame.lang})
    _add(root, "id", frame.id)
    _add(root, "title", frame.title)
    _add(root, "subtitle", frame.subtitle)
    _add(root, "updated", _time(max((entry.updated for entry in entries), default=frame.updated)))
    _add(_add(root, "author"), "name", frame.body)
    _add(root, "link", rel="alternate", type="text/html", href=frame.home)
    _add(root, "link", rel="self", type="application/atom+xml", href=frame.address)
    for entry in entries:
        node = _add(root, "entry", **{"xml:lang": entry.lang})
        _add(node, "id", entry.id)
        _add(node, "title", entry.title)
        _add(node, "link", rel="alternate", type="text/html", href=entry.link)
        _add(node, "published", _time(entry.published))
        _add(node, "updated", _time(entry.updated))
        _add(node, "content", entry.html, type="html")
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def fingerprint(*parts: str) -> str:
    """A short hash of everything that the feed depends on, for conditional requests."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def entry_of(found: revisions.PublicStatement, *, host: str, namespace: uuid.UUID) -> FeedEntry:
    """The entry of one statement, in the statement's own language."""
    content = found.latest.content
    link = f"{host}/statements/{found.id}/"
    with override("zh-hans" if content.lang == "zh" else "en"):
        return FeedEntry(
            id=uuid.uuid5(namespace, f"statement:{found.id}").urn,
            title=plain.marked_title(content, corrected=found.corrected, withdrawn=found.withdrawn),
            link=link,
            lang="zh-Hans" if content.lang == "zh" else content.lang,
            html=_note(found) + _body(content) + _foot(link),
            published=found.published_at,
            updated=found.updated_at,
        )


def latest(*, body: str, lang: str, host: str) -> tuple[Feed, list[FeedEntry]]:
    """What the feed shows now. `host` is the public address without a slash at its end."""
    namespace, began = origin()
    entries = [entry_of(found, host=host, namespace=namespace) for found in revisions.statements(stop=LONGEST)]
    frame = Feed(
        id=uuid.uuid5(namespace, "feed").urn,
        title=gettext("Statements of %(body)s") % {"body": body},
        subtitle=gettext("Every statement with its corrections. A corrected statement keeps its place and shows what changed."),
        body=body,
        lang=lang,
        home=f"{host}/",
        address=f"{host}/feed.atom",
        updated=began,
    )
    return frame, entries


def origin() -> tuple[uuid.UUID, datetime]:
    """What ids of public things are made from, and when the record began."""
    # Ids rest on the record's first entry, which never changes: they outlive a move to another host.
    first = Entry.objects.order_by("id").first()
    if first is None:
        return uuid.uuid5(uuid.NAMESPACE_OID, GENESIS), datetime(1970, 1, 1, tzinfo=UTC)
    return uuid.uuid5(uuid.NAMESPACE_OID, first.hash), datetime.fromisoformat(first.at)


def _note(found: revisions.PublicStatement) -> str:
    last = found.latest
    when = date_format(localtime(last.published_at), gettext("j F Y, H:i"))
    if last.withdrawn:
        words = gettext("Withdrawn on %(when)s. We no longer stand by this text; it stays readable. Reason: %(reason)s")
    elif found.corrected:
        words = gettext("Corrected on %(when)s. Reason: %(reason)s")
    else:
        return ""
    return f"<p><strong>{escape(words % {'when': when, 'reason': last.reason})}</strong></p>"


def _body(content: Content) -> str:
    return "".join(f"<p>{escape(sentence.text)}</p>" for sentence in content.sentences)


def _foot(link: str) -> str:
    return f'<p><a href="{escape(link)}">{escape(gettext("Read it with every revision and what was checked"))}</a></p>'


def _add(parent: ElementTree.Element, tag: str, text: str = "", **attributes: str) -> ElementTree.Element:
    node = ElementTree.SubElement(parent, tag, attributes)
    node.text = _printable(text) or None
    return node


def _printable(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold (section 2.2)."""
    return "".join(c for c in text if c in "\t\n\r" or "\x20" <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000")


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
