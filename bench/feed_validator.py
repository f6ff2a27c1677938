"""The cases of the W3C feed validator: what a plain reading of each finds must be found, whatever is wrong with the rest of it.

The corpus says which message its validator gives, not what a reader should read. So the plain reading is the standard library's: the
elements as they stand. An entry must never be lost; what an error is about is left out of the comparison.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import msgspec

from bench.feed_cases import LATER, Case, files, ours, own_id, text_of, theirs
from huiying.core.clean.dates import EARLIEST, parse_date
from huiying.core.clean.text import plain
from huiying.core.collect.reading import Reading
from huiying.core.types import Refusal

_EXPECT = re.compile(r"Expect:\s*(!?)(\w+)\s*(?:\{([^}]*)\})?")
_FEEDS = {"rss", "feed", "rdf", "channel", "entry"}
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified", "created")
_FIELD = {"title": "title", "link": "link", "guid": "id", "id": "id", **dict.fromkeys(_DATES, "date")}
_OPENED = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>/]")
_APART = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.S)
# messages without an element, by the field that they are about
_ABOUT = (("date", ("Date", "Updated")), ("link", ("Link", "Href", "Permalink")), ("id", ("GUID", "TAG", "URN", "NSS", "Ids", "Entries")))


class Read(msgspec.Struct):
    """An entry as one reader has it; a title in the forms that it may have, every page that an entry gives as its own."""

    title: tuple[str, ...] = ("",)
    link: tuple[str, ...] = ()
    id: str = ""
    date: datetime | None = None


def by_hand(root: ElementTree.Element, where: str) -> list[Read]:
    """The entries of a well-formed document, by its elements alone."""
    return [_read(entry, base) for entry, base in _entries(root, urljoin(where, root.get(_BASE, "")))]


def _entries(element: ElementTree.Element, base: str) -> list[tuple[ElementTree.Element, str]]:
    if _local(element) == "entry":
        return [(element, base)]
    found = []
    for child in element:
        below = urljoin(base, child.get(_BASE, ""))
        if _local(child) in ("item", "entry"):
            found.append((child, below))
        elif _local(child) in ("channel", "items"):
            found += _entries(child, below)
    return found


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _read(entry: ElementTree.Element, base: str) -> Read:
    space = entry.tag.rpartition("}")[0]
    read = Read()
    for child in entry:
        own = child.tag.rpartition("}")[0] in (space, "{http://purl.org/dc/elements/1.1") if isinstance(child.tag, str) else False
        name, text = child.tag.rpartition("}")[2] if own else "", "".join(child.itertext()).strip()
        if name == "title" and text and read.title == ("",):
            read.title = (" ".join(text.split()), plain(text))
        elif name == "link":
            href = child.get("href")
            if href is not None and child.get("rel", "alternate") == "alternate":
                read.link += (urljoin(urljoin(base, child.get(_BASE, "")), href.strip()),)
            elif href is None and space == "" and text:
                read.link += (urljoin(base, text),)
        elif name in ("guid", "id") and not read.id:
            read.id = text
    for name in _DATES:
        texts = [child.text for child in entry if isinstance(child.tag, str) and child.tag.rpartition("}")[2] == name]
        if texts:
            read.date = moment_of((texts[0] or "").strip()) if len(texts) == 1 else None
            break
    return read


def moment_of(text: str) -> datetime | None:
    """A moment with its offset that the standard library can read."""
    for reader in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = reader(text)
        except (ValueError, TypeError, IndexError):
            continue
        if moment.tzinfo is not None and EARLIEST <= moment < LATER:
            return moment.astimezone(UTC)
    return None


def by_us(feed: Reading | Refusal) -> list[Read] | None:
    """The entries as the product has them, None where it takes the document for no feed."""
    if isinstance(feed, Refusal):
        return None
    return [
        Read((plain(item.title),), (item.url,), own_id(item.native_id), parse_date(item.published_raw, zone=UTC, now=LATER))
        for item in feed.items
    ]


def by_them(parsed: Any) -> list[Read] | None:
    """The entries as feedparser alone has them."""
    if not parsed.version and not parsed.entries:
        return None
    found = []
    for entry in parsed.entries:
        moment = next(
            (dict.get(entry, name) for name in ("published_parsed", "updated_parsed", "created_parsed") if dict.get(entry, name)), None
        )
        date = datetime(*moment[:6], tzinfo=UTC) if moment else None
        title = str(entry.get("title") or "")
        found.append(Read((plain(title), title), (str(entry.get("link") or ""),), str(entry.get("id") or ""), date))
    return found


def contested(sign: str, message: str, parameters: str) -> set[str]:
    """The fields that the expected message calls wrong."""
    if sign == "!" or message.startswith("Valid"):
        return set()
    named = dict(part.partition(":")[::2] for part in parameters.replace(" ", "").split(","))
    if named.get("element"):
        return {_FIELD.get(named["element"].rpartition(":")[2], ""), _FIELD.get(named.get("parent", ""), "")} - {""}
    return {field for field, words in _ABOUT if any(word in message for word in words)}


def lost(found: list[Read] | None, truth: list[Read], skipped: set[str]) -> str:
    """The first thing in the plain reading that a reader does not have, "" where it has all."""
    if found is None or len(found) != len(truth):
        return f"entries: {len(truth)} in the document, {'refused' if found is None else len(found)} read"
    for got, want in zip(found, truth, strict=True):
        if "title" not in skipped and want.title != ("",) and not set(got.title) & set(want.title):
            return f"title {got.title}, wanted {want.title}"
        if "link" not in skipped and want.link and not set(got.link) & set(want.link):
            return f"link {got.link}, wanted {want.link}"
        for field in ("id", "date"):
            wanted = getattr(want, field)
            if field not in skipped and wanted and getattr(got, field) != wanted:
                return f"{field} {getattr(got, field)}, wanted {wanted}"
    return ""


def table(archive: Path) -> tuple[list[str], list[str]]:
    """Rows of the share that agrees; and every case in which we do not."""
    right, alone, total = Counter[str](), Counter[str](), Counter[str]()
    wrong = []
    for name, body in files(archive):
        text = text_of(body)
        match = _EXPECT.search(text)
        if match is None or name.endswith((".html", "LICENSE")):
            continue
        case = Case(name.partition("/")[2], body, {}, "")
        mine, other = by_us(ours(case)), by_them(theirs(case))
        kind, here, there = _judge(case, text, mine, other, contested(match[1], match[2], match[3] or ""))
        total[kind] += 1
        right[kind] += not here
        alone[kind] += not there
        if here:
            wrong.append(f"{case.name} ({match[0][:80]}): {here}")
    kinds = ("feeds, well-formed", "feeds, not well-formed", "no feeds")
    rows = [f"| W3C: all cases | {total.total():,} | {right.total() / total.total():.4f} | {alone.total() / total.total():.4f} |"]
    rows += [f"| W3C: {kind} | {total[kind]:,} | {right[kind] / total[kind]:.4f} | {alone[kind] / total[kind]:.4f} |" for kind in kinds]
    return rows, wrong


def _judge(case: Case, text: str, mine: list[Read] | None, other: list[Read] | None, skipped: set[str]) -> tuple[str, str, str]:
    try:
        root = ElementTree.fromstring(case.body)  # noqa: S314 - a test corpus
    except (ElementTree.ParseError, ValueError, LookupError):
        if case.name.split("/")[1] in ("kml", "opml", "opensearch"):
            return "no feeds", *(f"taken for a feed of {len(found)}" if found else "" for found in (mine, other))
        opened = len(_OPENED.findall(_APART.sub("", text)))
        missed = [f"entries: {opened} opened, {found and len(found)} read" for found in (mine, other)]
        return "feeds, not well-formed", *(
            "" if opened <= len(found or ()) else said for found, said in zip((mine, other), missed, strict=True)
        )
    if _local(root) not in _FEEDS:
        return "no feeds", *(f"taken for a feed of {len(found)}" if found else "" for found in (mine, other))
    truth = by_hand(root, "http://127.0.0.1:8097/tests/" + case.name)
    return "feeds, well-formed", lost(mine, truth, skipped), lost(other, truth, skipped)
