"""`huiying rota`: who is on duty when."""

from __future__ import annotations

import argparse
import sys
from datetime import timedelta
from pathlib import Path

from django.utils.translation import gettext

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.shift import import_shifts
from huiying.core.types import Refusal
from huiying.store.duty import responsible, shifts
from huiying.web.zone import desk_zone, read_local


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    group = commands.add_parser("rota", help="who is on duty when").add_subparsers(dest="act", metavar="ACT", required=True)
    load = group.add_parser("import", help="read shifts from a CSV table: account, role, begin, end; - reads standard input")
    load.add_argument("file", type=Path)
    load.set_defaults(run=run_import)
    listing = group.add_parser("list", help="the shifts of the coming days, and who holds the desk")
    listing.add_argument("--days", type=int, default=7)
    listing.set_defaults(run=run_list)


def run_import(arguments: argparse.Namespace) -> None:
    """All of a file or nothing."""
    try:
        table = sys.stdin.read() if str(arguments.file) == "-" else arguments.file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal("%(file)s cannot be read as UTF-8 text: %(why)s.", file=arguments.file, why=error) from error
    zone = desk_zone()
    made = import_shifts(OPERATOR, table=table, read=lambda text: read_local(text, zone), now=clock.now())
    print(gettext("%(n)d shifts were put on the rota.") % {"n": len(made)})


def run_list(arguments: argparse.Namespace) -> None:
    """One line a shift."""
    now, zone, holder = clock.now(), desk_zone(), responsible()
    if holder is not None:
        print(gettext("%(name)s is responsible for the desk.") % {"name": holder.username})
    for row in shifts(now, now + timedelta(days=max(1, min(400, arguments.days)))):
        begin, end = (f"{at.astimezone(zone):%Y-%m-%d %H:%M}" for at in (row.starts_at, row.ends_at))
        print(f"{begin}\t{end}\t{row.role}\t{row.member.username}")
