"""An item made whole by the article that its address leads to."""

from __future__ import annotations

import html
import re
from datetime import datetime, timedelta, tzinfo

import msgspec

from huiying.core.clean.dates import parse_date
from huiying.core.clean.text import plain
from huiying.core.collect.article import Article
from huiying.core.types import RawItem

_TIMED = re.compile(r"\d\s*[:：时点]\s*\d|\d{10}|T\d\d")


def completed(raw: RawItem, article: Article, *, zone: tzinfo, now: datetime, dated: bool = True) -> RawItem:
    """The item with the article's text where that says more, its title where there was none, its date where `dated` is not.

    `dated`: the item's own date is that of its publication. A sitemap's is that of the last change, and gives way to the article's.
    """
    text = html.escape(article.text, quote=False) if len(article.text) > len(plain(raw.text)) else raw.text
    date = raw.published_raw
    if not dated or not date or parse_date(date, zone=zone, now=now) is None:
        date = published(article, zone=zone, now=now) or date
    title = raw.title.strip()
    if not title or (title.rstrip().endswith(("…", "...")) and article.title.startswith(title.rstrip("….")[:20])):
        title = html.escape(article.title, quote=False) or raw.title
    return msgspec.structs.replace(raw, title=title, text=text, published_raw=date)


def published(article: Article, *, zone: tzinfo, now: datetime) -> str:
    """The article's date as written: what readers see first. A day alone is made exact by what the page tells to programs."""

    def read(raw: str) -> datetime | None:
        return parse_date(raw, zone=zone, now=now) if raw else None

    told = next((raw for raw in article.told if read(raw)), "")
    seen = next((raw for raw in article.seen if read(raw)), "")
    if not seen:
        return told
    exact, day = read(told), read(seen)
    if exact and day and not _TIMED.search(seen) and _TIMED.search(told) and timedelta(0) <= exact - day < timedelta(days=1):
        return told
    return seen
