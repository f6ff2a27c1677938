"""`huiying receiver`: which programs of the body are told what happens at the desk."""

from __future__ import annotations

import argparse
import asyncio

from django.utils.translation import gettext

from huiying import clock
from huiying.actions.actor import OPERATOR
from huiying.actions.receiver import add_receiver, renew_key, set_receiver_active
from huiying.core.types import Refusal
from huiying.publish.webhook import NotTaken, key, tell, trial
from huiying.store.models import Receiver
from huiying.worker.address import guarded_connector


def add_to(commands: argparse._SubParsersAction) -> None:
    """Register the commands."""
    group = commands.add_parser("receiver", help="which programs are told what happens, by signed web requests")
    acts = group.add_subparsers(dest="act", metavar="ACT", required=True)
    add = acts.add_parser("add", help="put a program on the register and print the key its requests are signed with")
    add.add_argument("name")
    add.add_argument("url", help="its web address, https:// outside the body's own network")
    add.add_argument("--event", action="append", default=[], help="only entries of this type; may be given several times")
    add.add_argument("--allow-private", action="store_true", help="it stands in the body's own network")
    add.set_defaults(run=run_add)
    acts.add_parser("list", help="every receiver and how it fares").set_defaults(run=run_list)
    for act, run, meaning in (
        ("test", run_test, "send a request that tells nothing, now"),
        ("renew-key", run_renew, "sign with a new key from now on, and print it"),
        ("pause", run_pause, "tell it nothing; it stays on the register"),
        ("resume", run_resume, "go on where it stopped"),
    ):
        change = acts.add_parser(act, help=meaning)
        change.add_argument("name")
        change.set_defaults(run=run)


def run_add(arguments: argparse.Namespace) -> None:
    """Add one and show its key."""
    given = {"name": arguments.name, "url": arguments.url, "events": arguments.event, "allow_private": arguments.allow_private}
    _show(add_receiver(OPERATOR, now=clock.now(), **given))


def _show(row: Receiver) -> None:
    print(
        gettext("Requests to %(name)s are signed with this key. Give it to those who run the program, and to nobody else:")
        % {"name": row.name}
    )
    print(key(row))


def run_list(_arguments: argparse.Namespace) -> None:
    """One line a receiver."""
    for row in Receiver.objects.order_by("name"):
        state = gettext("active") if row.active else gettext("paused")
        print(f"{row.name}\t{row.url}\t{', '.join(row.events)}\t{state}\t{row.mark}\t{row.trouble}")


def _named(name: str) -> Receiver:
    row = Receiver.objects.filter(name=name).first()
    if row is None:
        raise Refusal("There is no receiver named %(name)s.", name=name)
    return row


def run_test(arguments: argparse.Namespace) -> int:
    """Send one, and say whether it was taken."""
    row = _named(arguments.name)

    async def send() -> None:
        await tell(trial(row, clock.now()), connector=guarded_connector(allow_private=row.allow_private))

    try:
        asyncio.run(send())
    except NotTaken as failed:
        print(gettext("Not sent: %(why)s") % {"why": failed.why})
        return 1
    print(gettext("Sent. Look whether it arrived."))
    return 0


def run_renew(arguments: argparse.Namespace) -> None:
    """Another key."""
    row = _named(arguments.name)
    renew_key(OPERATOR, row, now=clock.now())
    _show(row)


def run_pause(arguments: argparse.Namespace) -> None:
    """Pause."""
    set_receiver_active(OPERATOR, _named(arguments.name), active=False, now=clock.now())


def run_resume(arguments: argparse.Namespace) -> None:
    """Resume."""
    set_receiver_active(OPERATOR, _named(arguments.name), active=True, now=clock.now())
