"""The invented sources as real feeds on loopback: RSS, Atom and JSON Feed, with entity tags, growing with the clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

import orjson
from aiohttp import web

from huiying.demo.county import County, StreamItem

NEWEST = 40
ATOM = "http://www.w3.org/2005/Atom"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def rss(name: str, items: Sequence[StreamItem]) -> bytes:
    """RSS 2.0. The handle stands in dc:creator, as real feeds have it."""
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    for tag, text in (("title", name), ("link", "https://example.invalid/"), ("description", name)):
        ET.SubElement(channel, tag).text = text
    for item in items:
        entry = ET.SubElement(channel, "item")
        ET.SubElement(entry, "guid", isPermaLink="false").text = item.id
        ET.SubElement(entry, "title").text = item.title
        ET.SubElement(entry, "link").text = item.url
        ET.SubElement(entry, "description").text = item.text
        ET.SubElement(entry, "pubDate").text = format_datetime(item.published_at)
        if item.author:
            ET.SubElement(entry, CREATOR).text = item.author
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def atom(name: str, items: Sequence[StreamItem]) -> bytes:
    """Atom 1.0."""
    root = ET.Element(f"{{{ATOM}}}feed")
    ET.SubElement(root, f"{{{ATOM}}}title").text = name
    ET.SubElement(root, f"{{{ATOM}}}id").text = f"urn:demo:{name}"
    for item in items:
        entry = ET.SubElement(root, f"{{{ATOM}}}entry")
        ET.SubElement(entry, f"{{{ATOM}}}id").text = item.id
        ET.SubElement(entry, f"{{{ATOM}}}title").text = item.title
        ET.SubElement(entry, f"{{{ATOM}}}link", href=item.url)
        ET.SubElement(entry, f"{{{ATOM}}}updated").text = item.published_at.isoformat()
        ET.SubElement(entry, f"{{{ATOM}}}content", type="text").text = item.text
        if item.author:
            ET.SubElement(ET.SubElement(entry, f"{{{ATOM}}}author"), f"{{{ATOM}}}name").text = item.author
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def json_feed(name: str, items: Sequence[StreamItem]) -> bytes:
    """JSON Feed 1.1."""
    entries = [
        {
            "id": item.id,
            "url": item.url,
            "title": item.title,
            "content_text": item.text,
            "date_published": item.published_at.isoformat(),
            "authors": [{"name": item.author}] if item.author else [],
        }
        for item in items
    ]
    return orjson.dumps({"version": "https://jsonfeed.org/version/1.1", "title": name, "items": entries})


WRITERS: dict[str, tuple[Callable[[str, Sequence[StreamItem]], bytes], str]] = {
    "rss": (rss, "application/rss+xml"),
    "atom": (atom, "application/atom+xml"),
    "json": (json_feed, "application/feed+json"),
}


def application(county: County, stream: Sequence[StreamItem], now: Callable[[], datetime]) -> web.Application:
    """A web server that shows of every source what it has published by now, newest first."""
    routes = {path: (name, WRITERS[form]) for path, name, _, form in county.sources}

    async def feed(request: web.Request) -> web.Response:
        found = routes.get(request.match_info["path"])
        if found is None:
            raise web.HTTPNotFound
        name, (writer, content_type) = found
        present = now()
        out = [item for item in stream if item.source == name and item.published_at <= present]
        tag = f'"{len(out)}"'
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=304, headers={"ETag": tag})
        body = writer(name, out[: -NEWEST - 1 : -1])
        return web.Response(body=body, headers={"ETag": tag, "Content-Type": f"{content_type}; charset=utf-8"})

    async def robots(_: web.Request) -> web.Response:
        return web.Response(text="User-agent: *\nAllow: /\n")

    app = web.Application()
    app.router.add_get("/robots.txt", robots)
    app.router.add_get("/feeds/{path}", feed)
    return app
