"""Feeds: RSS, Atom, RDF and JSON Feed into raw items. Who wrote an entry is in none, nor where they were.

Where voices are counted, a name goes through the door (collect/voice.py) while its entry is read, and only a keyed number comes out.
"""

from __future__ import annotations

import html
import io
import re
from collections import Counter
from hashlib import blake2b
from typing import Any
from urllib.parse import urljoin

import feedparser
import msgspec

from huiying.core.collect.charset import canonical_charset, decode
from huiying.core.collect.markup import xml_text
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import Kind, RawItem, Refusal

_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
# Channels of RSS 1.1 and CDF, whose versions nobody knows any more, may have no items today.
_ROOTS = frozenset({"channel", "rdf", "rss"})
_WEB = re.compile(r"\s*https?:", re.I)
_CONTROLS = re.compile("[\x00-\x1f]")
_COMMENTS = re.compile(r"<!--.*?-->|<\?.*?\?>", re.S)
_BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}


class _Entry(msgspec.Struct):
    # Only what may be kept is named here, so that nothing else is ever decoded.
    id: str | int | float | None = None
    url: str | None = None
    external_url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | int | float | None = None
    date_modified: str | int | float | None = None
    language: str | None = None


class _Spoken(_Entry):
    # of any shape: a feed is not refused for how it names people
    authors: Any = None
    author: Any = None


class _JsonFeed(msgspec.Struct):
    version: str = ""
    title: str | None = None
    language: str | None = None
    items: list[_Entry] | None = None


class _SpokenFeed(msgspec.Struct):
    version: str = ""
    title: str | None = None
    language: str | None = None
    items: list[_Spoken] | None = None


def parse_feed(
    body: bytes,
    *,
    source: str,
    kind: Kind,
    url: str,
    content_type: str = "",
    charset: str = "",
    remembered: str = "",
    voice: Voice | None = None,
) -> Reading:
    """The items of a feed that was fetched from `url`.

    `charset` is what the transport declared, `remembered` what this source used before (`Reading.charset`). Dates stay as written; text and
    titles may be markup. `voice` makes a keyed number of a name; without it no name is read.
    Raises Refusal for a body that is no feed, saying what it looks like.
    """
    if not body.strip(b" \t\r\n\0"):
        raise Refusal("The feed is empty. If it stays so, check the address with the site that publishes it.")
    for magic, name in _BINARY.items():
        if body.startswith(magic):
            raise Refusal("This address gives %(what)s, not a feed. Enter the address of the site's RSS, Atom or JSON Feed.", what=name)
    head = body[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b"{", b"[")):
        return _json_feed(body, source=source, kind=kind, url=url, charset=charset, remembered=remembered, voice=voice)
    return _xml_feed(
        body, source=source, kind=kind, url=url, content_type=content_type, charset=charset, remembered=remembered, voice=voice
    )


def _xml_feed(
    body: bytes, *, source: str, kind: Kind, url: str, content_type: str, charset: str, remembered: str, voice: Voice | None
) -> Reading:
    decoded = xml_text(body, charset=charset, remembered=remembered)
    parsed = _parsed(decoded.text)
    if not parsed.version and not parsed.entries and _root(decoded.text) not in _ROOTS:
        raise _not_a_feed(decoded.text, content_type)
    feed = parsed.feed
    # Atom says its language on every element, "" where it takes it back.
    lang = "" if parsed.version.startswith("atom") else str(feed.get("language") or "")
    items = [_from_entry(entry, source=source, kind=kind, url=url, lang=lang) for entry in parsed.entries]
    ttl = str(feed.get("ttl") or "").strip()
    return Reading(
        str(feed.get("title") or "").strip(),
        _distinct(items),
        decoded.charset,
        int(ttl) if ttl.isdecimal() and len(ttl) < 7 else None,
        tuple(voice(str(entry.get("author") or "")) for entry in parsed.entries) if voice else (),
    )


def _parsed(text: str) -> Any:
    try:
        return feedparser.parse(
            io.BytesIO(b'<?xml version="1.0" encoding="utf-8"?>\n' + text.encode("utf-8", "replace")),
            # No content-location: it would make ids absolute, and another address of the feed would make every item new.
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,  # clean.text does it once, for every kind of source
            resolve_relative_uris=False,
        )
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        # It is lenient, but not against everything that can be written.
        raise Refusal(
            "The feed is too damaged to be read (%(reason)s). Ask its publisher to check it.", reason=type(error).__name__
        ) from None


def _from_entry(entry: Any, *, source: str, kind: Kind, url: str, lang: str) -> RawItem:
    # dict.get: feedparser's own get() maps a missing "updated" to "published" and warns.
    content = entry.get("content") or [entry.get("summary_detail") or {}]
    body = max(content, key=lambda part: "html" in (part.get("type") or ""))
    # A title that stands deeper in the entry takes over the detail, but not the title.
    title = {**(entry.get("title_detail") or {}), "value": entry.get("title")}
    return RawItem(
        source=source,
        native_id=str(entry.get("id") or "").strip(),
        kind=kind,
        url=_absolute(url, _link(entry)),
        title=_markup(title),
        text=_markup(body) or _markup(entry.get("summary_detail")),
        lang=str(body.get("language") or title.get("language") or lang),
        published_raw=str(dict.get(entry, "published") or dict.get(entry, "updated") or dict.get(entry, "created") or "").strip(),
    )


def _link(entry: Any) -> str:
    """The address of the entry's own page, which an attachment without an address does not take over."""
    link = str(entry.get("link") or "")
    alternate = [str(row["href"]) for row in entry.get("links") or () if row.get("rel") == "alternate" and row.get("href")]
    if alternate and link not in alternate:
        link = alternate[0]
    elif not alternate and not _WEB.match(link):
        link = ""  # an id that is no address is no link either
    return link.strip()


def _absolute(base: str, link: str) -> str:
    try:
        return urljoin(base, link) if link else ""
    except ValueError:
        return ""  # no address, such as http://[


def _markup(detail: Any) -> str:
    """A text construct as markup: plain text is escaped, so that cleaning gives it back as it was."""
    value = str((detail or {}).get("value") or "")
    return html.escape(value, quote=False) if (detail or {}).get("type") == "text/plain" else value


def _json_feed(body: bytes, *, source: str, kind: Kind, url: str, charset: str, remembered: str, voice: Voice | None) -> Reading:
    decoded = decode(body, declared=charset if canonical_charset(charset) != "utf-8" else "", remembered=remembered)
    try:
        # Some publishers leave line breaks and tabs unescaped inside strings.
        plain = _CONTROLS.sub(" ", decoded.text).encode("utf-8", "replace")
        feed = msgspec.json.decode(plain, type=_SpokenFeed) if voice else msgspec.json.decode(plain, type=_JsonFeed)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Refusal("This looks like JSON but could not be read as a JSON Feed: %(reason)s.", reason=str(error)) from None
    if "jsonfeed" not in feed.version and feed.items is None:
        raise Refusal("This is JSON but not a JSON Feed: it has no version and no items. Enter the address of the feed itself.")
    items = []
    for entry in feed.items or ():
        address = entry.url or entry.external_url or ""
        text = entry.content_html or html.escape(entry.content_text or entry.summary or "", quote=False)
        native = "" if entry.id is None else str(int(entry.id) if isinstance(entry.id, float) and entry.id.is_integer() else entry.id)
        date = entry.date_published if entry.date_published is not None else entry.date_modified
        items.append(
            RawItem(
                source=source,
                native_id=native.strip(),
                kind=kind,
                url=_absolute(url, address.strip()),
                title=html.escape(entry.title or "", quote=False),
                text=text,
                lang=entry.language or feed.language or "",
                published_raw="" if date is None else str(date).strip(),
            )
        )
    voices = tuple(voice(_named(entry)) for entry in feed.items or () if isinstance(entry, _Spoken)) if voice else ()
    return Reading((feed.title or "").strip(), _distinct(items), decoded.charset, None, voices)


def _named(entry: _Spoken) -> str:
    """The first name that a JSON entry gives to who wrote it, for the door."""
    for found in [*(entry.authors if isinstance(entry.authors, list) else ()), entry.author]:
        name = found.get("name") or found.get("url") if isinstance(found, dict) else found
        if isinstance(name, str) and name.strip():
            return name
    return ""


def _distinct(items: list[RawItem]) -> tuple[RawItem, ...]:
    """The same items, with ids that one feed uses more than once told apart by link and title (or text), whatever their order.

    An entry without an id has its link for one. Where link and title are the same as well, the text tells.
    """
    used = Counter(item.native_id or item.url for item in items)
    alike = Counter((item.native_id or item.url, item.url, item.title) for item in items)
    return tuple(
        msgspec.structs.replace(
            item,
            native_id=f"{own}#{_digest(item.url, item.title or item.text, *([item.text] if alike[own, item.url, item.title] > 1 else ()))}",
        )
        if (own := item.native_id or item.url) and used[own] > 1
        else item
        for item in items
    )


def _digest(*parts: str) -> str:
    return blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _root(text: str) -> str:
    match = _ROOT.search(_COMMENTS.sub("", text[:4000]))
    return match[2].lower() if match else ""


def _not_a_feed(text: str, content_type: str) -> Refusal:
    start, root = _COMMENTS.sub("", text[:4000]).lstrip(), _root(text)
    if start[:15].lower().startswith("<!doctype html") or root in {"html", "head", "body", "div", "script", "meta", "p"}:
        return Refusal("This address gives a web page, not a feed. Look on the page for its RSS or feed link and enter that address.")
    if root in {"urlset", "sitemapindex"}:
        return Refusal("This is a sitemap, not a feed. Add it as a sitemap source instead.")
    if root == "opml":
        return Refusal("This is a list of subscriptions (OPML), not a feed. Import it instead; every feed in it becomes a source.")
    if root and start.startswith("<"):
        return Refusal(
            "This is XML that begins with <%(root)s>, not a feed. Enter the address of the site's RSS, Atom or JSON Feed.", root=root
        )
    return Refusal(
        "This is not a feed: it begins “%(start)s” (declared type: %(type)s). Enter the address of the site's RSS, Atom or JSON Feed.",
        start=start[:40],
        type=content_type or "none",
    )
