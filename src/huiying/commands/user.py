"""`huiying user`: people of the desk."""

from __future__ import annotations

import argparse
import getpass
import sys
from datetime import date

from django.utils.translation import gettext

from huiying import clock
from huiying.actions import member as members
from huiying.actions import token as tokens
from huiying.actions.actor import OPERATOR
from huiying.actions.desk import add_member
from huiying.actions.factor import drop_factors
from huiying.actions.identity import link_identity, unlink_identity
from huiying.commands.department import department_named
from huiying.core.roles import PERMISSIONS, Role
from huiying.core.types import Refusal
from huiying.store.models import Factor, Member, Token
from huiying.store.second_factor import STRONG


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    group = commands.add_parser("user", help="people of the desk").add_subparsers(dest="act", metavar="ACT", required=True)
    add = _one(group, "add", "add a member of staff; the password is asked for, or read from standard input", run_add, reason=False)
    add.add_argument("--name", default="", help="the name that others at the desk see")
    add.add_argument("--role", action="append", default=[], required=True, help=", ".join(Role))
    add.add_argument("--department", default="", help="Chinese name of the member's department")
    listing = group.add_parser("list", help="everybody at the desk")
    listing.set_defaults(run=run_list)
    change = _one(group, "roles", "give a member other roles; those they had and that are not named end", run_roles)
    change.add_argument("--role", action="append", default=[], required=True, help=", ".join(Role))
    change.add_argument("--department", default="", help="Chinese name of the member's department; left out: none")
    _one(group, "close", "close an account: sessions and tokens end at once", run_close)
    _one(group, "reopen", "open a closed account again", run_reopen)
    _one(group, "reset", "print a one-time code with which the member chooses a new password", run_reset)
    _one(group, "factors", "take a member's second factors away, when every device and code is lost", run_factors)
    link = _one(group, "link", "let a member sign in as somebody at the body's identity provider", run_link)
    link.add_argument("subject", help="the value of the claim that HUIYING_OIDC_CLAIM names, exactly as the provider writes it")
    _one(group, "unlink", "take that link away: the member's sessions end", run_unlink)
    token = _one(group, "token", "issue a key for the programming interface; it is shown once", run_token, reason=False)
    token.add_argument("--name", default="", help="what it is for")
    token.add_argument("--scope", action="append", default=[], help="a permission that it carries; left out: all of the member's")
    token.add_argument("--days", type=int, help="how long it lasts; left out: until it is ended")
    listed = _one(group, "tokens", "keys of a member that have not ended", run_tokens, reason=False)
    listed.add_argument("--end", type=int, metavar="NUMBER", help="end this one")
    factor = group.add_parser("second-factor", help="who must sign in with a second factor, and from which day on")
    factor.add_argument("--role", action="append", default=[], required=True, help=", ".join(Role))
    factor.add_argument("--from", dest="since", default="", metavar="DAY", help="as in 2026-07-01; left out: recommended, not required")
    factor.set_defaults(run=run_second_factor)


def _one(group: argparse._SubParsersAction, word: str, help: str, run: object, *, reason: bool = True) -> argparse.ArgumentParser:
    """A command about one member; `reason`: it stays on the record why."""
    parser: argparse.ArgumentParser = group.add_parser(word, help=help)
    parser.add_argument("username")
    if reason:
        parser.add_argument("--reason", required=True, help="it stays on the record")
    parser.set_defaults(run=run)
    return parser


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
    armed = set(Factor.objects.filter(kind__in=STRONG).values_list("member_id", flat=True))
    for row in Member.objects.select_related("department").order_by("username"):
        state = "closed" if not row.is_active else "second factor" if row.pk in armed else "password"
        print(f"{row.username}\t{row.name}\t{', '.join(row.roles)}\t{row.department.name_zh if row.department else ''}\t{state}")


def run_roles(arguments: argparse.Namespace) -> None:
    """Other roles."""
    row, department = member_named(arguments.username), department_named(arguments.department)
    members.change_member(OPERATOR, row, roles=arguments.role, department=department, reason=arguments.reason, now=clock.now())
    print(f"{row.username}\t{', '.join(row.roles)}")


def run_close(arguments: argparse.Namespace) -> None:
    """Close an account."""
    members.close_account(OPERATOR, member_named(arguments.username), reason=arguments.reason, now=clock.now())
    print(gettext("%(name)s can no longer sign in.") % {"name": arguments.username})


def run_reopen(arguments: argparse.Namespace) -> None:
    """Open it again."""
    members.reopen_account(OPERATOR, member_named(arguments.username), reason=arguments.reason, now=clock.now())
    print(gettext("%(name)s can sign in.") % {"name": arguments.username})


def run_reset(arguments: argparse.Namespace) -> None:
    """Print a code."""
    print(members.reset_password(OPERATOR, member_named(arguments.username), reason=arguments.reason, now=clock.now()))


def run_factors(arguments: argparse.Namespace) -> None:
    """Take them away."""
    drop_factors(OPERATOR, member_named(arguments.username), reason=arguments.reason, now=clock.now())
    print(gettext("%(name)s signs in with the password alone.") % {"name": arguments.username})


def run_link(arguments: argparse.Namespace) -> None:
    """Link a member."""
    row = member_named(arguments.username)
    link_identity(OPERATOR, row, subject=arguments.subject, reason=arguments.reason, now=clock.now())
    print(gettext("%(name)s can sign in by the identity provider.") % {"name": row.username})


def run_unlink(arguments: argparse.Namespace) -> None:
    """Take the link away."""
    unlink_identity(OPERATOR, member_named(arguments.username), reason=arguments.reason, now=clock.now())
    print(gettext("%(name)s can no longer sign in by the identity provider.") % {"name": arguments.username})


def run_token(arguments: argparse.Namespace) -> None:
    """Print a key."""
    for scope in arguments.scope:
        if scope not in PERMISSIONS:
            raise Refusal("%(name)s is not a permission; docs/permissions.md lists them.", name=scope)
    given = {"name": arguments.name, "scopes": arguments.scope, "days": arguments.days}
    print(tokens.issue_token(OPERATOR, member_named(arguments.username), **given, now=clock.now()))


def run_tokens(arguments: argparse.Namespace) -> None:
    """One line a key, or the end of one."""
    row = member_named(arguments.username)
    if arguments.end is not None:
        token = Token.objects.filter(member=row, pk=arguments.end).first()
        if token is None:
            raise Refusal("%(name)s has no key with this number; `huiying user tokens` lists them.", name=row.username)
        tokens.end_token(OPERATOR, token, now=clock.now())
    for token in Token.objects.filter(member=row, ended_at=None).order_by("id"):
        until = f"{token.expires_at:%Y-%m-%d}" if token.expires_at else ""
        print(f"{token.pk}\t{token.name}\t{token.made_at:%Y-%m-%d}\t{until}\t{', '.join(token.scopes)}")


def run_second_factor(arguments: argparse.Namespace) -> None:
    """Set who and when."""
    try:
        since = date.fromisoformat(arguments.since) if arguments.since else None
    except ValueError as error:
        raise Refusal('"%(text)s" is not a day. Write one like 2026-07-01.', text=arguments.since) from error
    members.set_second_factor(OPERATOR, roles=arguments.role, since=since, now=clock.now())
    print(f"{', '.join(arguments.role)}\t{since or ''}")


def member_named(name: str) -> Member:
    """The member with this user name."""
    row = Member.objects.filter(username=name).first()
    if row is None:
        raise Refusal("There is no account named %(name)s.", name=name)
    return row
