"""`huiying words`: the desk's own lists of words that mean the same."""

from __future__ import annotations

import argparse

from django.utils.translation import gettext

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.wordlist import add_list, change_list, remove_list, users
from huiying.core.clean.text import fold
from huiying.core.types import Refusal
from huiying.store.models import WordList
from huiying.web.views.wordlist import said_of


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    group = commands.add_parser("words", help="lists of words that mean the same, for queries").add_subparsers(
        dest="act", metavar="ACT", required=True
    )
    add = group.add_parser("add", help="make a list; @NAME in a query stands for any of its words")
    add.add_argument("name")
    add.add_argument("words", nargs="+")
    add.set_defaults(run=run_add)
    change = group.add_parser("change", help="put words on a list and take words off it; says which watches that changes")
    change.add_argument("name")
    change.add_argument("--add", action="append", default=[], metavar="WORD")
    change.add_argument("--drop", action="append", default=[], metavar="WORD")
    change.set_defaults(run=run_change)
    listing = group.add_parser("list", help="every list with its words and the watches that use it")
    listing.set_defaults(run=run_list)
    remove = group.add_parser("remove", help="remove a list that no watch uses")
    remove.add_argument("name")
    remove.set_defaults(run=run_remove)


def run_add(arguments: argparse.Namespace) -> None:
    """Make it."""
    row = add_list(OPERATOR, name=arguments.name, words=arguments.words, now=clock.now())
    print(gettext("In queries @%(name)s now stands for any of %(count)s words.") % {"name": row.name, "count": len(row.words)})


def run_change(arguments: argparse.Namespace) -> None:
    """Change it and say what that changes."""
    row = _named(arguments.name)
    missing = [word for word in arguments.drop if word not in row.words]
    if missing:
        raise Refusal("%(word)s is not on the list %(name)s.", word=missing[0], name=row.name)
    words = [word for word in row.words if word not in arguments.drop] + arguments.add
    print(said_of(change_list(OPERATOR, row, words=words, now=clock.now())))


def run_list(arguments: argparse.Namespace) -> None:
    """One line a list."""
    for row in WordList.objects.all():
        print(f"@{row.name}\t{', '.join(row.words)}\t{', '.join(watch.name for watch in users(row))}")


def run_remove(arguments: argparse.Namespace) -> None:
    """Remove it."""
    remove_list(OPERATOR, _named(arguments.name), now=clock.now())


def _named(name: str) -> WordList:
    wanted = fold(name.removeprefix("@"))
    found = next((row for row in WordList.objects.all() if fold(row.name) == wanted), None)
    if found is None:
        raise Refusal("There is no word list named %(name)s.", name=name)
    return found
