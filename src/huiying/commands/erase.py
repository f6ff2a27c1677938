"""`huiying erase`: the words of one item, by law."""

from __future__ import annotations

import argparse

from django.utils.translation import gettext

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.erasure import erase, set_retention
from huiying.core.types import Refusal


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    one = commands.add_parser("erase", help="erase an item by law; the receipt stays on the record")
    one.add_argument("item", help="its number, its id or its address")
    one.add_argument("--basis", required=True, help="the legal basis; it stays on the record")
    one.add_argument("--only-this", action="store_true", help="leave what was copied from it")
    one.set_defaults(run=run_erase)
    days = commands.add_parser("retention", help="set after how many days items of a kind expire")
    days.add_argument("days", nargs="+", metavar="KIND=DAYS")
    days.set_defaults(run=run_retention)


def run_erase(arguments: argparse.Namespace) -> None:
    """Erase, and say what remains to be done by hand."""
    receipt = erase(OPERATOR, item=arguments.item, basis=arguments.basis, copies=not arguments.only_this, now=clock.now())
    print(gettext("Erased. Receipt: %(receipt)s") % {"receipt": receipt})
    print(
        gettext(
            "The worker takes it out of its memory, of free space and of the write-ahead log at its next turn. Backups are yours to renew."
        )
    )


def run_retention(arguments: argparse.Namespace) -> None:
    """Set the days."""
    days = {}
    for pair in arguments.days:
        kind, _, count = pair.partition("=")
        if not (count.isascii() and count.isdigit() and len(count) < 6):
            raise Refusal("“%(pair)s” is not a kind and a number of days; write it like post=180.", pair=pair)
        days[kind] = int(count)
    set_retention(OPERATOR, days=days, now=clock.now())
