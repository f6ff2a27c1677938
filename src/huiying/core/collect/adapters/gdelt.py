"""GDELT DOC 2.0: what newspapers of the world published on a query."""

from __future__ import annotations

import html
import re
from urllib.parse import urlencode, urlsplit, urlunsplit

import msgspec

from huiying.core.collect.adapter import About, Adapter, Body, Option
from huiying.core.collect.charset import decode
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import RawItem, Refusal

_SEEN = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\Z")
_SPAN = re.compile(r"[1-9]\d{0,2}(?:min|h|d|w)\Z")
_CODES = {"chinese": "zh", "english": "en"}


class _Article(msgspec.Struct):
    url: str = ""
    title: str = ""
    seendate: str = ""
    domain: str = ""
    language: str = ""


class _Found(msgspec.Struct):
    articles: list[_Article] = []


def address(about: About) -> str:
    """The newest articles on the query, at most 250."""
    parts = urlsplit(about.url)
    query = {
        "query": str(about.options.get("query") or ""),
        "mode": "artlist",
        "format": "json",
        "sort": "datedesc",
        "maxrecords": "250",
        "timespan": str(about.options.get("timespan") or "1d"),
    }
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(query), ""))


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """Titles and addresses of articles. The service explains itself in plain text where it refuses, and that is passed on."""
    text = decode(body.content, declared="utf-8").text
    try:
        found = msgspec.json.decode(text.encode("utf-8", "replace"), type=_Found)
    except (msgspec.DecodeError, RecursionError):
        said = " ".join(text.split())[:160]
        raise Refusal("GDELT gave no list of articles. It says: “%(said)s”.", said=said) from None
    return Reading("", tuple(_item(article, about) for article in found.articles if article.url and article.title))


def _item(article: _Article, about: About) -> RawItem:
    when = _SEEN.match(article.seendate)
    return RawItem(
        source=about.name,
        kind=about.kind,
        url=article.url,
        title=html.escape(article.title, quote=False),
        lang=_CODES.get(article.language.lower(), ""),
        published_raw="{}-{}-{}T{}:{}:{}Z".format(*when.groups()) if when else article.seendate,
    )


def _query(value: object) -> None:
    if not str(value).strip() or not str(value).isprintable() or len(str(value)) > 500:
        raise Refusal('GDELT needs a query; write one as its documentation describes, like "water supply" sourcelang:chinese.')


def _span(value: object) -> None:
    if not _SPAN.match(str(value)):
        raise Refusal("%(value)s is not a length of time as GDELT writes it, like 1h, 1d or 2w.", value=value)


GDELT = Adapter(
    name="gdelt",
    title="News of the world on a query (GDELT DOC 2.0)",
    terms="GDELT gives its index to everybody, asks to be named where it is quoted, and limits how often it is asked: every 15 minutes "
    "is enough.",
    personal="It gives titles and addresses of articles and nothing about who wrote them; titles are masked as any text.",
    read=read,
    address=address,
    options=(
        Option("query", "Query", help='As GDELT writes it: words, "phrases", (a OR b), sourcelang:chinese.', check=_query),
        Option("timespan", "How far back", "1d", help="Like 1h, 1d or 2w.", check=_span),
    ),
)
