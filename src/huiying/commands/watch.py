"""`huiying watch`: the register of watches."""

from __future__ import annotations

import argparse
from datetime import timedelta

from django.utils.translation import gettext

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.watch import add_watch, set_watch_active
from huiying.commands.department import department_named
from huiying.core.detect.parsing import parse
from huiying.core.detect.watch import Watches
from huiying.core.types import Refusal, WatchQuery
from huiying.store.convert import item_of
from huiying.store.models import Item, Watch

SHOWN = 20


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    group = commands.add_parser("watch", help="the register of watches").add_subparsers(dest="act", metavar="ACT", required=True)
    add = group.add_parser("add", help="put a query on the register")
    add.add_argument("query")
    add.add_argument("--name", required=True)
    add.add_argument("--place", default="")
    add.add_argument("--topic", action="append", default=[])
    add.add_argument("--department", default="", help="the department that leads, by its Chinese name")
    add.add_argument("--level", default="", help="least level of a story that it finds: blue, yellow, orange or red")
    add.set_defaults(run=run_add)
    listing = group.add_parser("list", help="every watch")
    listing.set_defaults(run=run_list)
    test = group.add_parser("test", help="what a query would have matched in the items of the last days")
    test.add_argument("query")
    test.add_argument("--days", type=int, default=7)
    test.set_defaults(run=run_test)
    for act, active in (("pause", False), ("resume", True)):
        change = group.add_parser(act, help=f"{act} a watch; it stays on the register")
        change.add_argument("name")
        change.set_defaults(run=run_set, active=active)


def run_add(arguments: argparse.Namespace) -> None:
    """Add it."""
    row = add_watch(
        OPERATOR,
        name=arguments.name,
        query=arguments.query,
        place=arguments.place,
        topics=arguments.topic,
        department=department_named(arguments.department),
        level=arguments.level,
        now=clock.now(),
    )
    print(gettext("%(name)s is on the register as watch %(number)s.") % {"name": row.name, "number": row.pk})


def run_list(arguments: argparse.Namespace) -> None:
    """One line a watch."""
    for row in Watch.objects.select_related("department"):
        state = gettext("active") if row.active else gettext("paused")
        print(f"{row.pk}\t{row.name}\t{row.query}\t{row.department.name_zh if row.department else ''}\t{row.level}\t{state}")


def run_test(arguments: argparse.Namespace) -> None:
    """Count and show what it would have matched."""
    parse(arguments.query)
    watches = Watches((WatchQuery(name="test", query=arguments.query),))
    since = clock.now() - timedelta(days=arguments.days)
    total, found = 0, []
    for row in Item.objects.filter(first_seen__gte=since).select_related("source").order_by("-pk").iterator():
        total += 1
        if watches.match(item_of(row)):
            found.append(row)
    said = gettext("%(found)s of %(total)s items of the last %(days)s days.")
    print(said % {"found": len(found), "total": total, "days": arguments.days})
    for row in found[:SHOWN]:
        print(f"- {row.first_seen:%Y-%m-%d %H:%M}  {row.source.name}  {row.title or row.text[:80]}")


def run_set(arguments: argparse.Namespace) -> None:
    """Pause or resume."""
    row = Watch.objects.filter(name=arguments.name).first()
    if row is None:
        raise Refusal("There is no watch named %(name)s.", name=arguments.name)
    set_watch_active(OPERATOR, row, active=arguments.active, now=clock.now())
