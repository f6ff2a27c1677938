"""A page that lists news, with the articles its links lead to. The list is learned once, approved by a person, and held to."""

from __future__ import annotations

from html import escape

from huiying.core.collect.adapter import ARTICLES, About, Adapter, Body, Option
from huiying.core.collect.document import document
from huiying.core.collect.link_list import entries, usable
from huiying.core.collect.page_date import addressed
from huiying.core.collect.page_title import page_title
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import RawItem, Refusal

LIST_GONE = "list_gone"


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """The entries of the list. Raises Refusal where the rule finds nothing any more: an empty list is never taken for no news."""
    page = document(body, about.charset)
    rule = str(about.options.get("list", ""))
    found = entries(page, rule) if rule else ()
    if not found:
        raise Refusal(
            "The list is no longer found on this page: nothing fits %(rule)s. The page was probably rebuilt. "
            "Try the address again under “Add a source” and approve its new list.",
            rule=rule or "–",
            named=LIST_GONE,
        )
    items = tuple(
        RawItem(
            source=about.name,
            kind=about.kind,
            url=entry.url,
            title=escape(entry.title, quote=False),
            text=escape(entry.teaser, quote=False),
            published_raw=entry.date or addressed(entry.url),
        )
        for entry in found
    )
    return Reading(page_title(page), items, page.charset)


def check_list(value: object) -> None:
    """Refuses what is no rule of a list."""
    if not isinstance(value, str) or not usable(value):
        raise Refusal(
            "%(value)s is not the rule of a list; one looks like ul.news-list > li > a. "
            "Try the address first: its lists are found by themselves.",
            value=str(value)[:100] or "–",
        )


PAGE = Adapter(
    name="page",
    title="Page that lists news",
    terms="A public page, read like a reader would, seldom and one page of a site at a time. The terms of the site apply; "
    "its robots.txt is obeyed.",
    personal="Bylines and comments are never read. Persons and numbers in the text are masked before anything is stored.",
    read=read,
    articles=True,
    options=(
        Option("list", "Where the list is", "", "Learned from the page and approved by a person.", check=check_list),
        ARTICLES,
    ),
)
