"""`huiying calendar`: the calendar of working days by which deadlines are counted."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.calendar import bring_up_to_date, choose, import_year, set_day
from huiying.core.case.calendar import Kind
from huiying.core.case.calendar_file import read_day, read_works
from huiying.core.types import Refusal
from huiying.store.models import CalendarYear, Desk


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    group = commands.add_parser("calendar", help="the calendar of working days").add_subparsers(dest="act", metavar="ACT", required=True)
    listing = group.add_parser("list", help="the years that are entered, with their source; with --days every day")
    listing.add_argument("--days", action="store_true")
    listing.set_defaults(run=run_list)
    load = group.add_parser("import", help="enter a year from a CSV table: day, holiday or work, name; - reads standard input")
    load.add_argument("year", type=int)
    load.add_argument("file", type=Path)
    load.add_argument("--source", required=True, help="where it was announced: the notice with its number")
    load.add_argument("--calendar", default="", choices=["", *Kind], help="cn or own; default: the one that the desk goes by")
    load.set_defaults(run=run_import)
    day = group.add_parser("day", help="set one day of an entered year")
    day.add_argument("day", help="like 2026-10-01")
    day.add_argument("works", help="work or holiday")
    day.add_argument("--name", default="")
    day.add_argument("--reason", required=True)
    day.set_defaults(run=run_day)
    use = group.add_parser("use", help="go by the calendar of mainland China (cn) or the desk's own (own)")
    use.add_argument("kind", choices=list(Kind))
    use.add_argument("--reason", required=True)
    use.set_defaults(run=run_use)
    update = group.add_parser("update", help="enter the announced years that came with this version")
    update.set_defaults(run=run_update)


def run_list(arguments: argparse.Namespace) -> None:
    """One line a year, or a day."""
    desk = Desk.objects.first()
    for row in CalendarYear.objects.filter(kind=desk.calendar if desk else Kind.OWN.value).prefetch_related("days"):
        if not arguments.days:
            print(f"{row.kind}\t{row.year}\t{row.days.count()}\t{row.source}")
        for day in row.days.all() if arguments.days else ():
            print(f"{day.day}\t{'work' if day.works else 'holiday'}\t{day.name}")


def run_import(arguments: argparse.Namespace) -> None:
    """The whole year or nothing."""
    try:
        table = sys.stdin.read() if str(arguments.file) == "-" else arguments.file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal("%(file)s cannot be read as UTF-8 text: %(why)s.", file=arguments.file, why=error) from error
    now = clock.now()
    moved = import_year(OPERATOR, table=table, year=arguments.year, source=arguments.source, kind=arguments.calendar, now=now)
    _say(moved)


def run_day(arguments: argparse.Namespace) -> None:
    """Set it."""
    day, works = read_day(arguments.day), read_works(arguments.works)
    _say(set_day(OPERATOR, day=day, works=works, name=arguments.name, reason=arguments.reason, now=clock.now()))


def run_use(arguments: argparse.Namespace) -> None:
    """Choose it."""
    _say(choose(OPERATOR, kind=arguments.kind, reason=arguments.reason, now=clock.now()))


def run_update(arguments: argparse.Namespace) -> None:
    """Enter them."""
    for year in bring_up_to_date(OPERATOR, now=clock.now()):
        print(year)


def _say(moved: int) -> None:
    print(gettext("The calendar is changed. %(n)d deadlines moved.") % {"n": moved})
