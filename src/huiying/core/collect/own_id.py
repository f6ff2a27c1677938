"""Ids and words that would lead to a person: an id becomes a digest that only this desk can make, a handle in a text is left out."""

from __future__ import annotations

import re
from hashlib import blake2b

# @name, @name@instance, @name.example: as the social networks write whom a post speaks to
_HANDLE = re.compile(r"(?<![\w.@/])@[\w][\w.-]*(?:@[\w][\w.-]*\w)?(?<![.-])")
_MENTION = re.compile(r"<a\b(?=[^>]*\bclass=[\"'][^\"'>]*\bmention\b)(?![^>]*\bhashtag\b)[^>]*>.*?</a>", re.I | re.S)


def own_id(salt: bytes, *parts: str) -> str:
    """The digest of an id in 32 characters. Without the desk's secret nobody can confirm by it that a post is among those kept."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(text, key=salt[:64], digest_size=16).hexdigest()


def without_handles(text: str) -> str:
    """A text without those whom it mentions by their handle, as markup or plain."""
    return _HANDLE.sub("@…", _MENTION.sub("@…", text))
