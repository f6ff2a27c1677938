"""`huiying user`: people of the desk."""

from __future__ import annotations

import argparse
import getpass
import sys

from django.utils.translation import gettext

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.desk import add_member, issue_token
from huiying.commands.department import department_named
from huiying.core.roles import Role
from huiying.core.types import Refusal
from huiying.store.models import Member


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    group = commands.add_parser("user", help="people of the desk").add_subparsers(dest="act", metavar="ACT", required=True)
    add = group.add_parser("add", help="add a member of staff; the password is asked for, or read from standard input")
    add.add_argument("username")
    add.add_argument("--name", default="", help="the name that others at the desk see")
    add.add_argument("--role", action="append", default=[], required=True, help=", ".join(Role))
    add.add_argument("--department", default="", help="Chinese name of the member's department")
    add.set_defaults(run=run_add)
    listing = group.add_parser("list", help="everybody at the desk")
    listing.set_defaults(run=run_list)
    token = group.add_parser("token", help="issue a key for the programming interface; it is shown once")
    token.add_argument("username")
    token.set_defaults(run=run_token)


def run_add(arguments: argparse.Namespace) -> None:
    """Add one."""
    password = getpass.getpass(gettext("Password: ")) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    row = add_member(
        OPERATOR,
        username=arguments.username,
        name=arguments.name,
        roles=arguments.role,
        department=department_named(arguments.department),
        password=password,
        now=clock.now(),
    )
    print(gettext("%(name)s can sign in.") % {"name": row.username})


def run_list(arguments: argparse.Namespace) -> None:
    """One line a person."""
    for row in Member.objects.select_related("department").order_by("username"):
        print(f"{row.username}\t{row.name}\t{', '.join(row.roles)}\t{row.department.name_zh if row.department else ''}")


def run_token(arguments: argparse.Namespace) -> None:
    """Print a key."""
    row = Member.objects.filter(username=arguments.username).first()
    if row is None:
        raise Refusal("There is no account named %(name)s.", name=arguments.username)
    print(issue_token(OPERATOR, row, now=clock.now()))
