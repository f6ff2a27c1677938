"""RSS, Atom, RDF and JSON Feed."""

from __future__ import annotations

from huiying.core.collect.adapter import ARTICLES, About, Adapter, Body
from huiying.core.collect.feeds import parse_feed
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """The items of a feed."""
    return parse_feed(
        body.content,
        source=about.name,
        kind=about.kind,
        url=body.url,
        content_type=body.content_type,
        charset=body.charset,
        remembered=about.charset,
        voice=voice,
    )


FEED = Adapter(
    name="feed",
    title="Feed (RSS, Atom, JSON Feed)",
    terms="A feed is published to be read by programs. The terms of its site apply; its robots.txt and Retry-After are obeyed.",
    personal="Names of authors and where they were are never read. Persons and numbers in the text are masked before anything is stored.",
    read=read,
    articles=True,
    options=(ARTICLES,),
)
