"""`huiying watch`: the register of watches."""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections.abc import Sequence

from django.utils.translation import gettext

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.watch import add_watch, change_watch, set_watch_active
from huiying.commands.department import department_named
from huiying.core.detect.marks import Marker
from huiying.core.detect.parsing import hints, parse
from huiying.core.types import Refusal
from huiying.store.knowledge import terms
from huiying.store.models import Item, Watch
from huiying.store.trial import DAYS, SHOWN, compare, try_query
from huiying.web.words import hint
from huiying.web.zone import desk_zone

BAR = 40


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    group = commands.add_parser("watch", help="the register of watches").add_subparsers(dest="act", metavar="ACT", required=True)
    add = group.add_parser("add", help="put a query on the register")
    add.add_argument("query")
    add.add_argument("--name", required=True)
    _common(add, default="")
    add.set_defaults(run=run_add)
    change = group.add_parser("change", help="change a watch, and show what of the last days it finds now and what no longer")
    change.add_argument("name")
    change.add_argument("--query", default=None)
    _common(change, default=None)
    change.add_argument("--dry-run", action="store_true", help="only show the difference")
    change.set_defaults(run=run_change)
    listing = group.add_parser("list", help="every watch")
    listing.set_defaults(run=run_list)
    test = group.add_parser("test", help="what a query would have matched in the items of the last days")
    test.add_argument("query")
    test.add_argument("--days", type=int, default=DAYS)
    test.set_defaults(run=run_test)
    for act, active in (("pause", False), ("resume", True)):
        setting = group.add_parser(act, help=f"{act} a watch; it stays on the register")
        setting.add_argument("name")
        setting.set_defaults(run=run_set, active=active)


def _common(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--place", default=default)
    parser.add_argument("--topic", action="append", default=None)
    parser.add_argument("--department", default=default, help="the department that leads, by its Chinese name")
    parser.add_argument("--level", default=default, help="least level of a story that it finds: blue, yellow, orange or red")


def run_add(arguments: argparse.Namespace) -> None:
    """Add it."""
    _point_at(arguments.query)
    row = add_watch(
        OPERATOR,
        name=arguments.name,
        query=arguments.query,
        place=arguments.place,
        topics=arguments.topic or (),
        department=department_named(arguments.department),
        level=arguments.level,
        now=clock.now(),
    )
    print(gettext("%(name)s is on the register as watch %(number)s.") % {"name": row.name, "number": row.pk})


def run_change(arguments: argparse.Namespace) -> None:
    """Show the difference and change it."""
    row = _named(arguments.name)
    query = row.query if arguments.query is None else arguments.query
    _point_at(query)
    if query != row.query:
        found = compare(row.query, query, now=clock.now(), zone=desk_zone())
        said = gettext("Of the items of the last %(days)s days it would find %(came)s more and %(went)s less; %(stayed)s stay.")
        print(said % {"days": DAYS, "came": found.came, "went": found.went, "stayed": found.stayed})
        for sign, items in (("+", found.first_came), ("-", found.first_went)):
            for item in items:
                print(f"{sign} {_line(item)}")
    if arguments.dry_run:
        return
    department = row.department if arguments.department is None else department_named(arguments.department)
    change_watch(
        OPERATOR,
        row,
        query=query,
        place=row.place if arguments.place is None else arguments.place,
        topics=row.topics if arguments.topic is None else arguments.topic,
        department=department,
        level=row.level if arguments.level is None else arguments.level,
        now=clock.now(),
    )
    print(gettext("%(name)s is changed.") % {"name": row.name})


def run_list(arguments: argparse.Namespace) -> None:
    """One line a watch."""
    for row in Watch.objects.select_related("department"):
        state = gettext("active") if row.active else gettext("paused")
        print(f"{row.pk}\t{row.name}\t{row.query}\t{row.department.name_zh if row.department else ''}\t{row.level}\t{state}")


def run_test(arguments: argparse.Namespace) -> None:
    """Count, draw the days and show what it would have matched."""
    if arguments.days < 1:
        raise Refusal("%(days)s days are too few; write 1 or more.", days=arguments.days)
    _point_at(arguments.query)
    trial = try_query(arguments.query, now=clock.now(), zone=desk_zone(), days=arguments.days)
    said = gettext("%(found)s of %(total)s items of the last %(days)s days.")
    print(said % {"found": trial.count, "total": trial.of, "days": arguments.days})
    for word in hints(arguments.query):
        print(hint(word))
    top = max(count for _, count in trial.days)
    for day, count in trial.days:
        print(f"{day}  {'█' * -(-BAR * count // top) if top else ''} {count}")
    marker = Marker(parse(arguments.query, terms()))
    for row in trial.first[:SHOWN]:
        print(f"- {_line(row, marker)}")


def run_set(arguments: argparse.Namespace) -> None:
    """Pause or resume."""
    set_watch_active(OPERATOR, _named(arguments.name), active=arguments.active, now=clock.now())


def _named(name: str) -> Watch:
    row = Watch.objects.filter(name=name).first()
    if row is None:
        raise Refusal("There is no watch named %(name)s.", name=name)
    return row


def _line(row: Item, marker: Marker | None = None) -> str:
    text = row.title or row.text[:80]
    shown = "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in marker.mark(text)) if marker else text
    return f"{row.first_seen:%Y-%m-%d %H:%M}  {row.source.name}  {shown}"


def _point_at(query: str) -> None:
    """Where a query is wrong, show it with a caret under the place before the reason is said."""
    try:
        parse(query, terms())
    except Refusal as refused:
        at = refused.values.get("at")
        if isinstance(at, int):
            print(*_pointed(query, at), sep="\n", file=sys.stderr)
        raise


def _pointed(query: str, at: int) -> Sequence[str]:
    line = query[query.rfind("\n", 0, at - 1) + 1 :].split("\n")[0]
    column = at - 1 - (query.rfind("\n", 0, at - 1) + 1)
    # a Chinese character takes the room of two
    room = sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in line[:column])
    return line, " " * room + "^"
