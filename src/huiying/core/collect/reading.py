"""What one reading of a source gives, whatever kind of source it is."""

from __future__ import annotations

import msgspec

from huiying.core.types import RawItem


class Reading(msgspec.Struct, frozen=True):
    """The items of one body: `charset` is the one to remember for the source, `ttl_minutes` how long it asks to be left alone.

    `voices` has the keyed number of whoever spoke for each item, and is empty where none were asked for. `more` are the addresses of
    further bodies that belong to this reading: the parts of a sitemap index, the next page of a list. `gone` are the source's own ids of
    items that it took back. `named` are addresses without a date: those that were not seen before are new (collect/seen.py).
    """

    title: str
    items: tuple[RawItem, ...]
    charset: str = ""
    ttl_minutes: int | None = None
    voices: tuple[int | None, ...] = ()
    more: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
