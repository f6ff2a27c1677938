"""`huiying source key|subscribe|import-file`: what is brought to the desk rather than fetched by it."""

from __future__ import annotations

import argparse
import asyncio
import re
from pathlib import Path
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from huiying import clock, settings
from huiying.actions.actor import OPERATOR
from huiying.actions.hub import subscribe, unsubscribe
from huiying.actions.source import add_source, renew_key
from huiying.core.collect.columns import ROLES, guess
from huiying.core.collect.table import MOST_BYTES, Table
from huiying.core.types import Refusal
from huiying.store.keys import push_key
from huiying.store.models import Source
from huiying.web.brought import table_of
from huiying.web.importing import Plan, carry_out, plan, preview
from huiying.web.words import say
from huiying.worker.fetch import Fetcher, FetchRequest

_LINK = re.compile(r"<(?:[a-z0-9]+:)?link\b[^>]*>", re.I)
_ATTRIBUTE = re.compile(r"\b(rel|href)\s*=\s*[\"']([^\"']{1,2000})[\"']", re.I)
SHOWN = 20


def add_to(group: argparse._SubParsersAction) -> None:
    """Register the acts with the group `source`."""
    key = group.add_parser("key", help="make a new key for the signed deliveries of a source, and show it once")
    key.add_argument("name")
    key.set_defaults(run=run_key)
    hub = group.add_parser("subscribe", help="take deliveries of a feed from its hub (WebSub)")
    hub.add_argument("name")
    hub.add_argument("--hub", default="", help="address of the hub; default: the one that the feed names")
    hub.add_argument("--end", action="store_true", help="take no more deliveries")
    hub.set_defaults(run=run_subscribe)
    load = group.add_parser("import-file", help="bring the rows of a CSV, XLSX or JSONL file to a source")
    load.add_argument("name", help="the source; one that is not there yet is put on the register")
    load.add_argument("file", type=Path)
    load.add_argument("--map", action="append", default=[], metavar="COLUMN=ROLE", help=f"roles: {', '.join(ROLES)}")
    load.add_argument("--kind", default="hotline", help="news, post, question, hotline, hotlist, comment or notice")
    load.add_argument("--zone", default="", help="time zone of its times; default: the desk's")
    load.add_argument("--dry-run", action="store_true", help="show what would be taken, and take nothing")
    load.set_defaults(run=run_import)


def run_key(arguments: argparse.Namespace) -> None:
    """A new key."""
    settings.require_secret_key()
    row = source_named(arguments.name)
    renew_key(OPERATOR, row, now=clock.now())
    row.refresh_from_db()
    base = settings.value("HUIYING_PUBLIC_URL").rstrip("/") or "https://…"
    print(gettext("Deliveries of %(name)s go to %(address)s, signed with this key. It is not shown again:") % {
        "name": row.name, "address": f"{base}/hooks/{row.pk}/",
    })  # fmt: skip
    print(push_key(row))


def run_subscribe(arguments: argparse.Namespace) -> None:
    """Name the hub; the worker asks it."""
    row = source_named(arguments.name)
    if arguments.end:
        unsubscribe(OPERATOR, row, now=clock.now())
        return
    settings.require_secret_key()
    if not settings.value("HUIYING_PUBLIC_URL"):
        raise Refusal("A hub must be able to reach this site: set HUIYING_PUBLIC_URL to its address first.")
    hub, topic = found_in(row)
    subscribe(OPERATOR, row, hub=arguments.hub or hub, topic=topic or row.url, now=clock.now())
    print(gettext("The hub %(hub)s is asked by the worker.") % {"hub": arguments.hub or hub})


def found_in(row: Source) -> tuple[str, str]:
    """The hub and the topic (rel=hub, rel=self) that a feed names."""

    async def get() -> tuple[str, str]:
        async with Fetcher(contact=settings.value("HUIYING_CONTACT")) as fetcher:
            result = await fetcher.fetch(FetchRequest(url=row.url, allow_private=row.allow_private))
        head = result.body[:100_000].decode("utf-8", "replace")
        links = [{name.lower(): value for name, value in _ATTRIBUTE.findall(tag)} for tag in _LINK.findall(head)]
        named = {rel: urljoin(result.final_url, link["href"]) for link in links if "href" in link for rel in link.get("rel", "").split()}
        return named.get("hub", ""), named.get("self", "")

    return asyncio.run(get())


def run_import(arguments: argparse.Namespace) -> int:
    """Read, show what stands in the way, and bring what can be taken."""
    try:
        if arguments.file.stat().st_size > MOST_BYTES:
            raise Refusal("The file is larger than %(most)s MB. Export a shorter time, or split it.", most=MOST_BYTES // 1024 // 1024)
        content = arguments.file.read_bytes()
    except OSError as error:
        raise Refusal("%(file)s cannot be opened: %(why)s.", file=arguments.file, why=error.strerror or error) from error
    table = table_of(content, arguments.file.name)
    mapping = mapping_of(arguments.map)
    now, row = clock.now(), Source.objects.filter(name=arguments.name).first()
    if row is None and not arguments.dry_run:
        row = add_source(OPERATOR, name=arguments.name, url="", kind=arguments.kind, adapter="file", zone=arguments.zone, now=now)
    if row is None:
        row = Source(name=arguments.name, kind=arguments.kind, adapter="file", zone=arguments.zone or "Asia/Shanghai")
    mapping = mapping or row.options.get("columns") or guess(table.columns)
    _show_columns(table, mapping)
    made = plan(row, table, mapping, now)
    if arguments.dry_run:
        for item in preview(row, table, mapping, now):
            when = item.published_at.astimezone(ZoneInfo(row.zone)).isoformat(timespec="minutes") if item.published_at else "–"
            print(f"- {when}  {item.title}  {item.text[:120]}".replace("\n", " "))
    else:
        carry_out(OPERATOR, row, made, now=now)
    _show_result(made)
    return 0


def mapping_of(pairs: list[str]) -> dict[str, str]:
    """column=role as a mapping. Refuses a pair without a role."""
    mapping = {}
    for pair in pairs:
        name, found, role = pair.rpartition("=")
        if not found or not name.strip() or role.strip() not in ROLES:
            raise Refusal(
                "“%(pair)s” is not a column and what it is read as; write it like 诉求内容=text. The roles are %(roles)s.",
                pair=pair,
                roles=", ".join(ROLES),
            )
        mapping[name.strip()] = role.strip()
    return mapping


def source_named(name: str) -> Source:
    """The source on the register. Refuses a name that is not there."""
    row = Source.objects.filter(name=name).first()
    if row is None:
        raise Refusal("There is no source named %(name)s.", name=name)
    return row


def _show_columns(table: Table, mapping: dict[str, str]) -> None:
    print(gettext("%(count)s rows, %(form)s %(charset)s") % {"count": len(table.rows), "form": table.form, "charset": table.charset})
    for name in table.columns:
        print(f"  {name}\t{mapping.get(name) or gettext('not read')}")


def _show_result(made: Plan) -> None:
    for one in made.refused[:SHOWN]:
        print(f"! {gettext('row')} {one.row}: {say(one.why)}")
    counts = {"new": len(made.items), "known": made.known, "refused": len(made.refused)}
    print(gettext("%(new)s new, %(known)s known, %(refused)s refused.") % counts)
