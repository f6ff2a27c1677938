"""`huiying source`: the register of sources."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from huiying import clock, settings
from huiying.actions.actor import OPERATOR
from huiying.actions.source import add_source, set_source_active
from huiying.commands import delivery, source_health
from huiying.core.clean.item import clean
from huiying.core.collect.adapter import Carriage
from huiying.core.collect.adapters import ADAPTERS, adapter
from huiying.core.collect.opml import Outline, read_opml, write_opml
from huiying.core.collect.reading import Reading
from huiying.core.types import Kind, Refusal
from huiying.store.models import Desk, Source
from huiying.web.trial_words import advice
from huiying.web.words import fill, say, trouble
from huiying.worker.fetch import Fetcher
from huiying.worker.intake import Outcome
from huiying.worker.reading import read
from huiying.worker.refused import FetchRefused
from huiying.worker.trials import attempt

PREVIEW = 5


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    group = commands.add_parser("source", help="the register of sources").add_subparsers(dest="act", metavar="ACT", required=True)
    add = group.add_parser("add", help="put a source on the register; whether it is a feed, a sitemap or a page of news is found by itself")
    add.add_argument("url", nargs="?", default="", help="its address; none for a mailbox, deliveries and files")
    add.add_argument("--list", default="", metavar="RULE", help="of a page: the rule of the list that you approve")
    add.add_argument("--name", default="", help="name in the register; default: the feed's own title")
    _common(add)
    _adapter(add)
    add.add_argument("--no-test", action="store_true", help="add without reading it first")
    add.set_defaults(run=run_add)
    listing = group.add_parser("list", help="every source and how it fares")
    listing.set_defaults(run=run_list)
    test = group.add_parser("test", help="read a feed and show what the desk would store, without adding it")
    test.add_argument("url", help="address, or the name of a source on the register")
    _common(test)
    _adapter(test)
    test.set_defaults(run=run_test)
    load = group.add_parser("import", help="add every feed of an OPML file")
    load.add_argument("file", type=Path)
    _common(load)
    load.set_defaults(run=run_import)
    save = group.add_parser("export", help="write the register as OPML")
    save.add_argument("file", type=Path)
    save.set_defaults(run=run_export)
    source_health.add_to(group)
    delivery.add_to(group)
    for act, active in (("pause", False), ("resume", True)):
        change = group.add_parser(act, help=f"{act} a source; it stays on the register")
        change.add_argument("name")
        change.set_defaults(run=run_set, active=active)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--kind", default="", help="default: that of the way it is read. news, post, question, hotline, hotlist, comment or notice"
    )
    parser.add_argument("--every", type=int, default=10, metavar="MINUTES", help="how often it is read")
    parser.add_argument("--slowest", type=int, metavar="MINUTES", help="how long its rhythm may stretch that; default: three times")
    parser.add_argument("--zone", default="", help="time zone of its dates; default: the desk's")
    parser.add_argument("--allow-private", action="store_true", help="its address is on this machine or in the body's own network")


def _adapter(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as", dest="adapter", default="", help="how it is read, if not found by itself: " + ", ".join(ADAPTERS))
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="a setting of this way of reading; see the docs")


def _options(arguments: argparse.Namespace) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in arguments.set]
    return {name: value.replace("\\n", "\n") for name, _, value in pairs}


def try_source(row: Source) -> Reading:
    """Read a source as the worker would; it need not be on the register."""

    async def get() -> Outcome:
        async with Fetcher(contact=settings.value("HUIYING_CONTACT")) as fetcher:
            return await read(row, fetcher=fetcher, now=clock.now())

    outcome = asyncio.run(get())
    refused = outcome.refusal
    if isinstance(refused, FetchRefused) and refused.reason == "private_address":
        raise Refusal(
            "%(why)s If it is on this machine or in your own network, add --allow-private; the exception stands on the record.",
            why=say(refused),
        ) from refused
    if refused is not None:
        raise refused
    assert outcome.reading is not None
    return outcome.reading


def run_add(arguments: argparse.Namespace) -> None:
    """Read it once and show what it is, then put it on the register."""
    name, url, way = arguments.name, arguments.url, arguments.adapter or "feed"
    chosen: dict[str, object] = dict(_options(arguments))
    if not arguments.adapter and not arguments.no_test:
        tried = _attempt(arguments)
        way = tried["adapter"]
        name = name or tried["title"]
        if way == "feed" or way == "sitemap":
            print(gettext("%(count)s items in the feed “%(title)s”.") % {"count": tried["count"], "title": tried["title"]})
        else:
            url, chosen = tried["url"], {**chosen, "list": _approved(arguments, tried)}
    elif adapter(way).carriage is Carriage.FETCHED and not arguments.no_test:
        reading = try_source(_unregistered(arguments, name=name or arguments.url))
        name = name or reading.title
        print(gettext("%(count)s items in the feed “%(title)s”.") % {"count": len(reading.items), "title": reading.title})
    row = add_source(
        OPERATOR,
        name=name or arguments.url,
        url=url,
        kind=arguments.kind or adapter(way).kind.value,
        adapter=way,
        options=chosen,
        interval=arguments.every,
        slowest=arguments.slowest,
        zone=arguments.zone,
        allow_private=arguments.allow_private,
        now=clock.now(),
    )
    print(gettext("%(name)s is on the register as source %(number)s.") % {"name": row.name, "number": row.pk})


def _attempt(arguments: argparse.Namespace) -> dict[str, Any]:
    """What is at the address. Refuses what can be no source."""
    row = _unregistered(arguments, name=arguments.url)

    async def get() -> dict[str, Any]:
        async with Fetcher(contact=settings.value("HUIYING_CONTACT")) as fetcher:
            return await attempt(row.url, zone=row.zone, private=row.allow_private, fetcher=fetcher, now=clock.now())

    found = asyncio.run(get())
    if "refusal" in found:
        refused = found["refusal"]
        why = fill(refused["template"], refused["values"])
        if refused["reason"] == "private_address":
            raise Refusal(
                "%(why)s If it is on this machine or in your own network, add --allow-private; the exception stands on the record.",
                why=why,
            )
        raise Refusal("%(why)s %(advice)s", why=why, advice=advice(refused["reason"], refused["status"]))
    return found


def _approved(arguments: argparse.Namespace, found: dict[str, Any]) -> str:
    """The rule that was approved; without one, what the page offers is shown and nothing is added."""
    if arguments.list in [one["rule"] for one in found["lists"]]:
        return str(arguments.list)
    for offer in found["offers"]:
        print(f"{offer['adapter']}\t{offer['url']}\t{offer['title']}")
    for one in found["lists"]:
        print(f"--list '{one['rule']}'\t{one['count']}")
        for item in one["items"][:3]:
            print(f"    {item['published_at'] or gettext('no date')}  {item['title']}")
    raise Refusal(
        "This is a web page. Add one of the feeds it names, or approve one of its lists: repeat the command with --list and its rule."
    )


def run_list(arguments: argparse.Namespace) -> None:
    """One line a source."""
    for row in Source.objects.all():
        state = (
            gettext("paused") if not row.active else trouble(row) or (gettext("working") if row.succeeded_at else gettext("not read yet"))
        )
        print(f"{row.pk}\t{row.name}\t{row.kind}\t{row.interval} min\t{row.url}\t{state}")


def run_test(arguments: argparse.Namespace) -> None:
    """Show the newest items as they would be stored, with what was masked."""
    row = Source.objects.filter(name=arguments.url).first() or _unregistered(arguments, name=arguments.url)
    row.fingerprint = row.etag = row.last_modified = ""  # a test shows what is there, new or not
    reading = try_source(row)
    zone, now = ZoneInfo(row.zone), clock.now()
    print(gettext("%(count)s items in the feed “%(title)s”.") % {"count": len(reading.items), "title": reading.title})
    for raw in reading.items[:PREVIEW]:
        item = clean(raw, first_seen=now, zone=zone)
        when = item.published_at.astimezone(zone).isoformat(timespec="minutes") if item.published_at else gettext("no date")
        masked = ", ".join(f"{kind} × {count}" for kind, count in sorted(item.masked.items()))
        print(f"- {when}  [{item.lang}]  {item.title or item.text[:80]}" + (f"  ({gettext('masked')}: {masked})" if masked else ""))


def run_import(arguments: argparse.Namespace) -> int:
    """Add what is new; say for each feed what became of it. Nothing is lost when one of them is refused."""
    try:
        outlines = read_opml(arguments.file.read_bytes())
    except OSError as error:
        raise Refusal("%(file)s cannot be opened: %(why)s.", file=arguments.file, why=error.strerror or error) from error
    refused = 0
    for outline in outlines:
        try:
            row = add_source(
                OPERATOR,
                name=outline.title or outline.url,
                url=outline.url,
                kind=arguments.kind or Kind.NEWS.value,
                interval=arguments.every,
                slowest=arguments.slowest,
                zone=arguments.zone,
                allow_private=arguments.allow_private,
                now=clock.now(),
            )
            print(f"+ {row.name}\t{row.url}")
        except Refusal as why:
            refused += 1
            print(f"! {outline.title or outline.url}\t{say(why)}")
    print(gettext("%(added)s added, %(refused)s not.") % {"added": len(outlines) - refused, "refused": refused})
    return 0 if outlines and refused < len(outlines) else 1


def run_export(arguments: argparse.Namespace) -> None:
    """Write the register."""
    rows = [Outline(title=row.name, url=row.url) for row in Source.objects.all()]
    arguments.file.write_bytes(write_opml(rows, "Huiying"))


def run_set(arguments: argparse.Namespace) -> None:
    """Pause or resume."""
    set_source_active(OPERATOR, source_health.named(arguments.name), active=arguments.active, now=clock.now())


def _unregistered(arguments: argparse.Namespace, *, name: str) -> Source:
    desk = Desk.objects.first()
    return Source(
        name=name,
        url=arguments.url,
        kind=_kind(arguments.kind or adapter(arguments.adapter or "feed").kind.value),
        adapter=arguments.adapter or "feed",
        options=adapter(arguments.adapter or "feed").settled(_options(arguments)),
        zone=arguments.zone or (desk.zone if desk else "UTC"),
        allow_private=arguments.allow_private,
    )


def _kind(kind: str) -> str:
    if kind not in set(Kind):
        raise Refusal("%(kind)s is not a kind of source; the kinds are %(kinds)s.", kind=kind, kinds=", ".join(Kind))
    return kind
