"""The feed of a YouTube channel."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import msgspec

from huiying.core.collect.adapter import About, Adapter, Body
from huiying.core.collect.adapters import feed
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import Refusal

_CHANNEL = re.compile(r"UC[\w-]{22}\Z")


def address(about: About) -> str:
    """The feed of the channel whose page, feed or id is on the register. Refuses an address without the channel's id."""
    parts = urlsplit(about.url)
    found = parse_qs(parts.query).get("channel_id", [""])[0] or parts.path.rstrip("/").rpartition("/")[2]
    if not _CHANNEL.match(found):
        raise Refusal(
            "%(url)s does not hold the id of a channel, which begins with UC. It stands in the address that the channel's page shares.",
            url=about.url,
        )
    host = f"{parts.scheme}://{parts.netloc}" if parts.netloc else "https://www.youtube.com"
    return f"{host}/feeds/videos.xml?channel_id={found}"


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """The last videos with their titles and descriptions. Nobody's voice is counted: the channel speaks."""
    reading = feed.read(body, about, None)
    return msgspec.structs.replace(reading, voices=())


YOUTUBE = Adapter(
    name="youtube",
    title="YouTube channel",
    terms="YouTube publishes a feed for every channel; its terms of service apply. Neither comments nor video are fetched. For channels "
    "of bodies and outlets.",
    personal="The name of the channel and its address are never read from the feed, nor are comments; descriptions are masked as any text.",
    read=read,
    address=address,
)
