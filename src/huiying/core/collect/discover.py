"""What an address gives: a feed, a sitemap, or a page with the feeds it names and the lists it shows."""

from __future__ import annotations

import re

import msgspec

from huiying.core.collect.adapter import About, Body
from huiying.core.collect.adapters.sitemap import inflated
from huiying.core.collect.document import absolute, binary, document, squeezed, words
from huiying.core.collect.link_list import Found, learn
from huiying.core.collect.page_title import page_title
from huiying.core.types import Refusal

MOST_OFFERS = 8
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "text/xml", "application/xml")
_FEED_LINK = re.compile(r"(?:^|[/._-])(?:rss|atom|feed|feeds|rdf)(?:$|[/._?&=-])|\.(?:rss|atom|rdf)(?:$|\?)|feed\.(?:xml|json)", re.I)
_FEED_WORDS = re.compile(r"\b(?:rss|atom)\b|订阅", re.I)
_ROOT = re.compile(rb"<(?:[\w-]{1,20}:)?(rss|feed|rdf|urlset|sitemapindex|html|body|opml)[\s>]", re.I)
_SITEMAP = re.compile(r"^\s*sitemap\s*:\s*(\S{1,2000})", re.I | re.M)


class Offer(msgspec.Struct, frozen=True):
    """Another address that can be tried, and what it seems to give."""

    url: str
    title: str
    adapter: str


class Discovery(msgspec.Struct, frozen=True):
    """What a body is: `adapter` is feed, sitemap or page. A page has the feeds it names (`offers`) and its lists, likeliest first."""

    adapter: str
    title: str = ""
    charset: str = ""
    offers: tuple[Offer, ...] = ()
    lists: tuple[Found, ...] = ()


def discover(body: Body, about: About) -> Discovery:
    """What came from an address. Raises Refusal for what can be no source."""
    found = binary(body.content)
    if found and not body.content.startswith(b"\x1f\x8b"):
        raise Refusal(
            "This address gives %(what)s, which cannot be a source. Enter the address of the site or of its news page.", what=found
        )
    head = inflated(body.content)[:3000] if body.content.startswith(b"\x1f\x8b") else body.content[:3000]
    match = _ROOT.search(head)
    root = match[1].decode("ascii").lower() if match else ""
    if root in ("urlset", "sitemapindex"):
        return Discovery("sitemap")
    if root in ("rss", "feed", "rdf", "opml") or head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return Discovery("feed")
    page = document(body, about.charset)
    offers: dict[str, Offer] = {}
    for link in page.tree.xpath("//link[@href and contains(@rel, 'alternate')]"):
        url = absolute(page.base, link.get("href"))
        if url and (link.get("type") or "").split(";")[0].strip().lower() in _FEED_TYPES:
            offers.setdefault(url, Offer(url, squeezed(link.get("title") or "")[:200], "feed"))
    for link in page.tree.xpath("//a[@href]")[:3000]:
        url, said = absolute(page.base, link.get("href")), words(link)[:100]
        if url and url not in offers and (_FEED_LINK.search(link.get("href")) or _FEED_WORDS.search(said)) and len(offers) < MOST_OFFERS:
            offers[url] = Offer(url, said, "feed")
    return Discovery("page", page_title(page), page.charset, tuple(offers.values())[:MOST_OFFERS], learn(page))


def sitemaps(robots: str) -> tuple[str, ...]:
    """The sitemaps that a robots.txt names."""
    return tuple(dict.fromkeys(url for raw in _SITEMAP.findall(robots[:500_000]) if (url := absolute(raw, raw))))[:5]
