"""A route of an RSSHub server that the operator runs, if it is among the routes that were allowed."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

import msgspec

from huiying.core.collect.adapter import About, Adapter, Body, Option
from huiying.core.collect.adapters import feed
from huiying.core.collect.reading import Reading
from huiying.core.collect.voice import Voice
from huiying.core.types import Refusal

_ROUTE = re.compile(r"/[\w.~!$&'()*+,;=:@%/-]{1,400}\Z")


def allowed(route: str, routes: str) -> bool:
    """Whether a route is one of `routes` (one a line) or lies under one that ends with /*."""
    steps = [step for step in route.split("/") if step]
    if ".." in steps or "." in steps:
        return False
    for line in routes.split("\n"):
        wanted = [step for step in line.strip().split("/") if step]
        if wanted and (wanted == steps or (wanted[-1] == "*" and len(wanted) > 1 and steps[: len(wanted) - 1] == wanted[:-1])):
            return True
    return False


def address(about: About) -> str:
    """The address of the route. Refuses one that was not allowed."""
    route = str(about.options.get("route") or "")
    if not _ROUTE.match(route) or not allowed(route, str(about.options.get("allowed") or "")):
        raise Refusal("The route %(route)s is not among those that were allowed for this source.", route=route or "–")
    parts = urlsplit(about.url)
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/") + route, "", ""))


def read(body: Body, about: About, voice: Voice | None) -> Reading:
    """The feed of the route. One server gives the same ETag for different forms of a feed, so what counts is the body."""
    return msgspec.structs.replace(feed.read(body, about, voice), ttl_minutes=None)


def _route(value: object) -> None:
    if not _ROUTE.match(str(value)):
        raise Refusal("%(value)s is not a route; write it as its documentation does, like /gov/example/news.", value=value)


RSSHUB = Adapter(
    name="rsshub",
    title="Route of your own RSSHub server",
    terms="You run the server and answer for each route: the terms of the site behind it apply. Only routes that you allow here are read.",
    personal="The author that a route may give is never read; the text is masked as any text.",
    read=read,
    address=address,
    options=(
        Option("route", "Route", help="Like /gov/example/news.", check=_route),
        Option("allowed", "Allowed routes", help="One a line; /gov/example/* allows all that lie under it."),
    ),
)
