"""`huiying place`: the divisions that the desk answers for and the places of its own."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.place import Given, add_place, change_place, import_places, remove_place, set_home
from huiying.core.clean.text import fold
from huiying.core.detect.divisions import chain
from huiying.core.detect.places import KINDS
from huiying.core.types import Refusal
from huiying.store import knowledge
from huiying.store.models import Place
from huiying.web.words import PLACE_SIGNS, word


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    group = commands.add_parser("place", help="the places that are the desk's own").add_subparsers(dest="act", metavar="ACT", required=True)
    home = group.add_parser("home", help="say which divisions the desk answers for, or show them")
    home.add_argument("division", nargs="*", help="like 济南市历下区, or a six-digit code")
    home.set_defaults(run=run_home)
    for act, run, text in (("add", run_add, "put a place on the register"), ("change", run_change, "change what is known of a place")):
        parser = group.add_parser(act, help=text)
        parser.add_argument("name")
        parser.add_argument("--kind", default=None, help=", ".join(KINDS))
        parser.add_argument("--also", action="append", default=None, metavar="NAME", help="another name of it, in any language")
        parser.add_argument("--within", default=None, help="the place or division that it lies in")
        parser.add_argument("--second-sign", action=argparse.BooleanOptionalAction, default=None, help="its name alone is not enough")
        parser.set_defaults(run=run)
    remove = group.add_parser("remove", help="take a place off the register")
    remove.add_argument("name")
    remove.set_defaults(run=run_remove)
    load = group.add_parser("import", help="read places from a CSV table with heads: name, kind, other names, within, second sign")
    load.add_argument("file", type=Path)
    load.set_defaults(run=run_import)
    listing = group.add_parser("list", help="every place of the register")
    listing.set_defaults(run=run_list)
    find = group.add_parser("find", help="the places that a text names, which are sure, and why")
    find.add_argument("text")
    find.set_defaults(run=run_find)


def run_home(arguments: argparse.Namespace) -> None:
    """Set or show them."""
    if arguments.division:
        set_home(OPERATOR, names=arguments.division, now=clock.now())
    for code in knowledge.home():
        print(f"{code}\t{''.join(chain(code))}")


def run_add(arguments: argparse.Namespace) -> None:
    """Add it."""
    given = Given(
        arguments.name, arguments.kind or "other", tuple(arguments.also or ()), arguments.within or "", bool(arguments.second_sign)
    )
    row = add_place(OPERATOR, given=given, now=clock.now())
    print(gettext("%(name)s is on the register as place %(number)s.") % {"name": row.name, "number": row.pk})


def run_change(arguments: argparse.Namespace) -> None:
    """Change what was given, leave the rest."""
    row = _named(arguments.name)
    given = Given(
        row.name,
        arguments.kind or row.kind,
        tuple(row.other_names if arguments.also is None else arguments.also),
        row.within if arguments.within is None else arguments.within,
        row.common if arguments.second_sign is None else arguments.second_sign,
    )
    change_place(OPERATOR, row, given=given, now=clock.now())


def run_remove(arguments: argparse.Namespace) -> None:
    """Remove it."""
    remove_place(OPERATOR, _named(arguments.name), now=clock.now())


def run_import(arguments: argparse.Namespace) -> None:
    """All of a file or nothing."""
    try:
        table = sys.stdin.read() if str(arguments.file) == "-" else arguments.file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal("%(file)s cannot be read as UTF-8 text: %(why)s.", file=arguments.file, why=error) from error
    added, changed = import_places(OPERATOR, table=table, now=clock.now())
    print(gettext("%(added)s places were added and %(changed)s changed.") % {"added": added, "changed": changed})


def run_list(arguments: argparse.Namespace) -> None:
    """One line a place."""
    for row in Place.objects.all():
        sign = gettext("needs a second sign") if row.common else ""
        print(f"{row.name}\t{row.kind}\t{', '.join(row.other_names)}\t{row.within}\t{sign}")


def run_find(arguments: argparse.Namespace) -> None:
    """One line a place that the text names."""
    for mention in knowledge.gazetteer().find(fold(arguments.text)):
        chains = " / ".join("".join(chain) for chain in mention.chains)
        sure = gettext("sure") if mention.sure else gettext("not sure")
        print(f"{mention.text}\t{chains}\t{sure}: {word(PLACE_SIGNS, mention.why)}")


def _named(name: str) -> Place:
    row = Place.objects.filter(name=name).first()
    if row is None:
        raise Refusal("There is no place named %(name)s on the register.", name=name)
    return row
