"""Sitemaps and news sitemaps: the addresses that a site names to programs, of which only the new ones are items."""

from __future__ import annotations

import re
import zlib
from datetime import UTC, datetime, timedelta
from html import escape

from huiying.core.collect.adapter import ARTICLES, About, Adapter, Body, Option
from huiying.core.collect.document import absolute
from huiying.core.collect.markup import xml_text
from huiying.core.collect.page_date import addressed
from huiying.core.collect.reading import Reading
from huiying.core.collect.seen import MOST_SEEN
from huiying.core.collect.voice import Voice
from huiying.core.types import RawItem, Refusal

MOST_INFLATED = 24 * 1024 * 1024
MOST_ENTRIES = 50_000
LONGEST_ENTRY = 20_000  # characters
MOST_ITEMS = 500
MOST_PARTS = 20
DAYS = 3
_AHEAD = timedelta(days=1)

_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)")
_ENTRY = re.compile(r"<(?:[\w-]{1,20}:)?(?:url|sitemap)(?=[\s>])")
# no part of it can run on past the next tag, nor gives back what it took: the time is linear, whatever is sent
_FIELD = re.compile(
    r"<(?:([\w-]{1,20}):)?(loc|lastmod|title|publication_date|language)(?:\s[^<>]*)?>([^<]*+(?:<!\[CDATA\[(?:(?!\]\]>)[^<])*+\]\]>[^<]*+)?)<"
)
_ROOT = re.compile(r"<(?:[\w-]+:)?(urlset|sitemapindex)[\s>]")
_ENTITY = re.compile(r"&(amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """The entries of a sitemap that are new by their dates, or the parts of an index of sitemaps.

    Where no entry has a date, all addresses are `named`: which of them are new, only what was seen before tells. Raises Refusal for a
    body that is none, and for such a sitemap with more addresses than are remembered, or whose pages must not be read.
    """
    decoded = xml_text(inflated(body.content), charset=body.charset, remembered=about.charset)
    root = _ROOT.search(decoded.text[:4000])
    if root is None:
        raise Refusal("This is not a sitemap. A sitemap is an XML file that begins with <urlset> or <sitemapindex>.")
    pieces = _ENTRY.split(decoded.text, MOST_ENTRIES + 1)[1 : MOST_ENTRIES + 1]
    entries = [_fields(piece[:LONGEST_ENTRY]) for piece in pieces]
    days = _days(about)
    if root[1] == "sitemapindex":
        return Reading("", (), decoded.charset, more=_parts(entries, body.url, about.now, days))
    items, dated, named = [], 0, list[str]()
    for entry in entries:
        url = absolute(body.url, entry.get("loc", ""))
        named.append(url)
        date = entry.get("publication_date") or entry.get("lastmod") or addressed(url)
        day = _day(date)
        dated += day is not None
        if not url or day is None or not about.now - timedelta(days=days) <= day <= about.now + _AHEAD:
            continue
        items.append(
            (
                day,
                RawItem(
                    source=about.name,
                    kind=about.kind,
                    url=url,
                    title=escape(entry.get("news:title", ""), quote=False),
                    lang=entry.get("language", ""),
                    published_raw=date,
                ),
            )
        )
    if entries and not dated:
        return Reading("", (), decoded.charset, named=_undated(tuple(url for url in named if url), about))
    # all of 50,000 addresses changed today means that the site writes today's date everywhere
    items.sort(key=lambda pair: pair[0], reverse=True)
    return Reading("", tuple(item for _, item in items[:MOST_ITEMS]), decoded.charset)


def _undated(named: tuple[str, ...], about: About) -> tuple[str, ...]:
    if len(named) >= MOST_SEEN:
        raise Refusal(
            "This sitemap names %(count)s addresses or more and gives none of them a date: too many to tell new ones from old ones. "
            "Add the page that lists the site's news instead.",
            count=MOST_SEEN,
            named="no_dates",
        )
    if about.options.get("articles") == "never":
        raise Refusal(
            "This sitemap gives neither dates nor titles, so the pages of new addresses must be read. Set “Full text of articles” to "
            "something else than “never read”, or add the page that lists the site's news instead.",
            named="no_dates",
        )
    return named


def inflated(content: bytes) -> bytes:
    """A body that may be gzip, inflated within bounds."""
    if not content.startswith(b"\x1f\x8b"):
        return content
    stream = zlib.decompressobj(31)
    try:
        out = stream.decompress(content, MOST_INFLATED + 1)
    except zlib.error:
        raise Refusal("The sitemap is packed, and broken: it cannot be unpacked.") from None
    if len(out) > MOST_INFLATED:
        raise Refusal("The sitemap is larger than %(limit)s MB when it is unpacked.", limit=MOST_INFLATED // (1024 * 1024))
    if not stream.eof:
        raise Refusal("The sitemap is packed, and broken: it cannot be unpacked.")
    return out


def _fields(markup: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _FIELD.finditer(markup):
        prefix, name = match[1] or "", match[2]
        # <image:title> and <video:title> are those of pictures
        if name == "title":
            name = "news:title" if prefix == "news" else ""
        elif prefix in ("image", "video"):
            name = ""
        if name:
            found.setdefault(name, _value(match[3]))
    return found


def _value(raw: str) -> str:
    text = raw.replace("<![CDATA[", "").replace("]]>", "") if "<![CDATA[" in raw else _ENTITY.sub(_entity, raw)
    return " ".join(text.split())[:2000]


def _entity(match: re.Match[str]) -> str:
    name = match[1]
    if name in _NAMED:
        return _NAMED[name]
    number = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    return chr(number) if 32 <= number < 0xD800 or 0xE000 <= number < 0x110000 else ""


def _parts(entries: list[dict[str, str]], base: str, now: datetime, days: int) -> tuple[str, ...]:
    """The parts of an index that can hold something new: newest first, then those without a date, news before others."""
    parts = []
    for place, entry in enumerate(entries):
        url, day = absolute(base, entry.get("loc", "")), _day(entry.get("lastmod", ""))
        if url and (day is None or day >= now - timedelta(days=days)):
            order = (0, -day.timestamp()) if day else (1, 0.0 if "news" in url.lower() else 1.0)
            parts.append((order, place, url))
    return tuple(dict.fromkeys(url for _, _, url in sorted(parts)))[:MOST_PARTS]


def _day(raw: str) -> datetime | None:
    """The end of the day of a date: zones are not weighed here, a day more is harmless."""
    match = _DAY.match(raw)
    try:
        return datetime(int(match[1]), int(match[2]), int(match[3]), 12, tzinfo=UTC) if match else None
    except ValueError:
        return None


def _days(about: About) -> int:
    given = about.options.get("days", DAYS)
    return given if isinstance(given, int) else DAYS


def check_days(value: object) -> None:
    """Refuses what is no number of days from 1 to 30."""
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 30:
        raise Refusal("A sitemap's entries count as new for 1 to 30 days, not %(value)s.", value=value)


SITEMAP = Adapter(
    name="sitemap",
    title="Sitemap or news sitemap",
    terms="A sitemap is published for programs. The terms of the site apply; "
    "its robots.txt is obeyed for the sitemap and for every page it names.",
    personal="A sitemap holds no data of persons. Bylines of the pages are never read; "
    "persons and numbers in the text are masked before anything is stored.",
    read=read,
    articles=True,
    options=(
        Option(
            "days", "Days for which an entry counts as new", DAYS, "Older entries are left alone: a site may name 50,000.", check=check_days
        ),
        ARTICLES,
    ),
)
